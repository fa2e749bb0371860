"""A small screen that asks for a line of text, and what it asks where a question is flagged."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from quizapp.app.wording import FLAG_KEPT, FLAG_NOT_KEPT, local, on_one_line
from quizapp.tui.literal import FAINT, literal
from quizapp.tui.page import Page
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.entry_line import EntryLine

if TYPE_CHECKING:
    from quizapp.store.flags import Flag


class AskSheet(Sheet):
    """Gives what was typed, or None where it was left by Escape."""

    KEYS = "Enter goes on · Esc goes back"

    def __init__(self, title: str, words: str, placeholder: str = "", value: str = "") -> None:
        super().__init__(title)
        self._words, self._placeholder, self._value = words, placeholder, value

    def body(self) -> ComposeResult:
        yield Static(literal(self._words, FAINT))
        yield EntryLine(self._placeholder, self._value)

    @on(Input.Submitted)
    def _sent(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())


async def ask_why(page: Page, bank: str, question: str) -> str | None:
    """Ask what is wrong with a question; None where no flag is to be added.

    Says so if the learner has flagged it already, and with which words.
    """
    from quizapp.app.past_sessions import flagged

    if page.workspace.store is None:
        page.notify(FLAG_NOT_KEPT, severity="warning", markup=False)
        return None
    before = await asyncio.to_thread(flagged, page.workspace, bank, question)
    words = f"What is wrong with it? The flag is {FLAG_KEPT} Enter alone flags it without a word."
    sheet = AskSheet(
        "You flagged this question" if before else "Flag this question",
        _again(before) if before else words,
        "Such as: two answers are right",
    )
    why: str | None = await page.app.push_screen_wait(sheet)
    return None if before and not why else why


def _again(before: Flag) -> str:
    said = f"“{on_one_line(before.why)}”" if before.why else "without a word"
    return (
        f"Flagged {local(before.at)}: {said}. The flag is {FLAG_KEPT} What you type now is added."
    )
