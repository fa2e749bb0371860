"""Comparing quantities: within the tolerance, and within what rounding a conversion leaves."""

from typing import NamedTuple

from quizapp.grading.key import Context, InWords, NumberKey
from quizapp.grading.quantities.asked import Asked, Target, amounts, main
from quizapp.grading.quantities.model import Quantity
from quizapp.grading.quantities.read import scan
from quizapp.grading.surface import surface
from quizapp.grading.units import RATIO

_EXACT = 1e-13
"""What the machine may round a figure by, as a share of it: no more than its last digits."""
_ROUNDING = 0.005
"""What a conversion may be rounded by, as a share of the answer."""


class Task(NamedTuple):
    """One response against one key."""

    key: NumberKey
    context: Context
    wanted: Asked
    targets: tuple[Target, ...]
    text: str
    in_words: InWords


def fits(task: Task, quantity: Quantity) -> Target | None:
    """The accepted quantity that this one equals, or None."""
    for target in task.targets:
        if equal(task, quantity, target):
            return target
    return None


def equal(task: Task, quantity: Quantity, target: Target) -> bool:
    """Whether a quantity is the target, within the tolerance."""
    lows = amounts(quantity, task.wanted)
    if lows is None:
        return False
    if target.high is None:
        if quantity.high is None:
            return any(_near(task, quantity, value, target.value) for value in lows)
        if not tolerance(task, target.value):
            return False
        highs = amounts(quantity._replace(value=quantity.high), task.wanted) or ()
        return any(_near(task, quantity, value, target.value) for value in lows) and any(
            _near(task, quantity, value, target.value) for value in highs
        )
    if quantity.high is None:
        return False
    highs = amounts(quantity._replace(value=quantity.high), task.wanted) or ()
    return any(_near(task, quantity, value, target.value) for value in lows) and any(
        _near(task, quantity, value, target.high) for value in highs
    )


def tolerance(task: Task, answer: float) -> float:
    return max(task.key.tolerance, task.key.relative * abs(answer))


def _near(task: Task, quantity: Quantity, value: float, answer: float) -> bool:
    """Whether a value is the answer, within tolerance and the rounding of a conversion."""
    slack = tolerance(task, answer) + _EXACT * max(abs(answer), 1e-12)
    measure, unit = task.wanted.measure, quantity.unit
    if unit is not None and measure is not None and unit != measure:
        half = 0.5 * quantity.step * unit.factor / measure.factor / task.wanted.scale
        slack += half if measure.offset or unit.offset else min(half, _ROUNDING * abs(answer))
    elif quantity.fraction and (answer != int(answer) or task.wanted.dims == RATIO):
        slack += min(0.5 * _last_digit(answer), _ROUNDING * 2 * abs(answer))
    return abs(value - answer) <= slack


def _last_digit(value: float) -> float:
    """What the last digit that a figure is written with is worth."""
    decimals = repr(value).partition(".")[2]
    return 1.0 if decimals in ("0", "") or "e" in decimals else float(10.0 ** -len(decimals))


def exactly(task: Task, quantity: Quantity) -> bool:
    strict = task._replace(key=task.key._replace(tolerance=0.0, relative=0.0))
    return fits(strict, quantity) is not None and quantity.qualifier in ("", "about")


def same_quantity(task: Task, given: Quantity, answer: str) -> bool:
    """Whether a figure is the one that an anticipated answer names, bound for bound."""
    for other in main(scan(surface(answer).text, task.wanted.dims)):
        bounds = ("over", "under")
        if (given.qualifier in bounds or other.qualifier in bounds) and (
            given.qualifier != other.qualifier
        ):
            return False
        if (given.high is None) != (other.high is None):
            return False
        values = amounts(other, task.wanted)
        high = None
        if other.high is not None:
            high = (amounts(other._replace(value=other.high, others=()), task.wanted) or (0.0,))[0]
        if values is None:
            mine = given.unit
            return mine is not None and mine == other.unit and given.value == other.value
        strict = task._replace(key=task.key._replace(tolerance=0.0, relative=0.0))
        return equal(strict, given, Target(values[0], high, answer))
    return False
