"""When questions come back."""

import sys
from datetime import UTC, date, datetime, timedelta
from subprocess import run

import pytest
from fsrs import Card as FsrsCard
from fsrs import Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from quizapp.planning import spaced_repetition
from quizapp.planning.spaced_repetition import AGAIN, EASY, GOOD, HARD, Memory, Review
from quizapp.report.progress import falling
from quizapp.store.rows import ReviewRow

MAY_1 = date(2024, 5, 1).toordinal()


def row(day: int = 1, score: float = 1.0, **fields: object) -> ReviewRow:
    """A response on a day of May at noon."""
    whole: dict[str, object] = {
        "learner": "ada",
        "bank": "samples",
        "question": "a",
        "session": f"session-{day}",
        "exam": False,
        "step": 1,
        "at": f"2024-05-{day:02}T12:00:00.000000Z",
        "day": f"2024-05-{day:02}",
        "score": score,
        "ruling": None,
        "hinted": False,
        "certainty": None,
        "skipped": False,
    }
    return ReviewRow(**{**whole, **fields})  # type: ignore[arg-type]


def seen(*rows: ReviewRow, today: int = 31) -> list[tuple[int, int]]:
    """The days of May and ratings that the scheduler sees."""
    return [
        (day - MAY_1 + 1, rated)
        for day, rated, _ in spaced_repetition.reviews(rows, MAY_1 + today - 1)
    ]


@pytest.mark.parametrize(
    ("response", "rated"),
    [
        (row(score=1.0), GOOD),
        (row(score=0.0), AGAIN),
        (row(score=0.5), AGAIN),
        (row(score=0.66), AGAIN),
        (row(score=2 / 3), HARD),
        (row(score=0.9), HARD),
        (row(score=1.0, hinted=True), AGAIN),
        (row(score=0.0, skipped=True), AGAIN),
        (row(score=1.0, certainty=3), EASY),
        (row(score=1.0, certainty=2), GOOD),
        (row(score=0.9, certainty=3), HARD),
        (row(score=0.0, certainty=3), AGAIN),
        (row(score=0.0, ruling="right"), GOOD),
        (row(score=0.0, ruling="right", certainty=3), EASY),
        (row(score=1.0, ruling="wrong"), AGAIN),
    ],
)
def test_what_a_response_is_to_the_scheduler(response: ReviewRow, rated: int) -> None:
    assert spaced_repetition.rating(response) == rated


@pytest.mark.parametrize(
    ("rows", "then"),
    [
        # The first of a day, whatever order they come in.
        ([row(1), row(3, 0.0)], [(1, GOOD), (3, AGAIN)]),
        ([row(3, 0.0), row(1)], [(1, GOOD), (3, AGAIN)]),
        ([row(1), row(1, 0.0, session="later", at="2024-05-01T13:00Z")], [(1, GOOD)]),
        # What is void counts for nothing: the next one does.
        ([row(1, ruling="void")], []),
        ([row(1, ruling="void"), row(1, 0.0, step=2)], [(1, AGAIN)]),
        ([row(1, ruling="void"), row(2, 0.0)], [(2, AGAIN)]),
        # Of an exam the last.
        ([row(1, 0.0, exam=True), row(1, 1.0, exam=True, step=2)], [(1, GOOD)]),
        ([row(1, 0.0, exam=True), row(1, 1.0, exam=True, step=2, ruling="void")], [(1, AGAIN)]),
        # Passed over, unless it was answered in that session.
        ([row(1, 0.0, skipped=True)], [(1, AGAIN)]),
        ([row(1, 0.0, skipped=True), row(1, step=2)], [(1, GOOD)]),
        ([row(1), row(1, 0.0, step=2, skipped=True)], [(1, GOOD)]),
        # Over the date line to the east of it: the calendar goes back, the clock does not.
        ([row(2), row(1, 0.0, at="2024-05-02T20:00Z")], [(2, GOOD)]),
        # A clock that ran ahead: not before its day has come.
        ([row(5), row(31, 0.0)], [(5, GOOD)]),
        ([row(11)], [(11, GOOD)]),
        ([row(12)], []),
    ],
)
def test_which_responses_are_reviews(rows: list[ReviewRow], then: list[tuple[int, int]]) -> None:
    assert seen(*rows, today=10) == then


