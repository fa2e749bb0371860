"""`quizapp diff`: what a new version of a bank changes, and for which responses."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.app.errors import CommandError
from quizapp.app.workspace import Workspace
from quizapp.bank.find import NoSuchBank
from quizapp.bank.model import Bank
from quizapp.cli.commands.regrade import told
from quizapp.cli.git import files_in
from quizapp.cli.output import print_json
from quizapp.cli.workspace import open_workspace
from quizapp.report.bank_diff import BankDiff, bank_diff
from quizapp.report.regrade import Change, changes
from quizapp.text import clean


def run(options: argparse.Namespace) -> int:
    """Print what is added, removed, reworded and keyed anew, and which verdicts would change."""
    workspace = open_workspace(options)
    path = workspace.bank_path(options.new)
    new = workspace.bank(path)
    with _older(workspace, options.old, path) as old:
        found = bank_diff(old, new)
    with workspace.records() as store:
        regraded = changes(new, store)
    if options.format == "json":
        print_json({**found._asdict(), "responses": [_regraded(change) for change in regraded]})
    else:
        _text(found, regraded)
    return 0


@contextmanager
def _older(workspace: Workspace, name: str, new: Path) -> Iterator[Bank]:
    """The older version. Raises CommandError, UnusableBank."""
    try:
        path = workspace.bank_path(name)
    except NoSuchBank as error:
        with TemporaryDirectory() as folder:
            yield workspace.bank(_checked_out(name, new.resolve(), Path(folder), str(error)))
        return
    yield workspace.bank(path)


def _checked_out(revision: str, bank: Path, folder: Path, otherwise: str) -> Path:
    """The files of the bank as they were in a revision of its git repository, in the folder.

    Raises CommandError, which says `otherwise` as well, for it may not be meant as a revision.
    """
    files = None if revision.startswith("-") else files_in(revision, bank)
    if files is None:
        raise CommandError(f"{otherwise} Nor is it a revision that git knows there.")
    if not files:
        raise CommandError(f"The bank {bank.name} is not in the revision {clean(revision)}.")
    target = folder / bank.stem
    target.mkdir()
    for name, content in files.items():
        (target / name).write_text(content, encoding="utf-8")
    return target if bank.is_dir() else target / bank.name


def _text(found: BankDiff, regraded: tuple[Change, ...]) -> None:
    for what, names in (("added", found.added), ("removed", found.removed)):
        for name in names:
            print(f"{what + ':':<10} {clean(name)}")
    for each in found.changed:
        kinds = [("reworded", each.reworded), ("re-keyed", each.rekeyed)]
        what = " and ".join(word for word, is_so in kinds if is_so) or "changed"
        was = f" (was {clean(each.was)})" if each.was else ""
        print(f"{what + ':':<10} {clean(each.question)}{was}: {', '.join(each.fields)}")
    if found.bank:
        print(f"{'the bank:':<10} {', '.join(found.bank)}")
    if not any(found):
        print("No question differs.")
    print()
    for change in regraded:
        print(told(change))
    count = sum(len(change.keys) for change in regraded)
    print(f"Responses kept here that would get another verdict: {count}.")


def _regraded(change: Change) -> dict[str, object]:
    told = {**change._asdict(), "times": len(change.keys)}
    names = ("question", "response", "times", "was", "was_score", "outcome", "score")
    return {name: told[name] for name in names}
