"""How a learner's mastery of a bank grew: what was likely known on each day of study."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from quizapp.bank.model import Bank, by_name
from quizapp.planning.spaced_repetition import Memory, after, iso_day, likely_known, reviews
from quizapp.store.cards import reviews_of_bank
from quizapp.store.sqlite import Store

POINTS = 60
"""At most so many days are told, the latest."""


class Mastery(NamedTuple):
    """How likely (0 to 1) all questions were known at the end of a day ("2024-05-01"), those never
    right counting nothing."""

    day: str
    share: float


def growth(bank: Bank, store: Store, learner: str, today: int) -> tuple[Mastery, ...]:
    """The mastery on each day of study, and today. Raises StoreError."""
    histories = _histories(bank, store, learner, today)
    days = sorted({memory.last for history in histories for memory in history} | {today})
    if not histories:
        return ()
    return tuple(Mastery(iso_day(day), _known(histories, day) / len(bank.questions))
                 for day in days[-POINTS:])  # fmt: skip


def _histories(bank: Bank, store: Store, learner: str, today: int) -> list[list[Memory]]:
    """What was remembered of each question after each of its reviews, the first first."""
    named = by_name(bank)
    rows = [row for row in reviews_of_bank(store, learner, bank.id) if row.question in named]
    rows.sort(key=lambda row: named[row.question].id)
    found = []
    for _, mine in groupby(rows, lambda row: named[row.question].id):
        history: list[Memory] = []
        for review in reviews(mine, today):
            history.append(after(history[-1] if history else None, review))
        if history:
            found.append(history)
    return found


def _known(histories: Sequence[Sequence[Memory]], day: int) -> float:
    """How many questions are likely known on that day."""
    known = 0.0
    for history in histories:
        latest = next((memory for memory in reversed(history) if memory.last <= day), None)
        if latest is not None:
            known += likely_known(latest, day)
    return known
