"""What an older version let in is named and passed over, and the rest is as it was."""

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from cli.program import BANK, quizapp, study
from store.samples import response_row, session_row

from quizapp.app import session_lists
from quizapp.app.launch import Launch
from quizapp.app.workspace import Workspace
from quizapp.planning.request import SessionRequest
from quizapp.planning.timestamps import stamp
from quizapp.report.scores import responses, sessions
from quizapp.session import history
from quizapp.store import FILE
from quizapp.store.errors import StoreError, Unreadable
from quizapp.store.rows import ResponseRow, SessionRow
from quizapp.store.sqlite import Store, in_memory, open_store

DEEP = "[" * 5000 + "]" * 5000
SESSIONS: dict[str, Sequence[object]] = {
    "seed": ("", "x", "1e3", "9" * 5000),
    "plan": ("", "{}", "[[null]]", '[["a"]]', '[["a",1e999,"",[]]]', '[["a",NaN,"",[]]]', DEEP),
    "wish": ("[]", '{"by":"x"}', '{"by":"2024-02-30"}', '{"count":"x"}', '{"sections":[1]}',
             '{"minutes":-1}', '{"minutes":1e300}', '{"kinds":"ab"}', DEEP),
    "mode": ("walk", ""),
    "stamp": (stamp(datetime(1, 1, 1, tzinfo=UTC)), stamp(datetime(9999, 12, 31, tzinfo=UTC))),
    "learner": ("a\0b",),
}  # fmt: skip
RESPONSES: dict[str, Sequence[object]] = {
    "certainty": (99, 0, -1),
    "verdict": ("{}", "[]", "null", '{"outcome":"fair","score":1}', '{"outcome":"correct"}',
                '{"outcome":"correct","score":2}', '{"outcome":"correct","score":NaN}',
                '{"outcome":"correct","score":1,"slip":[1]}',
                '{"outcome":"correct","score":1,"reasons":[["x"]]}',
                '{"outcome":"correct","score":1,"parts":[null]}', DEEP),
    "objective": ("{}", "[1]", ""),
    "seconds": (-1.0, 1e300),
    "weight": (-1.0, 1e300),
}  # fmt: skip


def spoiled(table: Mapping[str, Sequence[object]]) -> list[tuple[str, object]]:
    return [(name, value) for name, values in table.items() for value in values]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def kept(store: Store, session: SessionRow, *rows: ResponseRow) -> str:
    store.add(session, *rows)
    return session.id


@pytest.mark.parametrize(("field", "value"), spoiled(SESSIONS))
def test_a_session_that_was_not_written_by_us_is_not_read(field: str, value: object) -> None:
    store = in_memory()
    name = kept(store, session_row(**{field: value}))
    with pytest.raises(Unreadable, match=f"The session {name[:8]} cannot be read: its"):
        history.look(store, name)
    sessions(store)


@pytest.mark.parametrize(("field", "value"), spoiled(RESPONSES))
def test_nor_one_with_such_a_response(field: str, value: Any) -> None:
    store, session = in_memory(), session_row()
    name = kept(store, session, response_row(session)._replace(**{field: value}))
    with pytest.raises(Unreadable, match=f"The session {name[:8]} cannot be read: its"):
        history.look(store, name)
    sessions(store)
    responses(store, name)


def test_what_cannot_be_told_of_a_session_is_named_among_the_scores() -> None:
    store = in_memory()
    sound = kept(store, session_row())
    when = stamp(datetime(9999, 12, 31, tzinfo=UTC))
    broken = kept(store, session_row(stamp=when))
    told: list[str] = []
    assert [each.id for each in sessions(store, tell=told.append)] == [sound]
    assert told == [
        f"The session {broken[:8]} cannot be read: it is not as this program writes them."
    ]


def stored(data: Path, **fields: object) -> str:
    """An open session on the tests' bank, begun now."""
    now = stamp(datetime.now(UTC))
    whole = {"bank": "bees", "place": str(BANK), "learner": "", "stamp": now, **fields}
    with open_store(data / FILE) as store:
        return kept(store, session_row(**whole))


def renamed(data: Path, session: str, name: str) -> None:
    """Give a session another identifier, which the store itself refuses."""
    with closing(sqlite3.connect(data / FILE)) as connection, connection:
        connection.execute("DROP TRIGGER session_stays")
        connection.execute("UPDATE session SET id = ? WHERE id = ?", (name, session))


Spoil = Callable[[Path], str]


def by_field(**fields: object) -> Spoil:
    return lambda data: stored(data, **fields)


def by_name(name: str) -> Spoil:
    def spoil(data: Path) -> str:
        renamed(data, stored(data), name)
        return name

    return spoil


SPOILED = {
    "no seed": by_field(seed=""),
    "a plan of nothing": by_field(plan="[[null]]"),
    "a wish for no day": by_field(wish='{"by": "x"}'),
    "the name of a file": by_name("../../victim/precious"),
    "no UUID": by_name("session 1"),
}


@pytest.mark.parametrize("what", SPOILED)
def test_the_latest_session_that_can_be_read_is_resumed(what: str, data: Path) -> None:
    begun = study(data, "--count", "2", "--seed", "1", typed="")
    assert begun.status == 0
    name = SPOILED[what](data)
    done = quizapp(data, "study", "--resume", "--plain", typed=":quit\n")
    assert (done.status, "Traceback" in done.err) == (0, False), done.err
    assert f"quizapp: The session {name[:8]} cannot be read" in done.err
    listed = quizapp(data, "scores", "--format", "json")
    assert (listed.status, "Traceback" in listed.err) == (0, False)
    assert begun.out.partition("--resume ")[2][:36] in [
        each["id"] for each in listed.json["sessions"]
    ]
    named = quizapp(data, "study", "--resume", name, "--plain", typed=":quit\n")
    assert (named.status in (1, 2), "Traceback" in named.err) == (True, False), named.err


@pytest.mark.parametrize("what", SPOILED)
def test_home_names_it_and_offers_the_others(what: str, data: Path) -> None:
    sound = stored(data)
    name = SPOILED[what](data)
    workspace = Workspace(Launch(data, None, SessionRequest(), ""))
    assert [each.id for each in session_lists.unfinished(workspace)] == [sound]
    assert list(workspace.unreadable) == [name]
    session_lists.sessions(workspace, 10)
    with pytest.raises(StoreError):
        workspace.resume(name)
    workspace.close()


@pytest.mark.parametrize("place", ["", "../no/such", "n" * 5000])
def test_a_session_without_the_place_of_its_bank_is_resumed_where_the_bank_is(
    place: str, data: Path
) -> None:
    copytree(BANK, data / "banks" / "bees")
    plan = json.dumps([[each, 1.0, "", []] for each in ("decoder", "eggs")])
    name = stored(data, place=place, plan=plan, planned=2, weight=2.0)
    workspace = Workspace(Launch(data, None, SessionRequest(), ""))
    assert workspace.resume(name).bank.id == "bees"
    workspace.close()
