"""A number as it is read in a text."""

from typing import Literal, NamedTuple

Kind = Literal[
    "plain", "ordinal", "roman", "weak", "year", "labelled", "designation", "date", "clock", "vague"
]


class Number(NamedTuple):
    """A number in figures or words, from `start` to `end` of a text.

    `others` are further readings of the same signs (42,195 is 42195 or 42.195); `step` is what its
    last digit is worth; `scaled` says that it has a magnitude word; `slip` is what was typed and
    what was meant.
    """

    value: float
    start: int
    end: int
    kind: Kind = "plain"
    others: tuple[float, ...] = ()
    step: float = 1.0
    scaled: bool = False
    fraction: bool = False
    slip: tuple[str, str] | None = None
