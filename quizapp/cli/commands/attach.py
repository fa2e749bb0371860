"""`quizapp attach`: let the learner's own copy of the source be shown after each answer."""

from __future__ import annotations

import argparse

from quizapp.app import settings
from quizapp.app.errors import CommandError
from quizapp.app.wording import count
from quizapp.cli.workspace import open_workspace

EXAMPLES = """\
quizapp attach tides ~/texts/tides.txt"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    parser.add_argument("file", metavar="FILE", help="your copy of the source, as text")


def run(options: argparse.Namespace) -> int:
    """Match the copy with the bank's paragraphs; keep its path if any of them fits."""
    from quizapp import files
    from quizapp.bank.attach import match, read_copy

    workspace = open_workspace(options)
    bank = workspace.bank_named(options.bank)
    try:
        path = files.expanded(options.file).absolute()
        copy = match(bank, read_copy(path))
    except files.Refused as refused:
        raise CommandError(refused.sentence(options.file), status=1) from refused
    total = len(copy.paragraphs) + len(copy.differ)
    if not total:
        raise CommandError(f"{bank.id} does not say what its source looks like.", status=1)
    print(f"{len(copy.paragraphs)} of {count(total, 'paragraph')} recognised.")
    if copy.differ:
        numbers = {passage.id: passage.paragraph for passage in bank.passages}
        differ = ", ".join(str(numbers[one] or one) for one in copy.differ)
        print(f"Not recognised (changed or missing): {differ}. For these the digest is shown.")
    if not copy.paragraphs:
        raise CommandError(
            f"{options.file} is not the source of {bank.id}: nothing attached.", status=1
        )
    settings.remember_copy(workspace.start.data, bank.id, path)
    print(f"{bank.id} now shows your copy, {path}.")
    return 0
