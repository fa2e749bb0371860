"""From what happens in a session to the rows of the store, and back."""

import json
from collections.abc import Iterable
from datetime import datetime
from math import isfinite
from typing import Any, NamedTuple, cast

from quizapp.bank.model import Bank, content_digest
from quizapp.grading import GRADER_VERSION
from quizapp.grading.verdict import Verdict
from quizapp.kinds.base import Question
from quizapp.planning.request import Mode, Planned, SessionRequest
from quizapp.planning.timestamps import stamp
from quizapp.session.events import (
    By,
    Dropped,
    Event,
    Finished,
    GradedResponse,
    Hinted,
    Read,
    Responded,
    Ruled,
    Ruling,
    Skipped,
    Undone,
)
from quizapp.session.row_checks import check, plan_of, verdict_of
from quizapp.session.state import SessionState, is_retry
from quizapp.session.step import open_exam, start, step
from quizapp.store.errors import Unreadable, unreadable
from quizapp.store.rows import EventRow, ResponseRow, ResponseScoreRow, Row, RulingRow, SessionRow
from quizapp.text import clean

LONGEST_WHY = 500
"""What is said of a flag has so many characters at most."""


def new_id() -> str:
    """An identifier that nothing else has."""
    from uuid import uuid4

    return str(uuid4())


class NewResponse(NamedTuple):
    """A response to the planned question of this name, graded; `seconds` as measured."""

    question: str
    response: str
    verdict: Verdict
    seconds: float
    certainty: int | None = None


def session_row(
    bank: Bank,
    request: SessionRequest,
    seed: int,
    learner: str,
    planned: tuple[Planned, ...],
    moment: "datetime",
) -> SessionRow:
    """The row of a session that begins, under a new identifier."""
    from quizapp import __version__

    return SessionRow(
        id=new_id(),
        learner=learner,
        bank=bank.id,
        title=bank.title,
        place=str(bank.path),
        digest=bank.digest,
        mode=request.mode,
        seed=str(seed),
        plan=compact(planned),  # [question, weight, section, [objective, …]] each
        planned=len(planned),
        weight=sum(each.weight for each in planned),
        wish=compact(
            {
                name: value
                for name, value in request._asdict().items()
                if value != SessionRequest._field_defaults[name] and name not in _OWN_COLUMNS
            }
        ),
        certainty=request.certainty,
        version=__version__,
        stamp=stamp(moment),
    )


_OWN_COLUMNS = ("mode", "seed", "certainty")


def response_row(
    state: SessionState, bank: Bank, question: Question, answer: NewResponse, moment: "datetime"
) -> ResponseRow:
    """The row of a response given at this moment, under a new identifier."""
    planned = next(each for each in state.plan if each.question == answer.question)
    again = is_retry(state, answer.question)
    return ResponseRow(
        id=new_id(),
        session=state.id,
        question=answer.question,
        response=answer.response,
        outcome=answer.verdict.outcome,
        score=answer.verdict.score,
        verdict=verdict_text(answer.verdict),
        grader=GRADER_VERSION,
        digest=content_digest(question),
        bank_digest=bank.digest,
        weight=planned.weight,
        section=planned.section,
        objective=compact(planned.objective),
        seconds=answer.seconds if isfinite(answer.seconds) and answer.seconds > 0 else 0.0,
        hinted=answer.question in state.hinted and not again,
        again=again,
        certainty=answer.certainty,
        stamp=stamp(moment),
    )


def event_row(
    state: SessionState, event: str, question: str | None, moment: "datetime", why: str = ""
) -> EventRow:
    """The row of anything else that happens now (to a question, with its weight)."""
    weight = sum(each.weight for each in state.plan if each.question == question)
    return EventRow(new_id(), state.id, event, question, weight, why, stamp(moment))


def flag_row(state: SessionState, question: str, moment: "datetime", why: str | None) -> EventRow:
    """The row of a question that is flagged for the instructor, with a few words why; or (None) of
    all the learner's flags on it, taken back."""
    if why is None:
        return event_row(state, "unflag", question, moment)
    return event_row(state, "flag", question, moment, " ".join(clean(why).split())[:LONGEST_WHY])


def ruling_row(
    state: SessionState,
    response: str,
    ruling: Ruling | None,
    moment: "datetime",
    undo: bool = False,
    by: str = "learner",
) -> RulingRow:
    """The row of a ruling that is made, or taken back, now."""
    return RulingRow(new_id(), state.id, response, ruling, undo, by, stamp(moment))


def alike(unsent: Row, row: Row) -> bool:
    """Whether the row says the same as one whose writing failed, and which may have been kept."""
    known = unsent._replace(id=row.id, stamp=row.stamp)
    if isinstance(known, ResponseRow) and isinstance(row, ResponseRow):
        known = known._replace(seconds=row.seconds)
    return known == row


def verdict_text(verdict: Verdict) -> str:
    """The verdict as JSON: an object of its fields, without those that have their default."""
    return compact(_fields(verdict))


def compact(value: object) -> str:
    """The value as JSON, as rows have it."""
    return json.dumps(value, separators=(",", ":"))


def _fields(verdict: Verdict) -> dict[str, Any]:
    fields = {
        name: value
        for name, value in verdict._asdict().items()
        if value != Verdict._field_defaults.get(name, ...)
    }
    if verdict.parts:
        fields["parts"] = [_fields(part) for part in verdict.parts]
    return fields


def graded_response(row: ResponseRow | ResponseScoreRow) -> GradedResponse:
    """The response of a row, with the ruling where the row has one. Raises Unreadable."""
    at, claim, decision = (
        (row.stamp.at, None, None)
        if isinstance(row, ResponseRow)
        else (row.at, row.ruling, row.decision)
    )
    return GradedResponse(
        id=row.id,
        question=row.question,
        response=row.response,
        verdict=verdict_of(row.verdict),
        seconds=row.seconds,
        hinted=row.hinted,
        again=row.again,
        claim=cast("Ruling | None", claim),
        at=at,
        certainty=row.certainty,
        decision=cast("Ruling | None", decision),
    )


def event_of(row: Row) -> Event | None:
    """The event that the row records; None if this version does not know it."""
    if isinstance(row, ResponseRow):
        return Responded(graded_response(row))
    if isinstance(row, RulingRow):
        ruled = Ruled(row.response, cast("Ruling | None", row.ruling), cast("By", row.by))
        return Undone(ruled) if row.undo else ruled
    question = row.question or ""
    known: dict[str, Event] = {
        "hint": Hinted(question),
        "skip": Skipped(question),
        "unskip": Undone(Skipped(question)),
        "drop": Dropped(question),
        "undrop": Undone(Dropped(question)),
        "finish": Finished(),
        "read": Read(question),
    }
    return known.get(row.event)


def replay(kept: SessionRow, rows: Iterable[Row]) -> SessionState:
    """The state after all of the rows, by the same steps as when the session ran.

    Raises Unreadable where a row is not as this program writes them.
    """
    try:
        check(kept)
        state = start(kept.id, cast(Mode, kept.mode), plan_of(kept.plan))
        for row in rows:
            check(row)
            event = event_of(row)
            if event is not None:
                state = step(state, event)
    except Unreadable as error:
        raise Unreadable(unreadable(kept.id, error.message)) from error
    return open_exam(state)
