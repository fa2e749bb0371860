"""Sessions that are over, or open elsewhere: read, and ruled on later. They need no bank."""

from typing import NamedTuple

from quizapp.planning.timestamps import now
from quizapp.session.responses import By, GradedResponse, Ruled, Ruling
from quizapp.session.row_making import event_row
from quizapp.session.rulings import ruling_on, undo_of_ruling
from quizapp.session.state import SessionState, counted, latest_ruling
from quizapp.session.step import replay
from quizapp.store.rows import EventRow, RulingRow, SessionRow
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


def response_to(state: SessionState, question: str) -> GradedResponse | None:
    """The response to the question that counts, else the last one given; None without any."""
    counting = counted(state).get(question)
    mine = [given for given in state.responses if given.question == question]
    return counting or (mine[-1] if mine else None)


def latest_ruled(state: SessionState, question: str, by: By = "learner") -> GradedResponse | None:
    """The response to the question whose ruling is the latest that can be taken back."""
    mine = {given.id: given for given in state.responses if given.question == question}
    ruled = (
        mine[entry.response]
        for entry in reversed(state.undoable)
        if isinstance(entry, Ruled) and entry.by == by and entry.response in mine
    )
    return next(ruled, None)


class RuledAll(NamedTuple):
    """How many responses were ruled on, and in how many exams the question was left open."""

    ruled: int
    left_open: int


def rule_all(store: Store, bank: str, question: str, ruling: Ruling | None) -> RuledAll:
    """Rule for the instructor on each response to the question that counts, in all sessions on the
    bank; or (None) take the latest such ruling on each back.

    Where the question is void, exams in which it was left open are without it as well, until that
    is taken back. Raises StoreError.
    """
    ids = store.read(
        "SELECT id FROM session WHERE bank = :bank AND mode <> 'read' ORDER BY at, key",
        {"bank": bank},
    )
    batches: list[tuple[SessionRow, list[RulingRow | EventRow]]] = []
    left_open = 0
    for (name,) in ids:
        session = look(store, name)
        state = session.state
        if state.mode == "exam" and not state.finished:
            continue
        rows: list[RulingRow | EventRow] = []
        mine = [given for given in state.responses if given.question == question]
        if ruling is None:
            decided = [given for given in mine if latest_ruling(state, given.id, "instructor")]
            rows = [undo_of_ruling(state, given.id, now(), "instructor") for given in decided]
            if any(planned.question == question for _, planned in state.dropped):
                rows.append(event_row(state, "undrop", question, now()))
        elif mine:
            given = response_to(state, question)
            assert given is not None
            row = ruling_on(state, given, ruling, now(), "instructor")
            rows = [] if row is None else [row]
        elif state.mode == "exam" and any(p.question == question for p in state.plan):
            left_open += 1
            if ruling == "void":
                rows = [event_row(state, "drop", question, now())]
        if rows:
            batches.append((session.row, rows))
    store.merge(batches)
    ruled = sum(isinstance(row, RulingRow) for _, rows in batches for row in rows)
    return RuledAll(ruled, left_open)
