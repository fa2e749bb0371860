"""When a question should come back: FSRS-6 over what a learner responded.

A review counts for the day that the learner's own calendar showed, so that neither the hour of
study nor a journey moves a question by a day. Days are numbers, as `date.toordinal` counts them.
There are no steps of minutes: within a day, what was missed returns by the session's own rules.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from fsrs import Scheduler

    from quizapp.store.rows import ReviewRow

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
ENOUGH = 2 / 3
"""A response worth less than this was missed."""
SURE = 3
"""The highest certainty."""
RETENTION = 0.9
"""How likely a question is to be known when it falls due."""
LONGEST = 36500
FIRST_MISS = 0.212
"""The stability after a miss at first asking; further misses lower it, anything right raises it."""
_DECAY = -0.1542
_FACTOR = 0.9 ** (1 / _DECAY) - 1


class Review(NamedTuple):
    """What counts of a day: `rating` is 1 (Again) to 4 (Easy), `sure` whether it was
    given with full certainty."""

    day: int
    rating: int
    sure: bool = False


class Memory(NamedTuple):
    """What is remembered of a question after its reviews; it holds for any retention.

    `first` and `last` are the days of the first and last review. `lapses` counts the misses after
    the first review. `confident` marks a question that was last missed with full certainty.
    """

    first: int
    last: int
    stability: float
    difficulty: float
    reps: int = 1
    lapses: int = 0
    confident: bool = False


def rating(row: "ReviewRow") -> int:
    """What the scheduler makes of a response that is not void, or of a question passed over."""
    share = row.score if row.ruling is None else float(row.ruling == "right")
    if row.skipped or row.hinted or share < ENOUGH:
        return AGAIN
    if share < 1:
        return HARD
    return EASY if row.certainty == SURE else GOOD


def reviews(rows: Iterable["ReviewRow"], today: int) -> list[Review]:
    """The reviews of one question by one learner, a day each, from all its rows.

    What is void was never given. Of a session the response that counts (in an exam the last)
    stands for it, else that the question was passed over; of a day the first. What a clock ran
    ahead to record waits until its day has come. Where the calendar goes back (over the date
    line), the later response belongs to the same day.
    """
    counted: dict[str, ReviewRow] = {}
    for row in sorted(rows, key=lambda row: row.step):
        held = counted.get(row.session)
        if row.ruling == "void":
            continue
        if held is None or held.skipped or (row.exam and not row.skipped):
            counted[row.session] = row
    found: list[Review] = []
    latest = 0
    for row in sorted(counted.values(), key=lambda row: (row.at, row.session)):
        day = day_number(row.day)
        if latest < day <= today + 1:
            latest = day
            found.append(Review(day, rating(row), row.certainty == SURE and not row.skipped))
    return found


def remembered(done: Iterable[Review]) -> Memory | None:
    """What is remembered after the reviews, in order, one a day; None if there were none."""
    memory: Memory | None = None
    for review in done:
        memory = after(memory, review)
    return memory


def after(memory: Memory | None, review: Review) -> Memory:
    """What is remembered after one more review, on a later day than those before."""
    from fsrs import Card, Rating, State

    card = Card(card_id=1, due=_moment(review.day))
    if memory is not None:
        card.state, card.step = State.Review, None
        card.stability, card.difficulty = memory.stability, memory.difficulty
        card.last_review = _moment(memory.last)
    card, _ = _scheduler().review_card(card, Rating(review.rating), _moment(review.day))
    assert card.stability
    assert card.difficulty
    missed = review.rating == AGAIN
    return Memory(
        memory.first if memory else review.day,
        review.day,
        card.stability,
        card.difficulty,
        memory.reps + 1 if memory else 1,
        memory.lapses + missed if memory else 0,
        missed and review.sure,
    )


def due(memory: Memory, retention: float = RETENTION, by: int | None = None) -> int:
    """The day on which the question is to come back; not after the day `by`, if that lies ahead."""
    days = round(memory.stability * interval_factor(retention))
    day = memory.last + (1 if days < 1 else LONGEST if days > LONGEST else days)
    return day if by is None else min(day, max(by, memory.last + 1))


@cache
def interval_factor(retention: float = RETENTION) -> float:
    """How many days an interval has for each day of stability; one, where retention is 0.9."""
    return float((retention ** (1 / _DECAY) - 1) / _FACTOR)


def recall(memory: Memory, day: int) -> float:
    """How likely (0 to 1) the question is to be known on that day."""
    elapsed = max(0, day - memory.last)
    return float((1 + _FACTOR * elapsed / memory.stability) ** _DECAY)


def likely_known(memory: Memory, today: int) -> float:
    """How likely (0 to 1) a learner is told that the question is known; 0 until it was right once.

    On the day of an answer the model counts even a missed question as known, as its answer was
    just shown; so the recall of a day later is given.
    """
    never_right = memory.stability <= FIRST_MISS
    return 0.0 if never_right else recall(memory, max(today, memory.last + 1))


def day_number(day: str) -> int:
    """The number of the day that is written "2024-05-01"."""
    from datetime import date

    return date.fromisoformat(day).toordinal()


def iso_day(day: int) -> str:
    """The day with this number as it is kept: "2024-05-01"."""
    from datetime import date

    return date.fromordinal(day).isoformat()


@cache
def _scheduler() -> "Scheduler":
    """The scheduler, imported once there is something to replay."""
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


@cache
def _moment(day: int) -> "datetime":
    from datetime import UTC, datetime, timedelta

    return datetime(1, 1, 1, tzinfo=UTC) + timedelta(days=day - 1)
