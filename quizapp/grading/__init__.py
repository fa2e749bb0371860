"""The grading engine: what a typed response is worth, and why. Knows no bank and no screen.

Each `grade_…` is a pure function of key, context and response: the same on every machine, bounded
in time for any text, and it never raises.
"""

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


def grade_number(key: NumberKey, context: Context, response: str) -> Verdict:
    """The verdict on a quantity."""
    answers = key.text.answers
    if not answers:
        low_high = key.answer if isinstance(key.answer, tuple) else (key.answer,)
        answers = (" to ".join(f"{figure:g}" for figure in low_high),)
    return grade_text(key.text._replace(answers=answers), context, response)


def grade_date(key: DateKey, context: Context, response: str) -> Verdict:
    """The verdict on a date."""
    answers = key.text.answers or (key.answer,)
    return grade_text(key.text._replace(answers=answers), context, response)


def grade_list(key: ListKey, context: Context, response: str) -> Verdict:
    """The verdict on a list of items."""
    points = tuple(Point(item[0], item) for item in key.items)
    return grade_points(points, key.need, context, response)


__all__ = [
    "ACCEPTED",
    "GRADER_VERSION",
    "Anticipated",
    "Context",
    "Credit",
    "DateKey",
    "ListKey",
    "NumberKey",
    "Outcome",
    "Point",
    "Reason",
    "Slip",
    "TextKey",
    "Verdict",
    "combined",
    "correct",
    "grade_date",
    "grade_list",
    "grade_number",
    "grade_points",
    "grade_text",
    "wrong",
]
