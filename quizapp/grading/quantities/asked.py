"""What a question asks for: its figures, and the unit in which a bare figure is read."""

import re
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import units
from quizapp.grading.english.asking import BOUND, HOW_MANY, HOW_OLD, IN_UNIT, PERCENT, SPANS
from quizapp.grading.english.numbers import MAGNITUDES
from quizapp.grading.forms import stem
from quizapp.grading.key import Context, NumberKey
from quizapp.grading.patterns import Lazy
from quizapp.grading.quantities.model import Quantity
from quizapp.grading.quantities.read import scan
from quizapp.grading.surface import surface
from quizapp.grading.tokens import tokens
from quizapp.grading.units import RATIO, Dimensions, Measure


class Asked(NamedTuple):
    """The unit asked for: `scale` is its magnitude (1e9 in "billion USD"), `measure` the rest.

    `stems` are the stems of the question's words and of an unknown unit ("passengers"); `rates`
    are the same unit per what the question says it is counted by ("how many cm a year?").
    """

    measure: Measure | None = None
    scale: float = 1.0
    stems: frozenset[str] = frozenset()
    counted: bool = False
    rates: tuple[Measure, ...] = ()

    @property
    def dims(self) -> Dimensions | None:
        """The dimensions asked for, if a unit is."""
        return self.measure.dims if self.measure else None


class Target(NamedTuple):
    """One accepted quantity, in the unit asked for; `high` is the upper bound of a range."""

    value: float
    high: float | None
    text: str
    qualifier: str = ""


_SCALED = Lazy(r"([^\W\d_]+)(?:\s+(?:of\s+)?|$)(.*)", re.DOTALL)


@lru_cache(maxsize=512)
def asked(key: NumberKey, prompt: str) -> Asked:
    """What the key and the question ask for."""
    stems = frozenset(token.stem for token in tokens(prompt))
    if key.unit:
        scale, rest = _magnitude(key.unit)
        measure = units.parse_unit(rest)
        more = frozenset() if measure else frozenset(token.stem for token in tokens(rest))
        rates = _rates(measure, stems) if measure else ()
        return Asked(measure, scale, stems | more, bool(more), rates)
    plain = surface(prompt).text
    counted = HOW_MANY.search(plain)
    if PERCENT.search(plain):
        return Asked(units.parse_unit("%"), 1.0, stems)
    for found in (*IN_UNIT.finditer(plain), *((counted,) if counted else ())):
        unit = units.read_unit(plain, found.end())
        end = unit.end if unit else 0
        if unit and unit.measure.dims != (("A", 1),) and not plain[end : end + 1].isalnum():
            return Asked(unit.measure, 1.0, stems)
    if HOW_OLD.search(plain):
        return Asked(units.parse_unit("years"), 1.0, stems)
    return Asked(None, 1.0, stems, bool(counted))


def _rates(measure: Measure, stems: frozenset[str]) -> tuple[Measure, ...]:
    """A unit per each time that a question names."""
    named = [units.parse_unit(name) for name in SPANS if stem(name) in stems]
    named += [units.parse_unit("year")] if stem("annual") in stems else []
    return tuple(units.per(measure, time) for time in named if time)


def _magnitude(unit: str) -> tuple[float, str]:
    """The magnitude before a unit ("billion USD", "thousands of tonnes") and the unit."""
    found = _SCALED.match(unit.strip())
    if found and found[1].casefold() in MAGNITUDES:
        return MAGNITUDES[found[1].casefold()], found[2]
    return 1.0, unit


@lru_cache(maxsize=512)
def targets(key: NumberKey, prompt: str) -> tuple[Target, ...]:
    """The accepted quantities: the key's own, and those that its accepted texts name."""
    wanted = asked(key, prompt)
    low, high = key.answer if isinstance(key.answer, tuple) else (key.answer, None)
    texts = key.text.answers
    found = [Target(float(low), None if high is None else float(high), texts[0] if texts else "")]
    for text in texts:
        for quantity in main(scan(surface(text).text, wanted.dims)):
            values = amounts(quantity, wanted)
            if values and wanted.dims == RATIO and quantity.fraction and not quantity.unit:
                values = values[-1:]
            if values:
                upper = (
                    amounts(quantity._replace(value=quantity.high, others=()), wanted)
                    if (quantity.high is not None)
                    else None
                )
                found.append(
                    Target(values[0], upper[0] if upper else None, text, quantity.qualifier)
                )
            break
    if not found[0].text:
        from quizapp.grading.quantities.wording import figure_in_words, with_unit

        words = figure_in_words(found[0].value)
        if found[0].high is not None:
            words += f" to {figure_in_words(found[0].high)}"
        name = key.unit if not wanted.measure or wanted.scale != 1.0 else ""
        measure = wanted.measure if key.unit and not name else None
        found[0] = found[0]._replace(text=with_unit(words, measure, name))
    return tuple(dict.fromkeys(found))


def main(found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The quantities that count: the plain ones, or what there is where none is plain."""
    plain = tuple(q for q in found if q.kind == "plain")
    if plain:
        return plain
    named = tuple(q for q in found if q.kind in ("weak", "ordinal", "roman", "labelled"))
    return named or tuple(q for q in found if q.kind == "year")


def amounts(quantity: Quantity, wanted: Asked) -> tuple[float, ...] | None:
    """The values that a quantity may have in the unit asked for; None if it has another unit."""
    values = (quantity.value, *quantity.others)
    if quantity.unit is None and stem(quantity.noun) == "pair" and "pair" not in wanted.stems:
        values = tuple(2 * value for value in values)
    unit, measure = quantity.unit, wanted.measure
    if unit is None:
        if wanted.scale != 1.0:
            scaled = tuple(value / wanted.scale for value in values)
            return scaled if quantity.scaled else values + scaled
        if measure is not None and measure.dims == RATIO and 0 < quantity.value < 1:
            return values + tuple(value / measure.factor for value in values)
        return values
    if measure is not None:
        if unit.dims != measure.dims:
            rate = next((rate for rate in wanted.rates if rate.dims == unit.dims), None)
            if rate is None:
                return None
            return tuple(units.convert(value, unit, rate) / wanted.scale for value in values)
        converted = tuple(units.convert(value, unit, measure) / wanted.scale for value in values)
        signed = unit.currency and not quantity.scaled and quantity.text[-1:].isdigit()
        return values + converted if signed and wanted.scale != 1.0 else converted
    if unit.dims == RATIO:
        return tuple(value * unit.factor for value in values)
    if wanted.counted and not {stem(word) for word in unit.many.split()} & wanted.stems:
        return None
    return tuple(value / wanted.scale for value in values) if quantity.scaled else values


def bounded(context: Context) -> bool:
    """Whether the question itself asks for a bound, so that "at least 24" is no evasion."""
    return bool(BOUND.search(context.prompt))
