"""The run of a session: what is asked after what."""

from itertools import pairwise

import pytest
from session.samples import do, sitting_on

from quizapp.session.sitting import Refused, Sitting
from quizapp.session.state import Turn


def waiting(sitting: Sitting) -> str:
    return "".join(due.question for due in sitting.session.queue)


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
        ("a", ["wrong", "right"], ""),
        ("a", ["wrong", "wrong"], "a"),
        ("a", ["wrong", "wrong", "wrong"], ""),
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
    sitting = sitting_on(plan)
    for what in doings:
        do(sitting, what)
    assert waiting(sitting) == then
    assert (sitting.turn is None) == (then == "")


def test_a_number_stays_a_questions_own() -> None:
    sitting = sitting_on("ab")
    assert sitting.turn == Turn("a", 1, 2)
    do(sitting, "wrong")
    assert sitting.turn == Turn("b", 2, 2)
    do(sitting, "right")
    assert sitting.turn == Turn("a", 1, 2, again=True, retry=True)


@pytest.mark.parametrize(
    ("doings", "turn"),
    [
        (["skip", "right"], Turn("a", 1, 2, again=True, retry=False)),
        (["right", "rule void"], Turn("a", 1, 2, again=True, retry=False)),
    ],
    ids=["after a skip", "sent by mistake"],
)
def test_what_returns_without_a_score_still_has_it_to_win(doings: list[str], turn: Turn) -> None:
    sitting = sitting_on("ab")
    for what in doings:
        do(sitting, what)
    assert sitting.turn == turn


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
    sitting = sitting_on("ab")
    *before, last = doings
    for what in before:
        do(sitting, what)
    held = sitting.session
    with pytest.raises(Refused, match=said):
        do(sitting, last)
    assert sitting.session == held


def test_undoing_says_what_it_undid() -> None:
    sitting = sitting_on("abc")
    do(sitting, "wrong")
    do(sitting, "rule right")
    do(sitting, "rule void")
    last = sitting.last
    assert last is not None
    assert (
        sitting.undo(last.id) == "Undone: the ruling “void” is taken back, it is right as before."
    )
    assert sitting.undo() == "Undone: the ruling “right” on “a?” is taken back, the verdict stands."
    do(sitting, "skip")
    assert sitting.undo() == "Undone: the question that was skipped is asked again."
    assert not sitting.can_undo()


def test_undoing_on_a_response_leaves_all_others_alone() -> None:
    sitting = sitting_on("abc")
    do(sitting, "wrong")
    do(sitting, "rule right")
    do(sitting, "wrong")
    first, second = sitting.session.given
    assert sitting.can_undo(first.id)
    assert not sitting.can_undo(second.id)
    with pytest.raises(Refused, match="not ruled on this answer"):
        sitting.undo(second.id)
    assert sitting.session.given[0].ruling == "right"
    sitting.rule("right", second.id)
    sitting.undo(first.id)
    assert [given.ruling for given in sitting.session.given] == [None, "right"]


def test_options_are_shuffled_anew_when_a_question_returns_but_not_while_it_stands() -> None:
    sitting = sitting_on("a")
    first = sitting.offer
    do(sitting, "hint")
    assert sitting.offer == first
    do(sitting, "wrong")
    assert sitting.offer != first


def test_seconds_that_no_clock_gives_are_kept_as_none() -> None:
    sitting = sitting_on("abc")
    for seconds in (float("nan"), -1.0, float("inf")):
        assert sitting.answer("right", seconds).seconds == 0.0


# Exams


def test_in_an_exam_the_last_response_counts_and_one_goes_back_and_forward() -> None:
    sitting = sitting_on("abc", "exam")
    do(sitting, "wrong")
    do(sitting, "right")
    sitting.back()
    sitting.back()
    assert sitting.turn == Turn("a", 1, 3)
    assert sitting.previous is not None
    assert sitting.previous.response == "wrong"
    do(sitting, "slip")
    assert sitting.turn == Turn("b", 2, 3)
    sitting.forward()
    do(sitting, "skip")
    assert sitting.turn is None
    assert sitting.unanswered == ("c",)
    sitting.forward()
    sitting.back()
    assert sitting.turn == Turn("c", 3, 3)
    sitting.hand_in()
    assert sitting.turn is None
    assert [given.response for given in sitting.review] == ["slip", "right", ""]
    score = sitting.score()
    assert (score.points, score.out_of, score.answered) == (2.0, 3.0, 2)


def test_options_stand_still_in_an_exam() -> None:
    sitting = sitting_on("ab", "exam")
    offer = sitting.offer
    do(sitting, "wrong")
    sitting.back()
    assert sitting.offer == offer


@pytest.mark.parametrize("doing", ["hint", "rule right"])
def test_an_exam_gives_no_hint_and_takes_no_ruling_before_it_is_handed_in(doing: str) -> None:
    sitting = sitting_on("ab", "exam")
    do(sitting, "wrong")
    with pytest.raises(Refused):
        do(sitting, doing)
    with pytest.raises(Refused):
        assert sitting.review
    assert not sitting.can_hint


def test_rulings_on_an_exam_stand_beside_its_score() -> None:
    sitting = sitting_on("ab", "exam")
    do(sitting, "wrong")
    do(sitting, "half")
    sitting.hand_in()
    first, second = sitting.review
    assert sitting.rule("right", first.id).ruling == "right"
    sitting.rule("void", second.id)
    score = sitting.score()
    assert (score.points, score.out_of, score.wrong, score.partial) == (0.5, 2.0, 1, 1)
    assert (score.rulings, score.with_rulings) == (2, 1.0)


def test_only_an_exam_is_handed_in_or_turned_back() -> None:
    sitting = sitting_on("ab")
    for call in (sitting.hand_in, sitting.back, sitting.forward):
        with pytest.raises(Refused):
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
    sitting = sitting_on("ab", mode)
    for what in doings:
        do(sitting, what)
    assert sitting.leave() is finished
    assert sitting.session.finished is finished


def test_a_finished_session_asks_nothing_and_can_still_be_ruled_on() -> None:
    sitting = sitting_on("abc")
    do(sitting, "wrong")
    sitting.finish()
    assert sitting.turn is None
    do(sitting, "rule void")
    assert sitting.turn is None
    assert sitting.score().answered == 0
    do(sitting, "undo")
    do(sitting, "rule right")
    assert sitting.score().points == 1.0


def test_a_hard_worker_gets_three_others_between_the_returns() -> None:
    sitting = sitting_on("abcdefgh")
    asked = []
    while sitting.turn:
        asked.append(sitting.turn.question)
        do(sitting, "wrong")
    assert sorted(asked) == sorted("abcdefgh" * 3)
    for name in "abcde":
        places = [at for at, question in enumerate(asked) if question == name]
        assert all(later - earlier >= 4 for earlier, later in pairwise(places[:2]))
