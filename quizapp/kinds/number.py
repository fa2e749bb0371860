"""`number`: a quantity, or a range that must be given."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from quizapp import grading
from quizapp.kinds.base import Fault, Question, quoted, says_none


class Number(Question, frozen=True, kw_only=True, tag="number"):
    """A figure or `(low, high)`; a bare figure is read in `unit`, other units convert.

    `tolerance` is absolute, in the unit, or a share of the answer such as `"5%"`.
    """

    free_text: ClassVar[bool] = True
    answer_field: ClassVar[str] = "answer"
    single: ClassVar[bool] = True

    answer: int | float | tuple[int | float, int | float]
    tolerance: int | float | str = 0
    unit: str = ""

    def faults(self) -> Iterator[Fault]:
        """Infinite numbers, ranges with the higher end first, tolerances that make no sense."""
        figures = self.answer if isinstance(self.answer, tuple) else (self.answer,)
        if not all(map(math.isfinite, figures)):
            yield Fault("answer", "number", "the answer is not a finite number", "write a number")
        elif len(figures) == 2 and not figures[0] < figures[1]:
            message = f"the range {_range(self.answer)} is not from low to high"
            yield Fault("answer", "range", message, "give the lower figure first: [low, high]")
        tolerance = _tolerance(self.tolerance)
        if tolerance is None or not tolerance[0] >= 0 or not tolerance[1] >= 0:
            message = f"the tolerance {self.tolerance!r} cannot be read"
            remedy = 'give a figure from 0 up, or a share such as "5%"'
            yield Fault("tolerance", "tolerance", message, remedy)
        elif tolerance[1] and self.answer == 0:
            remedy = "give the tolerance as a figure"
            yield Fault("tolerance", "tolerance", "a share of 0 is 0", remedy, ("answer",))

    def advice(self) -> Iterator[Fault]:
        """A unit that is not known, but spelt like one that is."""
        if self.unit:
            from quizapp.grading.units import like, parse_unit

            if parse_unit(self.unit) is None and (meant := like(self.unit)):
                message = f"the unit {self.unit[:40]!r} is not known, so nothing is converted to it"
                remedy = f'write "{meant}", or leave it as what is counted'
                yield Fault("unit", "unit", message, remedy)

    def form_missed(self, response: str) -> str | None:
        """A figure that is not there, where no words without one are expected."""
        read = partial(grading.read_quantity, unit=self.unit)
        if not says_none(self, response, "no-figure", read):
            return None
        return f"There is no figure in {quoted(response)}: give one, in digits or in words."

    def grade(self, context: grading.Context, response: str) -> grading.Verdict:
        absolute, relative = _tolerance(self.tolerance) or (0.0, 0.0)
        key = grading.NumberKey(self.answer, absolute, relative, self.unit, self.errors_key())
        return grading.grade_number(key, context, response)

    def model_answer(self) -> str:
        """The figure with its unit, `24 aircraft`; a range as `250 to 320 km`."""
        figure = _range(self.answer)
        if self.unit in ("%", "°"):
            return figure + self.unit
        return f"{figure} {self.unit}".rstrip()

    def accepted(self) -> tuple[str, ...]:
        return (_range(self.answer),)


def _figure(figure: float) -> str:
    """A figure for people: no exponent where it can be read without."""
    if isinstance(figure, float) and figure.is_integer() and abs(figure) < 1e15:
        figure = int(figure)
    if isinstance(figure, int):
        return f"{figure:,}" if abs(figure) >= 10_000 else str(figure)
    return repr(figure)


def _range(answer: float | tuple[float, float]) -> str:
    if isinstance(answer, tuple):
        return f"{_figure(answer[0])} to {_figure(answer[1])}"
    return _figure(answer)


def _tolerance(given: float | str) -> tuple[float, float] | None:
    """(absolute, relative) of a tolerance as written; None if it cannot be read."""
    if not isinstance(given, str):
        return (float(given), 0.0) if math.isfinite(given) else None
    text = given.strip()
    share = text.endswith("%")
    try:
        figure = float(text.rstrip("%").strip())
    except ValueError:
        return None
    if not math.isfinite(figure):
        return None
    return (0.0, figure / 100) if share else (figure, 0.0)
