"""What can be wrong with a store, each in a sentence that says what is wrong and what to do."""


class StoreError(Exception):
    """Something that the store cannot do; `message` says what is wrong and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Locked(StoreError):
    """Another program holds the store."""


class ReadOnly(StoreError):
    """The store or its folder cannot be written to."""


class Full(StoreError):
    """The disk is full, or failed while writing."""


class Damaged(StoreError):
    """The file is damaged, cut short, or no database."""


class Foreign(StoreError):
    """The file is a sound database, of another program."""


class Newer(StoreError):
    """The file was written by a newer version of the program."""


class Unreachable(StoreError):
    """There is no way to the file: its folder is missing and cannot be made, or it is no file."""


class NoSuchSession(StoreError):
    """No session has an identifier that begins like this, or several have."""


class Unreadable(StoreError):
    """A row that was kept, or comes from a log, is not as this program writes them."""


def unreadable(session: str, why: str = "it is not as this program writes them") -> str:
    """A sentence that names a session that is passed over, by its id."""
    return f"The session {session[:8]} cannot be read: {why}."


class NotKept(StoreError):
    """What just happened could not be kept, and the session is as it was before."""
