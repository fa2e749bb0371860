"""The ways of studying: what returns, cramming, reading, an exam against the clock, certainty."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session.samples import Hands, bank, do, session_on, word

from quizapp.bank.model import Paper, Passage
from quizapp.planning.cards import LearnerState, learner_state
from quizapp.planning.plan import NothingToAsk
from quizapp.planning.request import SessionRequest
from quizapp.report.calibration import of_session
from quizapp.session.begin import begin, resume
from quizapp.session.errors import NotAllowed, TimeUp
from quizapp.session.reading import guessed, paragraphs
from quizapp.session.run import SessionRun
from quizapp.session.state import times_right
from quizapp.store.sqlite import Store, in_memory


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory() as opened:
        yield opened


# What returns

RESPONSES = st.sampled_from(("right", "slip", "most", "half", "wrong"))
KNOWN = ("right", "slip", "most")


@given(st.integers(2, 9), st.data())
def test_what_was_missed_returns_after_three_others_until_right_once_at_most_twice(
    count: int, data: st.DataObject
) -> None:
    session = session_on("abcdefghi"[:count])
    asked: list[tuple[str, str]] = []
    room: list[int] = []
    while session.turn is not None:
        response = data.draw(RESPONSES)
        asked.append((session.turn.question, response))
        room.append(len(session.state.queue) - 1)
        session.answer(response, 1.0)
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
    session = session_on("abcde"[:count], mode="cram")
    for response in [*first, *["right"] * 15]:
        if session.turn is not None:
            session.answer(response, 1.0)
    assert session.turn is None
    right = Counter(given.question for given in session.state.responses if not given.missed)
    assert set(right.values()) == {3}


# Cramming


def test_cramming_lets_go_after_three_times_right() -> None:
    session = session_on("abcde", mode="cram")
    asked = []
    while session.turn is not None:
        asked.append(session.turn.question)
        do(session, "wrong" if len(asked) == 1 else "right")
    assert {name: asked.count(name) for name in "abcde"} == {"a": 4, "b": 3, "c": 3, "d": 3, "e": 3}
    assert asked[:6] == [*"abcda", "e"]
    assert session.score().answered == 5


def test_cramming_is_not_over_before_all_are_known(store: Store) -> None:
    hands = Hands()
    session = begin(bank(word("a"), word("b")), store, SessionRequest(mode="cram"), "ada", hands)
    for _ in range(3):
        session.answer("right", 1.0)
    assert times_right(session.state) == 2
    assert not session.leave()
    again = resume(session.bank, store, session.id, hands)
    while again.turn is not None:
        again.answer("right", 1.0)
    assert len(again.state.responses) == 6
    assert again.leave()


def test_cramming_and_reading_change_no_schedule(store: Store) -> None:
    hands = Hands()
    text = bank(word("a", "p1"), word("b", "p2"), passages=2)
    for mode in ("cram", "read"):
        session = begin(text, store, SessionRequest(mode=mode), "ada", hands)
        session.answer("wrong", 1.0)
        if session.reading is not None:
            session.read_on()
        session.skip()
    today = hands().toordinal()
    assert learner_state(store, text, "ada", today) == LearnerState(today)


# Reading


def read_on(session: SessionRun) -> str:
    """What comes, in order: questions, and passages in capitals."""
    told = []
    while not session.complete:
        if session.reading is not None:
            told.append(session.reading.id.upper())
            session.read_on()
        else:
            assert session.turn is not None
            told.append(session.turn.question)
            session.answer("wrong", 1.0)
    return " ".join(told)


def test_each_paragraph_comes_after_its_questions(store: Store) -> None:
    text = bank(word("c", "p3"), word("a", "p1"), word("z"), passages=3)
    session = begin(text, store, SessionRequest(mode="read"), "ada", Hands())
    assert read_on(session) == "z a P1 P2 c P3"
    assert session.leave()


def test_one_question_at_most_is_guessed_at_before_a_paragraph(store: Store) -> None:
    text = bank(*(word(name, "p1") for name in "abcd"), word("e", "p2"), passages=2)
    session = begin(text, store, SessionRequest(mode="read"), "ada", Hands())
    assert re.fullmatch("[abcd] P1 e P2", read_on(session))


def test_a_guess_enters_no_score(store: Store) -> None:
    text = bank(word("a", "p1"), word("b", "p2"), passages=2)
    session = begin(text, store, SessionRequest(mode="read"), "ada", Hands())
    session.answer("right", 1.0)
    session.read_on()
    session.skip()
    assert session.reading is not None
    score = session.score()
    assert (score.answered, score.points, score.out_of) == (0, 0, 0)
    (kept,) = store.sums()
    assert (kept.answered, kept.points, kept.out_of) == (0, 0, 0)


def test_notes_are_not_read_as_paragraphs_of_the_text() -> None:
    text = bank(word("a", passage="p1"), passages=2)
    note = Passage(id="n1", section="B", paragraph=2, note="1", digest="By A. Pilot.")
    text = text._replace(passages=(*text.passages, note))
    session = begin(text, None, SessionRequest(mode="read"), clock=Hands())
    assert paragraphs(session.bank, session.request) == 2
    assert read_on(session) == "a P1 P2"


def guessed_ids(session: SessionRun) -> list[str]:
    assert session.reading is not None
    return [one.id for one in guessed(session.reading, session.state, session.questions)]


def test_what_was_guessed_on_a_paragraph_is_known_when_it_is_read() -> None:
    text = bank(word("a", "p1"), word("c", "p2"), passages=2)
    session = begin(text, None, SessionRequest(mode="read"), clock=Hands())
    session.answer("wrong", 1.0)
    assert guessed_ids(session) == ["a"]
    session.read_on()
    session.answer("wrong", 1.0)
    assert guessed_ids(session) == ["c"]
    assert paragraphs(session.bank, session.request) == 2


def test_a_bank_without_passages_cannot_be_read() -> None:
    with pytest.raises(NothingToAsk, match="no passages to read"):
        begin(bank(word("a"), passages=0), None, SessionRequest(mode="read"), clock=Hands())


def test_a_guess_has_no_hint_and_no_certainty() -> None:
    request = SessionRequest(mode="read", certainty=True)
    session = begin(bank(word("a", "p1"), passages=1), None, request, clock=Hands())
    assert not session.can_hint
    assert not session.asks_certainty
    with pytest.raises(NotAllowed, match="a guess costs nothing"):
        session.hint()


def test_reading_is_resumed_where_it_stood(store: Store) -> None:
    text = bank(word("a", "p1"), word("b", "p2"), passages=2)
    hands = Hands()
    session = begin(text, store, SessionRequest(mode="read"), "ada", hands)
    session.answer("wrong", 1.0)
    session.read_on()
    (waiting,) = store.unfinished("ada", "")
    assert (waiting.answered, waiting.planned) == (1, 2)
    again = resume(text, store, session.id, hands)
    assert read_on(again) == "b P2"
    with pytest.raises(NotAllowed, match="no passage"):
        again.read_on()


# An exam against the clock


def test_the_time_of_an_exam_runs_on_while_one_is_away(store: Store) -> None:
    hands = Hands()
    request = SessionRequest(mode="exam", seed=1, minutes=20, extra_time=25, pass_mark=50)
    session = begin(bank(word("a"), word("b")), store, request, "ada", hands)
    assert session.seconds_left == 25 * 60
    hands.on(minutes=10)
    session.answer("right", 1.0)
    assert resume(session.bank, store, session.id, hands).seconds_left == 15 * 60
    hands.on(minutes=20)
    with pytest.raises(TimeUp, match="time is up"):
        session.answer("right", 1.0)
    assert session.state.finished
    assert (session.score().percent, session.passed) == (50.0, True)


def test_an_exam_that_is_resumed_too_late_is_handed_in(store: Store) -> None:
    hands = Hands()
    request = SessionRequest(mode="exam", seed=1, minutes=20, pass_mark=50)
    session = begin(bank(word("a"), word("b")), store, request, "ada", hands)
    session.answer("wrong", 1.0)
    hands.on(hours=2)
    late = resume(session.bank, store, session.id, hands)
    assert late.state.finished
    assert late.passed is False
    assert (late.recorder.row.seed, late.recorder.row.digest) == ("1", "sha256:bank")


def test_without_a_limit_or_a_mark_there_is_none() -> None:
    session = session_on("ab", mode="exam")
    assert (session.time_limit, session.seconds_left, session.passed) == (None, None, None)


def test_a_paper_says_what_its_exam_is_and_the_request_goes_before() -> None:
    paper = Paper(id="mock", sections=("A",), count=2, seed=7, minutes=30, pass_mark=60)
    questions = bank(*(word(f"q{n}", f"p{n % 5 + 1}") for n in range(20)), papers=(paper,))
    session = begin(questions, None, SessionRequest(paper="mock", count=3), clock=Hands())
    assert session.state.mode == "exam"
    assert {planned.section for planned in session.state.plan} == {"A"}
    assert (len(session.state.plan), session.request.seed, session.seconds_left) == (
        3,
        7,
        1800,
    )
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
    session = begin(bank(word("a"), word("b")), None, SessionRequest(certainty=True), clock=Hands())
    assert session.asks_certainty
    session.answer("wrong", 1.0, 3)
    session.rule("void")
    assert session.asks_certainty
    session.answer("wrong", 1.0, 3)
    session.answer("right", 1.0, 1)
    assert session.turn is not None
    assert session.turn.retry
    assert not session.asks_certainty


def test_calibration_of_a_session_holds_what_counts_with_its_rulings() -> None:
    session = session_on("abcd")
    for response, certainty in (("right", 3), ("wrong", 3), ("half", 1), ("right", None)):
        session.answer(response, 1.0, certainty)
    found = of_session(session.state)
    assert [(level.certainty, level.times, level.observed) for level in found.levels] == [
        (1, 1, 0.5),
        (3, 2, 0.5),
    ]
    assert found.accuracy == 0.5
    assert found.brier == pytest.approx((0.1**2 + 0.9**2 + 0) / 3)
    session.rule("right", session.state.responses[1].id)
    assert of_session(session.state).levels[1].observed == 1.0


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
    session = session_on("ab")
    given = session.answer(response, 1.0, certainty)
    score = session.score()
    assert (score.marks, score.marks_out_of) == (marks, 3.0)
    assert given.marks == (marks or 0.0)


def test_marks_follow_a_ruling() -> None:
    session = session_on("ab")
    session.answer("wrong", 1.0, 3)
    session.rule("right")
    assert session.score().marks == 3.0
    session.undo()
    assert session.score().marks == -6.0
