"""How a response to a question of a bank is graded, step by step, for its author."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.grading.explain import Step, explain_text
from quizapp.grading.key import Context
from quizapp.grading.verdict import Verdict
from quizapp.kinds.base import Question


def graded_in_steps(
    question: Question, context: Context, response: str
) -> tuple[Verdict, tuple[Step, ...]]:
    """The verdict, and the steps that led to it: of an answer in words those of the grader, of any
    other its parts and reasons."""
    key = question.text_key()
    if key is not None:
        verdict, steps = explain_text(key, context, response)
        return verdict, tuple(steps)
    verdict = question.grade(context, response)
    return verdict, tuple(_steps(question, response, verdict))


def _steps(question: Question, response: str, verdict: Verdict) -> Iterator[Step]:
    for number, mark in enumerate(question.marks(response, verdict), 1):
        right = f"; right is “{mark.right}”" if mark.right else ""
        note = f" ({mark.note})" if mark.note else ""
        yield Step(f"part {number}", f"“{mark.text}”: {mark.outcome}{right}{note}")
    told = " ".join(reason.detail for reason in verdict.reasons)
    yield Step("verdict", f"{verdict.outcome}: {told}")
    if verdict.feedback:
        yield Step("feedback", verdict.feedback)