gaps_and_ratings = st.lists(st.tuples(st.integers(1, 400), st.integers(1, 4)), min_size=1)


@given(gaps_and_ratings, st.floats(0.7, 0.97), st.integers(0, 1000))
def test_it_is_fsrs_to_the_card(drawn: list[tuple[int, int]], retention: float, later: int) -> None:
    scheduler = Scheduler(
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )
    moment = datetime(2024, 5, 1, tzinfo=UTC)
    card, done = FsrsCard(card_id=1, due=moment), []
    for gap, rated in drawn:
        moment += timedelta(days=gap)
        card, _ = scheduler.review_card(card, Rating(rated), moment)
        done.append(Review(moment.toordinal(), rated))
    memory = spaced_repetition.remembered(done)
    assert memory is not None
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)
    assert spaced_repetition.due(memory, retention) == card.due.toordinal()
    then = moment + timedelta(days=later)
    expected = scheduler.get_card_retrievability(card, then)
    assert spaced_repetition.recall(memory, then.toordinal()) == pytest.approx(expected, abs=1e-12)


def test_an_examination_caps_the_interval_but_never_to_the_same_day() -> None:
    memory = Memory(100, 100, 30.0, 5.0)
    assert spaced_repetition.due(memory) == 130
    assert spaced_repetition.due(memory, by=110) == 110
    assert spaced_repetition.due(memory, by=200) == 130
    assert spaced_repetition.due(memory, by=90) == 101


def test_lapses_and_confident_errors() -> None:
    def after(*ratings: tuple[int, bool]) -> Memory | None:
        return spaced_repetition.remembered(
            Review(day, rated, sure) for day, (rated, sure) in enumerate(ratings, 100)
        )

    first = after((AGAIN, True))
    assert first is not None
    assert (first.reps, first.lapses, first.confident) == (1, 0, True)
    again = after((AGAIN, True), (GOOD, False), (AGAIN, False))
    assert again is not None
    assert (again.reps, again.lapses, again.confident) == (3, 1, False)
    assert (again.first, again.last) == (100, 102)


def test_what_falls_due_on_each_day_what_is_overdue_today() -> None:
    today = MAY_1 + 3
    twice, missed = (
        spaced_repetition.remembered(spaced_repetition.reviews(rows, today))
        for rows in ([row(1), row(3)], [row(1, 0.0)])
    )
    assert twice is not None
    assert missed is not None
    assert spaced_repetition.due(missed) == MAY_1 + 1
    falls = [day.due for day in falling((twice, missed), today, spaced_repetition.RETENTION)]
    assert falls[0] == 1
    assert sum(falls) == 2


def test_nothing_heavy_is_imported_before_there_is_something_to_replay() -> None:
    code = (
        "import sys, quizapp.planning.spaced_repetition; "
        "print({'fsrs', 'datetime'} & sys.modules.keys())"
    )
    told = run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "set()"


@pytest.mark.parametrize(
    ("ratings", "told"),
    [
        ([AGAIN], False),
        ([AGAIN, AGAIN, AGAIN], False),
        ([HARD], True),
        ([AGAIN, HARD], True),
        ([GOOD, AGAIN], True),
    ],
)
def test_nothing_is_likely_known_until_it_was_right_once(ratings: list[int], told: bool) -> None:
    memory = spaced_repetition.remembered(
        Review(100 + day, rating) for day, rating in enumerate(ratings)
    )
    assert memory is not None
    assert bool(spaced_repetition.likely_known(memory, 110)) is told
