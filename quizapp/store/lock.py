"""A session is run by one program at a time: the one that has its lock file locked.

The system lets go of a lock when a program ends, however it ends, so no lock is left behind.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import IO

from quizapp.store.errors import StoreError
from quizapp.store.rows import is_id

FOLDER = "open"


class Taken(StoreError):
    """Another program runs the session."""


class SessionLock:
    """A session that this program runs. Several parts of it may; each lets go once."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path = path
        self._file = file
        self._holders = 1
        self._guard = Lock()

    def join(self) -> bool:
        """Hold it once more; False if it was let go already."""
        with self._guard:
            self._holders += self._holders > 0
            return self._holders > 0

    def let_go(self) -> None:
        """Hold it once less; the last leaves the session to other programs."""
        with self._guard:
            self._holders -= 1
            if self._holders == 0:
                self._release()

    def close(self) -> None:
        """Leave the session to other programs, whoever holds it here."""
        with self._guard:
            if self._holders > 0:
                self._holders = 0
                self._release()

    def _release(self) -> None:
        # Deleted while it is locked, as it may be another's afterwards; Windows, where no open
        # file can be deleted, takes it the other way round.
        steps = (self._path.unlink, self._file.close)
        for step in steps if sys.platform != "win32" else reversed(steps):
            with suppress(OSError):
                step()


def lock(data: Path, session: str) -> SessionLock | None:
    """The lock of the session; None where none can be had. Raises Taken if another program has it.

    `data` is the folder of the store.
    """
    if not is_id(session):
        return None
    path = data / FOLDER / session
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        while True:
            file = path.open("ab")
            try:
                _lock(file)
            except OSError as error:
                file.close()
                if isinstance(error, BlockingIOError | PermissionError):
                    raise Taken(
                        f"The session {session[:8]} is open in another quizapp. Go on with it "
                        "there, or leave it there first."
                    ) from None
                return None
            if _is_at(file, path):
                return SessionLock(path, file)
            # Who had it let go of it just now, and deleted the file.
            file.close()
    except OSError:
        return None


def _is_at(file: IO[bytes], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":

    def _lock(file: IO[bytes]) -> None:
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:

    def _lock(file: IO[bytes]) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
