"""`quizapp export-log`: everything that is kept, for another machine, a class, or a spreadsheet."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from quizapp.app.errors import CommandError
from quizapp.cli.options import add_format, add_learner
from quizapp.cli.output import say
from quizapp.cli.workspace import open_workspace

if TYPE_CHECKING:
    from quizapp.store.sqlite import Store

EXAMPLES = """\
quizapp export-log > mine.jsonl
quizapp export-log --anonymous --bank tides
quizapp export-log --as s-017 --bank tides"""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bank", metavar="BANK", help="only what is on this bank")
    add_learner(parser, "only this learner's")
    parser.add_argument("--anonymous", action="store_true", help="pseudonyms instead of names")
    parser.add_argument(
        "--as", dest="name", metavar="NAME",
        help="this name instead of the learner's, as agreed with the instructor",
    )  # fmt: skip
    add_format(parser, "jsonl", "csv")


def run(options: argparse.Namespace) -> int:
    """Print the log."""
    from quizapp.exchange.log import lines, table

    workspace = open_workspace(options)
    bank = workspace.bank_id(options.bank) if options.bank else None
    learner = getattr(options, "learner", None)
    name = options.name.strip() if options.name is not None else None
    if name is not None and (options.anonymous or not name):
        raise CommandError("--as needs a name, and goes without --anonymous.")
    with workspace.records() as store:
        if name is not None and learner is None:
            learner = _only_learner(store)
        log = lines(
            store,
            learner=learner,
            bank=bank,
            anonymous=options.anonymous,
            name=name,
            tell=say,
        )
        if options.format == "csv":
            from quizapp.exchange import spreadsheet

            spreadsheet.write(table(log), sys.stdout)
        else:
            for line in log:
                # The one control byte that JSON leaves as it is, and that is never printed raw.
                print(line.replace("\x7f", "\\u007f"))
    return 0


def _only_learner(store: Store) -> str:
    """The one learner of the store, whose log gets a name. Raises CommandError."""
    found = [learner for (learner,) in store.read("SELECT DISTINCT learner FROM session", {})]
    if len(found) > 1:
        raise CommandError("--as names one learner's log: say whose with --learner.")
    return found[0] if found else ""
