"""What there is to report of one learner on one bank."""

from typing import NamedTuple

from quizapp.bank.model import Bank
from quizapp.planning.cards import cards_of
from quizapp.planning.request import USUAL, StudySettings
from quizapp.planning.timestamps import Clock, now
from quizapp.report.changed_questions import changed
from quizapp.report.confused import Confused, confused
from quizapp.report.progress import Progress, progress
from quizapp.store.sqlite import Store


class LearnerReport(NamedTuple):
    """A learner's progress on a bank, the pairs confused, and the questions that have changed."""

    bank: Bank
    progress: Progress
    pairs: tuple[Confused, ...] = ()
    changed: tuple[str, ...] = ()


def learner_report(
    bank: Bank,
    store: Store,
    learner: str,
    settings: StudySettings = USUAL,
    clock: Clock = now,
) -> LearnerReport:
    """The learner's report on the bank, as of today. Raises StoreError."""
    cards = cards_of(store, bank, learner, clock, settings)
    return LearnerReport(
        bank,
        progress(bank, store, learner, cards, clock().toordinal()),
        confused(bank, store, learner),
        changed(bank, store, learner),
    )
