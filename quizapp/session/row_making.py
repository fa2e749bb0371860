"""The rows that keep what happens in a session."""

import json
from datetime import datetime
from math import isfinite
from typing import Any

from quizapp.bank.model import Bank, content_digest
from quizapp.grading import GRADER_VERSION
from quizapp.grading.verdict import Verdict
from quizapp.kinds.base import Question
from quizapp.planning.request import Planned, SessionRequest
from quizapp.planning.timestamps import stamp
from quizapp.session.responses import GradedResponse, Ruling
from quizapp.session.state import SessionState, is_retry
from quizapp.store.rows import EventRow, ResponseRow, Row, RulingRow, SessionRow
from quizapp.text import clean

LONGEST_WHY = 500
"""What is said of a flag has so many characters at most."""


def new_id() -> str:
    """An identifier that nothing else has."""
    from uuid import uuid4

    return str(uuid4())


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
    state: SessionState, bank: Bank, question: Question, given: GradedResponse, moment: "datetime"
) -> ResponseRow:
    """The row of a response that was given at this moment to a planned question."""
    planned = next(each for each in state.plan if each.question == given.question)
    again = is_retry(state, given.question)
    return ResponseRow(
        id=given.id,
        session=state.id,
        question=given.question,
        response=given.response,
        outcome=given.verdict.outcome,
        score=given.verdict.score,
        verdict=verdict_text(given.verdict),
        grader=GRADER_VERSION,
        digest=content_digest(question),
        bank_digest=bank.digest,
        weight=planned.weight,
        section=planned.section,
        objective=compact(planned.objective),
        seconds=given.seconds if isfinite(given.seconds) and given.seconds > 0 else 0.0,
        hinted=given.question in state.hinted and not again,
        again=again,
        certainty=given.certainty,
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
