"""Reading the quantities of a text: each figure with its sign, range, unit and qualifier."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from quizapp.grading import figures, lexicon, units
from quizapp.grading.numbers import qualifiers
from quizapp.grading.numbers.model import Kind, Number, Quantity
from quizapp.grading.numbers.words import letter, worded
from quizapp.grading.surface import surface
from quizapp.grading.units import Dimensions, Measure

MOST = 40
"""So many quantities are read: more in one response are no answer."""


class _Read(NamedTuple):
    """A number with its unit, before qualifier and range."""

    number: Number
    start: int
    end: int
    unit: Measure | None = None
    sign: bool = False


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)


@cache
def _start() -> re.Pattern[str]:
    return re.compile(
        r"""(?P<code>[^\W\d_]+\d[\w]*(?:[-/]\d\w*)*|[^\W\d_]+-\d[\w.]*)
        | (?P<date>\d{1,4}([-/.])\d{1,2}\3\d{1,4}(?![\d])
            |\b(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)?"""
        + _MONTH
        + r"""\s\d{1,2}(?:st|nd|rd|th)?(?:\s?,?\s?\d{4})?(?![\d])
            |\b\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?"""
        + _MONTH
        + r"""(?:,?\s\d{4})?(?![\w]))
        | (?P<version>(?!\d{1,3}(?:\.\d{3})+(?!\d|\.\d))\d+(?:\.\d+){2,}(?!\d))
        | (?P<clock>\d{1,3}:\d{2}(?::\d{2})?(?!\d))
        | (?P<era>(?<!\d)'\d\ds?\b|\b\d{2,4}'?s\b)
        | (?P<digit>\d|(?<![\w.,])[.,]\d)
        | (?P<word>[^\W\d_]+)""",
        re.VERBOSE,
    )


_LABELS = frozenset(
    """article chapter page section type mark mk version season episode part volume phase class
    level grade model flight route highway channel room gate platform figure table number nr
    vol psalm verse protocol resolution act scene""".split()
)
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|since|during|until|till|by|year|from|early|mid|late|spring|summer|autumn|fall"
    r"|winter|before|after|around|circa|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|(?<!total )(?<!number )(?<!sum )of"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?(?: the)?(?: year)?,? ?|\()$",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\s?-\s?(?=[\d$€£.,])|\s?\.\.\.?\s?(?=\d)|\s(?:up\s)?to\s(?:about\s|around\s|roughly\s)?"
    r"|\s(?:through|thru|until|till)\s|-to-",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:\bbetween|\bfrom|\branging|\brange)\s[^\d]{0,20}$", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|to|&|up to|and up to|and about|to about)\s(?:up to\s)?", re.IGNORECASE)
_MINUS = re.compile(r"\b(?:minus|negative)\s$", re.IGNORECASE)
_BELOW = re.compile(r"\s(?:below|under) (?:zero|freezing|0\b)|\sbelow\W*$", re.IGNORECASE)
_CODES = re.compile(r"(?:US|CA|AU|CN|[ACR])?[$€£¥₽₹₩₴₺₪]\s?$|(?<![^\W\d_])[A-Z]{3}\s?$")
_AND_HALF = re.compile(r"\s?(?:and|&)\s(?:a|one)\s(half|quarter|third)\b", re.IGNORECASE)
_HALF_UNIT = re.compile(r"\s?(?:of\s)?(?:an?\s)?", re.IGNORECASE)
_PLACE = re.compile(r"in\s(?=\w)", re.IGNORECASE)
"""The preposition, which is no inch."""
_TIMES_SIGN = re.compile(r"[xs](?:\d+)?", re.IGNORECASE)
_HALVES = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_NOUN = re.compile(r"[\s-]((?:[^\W\d_]+)(?:\s[^\W\d_]+){0,2})")
_MORE_UNIT = re.compile(r"\s?,?\s?(?:and\s)?(?=\d|[^\W\d_])")


def read_quantity(text: str, unit: str = "") -> tuple[Quantity, ...]:
    """All quantities that a text names, in order, their places counted in `text`.

    `unit` is the unit that is asked for: it settles what `m`, `K` or `°` mean, and a bare figure
    is in it (its `unit` stays None).
    """
    asked = units.parse_unit(unit.removeprefix("billion ").removeprefix("million ").strip())
    plain = surface(text)
    return tuple(
        quantity._replace(start=plain.origin(quantity.start), end=plain.origin(quantity.end - 1) + 1)
        for quantity in scan(plain.text, asked.dims if asked else None)
    )


@lru_cache(maxsize=512)
def scan(text: str, wanted: Dimensions | None = None) -> tuple[Quantity, ...]:
    """The quantities of a text made plain by `surface`; places count in it."""
    found: list[Quantity] = []
    at = 0
    while len(found) < MOST and (mark := _start().search(text, at)):
        quantity = _quantity(text, mark, wanted)
        if quantity is None:
            at = mark.end()
            if mark["code"] and (inner := _behind_prefix(mark)):
                at = inner
            continue
        found.append(quantity)
        at = max(quantity.end, mark.start() + 1)
    if not any(quantity.kind in ("plain", "weak") for quantity in found):
        found += _romans(text)
    return tuple(found)


def _behind_prefix(mark: re.Match[str]) -> int:
    """Where the figure begins in what looks like a designation and is none: USD5, approx24."""
    letters = re.match(r"[^\W\d_]+", mark[0])
    assert letters is not None
    word = letters[0].casefold()
    measure = units.lookup(letters[0])
    if (measure and measure.currency) or word in _GLUED:
        return mark.start() + letters.end()
    return 0


_GLUED = frozenset("c ca approx about x mid pre post ad bc no nr minus circa us".split())


def _quantity(text: str, mark: re.Match[str], wanted: Dimensions | None) -> Quantity | None:
    """The quantity that begins at a mark, or None if none does."""
    at = mark.start()
    if mark["code"]:
        if _behind_prefix(mark):
            return None
        number = worded(text, at)
        if number is None:
            return _other(text, mark, "designation")
    for kind in ("date", "version", "era"):
        if mark[kind]:
            if kind == "era" and wanted and (read := _read(text, at, wanted)) and read.unit:
                break
            return _other(text, mark, "designation" if kind == "version" else "date")
    if mark["clock"]:
        return _clock(text, mark)
    read = _read(text, at, wanted)
    if read is None:
        return None
    return _described(text, read, wanted)


def _other(text: str, mark: re.Match[str], kind: Kind) -> Quantity:
    return Quantity(0.0, mark.start(), mark.end(), kind=kind, text=mark[0])


def _clock(text: str, mark: re.Match[str]) -> Quantity:
    pieces = [int(piece) for piece in mark[0].split(":")]
    value = 0
    for piece in pieces:
        value = value * 60 + piece
    unit = units.lookup("minutes" if len(pieces) == 2 else "seconds")
    return Quantity(
        float(value), mark.start(), mark.end(), kind="clock", unit=unit,
        others=(value / 60,) if len(pieces) == 2 else (), text=mark[0],
    )  # fmt: skip


def _read(text: str, at: int, wanted: Dimensions | None) -> _Read | None:
    """A number at `at` with its sign and unit."""
    number = worded(text, at)
    if number is None:
        return _one_unit(text, at)
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


def _one_unit(text: str, at: int) -> _Read | None:
    """A unit counted once by its article: an hour and a half, a mile."""
    article = re.compile(r"an?\s(?=\w{3})", re.IGNORECASE).match(text, at)
    if article is None:
        return None
    found = units.read_unit(text, article.end())
    if found is None or text[found.end : found.end + 1].isalnum():
        return None
    half = _AND_HALF.match(text, found.end)
    value = 1 + _HALVES[half[1].casefold()] if half else 1.0
    end = half.end() if half else found.end
    kind: Kind = "plain" if half else "weak"
    return _Read(Number(value, at, end, kind, fraction=bool(half)), at, end, found.measure)


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


def _united(text: str, number: Number, wanted: Dimensions | None, money: Measure | None) -> _Read:
    """A number with the unit behind it, or the magnitude of one letter."""
    gap = 1 if text[number.end : number.end + 1] in (" ", "-") else 0
    if number.fraction and number.value < 1:
        half = _HALF_UNIT.match(text, number.end)
        gap = half.end() - number.end if half else gap
    found = units.read_unit(text, number.end + gap, money.dims if money else wanted)
    if found and text[found.end - 1].isalpha() and text[found.end : found.end + 1].isalnum():
        found = None
    if found and _PLACE.match(text, found.end - 2):
        found = None
    scaled = letter(text, number)
    if scaled and (found is None or (wanted is not None and found.measure.dims != wanted)):
        return _united(text, scaled, wanted, money)
    if found is None:
        return _Read(number, number.start, number.end, money)
    if found.measure.dims == (("A", 1),) and wanted == units.TEMPERATURE:
        return _Read(number, number.start, found.end)
    if money and not found.measure.currency:
        return _Read(number, number.start, number.end, money)
    half = _AND_HALF.match(text, found.end)
    if half and not number.fraction:
        part = _HALVES[half[1].casefold()]
        number = number._replace(value=number.value + part, fraction=True, step=0.0)
        return _Read(number, number.start, half.end(), found.measure)
    return _added(text, _Read(number, number.start, found.end, found.measure), 0)


_BELOW_UNIT = {"foot": "inches", "hour": "minutes", "minute": "seconds"}


def _added(text: str, read: _Read, depth: int) -> _Read:
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
        measure = units.lookup(_BELOW_UNIT.get(read.unit.one, ""))
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
    inner = _added(text, _Read(Number(number.value, number.start, end), number.start, end, measure), depth + 1)
    if inner.end > end:
        extra = inner.number.value - number.value
        whole = whole._replace(value=value + extra * measure.factor / read.unit.factor)
        end = inner.end
    return _Read(whole, read.start, end, read.unit)


def _described(text: str, read: _Read, wanted: Dimensions | None) -> Quantity | None:
    """A number as a quantity: its kind, range, qualifier and noun."""
    number = read.number
    after = text[read.end : read.end + 1]
    if after.isalpha() and not read.unit and not qualifiers.behind(text, read.end):
        tail = re.compile(r"\w+").match(text, read.end)
        if tail is not None and not _TIMES_SIGN.fullmatch(tail[0]):
            return Quantity(0.0, read.start, tail.end(), kind="designation", text=text[read.start:tail.end()])
    qualifier, _ = qualifiers.before(text, read.start)
    kind = number.kind
    if kind in ("plain", "year") and not read.unit and not number.scaled:
        kind = _kind(text, read, kind)
    base = Quantity(
        number.value, read.start, read.end, None, kind, qualifier, read.unit, "", number.others,
        number.step, number.scaled, number.fraction, number.slip, read.sign,
    )  # fmt: skip
    base = _ranged(text, base, wanted)
    if not base.qualifier:
        base = base._replace(qualifier=qualifiers.behind(text, base.end))
    noun = _NOUN.match(text, base.end) if base.unit is None else None
    return base._replace(noun=noun[1] if noun else "", text=text[base.start : base.end])


def _kind(text: str, read: _Read, kind: Kind) -> Kind:
    """Whether a bare figure is a year in passing, or the number in a name."""
    number, before = read.number, text[max(0, read.start - 24) : read.start]
    whole = number.value.is_integer() if isinstance(number.value, float) else True
    if whole and 1000 <= number.value <= 2100 and "," not in text[read.start : read.end]:
        if _BEFORE_YEAR.search(before):
            return "year"
        return "plain" if kind == "year" else kind
    if kind == "year":
        return "plain"
    label = re.search(r"([^\W\d_]+)\.? $", before)
    if label is None:
        return kind
    word = label[1]
    if word.casefold() in _LABELS:
        return "labelled"
    if not word[0].isupper() or read.unit is not None:
        return kind
    if word.isupper() and 1 < len(word) <= 3 and word.casefold() not in ("the", "is", "it", "its"):
        return "labelled"
    first = not text[: max(0, read.start - 24) + label.start()].strip()
    tier = lexicon.tier(word.casefold())
    return "labelled" if tier in (0, lexicon.NAME) or (not first and not _stop(text, read.start - len(label[0]))) else kind


def _stop(text: str, at: int) -> bool:
    return text[:at].rstrip()[-1:] in (".", "!", "?", ":", "\n", "")


def _ranged(text: str, base: Quantity, wanted: Dimensions | None) -> Quantity:
    """`base` as a range, if a second bound follows."""
    if base.kind not in ("plain", "weak", "year") or base.fraction:
        return base
    link = _RANGE.match(text, base.end)
    between = _BETWEEN.search(text[max(0, base.start - 30) : base.start])
    if link is None and between and not base.scaled:
        link = _AND.match(text, base.end)
    elif link is None and between:
        link = _AND.match(text, base.end)
    if link is None:
        return base
    begin = link.end()
    if text[begin : begin + 1] in tuple("-$€£¥₽₹"):
        begin += 1
    other = _read(text, begin, wanted)
    if other is None or other.number.kind not in ("plain", "weak") or other.number.fraction:
        return base
    if text[other.end : other.end + 1].isalpha() and not other.unit:
        return base
    low, high = base.value, abs(other.number.value) if link[0].strip() == "-" else other.number.value
    if other.sign and link[0].strip() != "-":
        high = other.number.value
    unit = base.unit
    if other.number.scaled and not base.scaled and abs(low) < 1000 and other.number.step:
        low *= _scale_of(other.number)
    elif link[0] == "-" and 1000 <= low <= 2100 and low % 100 < high < 100:
        high = low - low % 100 + high
    if unit is None:
        unit = other.unit
    elif other.unit is not None and other.unit != unit:
        if other.unit.dims != unit.dims:
            return base
        high = units.convert(high, other.unit, unit)
    if high == low:
        return base._replace(end=other.end, unit=unit)
    low, high = min(low, high), max(low, high)
    years = base.kind == "year" or bool(between)
    years = years and unit is None and 1000 <= low <= high <= 2100 and low == int(low)
    return base._replace(
        value=low, high=high, end=other.end, unit=unit, others=(),
        kind="year" if years else "plain", scaled=base.scaled or other.number.scaled,
        qualifier="about" if base.qualifier == "about" else "",
    )  # fmt: skip


def _scale_of(number: Number) -> float:
    """The magnitude that a scaled number has: 1e9 for 6 billion."""
    scale = 1.0
    while scale * 1000 <= abs(number.value) and scale < 1e15:
        scale *= 1000
    return scale


def _romans(text: str) -> list[Quantity]:
    """Roman numerals, where a text has no other figure: capitals, or the whole of it."""
    found = []
    for word in re.finditer(r"[^\W\d_]+", text):
        whole = word[0] == text.strip(" .!?")
        raw = word[0].upper() if whole else word[0]
        value = figures.roman(raw) if len(raw) > 1 or whole else 0
        if value:
            found.append(
                Quantity(float(value), word.start(), word.end(), kind="roman", text=word[0])
            )
    return found[:MOST]
