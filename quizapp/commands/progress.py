"""`quizapp progress`: what is known of a bank by now."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from quizapp import settings
from quizapp.commands.meant import the_bank, the_store
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.bank.model import Bank
    from quizapp.report.progress import Part, Progress
    from quizapp.store.sqlite import Store


def run(options: argparse.Namespace) -> int:
    """Print the learner's progress on the bank."""
    from quizapp.report.progress import missed, progress

    data = settings.data_folder(options.data)
    bank = the_bank(options.bank, data)
    learner = getattr(options, "learner", None)
    if learner is None:
        learner = settings.read(data).learner
    with the_store(data) as store:
        if options.format == "md":
            print(clean(missed(bank, store, learner)))
            return 0
        done = progress(bank, store, learner, _recall(bank, store, learner))
    if options.format == "json":
        print(json.dumps(_told(done), indent=2))
    elif options.format == "csv":
        _csv(done)
    else:
        _text(done)
    return 0


def _recall(bank: Bank, store: Store, learner: str) -> dict[str, float]:
    """How likely the learner knows each question today, by the schedule."""
    from quizapp.session.memory import cards_of

    found = cards_of(store, bank, learner)
    return {name: card.retrievability for name, card in found.items()}


def _told(done: Progress) -> dict[str, object]:
    return {
        **done._asdict(),
        "sessions": [each._asdict() for each in done.sessions],
        "sections": [each._asdict() for each in done.sections],
        "objectives": [each._asdict() for each in done.objectives],
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


def _text(done: Progress) -> None:
    from quizapp.report.charts import calibrated, sparkline

    print(f"{done.known} of {done.questions} questions known, {done.seen} seen.")
    if done.sessions:
        print(f"Sessions  {sparkline([each.percent / 100 for each in done.sessions])}")
    _parts("Sections", done.sections)
    _parts("Objectives", done.objectives)
    if done.calibration.levels:
        print("\nCertainty: stated |, observed o")
        print("\n".join(calibrated(done.calibration)))
        print(f"Brier score {done.calibration.brier:.2f} (0 is perfect)")


def _parts(title: str, parts: tuple[Part, ...]) -> None:
    from quizapp.report.charts import bars

    rows = [
        (clean(part.name) or "(none)", part.known / part.questions, _note(part)) for part in parts
    ]
    if rows:
        print(f"\n{title}")
        print("\n".join(bars(rows)))


def _note(part: Part) -> str:
    lapses = f", {part.lapses} lapsed" if part.lapses else ""
    mastery = f", {100 * part.mastery:.0f} % now" if part.mastery and part.seen else ""
    return f"{part.known}/{part.questions}{mastery}{lapses}"
