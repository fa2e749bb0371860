"""What a spreadsheet is handed: words and numbers, and no formula."""

import csv
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.exchange.spreadsheet import guarded, write

SIGNS = "=+-@|%＝＋－＠"
CELLS = [
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("-x", "'-x"),
    ("@x", "'@x"),
    ("|cmd", "'|cmd"),
    ("＝1", "'＝1"),
    (" =1", " '=1"),
    ("\t=1", "\t'=1"),
    ("\u00a0=1", " '=1"),
    ("\x20x;=1+1", " x;'=1+1"),
    (";=1", ";'=1"),
    (";;=1", ";;'=1"),
    ('a;"=1;b', "a;\"'=1;b"),
    ("a\n=1", "a\n'=1"),
    ("a\r=1", "a\n'=1"),
    ("a|=1", "a|'=1"),
    ("\x00=1", "'=1"),
    ("\u200b=1", "'=1"),
    ("x; -3", "x; '-3"),
    ("well-known, 5% = a half", "well-known, 5% = a half"),
    ("", ""),
    (None, ""),
    (-3, -3),
    (0.5, 0.5),
    (("=1",), "('=1',)"),
]


@pytest.mark.parametrize(("cell", "shown"), CELLS)
def test_what_a_spreadsheet_would_reckon_is_guarded(cell: object, shown: object) -> None:
    assert guarded(cell) == shown


PIECES = st.sampled_from([*SIGNS, *";,\t\n| \"'", "1", "x", "\x00", "\u202e"])


@given(st.lists(st.lists(PIECES, max_size=8).map("".join), min_size=1, max_size=3))
def test_no_cell_is_a_formula_wherever_the_program_parts_them(cells: list[str]) -> None:
    out = StringIO()
    write([["first", *cells]], out)
    (row,) = csv.reader(StringIO(out.getvalue(), newline=""))
    parted = [piece for cell in row for piece in re.split(r"[;\t\n]", cell)]
    assert not [piece for piece in parted if piece.strip().strip('"')[:1] in tuple(SIGNS)]
