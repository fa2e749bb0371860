"""Importing a log into a store: what is added, and what is refused.

A log adds whole sessions. Rows of a session that the store has already must equal the stored ones,
to the byte; new rows of it are added only in a mode that allows it. An import can be undone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from quizapp.exchange.log import Bad, Line, Log, line_of, read
from quizapp.planning.timestamps import Clock, now, stamp
from quizapp.session.row_making import new_id
from quizapp.store import imports
from quizapp.store.imports import Batch, ImportRow, Taken
from quizapp.store.rows import (
    TABLES,
    AnyRow,
    EventRow,
    RegradeRow,
    ResponseRow,
    Row,
    RulingRow,
    SessionRow,
)
from quizapp.store.sqlite import Store
from quizapp.text import clean

ImportMode = Literal["others", "mine", "instructor"]
"""What an import may do to stored sessions: nothing ("others"); continue them, as the log of the
learner's other machine does ("mine"); rule on responses ("instructor")."""

LONGEST = 8_000_000
"""Steps that it may take to go through a session again: by its rows, of all questions and rows."""
_SHOWN = ("learner", "bank", "title", "question", "section", "why")
_Key = tuple[type[AnyRow], str]


class Imported(NamedTuple):
    """The result of an import: how many `lines` the log had and how many rows were `added`, the
    invalid lines (`bad`), those that contradict the store (`refused`), and the import's `id`, ""
    if there was nothing to add."""

    lines: int
    added: int
    bad: tuple[Bad, ...]
    refused: tuple[Bad, ...]
    id: str


class Admitted(NamedTuple):
    """The rows of a log to add, and the lines that are left out."""

    batches: tuple[Batch, ...]
    bad: tuple[Bad, ...]
    refused: tuple[Bad, ...]


def import_log(
    store: Store,
    text: Iterable[str],
    mode: ImportMode = "others",
    *,
    name: str = "",
    clock: Clock = now,
) -> Imported:
    """Import a log from the file `name`: what fits is stored, the rest is listed line by line.

    Raises StoreError if nothing could be imported.
    """
    lines = list(text)
    log = read(lines, clock)
    entry = ImportRow(new_id(), clean(name)[:200], log.source, mode, stamp(clock()))
    found = Admitted((), (), ())

    def choose() -> Sequence[Batch]:
        nonlocal found
        found = admitted(log, _stored(store, log), mode)
        return found.batches

    added = imports.take_in(store, entry, choose)
    return Imported(
        sum(bool(line.strip()) for line in lines),
        added,
        tuple(sorted(log.bad + found.bad)),
        found.refused,
        entry.id if found.batches else "",
    )


def take_back(store: Store, beginning: str, clock: Clock = now) -> Taken:
    """Undo the import whose id has this `beginning` ("": the latest). Raises StoreError."""
    return imports.take_back(store, imports.import_of(store, beginning), stamp(clock()), line_of)


def merged(store: Store, logs: Sequence[Log]) -> list[tuple[Bad, ...]]:
    """Put the logs of many learners into one empty store; returns the lines of each left out.

    Learners of the same name in logs of different stores count as different people.
    """
    sources: dict[str, set[str]] = {}
    for log in logs:
        for _, row in log.rows:
            if isinstance(row, SessionRow):
                sources.setdefault(row.learner, set()).add(log.source)
    several = {learner for learner, of in sources.items() if len(of) > 1}
    left_out = []
    for log in logs:
        rows = list(log.rows)
        for at, (number, row) in enumerate(log.rows):
            if isinstance(row, SessionRow) and row.learner in several:
                name = f"{row.learner} ({log.source[:6]})"
                rows[at] = Line(number, row._replace(learner=name))
        found = admitted(log._replace(rows=tuple(rows)), _stored(store, log), "mine")
        store.merge((batch.session, batch.rows) for batch in found.batches)
        left_out.append(tuple(sorted(log.bad + found.bad + found.refused)))
    return left_out


