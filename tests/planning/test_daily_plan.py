"""What a learner is asked today: what is due, what is new, what an examination ahead asks for."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from session.samples import Hands, bank, word

from quizapp.app.outlook import ahead, expected, limit_reached, request_for_more
from quizapp.bank.model import Bank
from quizapp.planning.cards import LearnerState
from quizapp.planning.daily_plan import DoneForToday, draw
from quizapp.planning.forecast import expected_score
from quizapp.planning.plan import NothingToAsk
from quizapp.planning.request import USUAL, SessionRequest, StudySettings
from quizapp.planning.spaced_repetition import Memory
from quizapp.session.begin import begin, resume
from quizapp.store.sqlite import Store, in_memory

TODAY = datetime(2024, 5, 1).toordinal()
PLAIN = SessionRequest()
MANY = bank(*(word(f"q{n}") for n in range(40)))


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory() as opened:
        yield opened


def known(days_ago: int, stability: float = 2.0, **fields: bool) -> Memory:
    """A question that was met some days ago."""
    return Memory(TODAY - days_ago, TODAY - days_ago, stability, 5.0, **fields)


def drawn(
    questions: Bank, request: SessionRequest = PLAIN, begun: int = 0, **memories: Memory
) -> list[str]:
    """What is asked today, in order."""
    return list(draw(questions, request, 1, LearnerState(TODAY, memories, begun)).questions)


# Learning


def test_a_first_session_has_ten_new_questions() -> None:
    found = draw(MANY, SessionRequest(), 1, LearnerState(TODAY))
    assert (len(found.questions), found.due, found.held_back) == (10, 0, True)


def test_a_small_bank_is_asked_whole() -> None:
    found = draw(bank(word("a"), word("b")), SessionRequest(), 1, LearnerState(TODAY))
    assert (len(found.questions), found.held_back) == (2, False)


@pytest.mark.parametrize(("begun", "new"), [(0, 10), (4, 6), (9, 1)])
def test_the_daily_limit_is_over_all_banks(begun: int, new: int) -> None:
    assert len(drawn(MANY, PLAIN, begun)) == new


def test_at_the_limit_it_is_done_for_today_and_says_how_to_have_more() -> None:
    with pytest.raises(DoneForToday, match=r"Done for today.* 10 new") as caught:
        drawn(MANY, PLAIN, 10)
    assert caught.value.more == SessionRequest(count=10)
    assert len(drawn(MANY, SessionRequest(count=10), 10)) == 10


def test_what_is_due_comes_first_and_confident_errors_before_all() -> None:
    order = drawn(
        MANY, PLAIN, 0, q1=known(5), q2=known(1), q3=known(9, confident=True), q4=known(3)
    )
    assert order[0] == "q3"
    assert set(order[1:3]) == {"q1", "q4"}
    assert len(order) == 13
    assert "q2" not in order


def test_what_is_due_alone() -> None:
    assert set(drawn(MANY, SessionRequest(due=True), 0, q1=known(5), q2=known(1))) == {"q1"}
    with pytest.raises(DoneForToday, match="Nothing is due before tomorrow"):
        drawn(MANY, SessionRequest(due=True), 0, q2=known(1))
    with pytest.raises(DoneForToday, match="Nothing is due"):
        drawn(MANY, SessionRequest(due=True))


def test_one_question_an_objective_a_day() -> None:
    twins = bank(*(word(name, objective=("x",)) for name in "abc"), word("d"))
    assert set(drawn(twins, PLAIN, 0, a=known(0))) == {"d"}
    assert set(drawn(twins, PLAIN, 0, a=known(5), b=known(9))) == {"b", "d"}
    assert set(drawn(twins, SessionRequest(due=True), 0, a=known(5), b=known(9))) == {"a", "b"}


def test_objectives_never_tested_come_before_others() -> None:
    questions = bank(
        word("a", objective=("x",)), word("b", objective=("x",)), word("c", objective=("y",))
    )
    found = draw(
        questions,
        SessionRequest(),
        1,
        LearnerState(TODAY, {"a": known(1)}),
        StudySettings(new_a_day=1),
    )
    assert found.questions == ("c",)


def test_a_backlog_is_asked_a_day_s_work_at_a_time_unless_all_of_it_is_wanted() -> None:
    many = bank(*(word(f"q{n}") for n in range(350)))
    memories = {f"q{n}": known(n + 3) for n in range(350)}
    worst = {f"q{n}" for n in range(50, 350)}
    assert set(drawn(many, PLAIN, 0, **memories)) == worst
    assert len(drawn(many, SessionRequest(due=True), 0, **memories)) == 350


def test_a_count_is_filled_with_what_is_due_new_and_then_least_known() -> None:
    few = bank(*(word(name) for name in "abcd"))
    memories = {"a": known(9), "b": known(1, 50.0), "c": known(1, 10.0)}
    assert drawn(few, SessionRequest(count=1), 0, **memories) == ["a"]
    assert drawn(few, SessionRequest(count=2), 0, **memories) == ["a", "d"]
    assert drawn(few, SessionRequest(count=3), 0, **memories) == ["a", "d", "c"]
    assert len(drawn(few, SessionRequest(count=9), 0, **memories)) == 4


def test_the_limit_still_holds_for_a_session_that_is_resumed(store: Store) -> None:
    hands = Hands()
    session = begin(MANY, store, SessionRequest(), "ada", hands)
    session.answer("right", 1.0)
    again = resume(MANY, store, session.id, hands)
    assert limit_reached(again)
    chosen = begin(MANY, store, SessionRequest(count=3), "ada", hands)
    chosen.answer("right", 1.0)
    assert not limit_reached(resume(MANY, store, chosen.id, hands))
    few = bank(word("a"), word("b"))
    whole = begin(few, store, SessionRequest(), "ben", hands)
    whole.answer("right", 1.0)
    assert not limit_reached(resume(few, store, whole.id, hands))


def test_more_than_the_limit_keeps_the_day_of_the_examination() -> None:
    with pytest.raises(DoneForToday) as caught:
        drawn(MANY, SessionRequest(by="2024-05-05", due=True))
    assert caught.value.more == SessionRequest(by="2024-05-05", count=10)


# Until an examination


@pytest.mark.parametrize(("days", "new"), [(0, 40), (1, 40), (4, 10), (3, 14), (39, 2), (100, 1)])
def test_the_unseen_are_spread_over_the_days_left(days: int, new: int) -> None:
    by = datetime.fromordinal(TODAY + days).date().isoformat()
    assert len(drawn(MANY, SessionRequest(by=by), 10)) == new


def test_what_was_begun_today_counts_for_todays_share() -> None:
    memories = {f"q{n}": known(0) for n in range(10)}
    with pytest.raises(DoneForToday):
        drawn(MANY, SessionRequest(by="2024-05-05"), 0, **memories)


def test_intervals_end_at_the_examination() -> None:
    assert drawn(bank(word("a")), SessionRequest(by="2024-05-01"), 0, a=known(5, 30.0)) == ["a"]


@pytest.mark.parametrize(("by", "said"), [("Friday", "no day"), ("2024-04-30", "past")])
def test_a_day_that_is_none_or_past(by: str, said: str) -> None:
    with pytest.raises(NothingToAsk, match=said):
        drawn(MANY, SessionRequest(by=by))


def test_what_is_expected_on_the_day() -> None:
    request = SessionRequest(by="2024-05-11")
    nothing = expected_score(MANY, request, LearnerState(TODAY), USUAL)
    all_known = {f"q{n}": known(0, 500.0) for n in range(40)}
    everything = expected_score(MANY, request, LearnerState(TODAY, all_known), USUAL)
    assert nothing.of == everything.of == 40
    assert 20 < nothing.right < 40
    assert everything.right == pytest.approx(40, abs=0.5)


def test_a_session_tells_of_limit_more_and_expectation(store: Store) -> None:
    hands = Hands()
    session = begin(MANY, store, SessionRequest(), "ada", hands)
    assert limit_reached(session)
    assert request_for_more(session) == SessionRequest(count=10)
    assert expected(session) is None
    preparing = begin(MANY, store, SessionRequest(by="2024-05-11"), "ada", hands)
    ahead = expected(preparing)
    assert ahead is not None
    assert ahead.of == 40


@pytest.mark.parametrize("by", [None, "2024-05-11"])
def test_a_bank_that_lost_what_was_asked_for_tells_nothing_of_what_lies_ahead(
    store: Store, by: str | None
) -> None:
    request = SessionRequest(tags=("tide",), by=by)
    session = begin(bank(word("a", tags=("tide",)), word("b")), store, request, "ada", Hands())
    session.recorder.flush()
    again = resume(bank(word("a"), word("b")), store, session.id, Hands())
    again.answer("right", 1.0)
    again.finish()
    assert ahead(again) == ("", 0)
