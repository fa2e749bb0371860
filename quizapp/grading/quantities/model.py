"""What is read in a text: a number or a range, with its unit."""

from typing import Literal, NamedTuple

from quizapp.grading.numbers.model import Kind
from quizapp.grading.units import Measure

Qualifier = Literal["", "about", "near", "over", "under"]


class Quantity(NamedTuple):
    """A figure or a range that stands in a text, with what is said of it.

    `start` and `end` are places in the text as given. `high` is the upper bound of a range.
    `unit` is what it is measured in, if that is a known unit; `noun` the word behind it otherwise.
    `qualifier` says "about", "near" (a little over, nearly), "over" or "under" (a bound, not a
    figure). Of the kinds, "plain" counts; "weak" (one, a half, first), "ordinal", "roman", "year"
    and "labelled" (Apollo 11) only where nothing plain stands; the others never do.
    """

    value: float
    start: int
    end: int
    high: float | None = None
    kind: Kind = "plain"
    qualifier: Qualifier = ""
    unit: Measure | None = None
    noun: str = ""
    others: tuple[float, ...] = ()
    step: float = 1.0
    scaled: bool = False
    fraction: bool = False
    slip: tuple[str, str] | None = None
    sign: bool = False
    text: str = ""
