"""What is known of questions from the sessions of the past: flags, and which were met.

Everything here reads the store of a workspace, so screens call it from a thread.
"""

from quizapp.app.workspace import Workspace
from quizapp.bank.model import Bank
from quizapp.store.errors import StoreError
from quizapp.store.flags import Flag, flags
from quizapp.store.history import trails


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
