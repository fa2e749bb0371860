"""Sessions that are over or wait to be resumed: looked into, ruled on and flagged.

Everything here reads the store of a workspace, so screens call it from a thread.
"""

from quizapp.app.workspace import Workspace
from quizapp.bank.model import Bank
from quizapp.planning.timestamps import now
from quizapp.session import history
from quizapp.session.errors import NotAllowed
from quizapp.session.responses import GradedResponse, Ruling
from quizapp.session.row_checks import graded_response
from quizapp.session.row_making import flag_row
from quizapp.session.state import left_open, response_of, unanswered
from quizapp.store.errors import StoreError
from quizapp.store.flags import Flag, flags
from quizapp.store.history import trails
from quizapp.store.sqlite import Store


def responses(workspace: Workspace, session: str) -> list[GradedResponse]:
    """All responses of the session with this id, in order, then what an exam that is handed in
    left open. Raises StoreError."""
    store = workspace.store
    if store is None:
        return []
    state = history.look(store, session).state
    exam = state.mode == "exam" and state.finished
    empty = map(left_open, unanswered(state)) if exam else ()
    return [*map(graded_response, store.responses(session)), *empty]


def rule(
    workspace: Workspace, session: str, response: str, ruling: Ruling | None
) -> GradedResponse:
    """Rule a response of a stored session right, wrong or void; None undoes the last ruling.

    Gives the response as ruled. Raises NotAllowed, and StoreError.
    """
    store = _store(workspace)
    held = history.rule(store, history.look(store, session), response, ruling)
    given = response_of(held.state, response)
    assert given is not None
    return given


def flag(workspace: Workspace, session: str, question: str, why: str | None) -> None:
    """Flag a question of a stored session, or (None) take the flag back.

    Raises NotAllowed, StoreError.
    """
    store = _store(workspace)
    held = history.look(store, session)
    store.add(held.row, flag_row(held.state, question, now(), why))


def flagged(workspace: Workspace, bank: str, question: str) -> Flag | None:
    """The learner's latest flag on a question, None without one that can be read."""
    if workspace.store is None:
        return None
    try:
        found = flags(workspace.store, bank, workspace.start.learner, question)
    except StoreError:
        return None
    return found[-1] if found else None


def met(workspace: Workspace, bank: Bank) -> frozenset[str]:
    """The questions of the bank that the learner has answered."""
    if workspace.store is None:
        return frozenset()
    try:
        had = trails(workspace.store, bank.id, workspace.start.learner)
    except StoreError:
        return frozenset()
    return frozenset(one.id for one in bank.questions if not had.keys().isdisjoint(one.names))


def _store(workspace: Workspace) -> Store:
    if workspace.store is None:
        raise NotAllowed(f"Nothing can be kept. {workspace.trouble}")
    return workspace.store
