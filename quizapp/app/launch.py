"""What a run of the program starts from, as the command line understood it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quizapp.planning.request import SessionRequest


class Opening(NamedTuple):
    """A session to open: the one with the id `resume` again, or a new one on the bank at `path`."""

    path: Path | None = None
    request: SessionRequest | None = None
    resume: str | None = None


class Launch(NamedTuple):
    """How the program was started.

    `data` is the data folder, `bank` a path already resolved (None: the home screen), `resume`
    a whole session id, `keep` is false for `--try`: nothing is recorded. `author` is the id of a
    question (or "") where the bank is shown to its author; None where it is studied. `served` says
    that the learner is in a browser, where files and programs of this machine are out of reach.
    """

    data: Path
    bank: Path | None
    request: SessionRequest
    learner: str
    resume: str | None = None
    keep: bool = True
    author: str | None = None
    served: bool = False

    @property
    def opening(self) -> Opening | None:
        """The session that was named; None where none was."""
        named = self.resume is not None or self.bank is not None
        return Opening(self.bank, self.request, self.resume) if named else None
