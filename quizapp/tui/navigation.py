"""What a page needs of the program that shows it: to go to other pages, which it does not know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from quizapp.app.workspace import Workspace
from quizapp.tui.session_opening import Opening

if TYPE_CHECKING:
    from quizapp.bank.model import Bank, Loaded
    from quizapp.report.regrade import Change
    from quizapp.session.run import SessionRun


class Program(Protocol):
    """The program, as its pages see it."""

    workspace: Workspace
    last_key: str
    """The key that was pressed last, of those that counted."""

    def note_end(self, session: SessionRun) -> None:
        """Remember how a session stands, for when the program is left."""

    def action_home(self) -> None:
        """Back to the home screen, whatever is on top of it."""

    def study(self, opening: Opening) -> None:
        """Go to the session that `opening` opens."""

    def show_summary(self, session: SessionRun, expected: str, more: int, late: bool) -> None:
        """Go to the summary of a session that is over, with what lies ahead."""

    def show_problems(self, loaded: Loaded, on_top: bool = True) -> None:
        """Show what is wrong in a bank, `on_top` of the page or instead of it."""

    def show_progress(self, path: Path, title: str) -> None:
        """Show how the learner stands on the bank at `path`."""

    def show_questions(
        self, path: Path, title: str, names: tuple[str, ...], passage: str = ""
    ) -> None:
        """Show these questions of the bank at `path`, or those on a `passage`."""

    def browse(self, path: Path, title: str) -> None:
        """Show the bank at `path` by its sections and passages."""

    def show_update(self, bank: Bank, changes: tuple[Change, ...]) -> None:
        """Show what an update of the bank makes of answers that were given."""
