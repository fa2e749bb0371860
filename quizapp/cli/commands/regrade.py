"""`quizapp regrade`: grade everything anew with today's bank and grader."""

import argparse

from quizapp.app.formatting import on_one_line, still_unsure
from quizapp.cli.output import agreed
from quizapp.cli.workspace import open_workspace
from quizapp.report.regrade import Change, apply, changes, originals
from quizapp.store.history import waiting
from quizapp.text import clean


def run(options: argparse.Namespace) -> int:
    """List what would change; apply it once that is confirmed."""
    workspace = open_workspace(options)
    bank = workspace.bank_named(options.bank)
    with workspace.records(write=True) as store:
        wanted = originals(bank, store) if options.undo else changes(bank, store)
        for change in wanted:
            if not options.undo:
                print(told(change))
        count = sum(len(change.keys) for change in wanted)
        if not wanted:
            print("Nothing changes.")
        elif options.yes or agreed(f"Give {count} responses their new verdict?", False):
            print(f"{apply(store, wanted)} responses have a new verdict; the old ones are kept.")
        else:
            print(f"{count} responses would have a new verdict; --yes applies it.")
        still = len(waiting(store, bank.id))
    if still:
        print(f"{still_unsure(still)} `quizapp rule` lists them.")
    return 0


def told(change: Change) -> str:
    """A change in a line: question, response, and the verdicts before and after."""
    said = on_one_line(change.response)[:60]
    ruled = f", {change.ruled} of them ruled" if change.ruled else ""
    times = f" ({len(change.keys)} times{ruled})" if len(change.keys) > 1 or ruled else ""
    was = "not sure" if change.was_unsure else change.was
    now = "not sure" if change.unsure else change.outcome
    verdicts = f"{was} {change.was_score:g} -> {now} {change.score:g}"
    return f"{clean(change.question)}: {said}: {verdicts}{times}"
