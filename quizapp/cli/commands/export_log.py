"""`quizapp export-log`: everything that is kept, for another machine, a class, or a spreadsheet."""

import argparse
import sys

from quizapp.app.errors import CommandError
from quizapp.cli.output import say
from quizapp.cli.workspace import open_workspace
from quizapp.exchange import spreadsheet
from quizapp.exchange.log import lines, table
from quizapp.store.sqlite import Store


def run(options: argparse.Namespace) -> int:
    """Print the log."""
    workspace = open_workspace(options)
    bank = workspace.bank_id(options.bank) if options.bank else None
    learner = options.learner
    name = options.name.strip() if options.name is not None else None
    if name is not None and (options.anonymous or not name):
        raise CommandError("--as needs a name, and goes without --anonymous.")
    with workspace.records() as store:
        if name is not None and learner is None:
            learner = _only_learner(store)
        log = lines(
            store, learner=learner, bank=bank, anonymous=options.anonymous, name=name, tell=say
        )
        if options.format == "csv":
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
