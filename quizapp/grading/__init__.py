"""The grading engine: what a typed response is worth, and why. Knows no bank and no screen.

Each `grade_…` is a pure function of key, context and response: the same on every machine, bounded
in time for any text, and it never raises.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizapp.grading.asked_figures import grade_date, grade_number
    from quizapp.grading.dates import Date, describe_date, read_dates
    from quizapp.grading.free import grade_text
    from quizapp.grading.key import (
        NO_IDEAS,
        Anticipated,
        Context,
        Credit,
        DateKey,
        Idea,
        Ideas,
        ListKey,
        NumberKey,
        Point,
        TextKey,
    )
    from quizapp.grading.lists import grade_list
    from quizapp.grading.points import grade_points
    from quizapp.grading.quantities import Quantity, describe, read_quantity
    from quizapp.grading.verdict import (
        ACCEPTED,
        Outcome,
        Reason,
        ReasonCode,
        Slip,
        Verdict,
        combined,
        correct,
        wrong,
    )

GRADER_VERSION = 8
"""Raised whenever a verdict may come out otherwise; stored with each response."""


_KEYS = (
    "NO_IDEAS", "Anticipated", "Context", "Credit", "DateKey", "Idea", "Ideas", "ListKey",
    "NumberKey", "Point", "TextKey",
)  # fmt: skip
_VERDICT = (
    "ACCEPTED", "Outcome", "Reason", "ReasonCode", "Slip", "Verdict", "combined", "correct",
    "wrong",
)  # fmt: skip
_WHERE = {
    "grade_text": "free",
    **dict.fromkeys(_KEYS, "key"),
    **dict.fromkeys(_VERDICT, "verdict"),
    **dict.fromkeys(("grade_date", "grade_number"), "asked_figures"),
    **dict.fromkeys(("Date", "describe_date", "read_dates"), "dates"),
    **dict.fromkeys(("Quantity", "describe", "read_quantity"), "quantities"),
    "grade_list": "lists",
    "grade_points": "points",
}


def __getattr__(name: str) -> Any:
    """Each is imported when it is first needed: a question is asked before any answer is graded."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    return found


__all__ = [
    "ACCEPTED", "GRADER_VERSION", "NO_IDEAS", "Anticipated", "Context", "Credit", "Date", "DateKey",
    "Idea", "Ideas", "ListKey", "NumberKey", "Outcome", "Point", "Quantity", "Reason", "ReasonCode",
    "Slip", "TextKey", "Verdict", "combined", "correct", "describe", "describe_date", "grade_date",
    "grade_list", "grade_number", "grade_points", "grade_text", "read_dates", "read_quantity",
    "wrong",
]  # fmt: skip
