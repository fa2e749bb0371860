"""Saying in words how a figure was read."""

from quizapp.grading.quantities.model import Quantity
from quizapp.grading.units import Measure

_NAMES = ((1e15, "quadrillion"), (1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SAID = {"about": "about ", "near": "close to ", "over": "more than ", "under": "less than "}


def figure_in_words(value: float) -> str:
    """A value as people write it: 24, 12,500, 1.5 million.

    >>> figure_in_words(5e9), figure_in_words(0.75)
    ('5 billion', '0.75')
    """
    size = abs(value)
    if size >= 1e18 or 0 < size < 1e-4:
        return f"{value:g}"
    for scale, name in _NAMES:
        if size >= scale:
            short = f"{value / scale:.4f}".rstrip("0").rstrip(".")
            if abs(float(short) * scale - value) < size * 1e-9:
                return f"{short} {name}"
            break
    if size >= 10_000 and abs(value - round(value)) < 1e-6:
        return f"{round(value):,}"
    return f"{value:.10g}" if size < 10_000 else f"{value:,.4f}".rstrip("0").rstrip(".")


def with_unit(figure: str, unit: Measure | None, noun: str = "") -> str:
    """A figure in words with its unit, one or many."""
    if unit is None:
        return f"{figure} {noun}".rstrip()
    if unit.one == "percent":
        return f"{figure} %"
    return f"{figure} {unit.one if figure == '1' else unit.many}"


def describe(quantity: Quantity) -> str:
    """A quantity in words, as a screen shows how it was read: "5 billion US dollars"."""
    figure = figure_in_words(quantity.value)
    if quantity.high is not None:
        figure += f" to {figure_in_words(quantity.high)}"
    return _SAID.get(quantity.qualifier, "") + with_unit(figure, quantity.unit)
