"""The learner's log: everything in a store as JSON lines, and back again.

The first line is `{"type": "log", "version": 1, "source": …}`; `source` tells stores apart. Every
other line is a row of the store with its `type` (session, response, ruling, event, regrade), the
fields of that row in `quizapp/store/rows.py`, and its time as `at`, `offset` and `day`. A session
stands before its rows, and a response before what was decided on it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from math import isfinite
from typing import Any, NamedTuple

from quizapp.store.errors import NoSuchSession
from quizapp.store.rows import (
    EventRow,
    RegradeRow,
    ResponseRow,
    Row,
    RulingRow,
    SessionRow,
    Stamp,
)
from quizapp.store.sqlite import Store
from quizapp.text import clean

VERSION = 1
_TYPES: dict[str, type[Any]] = {
    "session": SessionRow,
    "response": ResponseRow,
    "ruling": RulingRow,
    "event": EventRow,
    "regrade": RegradeRow,
}
_NAMES = {row: name for name, row in _TYPES.items()}
_CHOICES = {
    "outcome": ("correct", "close", "partial", "wrong"),
    "ruling": ("right", "wrong", "void", None),
}
_JSON = ("plan", "wish", "verdict", "objective")
_SHOWN = ("learner", "bank", "title", "place", "question", "section")
_EVERY = "SELECT id, learner FROM session WHERE id IS NOT NULL ORDER BY key"

AnyRow = SessionRow | Row | RegradeRow


class Bad(NamedTuple):
    """A line that was not imported: its number from 1, and why."""

    line: int
    why: str


class Read(NamedTuple):
    """A log as it was read: its sessions with their rows, and its bad lines."""

    source: str
    batches: tuple[tuple[SessionRow, tuple[Row | RegradeRow, ...]], ...]
    bad: tuple[Bad, ...]


class Imported(NamedTuple):
    """How many lines a log had, how many rows of it were new, and which were bad."""

    lines: int
    added: int
    bad: tuple[Bad, ...]


def lines(
    store: Store, *, learner: str | None = None, bank: str | None = None, anonymous: bool = False
) -> Iterator[str]:
    """The log, line by line, without line ends; of one `learner` or `bank` if named.

    `anonymous` puts a pseudonym, always the same, for each learner, and leaves out where banks
    are. What was typed as a response stays as it is. Raises StoreError.
    """
    names = store.read(_EVERY, {})
    yield _line({"type": "log", "version": VERSION, "source": _mark(names[0][0]) if names else ""})
    first: dict[str, str] = {}
    for name, who in names:
        first.setdefault(who, name)
    for name, who in names:
        if learner is not None and who != learner:
            continue
        session = store.session(name)
        if bank is not None and session.bank != bank:
            continue
        if anonymous:
            session = session._replace(learner=f"learner-{_mark(first[who])}", place="")
        yield _line(_told(session))
        for row in (*store.history(name, as_given=True), *store.regrades(name)):
            yield _line(_told(row))


def read(text: Iterable[str], store: Store | None = None) -> Read:
    """What a log says; rows may stand in any order, and sessions may be in the `store` already."""
    source = ""
    sessions: dict[str, SessionRow] = {}
    rows: dict[str, list[tuple[int, Row | RegradeRow]]] = {}
    bad: list[Bad] = []
    for number, line in enumerate(text, 1):
        if not line.strip():
            continue
        try:
            said = json.loads(line)
            if isinstance(said, dict) and said.get("type") == "log":
                if said.get("version") != VERSION:
                    raise ValueError(f"a log of version {said.get('version')!r}, not {VERSION}")
                source = clean(str(said.get("source", "")))
                continue
            row = _row(said)
        except json.JSONDecodeError as error:
            bad.append(Bad(number, f"it is no JSON: {error.msg} (column {error.colno})"))
            continue
        except (ValueError, RecursionError) as error:
            bad.append(Bad(number, clean(str(error))[:200]))
            continue
        if isinstance(row, SessionRow):
            sessions.setdefault(row.id, row)
        else:
            rows.setdefault(row.session, []).append((number, row))
    for name in rows.keys() - sessions.keys():
        try:
            if store is None:
                raise NoSuchSession(name)
            known = store.session(name)
            if known.id != name:
                raise NoSuchSession(name)
            sessions[name] = known
        except NoSuchSession:
            bad += [Bad(number, "its session is not in the log") for number, _ in rows[name]]
    batches = tuple(
        (session, tuple(row for _, row in rows.get(name, ()))) for name, session in sessions.items()
    )
    return Read(source, batches, tuple(sorted(bad)))


def bring_in(store: Store, text: Iterable[str]) -> Imported:
    """Import a log: what is there already is left, bad lines are named, the rest is kept.

    Raises StoreError, with nothing imported.
    """
    numbered = list(text)
    log = read(numbered, store)
    added, unfit = store.merge(log.batches)
    bad = list(log.bad)
    if unfit:
        missing, told = set(unfit), {each.line for each in bad}
        for number, line in enumerate(numbered, 1):
            if number not in told and line.strip() and json.loads(line).get("id") in missing:
                bad.append(Bad(number, "the response that it is about is not in the log"))
    return Imported(sum(bool(line.strip()) for line in numbered), added, tuple(sorted(bad)))


def merged(store: Store, logs: Sequence[Read]) -> None:
    """Put the logs of many learners into one (empty) store.

    Learners of one name in logs of several sources are taken for different people.
    """
    sources: dict[str, set[str]] = {}
    for log in logs:
        for session, _ in log.batches:
            sources.setdefault(session.learner, set()).add(log.source)
    for log in logs:
        store.merge(
            (
                session._replace(learner=f"{session.learner} ({log.source[:6]})")
                if len(sources[session.learner]) > 1
                else session,
                rows,
            )
            for session, rows in log.batches
        )


def table(store: Store, *, learner: str | None = None, bank: str | None = None,
          anonymous: bool = False) -> Iterator[tuple[object, ...]]:  # fmt: skip
    """The responses for a spreadsheet, a row each after a row of headings.

    Outcome and score are those of their time; `ruling` is the one that holds.
    """
    headings = ("learner", "bank", "mode", "session", "question", "response", "outcome", "score",
                "ruling", "weight", "hinted", "again", "certainty", "seconds", "at")  # fmt: skip
    yield headings
    session: dict[str, Any] = {}
    responses: dict[str, dict[str, Any]] = {}
    for line in lines(store, learner=learner, bank=bank, anonymous=anonymous):
        said = json.loads(line)
        if said["type"] == "session":
            yield from _rows(headings, responses)
            session, responses = said, {}
        elif said["type"] == "response":
            whole = {**session, **said, "session": session["id"], "ruling": None}
            responses[said["id"]] = whole
        elif said["type"] == "ruling" and said["response"] in responses:
            responses[said["response"]]["ruling"] = said["ruling"]
    yield from _rows(headings, responses)


def _rows(
    headings: Sequence[str], responses: dict[str, dict[str, Any]]
) -> Iterator[tuple[object, ...]]:
    for whole in responses.values():
        yield tuple(whole[name] for name in headings)


def _mark(name: str) -> str:
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _line(said: dict[str, Any]) -> str:
    return json.dumps(said, separators=(",", ":"))


def _told(row: AnyRow) -> dict[str, Any]:
    said: dict[str, Any] = {"type": _NAMES[type(row)], **row._asdict()}
    del said["stamp"]
    return {**said, **row.stamp._asdict()}


def _row(said: Any) -> AnyRow:
    """The row that a line tells of. Raises ValueError with what is wrong."""
    if not isinstance(said, dict) or said.get("type") not in _TYPES:
        raise ValueError("its type is not one of " + ", ".join(_TYPES))
    kind = _TYPES[said["type"]]
    fields: dict[str, Any] = {**kind.__annotations__, **Stamp.__annotations__}
    del fields["stamp"]
    found = {name: _field(name, said, types) for name, types in fields.items()}
    stamp = Stamp(*(found.pop(name) for name in Stamp._fields))
    _moment(stamp)
    row: AnyRow = kind(**found, stamp=stamp)
    return row


def _field(name: str, said: dict[str, Any], types: Any) -> Any:
    if name not in said:
        raise ValueError(f"it has no {name!r}")
    value = said[name]
    if types is float and type(value) is int:
        value = float(value)
    if (type(value) is not types) if isinstance(types, type) else not isinstance(value, types):
        raise ValueError(f"its {name!r} is not of the right kind")
    if isinstance(value, float) and not isfinite(value):
        raise ValueError(f"its {name!r} is no number")
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise ValueError(f"its {name!r} is out of bounds")
    if name == "score" and not 0 <= value <= 1:
        raise ValueError("its 'score' is not from 0 to 1")
    if value not in _CHOICES.get(name, (value,)):
        raise ValueError(f"its {name!r} is none that there is")
    if name in ("id", "session") and not 0 < len(value) <= 100:
        raise ValueError(f"its {name!r} is no identifier")
    if name in _JSON:
        _checked(name, value)
    return clean(value) if name in _SHOWN and value is not None else value


def _checked(name: str, value: str) -> None:
    inner = json.loads(value)
    sound = isinstance(inner, list) if name in ("plan", "objective") else isinstance(inner, dict)
    if name == "plan" and sound:
        sound = all(isinstance(entry, list) and len(entry) == 4 for entry in inner)
    if name == "verdict" and sound:
        sound = "outcome" in inner and "score" in inner
    if not sound:
        raise ValueError(f"its {name!r} does not hold what it should")


def _moment(stamp: Stamp) -> None:
    from datetime import date, datetime

    if not stamp.at.endswith("Z") or len(stamp.at) != 27:
        raise ValueError("its 'at' is no time in UTC to the microsecond")
    datetime.fromisoformat(stamp.at)
    date.fromisoformat(stamp.day)
