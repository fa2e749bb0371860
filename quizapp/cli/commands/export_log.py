"""`quizapp export-log`: everything that is kept, for another machine, a class, or a spreadsheet."""

from __future__ import annotations

import argparse
import sys

from quizapp.cli.options import add_format, add_learner
from quizapp.cli.workspace import open_workspace

EXAMPLES = """\
quizapp export-log > mine.jsonl
quizapp export-log --anonymous --bank tides"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--bank", metavar="BANK", help="only what is on this bank")
    add_learner(parser, "only this learner's")
    parser.add_argument("--anonymous", action="store_true", help="pseudonyms instead of names")
    add_format(parser, "jsonl", "csv")


def run(options: argparse.Namespace) -> int:
    """Print the log."""
    from quizapp.exchange.log import lines, table

    workspace = open_workspace(options)
    bank = workspace.bank_id(options.bank) if options.bank else None
    learner = getattr(options, "learner", None)
    with workspace.records() as store:
        if options.format == "csv":
            from quizapp.exchange import sheet

            rows = table(store, learner=learner, bank=bank, anonymous=options.anonymous)
            sheet.write(rows, sys.stdout)
        else:
            for line in lines(
                store,
                learner=learner,
                bank=bank,
                anonymous=options.anonymous,
                tell=lambda sentence: print(f"quizapp: {sentence}", file=sys.stderr),
            ):
                # The one control byte that JSON leaves as it is, and that is never printed raw.
                print(line.replace("\x7f", "\\u007f"))
    return 0
