"""The grading engine: what a typed response is worth, and why. Knows no bank and no screen.

Each `grade_…` is a pure function of key, context and response: the same on every machine, bounded
in time for any text, and it never raises.
"""

from quizapp.grading.dates import Date, describe_date, grade_date, read_dates
from quizapp.grading.free import grade_text
from quizapp.grading.key import (
    Anticipated,
    Context,
    Credit,
    DateKey,
    ListKey,
    NumberKey,
    Point,
    TextKey,
)
from quizapp.grading.lists import grade_list
from quizapp.grading.numbers import Quantity, describe, grade_number, read_quantity
from quizapp.grading.points import grade_points
from quizapp.grading.verdict import (
    ACCEPTED,
    Outcome,
    Reason,
    Slip,
    Verdict,
    combined,
    correct,
    wrong,
)

GRADER_VERSION = 1
"""Raised whenever a verdict may come out otherwise; stored with each response."""


__all__ = [
    "ACCEPTED",
    "GRADER_VERSION",
    "Anticipated",
    "Context",
    "Credit",
    "Date",
    "DateKey",
    "ListKey",
    "NumberKey",
    "Outcome",
    "Point",
    "Quantity",
    "Reason",
    "Slip",
    "TextKey",
    "Verdict",
    "combined",
    "correct",
    "describe",
    "describe_date",
    "grade_date",
    "grade_list",
    "grade_number",
    "grade_points",
    "grade_text",
    "read_dates",
    "read_quantity",
    "wrong",
]
