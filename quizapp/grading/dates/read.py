"""Reading the dates of a text: days, months, years, decades, centuries and stretches of them."""

import re
from functools import cache, lru_cache
from typing import Literal

from quizapp.grading.dates.model import Date, Precision, Qualifier
from quizapp.grading.dates.spelling import Spelled, prepare, spelled
from quizapp.grading.english.months import MONTHS, NUMBERS
from quizapp.grading.patterns import Lazy
from quizapp.grading.surface import surface

MOST = 30
"""So many dates are read: more in one response are no answer."""

_M = "(?:" + "|".join(MONTHS) + ")"
_D = r"\d{1,2}(?:st|nd|rd|th)?(?![\d])"
_Y = r"(?:AD\s?|BC\s?)?'?\d{1,4}(?!\d)(?:\s?(?:BC|AD)\b)?"
_TH = r"(?:st|nd|rd|th)"


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(
        rf"""(?<![\d.,])(?:
          (?P<ymd>\d{{4}}\s?([-/.])\s?\d{{1,2}}\s?\2\s?\d{{1,2}}(?![\d]))
        | (?P<dmy>\d{{1,2}}\s?([-/.])\s?\d{{1,2}}\s?\4\s?(?:\d{{4}}|\d{{2}})(?![\d]))
        | (?P<days>{_D}\s?(?:-|to|until|and|/)\s?{_D}\s(?:of\s)?{_M}\b(?:,?\s(?:of\s)?{_Y})?)
        | (?P<d_m>(?:the\s)?{_D}[\s.-]{{1,2}}(?:day\s)?(?:of\s)?(?:the\s)?{_M}\b
            (?:[\s,.-]{{1,2}}(?:of\s|in\s)?(?:the\syear\s)?{_Y})?)
        | (?P<m_d>{_M}[\s.,-]{{1,2}}(?:the\s)?{_D}(?!\s?(?:BC|AD))
            (?:\s?[\s,.-]\s?(?:of\s|in\s)?{_Y}(?![%\w]))?)
        | (?P<y_mon>\d{{4}},?[\s-]{_M}\b(?![\s.-]{{1,2}}(?:of\s)?\d{{2,4}})(?:[\s-]{_D})?)
        | (?P<m_y>{_M}[\s.,/-]{{0,2}}(?:of\s|in\s)?(?:the\syear\s)?(?:of\s)?{_Y})
        | (?P<century>(?:AD\s)?\d{{1,2}}{_TH}?[\s-](?:c\.|centur\w+|cent\b\.?|c\b)
            (?:\s?(?:AD|BC)\b)?)
        | (?P<decade>(?:\d{{2}}[\s-])?'?\d{{0,2}}\d0(?:'?s|ies)\b(?:\s?(?:AD|BC)\b)?
            |decade\sof\s(?:the\s)?\d{{3}}0\b)
        | (?P<span>\d{{4}}\s?[-/]\s?'?\d{{2}}(?![\d/.]|-\d))
        | (?P<y_m>\d{{4}}[-/.]\d{{1,2}}(?![\d]))
        | (?P<n_y>\d{{1,2}}\s?[-/.]\s?\d{{4}}(?![\d]))
        | (?P<n_n>\d{{1,2}}\s?[-/.]\s?\d{{1,2}}(?![\d.,/]))
        | (?P<year>(?:AD|BC)\s?\d{{1,4}}(?![\d.,]\d|\d)|'\d{{2}}(?!\d)|\d{{1,4}}\s?(?:AD|BC)\b
            |\d{{4}}(?![\d%]|[.,:]\d))
        | (?P<nth>\d{{1,2}}{_TH}\b)
        | (?P<bare>\d{{1,3}}(?![\d%]|[.,:]\d))
        | (?P<month>\b{_M}\b)
        )""",
        re.VERBOSE,
    )


