"""What a session brought: what was learned in it, and when its questions come back."""

from collections import Counter
from typing import NamedTuple

from quizapp.app.formatting import count
from quizapp.planning.cards import memories_of
from quizapp.planning.days import on_day
from quizapp.planning.spaced_repetition import due
from quizapp.report.progress import is_known
from quizapp.session.run import SessionRun
from quizapp.session.state import counted
from quizapp.store.history import trails

GROUPS = 3
"""So many days on which questions come back are named."""
RIGHT = "9"
"""The share in a trail of what was right, not in part only."""


class Learned(NamedTuple):
    """Of the questions of a session, how many were right at their `first` asking ever, and how many
    were right `again` after a miss, in this session or the one before; how many come back on which
    day (a number), the next first."""

    first: int = 0
    again: int = 0
    returns: tuple[tuple[int, int], ...] = ()


def learned(session: SessionRun) -> Learned:
    """What the session brought; nothing where it was practice, or is not kept.

    Raises StoreError if the history cannot be read.
    """
    store, row = session.recorder.store, session.recorder.row
    if store is None or session.state.mode not in ("learn", "exam"):
        return Learned()
    asked = counted(session.state).keys()
    repeated = {given.question for given in session.state.responses
                if given.again and not given.missed and given.ruling != "void"}  # fmt: skip
    first = again = 0
    for name, trail in trails(store, row.bank, row.learner).items():
        if name not in asked:
            continue
        before, last = trail.shares[:-1], trail.shares[-1]
        if last == RIGHT:
            first += not before
            again += bool(before) and not is_known(before[-1])
        else:
            again += name in repeated and not is_known(last)
    memories = memories_of(store, session.bank, row.learner, session.clock, session.settings)
    days = Counter(max(due(memory, session.settings.retention), session.today)
                   for name, memory in memories.items() if name in asked)  # fmt: skip
    return Learned(first, again, tuple(sorted(days.items())))


def in_sentences(found: Learned, today: int) -> list[str]:
    """Two sentences at most: "Learned: 9 new questions; 2 that you had missed are right now"."""
    told = []
    parts = [count(found.first, "new question")] if found.first else []
    if found.again:
        parts.append(f"{found.again} that you had missed {'is' if found.again == 1 else 'are'} "
                     "right now")  # fmt: skip
    if parts:
        told.append(f"Learned: {'; '.join(parts)}.")
    days = []
    for day, number in found.returns[:GROUPS]:
        days.append(f"{number} {on_day(day, today)}")
    if later := sum(number for _, number in found.returns[GROUPS:]):
        days.append(f"{later} later")
    if days:
        told.append(f"Comes back: {', '.join(days)}.")
    return told
