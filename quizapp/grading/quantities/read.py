"""Reading the quantities of a text: each figure with its sign, range, unit and qualifier."""

import re
from functools import cache, lru_cache

from quizapp.grading import figures, lexicon, units
from quizapp.grading.english.numbers import GLUED, LABELS
from quizapp.grading.numbers.model import Kind, Number
from quizapp.grading.numbers.words import worded
from quizapp.grading.patterns import Lazy
from quizapp.grading.quantities import qualifiers
from quizapp.grading.quantities.measured import Read, read
from quizapp.grading.quantities.model import Quantity
from quizapp.grading.surface import surface
from quizapp.grading.units import Dimensions

MOST = 40
"""So many quantities are read: more in one response are no answer."""


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)


@cache
def _start() -> re.Pattern[str]:
    return re.compile(
        r"""(?P<code>[^\W\d_]+\d[\w]*(?:[-/]\d\w*)*|[^\W\d_]+-\d[\w.]*)
        | (?P<date>\d{1,4}([-/.])\d{1,2}\3\d{1,4}(?!\d|[-/.]\d)
            |\b(?:\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?)?"""
        + _MONTH
        + r"""\s\d{1,2}(?:st|nd|rd|th)?(?:\s?,?\s?\d{4})?(?![\d])
            |\b\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?"""
        + _MONTH
        + r"""(?:,?\s\d{4})?(?![\w])
            |\b\d{1,4}\s?(?:BCE?|AD|CE|B\.C\.|A\.D\.)(?!\w))
        | (?P<version>(?!\d{1,3}(?:\.\d{3})+(?!\d|\.\d))\d+(?:\.\d+){2,}(?!\d))
        | (?P<clock>\d{1,3}:\d{2}(?::\d{2})?(?!\d))
        | (?P<era>(?<!\d)'\d\ds?\b|\b\d{2,4}'?s\b)
        | (?P<digit>\d|(?<![\w.,])[.,]\d)
        | (?P<word>[^\W\d_]+)""",
        re.VERBOSE,
    )


_BEFORE_YEAR = Lazy(
    r"(?:\b(?:in|since|during|until|till|by|year|from|early|mid|late|spring|summer|autumn|fall"
    r"|winter|before|after|around|circa|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|(?<!total )(?<!number )(?<!sum )of"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?(?: the)?(?: year)?,? ?|\()$",
    re.IGNORECASE,
)
_RANGE = Lazy(
    r"\s?-\s?(?=[\d$€£.,])|\s?\.\.\.?\s?(?=\d)|\s(?:up\s)?to\s(?:about\s|around\s|roughly\s)?"
    r"|\s(?:through|thru|until|till)\s|-to-",
    re.IGNORECASE,
)
_BETWEEN = Lazy(r"(?:\bbetween|\bfrom|\branging|\brange)\s[^\d]{0,20}$", re.IGNORECASE)
_AND = Lazy(r"\s(?:and|to|&|up to|and up to|and about|to about)\s(?:up to\s)?", re.IGNORECASE)
_NOUN = Lazy(r"[\s-]((?:[^\W\d_]+)(?:\s[^\W\d_]+){0,2})")


