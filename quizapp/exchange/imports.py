"""What of a log is added to a store, and what is refused.

A log adds whole sessions. What touches a session that is there already has to be what is kept, to
the byte; more of it comes in only in a way that is named. An import can be taken back whole.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from quizapp.exchange.log import Bad, Line, Log, line_of, read
from quizapp.planning.timestamps import Clock, now, stamp
from quizapp.session.record import new_id
from quizapp.session.stored_rows import AnyRow
from quizapp.store import imports
from quizapp.store.imports import Batch, ImportRow, Taken
from quizapp.store.rows import EventRow, RegradeRow, ResponseRow, RulingRow, SessionRow
from quizapp.store.sqlite import Store
from quizapp.text import clean

Way = Literal["others", "mine", "instructor"]
"""What an import may do to sessions that are there: nothing ("others"); go on with them, as the
log of one's own other machine does ("mine"); rule on them ("instructor")."""

LONGEST = 8_000_000
"""Steps that it may take to go through a session again: by its rows, of all questions and rows."""
_SHOWN = ("learner", "bank", "title", "question", "section")
_KINDS = (SessionRow, ResponseRow, RulingRow, EventRow, RegradeRow)
_Key = tuple[type[AnyRow], str]


class Imported(NamedTuple):
    """What became of a log: how many `lines` it had, how many rows were `added`; lines that are
    `bad`, and those at odds with what is kept (`refused`); the import's `id`, "" where there was
    nothing to add."""

    lines: int
    added: int
    bad: tuple[Bad, ...]
    refused: tuple[Bad, ...]
    id: str


class Admitted(NamedTuple):
    """What of a log is to be added, and the lines that are not."""

    batches: tuple[Batch, ...]
    bad: tuple[Bad, ...]
    refused: tuple[Bad, ...]


def bring_in(
    store: Store, text: Iterable[str], way: Way = "others", *, name: str = "", clock: Clock = now
) -> Imported:
    """Import a log from the file of this `name`: what fits is kept, the rest is told line by line.

    Raises StoreError, with nothing imported.
    """
    lines = list(text)
    log = read(lines, clock)
    entry = ImportRow(new_id(), clean(name)[:200], log.source, way, stamp(clock()))
    found = Admitted((), (), ())

    def choose() -> Sequence[Batch]:
        nonlocal found
        found = admitted(log, _here(store, log), way)
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
    """Take back the import whose id begins like this ("": the latest). Raises StoreError."""
    return imports.take_back(store, imports.import_of(store, beginning), stamp(clock()), line_of)


def merged(store: Store, logs: Sequence[Log]) -> list[tuple[Bad, ...]]:
    """Put the logs of many learners into one (empty) store; the lines of each that were left out.

    Learners of one name in logs of several sources are taken for different people.
    """
    sources: dict[str, set[str]] = {}
    for log in logs:
        for _, row in log.rows:
            if isinstance(row, SessionRow):
                sources.setdefault(row.learner, set()).add(log.source)
    several = {learner for learner, of in sources.items() if len(of) > 1}
    left_out = []
    for log in logs:
        told_apart = log._replace(rows=tuple(_marked(log, line, several) for line in log.rows))
        found = admitted(told_apart, _here(store, log), "mine")
        store.merge((batch.session, batch.rows) for batch in found.batches)
        left_out.append(tuple(sorted(log.bad + found.bad + found.refused)))
    return left_out


def _marked(log: Log, line: Line, several: set[str]) -> Line:
    row = line.row
    if not isinstance(row, SessionRow) or row.learner not in several:
        return line
    return line._replace(row=row._replace(learner=f"{row.learner} ({log.source[:6]})"))


def _here(store: Store, log: Log) -> dict[_Key, AnyRow]:
    """The rows that are kept of those that the log tells of, or tells something about."""
    wanted: dict[type[AnyRow], set[str]] = {kind: set() for kind in _KINDS}
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


def admitted(log: Log, here: dict[_Key, AnyRow], way: Way) -> Admitted:
    """What of the log may be added to a store that has the rows `here` of it."""
    known = dict(here)
    taken: dict[str, list[AnyRow]] = {}
    bad: list[Bad] = []
    refused: list[Bad] = []
    odd: set[str] = set()
    size = Counter(_session(row) for _, row in log.rows)
    for number, row in sorted(log.rows, key=lambda line: not isinstance(line.row, SessionRow)):
        key, session = (type(row), row.id), _session(row)
        if key in known:
            if not _same(row, known[key], way):
                refused.append(Bad(number, f"{row.id}: it is kept already, and says otherwise"))
                odd.add(row.id)
        elif why := _unfit(row, known, size[session]):
            bad.append(Bad(number, why))
        elif (SessionRow, session) in here and (session in odd or not _may_touch(row, way)):
            refused.append(Bad(number, f"{row.id}: its session {session} is kept already"))
        else:
            known[key] = _as_kept(row, way)
            taken.setdefault(session, []).append(known[key])
    batches = tuple(_batch(session, rows, known) for session, rows in taken.items())
    return Admitted(batches, tuple(bad), tuple(sorted(refused)))


def _session(row: AnyRow) -> str:
    return row.id if isinstance(row, SessionRow) else row.session


def _same(row: AnyRow, kept: AnyRow, way: Way) -> bool:
    """Whether the row is the one that is kept; an instructor's log may come without names."""
    if way == "instructor" and isinstance(row, SessionRow) and isinstance(kept, SessionRow):
        row = row._replace(learner=kept.learner, place=kept.place)
    return kept in (row, _as_kept(row, way), _as_kept(row, "others"))


def _unfit(row: AnyRow, known: dict[_Key, AnyRow], size: int) -> str:
    """Why the row rests on nothing, or is one too many; "" if neither."""
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


def _may_touch(row: AnyRow, way: Way) -> bool:
    """Whether the row may be added to a session that is there already."""
    if way == "instructor":
        return isinstance(row, RulingRow) and row.by == "instructor"
    return way == "mine"


def _as_kept(row: AnyRow, way: Way) -> AnyRow:
    """The row with what is shown of it cleaned; another's session without the place of its bank,
    which is a path on another machine."""
    told = row._asdict()
    shown: dict[str, Any] = {name: clean(told[name]) for name in _SHOWN if told.get(name)}
    row = row._replace(**shown)
    return row._replace(place="") if isinstance(row, SessionRow) and way != "mine" else row


def _batch(session: str, rows: list[AnyRow], known: dict[_Key, AnyRow]) -> Batch:
    row = known[SessionRow, session]
    assert isinstance(row, SessionRow)
    others = [each for each in rows if not isinstance(each, SessionRow)]
    return Batch(row, others, len(others) < len(rows))
