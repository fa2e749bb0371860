"""Saying in words which date was read."""

from quizapp.grading.dates.model import Date
from quizapp.grading.english.months import MONTHS

_SAID = {"about": "about ", "before": "before ", "after": "after "}


def describe_date(date: Date) -> str:
    """A date in words: "8 May 1945", "the 1990s", "the 18th century", "44 BC"."""
    text = _one(date)
    if date.until is not None:
        text = f"{text} to {_one(date.until)}"
    return _SAID.get(date.qualifier, "") + text


def _one(date: Date) -> str:
    if date.precision == "century" and date.year is not None:
        number = -date.year // 100 if date.year < 0 else date.year // 100 + 1
        return f"the {number}{_ending(number)} century{' BC' if date.year < 0 else ''}"
    if date.precision == "decade" and date.year is not None:
        return f"the {_figures(date)}s"
    parts = []
    if date.day is not None:
        parts.append(str(date.day))
    if date.month is not None:
        parts.append(MONTHS[date.month - 1].capitalize())
    if date.year is not None:
        parts.append(_figures(date))
    return " ".join(parts)


def _figures(date: Date) -> str:
    assert date.year is not None
    if date.year < 0:
        return f"{-date.year} BC"
    return f"'{date.year:02}" if date.short else str(date.year)


def _ending(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
