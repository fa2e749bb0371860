"""Errors that end a command with a message."""


class CommandError(Exception):
    """A command cannot be done; the message says why, and what to do instead.

    `status` is the exit status: 1 for a problem in the input, 2 for a wrong call.
    """

    def __init__(self, message: str, status: int = 2) -> None:
        super().__init__(message)
        self.status = status
