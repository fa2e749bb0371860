"""Rows read back from a store or a log, and checked: what does not fit raises Unreadable.

A row is checked before it is taken from a log, and again before it is used: a store may hold what
an older version took without a check.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from math import isclose
from typing import Annotated, Any, Literal, TypeVar, cast

from quizapp.grading.verdict import Outcome, Reason, ReasonCode, Slip, Verdict
from quizapp.planning.request import Mode, Planned, SessionRequest
from quizapp.session.responses import By, GradedResponse, Ruling
from quizapp.store.errors import Unreadable
from quizapp.store.rows import (
    AnyRow,
    EventRow,
    RegradeRow,
    ResponseRow,
    RulingRow,
    SessionRow,
    Stamp,
    is_id,
    is_time,
)
from quizapp.structs import Meta, Struct, asdict, convert, defstruct

Kind = TypeVar("Kind", bound=AnyRow)

MOST = 10_000
"""More questions than a session can have, and more rows."""
_HALF = re.compile("[\ud800-\udfff]")

_Id = Annotated[str, Meta(min_length=36, max_length=36)]
_Text = Annotated[str, Meta(max_length=MOST)]
_Long = Annotated[str, Meta(max_length=1 << 22)]
_Share = Annotated[float, Meta(ge=0, le=1)]
_Weight = Annotated[float, Meta(ge=0, le=1e6)]
_Names = Annotated[tuple[_Text, ...], Meta(max_length=MOST)]

_FIELDS: dict[str, Any] = {
    "id": _Id, "session": _Id, "learner": _Text, "bank": _Text, "title": _Text, "place": _Text,
    "digest": _Text, "bank_digest": _Text, "version": _Text, "by": By, "section": _Text,
    "mode": Mode, "seed": Annotated[str, Meta(pattern=r"^-?[0-9]{1,4300}\Z")], "plan": _Long,
    "planned": Annotated[int, Meta(ge=0, le=MOST)], "weight": _Weight, "wish": _Long,
    "question": _Text, "outcome": Outcome, "score": _Share, "verdict": _Long, "objective": _Long,
    "grader": Annotated[int, Meta(ge=0, le=1 << 30)],
    "seconds": Annotated[float, Meta(ge=0, le=1e9)], "hinted": bool, "again": bool,
    "ruling": Ruling | None, "undo": bool, "event": Annotated[str, Meta(pattern=r"^[a-z]{1,40}\Z")],
    "why": _Text, "at": str, "offset": Annotated[int, Meta(gt=-1440, lt=1440)], "day": str,
}  # fmt: skip
"""The types and bounds of fields, in all kinds of rows."""
_OWN: dict[type, dict[str, Any]] = {
    SessionRow: {"certainty": bool, "weight": Annotated[float, Meta(ge=0, le=1e6 * MOST)]},
    ResponseRow: {"certainty": Literal[1, 2, 3] | None, "response": _Long},
    RulingRow: {"response": _Id},
    EventRow: {"question": _Text | None, "weight": Annotated[float, Meta(ge=0, le=1e6 * MOST)]},
    RegradeRow: {"response": _Id},
}
_DEFAULTS: dict[str, tuple[str]] = {"why": ("",)}
"""What a field holds in the log of a version that did not know it."""
_TYPED = {
    kind: defstruct(
        kind.__name__,
        [
            (name, own.get(name, _FIELDS.get(name)), *_DEFAULTS.get(name, ()))
            for name in (*kind._fields[:-1], *Stamp._fields)  # type: ignore[attr-defined]
        ],
        kw_only=True,
    )
    for kind, own in _OWN.items()
}


def fields(row: AnyRow) -> dict[str, Any]:
    """The fields of a row, those of its time among them."""
    own = row._asdict()
    del own["stamp"]
    return {**own, **row.stamp._asdict()}


def row_of(kind: type[Kind], found: Mapping[str, Any]) -> Kind:
    """The row that the fields make, each of its own type and within bounds. Raises Unreadable."""
    try:
        typed: Any = convert(found, _TYPED[kind])
    except (ValueError, RecursionError) as error:
        what, _, name = str(error).replace("`", "'").partition(" - at '$.")
        raise Unreadable(f"its {name[:-1]!r} does not fit: {what}" if name else what) from None
    values = {name: getattr(typed, name) for name in kind._fields[:-1]}
    for name, value in values.items():
        if name in ("id", "session") and not is_id(value):
            raise Unreadable(f"its {name!r} is no identifier")
        if isinstance(value, str) and name != "response" and not _is_text(value):
            raise Unreadable(f"its {name!r} holds what no text has")
    row = kind(**values, stamp=_moment(Stamp(typed.at, typed.offset, typed.day)))
    _look_into(row)
    return row


def check(row: AnyRow) -> None:
    """Check all fields of the row. Raises Unreadable."""
    row_of(type(row), fields(row))


def contradiction(row: AnyRow) -> str:
    """How fields of a row contradict each other; "" if they do not. Raises Unreadable."""
    if isinstance(row, SessionRow):
        plan = plan_of(row.plan)
        weight = sum(each.weight for each in plan)
        if len(plan) != row.planned or not isclose(weight, row.weight, rel_tol=1e-6, abs_tol=1e-6):
            return "its 'planned' and 'weight' are not those of its 'plan'"
    elif isinstance(row, ResponseRow | RegradeRow):
        verdict = verdict_of(row.verdict)
        if (verdict.outcome, verdict.score) != (row.outcome, row.score):
            return "its 'outcome' and 'score' are not those of its 'verdict'"
    return ""


def plan_of(text: str) -> tuple[Planned, ...]:
    """The plan that a session's row has as JSON. Raises Unreadable."""
    entry = tuple[_Text, _Weight, _Text, _Names]
    found = _inside("plan", text, Annotated[tuple[entry, ...], Meta(max_length=MOST)])
    return tuple(Planned(*each) for each in found)


