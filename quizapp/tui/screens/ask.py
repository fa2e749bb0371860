"""Small screens that ask: for a line of text, for a flag, and whether to hand in an exam."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input, Static

from quizapp.app.formatting import FLAG_KEPT, FLAG_NOT_KEPT, count, local, on_one_line
from quizapp.tui.literal_text import FAINT, literal, one_line
from quizapp.tui.page import Page
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from quizapp.app.presenter import SessionPresenter
    from quizapp.store.flags import Flag

NAMED = 3
"""So many questions that are left open are named."""


class EntryLine(Input):
    """Typed text is taken as it stands; keys that do nothing in a line are the page's."""

    BINDINGS = [Binding("enter", "submit", "Go on")]

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, select_on_focus=False)
        self.cursor_blink = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action not in ("scroll_up", "scroll_down", "page_up", "page_down")


class AskSheet(Sheet):
    """Gives what was typed, or None where it was left by Escape."""

    KEYS = "Enter goes on · Esc goes back"
    HELP = "Type a line; Enter takes it, Escape leads back and leaves all as it was."

    def __init__(self, title: str, words: str, placeholder: str) -> None:
        super().__init__(title)
        self._words, self._placeholder = words, placeholder

    def body(self) -> ComposeResult:
        yield Static(literal(self._words, FAINT))
        yield EntryLine(self._placeholder)

    @on(Input.Submitted)
    def _sent(self, event: Input.Submitted) -> None:
        self.dismiss(self.result(event.value.strip()))

    def result(self, typed: str) -> object:
        """What is given for what was typed."""
        return typed


class FlagSheet(AskSheet):
    """Asks what is wrong with a question that may have been flagged `before`, and gives what is to
    be done: to `flag` it with a word, or (None) to take the flag back."""

    BINDINGS = [Binding("f6", "take_back", "Take the flag back", key_display="F6")]

    def __init__(self, before: Flag | None, flag: Callable[[str | None], None]) -> None:
        super().__init__(
            "You flagged this question" if before else "Flag this question",
            _again(before) if before else FIRST,
            "Such as: two answers are right",
        )
        self._before, self._flag = before, flag
        if before is not None:
            self.KEYS = f"F6 takes the flag back · {self.KEYS}"

    def action_take_back(self) -> None:
        self.dismiss(partial(self._flag, None))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "take_back" or self._before is not None

    def result(self, typed: str) -> Callable[[], None] | None:
        return partial(self._flag, typed) if typed or self._before is None else None


async def flag(page: Page, presenter: SessionPresenter) -> None:
    """Ask what is wrong with the question that is shown, and flag it.

    Says so if the learner has flagged it already, and with which words.
    """
    from quizapp.app.session_lists import flagged

    if page.workspace.store is None:
        page.notify(FLAG_NOT_KEPT, severity="warning", markup=False)
        return
    bank, name = presenter.session.bank.id, presenter.named
    before = await asyncio.to_thread(flagged, page.workspace, bank, name)
    deed = await page.app.push_screen_wait(FlagSheet(before, presenter.flag))
    if deed is not None:
        page.do(deed)


FIRST = f"What is wrong with it? The flag is {FLAG_KEPT} Enter alone flags it without a word."


def _again(before: Flag) -> str:
    said = f"“{on_one_line(before.why)}”" if before.why else "without a word"
    return (
        f"Flagged {local(before.at)}: {said}. The flag is {FLAG_KEPT} What you type now is added."
    )


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
