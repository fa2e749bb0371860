"""What is said of a verdict and a passage, as values."""

from typing import Any

import pytest

from quizapp.bank.passage import Shown
from quizapp.grading.verdict import Reason, Slip, Verdict, correct, wrong
from quizapp.kinds import KINDS
from quizapp.session.events import GradedResponse
from quizapp.tui import rendering


def given(verdict: Verdict, response: str = "x", **more: object) -> GradedResponse:
    """A response with this verdict."""
    return GradedResponse("1", "q", response, verdict, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("verdict", "more", "said"),
    [
        (correct("x"), {}, "✓ Correct"),
        (Verdict("close", 1.0), {}, "≈ Close: counted as right"),
        (Verdict("partial", 0.5), {}, "◐ Partial: 50 %"),
        (wrong(), {}, "✗ Wrong"),
        (wrong(unsure=True), {}, "? Not sure"),
        (wrong(), {"ruling": "right"}, "✓ Right, by your ruling"),
        (correct("x"), {"ruling": "wrong"}, "✗ Wrong, by your ruling"),
        (wrong(), {"ruling": "void"}, "– Sent by mistake: not counted"),
        (correct("x"), {"hinted": True}, "✓ Correct  · half credit, after the hint"),
    ],
)
def test_the_first_line_has_a_word_and_a_sign(
    verdict: Verdict, more: dict[str, Any], said: str
) -> None:
    assert rendering.head(given(verdict, **more)).plain == said


def test_a_slip_is_marked_so_that_no_colour_is_needed() -> None:
    slip = Slip("rbon", "carbo", (("missing", "ca"), ("same", "rbo"), ("extra", "n")))
    told = rendering.laid(rendering.pieces(None, given(Verdict("close", 1.0, slip=slip))), 70).plain
    assert "you     rbo(n)" in told
    assert "meant   [ca]rbo" in told


def test_another_answer_is_named_only_once_that_question_was_asked() -> None:
    rival = given(wrong(Reason("rival", "“Oslo” answers another question.")), "Oslo")
    before = rendering.laid(rendering.pieces(None, rival), 70).plain
    after = rendering.laid(rendering.pieces(None, rival, frozenset({"oslo"})), 70).plain
    part = rendering.laid(rendering.pieces(None, rival, frozenset({"slo", "a"})), 70).plain
    assert "Oslo" not in part, "a part of a word is no answer"
    assert "Oslo" not in before
    assert "something else" in before
    assert "“Oslo” answers another question." in after


def test_evidence_is_marked_by_signs() -> None:
    shown = Shown("t", "", "One two three four.", ((4, 7), (14, 18)))
    assert rendering.passage(shown).plain == "One ▐two▌ three ▐four▌."


def test_the_line_of_the_evidence_is_found_as_it_is_wrapped() -> None:
    text = " ".join(f"word{number:02}" for number in range(40))
    start = text.index("word30")
    shown = Shown("t", "", text, ((start, start + 6),))
    wrapped = rendering.passage(shown).wrap(30)
    line = next(n for n, each in enumerate(wrapped) if "▐" in each.plain)
    assert rendering.line_of_evidence(shown, 30) == line


def test_gaps_are_numbered_where_there_are_several() -> None:
    cloze = KINDS["cloze"](id="q", prompt="A ___ and a ____.", gaps=(("x",), ("y",)))  # type: ignore[call-arg]
    assert rendering.prompt(cloze).plain == "A ___1___ and a ___2___."
    one = KINDS["cloze"](id="q", prompt="A ___.", gaps=(("x",),))  # type: ignore[call-arg]
    assert rendering.prompt(one).plain == "A ______."


def test_the_model_answer_is_left_out_where_it_was_given() -> None:
    question = KINDS["text"](id="q", prompt="?", answers=("Oslo",))  # type: ignore[call-arg]
    same = rendering.laid(rendering.pieces(question, given(correct("Oslo"), "oslo")), 70).plain
    other = rendering.laid(rendering.pieces(question, given(wrong(), "Rome")), 70).plain
    assert "Answer" not in same
    assert "Answer  Oslo" in other
