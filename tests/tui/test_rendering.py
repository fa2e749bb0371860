"""What is said of a verdict and a passage, as values."""

from typing import Any

import pytest
from kinds.asking import ask

from quizapp.app.verdict_text import verdict_text
from quizapp.bank.passage import Shown
from quizapp.grading import Context
from quizapp.grading.verdict import Reason, Slip, Verdict, correct, wrong
from quizapp.kinds import KINDS
from quizapp.kinds.base import Question
from quizapp.session.responses import GradedResponse
from quizapp.tui import rendering


def given(verdict: Verdict, response: str = "x", **more: object) -> GradedResponse:
    """A response with this verdict."""
    return GradedResponse("1", "q", response, verdict, **more)  # type: ignore[arg-type]


def told(
    question: Question | None, response: GradedResponse, asked: frozenset[str] = frozenset()
) -> str:
    """What is said below the first line."""
    return rendering.laid(rendering.pieces(verdict_text(question, response, asked)), 70).plain


@pytest.mark.parametrize(
    ("verdict", "more", "said"),
    [
        (correct("x"), {}, "✓ Correct"),
        (Verdict("close", 1.0), {}, "≈ Close: counted as right"),
        (Verdict("partial", 0.5), {}, "◐ Partial: 50 %"),
        (wrong(), {}, "✗ Wrong"),
        (wrong(unsure=True), {}, "? Not sure  Does yours say the same?  y yes  n or Enter no"),
        (wrong(), {"claim": "right"}, "✓ Counted as right: you overruled it"),
        (correct("x"), {"claim": "wrong"}, "✗ Counted as wrong: you overruled it"),
        (wrong(), {"claim": "void"}, "○ Not counted"),
        (wrong(), {"decision": "right"}, "✓ Counted as right: your instructor ruled so"),
        (wrong(unsure=True), {"opinion": "right"}, "✓ Counted as right: your judge says so"),
        (correct("x"), {"hinted": True}, "✓ Correct  · halved by the hint"),
    ],
)
def test_the_first_line_has_a_word_and_a_sign(
    verdict: Verdict, more: dict[str, Any], said: str
) -> None:
    assert rendering.headline(verdict_text(None, given(verdict, **more))).plain == said


def test_a_slip_is_marked_so_that_no_colour_is_needed() -> None:
    slip = Slip("rbon", "carbo", (("missing", "ca"), ("same", "rbo"), ("extra", "n")))
    said = told(None, given(Verdict("close", 1.0, slip=slip), "rbon"))
    assert "you     rbo(n)" in said
    assert "answer  [ca]rbo" in said
    part = told(None, given(Verdict("close", 1.0, slip=slip), "rbon and water"))
    assert "you     rbon and water" in part
    assert "typed   rbo(n)\nmeant   [ca]rbo" in part


def test_another_answer_is_named_only_once_that_question_was_asked() -> None:
    rival = given(wrong(Reason("rival", "“Oslo” answers another question.")), "Oslo")
    before = told(None, rival)
    after = told(None, rival, frozenset({"oslo"}))
    part = told(None, rival, frozenset({"slo", "a"}))
    assert "“Oslo”" not in part, "a part of a word is no answer"
    assert "“Oslo”" not in before
    assert "something else" in before
    assert "“Oslo” answers another question." in after


def test_evidence_is_marked_by_signs() -> None:
    shown = Shown("t", "", "One two three four.", ((4, 7), (14, 18)))
    assert rendering.passage(shown).plain == "One ▐two▌ three ▐four▌."


def test_gaps_are_numbered_where_there_are_several() -> None:
    cloze = KINDS["cloze"](id="q", prompt="A ___ and a ____.", gaps=(("x",), ("y",)))  # type: ignore[call-arg]
    assert rendering.prompt(cloze).plain == "A ___1___ and a ___2___."
    one = KINDS["cloze"](id="q", prompt="A ___.", gaps=(("x",),))  # type: ignore[call-arg]
    assert rendering.prompt(one).plain == "A ______."


def test_the_model_answer_is_left_out_where_it_was_given() -> None:
    question = KINDS["text"](id="q", prompt="?", answers=("Oslo",))  # type: ignore[call-arg]
    same = told(question, given(correct("Oslo"), "oslo"))
    other = told(question, given(wrong(), "Rome"))
    assert "answer" not in same
    assert "answer  Oslo" in other


@pytest.mark.parametrize(
    ("kind", "fields", "response"),
    [
        ("number", {"answer": 8, "unit": "years"}, "5"),
        ("number", {"answer": 8, "unit": "years"}, "8"),
        ("date", {"answer": "1996"}, "2015"),
        ("text", {"answers": ["the South China Sea"]}, "it was the South China Sea"),
        ("list", {"items": ["ebb", "flood"]}, "ebb, flood"),
        ("list", {"items": ["ebb", "flood"]}, "spring, neap"),
        ("text", {"answers": ["Flanker-E"], "partial": [{"answers": ["Flanker"]}]}, "Flanker"),
    ],
)
def test_no_reason_repeats_the_headline_the_response_or_the_answer(
    kind: str, fields: dict[str, object], response: str
) -> None:
    question = ask(kind, **fields)
    verdict = question.grade(Context(prompt=question.prompt), response)
    assert verdict.reasons, "there is one to leave out"
    assert verdict_text(question, given(verdict, response)).reasons == ()


@pytest.mark.parametrize(
    ("kind", "fields", "response", "reason"),
    [
        ("number", {"answer": 8, "unit": "years"}, "80", "80 has the wrong magnitude, ten times"),
        ("date", {"answer": "1996"}, "1996 or 1998", "Two dates, 1996 and 1998, where one is"),
        ("list", {"items": ["ebb", "flood"]}, "ebb, neap", "Not among them: neap."),
    ],
)
def test_a_reason_that_tells_more_is_said(
    kind: str, fields: dict[str, object], response: str, reason: str
) -> None:
    question = ask(kind, **fields)
    verdict = question.grade(Context(prompt=question.prompt), response)
    assert any(
        said.startswith(reason) for said in verdict_text(question, given(verdict, response)).reasons
    )
