"""Sessions that are over, or open elsewhere: read, and ruled on later. They need no bank."""

from typing import NamedTuple

from quizapp.planning.timestamps import Clock, now
from quizapp.session.events import GradedResponse, Ruled, Ruling
from quizapp.session.row_making import replay
from quizapp.session.rulings import ruling_on, undo_of_ruling
from quizapp.session.state import SessionState, counted
from quizapp.store.rows import RulingRow, SessionRow
from quizapp.store.sqlite import Store


class StoredSession(NamedTuple):
    """A session as it is stored: its row, and its state after all that happened in it."""

    row: SessionRow
    state: SessionState


def look(store: Store, name: str) -> StoredSession:
    """The session whose id begins like this.

    Raises StoreError, NoSuchSession and Unreadable among them.
    """
    row = store.session(name)
    return StoredSession(row, replay(row, store.history(row.id)))


def response_to(session: StoredSession, question: str) -> GradedResponse | None:
    """The response to the question that counts, else the last one given; None without any."""
    counting = counted(session.state).get(question)
    mine = [given for given in session.state.responses if given.question == question]
    return counting or (mine[-1] if mine else None)


def latest_ruled(session: StoredSession, question: str) -> GradedResponse | None:
    """The response to the question whose ruling is the latest that can be taken back."""
    mine = {given.id: given for given in session.state.responses if given.question == question}
    ruled = (entry for entry in reversed(session.state.undoable) if isinstance(entry, Ruled))
    return next((mine[entry.response] for entry in ruled if entry.response in mine), None)


def rule(
    store: Store,
    session: StoredSession,
    response: str,
    ruling: Ruling,
    clock: Clock = now,
    by: str = "learner",
) -> StoredSession:
    """The session after this ruling, which is kept; `by` is "learner" or "instructor".

    Raises StoreError, and NotAllowed as `ruling_on` does.
    """
    row = ruling_on(session.state, response, ruling, clock(), by)
    return session if row is None else _kept(store, session, row)


def undo(
    store: Store,
    session: StoredSession,
    clock: Clock = now,
    response: str | None = None,
    by: str = "learner",
) -> StoredSession:
    """The session after its latest ruling (on this `response`) was taken back, which is kept.

    Raises StoreError, and NotAllowed where nothing was ruled.
    """
    return _kept(store, session, undo_of_ruling(session.state, response, clock(), by))


def _kept(store: Store, session: StoredSession, row: RulingRow) -> StoredSession:
    store.add(session.row, row)
    return look(store, session.row.id)