def _stored(store: Store, log: Log) -> dict[_Key, AnyRow]:
    """The stored rows among those in the log, and those that they refer to."""
    wanted: dict[type[AnyRow], set[str]] = {kind: set() for kind in TABLES}
    for _, row in log.rows:
        wanted[type(row)].add(row.id)
        if not isinstance(row, SessionRow):
            wanted[SessionRow].add(row.session)
        if isinstance(row, RulingRow | RegradeRow):
            wanted[ResponseRow].add(row.response)
    return {
        (kind, name): row
        for kind, ids in wanted.items()
        for name, row in imports.kept(store, kind, ids).items()
    }


def admitted(log: Log, stored: dict[_Key, AnyRow], mode: ImportMode) -> Admitted:
    """What of the log may be added to a store that has the rows `stored`."""
    known = dict(stored)
    sessions = {row.id: row for row in stored.values() if isinstance(row, SessionRow)}
    taken: dict[str, list[Row | RegradeRow]] = {}
    bad: list[Bad] = []
    refused: list[Bad] = []
    odd: set[str] = set()
    size = Counter(_session(row) for _, row in log.rows)
    for number, row in sorted(log.rows, key=lambda line: not isinstance(line.row, SessionRow)):
        key, session = (type(row), row.id), _session(row)
        if key in known:
            if not _same(row, known[key], mode):
                refused.append(Bad(number, f"{row.id}: it is kept already, and says otherwise"))
                odd.add(row.id)
        elif why := _unfit(row, known, size[session]):
            bad.append(Bad(number, why))
        elif (SessionRow, session) in stored and (session in odd or not _may_touch(row, mode)):
            refused.append(Bad(number, f"{row.id}: its session {session} is kept already"))
        else:
            kept = known[key] = _as_kept(row, mode)
            rows = taken.setdefault(session, [])
            if isinstance(kept, SessionRow):
                sessions[session] = kept
            else:
                rows.append(kept)
    batches = tuple(
        Batch(sessions[session], rows, (SessionRow, session) not in stored)
        for session, rows in taken.items()
    )
    return Admitted(batches, tuple(bad), tuple(sorted(refused)))


def _session(row: AnyRow) -> str:
    return row.id if isinstance(row, SessionRow) else row.session


def _same(row: AnyRow, kept: AnyRow, mode: ImportMode) -> bool:
    """Whether the row equals the stored one; an instructor's log may be without names."""
    if mode == "instructor" and isinstance(row, SessionRow) and isinstance(kept, SessionRow):
        row = row._replace(learner=kept.learner, place=kept.place)
    return kept in (row, _as_kept(row, mode), _as_kept(row, "others"))


def _unfit(row: AnyRow, known: dict[_Key, AnyRow], size: int) -> str:
    """Why the row cannot be added: it refers to nothing, or is one too many; "" if it can."""
    session = row if isinstance(row, SessionRow) else known.get((SessionRow, row.session))
    if not isinstance(session, SessionRow):
        return "its session is not in the log"
    if size * (size + session.planned) > LONGEST:
        return "its session has more rows than one can have"
    if isinstance(row, RulingRow | RegradeRow):
        about = known.get((ResponseRow, row.response))
        if about is None:
            return "the response that it is about is not in the log"
        if _session(about) != row.session:
            return "the response that it is about belongs to another session"
    return ""


def _may_touch(row: AnyRow, mode: ImportMode) -> bool:
    """Whether the row may be added to a stored session."""
    if mode == "instructor":
        # What was voided is taken out of exams in which it was left open.
        voids = isinstance(row, EventRow) and row.event in ("drop", "undrop")
        return voids or (isinstance(row, RulingRow) and row.by == "instructor")
    return mode == "mine"


def _as_kept(row: AnyRow, mode: ImportMode) -> AnyRow:
    """The row as it is stored: with its visible fields cleaned, and for another's session without
    the path of its bank, which is on another machine."""
    fields = row._asdict()
    shown: dict[str, Any] = {name: clean(fields[name]) for name in _SHOWN if fields.get(name)}
    row = row._replace(**shown)
    return row._replace(place="") if isinstance(row, SessionRow) and mode != "mine" else row
