"""Quantities and dates: a response without the figure that is asked is judged by its words."""

from quizapp.grading.dates.judge import judge_date
from quizapp.grading.exact import foreseen
from quizapp.grading.free import grade_text
from quizapp.grading.key import Context, DateKey, NumberKey
from quizapp.grading.quantities.judge import judge_number
from quizapp.grading.verdict import Verdict


def grade_number(key: NumberKey, context: Context, response: str) -> Verdict:
    """The verdict on a quantity, or on a response in words where one is asked."""
    told = foreseen(key.text, response)
    return told or judge_number(key, context, response, grade_text)


def grade_date(key: DateKey, context: Context, response: str) -> Verdict:
    """The verdict on a date, or on a response in words where one is asked."""
    told = foreseen(key.text, response)
    return told or judge_date(key, context, response, grade_text)
