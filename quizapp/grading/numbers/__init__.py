"""Quantities: reading them in a text, saying how they were read, and grading them."""

from quizapp.grading.free import grade_text
from quizapp.grading.key import Context, NumberKey
from quizapp.grading.numbers.judge import judge_number
from quizapp.grading.numbers.model import Quantity
from quizapp.grading.numbers.read import read_quantity
from quizapp.grading.numbers.wording import describe
from quizapp.grading.verdict import Verdict


def grade_number(key: NumberKey, context: Context, response: str) -> Verdict:
    """The verdict on a quantity, or on a response in words where one is asked."""
    return judge_number(key, context, response, grade_text)


__all__ = ["Quantity", "describe", "grade_number", "read_quantity"]
