"""How far a session has come: one line across the screen that fills."""

from textual.content import Content
from textual.widget import Widget

from quizapp.session.state import SessionState, crammed, met
from quizapp.tui.literal_text import bar


class Progress(Widget):
    """A rule; answered questions are drawn heavy, those to come light."""

    share = 0.0
    """How much is done, 0 to 1."""

    def show_session(self, session: SessionState) -> None:
        """Show how many of the planned questions have been answered."""
        had, planned = met(session), len(session.plan)
        done = sum(each.question in had for each in session.plan)
        if session.mode == "cram":
            done, planned = crammed(session)
        self.share = done / planned if planned else 0.0
        self.refresh()

    def render(self) -> Content:
        return bar(self.share, self.size.width)
