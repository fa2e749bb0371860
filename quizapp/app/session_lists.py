"""Sessions that wait and sessions that were, flags, and what was met. Light: home waits for it.

Everything here reads the store of a workspace, so screens call it from a thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.planning.timestamps import day_before, now
from quizapp.store.errors import NoSuchSession, StoreError, Unreadable, unreadable

if TYPE_CHECKING:
    from quizapp.app.workspace import Workspace
    from quizapp.bank.model import Bank
    from quizapp.store.flags import Flag
    from quizapp.store.rows import SessionScoreRow, UnfinishedRow
    from quizapp.store.sqlite import Store


def unfinished(workspace: Workspace) -> list[UnfinishedRow]:
    """The sessions that can be resumed, the latest first."""
    store = workspace.store
    if store is None:
        return []
    found = store.unfinished(workspace.start.learner, day_before(now()))
    return [each for each in found if _can_be_read(workspace, store, each.id)]


def _can_be_read(workspace: Workspace, store: Store, session: str) -> bool:
    from quizapp.session import history

    try:
        history.look(store, session)
    except NoSuchSession:
        workspace.unreadable[session] = unreadable(session)
    except Unreadable as error:
        workspace.unreadable[session] = error.message
    return session not in workspace.unreadable


def sessions(workspace: Workspace, limit: int) -> list[SessionScoreRow]:
    """The learner's sessions with their scores, the newest first.

    An exam that can still be handed in is left out: its verdicts are not shown before.
    """
    store, since = workspace.store, day_before(now())
    found = store.sums(learner=workspace.start.learner, limit=limit) if store else []
    for each in found:
        if not each.sound:
            workspace.unreadable.setdefault(each.id, unreadable(each.id))
    return [
        each for each in found
        if each.sound and (each.mode != "exam" or each.finished or each.last < since)
    ]  # fmt: skip


def flagged(workspace: Workspace, bank: str, question: str) -> Flag | None:
    """The learner's latest flag on a question, None without one that can be read."""
    from quizapp.store.flags import flags

    if workspace.store is None:
        return None
    try:
        found = flags(workspace.store, bank, workspace.start.learner, question)
    except StoreError:
        return None
    return found[-1] if found else None


def met(workspace: Workspace, bank: Bank) -> frozenset[str]:
    """The questions of the bank that the learner has answered."""
    from quizapp.store.history import trails

    if workspace.store is None:
        return frozenset()
    try:
        had = trails(workspace.store, bank.id, workspace.start.learner)
    except StoreError:
        return frozenset()
    return frozenset(one.id for one in bank.questions if not had.keys().isdisjoint(one.names))
