"""Why a date is right or wrong, in a sentence that a learner understands."""

from quizapp.grading.dates.describe import describe_date
from quizapp.grading.dates.match import Likeness
from quizapp.grading.dates.model import Asked, Date, Precision
from quizapp.grading.dates.read import level
from quizapp.grading.verdict import Reason


def fits(date: Date, asked: Date, precision: Precision) -> Reason:
    """Why a date is right."""
    if level(date.precision) > level(precision):
        return Reason("date", f"More exact than asked: {describe_date(date)}.")
    return Reason("date", f"It is {describe_date(asked)}.")


def hedge(best: Date, rival: Date) -> Reason:
    """Two dates where one is asked."""
    first, second = sorted((best, rival), key=lambda date: date.start)
    both = f"{describe_date(first)} and {describe_date(second)}"
    return Reason("hedge", f"Two dates, {both}, where one is asked.")


def bound(date: Date) -> Reason:
    """Before or after is no date."""
    return Reason("bound", f"“{describe_date(date)}” is a bound: the date itself is asked.")


def refused(date: Date, asked: "Asked", likeness: Likeness) -> Reason:
    """Why a date is not the one asked for: which part is wrong, which is missing."""
    answer = describe_date(asked.date)
    if date.until is not None and asked.date.until is None:
        return Reason("date", f"{describe_date(date)} is a stretch of time, and {answer} is asked.")
    if likeness.right and (likeness.wrong or likeness.missing):
        said = [_parts(likeness.right, "right")]
        said += [_parts(likeness.wrong, "wrong")] if likeness.wrong else []
        said += [_parts(likeness.missing, "missing")] if likeness.missing else []
        return Reason("date", f"{'; '.join(said).capitalize()}: {answer}.")
    if likeness.missing and not likeness.wrong:
        return Reason("date", f"{describe_date(date)} is less exact than asked: {answer}.")
    return Reason("date", f"{describe_date(date)} is not {answer}.")


def _parts(parts: tuple[str, ...], how: str) -> str:
    return f"the {' and '.join(parts)} {'is' if len(parts) == 1 else 'are'} {how}"
