"""Errors that end a command with a message and an exit status."""

from collections.abc import Iterator
from contextlib import contextmanager

PROBLEM, MISUSED = 1, 2
"""Exit statuses: the input (a bank, the store) has a problem; the call was wrong."""


class CommandError(Exception):
    """A command cannot be done; the message says why, and what to do instead.

    `status` is the exit status, PROBLEM or MISUSED.
    """

    def __init__(self, message: str, status: int = MISUSED) -> None:
        super().__init__(message)
        self.status = status


@contextmanager
def refusals(name: str = "", status: int = PROBLEM) -> Iterator[None]:
    """Raise what is refused inside as a CommandError, about the file `name` if one is named."""
    from quizapp.files import Refused

    try:
        yield
    except Refused as refused:
        told = refused.sentence(name) if name else f"{refused.message}; {refused.remedy}."
        raise CommandError(told, status) from refused


def explained(error: Exception) -> tuple[str, int] | None:
    """The message for an error that the program expects, and the exit status; None for a fault."""
    if isinstance(error, CommandError):
        return str(error), error.status
    from quizapp import files
    from quizapp.app.settings import SettingsError
    from quizapp.app.workspace import UnusableBank
    from quizapp.bank.edit import CannotEdit
    from quizapp.bank.find import NoSuchBank
    from quizapp.planning.plan import NothingToAsk
    from quizapp.session.errors import NotAllowed
    from quizapp.store.errors import NoSuchSession, StoreError

    match error:
        case files.Refused():
            return f"{error.message}; {error.remedy}.", MISUSED
        case NoSuchSession() | NoSuchBank() | NotAllowed() | NothingToAsk():
            return str(error), MISUSED
        case StoreError() | SettingsError() | UnusableBank() | CannotEdit():
            return str(error), PROBLEM
    return None
