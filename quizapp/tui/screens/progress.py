"""How one stands on a bank: over time, by section and objective, and what falls due."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.tui.literal import FAINT, TONES, lines, literal
from quizapp.tui.screens.list_page import ListPage

if TYPE_CHECKING:
    from quizapp.app.progress_text import Block
    from quizapp.report.learner_report import LearnerReport

LEFT = ("sessions", "forecast", "calibration")
"""What stands on the left where there is room beside it."""
LEFT_WIDE, GAP = 46, 4
_DRAWN = re.compile("[█▁▂▃▄▅▆▇]+|[░·]+|✓+|✗+|◐+")
_TONES = {
    "✓": TONES["correct"],
    "✗": TONES["wrong"],
    "◐": TONES["partial"],
    "░": "$rule",
    "·": "$rule",
}


class ProgressScreen(ListPage):
    """The figures and plots of one bank."""

    HELP = (
        "What you know of this text by now. “Likely known” is what the schedule expects of you "
        "today, over all questions, those never asked counting nothing. ✓ right, ◐ in part, "
        "✗ wrong: your last answers, the newest at the right. A lapse is a miss of what was known."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "missed", "Go over what was missed"),
        Binding("c", "confused", "Drill what you confuse"),
        Binding("escape,q", "back", "Back", key_display="Esc"),
    ]

    def __init__(self, path: Path, title: str) -> None:
        super().__init__()
        self._path = path
        self._title = title
        self._account: LearnerReport | None = None
        self._missed: tuple[str, ...] = ()

    def body(self) -> ComposeResult:
        """One column, or two where it is wide."""
        with VerticalScroll(id="scroll"):
            yield Static(literal("Reading what was answered …", FAINT), id="headline")
            with Container(id="columns"):
                yield Vertical(id="left")
                yield Vertical(id="right")

    def on_mount(self) -> None:
        """Read it all in a thread."""
        self.title_bar(f"{self._title} · progress", self.workspace.start.learner)
        self.query_one("#scroll").focus()
        self.read()

    @work(exclusive=True, group="read")
    async def read(self) -> None:
        """Read how the learner stands, and show it."""
        from quizapp.app.workspace import UnusableBank
        from quizapp.store.errors import StoreError

        try:
            self._account, self._missed = await asyncio.to_thread(self._read)
        except (StoreError, UnusableBank) as error:
            self.query_one("#headline", Static).update(literal(str(error), "bold $text-warning"))
            return
        await self.lay()

    def _read(self) -> tuple[LearnerReport | None, tuple[str, ...]]:
        account = self.workspace.learner_report(self._path)
        return account, self.workspace.missed(account.bank) if account else ()

    async def lay(self) -> None:
        """Lay out the blocks for the width that there is."""
        from quizapp.app.progress_text import blocks, headline

        account, first = self._account, self.query_one("#headline", Static)
        room = self.query_one("#scroll").scrollable_content_region.width
        if not room:
            # Hidden in a window too small; a larger one has it laid out anew.
            return
        for side in ("#left", "#right"):
            await self.query_one(side).remove_children()
        if account is None or not account.progress.seen:
            why = self.workspace.trouble or "It appears here once a question has been answered."
            first.update(literal(f"Nothing to tell yet. {why}"))
            return
        first.update(literal(headline(account), "bold"))
        beside = LEFT if self.has_class("-wide") else ()
        left = LEFT_WIDE if beside else room
        right = room - LEFT_WIDE - GAP if beside else room
        for block in blocks(account, left):
            if not beside or block.name in beside:
                await self._put("#left", block)
        for block in blocks(account, right) if beside else ():
            if block.name not in beside:
                await self._put("#right", block)
        self.refresh_bindings()
        self.settle()

    async def _put(self, side: str, block: Block) -> None:
        told = [literal(block.heading, "bold $text-accent"), *map(_painted, block.lines)]
        await self.query_one(side).mount(Static(lines(told), classes="block"))

    def resized(self) -> None:
        """The plots are drawn anew for another width."""
        if self._account is not None:
            self.call_after_refresh(self.lay)

    @property
    def _confused(self) -> tuple[str, ...]:
        from quizapp.report.confused import drill

        return drill(self._account.pairs) if self._account else ()

    def action_missed(self) -> None:
        """A session on what was missed the last time."""
        self._study(self._missed)

    def action_confused(self) -> None:
        """A session on the pairs that are confused."""
        self._study(self._confused)

    def _study(self, questions: tuple[str, ...]) -> None:
        from quizapp.planning.request import SessionRequest
        from quizapp.tui.opening import studied
        from quizapp.tui.screens.quiz import QuizScreen

        self.quiz.to(QuizScreen(studied(self._path, SessionRequest(questions=questions))))

    def action_back(self) -> None:
        """Back to where it was asked for."""
        self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what there is something for."""
        del parameters
        if action == "missed":
            return bool(self._missed)
        return bool(self._confused) if action == "confused" else True


def _painted(line: str) -> Content:
    """The line with its plots in colour; they can be read without."""
    told, end = literal(""), 0
    for found in _DRAWN.finditer(line):
        told += literal(line[end : found.start()])
        told += literal(found[0], _TONES.get(found[0][0], "$primary"))
        end = found.end()
    return told + literal(line[end:])
