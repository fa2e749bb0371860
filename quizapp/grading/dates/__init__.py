"""Dates: reading them in a text, saying how they were read, and grading them."""

from quizapp.grading.dates.describe import describe_date
from quizapp.grading.dates.judge import judge_date
from quizapp.grading.dates.model import Date
from quizapp.grading.dates.read import read_dates
from quizapp.grading.free import grade_text
from quizapp.grading.key import Context, DateKey
from quizapp.grading.verdict import Verdict


def grade_date(key: DateKey, context: Context, response: str) -> Verdict:
    """The verdict on a date, or on a response in words where one is asked."""
    return judge_date(key, context, response, grade_text)


__all__ = ["Date", "describe_date", "grade_date", "read_dates"]
