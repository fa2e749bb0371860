"""What home shows at once: the banks, the sessions that wait and those that were, the last days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quizapp.app.session_lists import sessions, unfinished
from quizapp.app.workspace import Workspace
from quizapp.planning import timestamps
from quizapp.planning.spaced_repetition import iso_day
from quizapp.store.errors import StoreError
from quizapp.store.history import study_days

if TYPE_CHECKING:
    from quizapp.bank.find import Found
    from quizapp.session.time_limit import TimeLimit
    from quizapp.store.rows import SessionScoreRow, UnfinishedRow

DAYS, SESSIONS, LAST = 7, 300, 3
"""So many days are shown, and so many past sessions looked at for the last scores of the banks, of
which so many are listed."""
PER_ANSWER = 20.0
"""Seconds that an answer takes, until the learner's own pace is known."""
READING = 5.0
"""Seconds for reading a verdict."""
ENOUGH_TO_TELL = 50
"""The pace is that of so many answers, the latest ones."""


class Waiting(NamedTuple):
    """A session that can be resumed, and the time limit of an exam, whose clock runs on."""

    row: UnfinishedRow
    limit: TimeLimit | None = None

    @property
    def seconds_left(self) -> float | None:
        """What is left of the time now, 0 when it is up; None without a limit."""
        if self.limit is None:
            return None
        return self.limit.left(timestamps.now())


class Overview(NamedTuple):
    """What home shows before it has looked into the banks.

    `waiting` are the sessions that can be resumed, the latest first, those without an answer last.
    `week` counts the answers of the last seven days, today's last; None where nothing is kept.
    """

    found: Found
    waiting: tuple[Waiting, ...] = ()
    sessions: tuple[SessionScoreRow, ...] = ()
    week: tuple[tuple[str, int], ...] = ()

    @property
    def first_run(self) -> bool:
        """Whether nothing was ever studied."""
        return not self.sessions and not self.waiting


def overview(workspace: Workspace) -> Overview:
    """The banks, the sessions past and open, and the last days."""
    found = workspace.banks()
    today = workspace.today
    days = [iso_day(today - ago) for ago in reversed(range(DAYS))]
    try:
        store = workspace.store
        if store is None:
            return Overview(found)
        answers = {each.day: each.answers
                   for each in study_days(store, workspace.start.learner, days[0])}  # fmt: skip
        return Overview(
            found,
            tuple(_waiting(workspace, each) for each in sorted(unfinished(workspace), key=_bare)),
            tuple(sessions(workspace, SESSIONS)),
            tuple((day, answers.get(day, 0)) for day in days),
        )
    except StoreError as error:
        workspace.trouble = error.message
        return Overview(found)


def last_sessions(seen: Overview, bank: str) -> list[SessionScoreRow]:
    """The last sessions on a bank that are over: one that waits has no last score yet."""
    waiting = {each.row.id for each in seen.waiting}
    past = (each for each in seen.sessions if each.bank == bank and each.answered)
    return [each for each in past if each.id not in waiting][:LAST]


def _bare(row: UnfinishedRow) -> bool:
    """Whether nothing was done in it; in an exam the time runs all the same."""
    return not row.answered and row.mode != "exam"


def _waiting(workspace: Workspace, row: UnfinishedRow) -> Waiting:
    if row.mode != "exam" or workspace.store is None:
        return Waiting(row)
    from quizapp.session.row_checks import request_of
    from quizapp.session.time_limit import time_limit

    kept = workspace.store.session(row.id)
    return Waiting(row, time_limit(request_of(kept), kept.stamp.at))


def pace(sessions: Sequence[SessionScoreRow]) -> float:
    """How many seconds a question takes the learner, by the latest sessions (the newest first)."""
    seconds, answered = 0.0, 0
    for each in sessions:
        if answered >= ENOUGH_TO_TELL:
            break
        seconds, answered = seconds + each.seconds, answered + each.answered
    return READING + (min(120.0, seconds / answered) if answered >= 10 else PER_ANSWER)
