"""On which days a learner studied, by the calendar that the learner went by. Raises StoreError."""

from typing import NamedTuple

from quizapp.store.history import RULED, SHARE
from quizapp.store.queries import REGRADED
from quizapp.store.sqlite import Store

_DAYS = f"""
SELECT r.day, count(*), sum({SHARE})
FROM session s CROSS JOIN response r ON r.session = s.key {REGRADED} {RULED}
WHERE s.learner = :learner AND (:bank IS NULL OR s.bank = :bank) AND r.day >= :since
  AND NOT r.again AND u.ruling IS NOT 'void'
GROUP BY r.day ORDER BY r.day"""


class StudyDay(NamedTuple):
    """How many questions were answered on a day ("2024-05-01"), and what they were worth."""

    day: str
    answers: int
    points: float


def study_days(store: Store, learner: str, since: str, bank: str | None = None) -> list[StudyDay]:
    """The days from `since` on with an answer, on one bank or on all, the oldest first."""
    asked = {"learner": learner, "since": since, "bank": bank}
    return [StudyDay._make(row) for row in store.read(_DAYS, asked)]
