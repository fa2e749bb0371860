"""What the store keeps comes back as it was given, and only ever grows."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store.samples import STAMP, event_row, regrade_row, response_row, ruling_row, session_row

from quizapp.store.errors import NoSuchSession, StoreError
from quizapp.store.row_statements import add_rows
from quizapp.store.rows import ResponseRow, Row, Stamp
from quizapp.store.schema import APPLICATION_ID, STEPS
from quizapp.store.sqlite import Store, in_memory, open_store

NONE = "ffffffff-ffff-4fff-bfff-ffffffffffff"
"""An identifier that nothing has."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "scores.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path) as opened:
        yield opened


def test_every_kind_of_row_comes_back_in_order(store: Store, path: Path) -> None:
    session = session_row(certainty=True)
    response = response_row(session, certainty=3, hinted=True, again=True)
    rows: list[Row] = [
        event_row(session, "hint", "a"),
        response,
        ruling_row(session, response, "right"),
        ruling_row(session, response, None),
        event_row(session, "skip", "b"),
        event_row(session, "finish"),
    ]
    store.add(session, rows[0])
    store.add(session, *rows[1:])
    assert store.history(session.id) == rows
    assert store.session(session.id) == session
    with open_store(path) as again:
        assert again.history(session.id) == rows


def test_rows_of_several_sessions_do_not_mix(store: Store) -> None:
    one, two = session_row(), session_row()
    for response in ("1", "2"):
        for session in (one, two):
            store.add(session, response_row(session, response + session.id))
    assert [row.response for row in store.responses(two.id)] == ["1" + two.id, "2" + two.id]
    assert store.history("no such id") == []
    assert store.responses("no such id") == []


@pytest.mark.parametrize(
    "response",
    [
        "",
        "a\0b\0",
        "\ud800 lone \udcff",
        "e\u0301 is not é",
        "👩‍👩‍👧‍👦\u202e\u200b",
        "\r\n\t\x1b[31m",
        "x" * 65536,
        "'; DROP TABLE response; --",
    ],
    ids=ascii,
)
def test_a_response_is_kept_to_the_byte(store: Store, response: str) -> None:
    session = session_row()
    store.add(session, response_row(session, response))
    assert store.responses(session.id)[0].response == response
    (row,) = store.history(session.id)
    assert row == response_row(session, response)._replace(id=row.id)


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_at_all_is_kept_to_the_byte(response: str) -> None:
    with in_memory() as store:
        session = session_row()
        store.add(session, response_row(session, response))
        assert store.responses(session.id)[0].response == response


def test_a_name_that_is_no_text_does_no_harm(store: Store) -> None:
    session = session_row(learner="\udcff", place="/\udcff")
    store.add(session, response_row(session))
    assert [each.learner for each in store.sums(learner="\udcff")] == ["?"]
    assert len(store.unfinished("\udcff", "2024")) == 1


def test_a_row_that_is_sent_again_is_recognised(store: Store) -> None:
    session = session_row()
    row = response_row(session)
    for _ in range(3):
        store.add(session, row)
    assert store.history(session.id) == [row]


def test_of_several_rows_all_are_kept_or_none(store: Store) -> None:
    session = session_row()
    stray = ruling_row(session, response_row(session), "right")
    with pytest.raises(StoreError):
        store.add(session, response_row(session), stray)
    assert store.history(session.id) == []
    store.add(session, response_row(session))
    assert len(store.history(session.id)) == 1


@pytest.mark.parametrize("table", ["session", "response", "ruling", "event"])
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE {table} SET id = 'other'",
        "DELETE FROM {table}",
        "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        "REPLACE INTO {table} SELECT * FROM {table}",
        "UPDATE OR IGNORE {table} SET at = ''",
    ],
)
def test_rows_are_only_ever_added(store: Store, table: str, change: str) -> None:
    session = session_row()
    response = response_row(session)
    ruled = ruling_row(session, response, "right")
    store.add(session, response, ruled, event_row(session, "finish"))
    with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        store._connection.execute(change.format(table=table))
    assert len(store.history(session.id)) == 3


