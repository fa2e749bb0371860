"""From what SQLite and the system say to a StoreError that a person understands."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp.store.errors import Locked, StoreError

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_OF_SQLITE = {
    _BUSY: "The store {path} is held by another program. Close it (another quizapp, a backup, a "
    "database browser) and send again",
    (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN): "The store {path} "
    "cannot be written to ({why}). Allow writing to it and its folder, or choose another folder "
    "with --data",
    (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR): "The disk of the store {path} is full, or failing "
    "({why}). Make space and send again; nothing kept before is lost",
    (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB): "The store {path} is damaged ({why}), and was "
    "left alone. Move it aside (a new one will be made) or put a copy of it back",
}
_OF_SYSTEM = {
    (errno.EACCES, errno.EPERM, errno.EROFS): "The store {path} cannot be made: {why}. Allow "
    "writing to its folder, or choose another with --data",
    (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO): "The disk of the store {path} is full, "
    "or failing ({why}). Make space and try again",
}
"""What is said for any of these numbers of an error; else one of the next two."""
_NOT_DONE = "The store {path} cannot do this ({why}). Nothing kept before is lost. Send again"
_NOT_REACHED = "The store {path} cannot be reached: {why}. Choose another folder with --data"


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Whatever goes wrong inside leaves as a StoreError about the store at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        number = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
        told = _told(_OF_SQLITE, number, _NOT_DONE, path, str(error))
        raise Locked(told) if number in _BUSY else StoreError(told) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise StoreError(_told(_OF_SYSTEM, error.errno, _NOT_REACHED, path, why)) from error


def _told(
    sentences: dict[tuple[int, ...], str], number: int | None, otherwise: str, path: Path, why: str
) -> str:
    found = (said for numbers, said in sentences.items() if number in numbers)
    said = next(found, otherwise).format(path=path, why=why)
    return f"{said}; --try studies without keeping scores."