_KINDS = (
    "ymd", "dmy", "days", "d_m", "m_d", "y_mon", "m_y", "century", "decade", "span", "y_m", "n_y",
    "n_n", "year", "nth", "bare", "month",
)  # fmt: skip
_NUMBER = Lazy(r"\d+")
_NAME = Lazy(_M)
_AFTER = Lazy(r"(?:^|\b(?:in|of|on|since|early|late|mid|about|was|the|and|or|not))[\s-]*$")
_JOINED = Lazy(r"([^\W\d_]+)-$")
_PREFIXES = frozenset({"mid", "pre", "post", "early", "late", "year", "in", "ad", *MONTHS})
_CHOICE = Lazy(
    r"\.?\s?(?:,|/|\?|,?\s(?:or|and|maybe|perhaps|possibly|or maybe|not|but not|rather than)"
    r"(?:\sthe)?)\s?",
    re.IGNORECASE,
)
_OTHERWISE = Lazy(r"\b(?:or|not|before|after|since|until|later|earlier)\b|[?/]", re.IGNORECASE)
_ALONE = Lazy(r"\s*(?:[,.;:?!)/]|(?:or|and|not)\b|$)", re.IGNORECASE)
_THIRD = Lazy(
    r"\b(?:(?P<early>early|(?:beginning|start) of)|(?P<mid>mid|middle of)"
    r"|(?P<late>late|(?:end|close) of))(?: the)?[\s-]$"
)
_OF = Lazy(r"\s(?:of|in)\s(?:the\s)?")
_STRETCH = Lazy(r"\s?-\s?|\s?,?\s(?:to|until|till|through|thru|up\sto)\s(?:the\s)?", re.IGNORECASE)
_BETWEEN = Lazy(r"\b(?:between|from)\s(?:the\s)?(?:years?\s)?$", re.IGNORECASE)
_AND = Lazy(r"\s(?:and|to)\s(?:the\s)?", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"""(?:^|(?<=[\s(,;:.]))(?:
          (?P<before>before|prior\sto|earlier\sthan|pre|until|till|by|up\sto|no\slater\sthan
             |not\slater\sthan|ante|<)
        | (?P<after>after|later\sthan|post|following|past|not\s(?:before|until)|no\searlier\sthan|>)
        | (?P<about>about|around|roughly|approximately|approx\.?|circa|ca?\.?|near|some\stime\sin|~)
        )[\s-]?\s?(?:(?:the\s)?(?:(?:very\s)?(?:end|start|beginning|close|turn|middle
            |year|early|mid|late|night|day|date|morning|evening)[\s-])?(?:of\s|on\s)?(?:the\s)?)$""",
        re.VERBOSE | re.IGNORECASE,
    )


def read_dates(text: str) -> tuple[Date, ...]:
    """All dates that a text names, in order, their places counted in `text`."""
    plain = surface(text)
    form = spelled(plain.text)

    return tuple(
        date._replace(
            start=plain.origin(form.origin(date.start)),
            end=plain.origin(form.origin(date.end, end=True) - 1) + 1,
        )
        for date in scan(form)
    )


@lru_cache(maxsize=512)
def scan(form: Spelled) -> tuple[Date, ...]:
    """The dates of a text in one spelling; places count in it."""
    text = form.text
    found: list[Date] = []
    at = 0
    while len(found) < MOST and (mark := _forms().search(text, at)):
        at = mark.end()
        date = _read(mark) if not _inside(text, mark) else None
        if date is None:
            continue
        slip = next(
            ((typed, meant) for place, typed, meant in form.slips
             if mark.start() <= place < mark.end()), None,
        )  # fmt: skip
        date = date._replace(
            start=mark.start(),
            end=mark.end(),
            slip=slip,
            text=mark[0],
            qualifier=_said(text, mark),
            share=_share(text, mark),
        )
        if found and (narrowed := _narrowed(text, found[-1], date)):
            found[-1] = narrowed
            continue
        if found and (joined := _stretch(text, found[-1], date)):
            found[-1] = joined
        else:
            found.append(date)
    if all(date.weak for date in found):
        return tuple(found)
    told = [_told(text, found, at) for at in range(len(found))]
    return tuple(date for date in told if not date.weak)


def _told(text: str, found: list[Date], at: int) -> Date:
    """A weak date as what its neighbour makes of it: April or October 2019, 8 or 9 May."""
    date = found[at]
    if not date.weak:
        return date
    years = [other for other in found if other.precision == "year" and not other.weak]
    if date.precision == "month" and len(years) == 1 == len([one for one in found if not one.weak]):
        first, second = sorted((date, years[0]), key=lambda one: one.start)
        if not _OTHERWISE.search(text[first.end : second.start]):
            return date._replace(year=years[0].year, short=years[0].short, weak=False)
    for near in (at + 1, at - 1):
        if not 0 <= near < len(found) or found[near].weak:
            continue
        other = found[near]
        first, second = (date, other) if near > at else (other, date)
        if not _CHOICE.fullmatch(text[first.end : second.start]) or not _ALONE.match(
            text, date.end
        ):
            continue
        if date.precision == "month":
            return date._replace(year=other.year, short=other.short, weak=False)
        if other.precision == "day" and near > at and 0 < (date.year or 0) <= 31:
            return other._replace(day=date.year, start=date.start, end=date.end, others=())
        return date._replace(weak=False)
    return date


