"""How far a session has come: one line across the screen, a mark for each question."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from quizapp.tui.literal import literal

if TYPE_CHECKING:
    from quizapp.session.state import SessionState

DONE, OPEN = "━", "─"


class Progress(Widget):
    """A rule that fills; answered questions are drawn heavy, those to come light."""

    def __init__(self) -> None:
        super().__init__()
        self._done = 0
        self._planned = 0

    def show_session(self, session: SessionState) -> None:
        """Show how many of the planned questions have been answered."""
        if session.mode == "cram":
            self._show_crammed(session)
            return
        waiting = {due.question for due in session.queue}
        answered = {given.question for given in session.responses if given.ruling != "void"}
        skipped = set(session.skips) - waiting
        self._done = sum(p.question in answered or p.question in skipped for p in session.plan)
        self._planned = len(session.plan)
        self.refresh()

    def _show_crammed(self, session: SessionState) -> None:
        """How much of all being right three times is done."""
        from quizapp.session.events import CRAMMED

        right = Counter(
            given.question
            for given in session.responses
            if given.ruling != "void" and not given.missed
        )
        self._done = sum(min(CRAMMED, right[planned.question]) for planned in session.plan)
        self._planned = CRAMMED * len(session.plan)
        self.refresh()

    def render(self) -> Content:
        """The rule."""
        width = self.size.width
        filled = round(width * self._done / self._planned) if self._planned else 0
        return literal(DONE * filled, "$primary") + literal(OPEN * (width - filled), "$rule")
