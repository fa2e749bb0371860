"""The columns of a session on the screen. Light: the first paint waits for it."""

from typing import NamedTuple

MEASURE = 75
"""The most cells that a line of text takes."""
WIDE = 100
"""From so many columns on the passage stands beside the verdict."""
SIDE, FRAME, BAR = 4, 4, 1
"""The cells that the sides of a column, the frame of a passage and a scroll bar take."""


class Columns(NamedTuple):
    """The widths of the column with the question and of the passage, sides and frame included."""

    left: int
    passage: int
    beside: bool


def columns(width: int) -> Columns:
    """The columns of a screen of this width."""
    room = width - BAR
    if width < WIDE:
        return Columns(min(room, MEASURE + SIDE), min(room, MEASURE + SIDE) - SIDE, False)
    left = min(room // 2, MEASURE + SIDE)
    return Columns(left, min(room - left - 2, MEASURE + FRAME), True)
