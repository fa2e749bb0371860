"""The run of a session: what is asked after what."""

from itertools import pairwise

import pytest
from session.samples import do, session_on

from quizapp.session.errors import NotAllowed
from quizapp.session.responses import Turn
from quizapp.session.run import SessionRun
from quizapp.session.state import review, unanswered


def waiting(session: SessionRun) -> str:
    return "".join(due.question for due in session.state.queue)


@pytest.mark.parametrize(
    ("plan", "doings", "then"),
    [
        # Right answers are not asked again.
        ("abc", ["right"], "bc"),
        ("abc", ["slip", "most"], "c"),
        # What was missed returns after three others, or as many as remain.
        ("abcdef", ["wrong"], "bcdaef"),
        ("abcdef", ["half"], "bcdaef"),
        ("abcdef", ["dunno"], "bcdaef"),
        ("abcdef", ["wrong", "wrong"], "cdabef"),
        ("abc", ["wrong"], "bca"),
        ("ab", ["right", "wrong"], "b"),
        # … until it is right once, at most twice.
        ("ab", ["wrong", "right", "right"], ""),
        ("ab", ["wrong", "right", "wrong"], "a"),
        ("ab", ["wrong", "right", "wrong", "wrong"], ""),
        # One question alone is not asked again at once, unless it was sent by mistake.
        ("a", ["wrong"], ""),
        ("a", ["wrong", "rule void"], "a"),
        ("abcde", ["wrong", "right", "right", "right", "wrong"], "ea"),
        # Skipping puts off to the end, once.
        ("abc", ["skip"], "bca"),
        ("abc", ["skip", "skip"], "cab"),
        ("a", ["skip"], "a"),
        ("a", ["skip", "skip"], ""),
        ("abc", ["skip", "wrong"], "cab"),
        ("abcd", ["wrong", "right", "right", "right", "skip"], "a"),
        ("abcd", ["wrong", "right", "right", "right", "skip", "skip"], ""),
        # A hint moves nothing.
        ("abc", ["hint"], "abc"),
        # Ruled right: it does not return. Ruled wrong: it does.
        ("abcdef", ["wrong", "rule right"], "bcdef"),
        ("abcdef", ["right", "rule wrong"], "bcdaef"),
        ("abcdef", ["wrong", "rule wrong"], "bcdaef"),
        ("abcdef", ["wrong", "right", "rule right a"], "cdef"),
        ("abcdef", ["wrong", "rule right", "rule wrong"], "bcdaef"),
        # Void: asked again at once, as if it had not been answered.
        ("abc", ["right", "rule void"], "abc"),
        ("abcdef", ["wrong", "rule void"], "abcdef"),
        ("abcdef", ["wrong", "rule void", "wrong"], "bcdaef"),
        ("ab", ["wrong", "right", "wrong", "rule void"], "a"),
        ("a", ["right", "rule void"], "a"),
        # Undone, a ruling or a skip leaves things as they were.
        ("abcdef", ["wrong", "rule right", "undo"], "bcdaef"),
        ("abcdef", ["right", "rule wrong", "undo"], "bcdef"),
        ("abcdef", ["right", "rule void", "undo"], "bcdef"),
        ("abcdef", ["wrong", "rule void", "undo"], "bcdaef"),
        ("abcdef", ["wrong", "rule wrong", "rule right", "undo", "undo"], "bcdaef"),
        ("abc", ["skip", "undo"], "abc"),
        ("abc", ["skip", "skip", "undo"], "bca"),
        ("abc", ["skip", "skip", "undo", "undo"], "abc"),
        ("a", ["skip", "skip", "undo"], "a"),
        ("abc", ["right", "skip", "rule wrong a", "undo", "undo"], "bc"),
    ],
)
def test_what_is_still_to_be_asked(plan: str, doings: list[str], then: str) -> None:
    session = session_on(plan)
    for what in doings:
        do(session, what)
    assert waiting(session) == then
    assert (session.turn is None) == (then == "")


def test_the_number_never_goes_back() -> None:
    session = session_on("ab")
    assert session.turn == Turn("a", 1, 2)
    do(session, "wrong")
    assert session.turn == Turn("b", 2, 2)
    do(session, "right")
    assert session.turn == Turn("a", 2, 2, again=True, retry=True)


@pytest.mark.parametrize(
    ("doings", "turn"),
    [
        (["skip", "right"], Turn("a", 2, 2, again=False, retry=False)),
        (["right", "rule void"], Turn("a", 1, 2, again=True, retry=False)),
    ],
    ids=["after a skip", "sent by mistake"],
)
def test_what_returns_without_a_score_still_has_it_to_win(doings: list[str], turn: Turn) -> None:
    session = session_on("ab")
    for what in doings:
        do(session, what)
    assert session.turn == turn