def _inside(text: str, mark: re.Match[str]) -> bool:
    """Whether the figures are part of a designation or of a longer number."""
    before = text[mark.start() - 1 : mark.start()] if mark.start() else ""
    if before == "-" and (word := _JOINED.search(text[: mark.start()][-16:])):
        return word[1] not in _PREFIXES
    if before.isalpha():
        return mark[0][0].isdigit()
    if before in ("$", "£", "€", "#"):
        return True
    after = text[mark.end() : mark.end() + 1]
    return after.isalpha() and mark.lastgroup in ("bare", "year") and not mark[0][-1].isalpha()


def _said(text: str, mark: re.Match[str]) -> Qualifier:
    found = _before().search(text[max(0, mark.start() - 44) : mark.start()])
    if found is None:
        return ""
    return "before" if found["before"] else "after" if found["after"] else "about"


def _share(text: str, mark: re.Match[str]) -> Literal["", "early", "mid", "late"]:
    """Which third of a decade or century is meant."""
    found = _THIRD.search(text[max(0, mark.start() - 24) : mark.start()])
    if found is None:
        return ""
    return "early" if found["early"] else "mid" if found["mid"] else "late"


def _narrowed(text: str, first: Date, second: Date) -> Date | None:
    """A decade without its century that the next words give: the seventies of the 19th century."""
    if not (first.short and first.precision == "decade" and second.precision == "century"):
        return None
    if not _OF.fullmatch(text[first.end : second.start]) or first.year is None or not second.year:
        return None
    year = second.year + first.year
    return first._replace(
        year=year, short=False, end=second.end, text=text[first.start : second.end]
    )


def _stretch(text: str, first: Date, second: Date) -> Date | None:
    """Two dates as one stretch, if what stands between them says so."""
    if first.until is not None or (first.weak and second.weak):
        return None
    gap = text[first.end : second.start]
    between = _BETWEEN.search(text[max(0, first.start - 24) : first.start])
    if not _STRETCH.fullmatch(gap) and not (between and _AND.fullmatch(gap)):
        return None
    if first.year is None and second.year is not None:
        if first.precision in ("month", "day"):
            first = first._replace(year=second.year)
    elif second.short and first.year is not None and not first.short:
        second = second._replace(
            year=first.year - first.year % 100 + (second.year or 0), short=False
        )
    return first._replace(
        until=second, end=second.end, weak=False, others=(), text=text[first.start : second.end]
    )


def _read(mark: re.Match[str]) -> Date | None:
    """The date of one form, or None if there is no such date."""
    text = mark[0]
    kind = next(kind for kind in _KINDS if mark[kind])
    figures = [int(figure) for figure in _NUMBER.findall(text)]
    name = _NAME.search(text)
    month = NUMBERS[name[0]] if name else None
    if kind == "ymd":
        return _day(figures[0], figures[1], figures[2])
    if kind == "dmy":
        short = figures[2] < 100
        readings = [_day(figures[2], figures[1], figures[0], short),
                    _day(figures[2], figures[0], figures[1], short)]  # fmt: skip
        return _either(readings)
    if kind == "days":
        year, short, era = _year(text[name.end() :]) if name else (None, False, False)
        first = Date("day", year, month, figures[0], short=short, era=era)
        return first._replace(until=first._replace(day=figures[1]))
    if kind in ("d_m", "m_d"):
        return _with_day(text, figures, month, kind)
    if kind == "y_mon":
        precision: Precision = "day" if len(figures) > 1 else "month"
        return Date(precision, figures[0], month, figures[1] if len(figures) > 1 else None)
    if kind == "m_y":
        assert name is not None
        year, short, era = _year(text[name.end() :])
        return Date("month", year, month, short=short, era=era)
    if (
        kind == "month"
        and text in ("may", "march")
        and not _AFTER.search(mark.string[: mark.start()])
    ):
        return None
    if kind == "month":
        return Date("month", None, month, weak=True)
    return _numeric(kind, text, figures)


