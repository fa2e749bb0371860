"""A question with its answer and the passage that settles it, on top of a list."""

import asyncio
from collections.abc import Callable

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from quizapp.bank.attach import Copy
from quizapp.bank.model import Bank
from quizapp.bank.passage import Shown, shown
from quizapp.kinds.base import Question
from quizapp.tui import rendering
from quizapp.tui.literal_text import FAINT, STRONG, lines, literal, one_line
from quizapp.tui.screens.sheet import Sheet

HIDDEN = "You have not answered this yet. Press a to see the answer and the passage all the same."


class PassageSheet(Sheet):
    """Made from the question; `copy` finds the learner's own copy of the source. The answer of a
    question that the learner never met is shown only when asked for."""

    BINDINGS = [
        Binding("enter", "dismiss(None)", show=False),
        Binding("a", "reveal", "Show the answer"),
    ]
    HELP = "A question, its answer, and the passage with what decides in it marked."
    KEYS = "↑↓ scrolls · Esc closes"
    SCROLLS = True

    def __init__(
        self, bank: Bank, question: Question, copy: Callable[[Bank], Copy | None], met: bool = True
    ) -> None:
        super().__init__("Question and passage")
        self._bank, self._question, self._copy = bank, question, copy
        self._met = met

    def body(self) -> ComposeResult:
        yield Static(rendering.prompt(self._question))
        yield Static("", id="model", classes="heading")
        yield Static("", id="passages", classes="heading")

    def on_mount(self) -> None:
        self.query_one("#sheet").focus()
        if self._met:
            self.read()
        else:
            self.query_one("#model", Static).update(literal(HIDDEN, FAINT))

    def action_reveal(self) -> None:
        self._met = True
        self.refresh_bindings()
        self.read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "reveal" or not self._met

    @work(exclusive=True)
    async def read(self) -> None:
        """Show the answer, and the passages with what decides in them marked."""
        answer = one_line(" · ".join(self._question.model_answer().split("\n")), STRONG)
        self.query_one("#model", Static).update(literal("Answer  ", FAINT) + answer)
        found = await asyncio.to_thread(self._passages)
        told = []
        for each in found:
            told += [
                one_line(each.title, "bold $text-accent"), rendering.passage(each), literal("")
            ]  # fmt: skip
        self.query_one("#passages", Static).update(lines(told))

    def _passages(self) -> tuple[Shown, ...]:
        return shown(self._bank, self._question, self._copy(self._bank))
