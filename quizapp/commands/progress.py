"""`quizapp progress`: what is known of a bank by now."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from quizapp import settings
from quizapp.commands.meant import the_bank, the_learner, the_store

if TYPE_CHECKING:
    from quizapp.report.progress import Progress


def run(options: argparse.Namespace) -> int:
    """Print the learner's progress on the bank."""
    from quizapp.report.changed import changed
    from quizapp.report.confused import confused
    from quizapp.report.progress import progress
    from quizapp.session.memory import cards_of
    from quizapp.session.times import now

    data = settings.data_folder(options.data)
    bank = the_bank(options.bank, data)
    learner = the_learner(options, data)
    with the_store(data) as store:
        cards = cards_of(store, bank, learner)
        done = progress(bank, store, learner, cards, now().toordinal())
        pairs = confused(bank, store, learner)
        other = changed(bank, store, learner)
    if options.format == "json":
        told = {
            **_told(done),
            "confused": [each._asdict() for each in pairs],
            "changed": other,
        }
        print(json.dumps(told, indent=2))
    elif options.format == "csv":
        _csv(done)
    else:
        from quizapp.report.told import blocks, headline

        print(headline(bank, done))
        for block in blocks(bank, done, pairs, other):
            print("", block.heading, *block.lines, sep="\n")
        if pairs:
            print(f"`quizapp study {bank.id} --confused` asks these alone.")
    return 0


def _told(done: Progress) -> dict[str, object]:
    return {
        **done._asdict(),
        "sessions": [each._asdict() for each in done.sessions],
        "sections": [each._asdict() for each in done.sections],
        "objectives": [each._asdict() for each in done.objectives],
        "forecast": [each._asdict() for each in done.forecast],
        "calibration": {
            **done.calibration._asdict(),
            "levels": [each._asdict() for each in done.calibration.levels],
        },
    }


def _csv(done: Progress) -> None:
    import csv

    from quizapp.exchange.log import guarded
    from quizapp.report.progress import Part

    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("part", *Part._fields))
    for what, parts in (("section", done.sections), ("objective", done.objectives)):
        for part in parts:
            table.writerow((what, *(guarded(cell) for cell in part)))