def _with_day(text: str, figures: list[int], month: int | None, kind: str) -> Date | None:
    """A day and a month with or without the year; "August 61" has no such day."""
    rest = text[_NUMBER.search(text).end() :]  # type: ignore[union-attr]
    year: int | None
    year, short, era = (
        _year(re.sub(r"^(?:st|nd|rd|th)", "", rest)) if len(figures) > 1 else (None, False, False)
    )
    if kind == "m_d" and len(figures) == 1 and f"'{figures[0]:02}" in text:
        return Date("month", figures[0], month, short=True)
    if not 1 <= figures[0] <= 31:
        if len(figures) > 1 or kind == "d_m":
            return None
        return Date("month", figures[0], month, short=True)
    date = Date("day", year, month, figures[0], short=short, era=era)
    if kind == "m_d" and len(figures) == 1 and not re.search(_TH, rest):
        # "August 14" may as well be a year.
        return date._replace(others=(Date("month", figures[0], month, short=True),))
    return date


def _year(text: str) -> tuple[int | None, bool, bool]:
    """(year, two figures only, era given) of the end of a date; no year gives None."""
    found = _NUMBER.search(text)
    if found is None:
        return None, False, False
    year = int(found[0])
    if "BC" in text:
        return -year, False, True
    return year, len(found[0]) == 2 and "AD" not in text, "AD" in text


def _numeric(kind: str, text: str, figures: list[int]) -> Date | None:
    """A date without a month's name."""
    year, short, era = _year(text)
    assert year is not None
    if kind == "century":
        number = figures[0]
        if not 1 <= number <= 40:
            return None
        return Date("century", -100 * number if year < 0 else 100 * (number - 1), era=era)
    if kind == "decade":
        return _decade(text, figures, year, era)
    if kind == "span":
        low, high = figures
        end = low - low % 100 + high
        readings = [_month(low, high)] if "'" not in text else []
        if end > low:
            readings.append(Date("year", low, until=Date("year", end)))
        return _either(readings)
    if kind == "y_m":
        return _month(figures[0], figures[1])
    if kind == "n_y":
        return _month(figures[1], figures[0])
    if kind == "n_n":
        pairs = [_month(figures[1], figures[0], short=True), _day(None, figures[1], figures[0]),
                 _day(None, figures[0], figures[1])]  # fmt: skip
        date = _either(pairs)
        return date._replace(weak=True) if date else None
    if kind == "nth":
        return Date("century", 100 * (figures[0] - 1), weak=True) if 1 <= figures[0] <= 40 else None
    if kind == "bare":
        date = Date("year", year, short=short, weak=True)
        century = Date("century", 100 * (year - 1), weak=True) if 1 <= year <= 40 else None
        return _either([date, century])
    return Date("year", year, short=short, era=era)


def _decade(text: str, figures: list[int], year: int, era: bool) -> Date | None:
    """The 1990s, '90s; the 1700s are a century as well as a decade."""
    joined = re.match(r"(\d{2})[\s-]'?(\d{2})(?:'?s|ies)", text)
    if joined:
        year = int(joined[1] + joined[2])
        figures = [year]
    if year < 0:
        return Date("decade", -figures[0] - 9, era=True)
    date = Date("decade", year, short=year < 100 and not era, era=era)
    if year >= 100 and year % 100 == 0:
        return date._replace(others=(Date("century", year, era=era),))
    return date


def _day(year: int | None, month: int, day: int, short: bool = False) -> Date | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Date("day", year, month, day, short=short)


def _month(year: int, month: int, short: bool = False) -> Date | None:
    return Date("month", year, month, short=short) if 1 <= month <= 12 else None


def _either(readings: list[Date | None]) -> Date | None:
    """The first reading that there is, with the others."""
    there = list(dict.fromkeys(reading for reading in readings if reading is not None))
    return there[0]._replace(others=tuple(there[1:])) if there else None


def parse(text: str) -> Date | None:
    """The one date that a whole answer names ("44 BC", "the 18th century"), or None."""
    found = scan(prepare(text))
    return found[0] if len(found) == 1 else None


_LEVELS: tuple[Precision, ...] = ("century", "decade", "year", "month", "day")


def level(precision: str) -> int:
    """How exact a precision is, from 0 (a century) to 4 (a day)."""
    return _LEVELS.index(precision) if precision in _LEVELS else 2
