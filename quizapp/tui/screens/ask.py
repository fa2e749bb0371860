"""A small screen that asks for a line of text."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from quizapp.tui.literal import FAINT, literal, one_line
from quizapp.tui.page import Sheet
from quizapp.tui.widgets.entry_line import EntryLine

FLAG = (
    "Flag this question",
    "What is wrong with it? Your instructor will read it. Enter alone flags it without a word.",
    "Such as: two answers are right",
)
"""What is asked where a question is flagged."""


class AskSheet(Sheet):
    """Gives what was typed, or None where it was left by Escape."""

    CSS_PATH: ClassVar[str] = "dialogs.tcss"

    def __init__(self, title: str, words: str, placeholder: str = "", value: str = "") -> None:
        super().__init__()
        self._title, self._words = title, words
        self._placeholder, self._value = placeholder, value

    def compose(self) -> ComposeResult:
        """What is asked, and the line."""
        with VerticalScroll(id="sheet", can_focus=False) as sheet:
            sheet.border_title = one_line(self._title)
            sheet.border_subtitle = "Enter goes on · Esc goes back"
            yield Static(literal(self._words, FAINT))
            yield EntryLine(self._placeholder, self._value)

    @on(Input.Submitted)
    def _sent(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())