def test_a_response_survives_the_loss_of_power(store: Store) -> None:
    settings_of = {
        name: store._connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers")
    }
    assert settings_of == {
        "journal_mode": "persist",
        "synchronous": 3,
        "foreign_keys": 1,
        "recursive_triggers": 1,
    }


# Questions to it


def test_sums_choose_and_order(store: Store) -> None:
    sessions = [str(UUID(int=day)) for day in range(5)]
    for day, bank, learner in [(1, "x", "ada"), (2, "y", "ada"), (3, "x", "bob"), (4, "x", "ada")]:
        stamp = Stamp(f"2024-05-0{day}T12:00:00.000000Z", 0, f"2024-05-0{day}")
        session = session_row(id=sessions[day], bank=bank, learner=learner, stamp=stamp)
        store.add(session, response_row(session, stamp=stamp))

    def chosen(**wanted: object) -> list[int]:
        return [sessions.index(each.id) for each in store.sums(**wanted)]  # type: ignore[arg-type]

    assert chosen() == [4, 3, 2, 1]
    assert chosen(limit=2) == [4, 3]
    assert chosen(bank="x") == [4, 3, 1]
    assert chosen(bank="x", learner="ada", limit=1) == [4]
    assert chosen(session=sessions[2]) == [2]
    assert chosen(bank="none") == []


def test_the_ruling_that_holds_is_the_last(store: Store) -> None:
    session = session_row()
    response = response_row(session)
    store.add(session, response)
    for ruling in ("wrong", "right", None, "void"):
        store.add(session, ruling_row(session, response, ruling))
        assert store.responses(session.id)[0].ruling == ruling


def test_a_session_is_found_by_a_beginning_that_only_it_has(store: Store) -> None:
    first, second = (f"{start}{NONE[3:]}" for start in ("abc", "abd"))
    for name in (first, second):
        session = session_row(id=name)
        store.add(session, response_row(session))
    assert store.session("abc").id == first
    assert store.session(second).id == second
    for beginning in ("ab", "", "x", "%", NONE, f"{first}0", "\udce9"):
        with pytest.raises(NoSuchSession):
            store.session(beginning)


@pytest.mark.parametrize("name", ["", "../../victim", NONE.upper(), f"{NONE}\n", "\udce9"])
def test_what_is_no_identifier_is_not_kept(store: Store, name: str) -> None:
    session = session_row()
    response = response_row(session)
    ruling = ruling_row(session, response, "right")._replace(id=name)
    for rows in (
        (session_row(id=name),),
        (session, response._replace(id=name)),
        (session, response, ruling),
        (session, event_row(session, "finish")._replace(id=name)),
    ):
        with pytest.raises(StoreError):
            store.add(*rows)
    assert store.sums() == []


def test_questions_about_many_sessions_use_indexes(store: Store) -> None:
    from quizapp.store.queries import SUMS, UNFINISHED

    where = SUMS.format(where="WHERE bank = :bank AND learner = :learner")
    asked: list[tuple[str, dict[str, str | int]]] = [
        (where, {"bank": "x", "learner": "ada", "limit": 5}),
        (SUMS.format(where=""), {"limit": 5}),
        (UNFINISHED, {"learner": "ada", "since": ""}),
    ]
    for statement, values in asked:
        plan = store._connection.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
        scans = [row[3] for row in plan if row[3].startswith("SCAN")]
        assert not [scan for scan in scans if "INDEX" not in scan and _table(scan)], scans


def _table(scan: str) -> bool:
    return scan.split()[1] in ("response", "ruling", "event", "r", "u", "e")


# Coming to be, and coming up to date


def test_a_store_is_made_with_its_folder_and_leaves_nothing_beside_it(path: Path) -> None:
    open_store(path).close()
    assert [each.name for each in path.parent.iterdir()] == ["scores.db"]


