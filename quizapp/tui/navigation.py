"""Messages by which a page asks the program for another page: pages do not know each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from quizapp.tui.opening import Opening

if TYPE_CHECKING:
    from quizapp.bank.model import Bank, Loaded
    from quizapp.report.regrade import Change
    from quizapp.session.run import SessionRun


class OpenHome(Message):
    """Back to the home screen, whatever is on top of it."""


class Study(Message):
    """Go to the session that `opening` opens."""

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self.opening = opening


class ShowSummary(Message):
    """The session is over: go to its summary, with what lies ahead (see `SummaryScreen`)."""

    def __init__(self, session: SessionRun, expected: str, more: int, late: bool) -> None:
        super().__init__()
        self.session = session
        self.ahead = (expected, more)
        self.late = late


class ShowProblems(Message):
    """Show what is wrong in a bank, `on_top` of the page or instead of it."""

    def __init__(self, loaded: Loaded, on_top: bool = True) -> None:
        super().__init__()
        self.loaded = loaded
        self.on_top = on_top


class ShowProgress(Message):
    """Show how the learner stands on the bank at `path`."""

    def __init__(self, path: Path, title: str) -> None:
        super().__init__()
        self.path = path
        self.title = title


class ShowQuestions(Message):
    """Show these questions of the bank at `path` under this title, or those on a `passage`."""

    def __init__(self, path: Path, title: str, names: tuple[str, ...], passage: str = "") -> None:
        super().__init__()
        self.path, self.title, self.names, self.passage = path, title, names, passage


class Browse(Message):
    """Show the bank at `path` by its sections and passages."""

    def __init__(self, path: Path, title: str) -> None:
        super().__init__()
        self.path, self.title = path, title


class ShowUpdate(Message):
    """Show what an update of the bank makes of answers that were given."""

    def __init__(self, bank: Bank, changes: tuple[Change, ...]) -> None:
        super().__init__()
        self.bank = bank
        self.changes = changes
