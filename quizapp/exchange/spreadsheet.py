"""Tables for a spreadsheet."""

import csv
import re
from collections.abc import Iterable
from typing import TextIO

from quizapp.text import clean

_FORMULA = re.compile(r"""((?:\A|[;\t\n|])[\s"']*)(?=[=+\-@|%＝＋－＠])""")
"""Where a formula could begin, after any spaces and quotes: at the start of a cell, and after what
separates cells in a program that does not take commas for it."""


def write(rows: Iterable[Iterable[object]], out: TextIO) -> None:
    """Write the rows, the first of them the headings, as CSV; each cell is guarded."""
    csv.writer(out, lineterminator="\n").writerows(map(guarded, row) for row in rows)


def guarded(cell: object) -> object:
    """The cell, with an apostrophe before anything that a spreadsheet may take for a formula.

    Numbers stay numbers, and None is an empty cell.
    """
    if isinstance(cell, int | float):
        return cell
    if cell is None:
        return ""
    return _FORMULA.sub(r"\1'", clean(str(cell)))