def verdict_of(text: str) -> Verdict:
    """The verdict that a row has as JSON. Raises Unreadable."""
    return _verdict(_inside("verdict", text, _StoredVerdict))


def graded_response(row: ResponseRow) -> GradedResponse:
    """The response of a row, on which nobody has ruled yet. Raises Unreadable."""
    return GradedResponse(
        id=row.id,
        question=row.question,
        response=row.response,
        verdict=verdict_of(row.verdict),
        seconds=row.seconds,
        hinted=row.hinted,
        again=row.again,
        at=row.stamp.at,
        certainty=row.certainty,
    )


def request_of(row: SessionRow) -> SessionRequest:
    """What was asked for, as far as this version knows it. Raises Unreadable."""
    asked: _Asked = _inside("wish", row.wish, _Asked)
    try:
        seed = int(row.seed)
    except ValueError:
        raise Unreadable("its 'seed' is no number") from None
    if asked.by is not None and not _is_day(asked.by):
        raise Unreadable("its 'wish' is for no day that there is")
    mode = cast(Mode, row.mode)
    return SessionRequest(mode=mode, seed=seed, certainty=row.certainty, **asdict(asked))


class _Asked(Struct):
    """The fields of a request that have no column of their own."""

    count: Annotated[int, Meta(ge=1)] | None = None
    sections: _Names = ()
    tags: _Names = ()
    kinds: _Names = ()
    objectives: _Names = ()
    questions: _Names = ()
    due: bool = False
    by: str | None = None
    paper: _Text | None = None
    minutes: Annotated[float, Meta(gt=0, le=1e6)] | None = None
    extra_time: Annotated[float, Meta(ge=0, le=1000)] = 0.0
    pass_mark: Annotated[float, Meta(ge=0, le=100)] | None = None


class _StoredVerdict(Struct):
    """The fields of a verdict, as in JSON; the codes of its reasons may be those that only another
    version of the grader gives."""

    outcome: Outcome
    score: _Share
    matched: str | None = None
    reasons: tuple[tuple[str, str], ...] = ()
    parts: tuple["_StoredVerdict", ...] = ()
    feedback: str | None = None
    slip: Slip | None = None
    unsure: bool = False


def _verdict(stored: _StoredVerdict) -> Verdict:
    reasons = tuple(Reason(cast(ReasonCode, code), detail) for code, detail in stored.reasons)
    parts = tuple(map(_verdict, stored.parts))
    return Verdict(**{**asdict(stored), "reasons": reasons, "parts": parts})


def _inside(name: str, text: str, kind: Any) -> Any:
    """What the JSON of a field holds. Raises Unreadable."""
    try:
        return convert(json.loads(text, parse_constant=_no_number), kind)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"its {name!r} cannot be read: {error}") from None


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no number")


def _look_into(row: AnyRow) -> None:
    """Read the JSON that is in the row."""
    if isinstance(row, SessionRow):
        request_of(row)
        plan_of(row.plan)
    elif isinstance(row, ResponseRow | RegradeRow):
        verdict_of(row.verdict)
    if isinstance(row, ResponseRow):
        _inside("objective", row.objective, _Names)


def _is_text(text: str) -> bool:
    """Whether the text has no NUL and no half of a character."""
    return "\0" not in text and (text.isascii() or _HALF.search(text) is None)


def _is_day(text: str) -> bool:
    """Whether the text is a date, written as 2024-05-31."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _moment(stamp: Stamp) -> Stamp:
    """The stamp, if its time is one and its day is that of the time, there. Raises Unreadable."""
    if not is_time(stamp.at):
        raise Unreadable("its 'at' is no time in UTC to the microsecond")
    if not _is_day(stamp.day):
        raise Unreadable("its 'day' is no date")
    there = datetime.fromisoformat(stamp.at) + timedelta(minutes=stamp.offset)
    if abs(date.fromisoformat(stamp.day) - there.date()) > timedelta(days=1):
        raise Unreadable("its 'day' is not that of its 'at'")
    return stamp
