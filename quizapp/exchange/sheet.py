"""Tables for a spreadsheet."""

import csv
from collections.abc import Iterable
from typing import TextIO

from quizapp.text import clean


def write(rows: Iterable[Iterable[object]], out: TextIO) -> None:
    """Write the rows, the first of them the headings, as CSV; each cell is guarded."""
    csv.writer(out, lineterminator="\n").writerows(map(guarded, row) for row in rows)


def guarded(cell: object) -> object:
    """The cell, with an apostrophe before words that a spreadsheet would take for a formula."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    shown = clean(cell)
    return f"'{shown}" if shown.lstrip()[:1] in ("=", "+", "-", "@", "|", "%") and shown else shown
