"""How rows are added to the store: each once, and none whose response is missing."""

import sqlite3
from collections.abc import Sequence

from quizapp.store import errors
from quizapp.store.rows import TABLES, AnyRow, RegradeRow, Row, RulingRow, SessionRow, is_id
from quizapp.store.schema import KEY_AND_STEP


def _adding(kind: type[AnyRow]) -> str:
    """The statement that adds a row of a kind, unless it is there.

    `:key` is the store's own key of its session, `:step` the place of the row in that.
    """
    values = {name: f":{name}" for name in kind._fields[:-1]}
    if kind is RegradeRow:
        del values["session"]
    elif kind is not SessionRow:
        values |= {"session": ":key", "step": ":step"}
    if kind in (RulingRow, RegradeRow):
        values["response"] = "(SELECT key FROM response WHERE id = :response)"
    values |= {"at": ":at", "utc_offset": ":offset", "day": ":day"}
    return (
        f"INSERT INTO {TABLES[kind]} ({', '.join(values)}) VALUES ({', '.join(values.values())}) "
        "ON CONFLICT (id) DO NOTHING"
    )


_ADD = {kind: _adding(kind) for kind in TABLES}


def add_rows(
    connection: sqlite3.Connection, session: SessionRow, rows: Sequence[Row | RegradeRow]
) -> tuple[int, list[str]]:
    """Add what is new; how many rows were, and the ids of those whose response is missing."""
    for name in (session.id, *(row.id for row in rows)):
        if not is_id(name):
            raise errors.StoreError(f"{name[:40]!r} is no identifier: nothing was kept.")
    found = connection.execute(KEY_AND_STEP, (session.id,)).fetchone()
    if found is None:
        connection.execute(_ADD[SessionRow], _values(session))
        found = connection.execute(KEY_AND_STEP, (session.id,)).fetchone()
    key, step = found
    first, unfit = step, []
    for row in rows:
        if isinstance(row, RulingRow | RegradeRow) and not _is_there(connection, row.response, key):
            unfit.append(row.id)
            continue
        values = {**_values(row), "key": key, "step": step}
        step += connection.execute(_ADD[type(row)], values).rowcount
    return step - first, unfit


def _is_there(connection: sqlite3.Connection, response: str, session: int) -> bool:
    """Whether the response is one of the session."""
    statement = "SELECT 1 FROM response WHERE id = ? AND session = ?"
    return connection.execute(statement, (response, session)).fetchone() is not None


def _values(row: SessionRow | Row | RegradeRow) -> dict[str, object]:
    values: dict[str, object] = row._asdict()
    stamp = row.stamp
    del values["stamp"]
    for name, value in values.items():
        if isinstance(value, str):
            values[name] = _response_kept(value) if name == "response" else text_kept(value)
    return {**values, "at": stamp.at, "offset": stamp.offset, "day": stamp.day}


def text_kept(value: str) -> str:
    """The text without what UTF-8 cannot hold (half a surrogate pair, from a broken argument)."""
    return value.encode("utf-8", "replace").decode()


def _response_kept(response: str) -> str | bytes:
    """The response as it is kept: as text, or its bytes where it has lone surrogates."""
    try:
        response.encode()
    except UnicodeEncodeError:
        return response.encode("utf-8", "surrogatepass")
    return response
