"""How sure the learner is of an answer that was just sent: one key."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from quizapp.app.wording import CERTAINTIES, signed
from quizapp.session.responses import MARKS
from quizapp.tui.literal_text import FAINT, literal
from quizapp.tui.widgets.rows import Row, Rows


class CertaintyPrompt(Widget):
    """The three certainties with what each is worth; `answer` is what was sent, on a line."""

    BINDINGS = [
        *(Binding(str(n), f"say({n})", words) for n, words in CERTAINTIES.items()),
        Binding("enter", "say_pointed", show=False),
    ]

    @dataclass
    class Stated(Message):
        """A certainty was chosen."""

        certainty: int

    def __init__(self, answer: str) -> None:
        super().__init__(id="sure")
        self._answer = answer

    def compose(self) -> ComposeResult:
        yield Static(literal(self._answer, FAINT), id="sent")
        wide = max(map(len, CERTAINTIES.values()))
        rows = [
            Row(words.ljust(wide), key=str(certainty), note=_worth(certainty))
            for certainty, words in CERTAINTIES.items()
        ]
        yield Rows(rows, name="certainties", chosen=lambda row: self.action_say(row + 1))

    def begin(self) -> None:
        self.query_one(Rows).focus()

    def action_say(self, certainty: int) -> None:
        self.post_message(self.Stated(certainty))

    def action_say_pointed(self) -> None:
        """As sure as the row says that is pointed at, if one is."""
        cursor = self.query_one(Rows).cursor
        if cursor is not None:
            self.action_say(cursor + 1)


def _worth(certainty: int) -> str:
    right, wrong = MARKS[certainty]
    return f"right {signed(right)} · wrong {signed(wrong)}"
