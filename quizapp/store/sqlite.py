"""The store in one SQLite file: rows are added, durably, and never changed.

`open_store` makes or opens it; what is wrong with it is raised as a StoreError with a sentence.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any

from quizapp.store import errors, queries
from quizapp.store.create import create, migrate, transaction
from quizapp.store.error_messages import explained
from quizapp.store.row_statements import add_rows, read_history, read_rows, text_kept
from quizapp.store.rows import (
    RegradeRow,
    ResponseScoreRow,
    Row,
    SessionRow,
    SessionScoreRow,
    UnfinishedRow,
    given,
    is_id,
    may_begin_id,
)
from quizapp.store.schema import APPLICATION_ID, STEPS

WAIT = 10.0
"""How long to wait for another program that is writing, in seconds."""


def open_store(
    path: Path, *, write: bool = True, wait: float = WAIT, at_first: float | None = None
) -> "Store":
    """The store at `path`; made, with its folder, where there is none.

    With `write` off nothing is added or made: a missing file reads as an empty store, and a
    read-only one will do. An older store is backed up beside itself and brought up to date.
    `wait` is for how many seconds another writer is waited for, `at_first` the same while opening,
    if that is to differ. Raises StoreError and leaves the file as it was.
    """
    with explained(path):
        if not _exists(path):
            if not write:
                return in_memory(write=False)
            create(path)
        _look_at(path, write)
        mode = "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro"
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=wait if at_first is None else at_first,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _recognise(connection, path)
            migrate(connection, path)
            prepared = _prepared(connection, write)
            prepared.execute(f"PRAGMA busy_timeout = {round(wait * 1000)}")
            return Store(prepared, path)
        except BaseException:
            connection.close()
            raise


def _exists(path: Path) -> bool:
    """Whether anything has this name. Raises OSError where its folder is no folder."""
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def in_memory(*, write: bool = True) -> "Store":
    """An empty store that is gone when it is closed."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.executescript("".join(STEPS))
    return Store(_prepared(connection, write), Path(":memory:"))


def _look_at(path: Path, write: bool) -> None:
    if not path.is_file():
        raise errors.StoreError(
            f"{path} is not a file, so no scores can be kept there. Move it aside, or choose "
            "another folder with --data."
        )
    if path.stat().st_size == 0:
        raise errors.StoreError(
            f"The store {path} is empty: what was in it is gone. Put a copy of it back, or move "
            "it aside and a new one will be made."
        )
    if write and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise errors.StoreError(
            f"The store {path} cannot be written to: it or its folder is read-only. Allow "
            "writing there, or choose another folder with --data."
        )


def _recognise(connection: sqlite3.Connection, path: Path) -> None:
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if mark != APPLICATION_ID:
        raise errors.StoreError(
            f"{path} is a database of another program, and was left alone. Move it aside, or "
            "choose another folder with --data."
        )
    if version > len(STEPS):
        raise errors.StoreError(
            f"The store {path} was written by a newer quizapp (its version is {version}, this "
            f"one knows {len(STEPS)}), and was left alone. Update quizapp."
        )


