"""A small screen that asks one thing: whether to hand in an exam."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from quizapp.app.wording import count
from quizapp.tui.literal_text import FAINT, literal, one_line
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.rows import Row, Rows

NAMED = 3
"""So many questions that are left open are named."""


class HandInDialog(Sheet):
    """Whether to hand in an exam, of which these questions are `left_open` (by their prompts).

    Gives "hand in", "open" (to the first open question) or None.

    Enter alone never hands in: it may be one too many. Nor does a letter: the sheet may come up
    while someone types on.
    """

    KEYS = "↑↓ and Enter choose · F9 hands in · Esc goes back"
    HELP = "An exam is handed in once, with all its answers; then come the verdicts."
    BINDINGS = [
        Binding("enter", "choose", "Choose"),
        Binding("f9", "dismiss('hand in')", "Hand in"),
    ]

    def __init__(self, left_open: Sequence[str]) -> None:
        super().__init__("Hand in?")
        self._open = left_open

    def body(self) -> ComposeResult:
        if self._open:
            open_ones = count(len(self._open), "question is left open:", "questions are left open:")
            on = "Go to the first open question"
        else:
            open_ones, on = "Every question has an answer.", "Back to the questions"
        yield Static(literal(open_ones))
        for prompt in self._open[:NAMED]:
            yield Static(one_line(f"· {prompt}"))
        yield Static(literal("Once it is handed in, nothing can be changed.", FAINT))
        yield Rows([Row(on), Row("Hand in now")], 0, chosen=self._chosen)

    def action_choose(self) -> None:
        self._chosen(self.query_one(Rows).cursor or 0)

    def _chosen(self, row: int) -> None:
        on = "open" if self._open else None
        self.dismiss("hand in" if row == 1 else on)
