"""Small screens that ask one thing: how to start a session, and whether to hand in an exam."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.session.state import Mode
from quizapp.session.wish import Wish
from quizapp.tui.literal import FAINT, KEY, lines, literal, one_line
from quizapp.tui.page import Sheet
from quizapp.wording import count

MODES: tuple[tuple[Mode, str], ...] = (
    ("learn", "verdicts at once; what you missed comes back"),
    ("exam", "no hints, no verdicts until you hand it in"),
)
COUNTS = (5, 10, 20, 40)


class StartSheet(Sheet):
    """How a session on a bank is to be; gives a Wish, or None."""

    CSS_PATH: ClassVar[str] = "sheets.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", "Start"),
        Binding("up,down,tab,shift+tab", "other", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
    ]

    def __init__(self, title: str, questions: int) -> None:
        super().__init__()
        self._title = title
        self._questions = questions
        self._choices: list[int | None] = [n for n in COUNTS if n < questions] + [None]
        self._count = self._choices.index(10) if 10 in self._choices else len(self._choices) - 1
        self._typed = ""
        self._mode = 0
        self._row = 0

    def compose(self) -> ComposeResult:
        """Two lines to choose on."""
        with VerticalScroll(id="sheet", can_focus=False) as sheet:
            sheet.border_title = one_line(self._title)
            sheet.border_subtitle = "Enter starts · Esc goes back"
            yield Static(self._said(), id="said")
            yield Static("↑↓ the other line · ←→ another choice · or type a number", id="keys")

    def _said(self) -> Content:
        modes: list[str] = [name for name, _ in MODES]
        numbers = ["all of them" if n is None else str(n) for n in self._choices]
        about = literal(f"            {MODES[self._mode][1]}", FAINT)
        if self._typed:
            numbers, chosen = [self._typed], 0
        else:
            chosen = self._count
        return lines(
            (
                self._line(0, "Mode", modes, self._mode),
                about,
                literal(""),
                self._line(1, "Questions", numbers, chosen),
                literal(f"            of {count(self._questions, 'question')}", FAINT),
            )
        )

    def _line(self, row: int, name: str, choices: list[str], chosen: int) -> Content:
        here = row == self._row
        told = literal("▸ " if here else "  ", KEY) + literal(
            name.ljust(10), "bold" if here else ""
        )
        for number, choice in enumerate(choices):
            on = number == chosen
            told += literal(f"[{choice}]" if on else f" {choice} ", KEY if on else FAINT) + Content(
                " "
            )
        return told

    def _show(self) -> None:
        self.query_one("#said", Static).update(self._said())

    def action_other(self) -> None:
        """Go to the other line."""
        self._row = 1 - self._row
        self._show()

    def action_turn(self, by: int) -> None:
        """Another choice on this line."""
        if self._row == 0:
            self._mode = (self._mode + by) % len(MODES)
        else:
            self._typed = ""
            self._count = max(0, min(len(self._choices) - 1, self._count + by))
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Digits are a number of questions; Backspace takes them away."""
        if event.character and event.character.isdecimal() and event.character.isascii():
            number = int(self._typed + event.character)
            self._typed = str(min(number, self._questions)) if number else ""
        elif event.key == "backspace":
            self._typed = self._typed[:-1]
        else:
            return
        event.stop()
        self._row = 1
        self._show()

    def action_start(self) -> None:
        """Start so."""
        number = int(self._typed) if self._typed else self._choices[self._count]
        everything = self._questions if number is None else number
        self.dismiss(Wish(mode=MODES[self._mode][0], count=everything))


class HandInSheet(Sheet):
    """Whether to hand in an exam: gives true or false."""

    CSS_PATH: ClassVar[str] = "sheets.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "dismiss(True)", "Hand in"),
        Binding("escape", "dismiss(False)", "Back"),
    ]

    def __init__(self, unanswered: int) -> None:
        super().__init__()
        self._unanswered = unanswered

    def compose(self) -> ComposeResult:
        """What is still open, and the keys."""
        if self._unanswered:
            open_ones = count(self._unanswered, "question has no answer yet.",
                              "questions have no answer yet.")  # fmt: skip
        else:
            open_ones = "Every question has an answer."
        with VerticalScroll(id="sheet", can_focus=False) as sheet:
            sheet.border_title = "Hand in?"
            sheet.border_subtitle = "Enter hands in · Esc goes back"
            yield Static(literal(open_ones))
            yield Static(literal("Once it is handed in, nothing can be changed.", FAINT))
