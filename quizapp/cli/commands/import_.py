"""`quizapp import`: a bank of questions from other programs, or drafts for one that there is."""

import argparse
import sys
from pathlib import Path

from quizapp import files
from quizapp.app.errors import CommandError, refusals
from quizapp.app.formatting import count
from quizapp.bank.model import Bank
from quizapp.cli.workspace import open_workspace
from quizapp.exchange.formats import imported
from quizapp.exchange.item import Loss, Read, by_question
from quizapp.exchange.new_bank import added_files, bank_files
from quizapp.file_writing import write_new


def run(options: argparse.Namespace) -> int:
    """Write the questions; exit status 1 if there are none, with --strict if some were lost."""
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
    bank = open_workspace(options).bank_named(options.into)
    if not bank.path.is_dir():
        raise CommandError(f"{bank.path} is a single file: only a folder takes files of questions.")
    return bank.path, bank
