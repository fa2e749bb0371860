"""A bank has changed: which answers get another verdict, and the key that gives it to them."""

import asyncio

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.app.formatting import SIGNS, count, on_one_line, percent
from quizapp.bank.model import Bank, by_name
from quizapp.report.regrade import Change, apply, in_words
from quizapp.store.errors import StoreError
from quizapp.tui.literal_text import FAINT, TONES, lines, literal, one_line
from quizapp.tui.screens.list_page import ListPage

AT_MOST = 200
"""So many answers are listed; `quizapp regrade` has them all."""


class BankUpdateScreen(ListPage):
    """The answers with the verdicts that they had, and those that they would get."""

    HELP = (
        "Questions of this bank were changed after you answered them. Graded today, these answers "
        "come out otherwise. Enter gives them their new verdicts: scores and schedule follow. The "
        "old verdicts are kept, and `quizapp regrade BANK --undo` brings them back."
    )

    BINDINGS = [
        Binding("enter", "apply", "Give them their new verdicts"),
        Binding("escape,q", "app.back", "Not now", key_display="Esc"),
    ]

    def __init__(self, bank: Bank, wanted: tuple[Change, ...]) -> None:
        super().__init__()
        self._bank = bank
        self._wanted = wanted

    def body(self) -> ComposeResult:
        with VerticalScroll(id="scroll"):
            yield Static(self._said(), id="said")

    def on_mount(self) -> None:
        answers = sum(len(change.keys) for change in self._wanted)
        self.title_bar(f"{self._bank.title} · updated", count(answers, "answer"))
        self.query_one("#scroll").focus()

    def _said(self) -> Content:
        asked = by_name(self._bank)
        told = [literal(f"{in_words(self._wanted)}.", "bold"), literal("")]
        for change in self._wanted[:AT_MOST]:
            told += _told(change, asked[change.question].prompt)
        if len(self._wanted) > AT_MOST:
            told.append(literal(f"and {len(self._wanted) - AT_MOST} more", FAINT))
        return lines(told)

    @work(exclusive=True)
    async def action_apply(self) -> None:
        try:
            done = await asyncio.to_thread(self._regrade)
        except StoreError as error:
            self.notify(error.message, severity="warning", markup=False)
            return
        self.notify(f"{count(done, 'answer has', 'answers have')} a new verdict.", markup=False)
        self.program.action_home()

    def _regrade(self) -> int:
        with self.workspace.aside() as store:
            return apply(store, self._wanted) if store else 0


def _told(change: Change, prompt: str) -> list[Content]:
    was = f"{SIGNS[change.was]} {change.was} {percent(change.was_score)}"
    now = f"{SIGNS[change.outcome]} {change.outcome} {percent(change.score)}"
    times = f"  ({len(change.keys)} times)" if len(change.keys) > 1 else ""
    ruled = "  (your ruling stands)" if change.ruled else ""
    return [
        one_line(prompt),
        literal("  yours ", FAINT) + one_line(on_one_line(change.response, " · ")),
        literal("    was ", FAINT)
        + literal(was, TONES[change.was])
        + literal("  now ", FAINT)
        + literal(f"{now}", TONES[change.outcome])
        + literal(f"{times}{ruled}", FAINT),
    ]