@pytest.mark.parametrize(
    ("doings", "said"),
    [
        (["undo"], "nothing to undo"),
        (["right", "undo"], "nothing to undo"),
        (["skip", "right", "undo"], "nothing to undo"),
        (["rule right"], "no response"),
        (["right", "right", "right"], "nothing left"),
        (["right", "right", "skip"], "nothing left"),
        (["right", "right", "hint"], "nothing left"),
        (["right", "right", "dunno"], "nothing left"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_reason(doings: list[str], said: str) -> None:
    session = session_on("ab")
    *before, last = doings
    for what in before:
        do(session, what)
    held = session.state
    with pytest.raises(NotAllowed, match=said):
        do(session, last)
    assert session.state == held


def test_undoing_says_what_it_undid() -> None:
    session = session_on("abc")
    do(session, "wrong")
    do(session, "rule right")
    do(session, "rule void")
    last = session.last
    assert last is not None
    assert (
        session.undo(last.id) == "Undone: the ruling “void” is taken back, it is right as before."
    )
    assert session.undo() == "Undone: the ruling “right” on “a?” is taken back, the verdict stands."
    do(session, "skip")
    assert session.undo() == "Undone: the question that was skipped is asked again."
    assert not session.can_undo()


def test_undoing_on_a_response_leaves_all_others_alone() -> None:
    session = session_on("abc")
    do(session, "wrong")
    do(session, "rule right")
    do(session, "wrong")
    first, second = session.state.responses
    assert session.can_undo(first.id)
    assert not session.can_undo(second.id)
    with pytest.raises(NotAllowed, match="not ruled on this answer"):
        session.undo(second.id)
    assert session.state.responses[0].ruling == "right"
    session.rule("right", second.id)
    session.undo(first.id)
    assert [given.ruling for given in session.state.responses] == [None, "right"]


def test_options_are_shuffled_anew_when_a_question_returns_but_not_while_it_stands() -> None:
    session = session_on("ab")
    first = session.offer
    do(session, "hint")
    assert session.offer == first
    do(session, "wrong")
    do(session, "right")
    assert session.offer != first


def test_seconds_that_no_clock_gives_are_kept_as_none() -> None:
    session = session_on("abc")
    for seconds in (float("nan"), -1.0, float("inf")):
        assert session.answer("right", seconds).seconds == 0.0


# Exams


def test_in_an_exam_the_last_response_counts_and_one_goes_back_and_forward() -> None:
    session = session_on("abc", "exam")
    do(session, "wrong")
    do(session, "right")
    session.back()
    session.back()
    assert session.turn == Turn("a", 1, 3)
    assert session.previous is not None
    assert session.previous.response == "wrong"
    do(session, "slip")
    assert session.turn == Turn("b", 2, 3)
    session.forward()
    do(session, "skip")
    assert session.turn is None
    assert unanswered(session.state) == ("c",)
    session.forward()
    session.back()
    assert session.turn == Turn("c", 3, 3)
    session.hand_in()
    assert session.turn is None
    assert [given.response for given in review(session.state)] == ["slip", "right", ""]
    score = session.score()
    assert (score.points, score.out_of, score.answered) == (2.0, 3.0, 2)


def test_options_stand_still_in_an_exam() -> None:
    session = session_on("ab", "exam")
    offer = session.offer
    do(session, "wrong")
    session.back()
    assert session.offer == offer


@pytest.mark.parametrize("doing", ["hint", "rule right"])
def test_an_exam_gives_no_hint_and_takes_no_ruling_before_it_is_handed_in(doing: str) -> None:
    session = session_on("ab", "exam")
    do(session, "wrong")
    with pytest.raises(NotAllowed):
        do(session, doing)
    with pytest.raises(NotAllowed):
        assert review(session.state)
    assert not session.can_hint


def test_rulings_on_an_exam_stand_beside_its_score() -> None:
    session = session_on("ab", "exam")
    do(session, "wrong")
    do(session, "half")
    session.hand_in()
    first, second = review(session.state)
    assert session.rule("right", first.id).ruling == "right"
    session.rule("void", second.id)
    score = session.score()
    assert (score.points, score.out_of, score.wrong, score.partial) == (0.5, 2.0, 1, 1)
    assert (score.rulings, score.with_rulings) == (2, 1.0)


def test_only_an_exam_is_handed_in_or_turned_back() -> None:
    session = session_on("ab")
    for call in (session.hand_in, session.back, session.forward):
        with pytest.raises(NotAllowed):
            call()


# The end


@pytest.mark.parametrize(
    ("mode", "doings", "finished"),
    [
        ("learn", [], False),
        ("learn", ["right"], False),
        ("learn", ["right", "right"], True),
        ("learn", ["right", "wrong"], True),
        ("learn", ["right", "skip"], False),
        ("learn", ["right", "skip", "skip"], True),
        ("learn", ["right", "right", "rule void"], False),
        ("exam", ["right", "right"], False),
    ],
)
def test_leaving_finishes_a_session_whose_questions_all_have_a_response(
    mode: str, doings: list[str], finished: bool
) -> None:
    session = session_on("ab", mode)
    for what in doings:
        do(session, what)
    assert session.leave() is finished
    assert session.state.finished is finished


def test_a_finished_session_asks_nothing_and_can_still_be_ruled_on() -> None:
    session = session_on("abc")
    do(session, "wrong")
    session.finish()
    assert session.turn is None
    do(session, "rule void")
    assert session.turn is None
    assert session.score().answered == 0
    do(session, "undo")
    do(session, "rule right")
    assert session.score().points == 1.0


def test_a_hard_worker_gets_three_others_between_the_returns() -> None:
    session = session_on("abcdefgh")
    asked = []
    while session.turn:
        asked.append(session.turn.question)
        do(session, "wrong")
    assert sorted(asked) == sorted("abcdefgh" * 3)
    for name in "abcde":
        places = [at for at, question in enumerate(asked) if question == name]
        assert all(later - earlier >= 4 for earlier, later in pairwise(places[:2]))
