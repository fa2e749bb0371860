"""How a response to a question of a bank is graded, step by step, for its author."""

from collections.abc import Iterator

from quizapp.grading.explain import Step, explain_text, idea_steps
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
    ideas = _ideas(question, context, response)
    told = " ".join(reason.detail for reason in verdict.reasons)
    result = [Step("verdict", f"{verdict.outcome}: {told}")]
    if verdict.feedback:
        result.append(Step("feedback", verdict.feedback))
    parts = []
    for number, mark in enumerate(question.marks(response, verdict), 1):
        right = f"; right is “{mark.right}”" if mark.right else ""
        note = f" ({mark.note})" if mark.note else ""
        parts.append(Step(f"part {number}", f"“{mark.text}”: {mark.outcome}{right}{note}"))
    return verdict, (*parts, *ideas, *result)


def _ideas(question: Question, context: Context, response: str) -> Iterator[Step]:
    """What is found of the ideas of each part that is answered in words."""
    said = question.in_words(response)
    for _, name, key in question.word_keys() if said.strip() else ():
        if key.has_ideas:
            for step in idea_steps(key, context, said):
                yield Step(f"{name}: {step.name}", step.saw)