def read_quantity(text: str, unit: str = "") -> tuple[Quantity, ...]:
    """All quantities that a text names, in order, their places counted in `text`.

    `unit` is the unit that is asked for: it settles what `m`, `K` or `°` mean, and a bare figure
    is in it (its `unit` stays None).
    """
    asked = units.parse_unit(unit.removeprefix("billion ").removeprefix("million ").strip())
    plain = surface(text)
    return tuple(
        quantity._replace(
            start=plain.origin(quantity.start), end=plain.origin(quantity.end - 1) + 1
        )
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
    if (measure and measure.currency) or word in GLUED:
        return mark.start() + letters.end()
    return 0


def _quantity(text: str, mark: re.Match[str], wanted: Dimensions | None) -> Quantity | None:
    """The quantity that begins at a mark, or None if none does."""
    at = mark.start()
    if mark["code"]:
        if _behind_prefix(mark):
            return None
        if worded(text, at) is None:
            return _other(mark, "designation")
    for kind in ("date", "version", "era"):
        if mark[kind]:
            if kind == "era" and wanted and (found := read(text, at, wanted)) and found.unit:
                break
            return _other(mark, "designation" if kind == "version" else "date")
    if mark["clock"]:
        return _clock(mark)
    found = read(text, at, wanted)
    return _described(text, found, wanted) if found else None


def _other(mark: re.Match[str], kind: Kind) -> Quantity:
    return Quantity(0.0, mark.start(), mark.end(), kind=kind, text=mark[0])


def _clock(mark: re.Match[str]) -> Quantity:
    pieces = [int(piece) for piece in mark[0].split(":")]
    value = 0
    for piece in pieces:
        value = value * 60 + piece
    unit = units.lookup("minutes" if len(pieces) == 2 else "seconds")
    return Quantity(
        float(value), mark.start(), mark.end(), kind="clock", unit=unit,
        others=(value / 60,) if len(pieces) == 2 else (), text=mark[0],
    )  # fmt: skip


def _described(text: str, found: Read, wanted: Dimensions | None) -> Quantity | None:
    """A number as a quantity: its kind, range, qualifier and noun."""
    number = found.number
    qualifier, _ = qualifiers.before(text, found.start)
    kind = number.kind
    if kind in ("plain", "year") and not found.unit and not number.scaled:
        kind = _kind(text, found, kind)
    base = Quantity(
        number.value, found.start, found.end, None, kind, qualifier, found.unit, "", number.others,
        number.step, number.scaled, number.fraction, number.slip, found.sign,
    )  # fmt: skip
    base = _ranged(text, base, wanted)
    if not base.qualifier:
        base = base._replace(qualifier=qualifiers.behind(text, base.end))
    noun = _NOUN.match(text, base.end) if base.unit is None else None
    return base._replace(noun=noun[1] if noun else "", text=text[base.start : base.end])


def _kind(text: str, found: Read, kind: Kind) -> Kind:
    """Whether a bare figure is a year in passing, or the number in a name."""
    number, before = found.number, text[max(0, found.start - 24) : found.start]
    whole = number.value.is_integer() if isinstance(number.value, float) else True
    if whole and 1000 <= number.value <= 2100 and "," not in text[found.start : found.end]:
        if _BEFORE_YEAR.search(before):
            return "year"
        return "plain" if kind == "year" else kind
    if kind == "year":
        return "plain"
    label = re.search(r"([^\W\d_]+)\.? $", before)
    if label is None:
        return kind
    word = label[1]
    if word.casefold() in LABELS:
        return "labelled"
    if not word[0].isupper() or found.unit is not None:
        return kind
    return kind if lexicon.tier(word.casefold()) == lexicon.COMMON else "labelled"


def _ranged(text: str, base: Quantity, wanted: Dimensions | None) -> Quantity:
    """`base` as a range, if a second bound follows."""
    if base.kind not in ("plain", "weak", "year") or base.fraction:
        return base
    link = _RANGE.match(text, base.end)
    between = _BETWEEN.search(text[max(0, base.start - 30) : base.start])
    if link is None and between:
        link = _AND.match(text, base.end)
    other = _upper(text, link.end(), wanted) if link is not None else None
    if link is None or other is None:
        return base
    dash = link[0].strip() == "-"
    low, high = base.value, abs(other.number.value) if dash else other.number.value
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


def _upper(text: str, at: int, wanted: Dimensions | None) -> Read | None:
    """The second bound of a range, if one begins at `at`."""
    sign = text[at : at + 1] in tuple("-$€£¥₽₹")
    other = read(text, at + sign, wanted)
    if other is None or other.number.kind not in ("plain", "weak") or other.number.fraction:
        return None
    glued = text[other.end : other.end + 1].isalpha() and not other.unit
    return None if glued else other


def _scale_of(number: Number) -> float:
    """The magnitude that a scaled number has: 1e9 for 6 billion."""
    scale = 1.0
    while scale * 1000 <= abs(number.value) and scale < 1e15:
        scale *= 1000
    return scale


def _romans(text: str) -> list[Quantity]:
    """Roman numerals, where a text has no other figure: capitals, or the whole of it."""
    found = []
    for word in re.finditer(r"([^\W\d_]+?)(?:th|st|nd|rd)?\b", text):
        whole = word[0] == text.strip(" .!?")
        raw = word[1].upper() if whole else word[1]
        value = figures.roman(raw) if len(raw) > 1 or whole else 0
        if value:
            found.append(
                Quantity(float(value), word.start(), word.end(), kind="roman", text=word[0])
            )
    return found[:MOST]
