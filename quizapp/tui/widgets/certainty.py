"""The certainties to choose from, for an answer that was just sent."""

from collections.abc import Callable

from quizapp.app.formatting import CERTAINTIES, signed
from quizapp.session.responses import MARKS
from quizapp.tui.widgets.rows import Row, Rows


def certainties(chosen: Callable[[int], None]) -> Rows:
    """The three with what each is worth; `chosen` is called with the number of one clicked."""
    wide = max(map(len, CERTAINTIES.values()))
    rows = [
        Row(words.ljust(wide), key=str(certainty), note=_worth(certainty))
        for certainty, words in CERTAINTIES.items()
    ]
    return Rows(rows, name="certainties", chosen=lambda row: chosen(row + 1))


def _worth(certainty: int) -> str:
    right, wrong = MARKS[certainty]
    return f"right {signed(right)} · wrong {signed(wrong)}"
