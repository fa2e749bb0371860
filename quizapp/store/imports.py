"""Imports: each is one entry, with what it brought, and can be taken back whole.

Taking back moves rows: each is written to `withdrawn` as the line of a log and then deleted, which
the store allows for nothing else. Whatever reads sessions and responses need not know of it.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from json import dumps
from typing import NamedTuple

from quizapp.store import cards, first_responses
from quizapp.store.errors import StoreError
from quizapp.store.row_statements import add_rows, read_rows
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
)
from quizapp.store.sqlite import Store


class ImportRow(NamedTuple):
    """An import: of the file of this `name`, a log from the store marked `source`; `way` says what
    it might do to sessions that were there."""

    id: str
    name: str
    source: str
    way: str
    stamp: Stamp


class Batch(NamedTuple):
    """Rows to add to a session, which is `new` here or was there."""

    session: SessionRow
    rows: Sequence[Row | RegradeRow]
    new: bool


class Taken(NamedTuple):
    """What an import's taking back took: `sessions`, and all `rows`; `later` of them were not
    brought by it, but were added since to a session that was."""

    row: ImportRow
    sessions: int
    rows: int
    later: int


_ENTRY = """
INSERT INTO import (id, name, source, way, at, utc_offset, day) VALUES (?, ?, ?, ?, ?, ?, ?)"""


def take_in(store: Store, entry: ImportRow, choose: Callable[[], Sequence[Batch]]) -> int:
    """Keep what `choose` gives, all or none; how many rows of sessions were new.

    It is called once nobody else can write. An import that brings nothing leaves no entry. Raises
    StoreError.
    """
    with store._writing() as connection:
        batches = choose()
        added = sum(add_rows(connection, batch.session, batch.rows)[0] for batch in batches)
        if batches:
            connection.execute(_ENTRY, (*entry[:4], *entry.stamp))
            connection.executemany(
                "INSERT INTO imported VALUES ((SELECT key FROM import WHERE id = ?), ?, ?)",
                ((entry.id, *each) for batch in batches for each in _brought(batch)),
            )
    return added


def _brought(batch: Batch) -> Iterator[tuple[str, int]]:
    if batch.new:
        yield batch.session.id, len(batch.rows)
    else:
        yield from ((row.id, 1) for row in batch.rows)


def imports(store: Store) -> list[ImportRow]:
    """The imports that were not taken back, the newest first. Raises StoreError."""
    found = store.read(
        """SELECT id, name, source, way, at, utc_offset, day FROM import
        WHERE key NOT IN (SELECT import FROM withdrawal) ORDER BY key DESC""",
        {},
    )
    return [ImportRow._make([*row[:4], Stamp(*row[4:])]) for row in found]


_IDS = "(SELECT id FROM imported WHERE import = :import)"
_SESSIONS = f"(SELECT key FROM session WHERE id IN {_IDS})"
_RESPONSES = f"(SELECT key FROM response WHERE id IN {_IDS} OR session IN {_SESSIONS})"
_GOING: dict[type[AnyRow], str] = {
    RegradeRow: f"r.id IN {_IDS} OR r.response IN {_RESPONSES}",
    RulingRow: f"r.id IN {_IDS} OR r.session IN {_SESSIONS} OR r.response IN {_RESPONSES}",
    EventRow: f"r.id IN {_IDS} OR r.session IN {_SESSIONS}",
    ResponseRow: f"r.id IN {_IDS} OR r.session IN {_SESSIONS}",
    SessionRow: f"r.id IN {_IDS}",
}
"""What an import brought, and what rests on that, in an order in which it can be deleted."""


def take_back(store: Store, entry: ImportRow, stamp: Stamp, line: Callable[[AnyRow], str]) -> Taken:
    """Take an import back, with all that rests on it; `line` gives a row as the line of a log.

    Raises StoreError, with nothing taken back.
    """
    with store._writing() as connection:
        (key,) = connection.execute("SELECT key FROM import WHERE id = ?", (entry.id,)).fetchone()
        asked = {"import": key}
        brought = connection.execute("SELECT sum(rows) FROM imported WHERE import = :import", asked)
        expected: int = brought.fetchone()[0] or 0
        done = "INSERT INTO withdrawal (import, at, utc_offset, day) VALUES (?, ?, ?, ?)"
        connection.execute(done, (key, *stamp))
        going = {kind: read_rows(connection, kind, where, asked) for kind, where in _GOING.items()}
        connection.executemany(
            "INSERT INTO withdrawn (import, id, line) VALUES (?, ?, ?)",
            ((key, row.id, line(row)) for kind in TABLES for row in going[kind]),
        )
        for kind in going:
            connection.execute(
                f"DELETE FROM {TABLES[kind]} WHERE id IN "
                "(SELECT id FROM withdrawn WHERE import = :import)",
                asked,
            )
        cards.drop(connection)
        first_responses.drop(connection)
    sessions = len(going[SessionRow])
    rows = sum(map(len, going.values())) - sessions
    return Taken(entry, sessions, sessions + rows, max(0, rows - expected))


def kept(store: Store, kind: type[Kind], ids: Collection[str]) -> dict[str, Kind]:
    """Those of the rows with these ids that are kept, by id. Raises StoreError."""
    where = "r.id IN (SELECT value FROM json_each(:ids))"
    with store._exclusive() as connection:
        found = read_rows(connection, kind, where, {"ids": dumps(sorted(ids))})
    return {row.id: row for row in found}


def import_of(store: Store, beginning: str) -> ImportRow:
    """The import whose id begins like this, or the latest for "". Raises StoreError."""
    there = imports(store)
    found = [each for each in there if each.id.startswith(beginning)]
    if not found or (beginning and len(found) > 1):
        named = "; ".join(f"{each.id[:8]} ({each.name}, {each.stamp.day})" for each in there[:10])
        which = "Several imports begin" if found else "There is no import that begins"
        raise StoreError(f'{which} with "{beginning}". There are: {named or "none"}.')
    return found[0]
