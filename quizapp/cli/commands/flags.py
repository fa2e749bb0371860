"""`quizapp flags`: the questions that learners have flagged for the instructor."""

import argparse
import sys

from quizapp.app.formatting import day
from quizapp.cli.output import print_json
from quizapp.cli.workspace import counted_records, open_workspace
from quizapp.exchange import spreadsheet
from quizapp.store.flags import Flag, flags
from quizapp.text import clean


def run(options: argparse.Namespace) -> int:
    """Print the flags, those on one question together; 1 on bad lines of a log."""
    workspace = open_workspace(options)
    bank = workspace.bank_id(options.bank) if options.bank else None
    with counted_records(workspace, options.logs) as (store, status):
        found = flags(store, bank)
    if options.format == "json":
        print_json({"flags": found})
    elif options.format == "csv":
        spreadsheet.write((Flag._fields, *found), sys.stdout)
    else:
        _print(found)
    return status


def _print(found: list[Flag]) -> None:
    before = None
    for each in found:
        if (each.bank, each.question) != before:
            before = (each.bank, each.question)
            print(f"{clean(each.bank)}: {clean(each.question)}")
        who = f" by {clean(each.learner)}" if each.learner else ""
        print(f"  {day(each.at)}{who}: {clean(each.why) or 'no word why'}")
    if not found:
        print("No question was flagged. F6 flags the one that is on the screen.")
