"""Tables for a spreadsheet: cells that it takes for no formulas, and several values in one: ` | `
between them, line ends between groups of them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import TextIO

from quizapp.files import Refused
from quizapp.text import clean

_SIGN = "(?=[=+\\-@|%＝＋－＠])"
_FORMULA = re.compile(rf"""((?:\A|[;\t\n|])[\s"']*){_SIGN}""")
"""Where a formula could begin, after any spaces and quotes: at the start of a cell, and after what
separates cells in a program that does not take commas for it."""
_GUARD = re.compile(rf"""((?:\A|[;\t\n|])[\s"]*)'{_SIGN}""")


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


def unguarded(cell: str) -> str:
    """The cell without the apostrophes that keep a spreadsheet from taking it for a formula."""
    return _GUARD.sub(r"\1", cell)


def rows(text: str, delimiter: str) -> list[list[str]]:
    """The rows of a table that have anything in them. Raises Refused where a cell is endless."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    try:
        found = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise Refused("table", f"it is not a table: {error}", "look for an open quote") from None
    return [row for row in found if any(cell.strip() for cell in row)]


def joined(values: Iterable[str]) -> str:
    """Values in one cell, on one line."""
    return " | ".join(
        value.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n") for value in values
    )


def parted(cell: str) -> list[str]:
    """The values of a cell."""
    if not cell.strip():
        return []
    pieces = re.split(r"(?<!\\)((?:\\\\)*)\|", cell)
    # What the group caught belongs to the piece before it.
    whole = [left + more for left, more in zip(pieces[::2], [*pieces[1::2], ""], strict=True)]
    return [
        re.sub(r"\\(.)", lambda mark: "\n" if mark[1] == "n" else mark[1], piece.strip())
        for piece in whole
    ]


def grouped(groups: Iterable[Iterable[str]]) -> str:
    """Groups of values in one cell, a line each."""
    return "\n".join(map(joined, groups))


def groups(cell: str) -> list[list[str]]:
    """The groups of values of a cell."""
    return [parted(line) for line in cell.split("\n")] if cell.strip() else []


def aligned(values: Sequence[str], place: int) -> str:
    """The value at a place, "" where there are fewer."""
    return values[place] if place < len(values) else ""
