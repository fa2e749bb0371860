"""Beginning a session, and resuming one."""

from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.model import Bank
from quizapp.planning.cards import learner_state
from quizapp.planning.daily_plan import DrawnQuestions, draw
from quizapp.planning.plan import by_paper, details, fresh_seed, plan
from quizapp.planning.request import USUAL, SessionRequest, StudySettings
from quizapp.planning.timestamps import Clock, day_before, now, on_study_day
from quizapp.session.errors import NotAllowed
from quizapp.session.history import look
from quizapp.session.reading import reading_plan
from quizapp.session.recorder import Recorder
from quizapp.session.row_making import session_row
from quizapp.session.run import SessionRun
from quizapp.session.step import replay, start
from quizapp.store.rows import RulingRow

if TYPE_CHECKING:
    from quizapp.store.sqlite import Store


def begin(
    bank: Bank,
    store: "Store | None",
    request: SessionRequest,
    learner: str = "",
    clock: Clock = now,
    settings: StudySettings = USUAL,
) -> SessionRun:
    """A new session. It is kept once something happens in it; without a store, never.

    Without a seed in the request one is drawn, and `learn` follows the schedule: what is due, then
    what is new for today. Raises NothingToAsk (DoneForToday where the schedule leaves nothing),
    and StoreError if the history cannot be read.
    """
    request = by_paper(bank, request)
    seed = fresh_seed() if request.seed is None else request.seed
    moment = clock()
    drawn = _drawn(bank, store, request, seed, learner, settings.day_of(moment), settings)
    planned = details(bank, drawn.questions)
    row = session_row(bank, request, seed, learner, planned, moment)
    row = row._replace(stamp=on_study_day(row.stamp, settings.day_begins))
    state = start(row.id, request.mode, planned)
    return SessionRun(bank, Recorder(store, row), state, clock, settings, drawn)


def _drawn(
    bank: Bank,
    store: "Store | None",
    request: SessionRequest,
    seed: int,
    learner: str,
    today: int,
    settings: StudySettings,
) -> DrawnQuestions:
    """The questions of a new session: by the schedule, unless a seed or their names choose them."""
    scheduled = request.mode == "learn" and not request.questions and request.seed is None
    if scheduled or request.due or request.by is not None:
        return draw(bank, request, seed, learner_state(store, bank, learner, today), settings)
    if request.mode == "read":
        return DrawnQuestions(reading_plan(bank, request, seed))
    return DrawnQuestions(plan(bank, request, seed))


def look_back(
    bank: Bank | None,
    store: "Store",
    name: str,
    settings: StudySettings = USUAL,
) -> SessionRun:
    """The session whose id begins like this, to look back on: it is ruled and flagged, no more.

    Without a bank it has no questions. Raises StoreError.
    """
    row, state = look(store, name)
    bank = bank or Bank(row.bank, row.title or row.bank, Path(row.place), row.digest, ())
    return SessionRun(bank, Recorder(store, row, begun=True), state, now, settings)


def resume(
    bank: Bank, store: "Store", session_id: str, clock: Clock = now, settings: StudySettings = USUAL
) -> SessionRun:
    """The session whose id begins like this, as it was left; an exam at its first open question.

    Questions that the bank no longer has are dropped: `SessionRun.missing` names them. An exam
    whose time is up is handed in, and comes back finished. Raises NoSuchSession; NotAllowed if the
    session is over, closed after an idle day, or on another bank; StoreError.
    """
    row = store.session(session_id)
    if row.bank != bank.id:
        raise NotAllowed(f"That session is on the bank {row.bank}, not on {bank.id}.")
    rows = store.history(row.id)
    state = replay(row, rows)
    if state.finished:
        raise NotAllowed("That session is finished. Begin a new one.")
    last = max([row.stamp.at, *(each.stamp.at for each in rows if not isinstance(each, RulingRow))])
    if last < day_before(clock()):
        raise NotAllowed(
            "That session was left for more than a day and is closed; its score stays. "
            "Begin a new one."
        )
    session = SessionRun(bank, Recorder(store, row, begun=True), state, clock, settings)
    session.drop_missing()
    if session.seconds_left == 0:
        session.hand_in()
    return session
