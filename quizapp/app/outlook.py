"""What lies ahead of a learner: when questions come back, new ones held back, the examination."""

from datetime import date

from quizapp.planning.cards import LearnerState, due_day, learner_state
from quizapp.planning.daily_plan import held_back
from quizapp.planning.days import on_day
from quizapp.planning.forecast import Expected, expected_score
from quizapp.planning.plan import NothingToAsk
from quizapp.planning.request import SessionRequest
from quizapp.planning.spaced_repetition import day_number
from quizapp.session.run import UNKNOWN_DRAW, SessionRun
from quizapp.store.errors import StoreError

MONTHS = 90
"""So many days and more are told in months."""


def ahead(session: SessionRun) -> tuple[str, int]:
    """What to expect on the day of an examination, in a sentence, "" without one; and how many more
    questions are offered, where the daily limit held some back.

    "" and 0, too, where the store cannot be read.
    """
    more = request_for_more(session) if session.state.finished else None
    try:
        found = expected(session)
        number = more.count or 0 if more is not None and limit_reached(session) else 0
    except (NothingToAsk, StoreError):
        # The learner was told of it when the session began.
        return "", 0
    if found is None:
        return "", number
    on, right = on_day(found.day, session.today), round(found.right)
    return f"Expected {on}: {right} of {found.of}, if you keep to the plan until then.", number


def limit_reached(session: SessionRun) -> bool:
    """Whether the daily limit leaves new questions for another day.

    Raises StoreError if the history cannot be read.
    """
    if session.drawn.held_back or session.drawn != UNKNOWN_DRAW or session.state.mode != "learn":
        return session.drawn.held_back
    planned = {each.question for each in session.state.plan}
    return held_back(
        session.bank, session.request, _learner_state(session), planned, session.settings
    )


def request_for_more(session: SessionRun) -> SessionRequest | None:
    """A request for as many new questions as a day has; None in other modes than `learn`."""
    if session.state.mode != "learn":
        return None
    count = session.settings.portion
    return session.request._replace(seed=None, count=count, due=False, questions=())


def expected(session: SessionRun) -> Expected | None:
    """The score to expect on the day of the examination; None if no day ahead was named.

    Raises StoreError if the history cannot be read.
    """
    request = session.request
    if request.by is None or day_number(request.by) < session.today:
        return None
    return expected_score(session.bank, request, _learner_state(session), session.settings)


def _learner_state(session: SessionRun) -> LearnerState:
    row = session.recorder.row
    return learner_state(session.recorder.store, session.bank, row.learner, session.today)


def coming_back(session: SessionRun, question: str) -> str:
    """When the question comes back: "back in 3 days, Thu 3 Dec", "again today, then tomorrow".

    "" where that is not known, or the session leaves the schedule alone.
    """
    if session.state.mode != "learn":
        return ""
    try:
        day = _day_of_return(session, question)
    except StoreError:
        # What hinders the store is told where something has to be kept.
        return ""
    then = in_days(max(day, session.today + 1), session.today) if day is not None else ""
    if any(waiting.question == question for waiting in session.state.queue):
        return f"again today, then {then}" if then else "again today"
    return f"back {then}" if then else ""


def _day_of_return(session: SessionRun, question: str) -> int | None:
    """The day of the schedule on which the question is next; None where nothing is kept."""
    row, store = session.recorder.row, session.recorder.store
    if store is None:
        return None
    by = day_number(session.request.by) if session.request.by is not None else None
    names = session.question_of(question).names
    return due_day(store, session.bank, row.learner, names, session.today, session.settings, by)


def in_days(day: int, today: int) -> str:
    """A day ahead, from how far it is: "tomorrow", "in 3 days, Thu 3 Dec", "in 4 months, 2 Apr"."""
    ahead, when = day - today, date.fromordinal(day)
    if ahead <= 1:
        return "tomorrow" if ahead == 1 else "today"
    year = f" {when.year}" if when.year != date.fromordinal(today).year and ahead > MONTHS else ""
    if ahead < MONTHS:
        return f"in {ahead} days, {when:%a} {when.day} {when:%b}"
    months = round(ahead / 30.44)
    far = f"in {months} months" if months < 24 else f"in {round(months / 12)} years"
    return f"{far}, {when.day} {when:%b}{year}"
