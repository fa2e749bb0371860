"""A question with its answer and the passage that settles it, on top of a list."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from quizapp.bank.attach import Copy
from quizapp.bank.model import Bank
from quizapp.bank.passage import Shown, shown
from quizapp.kinds.base import Question
from quizapp.tui import rendering
from quizapp.tui.literal import FAINT, STRONG, lines, literal, one_line
from quizapp.tui.screens.sheet import Sheet


class PassageSheet(Sheet):
    """Made from the question; `copy` finds the learner's own copy of the source."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "dismiss(None)", show=False)]
    KEYS = "↑↓ scrolls · Esc closes"
    SCROLLS = True

    def __init__(self, bank: Bank, question: Question, copy: Callable[[Bank], Copy | None]) -> None:
        super().__init__("Question and passage")
        self._bank, self._question, self._copy = bank, question, copy

    def body(self) -> ComposeResult:
        question = self._question
        answer = one_line(" · ".join(question.model_answer().split("\n")), STRONG)
        answer = literal("Answer  ", FAINT) + answer
        yield Static(lines((rendering.prompt(question), literal(""), answer)))
        yield Static("", id="passages", classes="heading")

    def on_mount(self) -> None:
        self.query_one("#sheet").focus()
        self.read()

    @work(exclusive=True)
    async def read(self) -> None:
        """Show the passages with what decides in them marked."""
        found = await asyncio.to_thread(self._passages)
        told = []
        for each in found:
            told += [
                one_line(each.title, "bold $text-accent"), rendering.passage(each), literal("")
            ]  # fmt: skip
        self.query_one("#passages", Static).update(lines(told))

    def _passages(self) -> tuple[Shown, ...]:
        return shown(self._bank, self._question, self._copy(self._bank))
