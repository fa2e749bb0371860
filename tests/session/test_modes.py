"""The ways of studying: by the schedule, cramming, reading, an exam against the clock."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session.samples import bank, do, sitting_on, word

from quizapp.bank.model import Bank, Paper
from quizapp.report.calibration import of_session
from quizapp.schedule import Memory
from quizapp.session.horizon import expected
from quizapp.session.learn import DoneForToday, draw
from quizapp.session.memory import Standing, standing
from quizapp.session.plan import NothingToAsk
from quizapp.session.sitting import Refused, Sitting, TimeUp, begin, resume
from quizapp.session.wish import USUAL, Habits, Wish
from quizapp.store.sqlite import Store, in_memory

TODAY = datetime(2024, 5, 1).toordinal()
PLAIN = Wish()
MANY = bank(*(word(f"q{n}") for n in range(40)))


class Hands:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.moment = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def on(self, **by: float) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory() as opened:
        yield opened


def known(days_ago: int, stability: float = 2.0, **fields: bool) -> Memory:
    """A question that was met some days ago."""
    return Memory(TODAY - days_ago, TODAY - days_ago, stability, 5.0, **fields)  # type: ignore[arg-type]


def drawn(questions: Bank, wish: Wish = PLAIN, begun: int = 0, **memories: Memory) -> list[str]:
    """What is asked today, in order."""
    return list(draw(questions, wish, 1, Standing(TODAY, memories, begun)).questions)


# Learning


def test_a_first_session_has_ten_new_questions() -> None:
    found = draw(MANY, Wish(), 1, Standing(TODAY))
    assert (len(found.questions), found.due, found.held_back) == (10, 0, True)


def test_a_small_bank_is_asked_whole() -> None:
    found = draw(bank(word("a"), word("b")), Wish(), 1, Standing(TODAY))
    assert (len(found.questions), found.held_back) == (2, False)


@pytest.mark.parametrize(("begun", "new"), [(0, 10), (4, 6), (9, 1)])
def test_the_daily_limit_is_over_all_banks(begun: int, new: int) -> None:
    assert len(drawn(MANY, begun=begun)) == new


def test_at_the_limit_it_is_done_for_today_and_says_how_to_have_more() -> None:
    with pytest.raises(DoneForToday, match=r"Done for today.* 10 new") as caught:
        drawn(MANY, begun=10)
    assert caught.value.more == Wish(count=10)
    assert len(drawn(MANY, Wish(count=10), begun=10)) == 10


def test_what_is_due_comes_first_and_confident_errors_before_all() -> None:
    order = drawn(MANY, q1=known(5), q2=known(1), q3=known(9, confident=True), q4=known(3))
    assert order[0] == "q3"
    assert set(order[1:3]) == {"q1", "q4"}
    assert len(order) == 13
    assert "q2" not in order


def test_what_is_due_alone() -> None:
    assert set(drawn(MANY, Wish(due=True), q1=known(5), q2=known(1))) == {"q1"}
    with pytest.raises(DoneForToday, match="Nothing is due before tomorrow"):
        drawn(MANY, Wish(due=True), q2=known(1))
    with pytest.raises(DoneForToday, match="Nothing is due"):
        drawn(MANY, Wish(due=True))


def test_one_question_an_objective_a_day() -> None:
    twins = bank(*(word(name, objective=("x",)) for name in "abc"), word("d"))
    assert set(drawn(twins, a=known(0))) == {"d"}
    assert set(drawn(twins, a=known(5), b=known(9))) == {"b", "d"}
    assert set(drawn(twins, Wish(due=True), a=known(5), b=known(9))) == {"a", "b"}


def test_objectives_never_tested_come_before_others() -> None:
    questions = bank(
        word("a", objective=("x",)), word("b", objective=("x",)), word("c", objective=("y",))
    )
    found = draw(questions, Wish(), 1, Standing(TODAY, {"a": known(1)}), Habits(new_a_day=1))
    assert found.questions == ("c",)


def test_a_count_is_filled_with_what_is_due_new_and_then_least_known() -> None:
    few = bank(*(word(name) for name in "abcd"))
    memories = {"a": known(9), "b": known(1, 50.0), "c": known(1, 10.0)}
    assert drawn(few, Wish(count=1), **memories) == ["a"]
    assert drawn(few, Wish(count=2), **memories) == ["a", "d"]
    assert drawn(few, Wish(count=3), **memories) == ["a", "d", "c"]
    assert len(drawn(few, Wish(count=9), **memories)) == 4


def test_the_limit_still_holds_for_a_session_that_is_resumed(store: Store) -> None:
    hands = Hands()
    sitting = begin(MANY, store, Wish(), "ada", hands)
    sitting.answer("right", 1.0)
    again = resume(MANY, store, sitting.id, hands)
    assert again.limit_reached
    chosen = begin(MANY, store, Wish(count=3), "ada", hands)
    chosen.answer("right", 1.0)
    assert not resume(MANY, store, chosen.id, hands).limit_reached
    few = bank(word("a"), word("b"))
    whole = begin(few, store, Wish(), "ben", hands)
    whole.answer("right", 1.0)
    assert not resume(few, store, whole.id, hands).limit_reached


def test_more_than_the_limit_keeps_the_day_of_the_examination() -> None:
    with pytest.raises(DoneForToday) as caught:
        drawn(MANY, Wish(by="2024-05-05", due=True))
    assert caught.value.more == Wish(by="2024-05-05", count=10)


# Until an examination


@pytest.mark.parametrize(("days", "new"), [(0, 40), (1, 40), (4, 10), (3, 14), (39, 2), (100, 1)])
def test_the_unseen_are_spread_over_the_days_left(days: int, new: int) -> None:
    by = datetime.fromordinal(TODAY + days).date().isoformat()
    assert len(drawn(MANY, Wish(by=by), begun=10)) == new


def test_what_was_begun_today_counts_for_todays_share() -> None:
    memories = {f"q{n}": known(0) for n in range(10)}
    with pytest.raises(DoneForToday):
        drawn(MANY, Wish(by="2024-05-05"), **memories)


def test_intervals_end_at_the_examination() -> None:
    assert drawn(bank(word("a")), Wish(by="2024-05-01"), a=known(5, 30.0)) == ["a"]


@pytest.mark.parametrize(("by", "said"), [("Friday", "no day"), ("2024-04-30", "past")])
def test_a_day_that_is_none_or_past(by: str, said: str) -> None:
    with pytest.raises(NothingToAsk, match=said):
        drawn(MANY, Wish(by=by))


def test_what_is_expected_on_the_day() -> None:
    wish = Wish(by="2024-05-11")
    nothing = expected(MANY, wish, Standing(TODAY), USUAL)
    all_known = {f"q{n}": known(0, 500.0) for n in range(40)}
    everything = expected(MANY, wish, Standing(TODAY, all_known), USUAL)
    assert nothing.of == everything.of == 40
    assert 20 < nothing.right < 40
    assert everything.right == pytest.approx(40, abs=0.5)


def test_a_sitting_tells_of_limit_more_and_expectation(store: Store) -> None:
    hands = Hands()
    sitting = begin(MANY, store, Wish(), "ada", hands)
    assert sitting.limit_reached
    assert sitting.more() == Wish(count=10)
    assert sitting.expected is None
    ahead = begin(MANY, store, Wish(by="2024-05-11"), "ada", hands)
    assert ahead.expected is not None
    assert ahead.expected.of == 40


# What returns

RESPONSES = st.sampled_from(("right", "slip", "most", "half", "wrong"))
KNOWN = ("right", "slip", "most")


@given(st.integers(1, 9), st.data())
def test_what_was_missed_returns_after_three_others_until_right_once_at_most_twice(
    count: int, data: st.DataObject
) -> None:
    sitting = sitting_on("abcdefghi"[:count])
    asked: list[tuple[str, str]] = []
    room: list[int] = []
    while sitting.turn is not None:
        response = data.draw(RESPONSES)
        asked.append((sitting.turn.question, response))
        room.append(len(sitting.session.queue) - 1)
        sitting.answer(response, 1.0)
    for name in "abcdefghi"[:count]:
        places = [at for at, (question, _) in enumerate(asked) if question == name]
        responses = [asked[at][1] for at in places]
        assert len(places) <= 3
        assert all(response not in KNOWN for response in responses[:-1])
        assert responses[-1] in KNOWN or len(places) == 3
        for before, after in pairwise(places):
            assert after - before - 1 >= min(3, room[before])


@given(st.integers(1, 5), st.lists(RESPONSES, max_size=30))
def test_cramming_ends_when_each_was_right_three_times(count: int, first: list[str]) -> None:
    sitting = sitting_on("abcde"[:count], mode="cram")
    for response in [*first, *["right"] * 15]:
        if sitting.turn is not None:
            sitting.answer(response, 1.0)
    assert sitting.turn is None
    right = Counter(given.question for given in sitting.session.given if not given.missed)
    assert set(right.values()) == {3}


# Cramming


def test_cramming_lets_go_after_three_times_right() -> None:
    sitting = sitting_on("abcde", mode="cram")
    asked = []
    while sitting.turn is not None:
        asked.append(sitting.turn.question)
        do(sitting, "wrong" if len(asked) == 1 else "right")
    assert {name: asked.count(name) for name in "abcde"} == {"a": 4, "b": 3, "c": 3, "d": 3, "e": 3}
    assert asked[:6] == [*"abcda", "e"]
    assert sitting.score().answered == 5


def test_cramming_is_not_over_before_all_are_known(store: Store) -> None:
    hands = Hands()
    sitting = begin(bank(word("a"), word("b")), store, Wish(mode="cram"), "ada", hands)
    for _ in range(3):
        sitting.answer("right", 1.0)
    assert sitting.times_right == 2
    assert not sitting.leave()
    again = resume(sitting.bank, store, sitting.id, hands)
    while again.turn is not None:
        again.answer("right", 1.0)
    assert len(again.session.given) == 6
    assert again.leave()


def test_cramming_and_reading_change_no_schedule(store: Store) -> None:
    hands = Hands()
    text = bank(word("a", "p1"), word("b", "p1"), passages=1)
    for mode in ("cram", "read"):
        sitting = begin(text, store, Wish(mode=mode), "ada", hands)  # type: ignore[arg-type]
        sitting.answer("wrong", 1.0)
        sitting.skip()
    today = hands().toordinal()
    assert standing(store, text, "ada", today) == Standing(today)


# Reading


def read_on(sitting: Sitting) -> str:
    """What comes, in order: questions, and passages in capitals."""
    told = []
    while not sitting.complete:
        if sitting.reading is not None:
            told.append(sitting.reading.id.upper())
            sitting.read_on()
        else:
            assert sitting.turn is not None
            told.append(sitting.turn.question)
            sitting.answer("wrong", 1.0)
    return " ".join(told)


def test_each_paragraph_comes_after_its_questions(store: Store) -> None:
    text = bank(word("c", "p3"), word("a", "p1"), word("z"), passages=3)
    sitting = begin(text, store, Wish(mode="read"), "ada", Hands())
    assert read_on(sitting) == "z a P1 P2 c P3"
    assert sitting.leave()


def test_a_guess_enters_no_score(store: Store) -> None:
    text = bank(word("a", "p1"), word("b", "p2"), passages=2)
    sitting = begin(text, store, Wish(mode="read"), "ada", Hands())
    sitting.answer("right", 1.0)
    sitting.read_on()
    sitting.skip()
    assert sitting.reading is not None
    for whole in (sitting.score(), *store.sums()):
        assert (whole.answered, whole.points, whole.out_of) == (0, 0, 0)


def test_what_was_guessed_on_a_paragraph_is_known_when_it_is_read() -> None:
    text = bank(word("a", "p1"), word("b", "p1"), word("c", "p2"), passages=2)
    sitting = begin(text, None, Wish(mode="read"), clock=Hands())
    sitting.answer("wrong", 1.0)
    sitting.skip()
    assert len(sitting.guessed) == 1
    sitting.read_on()
    sitting.answer("wrong", 1.0)
    assert [question.id for question in sitting.guessed] == ["c"]
    assert sitting.paragraphs == 2


def test_a_bank_without_passages_cannot_be_read() -> None:
    with pytest.raises(NothingToAsk, match="no passages to read"):
        begin(bank(word("a"), passages=0), None, Wish(mode="read"), clock=Hands())


def test_a_guess_has_no_hint_and_no_certainty() -> None:
    wish = Wish(mode="read", certainty=True)
    sitting = begin(bank(word("a", "p1"), passages=1), None, wish, clock=Hands())
    assert not sitting.can_hint
    assert not sitting.asks_certainty
    with pytest.raises(Refused, match="a guess costs nothing"):
        sitting.hint()


def test_reading_is_resumed_where_it_stood(store: Store) -> None:
    text = bank(word("a", "p1"), word("b", "p2"), passages=2)
    hands = Hands()
    sitting = begin(text, store, Wish(mode="read"), "ada", hands)
    sitting.answer("wrong", 1.0)
    sitting.read_on()
    (waiting,) = store.unfinished("ada", "")
    assert (waiting.answered, waiting.planned) == (1, 2)
    again = resume(text, store, sitting.id, hands)
    assert read_on(again) == "b P2"
    with pytest.raises(Refused, match="no passage"):
        again.read_on()


# An exam against the clock


def test_the_time_of_an_exam_runs_on_while_one_is_away(store: Store) -> None:
    hands = Hands()
    wish = Wish(mode="exam", seed=1, minutes=20, extra_time=25, pass_mark=50)
    sitting = begin(bank(word("a"), word("b")), store, wish, "ada", hands)
    assert sitting.seconds_left == 25 * 60
    hands.on(minutes=10)
    sitting.answer("right", 1.0)
    assert resume(sitting.bank, store, sitting.id, hands).seconds_left == 15 * 60
    hands.on(minutes=20)
    with pytest.raises(TimeUp, match="time is up"):
        sitting.answer("right", 1.0)
    assert sitting.session.finished
    assert (sitting.score().percent, sitting.passed) == (50.0, True)


def test_an_exam_that_is_resumed_too_late_is_handed_in(store: Store) -> None:
    hands = Hands()
    wish = Wish(mode="exam", seed=1, minutes=20, pass_mark=50)
    sitting = begin(bank(word("a"), word("b")), store, wish, "ada", hands)
    sitting.answer("wrong", 1.0)
    hands.on(hours=2)
    late = resume(sitting.bank, store, sitting.id, hands)
    assert late.session.finished
    assert late.passed is False
    assert (late.seed, late.digest) == (1, "sha256:bank")


def test_without_a_limit_or_a_mark_there_is_none() -> None:
    sitting = sitting_on("ab", mode="exam")
    assert (sitting.deadline, sitting.seconds_left, sitting.passed) == (None, None, None)


def test_a_paper_says_what_its_exam_is_and_the_wish_goes_before() -> None:
    paper = Paper(id="mock", sections=("A",), count=2, seed=7, minutes=30, pass_mark=60)
    questions = bank(*(word(f"q{n}", f"p{n % 5 + 1}") for n in range(20)), papers=(paper,))
    sitting = begin(questions, None, Wish(paper="mock", count=3), clock=Hands())
    assert sitting.session.mode == "exam"
    assert {planned.section for planned in sitting.session.plan} == {"A"}
    assert (len(sitting.session.plan), sitting.seed, sitting.seconds_left) == (3, 7, 1800)
    with pytest.raises(NothingToAsk, match="There are: mock"):
        begin(questions, None, Wish(paper="real"), clock=Hands())


def test_extra_time_lengthens_the_limit_of_a_paper_and_needs_one() -> None:
    papers = (Paper(id="timed", minutes=30), Paper(id="open"))
    questions = bank(*(word(name) for name in "abc"), papers=papers)
    timed = begin(questions, None, Wish(paper="timed", extra_time=50), clock=Hands())
    assert timed.seconds_left == 45 * 60
    with pytest.raises(NothingToAsk, match="no time limit"):
        begin(questions, None, Wish(paper="open", extra_time=50), clock=Hands())


# Certainty


def test_certainty_is_asked_of_what_counts() -> None:
    sitting = begin(bank(word("a"), word("b")), None, Wish(certainty=True), clock=Hands())
    assert sitting.asks_certainty
    sitting.answer("wrong", 1.0, 3)
    sitting.rule("void")
    assert sitting.asks_certainty
    sitting.answer("wrong", 1.0, 3)
    sitting.answer("right", 1.0, 1)
    assert sitting.turn is not None
    assert sitting.turn.retry
    assert not sitting.asks_certainty


def test_calibration_of_a_session_holds_what_counts_with_its_rulings() -> None:
    sitting = sitting_on("abcd")
    for response, certainty in (("right", 3), ("wrong", 3), ("half", 1), ("right", None)):
        sitting.answer(response, 1.0, certainty)
    found = of_session(sitting.session)
    assert [(level.certainty, level.times, level.observed) for level in found.levels] == [
        (1, 1, 0.5),
        (3, 2, 0.5),
    ]
    assert found.accuracy == 0.5
    assert found.brier == pytest.approx((0.1**2 + 0.9**2 + 0) / 3)
    sitting.rule("right", sitting.session.given[1].id)
    assert of_session(sitting.session).levels[1].observed == 1.0


@pytest.mark.parametrize(
    ("response", "certainty", "marks"),
    [
        ("right", 1, 1.0),
        ("right", 2, 2.0),
        ("right", 3, 3.0),
        ("wrong", 1, 0.0),
        ("wrong", 2, -2.0),
        ("wrong", 3, -6.0),
        ("half", 1, 0.5),
        ("half", 2, 1.0),
        ("half", 3, 1.5),
        ("right", None, None),
    ],
)
def test_marks_by_certainty(response: str, certainty: int | None, marks: float | None) -> None:
    sitting = sitting_on("ab")
    given = sitting.answer(response, 1.0, certainty)
    score = sitting.score()
    assert (score.marks, score.marks_out_of) == (marks, 3.0)
    assert given.marks == (marks or 0.0)


def test_marks_follow_a_ruling() -> None:
    sitting = sitting_on("ab")
    sitting.answer("wrong", 1.0, 3)
    sitting.rule("right")
    assert sitting.score().marks == 3.0
    sitting.undo()
    assert sitting.score().marks == -6.0
