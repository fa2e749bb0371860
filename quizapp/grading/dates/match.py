"""Comparing dates: which parts of one are those of another, at the precision that is asked."""

from typing import NamedTuple

from quizapp.grading.dates.model import Date, Precision
from quizapp.grading.dates.read import level

_MODERN = range(1900, 2030)
"""Years that may be given by their last two figures."""


class Likeness(NamedTuple):
    """What a date shares with the one asked for: parts right, parts wrong, parts not given."""

    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether all that is asked is there, and right."""
        return not self.wrong and not self.missing


def readings(date: Date) -> tuple[Date, ...]:
    """A date and its other readings, what is said of it kept."""
    return (date, *(
        other._replace(start=date.start, end=date.end, qualifier=date.qualifier, text=date.text,
                       slip=date.slip, weak=date.weak)
        for other in date.others
    ))  # fmt: skip


def same_year(given: Date, year: int, slack: float = 0.0) -> bool:
    """Whether a date's year is `year`; one of two figures may be of the last century or this."""
    if given.year is None:
        return False
    if given.short and given.year >= 0 and year in _MODERN:
        return any(abs(given.year + century - year) <= slack for century in (1900, 2000))
    return abs(given.year - year) <= slack


def compare(given: Date, asked: Date, precision: Precision, tolerance: float = 0.0) -> Likeness:
    """What `given` shares with `asked`, whose parts beyond `precision` need not be given."""
    if precision in ("decade", "century"):
        return _stretch(given, asked, precision, tolerance)
    if given.precision in ("decade", "century"):
        inside = asked.year is not None and _holds(given, asked.year)
        return Likeness(missing=("year",)) if inside else Likeness(wrong=("year",))
    right: list[str] = []
    wrong: list[str] = []
    missing: list[str] = []

    def note(part: str, fits: bool | None, needed: bool) -> None:
        if fits is None:
            if needed:
                missing.append(part)
        else:
            (right if fits else wrong).append(part)

    depth = level(precision)
    near = _near(given, asked, precision, tolerance)
    if near:
        return Likeness(("year", "month", "day"))
    if asked.year is not None:
        slack = tolerance if precision == "year" else 0.0
        fits = None if given.year is None else same_year(given, asked.year, slack)
        if fits is False and asked.year < 0 and not given.era and given.year == -asked.year:
            fits = None
        note("year", fits, True)
    for part, at in (("month", 3), ("day", 4)):
        theirs, mine = getattr(asked, part), getattr(given, part)
        if theirs is not None and not (tolerance and at > depth):
            note(part, None if mine is None else mine == theirs, depth >= at)
    return Likeness(tuple(right), tuple(wrong), tuple(missing))


def _near(given: Date, asked: Date, precision: Precision, tolerance: float) -> bool:
    """Whether a month or day is within so many of them."""
    if not tolerance or asked.year is None or given.year is None or given.month is None:
        return False
    if not same_year(given, asked.year, 1) or asked.month is None:
        return False
    years = 0 if same_year(given, asked.year) else (given.year % 100 - asked.year % 100)
    months = 12 * years + given.month - asked.month
    if precision == "month":
        return abs(months) <= tolerance
    if precision == "day" and given.day is not None and asked.day is not None:
        return abs(_ordinal(given, asked.year + years) - _ordinal(asked, asked.year)) <= tolerance
    return False


_DAYS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def _ordinal(date: Date, year: int) -> int:
    assert date.month is not None
    assert date.day is not None
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    past = year - 1
    days = past * 365 + past // 4 - past // 100 + past // 400
    return days + _DAYS[date.month - 1] + date.day + (leap and date.month > 2)


def _holds(stretch: Date, year: int) -> bool:
    """Whether a decade or century holds a year."""
    first = stretch.year
    if first is None:
        return False
    if stretch.precision == "decade":
        if stretch.short and year in _MODERN:
            return year % 100 - year % 10 == first
        return first <= year <= first + 9
    return first <= year <= first + (99 if first < 0 else 100)


def _stretch(given: Date, asked: Date, precision: Precision, tolerance: float) -> Likeness:
    """Whether a date lies in the decade or century asked for."""
    if given.year is None:
        return Likeness(missing=(precision,))
    if asked.precision not in ("decade", "century"):
        year = asked.year or 0
        size = 10 if precision == "decade" else 100
        asked = asked._replace(precision=precision, year=year - year % size)
    start = asked.year or 0
    size = 10 if asked.precision == "decade" else 100
    if given.precision == "century" and asked.precision == "decade":
        return (
            Likeness(missing=("decade",)) if _holds(given, start) else Likeness(wrong=("decade",))
        )
    if given.precision == asked.precision:
        if given.short:
            same = start in _MODERN and given.year == start % 100
        else:
            same = abs(given.year - start) <= tolerance * size
        return Likeness(("year",)) if same else Likeness(wrong=(precision,))
    years: tuple[int, ...] = (given.year,)
    if given.weak and precision == "century":
        return Likeness(wrong=("century",))
    if given.short:
        years = (1900 + given.year, 2000 + given.year, given.year)
    slack = tolerance * size
    last = start + size - 1
    if asked.precision == "century" and start > 0 and given.precision == "year":
        # The eighteenth century runs from 1701 to 1800, however it is spoken of.
        last += 1
    fits = any(start - slack <= year <= last + slack for year in years)
    return Likeness(("year",)) if fits else Likeness(wrong=(precision,))
