"""`quizapp banks`: the banks that can be seen, and where they are."""

import argparse
import json
from pathlib import Path

from quizapp.app import settings
from quizapp.app.errors import CommandError
from quizapp.app.wording import count
from quizapp.cli.options import add_format
from quizapp.cli.workspace import open_workspace, print_shadowed

EXAMPLES = """\
quizapp banks
quizapp banks --add ~/course/banks
quizapp banks --remove ~/course/banks
quizapp banks --format json"""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--add", metavar="PATH", help="look for banks in this folder too, from now on"
    )
    parser.add_argument(
        "--remove", metavar="PATH", help="look there no more; the banks themselves stay"
    )
    add_format(parser, "text", "json")


def run(options: argparse.Namespace) -> int:
    """List the banks, after adding or removing a folder to look in if one was given."""
    if options.add is not None:
        _add(settings.data_folder(options.data), options.add)
    if options.remove is not None:
        _remove(settings.data_folder(options.data), options.remove)
    workspace = open_workspace(options)
    found = workspace.banks()
    rows = []
    for seen in found.banks:
        loaded = workspace.loaded(seen.path)
        errors = sum(problem.severity == "error" for problem in loaded.problems)
        rows.append(
            {
                "id": seen.id,
                "title": seen.title,
                "path": str(seen.path),
                "questions": seen.questions,
                "problems": errors,
            }
        )
    if options.format == "json":
        print(json.dumps({"banks": rows}, ensure_ascii=True, indent=2))
    else:
        _print(rows)
    print_shadowed(found)
    return 0


def _add(data: Path, name: str) -> None:
    try:
        settings.add_banks(data, name)
    except settings.SettingsError as error:
        raise CommandError(str(error)) from error


def _remove(data: Path, name: str) -> None:
    from quizapp import files

    try:
        path = files.expanded(name).absolute()
    except files.Refused as refused:
        raise CommandError(refused.sentence(name)) from refused
    if not settings.forget_bank(data, path):
        added = ", ".join(map(str, settings.read(data).banks)) or "none"
        raise CommandError(f"{name} was not added. Folders that were: {added}.")


def _print(rows: list[dict[str, object]]) -> None:
    if not rows:
        print("No banks. `quizapp banks --add PATH` adds a folder of them.")
    wide = max((len(str(row["id"])) for row in rows), default=0)
    for row in rows:
        problems = f", {count(int(str(row['problems'])), 'problem')}" if row["problems"] else ""
        print(
            f"{row['id']:<{wide}}  {row['title']} "
            f"({count(int(str(row['questions'])), 'question')}{problems})"
        )
        print(f"{'':<{wide}}  {row['path']}")
