"""`quizapp banks`: the banks that can be seen, and where they are."""

import argparse
from pathlib import Path
from typing import NamedTuple

from quizapp import files
from quizapp.app import settings
from quizapp.app.errors import MISUSED, CommandError, refusals
from quizapp.app.formatting import count
from quizapp.cli.output import print_json
from quizapp.cli.workspace import open_workspace, print_shadowed


def run(options: argparse.Namespace) -> int:
    """List the banks, after adding or removing a folder to look in if one was given."""
    if options.add is not None:
        try:
            settings.add_banks(settings.data_folder(options.data), options.add)
        except settings.SettingsError as error:
            raise CommandError(str(error)) from error
    if options.remove is not None:
        _remove(settings.data_folder(options.data), options.remove)
    workspace = open_workspace(options)
    found = workspace.banks()
    rows = []
    for seen in found.banks:
        problems = workspace.loaded(seen.path).problems
        errors = sum(problem.severity == "error" for problem in problems)
        rows.append(_Row(seen.id, seen.title, str(seen.path), seen.questions, errors))
    if options.format == "json":
        print_json({"banks": rows})
    else:
        _print(rows)
    print_shadowed(found)
    return 0


class _Row(NamedTuple):
    id: str
    title: str
    path: str
    questions: int
    problems: int


def _remove(data: Path, name: str) -> None:
    with refusals(name, MISUSED):
        path = files.expanded(name).absolute()
    if not settings.forget_bank(data, path):
        added = ", ".join(map(str, settings.read(data).banks)) or "none"
        raise CommandError(f"{name} was not added. Folders that were: {added}.")


def _print(rows: list[_Row]) -> None:
    if not rows:
        print("No banks. `quizapp banks --add PATH` adds a folder of them.")
    wide = max((len(row.id) for row in rows), default=0)
    for row in rows:
        problems = f", {count(row.problems, 'problem')}" if row.problems else ""
        print(f"{row.id:<{wide}}  {row.title} ({count(row.questions, 'question')}{problems})")
        print(f"{'':<{wide}}  {row.path}")
