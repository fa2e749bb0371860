"""Units of measure: reading them behind a figure, and converting between those of one quantity."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from quizapp.grading.english.units import PREFIXES, RISKY, TABLE
from quizapp.grading.patterns import Lazy
from quizapp.grading.surface import surface

Dimensions = tuple[tuple[str, int], ...]
"""What a unit measures: base letters with their powers, sorted; a currency is a base."""

RATIO: Dimensions = (("R", 1),)
TIME: Dimensions = (("T", 1),)
TEMPERATURE: Dimensions = (("K", 1),)


class Measure(NamedTuple):
    """A unit: `value * factor + offset` is the value in the base of its dimensions."""

    dims: Dimensions
    factor: float
    offset: float
    one: str
    many: str

    @property
    def currency(self) -> bool:
        """Whether it is money."""
        return any(len(base) == 3 for base, _ in self.dims)


class Found(NamedTuple):
    """A unit read in a text, and the place where it ends."""

    measure: Measure
    end: int


def convert(value: float, source: Measure, target: Measure) -> float:
    """`value` of one unit in another of the same dimensions."""
    if source.factor == target.factor and source.offset == target.offset:
        return value
    return (value * source.factor + source.offset - target.offset) / target.factor


class _Index(NamedTuple):
    exact: dict[str, list[Measure]]
    folded: dict[str, list[Measure]]


def _dimensions(text: str) -> Dimensions:
    found = re.findall(r"([A-Z]{3}|[A-Z])(-?\d)?", text)
    return tuple(sorted((base, int(power or 1)) for base, power in found))


@cache
def _index() -> _Index:
    index = _Index({}, {})
    for dims, table in TABLE.items():
        for row in table.strip().splitlines():
            _enter(index, _dimensions(dims), [cell.strip() for cell in row.split("|")])
    return index


def _enter(index: _Index, dims: Dimensions, cells: list[str]) -> None:
    """One row of the table, with its prefixed kin."""
    amount, symbols, names = cells[0], *(_split(cell) for cell in cells[1:3])
    number, _, offset = amount.partition("+")
    factor = float(number)
    one = names[0] if names else symbols[0]
    many = names[1] if len(names) > 1 else one
    plain = Measure(dims, factor, float(offset or 0), one, many)
    _register(index, symbols, names, plain)
    for letter in cells[3] if len(cells) > 3 else "":
        name, times = PREFIXES[letter]
        kin = Measure(dims, factor * times, 0.0, name + one, name + many)
        shorts = [letter + symbol for symbol in symbols]
        if letter == "µ":
            shorts += ["u" + symbol for symbol in symbols]
        _register(index, shorts, [name + long for long in names if " " not in long], kin)


def _register(index: _Index, symbols: list[str], names: list[str], measure: Measure) -> None:
    for symbol in (surface(text).text for text in symbols):
        index.exact.setdefault(symbol, []).append(measure)
        index.folded.setdefault(symbol.casefold(), []).append(measure)
    for name in names:
        low = surface(name).text.casefold().replace("-", " ")
        index.folded.setdefault(low, []).append(measure)


def _split(cell: str) -> list[str]:
    return [piece.strip() for piece in cell.split(",") if piece.strip()]


_WORD = Lazy(r"[^\W\d_]+")
_SIGN = Lazy(
    r"(?:US|CA|AU|CN|U\.S\.|[ACR])?[$€£¥₽₹₩₴₺₪¢]|°\s?[CFKcfk](?![^\W_])|°|%|‰|''|'(?!\w)|'(?=\d{1,2}(?:\"|''|\b))|\"|元"
)
_POWER = Lazy(r"\s?\^\s?\(?(-?[1-3])\)?|(-?[23]|-1)(?![\d.,])|\s(squared|cubed)\b", re.I)
_SQUARE = Lazy(r"(square|sq|cubic|cu)\b\.?\s?", re.I)
_PER = Lazy(r"\s?/\s?|\s+(?:per|each)\s+|\s+an?\s+(?=hour|second|minute|day|year)", re.I)
_TIMES = Lazy(r"\s?[·*]\s?|\s(?=[^\W\d_]{1,2}\^?-[1-3])")


def lookup(name: str, wanted: Dimensions | None = None) -> Measure | None:
    """The unit of that name or symbol, one of the `wanted` dimensions before any other."""
    index = _index()
    low = name.casefold().replace("-", " ")
    if low.endswith(".") and len(low) > 1:
        name, low = name[:-1], low[:-1]
    options = index.exact.get(name, []) + index.folded.get(low, [])
    for option in options:
        if option.dims == wanted:
            return option
    if not options or low in RISKY:
        return None
    return options[0]


def like(name: str) -> str:
    """The name of a unit that is spelt almost as `name`; "" if there is none."""
    from difflib import get_close_matches

    low = name.casefold()
    known = [one for one in _index().folded if len(one) > 3 and abs(len(one) - len(low)) < 3]
    close = get_close_matches(low, known, 1, 0.8) if len(low) > 3 else []
    return close[0] if close else ""


def _atom(text: str, at: int, wanted: Dimensions | None, *, bold: bool) -> Found | None:
    """The longest name of a unit at `at`; `bold` reads risky symbols too (in a compound)."""
    sign = _SIGN.match(text, at)
    if sign:
        measure = lookup(re.sub(r"°\s?(\w)", lambda m: "°" + m[1].upper(), sign[0]), wanted)
        return Found(measure, sign.end()) if measure else None
    ends: list[int] = []
    place = at
    while len(ends) < 4 and (word := _WORD.match(text, place)):
        ends.append(word.end())
        place = word.end()
        if text[place : place + 1] not in (" ", "-"):
            break
        place += 1
    for end in reversed(ends):
        piece = text[at:end]
        measure = lookup(piece, wanted)
        if measure is None and bold:
            options = _index().exact.get(piece, [])
            measure = options[0] if options else None
        if measure is not None:
            return Found(measure, end)
    return None


def _factor(text: str, at: int, wanted: Dimensions | None, *, bold: bool) -> Found | None:
    """One factor of a unit: a name, with its power before or after it."""
    square = _SQUARE.match(text, at)
    found = _atom(text, square.end() if square else at, None if square else wanted, bold=bold)
    if square and found is None:
        found = _atom(text, square.end(), (("L", 1),), bold=True)
    if found is None:
        risky = _atom(text, at, None, bold=True)
        found = risky if risky and _POWER.match(text, risky.end) else None
    if found is None:
        return None
    power, end = 1, found.end
    if square:
        power = 2 if square[1].casefold().startswith("sq") else 3
    elif after := _POWER.match(text, end):
        word = (after[3] or "").casefold()
        power = {"squared": 2, "cubed": 3}.get(word, 0) or int(after[1] or after[2])
        end = after.end()
    return Found(raised(found.measure, power), end)


def raised(measure: Measure, power: int) -> Measure:
    """A unit to a power."""
    if power == 1:
        return measure
    name = {2: "square ", 3: "cubic "}.get(power, "")
    tail = "" if name else f"^{power}"
    dims = tuple((base, each * power) for base, each in measure.dims)
    return Measure(
        dims, measure.factor**power, 0.0, name + measure.one + tail, name + measure.many + tail
    )


def per(measure: Measure, other: Measure) -> Measure:
    """One unit by another: metres per second."""
    return _product(measure, raised(other, -1), "per")


def _product(left: Measure, right: Measure, link: str) -> Measure:
    powers = dict(left.dims)
    for base, power in right.dims:
        powers[base] = powers.get(base, 0) + power
    dims = tuple(sorted((base, power) for base, power in powers.items() if power))
    tail = right.one.removesuffix("^-1")
    if "^-" in tail:
        tail = tail.replace("^-", " to the ")
    name = f" {link} {tail}"
    return Measure(dims, left.factor * right.factor, 0.0, left.one + name, left.many + name)


@lru_cache(maxsize=2048)
def read_unit(text: str, at: int = 0, wanted: Dimensions | None = None) -> Found | None:
    """The unit that begins at `at` in a text made plain by `surface`, or None.

    Symbols that are words too (`in`, `m`, `t`) are read only as units of the `wanted` dimensions,
    or inside a compound such as m/s.
    """
    whole = _factor(text, at, wanted, bold=False)
    compound = _compound(text, at, whole)
    return compound or whole


def _compound(text: str, at: int, first: Found | None) -> Found | None:
    """A unit of several factors: km/h, metres per second squared, m s^-2."""
    left = first if first and first.measure.offset == 0 else None
    if left is None or not (_PER.match(text, left.end) or _TIMES.match(text, left.end)):
        left = _factor(text, at, None, bold=True)
    if left is None or left.measure.offset:
        return None
    measure, end, factors = left.measure, left.end, 1
    while factors < 5:
        per, times = _PER.match(text, end), _TIMES.match(text, end)
        if per:
            right = _factor(text, per.end(), None, bold=True)
            if right is None:
                break
            measure = _product(measure, raised(right.measure, -1), "per")
        elif times:
            right = _factor(text, times.end(), None, bold=True)
            if right is None:
                break
            measure = _product(measure, right.measure, "")
        else:
            break
        end, factors = right.end, factors + 1
    return Found(measure, end) if factors > 1 else None


def parse_unit(text: str) -> Measure | None:
    """The unit that a whole text names (a key's `unit`), or None if it names none."""
    bare = surface(text).text.strip()
    if not bare:
        return None
    index = _index()
    options = index.exact.get(bare) or index.folded.get(bare.casefold().replace("-", " "))
    if options:
        return options[0]
    found = read_unit(bare)
    return found.measure if found and found.end == len(bare) else None
