"""How rows are added to the store, each once, and read from it as the values that they were."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizapp.store.errors import StoreError
from quizapp.store.queries import REGRADED
from quizapp.store.rows import (
    TABLES,
    AnyRow,
    EventRow,
    Kind,
    RegradeRow,
    ResponseRow,
    Row,
    RulingRow,
    SessionRow,
    Stamp,
    given,
    is_id,
)
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
            raise StoreError(f"{name[:40]!r} is no identifier: nothing was kept.")
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


_OF_SESSION = "JOIN session s ON s.key = r.session"
_JOINED: dict[Any, str] = {
    SessionRow: "",
    ResponseRow: _OF_SESSION,
    RulingRow: f"{_OF_SESSION} JOIN response a ON a.key = r.response",
    EventRow: _OF_SESSION,
    RegradeRow: "JOIN response a ON a.key = r.response JOIN session s ON s.key = a.session",
}
_OF_VERDICT = ("outcome", "score", "verdict", "grader", "digest", "bank_digest")


def read_rows(
    connection: sqlite3.Connection, kind: type[Kind], where: str, values: Mapping[str, object]
) -> list[Kind]:
    """The rows `r` of a kind, of sessions `s`, that meet the condition, in the order kept."""
    return [row for _, row in _with_steps(connection, kind, where, values)]


def read_history(connection: sqlite3.Connection, session: str, *, as_given: bool) -> list[Row]:
    """What happened in the session with this id, in order.

    Verdicts are those that hold, or, `as_given`, those of their time.
    """
    found: list[tuple[int, Row]] = []
    for kind in (ResponseRow, RulingRow, EventRow):
        found += _with_steps(connection, kind, "s.id = :id", {"id": session}, not as_given)
    return [row for _, row in sorted(found, key=lambda each: each[0])]


def _with_steps(
    connection: sqlite3.Connection,
    kind: type[Kind],
    where: str,
    values: Mapping[str, object],
    regraded: bool = False,
) -> Iterator[tuple[int, Kind]]:
    """The rows, each after its place in its session."""
    joined, columns = _JOINED[kind], {name: f"r.{name}" for name in kind._fields[:-1]}
    if kind is not SessionRow:
        columns["session"] = "s.id"
    if kind in (RulingRow, RegradeRow):
        columns["response"] = "a.id"
    if kind is ResponseRow and regraded:
        columns |= {name: f"coalesce(g.{name}, r.{name})" for name in _OF_VERDICT}
        joined = f"{joined} {REGRADED}"
    step = "0" if kind in (SessionRow, RegradeRow) else "r.step"
    rows = connection.execute(
        f"SELECT {', '.join(columns.values())}, r.at, r.utc_offset, r.day, {step} "
        f"FROM {TABLES[kind]} r {joined} WHERE {where} ORDER BY r.key",
        values,
    )
    for row in rows:
        fields = dict(zip(columns, row, strict=False))
        for name, value in fields.items():
            if kind.__annotations__[name] is bool:
                fields[name] = bool(value)
            elif isinstance(value, bytes):
                fields[name] = given(value)
        yield row[-1], kind(**fields, stamp=Stamp(*row[-4:-1]))
