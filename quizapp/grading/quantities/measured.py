"""A number with its sign, its money sign, and the units behind it."""

import re
from typing import NamedTuple

from quizapp.grading import units
from quizapp.grading.english.numbers import HALVES
from quizapp.grading.english.units import BELOW_UNIT
from quizapp.grading.numbers.model import Kind, Number
from quizapp.grading.numbers.words import letter, worded
from quizapp.grading.patterns import Lazy
from quizapp.grading.units import Dimensions, Measure

_MINUS = Lazy(r"\b(?:minus|negative)\s$", re.IGNORECASE)
_BELOW = Lazy(r"\s(?:below|under) (?:zero|freezing|0\b)|\sbelow\W*$", re.IGNORECASE)
_CODES = Lazy(r"(?:US|CA|AU|CN|[ACR])?[$€£¥₽₹₩₴₺₪]\s?$|(?<![^\W\d_])[A-Z]{3}\s?$")
_AND_HALF = Lazy(r"\s?(?:and|&)\s(?:a|one)\s(half|quarter|third)\b", re.IGNORECASE)
_HALF_UNIT = Lazy(r"\s?(?:of\s)?(?:an?\s)?", re.IGNORECASE)
_ARTICLE = Lazy(r"an?\s(?=\w{3})", re.IGNORECASE)
_PLACE = Lazy(r"in\s(?=\w)", re.IGNORECASE)
"""The preposition, which is no inch."""
_MORE_UNIT = Lazy(r"\s?,?\s?(?:and\s)?(?=\d|[^\W\d_])")


class Read(NamedTuple):
    """A number with its unit, before qualifier and range."""

    number: Number
    start: int
    end: int
    unit: Measure | None = None
    sign: bool = False


def read(text: str, at: int, wanted: Dimensions | None) -> Read | None:
    """A number at `at` with its sign and unit."""
    number = worded(text, at)
    if number is None:
        return _one_unit(text, at, wanted)
    start, sign = _signed(text, at)
    unit, start = _currency(text, start, wanted)
    if unit is not None and not sign:
        start, sign = _signed(text, start)
    read = _united(text, number, wanted, unit)
    below = _BELOW.match(text, read.end) if not sign else None
    if sign or below:
        negated = read.number._replace(
            value=-read.number.value, others=tuple(-other for other in read.number.others)
        )
        if sign and text[at - 2 : at] == "- ":
            # A dash and a space may as well be a bullet.
            negated = negated._replace(others=(read.number.value,))
        return read._replace(
            number=negated, start=start, sign=True, end=below.end() if below else read.end
        )
    return read._replace(start=start)


def _one_unit(text: str, at: int, wanted: Dimensions | None) -> Read | None:
    """A unit counted once by its article: an hour and a half, a mile."""
    article = _ARTICLE.match(text, at)
    if article is None:
        return None
    found = units.read_unit(text, article.end(), wanted)
    if found is None or text[found.end : found.end + 1].isalnum():
        return None
    half = _AND_HALF.match(text, found.end)
    value = 1 + HALVES[half[1].casefold()] if half else 1.0
    end = half.end() if half else found.end
    kind: Kind = "plain" if half else "weak"
    return Read(Number(value, at, end, kind, fraction=bool(half)), at, end, found.measure)


def _signed(text: str, at: int) -> tuple[int, bool]:
    """Where the sign before `at` begins, and whether it is a minus."""
    if text[at - 1 : at] == "-" and at:
        before = text[at - 2 : at - 1] if at > 1 else ""
        if not before or not (before.isalnum() or before in ").%°"):
            return at - 1, True
    if text[at - 2 : at] == "- " and at == 2:
        return at, True
    word = _MINUS.search(text[max(0, at - 10) : at])
    return (at - len(word[0]), True) if word else (at, False)


def _currency(text: str, at: int, wanted: Dimensions | None) -> tuple[Measure | None, int]:
    """The money sign before a figure, and where it begins."""
    begin = max(0, at - 6)
    found = _CODES.search(text[begin:at])
    if found is None:
        return None, at
    measure = units.lookup(found[0].strip(), wanted)
    if measure is None or not measure.currency:
        return None, at
    return measure, begin + found.start()


def _united(text: str, number: Number, wanted: Dimensions | None, money: Measure | None) -> Read:
    """A number with the unit behind it, or the magnitude of one letter."""
    gap = 1 if text[number.end : number.end + 1] in (" ", "-") else 0
    if number.fraction and number.value < 1:
        half = _HALF_UNIT.match(text, number.end)
        gap = half.end() - number.end if half else gap
    found = units.read_unit(text, number.end + gap, money.dims if money else wanted)
    after = text[found.end : found.end + 1] if found else ""
    if (
        found
        and text[found.end - 1].isalpha()
        and after.isalnum()
        and not (after.isdigit() and found.measure.dims == wanted == units.TIME)
    ):
        found = None
    if found and _PLACE.match(text, found.end - 2):
        found = None
    scaled = letter(text, number)
    if scaled and (found is None or (wanted is not None and found.measure.dims != wanted)):
        return _united(text, scaled, wanted, money)
    if found is None:
        return Read(number, number.start, number.end, money)
    if found.measure.dims == (("A", 1),) and wanted == units.TEMPERATURE:
        return Read(number, number.start, found.end)
    if money and not found.measure.currency:
        return Read(number, number.start, number.end, money)
    half = _AND_HALF.match(text, found.end)
    if half and not number.fraction:
        part = HALVES[half[1].casefold()]
        number = number._replace(value=number.value + part, fraction=True, step=0.0)
        return Read(number, number.start, half.end(), found.measure)
    return _added(text, Read(number, number.start, found.end, found.measure), 0)


def _added(text: str, read: Read, depth: int) -> Read:
    """A quantity given in two units: 1 h 30 min, 5 ft 11 in."""
    assert read.unit is not None
    link = _MORE_UNIT.match(text, read.end)
    number = worded(text, link.end()) if link and depth < 2 else None
    if number is None or number.kind not in ("plain", "weak") or number.scaled:
        return read
    gap = 1 if text[number.end : number.end + 1] in (" ", "-") else 0
    found = units.read_unit(text, number.end + gap, read.unit.dims)
    measure, end = (found.measure, found.end) if found else (None, number.end)
    linked = text[read.end : number.start]
    if found is None and not linked.strip(" "):
        measure = units.lookup(BELOW_UNIT.get(read.unit.one, ""))
    if (
        measure is None
        or measure.dims != read.unit.dims
        or measure.offset
        or measure.factor >= read.unit.factor
        or number.value * measure.factor >= read.unit.factor * (1.0001 if found else 1.0)
    ):
        return read
    value = read.number.value + number.value * measure.factor / read.unit.factor
    step = number.step * measure.factor / read.unit.factor
    whole = read.number._replace(value=value, step=step, others=())
    inner = _added(
        text, Read(Number(number.value, number.start, end), number.start, end, measure), depth + 1
    )
    if inner.end > end:
        extra = inner.number.value - number.value
        whole = whole._replace(value=value + extra * measure.factor / read.unit.factor)
        end = inner.end
    return Read(whole, read.start, end, read.unit)
