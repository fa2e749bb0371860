"""How a store comes to be, and how an older one becomes today's."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import chain, count
from pathlib import Path

from quizapp.store.schema import APPLICATION_ID, STEPS


def create(path: Path) -> None:
    """Make an empty store at `path`, with its folder, unless another program just did.

    It is made beside its place and moved there whole, so that a process that dies leaves no half
    store, and an empty file is never one of ours. Raises OSError or sqlite3.Error.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f".{path.name}.{os.getpid()}.new")
    made.unlink(missing_ok=True)
    try:
        opened = closing(sqlite3.connect(made, isolation_level=None))
        with opened as connection, transaction(connection, "EXCLUSIVE"):
            for version, step in enumerate(STEPS, 1):
                _apply(connection, step, version)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        journal = path.with_name(f"{path.name}-journal")
        if journal.exists() and not path.exists():
            journal.replace(journal.with_name(f"{journal.name}.left-over"))
        _place(made, path)
    finally:
        made.unlink(missing_ok=True)


def _place(made: Path, path: Path) -> None:
    """Give the file its name, unless something has it."""
    try:
        os.link(made, path)
    except FileExistsError:
        return
    except OSError:
        if not path.exists():
            made.rename(path)


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    """A transaction that holds the file from its start, and is undone by any error."""
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[str] = STEPS) -> None:
    """Bring an older store up to date: a backup beside it first, then each step in one transaction.

    Two programs may try at once: the later finds nothing left to do.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version >= len(steps):
        return
    connection.execute("VACUUM INTO ?", (str(_backup(path, version)),))
    for target in range(version + 1, len(steps) + 1):
        with transaction(connection, "EXCLUSIVE"):
            (now,) = connection.execute("PRAGMA user_version").fetchone()
            if now < target:
                _apply(connection, steps[target - 1], target)


def _backup(path: Path, version: int) -> Path:
    """A free name for a copy of the store at this version."""
    endings = chain([""], (f"-{number}" for number in count(2)))
    names = (path.with_name(f"{path.name}.version-{version}{each}.bak") for each in endings)
    return next(name for name in names if not name.exists())


def _apply(connection: sqlite3.Connection, step: str, version: int) -> None:
    for statement in _statements(step):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version}")


def _statements(script: str) -> Iterator[str]:
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
