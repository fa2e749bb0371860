"""The ways of studying: what returns, cramming, reading, an exam against the clock, certainty."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session.samples import Hands, bank, do, sitting_on, word

from quizapp.bank.model import Paper
from quizapp.planning.cards import LearnerState, standing
from quizapp.planning.plan import NothingToAsk
from quizapp.planning.request import SessionRequest
from quizapp.report.calibration import of_session
from quizapp.session.sitting import Refused, Sitting, TimeUp, begin, resume
from quizapp.store.sqlite import Store, in_memory


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory() as opened:
        yield opened


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
    sitting = begin(bank(word("a"), word("b")), store, SessionRequest(mode="cram"), "ada", hands)
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
        sitting = begin(text, store, SessionRequest(mode=mode), "ada", hands)  # type: ignore[arg-type]
        sitting.answer("wrong", 1.0)
        sitting.skip()
    today = hands().toordinal()
    assert standing(store, text, "ada", today) == LearnerState(today)


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
    sitting = begin(text, store, SessionRequest(mode="read"), "ada", Hands())
    assert read_on(sitting) == "z a P1 P2 c P3"
    assert sitting.leave()


def test_a_guess_enters_no_score(store: Store) -> None:
    text = bank(word("a", "p1"), word("b", "p2"), passages=2)
    sitting = begin(text, store, SessionRequest(mode="read"), "ada", Hands())
    sitting.answer("right", 1.0)
    sitting.read_on()
    sitting.skip()
    assert sitting.reading is not None
    for whole in (sitting.score(), *store.sums()):
        assert (whole.answered, whole.points, whole.out_of) == (0, 0, 0)


def test_what_was_guessed_on_a_paragraph_is_known_when_it_is_read() -> None:
    text = bank(word("a", "p1"), word("b", "p1"), word("c", "p2"), passages=2)
    sitting = begin(text, None, SessionRequest(mode="read"), clock=Hands())
    sitting.answer("wrong", 1.0)
    sitting.skip()
    assert len(sitting.guessed) == 1
    sitting.read_on()
    sitting.answer("wrong", 1.0)
    assert [question.id for question in sitting.guessed] == ["c"]
    assert sitting.paragraphs == 2


def test_a_bank_without_passages_cannot_be_read() -> None:
    with pytest.raises(NothingToAsk, match="no passages to read"):
        begin(bank(word("a"), passages=0), None, SessionRequest(mode="read"), clock=Hands())


def test_a_guess_has_no_hint_and_no_certainty() -> None:
    wish = SessionRequest(mode="read", certainty=True)
    sitting = begin(bank(word("a", "p1"), passages=1), None, wish, clock=Hands())
    assert not sitting.can_hint
    assert not sitting.asks_certainty
    with pytest.raises(Refused, match="a guess costs nothing"):
        sitting.hint()


def test_reading_is_resumed_where_it_stood(store: Store) -> None:
    text = bank(word("a", "p1"), word("b", "p2"), passages=2)
    hands = Hands()
    sitting = begin(text, store, SessionRequest(mode="read"), "ada", hands)
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
    wish = SessionRequest(mode="exam", seed=1, minutes=20, extra_time=25, pass_mark=50)
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
    wish = SessionRequest(mode="exam", seed=1, minutes=20, pass_mark=50)
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
    sitting = begin(questions, None, SessionRequest(paper="mock", count=3), clock=Hands())
    assert sitting.session.mode == "exam"
    assert {planned.section for planned in sitting.session.plan} == {"A"}
    assert (len(sitting.session.plan), sitting.seed, sitting.seconds_left) == (3, 7, 1800)
    with pytest.raises(NothingToAsk, match="There are: mock"):
        begin(questions, None, SessionRequest(paper="real"), clock=Hands())


def test_extra_time_lengthens_the_limit_of_a_paper_and_needs_one() -> None:
    papers = (Paper(id="timed", minutes=30), Paper(id="open"))
    questions = bank(*(word(name) for name in "abc"), papers=papers)
    timed = begin(questions, None, SessionRequest(paper="timed", extra_time=50), clock=Hands())
    assert timed.seconds_left == 45 * 60
    with pytest.raises(NothingToAsk, match="no time limit"):
        begin(questions, None, SessionRequest(paper="open", extra_time=50), clock=Hands())


# Certainty


def test_certainty_is_asked_of_what_counts() -> None:
    sitting = begin(bank(word("a"), word("b")), None, SessionRequest(certainty=True), clock=Hands())
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