def _prepared(connection: sqlite3.Connection, write: bool) -> sqlite3.Connection:
    for pragma in (
        # The journal is overwritten, not made and deleted: no block to allocate, no folder to sync.
        "journal_mode = PERSIST",
        "journal_size_limit = 1048576",
        "synchronous = EXTRA",
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "trusted_schema = OFF",
        f"query_only = {'OFF' if write else 'ON'}",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


class Store:
    """An open store; a context manager that closes itself.

    Any thread may call it: a lock gives the one connection to one thread at a time.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._lock = RLock()
        self.path = path

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, and delete its journal unless another program is using it."""
        with self._lock:
            with suppress(sqlite3.Error):
                self._connection.execute("PRAGMA busy_timeout = 0")
                self._connection.execute("PRAGMA journal_mode = DELETE")
            self._connection.close()

    def add(self, session: SessionRow, *rows: Row) -> None:
        """Keep the rows, durably, all or none; `session` with the first of them.

        A row whose id is there already is recognised and not added again. Raises StoreError.
        """
        with self._writing() as connection:
            if add_rows(connection, session, rows)[1]:
                raise errors.StoreError("A ruling was made on a response that was never kept.")

    def merge(
        self, batches: Iterable[tuple[SessionRow, Sequence[Row | RegradeRow]]]
    ) -> tuple[int, list[str]]:
        """Keep the rows of many sessions, all in one go; what is there already is left.

        Gives how many rows were new, and the ids of those that rest on a response that is not in
        their session, which are passed over. Raises StoreError.
        """
        new, passed_over = 0, []
        with self._writing() as connection:
            for session, rows in batches:
                added, unfit = add_rows(connection, session, rows)
                new += added
                passed_over += unfit
        return new, passed_over

    def read(self, statement: str, values: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """The rows that one of the store's own statements finds. Raises StoreError."""
        asked = {name: text_kept(v) if isinstance(v, str) else v for name, v in values.items()}
        with self._exclusive() as connection:
            return connection.execute(statement, asked).fetchall()

    def session(self, beginning: str) -> SessionRow:
        """The session whose id is, or begins in one way only like, this. Raises NoSuchSession."""
        with self._exclusive() as connection:
            which = queries.WITH_ID if is_id(beginning) else queries.BEGINNING_WITH
            asked = {"id": beginning if may_begin_id(beginning) else None}
            ids = connection.execute(which, asked).fetchall()
            if not ids:
                raise errors.NoSuchSession(
                    f'No session has an identifier that begins with "{beginning}". '
                    "`quizapp scores` lists them."
                )
            if len(ids) > 1:
                raise errors.NoSuchSession(
                    f'Several sessions begin with "{beginning}" ({ids[0][0]}, {ids[1][0]} …). '
                    "Give more of it."
                )
            return read_rows(connection, SessionRow, "r.id = :id", {"id": ids[0][0]})[0]

    def history(self, session: str, *, as_given: bool = False) -> list[Row]:
        """Everything that happened in the session with this id, in order. Raises StoreError.

        Verdicts are those that hold, or, `as_given`, those of their time.
        """
        with self._exclusive() as connection:
            return read_history(connection, session, as_given=as_given)

    def regrades(self, session: str) -> list[RegradeRow]:
        """The regrades of the session with this id, in the order kept. Raises StoreError."""
        with self._exclusive() as connection:
            return read_rows(connection, RegradeRow, "s.id = :id", {"id": session})

    def unfinished(self, learner: str, since: str) -> list[UnfinishedRow]:
        """The learner's sessions that can be resumed, the latest first.

        `since` is the UTC time before which a session without a sign of life is closed.
        """
        asked = {"learner": learner, "since": since}
        return list(map(UnfinishedRow._make, self.read(queries.UNFINISHED, asked)))

    def sums(
        self,
        *,
        bank: str | None = None,
        learner: str | None = None,
        session: str | None = None,
        limit: int | None = None,
    ) -> list[SessionScoreRow]:
        """Sessions with their scores, the newest first. Raises StoreError."""
        wanted = {"bank": bank, "learner": learner, "id": session}
        asked = {name: value for name, value in wanted.items() if value is not None}
        where = " AND ".join(f"{name} = :{name}" for name in asked)
        statement = queries.SUMS.format(where=f"WHERE {where}" if where else "")
        rows = self.read(statement, {**asked, "limit": -1 if limit is None else limit})
        return list(map(SessionScoreRow._make, rows))

    def responses(self, session: str) -> list[ResponseScoreRow]:
        """The responses of the session with this id, retries included, in order."""
        return [
            each._replace(
                response=given(each.response),
                hinted=bool(each.hinted),
                again=bool(each.again),
                unsure=bool(each.unsure),
            )
            for each in map(ResponseScoreRow._make, self.read(queries.RESPONSES, {"id": session}))
        ]

    @contextmanager
    def _exclusive(self) -> Iterator[sqlite3.Connection]:
        """The connection, for this thread alone. Raises StoreError for what goes wrong."""
        with self._lock, explained(self.path):
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """The connection in a transaction of its own; see `transaction`."""
        with self._exclusive() as connection, transaction(connection, "IMMEDIATE"):
            yield connection
