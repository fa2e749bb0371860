"""The learner's log: everything in a store as JSON lines, written and read.

The first line is `{"type": "log", "version": 1, "source": …}`; `source` tells stores apart. Every
other line is a row of the store with its `type` (session, response, ruling, event, regrade), the
fields of that row in `quizapp/store/rows.py`, and its time as `at`, `offset` and `day`. A session
stands before its rows, and a response before what was decided on it.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from quizapp.planning.timestamps import Clock, now, utc
from quizapp.session.row_checks import contradiction, fields, row_of
from quizapp.store.errors import NoSuchSession, Unreadable, unreadable
from quizapp.store.rows import TABLES, AnyRow
from quizapp.store.sqlite import Store
from quizapp.text import clean

VERSION = 1
ALLOWANCE = 3600.0
"""Another machine's clock may be ahead by this many seconds."""
_TYPES: dict[str, type[AnyRow]] = {name: kind for kind, name in TABLES.items()}
_EVERY = "SELECT id, learner FROM session WHERE id IS NOT NULL ORDER BY key"


class Bad(NamedTuple):
    """A line that was not imported: its number from 1, and why."""

    line: int
    why: str


class Line(NamedTuple):
    """A row, and the number of its line in the log, from 1."""

    number: int
    row: AnyRow


class Log(NamedTuple):
    """A log as it was read: the mark of the store that it comes from, its rows, its bad lines."""

    source: str
    rows: tuple[Line, ...]
    bad: tuple[Bad, ...]


def lines(
    store: Store,
    *,
    learner: str | None = None,
    bank: str | None = None,
    anonymous: bool = False,
    name: str | None = None,
    tell: Callable[[str], object] = str,
) -> Iterator[str]:
    """The log, line by line, without line ends; of one `learner` or `bank` if named.

    `anonymous` puts a pseudonym, always the same, for each learner, and leaves out where banks
    are; `name` puts another name for the learner. What was typed as a response stays as it is.
    `tell` is given a sentence on each session that has no identifier and is left out. Raises
    StoreError.
    """
    names = store.read(_EVERY, {})
    yield _line(
        {"type": "log", "version": VERSION, "source": _pseudonym(names[0][0]) if names else ""}
    )
    first: dict[str, str] = {}
    for session_id, owner in names:
        first.setdefault(owner, session_id)
    for session_id, owner in names:
        if learner is not None and owner != learner:
            continue
        try:
            session = store.session(session_id)
        except NoSuchSession:
            tell(unreadable(session_id))
            continue
        if bank is not None and session.bank != bank:
            continue
        if anonymous:
            session = session._replace(learner=f"learner-{_pseudonym(first[owner])}", place="")
        if name is not None:
            session = session._replace(learner=name)
        yield line_of(session)
        for row in (*store.history(session_id, as_given=True), *store.regrades(session_id)):
            yield line_of(row)


def read(text: Iterable[str], clock: Clock = now) -> Log:
    """The rows of a log, each checked by itself: one that quizapp would not write is bad."""
    source = ""
    latest = utc(clock() + timedelta(seconds=ALLOWANCE))
    rows: list[Line] = []
    bad: list[Bad] = []
    for number, line in enumerate(text, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            if isinstance(entry, dict) and entry.get("type") == "log":
                if entry.get("version") != VERSION:
                    raise Unreadable(f"a log of version {entry.get('version')!r}, not {VERSION}")
                source = clean(str(entry.get("source", "")))[:100]
            else:
                rows.append(Line(number, _row(entry, latest)))
        except json.JSONDecodeError as error:
            bad.append(Bad(number, f"it is not JSON: {error.msg} (column {error.colno})"))
        except Unreadable as error:
            bad.append(Bad(number, clean(error.message)[:200]))
        except (ValueError, RecursionError) as error:
            bad.append(Bad(number, clean(str(error))[:200]))
    return Log(source, tuple(rows), tuple(bad))


def table(log: Iterable[str]) -> Iterator[tuple[object, ...]]:
    """The responses in the lines of a log for a spreadsheet, a row each after a row of headings.

    Outcome, score and whether the grader was `unsure` are those of their time; `ruling` is the one
    that holds.
    """
    headings = ("learner", "bank", "mode", "session", "question", "response", "outcome", "score",
                "ruling", "weight", "hinted", "again", "certainty", "seconds", "at",
                "unsure")  # fmt: skip
    yield headings
    session: dict[str, Any] = {}
    responses: dict[str, dict[str, Any]] = {}
    for line in log:
        entry = json.loads(line)
        if entry["type"] == "session":
            yield from _rows(headings, responses)
            session, responses = entry, {}
        elif entry["type"] == "response":
            unsure = json.loads(entry["verdict"]).get("unsure", False)
            responses[entry["id"]] = {
                **session, **entry, "session": session["id"], "unsure": unsure,
                "learner's": None, "instructor's": None, "ruling": None,
            }  # fmt: skip
        elif entry["type"] == "ruling" and entry["response"] in responses:
            whole = responses[entry["response"]]
            whole[f"{entry['by']}'s"] = entry["ruling"]
            whole["ruling"] = whole["instructor's"] or whole["learner's"]
    yield from _rows(headings, responses)


def _rows(
    headings: Sequence[str], responses: dict[str, dict[str, Any]]
) -> Iterator[tuple[object, ...]]:
    for whole in responses.values():
        yield tuple(whole[name] for name in headings)


def _pseudonym(name: str) -> str:
    return sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _line(entry: dict[str, Any]) -> str:
    return json.dumps(entry, separators=(",", ":"))


def line_of(row: AnyRow) -> str:
    """The row as the line of a log."""
    return _line({"type": TABLES[type(row)], **fields(row)})


def _row(entry: Any, latest: str) -> AnyRow:
    """The row in a line of the log, of a time up to `latest`. Raises Unreadable."""
    kind = entry.get("type") if isinstance(entry, dict) else None
    if not isinstance(kind, str) or kind not in _TYPES:
        raise Unreadable("its type is not one of " + ", ".join(_TYPES))
    row = row_of(_TYPES[kind], entry)
    if row.stamp.at > latest:
        raise Unreadable("its 'at' lies in the future")
    if wrong := contradiction(row):
        raise Unreadable(wrong)
    return row
