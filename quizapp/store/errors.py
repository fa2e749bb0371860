"""What can be wrong with a store, each in a sentence that says what is wrong and what to do."""


class StoreError(Exception):
    """Something that the store cannot do; `message` says what is wrong and what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Locked(StoreError):
    """Another program holds the store."""


class NoSuchSession(StoreError):
    """No session has an identifier that begins like this, or several have."""


class Unreadable(StoreError):
    """A row that was kept, or comes from a log, is not as this program writes them."""


def unreadable(session: str, why: str = "it is not as this program writes them") -> str:
    """A sentence that names a session that is passed over, by its id."""
    return f"The session {session[:8]} cannot be read: {why}."


class NotKept(StoreError):
    """What just happened could not be kept, and the session is as it was before."""
