"""How rows that were kept are read: each as the value that it was kept from."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from quizapp.store.queries import REGRADED
from quizapp.store.rows import (
    TABLES,
    EventRow,
    Kind,
    RegradeRow,
    ResponseRow,
    Row,
    RulingRow,
    SessionRow,
    Stamp,
    given,
)

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
