"""What there is to report of one learner on one bank."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from quizapp.bank.model import Bank
from quizapp.planning.cards import memories_of
from quizapp.planning.request import USUAL, StudySettings
from quizapp.planning.spaced_repetition import due, iso_day
from quizapp.planning.timestamps import Clock, now
from quizapp.report.errors import Confused, confused
from quizapp.report.progress import Mastery, Progress, growth, progress
from quizapp.report.regrade import changed
from quizapp.store.history import StudyDay, study_days
from quizapp.store.sqlite import Store

HALF_A_YEAR = 182


class LearnerReport(NamedTuple):
    """A learner's progress on a bank, the pairs confused, and the questions that have changed.

    `today` is a number; `due` the day of each question that was asked; `days` those of the last
    half year with answers; `growth` the mastery by day.
    """

    bank: Bank
    progress: Progress
    pairs: tuple[Confused, ...] = ()
    changed: tuple[str, ...] = ()
    today: int = 0
    due: Mapping[str, int] = MappingProxyType({})
    days: tuple[StudyDay, ...] = ()
    growth: tuple[Mastery, ...] = ()


def learner_report(
    bank: Bank,
    store: Store,
    learner: str,
    settings: StudySettings = USUAL,
    clock: Clock = now,
) -> LearnerReport:
    """The learner's report on the bank, as of today. Raises StoreError."""
    memories = memories_of(store, bank, learner, clock, settings)
    today = settings.day_of(clock())
    return LearnerReport(
        bank,
        progress(bank, store, learner, memories, today, settings.retention),
        confused(bank, store, learner),
        changed(bank, store, learner),
        today,
        {name: due(memory, settings.retention) for name, memory in memories.items()},
        tuple(study_days(store, learner, iso_day(today - HALF_A_YEAR), bank.id)),
        growth(bank, store, learner, today),
    )
