"""From what SQLite and the system say to a StoreError that a person understands."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp.store import errors

_GO_ON = "--try studies without keeping scores"


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Whatever goes wrong inside leaves as a StoreError about the store at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _of_sqlite(error, path) from error
    except OSError as error:
        raise _of_system(error, path) from error


def _of_sqlite(error: sqlite3.Error, path: Path) -> errors.StoreError:
    code = getattr(error, "sqlite_errorcode", None) or 0
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return errors.Locked(
                f"The store {path} is held by another program. Close it (another quizapp, a "
                f"backup, a database browser) and send again; {_GO_ON}."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return errors.ReadOnly(
                f"The store {path} cannot be written to ({error}). Allow writing to it and its "
                f"folder, or choose another folder with --data; {_GO_ON}."
            )
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return errors.Full(
                f"The disk of the store {path} is full, or failing ({error}). Make space and send "
                f"again; nothing kept before is lost; {_GO_ON}."
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return errors.Damaged(
                f"The store {path} is damaged ({error}), and was left alone. Move it aside (a new "
                f"one will be made) or put a copy of it back; {_GO_ON}."
            )
    return errors.StoreError(
        f"The store {path} cannot do this ({error}). Nothing kept before is lost. Send again; "
        f"{_GO_ON}."
    )


def _of_system(error: OSError, path: Path) -> errors.StoreError:
    words = error.strerror or str(error)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return errors.ReadOnly(
            f"The store {path} cannot be made: {words}. Allow writing to its folder, or choose "
            f"another with --data; {_GO_ON}."
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO):
        return errors.Full(
            f"The disk of the store {path} is full, or failing ({words}). Make space and try "
            f"again; {_GO_ON}."
        )
    return errors.Unreachable(
        f"The store {path} cannot be reached: {words}. Choose another folder with --data; {_GO_ON}."
    )
