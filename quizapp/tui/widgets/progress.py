"""How far a session has come: one line across the screen, a mark for each question."""

from textual.content import Content
from textual.widget import Widget

from quizapp.session.state import SessionState, crammed
from quizapp.tui.literal import literal

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
            self._done, self._planned = crammed(session)
            self.refresh()
            return
        waiting = {due.question for due in session.queue}
        answered = {given.question for given in session.responses if given.ruling != "void"}
        skipped = set(session.skips) - waiting
        self._done = sum(p.question in answered or p.question in skipped for p in session.plan)
        self._planned = len(session.plan)
        self.refresh()

    def render(self) -> Content:
        """The rule."""
        width = self.size.width
        filled = round(width * self._done / self._planned) if self._planned else 0
        return literal(DONE * filled, "$primary") + literal(OPEN * (width - filled), "$rule")
