"""A clock that went back, a session across midnight, and one across time zones."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from session.samples import Hands, bank, word

from quizapp.planning.cards import due_counts, learner_state, memories_of
from quizapp.planning.request import SessionRequest, StudySettings
from quizapp.report.progress import progress
from quizapp.report.scores import responses, sessions
from quizapp.session.begin import begin, resume
from quizapp.session.run import SessionRun
from quizapp.store.history import study_days
from quizapp.store.sqlite import Store, in_memory

QUESTIONS = bank(word("a", "p1"), word("b", "p2"), word("c", "p3"))
MAY_1 = datetime(2024, 5, 1).toordinal()


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory() as opened:
        yield opened


def begun(store: Store, hands: Hands) -> SessionRun:
    return begin(QUESTIONS, store, SessionRequest(questions=("a", "b", "c")), "ada", hands)


def first_days(store: Store, hands: Hands) -> list[int]:
    """On which days of May the questions were first answered, by the schedule."""
    cards = memories_of(store, QUESTIONS, "ada", hands).values()
    return sorted(card.first - MAY_1 + 1 for card in cards)


def test_a_clock_that_goes_back_within_a_session_loses_nothing(store: Store) -> None:
    hands = Hands(datetime(2024, 5, 3, 12, tzinfo=UTC))
    session = begun(store, hands)
    session.answer("right", 1.0)
    hands.moment -= timedelta(days=2)
    session.answer("wrong", 1.0)
    again = resume(QUESTIONS, store, session.id, hands)
    assert again.state == session.state
    again.answer("right", 1.0)
    again.finish()
    (told,) = sessions(store, clock=hands)
    assert (told.answered, told.score, told.finished is not None) == (3, 2.0, True)
    assert [each.question for each in responses(store, told.id)] == [
        given.question for given in again.state.responses
    ]
    assert progress(QUESTIONS, store, "ada").seen == 3
    # What is dated ahead waits for its day; nothing is reviewed before it was.
    assert first_days(store, hands) == [1, 1]
    hands.moment += timedelta(days=1)
    assert first_days(store, hands) == [1, 1, 3]


def test_a_session_at_four_in_the_morning_is_one_session_on_two_days(store: Store) -> None:
    hands = Hands(datetime(2024, 5, 2, 3, 59, tzinfo=UTC))
    session = begun(store, hands)
    session.answer("right", 1.0)
    hands.moment += timedelta(minutes=2)
    again = resume(QUESTIONS, store, session.id, hands)
    again.answer("right", 1.0)
    again.answer("right", 1.0)
    again.finish()
    assert [each.score for each in sessions(store, clock=hands)] == [3.0]
    assert first_days(store, hands) == [1, 2, 2]
    assert learner_state(store, QUESTIONS, "ada", MAY_1).begun == 1
    assert learner_state(store, QUESTIONS, "ada", MAY_1 + 1).begun == 2
    hands.moment += timedelta(days=1)
    assert due_counts(store, "ada", hands) == {"samples": 1}


@pytest.mark.parametrize(("begins", "days"), [(4, [1, 1, 1]), (0, [1, 2, 2])])
def test_after_midnight_it_is_still_the_evening_before(
    store: Store, begins: int, days: list[int]
) -> None:
    settings = StudySettings(day_begins=begins)
    hands = Hands(datetime(2024, 5, 1, 23, 59, tzinfo=UTC))
    request = SessionRequest(questions=("a", "b", "c"))
    session = begin(QUESTIONS, store, request, "ada", hands, settings)
    session.answer("right", 1.0)
    hands.moment += timedelta(minutes=31)
    again = resume(QUESTIONS, store, session.id, hands, settings)
    again.answer("right", 1.0)
    again.answer("right", 1.0)
    cards = memories_of(store, QUESTIONS, "ada", hands, settings).values()
    assert sorted(card.first - MAY_1 + 1 for card in cards) == days
    assert [each.day for each in study_days(store, "ada", "2024-01-01")] == [
        f"2024-05-0{day}" for day in sorted(set(days))
    ]
    kept = [row.stamp for row in store.history(session.id)]
    assert kept[-1].at.startswith("2024-05-02T00:30"), "the time itself stays"


def test_over_the_date_line_the_learners_own_day_counts_and_never_twice(store: Store) -> None:
    tonga, samoa = timezone(timedelta(hours=13)), timezone(timedelta(hours=-11))
    hands = Hands(datetime(2024, 5, 2, 9, tzinfo=tonga))
    session = begun(store, hands)
    session.answer("wrong", 1.0)
    hands.moment = (hands.moment + timedelta(hours=1)).astimezone(samoa)
    assert hands.moment.day == 1
    again = resume(QUESTIONS, store, session.id, hands)
    again.answer("right", 1.0)
    again.answer("right", 1.0)
    again.finish()
    assert first_days(store, hands) == [1, 1, 2]
    second = begun(store, hands)
    while second.turn is not None:
        second.answer("right", 1.0)
    cards = memories_of(store, QUESTIONS, "ada", hands)
    assert {card.reps for card in cards.values()} == {1}
    order = [each.started for each in sessions(store, clock=hands)]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize("hours", [-1, 1])
def test_an_hour_that_comes_twice_or_never_changes_no_day(store: Store, hours: int) -> None:
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=2 + hours))
    hands = Hands(datetime(2024, 5, 1, 4, 10, tzinfo=summer))
    session = begun(store, hands)
    session.answer("right", 1.0)
    hands.moment = (hands.moment + timedelta(minutes=110)).astimezone(winter)
    session.answer("right", 1.0)
    assert first_days(store, hands) == [1, 1]
    at = [each.at for each in responses(store, session.id)]
    assert at == sorted(at)


def test_an_exam_does_not_grow_longer_by_setting_the_clock_back(store: Store) -> None:
    hands = Hands(datetime(2024, 5, 1, 12, tzinfo=UTC))
    request = SessionRequest(mode="exam", questions=("a", "b"), minutes=20)
    session = begin(QUESTIONS, store, request, "ada", hands)
    hands.moment -= timedelta(hours=3)
    assert session.seconds_left == 20 * 60
