"""A small screen that asks one thing: whether to hand in an exam."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from quizapp.tui.literal import FAINT, literal
from quizapp.tui.page import Sheet
from quizapp.wording import count


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
