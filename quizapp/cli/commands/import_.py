"""`quizapp import`: a bank of questions from other programs, or drafts for one that there is."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.app.errors import CommandError, refusals
from quizapp.app.wording import count

if TYPE_CHECKING:
    from quizapp.bank.model import Bank
    from quizapp.exchange.item import Loss, Read

EXAMPLES = """\
quizapp import questions.gift -o my-bank
quizapp import quiz.xml more.csv -o my-bank --strict
quizapp import drafts.txt --into my-bank"""


def add_options(parser: argparse.ArgumentParser) -> None:
    from quizapp.exchange.formats import FORMATS

    readable = [name for name, form in FORMATS.items() if form.reads]
    parser.add_argument("files", nargs="+", metavar="FILE", help="questions of another program")
    parser.add_argument("-o", dest="out", metavar="DIR", help="the folder of a new bank")
    parser.add_argument(
        "--into", metavar="BANK",
        help="a bank to which they are added as drafts, each with the passage that seems to "
        "settle it",
    )  # fmt: skip
    parser.add_argument(
        "--format", choices=readable, metavar="FORMAT",
        help=f"what they are in: {', '.join(readable)} (default: found out)",
    )  # fmt: skip
    parser.add_argument("--force", action="store_true", help="write over files that are there")
    parser.add_argument("--strict", action="store_true", help="exit status 1 if anything is lost")


def run(options: argparse.Namespace) -> int:
    """Write the questions; exit status 1 if there are none, with --strict if some were lost."""
    from quizapp import files
    from quizapp.exchange.formats import imported
    from quizapp.exchange.item import by_question
    from quizapp.exchange.new_bank import added_files, bank_files
    from quizapp.file_writing import write_new

    if bool(options.out) == bool(options.into):
        raise CommandError("say where to: -o DIR for a new bank, or --into BANK.")
    read: list[tuple[str, Read]] = []
    for name in options.files:
        with refusals(name):
            path = files.expanded(name)
            read.append((path.stem, imported(path, options.format or "")))
    if options.into:
        folder, bank = _bank(options)
        made = added_files(bank, read)
    else:
        folder = files.expanded(options.out)
        made = bank_files(folder.name or folder.resolve().name, read)
    losses = made.losses
    for question, what in by_question(losses):
        print(f"{question or 'the file'}: {what}", file=sys.stderr)
    if not made.questions:
        raise CommandError("there is no question in it that can be taken over.", status=1)
    with refusals():
        write_new({folder / name: text for name, text in made.files.items()}, options.force)
    _tell(folder, made.questions, losses, options)
    return 1 if options.strict and losses else 0


def _tell(
    folder: Path, questions: int, losses: tuple[Loss, ...], options: argparse.Namespace
) -> None:
    lost = ", with what was lost of them named above" if losses else ""
    print(f"{folder}: {count(questions, 'question')}{lost}.")
    if options.into:
        print("They are drafts: look at the passages proposed, and take `draft = true` away.")
    print(f"`quizapp check {folder}` says what is left to do.")


def _bank(options: argparse.Namespace) -> tuple[Path, Bank]:
    """The bank to add to, which must be a folder."""
    from quizapp.cli.workspace import open_workspace

    bank = open_workspace(options).bank_named(options.into)
    if not bank.path.is_dir():
        raise CommandError(f"{bank.path} is a single file: only a folder takes files of questions.")
    return bank.path, bank
