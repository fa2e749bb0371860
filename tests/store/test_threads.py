"""Many threads on one open store: none disturbs another, and nothing is lost."""

import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Event

import pytest
from store.samples import event_row, response_row, ruling_row, session_row

from quizapp.store import cards, errors
from quizapp.store.error_messages import explained
from quizapp.store.rows import Row
from quizapp.store.sqlite import Store, open_store

TIMES = 40
"""How often each thread does its work."""


def writes(store: Store) -> None:
    """A session of a few rows, added one by one and read back whole."""
    session = session_row()
    response = response_row(session)
    rows: list[Row] = [
        response,
        event_row(session, "hint", "b"),
        ruling_row(session, response, "wrong"),
    ]
    for row in rows:
        store.add(session, row)
    assert store.history(session.id) == rows
    assert [each.ruling for each in store.responses(session.id)] == ["wrong"]


def fails(store: Store) -> None:
    """A ruling on a response that is not there: the transaction is rolled back."""
    session = session_row()
    with pytest.raises(errors.StoreError, match="never kept"):
        store.add(session, ruling_row(session, response_row(session), "right"))


def merges(store: Store) -> None:
    session = session_row()
    assert store.merge([(session, [response_row(session)])]) == (1, [])


def reads(store: Store) -> None:
    for found in store.sums(limit=3):
        assert store.session(found.id).id == found.id
        assert len(store.responses(found.id)) == found.answered
    store.unfinished("ada", "2024-01-01")
    assert all(each.learner == "ada" for each in cards.all_reviews(store))


def test_threads_share_one_store(tmp_path: Path) -> None:
    work: tuple[Callable[[Store], None], ...] = (writes, writes, fails, merges, reads, reads)
    ready = Barrier(len(work))
    with open_store(tmp_path / "scores.db") as store:

        def run(do: Callable[[Store], None]) -> None:
            ready.wait()
            for _ in range(TIMES):
                do(store)

        with ThreadPoolExecutor(len(work)) as threads:
            for done in [threads.submit(run, do) for do in work]:
                done.result()
        assert len(store.sums()) == 3 * TIMES
        assert all(each.answered == 1 for each in store.sums())


def test_closing_waits_for_what_is_being_kept(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    store = open_store(path)
    session = session_row()
    closed = Event()

    def close() -> None:
        store.close()
        closed.set()

    with ThreadPoolExecutor(1) as threads:
        with store._writing() as connection:
            closing = threads.submit(close)
            connection.execute("PRAGMA user_version")
            assert not closed.is_set()
        closing.result()
    with open_store(path) as again:
        again.add(session)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_CORRUPT, "is damaged"),
        (sqlite3.SQLITE_CORRUPT_INDEX, "is damaged"),
        (sqlite3.SQLITE_NOTADB, "is damaged"),
        (sqlite3.SQLITE_BUSY, "is held by another program"),
        (sqlite3.SQLITE_FULL, "is full, or failing"),
        (sqlite3.SQLITE_READONLY, "cannot be written to"),
        (sqlite3.SQLITE_ERROR, "cannot do this"),
        (sqlite3.SQLITE_MISUSE, "cannot do this"),
        (sqlite3.SQLITE_INTERRUPT, "cannot do this"),
        (sqlite3.SQLITE_SCHEMA, "cannot do this"),
    ],
)
def test_only_what_sqlite_calls_corrupt_is_called_damaged(code: int, said: str) -> None:
    error = sqlite3.OperationalError("what it says")
    error.sqlite_errorcode = code
    with pytest.raises(errors.StoreError, match=said) as caught, explained(Path("scores.db")):
        raise error
    assert isinstance(caught.value, errors.Locked) == (code == sqlite3.SQLITE_BUSY)
    assert ("damaged" in caught.value.message) == (said == "is damaged")


def test_a_statement_that_does_not_fit_is_no_damage(tmp_path: Path) -> None:
    with open_store(tmp_path / "scores.db") as store, store._writing() as connection:
        with pytest.raises(errors.StoreError, match="within a transaction") as caught:
            store.add(session_row())
        assert "damaged" not in caught.value.message
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_page_that_was_overwritten_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    with open_store(path) as store:
        for _ in range(20):
            session = session_row()
            store.add(session, response_row(session, "x" * 3000))
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(path.stat().st_size - 4096))
    with pytest.raises(errors.StoreError, match="is damaged"), open_store(path) as store:
        store.sums()
