"""`quizapp check`: problems, self-tests and advice, a line each."""

import argparse
import sys
from pathlib import Path
from time import sleep

from quizapp.app.errors import CommandError
from quizapp.app.formatting import count, problem_line
from quizapp.bank.check import check
from quizapp.bank.files import not_read, stamp
from quizapp.bank.find import banks_in
from quizapp.bank.load import load
from quizapp.bank.model import Loaded, Problem
from quizapp.cli.git import ids_before
from quizapp.cli.output import print_json
from quizapp.text import clean

EVERY = 0.5
"""So often, in seconds, --watch looks whether a file was saved."""
OF_KEYS = frozenset(
    (
        "self-test",
        "others-answer",
        "evidence-refused",
        "says-less",
        "hollow-idea",
        "unsaid-idea",
        "opposed",
    )
)
"""Problems of how answers are graded, for which the guide has a table of remedies."""


def run(options: argparse.Namespace) -> int:
    """Check every bank that was named, or every bank seen; exit status 1 if there are problems.

    Advice is printed too, and counts as a problem with --strict.
    """
    if options.drop_drafts and (options.watch or not options.paths):
        raise CommandError("--drop-drafts: name the bank, or the file of a bank; without --watch.")
    if not options.watch:
        return _checked(options)
    if not options.paths:
        raise CommandError("--watch: name the bank to be watched.")
    seen = None
    while True:
        now = _stamps(options.paths)
        if now != seen:
            if seen is not None:
                print("\nSaved, so checked again.", file=sys.stderr)
            _checked(options)
            sys.stdout.flush()
            seen = _stamps(options.paths) if options.fix else now
        sleep(EVERY)


def _stamps(names: list[str]) -> list[object]:
    """By these a change of what is checked is seen."""
    named = [Path(name) for name in names]
    banks = [bank for path in named for bank in banks_in(path) or (path,)]
    return [(path, stamp(bank_of(path) or path)) for path in banks]


def _checked(options: argparse.Namespace) -> int:
    """Check once; gives the exit status."""
    problems: list[Problem] = []
    checked = elsewhere = 0
    for path in _paths(options, problems):
        folder = bank_of(path)
        loaded = load(folder or path)
        if options.fix and _ids_written(loaded):
            loaded = load(loaded.path)
        if options.drop_drafts and _drop_drafts(loaded, path if folder else None):
            loaded = load(loaded.path)
        each = options.each or (folder is not None and path.name != "bank.toml")
        found = check(loaded, options.keys, ids_before(loaded), each)
        here = [one for one in found if not folder or one.file == clean(str(path))]
        problems += here
        elsewhere += len(found) - len(here)
        checked += 1
    _print(problems, options.format)
    errors = sum(problem.severity == "error" for problem in problems)
    if options.format == "text":
        told = f"{checked} checked: {errors} to fix, {len(problems) - errors} to consider"
        more = f"; {elsewhere} in other files of the bank" if elsewhere else ""
        print(f"{told}{more}.", file=sys.stderr)
        if any(problem.code in OF_KEYS for problem in problems):
            print("What to do about keys: `quizapp help when a right answer`.", file=sys.stderr)
    return 1 if errors or (options.strict and problems) else 0


def _ids_written(loaded: Loaded) -> int:
    """Write the ids that are missing; gives how many."""
    from quizapp.cli.ids import write_ids

    return write_ids(loaded)


def _drop_drafts(loaded: Loaded, only: Path | None) -> int:
    """Delete the drafts of the bank, or `only` those of one of its files; gives how many."""
    from quizapp.bank.edit import write
    from quizapp.bank.unwanted import without_drafts

    contents, dropped = without_drafts(loaded, only)
    write(contents)
    print(f"{loaded.id}: {count(dropped, 'draft')} deleted.", file=sys.stderr)
    return dropped


def _paths(options: argparse.Namespace, problems: list[Problem]) -> list[Path]:
    """What is to be checked; what in the folders named is no bank goes to `problems`."""
    if options.paths:
        found: list[Path] = []
        for name in options.paths:
            path = Path(name)
            inside = banks_in(path)
            if inside != (path,):
                problems += not_read(path, of_banks=True)
            if path.is_dir() and not inside and not problems:
                raise CommandError(f"{name}: there is no bank in this folder.", status=1)
            # What is no bank at all is still read: the reading says what is wrong.
            found += inside or (path,)
        return found
    from quizapp.cli.workspace import open_workspace

    return [bank.path for bank in open_workspace(options).banks(count=False).banks]


def bank_of(path: Path) -> Path | None:
    """The folder of the bank that a file is a part of; None for a bank in a file of its own."""
    folder = path.parent
    part = path.suffix == ".toml" and path.is_file() and (folder / "bank.toml").is_file()
    return folder if part else None


def _print(problems: list[Problem], style: str) -> None:
    if style == "json":
        print_json({"problems": problems})
        return
    for problem in problems:
        if style == "github":
            level = "error" if problem.severity == "error" else "warning"
            place = f"file={_escaped(problem.file, ',:')}"
            if problem.line:
                place += f",line={problem.line},col={problem.column or 1}"
            said = f"{problem.code}: {problem.message} ({problem.remedy})"
            print(f"::{level} {place}::{_escaped(said, '')}")
        else:
            print(problem_line(problem))


def _escaped(text: str, more: str) -> str:
    """Text as a workflow command takes it."""
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