def test_reading_makes_nothing(path: Path) -> None:
    with open_store(path, write=False) as store:
        assert store.sums() == []
        assert store.unfinished("ada", "") == []
        with pytest.raises(StoreError, match="cannot be written to"):
            store.add(session_row())
    assert not path.parent.exists()


def test_a_left_over_journal_of_a_lost_store_is_not_played_into_a_new_one(path: Path) -> None:
    path.parent.mkdir()
    journal = path.with_name("scores.db-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5000))
    with open_store(path) as store:
        assert store.sums() == []
    assert not journal.exists()
    assert path.with_name("scores.db-journal.left-over").exists()


def test_an_older_store_is_backed_up_and_brought_up_to_date(path: Path) -> None:
    from quizapp.store.create import migrate

    with open_store(path) as store:
        session = session_row()
        store.add(session, response_row(session))
        more = (*STEPS, "ALTER TABLE session ADD note TEXT;", "CREATE TABLE card (id TEXT);")
        migrate(store._connection, path, more)
        migrate(store._connection, path, more)
        assert store._connection.execute("PRAGMA user_version").fetchone() == (len(more),)
        assert len(store.history(session.id)) == 1
    backup = path.with_name(f"scores.db.version-{len(STEPS)}.bak")
    with open_store(backup, write=False) as kept:
        assert len(kept.history(session.id)) == 1
    assert sorted(each.name for each in path.parent.iterdir()) == ["scores.db", backup.name]


@pytest.mark.parametrize("version", range(1, len(STEPS)))
def test_a_store_of_any_older_version_is_read_on(version: int, tmp_path: Path) -> None:
    path = tmp_path / "scores.db"
    session = session_row()
    response = response_row(session)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript("".join(STEPS[:version]))
        add_rows(connection, session, [response])
        connection.execute(
            "INSERT INTO event (id, session, step, event, weight, at, utc_offset, day) "
            "VALUES ('e', 1, 2, 'finish', 1, '', 0, '')"
        )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
    with open_store(path) as store:
        assert store.session(session.id) == session
        assert store.history(session.id)[0] == response
        with pytest.raises(sqlite3.IntegrityError):
            store._connection.execute("DELETE FROM event")


def test_a_step_that_fails_leaves_the_store_as_it_was(path: Path) -> None:
    from quizapp.store.create import migrate

    with open_store(path) as store:
        broken = (*STEPS, "CREATE TABLE card (id TEXT);\nCREATE TABLE session (id TEXT);")
        for _ in range(2):
            with pytest.raises(sqlite3.OperationalError):
                migrate(store._connection, path, broken)
        tables = store._connection.execute("SELECT name FROM sqlite_master").fetchall()
        assert ("card",) not in tables
        assert store._connection.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert len(list(path.parent.glob("*.bak"))) == 2


class TestRegrades:
    def test_the_latest_verdict_holds_and_that_of_its_time_stays(self, path: Path) -> None:
        session = session_row()
        response = response_row(session)
        later = STAMP._replace(at="2024-05-02T00:00:00.000000Z")
        with open_store(path) as store:
            store.add(session, response)
            last = regrade_row(session, response, "partial", 0.5, later)
            earlier = regrade_row(session, response, "wrong", 0.0, STAMP)
            assert store.merge([(session, [last, earlier, last])]) == (2, [])
            (held,) = store.history(session.id)
            assert isinstance(held, ResponseRow)
            assert (held.outcome, held.score, held.digest) == ("partial", 0.5, "sha256:new")
            assert store.history(session.id, as_given=True) == [response]
            assert store.regrades(session.id) == [last, earlier]
            assert [sum_.points for sum_ in store.sums()] == [0.5]
            assert [one.outcome for one in store.responses(session.id)] == ["partial"]

    def test_one_on_a_response_that_is_not_there_is_passed_over(self, path: Path) -> None:
        session = session_row()
        stray = regrade_row(session, response_row(session), "wrong", 0.0, STAMP)
        with open_store(path) as store:
            assert store.merge([(session, [stray, response_row(session)])]) == (1, [stray.id])
