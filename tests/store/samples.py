"""Rows to keep."""

from uuid import uuid4

from quizapp.store.rows import EventRow, RegradeRow, ResponseRow, RulingRow, SessionRow, Stamp

STAMP = Stamp("2024-05-01T22:30:00.000000Z", 120, "2024-05-02")


def session_row(**fields: object) -> SessionRow:
    """A session of three planned questions, under a new id."""
    whole: dict[str, object] = {
        "id": str(uuid4()),
        "learner": "ada",
        "bank": "samples",
        "title": "Samples",
        "place": "/banks/samples",
        "digest": "sha256:bank",
        "mode": "learn",
        "seed": "1",
        "plan": '[["a",1.0,"",[]],["b",1.0,"",[]],["c",1.0,"",[]]]',
        "planned": 3,
        "weight": 3.0,
        "wish": "{}",
        "certainty": False,
        "version": "0",
        "stamp": STAMP,
    }
    return SessionRow(**{**whole, **fields})  # type: ignore[arg-type]


def response_row(session: SessionRow, response: str = "yes", **fields: object) -> ResponseRow:
    """A right response to the question "a", under a new id."""
    whole: dict[str, object] = {
        "id": str(uuid4()),
        "session": session.id,
        "question": "a",
        "response": response,
        "outcome": "correct",
        "score": 1.0,
        "verdict": '{"outcome":"correct","score":1.0}',
        "grader": 1,
        "digest": "sha256:question",
        "bank_digest": "sha256:bank",
        "weight": 1.0,
        "section": "One",
        "objective": '["x"]',
        "seconds": 2.5,
        "hinted": False,
        "again": False,
        "certainty": None,
        "stamp": STAMP,
    }
    return ResponseRow(**{**whole, **fields})  # type: ignore[arg-type]


def ruling_row(session: SessionRow, response: ResponseRow, ruling: str | None) -> RulingRow:
    """A learner's ruling on the response."""
    return RulingRow(
        str(uuid4()), session.id, response.id, ruling, ruling is None, "learner", STAMP
    )


def event_row(session: SessionRow, event: str, question: str | None = None) -> EventRow:
    """Something else that happened in the session."""
    return EventRow(str(uuid4()), session.id, event, question, 1.0, "", STAMP)


def regrade_row(
    session: SessionRow, response: ResponseRow, outcome: str, score: float, stamp: Stamp
) -> RegradeRow:
    """The response graded anew, by another version of its question."""
    verdict = f'{{"outcome":"{outcome}","score":{score}}}'
    digests = ("sha256:new", "sha256:new-bank")
    return RegradeRow(
        str(uuid4()), session.id, response.id, outcome, score, verdict, 2, *digests, stamp
    )
