"""Sessions that are over, or open elsewhere: looked at, and ruled on later. They need no bank."""

from typing import NamedTuple

from quizapp.planning.timestamps import Clock, now
from quizapp.session.record import replay, ruling_row
from quizapp.session.run import NotAllowed
from quizapp.session.state import (
    GradedResponse,
    Ruled,
    Ruling,
    SessionState,
    counted,
    latest_ruling,
    response_of,
)
from quizapp.store.rows import RulingRow, SessionRow
from quizapp.store.sqlite import Store


class StoredSession(NamedTuple):
    """A session as it was begun (`row`) and as it stands."""

    row: SessionRow
    state: SessionState


def look(store: Store, name: str) -> StoredSession:
    """The session whose id begins like this.

    Raises StoreError, NoSuchSession and Unreadable among them.
    """
    row = store.session(name)
    return StoredSession(row, replay(row, store.history(row.id)))


def response_to(past: StoredSession, question: str) -> GradedResponse | None:
    """The response to the question that counts, else the last one given; None without any."""
    counting = counted(past.state).get(question)
    mine = [given for given in past.state.responses if given.question == question]
    return counting or (mine[-1] if mine else None)


def latest_ruled(past: StoredSession, question: str) -> GradedResponse | None:
    """The response to the question whose ruling is the latest that can be taken back."""
    mine = {given.id: given for given in past.state.responses if given.question == question}
    ruled = (entry for entry in reversed(past.state.undoable) if isinstance(entry, Ruled))
    return next((mine[entry.response] for entry in ruled if entry.response in mine), None)


def rule(
    store: Store,
    past: StoredSession,
    response: str,
    ruling: Ruling,
    clock: Clock = now,
    by: str = "learner",
) -> StoredSession:
    """The session with this response ruled right, wrong or void, and that kept.

    `by` says who ruled: "learner" or "instructor".

    Raises StoreError, and Refused for a response that it has not, or an exam not handed in.
    """
    given = response_of(past.state, response)
    if given is None:
        raise NotAllowed("That response is not in this session.")
    if past.state.mode == "exam" and not past.state.finished:
        raise NotAllowed("Rulings on an exam are made after it is handed in.")
    if given.ruling == ruling:
        return past
    return _kept(store, past, ruling_row(past.state, response, ruling, clock(), by=by))


def undo(
    store: Store,
    past: StoredSession,
    clock: Clock = now,
    response: str | None = None,
    by: str = "learner",
) -> StoredSession:
    """The session with its latest ruling (on this `response`) taken back, and that kept.

    Raises StoreError, and Refused where nothing was ruled.
    """
    before = latest_ruling(past.state, response)
    if before is None:
        raise NotAllowed("There is no ruling to undo.")
    return _kept(
        store,
        past,
        ruling_row(past.state, before.response, before.ruling, clock(), undo=True, by=by),
    )


def _kept(store: Store, past: StoredSession, row: RulingRow) -> StoredSession:
    store.add(past.row, row)
    return look(store, past.row.id)
