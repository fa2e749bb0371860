"""A learner's progress on a bank: over time, by section and by objective; and how it grew, day by
day."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from quizapp.bank.model import Bank, by_name, sections, source_order
from quizapp.kinds.base import Question
from quizapp.planning.cards import LearnerState
from quizapp.planning.spaced_repetition import (
    ENOUGH,
    RETENTION,
    Memory,
    after,
    due,
    iso_day,
    likely_known,
    reviews,
)
from quizapp.report.calibration import Calibration, calibration
from quizapp.report.scores import SessionScore, sessions
from quizapp.store.cards import reviews_of_bank
from quizapp.store.history import Trail, stated, trails
from quizapp.store.sqlite import Store

SESSIONS = 60
"""At most so many sessions are listed."""
LAST = 5
"""At most so many of the last answers are listed."""
DAYS = 14
"""For so many days, today included, it is forecast how many questions fall due."""
POINTS = 60
"""At most so many days of growth are told, the latest."""
_ENOUGH = round(9 * ENOUGH)
"""The least digit of a trail that counts as known."""


class Part(NamedTuple):
    """A section or an objective; `title` is what it is called for people.

    Of its `questions`, `seen` were answered and `known` were so the last time. `last` is the
    shares of its last answers, five at most, as digits 0 to 9, the newest last: the last answer to
    each of the questions asked last, before them older answers where those are fewer than five;
    `lapses` counts misses of what had been known; `mastery` is the recall probability now (0 to
    1; what was never right counts 0; on the day of an answer, a day later), None where no schedule
    says.
    """

    name: str
    title: str
    questions: int
    seen: int
    known: int
    last: str
    lapses: int
    mastery: float | None


class Falling(NamedTuple):
    """How many questions fall due on a day; today's are those overdue, too."""

    day: str
    due: int


class Progress(NamedTuple):
    """A learner's progress; `sessions` are the last ones, the oldest first.

    `mastery` is of the whole bank, as in Part; `forecast` begins today, and is empty where no
    schedule says.
    """

    bank: str
    learner: str
    questions: int
    seen: int
    known: int
    mastery: float | None
    sessions: tuple[SessionScore, ...]
    sections: tuple[Part, ...]
    objectives: tuple[Part, ...]
    calibration: Calibration
    forecast: tuple[Falling, ...]


class Mastery(NamedTuple):
    """How likely (0 to 1) all questions were known at the end of a day ("2024-05-01"), those never
    right counting nothing."""

    day: str
    share: float


def progress(
    bank: Bank,
    store: Store,
    learner: str,
    memories: Mapping[str, Memory] | None = None,
    today: int = 0,
    retention: float = RETENTION,
) -> Progress:
    """The learner's progress on the bank, its parts in the source's order.

    `memories` are, where a schedule knows them, what is remembered on the day `today`. Raises
    StoreError.
    """
    had = trails(store, bank.id, learner)
    mine = {one.id: _merged(one, had) for one in bank.questions}
    by_section: dict[str, list[Question]] = {each.section: [] for each in bank.passages}
    by_objective: dict[str, list[Question]] = {}
    section = sections(bank)
    for one in sorted(bank.questions, key=source_order(bank)):
        by_section.setdefault(section(one), []).append(one)
        for objective in one.objective:
            by_objective.setdefault(objective, []).append(one)
    known = None
    if memories is not None:
        known = {name: likely_known(memory, today) for name, memory in memories.items()}
    whole = _part("", "", list(bank.questions), mine, known)
    return Progress(
        bank.id,
        learner,
        whole.questions,
        whole.seen,
        whole.known,
        whole.mastery,
        tuple(reversed(sessions(store, bank=bank.id, learner=learner, limit=SESSIONS))),
        tuple(_part(name, name, group, mine, known) for name, group in by_section.items() if group),
        tuple(
            _part(name, bank.objectives.get(name, name), group, mine, known)
            for name, group in by_objective.items()
        ),
        calibration(stated(store, bank.id, learner)),
        falling(memories.values(), today, retention) if memories is not None else (),
    )


def mastery(questions: Collection[Question], learner: LearnerState) -> float:
    """How likely (0 to 1) the questions are known now, those never right counting nothing."""
    known = (learner.memories[one.id] for one in questions if one.id in learner.memories)
    recalled = sum(likely_known(memory, learner.today) for memory in known)
    return recalled / len(questions) if questions else 0.0


def is_known(digit: str) -> bool:
    """Whether a share of a trail counts as known."""
    return int(digit) >= _ENOUGH


def falling(memories: Iterable[Memory], today: int, retention: float) -> tuple[Falling, ...]:
    """How many of the questions fall due on each of the next days, today the first."""
    days = Counter(max(due(memory, retention), today) for memory in memories)
    return tuple(Falling(iso_day(day), days[day]) for day in range(today, today + DAYS))


def _part(
    name: str,
    title: str,
    group: list[Question],
    mine: Mapping[str, Trail],
    recall: Mapping[str, float] | None,
) -> Part:
    answered = sorted(mine[one.id] for one in group if mine[one.id].shares)
    seen = [trail.shares for trail in answered]
    mastery = None
    if recall is not None and group:
        mastery = sum(recall.get(one.id, 0.0) for one in group) / len(group)
    return Part(
        name,
        title,
        len(group),
        len(seen),
        sum(is_known(trail[-1]) for trail in seen),
        "".join([*(trail[:-1] for trail in seen), *(trail[-1] for trail in seen[-LAST:])])[-LAST:],
        sum(_lapses(trail) for trail in seen),
        mastery,
    )


def _merged(one: Question, had: Mapping[str, Trail]) -> Trail:
    """The trail of a question, with those of the names that it had before."""
    mine = [had[name] for name in reversed(one.names) if name in had]
    return Trail(
        max((trail.at for trail in mine), default=""), "".join(trail.shares for trail in mine)
    )


@lru_cache(maxsize=16384)
def _lapses(trail: str) -> int:
    known = list(map(is_known, trail))
    first = known.index(True) if True in known else len(known)
    return known[first:].count(False)


def growth(bank: Bank, store: Store, learner: str, today: int) -> tuple[Mastery, ...]:
    """The mastery on each day of study, and today. Raises StoreError."""
    named = by_name(bank)
    rows = [row for row in reviews_of_bank(store, learner, bank.id) if row.question in named]
    rows.sort(key=lambda row: named[row.question].id)
    histories: list[list[Memory]] = []
    for _, mine in groupby(rows, lambda row: named[row.question].id):
        memory, history = None, []
        for review in reviews(mine, today):
            memory = after(memory, review)
            history.append(memory)
        histories.append(history)
    days = sorted({memory.last for history in histories for memory in history} | {today})
    if not any(histories):
        return ()
    return tuple(
        Mastery(iso_day(day), sum(_known(one, day) for one in histories) / len(bank.questions))
        for day in days[-POINTS:]
    )


def _known(history: list[Memory], day: int) -> float:
    """How likely a question was known on that day, by its memory after each review."""
    latest = next((memory for memory in reversed(history) if memory.last <= day), None)
    return likely_known(latest, day) if latest is not None else 0.0
