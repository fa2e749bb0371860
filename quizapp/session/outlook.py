"""What lies ahead of a learner after a session: new questions held back, and the examination."""

from quizapp.planning.cards import LearnerState, due_day, learner_state
from quizapp.planning.daily_plan import held_back
from quizapp.planning.forecast import Expected, expected_score
from quizapp.planning.request import SessionRequest
from quizapp.planning.spaced_repetition import day_number
from quizapp.session.run import UNKNOWN_DRAW, SessionRun


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


def comes_back(session: SessionRun, question: str) -> tuple[bool, int | None]:
    """Whether the question is asked again today, and the day of the schedule on which it is next.

    The day is None where it is not known: nothing is kept, or the mode leaves the schedule alone.
    Raises StoreError if the history cannot be read.
    """
    row, store = session.recorder.row, session.recorder.store
    again = any(waiting.question == question for waiting in session.state.queue)
    if store is None or session.state.mode not in ("learn", "exam"):
        return again, None
    by = day_number(session.request.by) if session.request.by is not None else None
    names = session.question_of(question).names
    found = due_day(store, session.bank, row.learner, names, session.today, session.settings, by)
    return again, None if found is None else max(found, session.today + 1)


def _learner_state(session: SessionRun) -> LearnerState:
    row = session.recorder.row
    return learner_state(session.recorder.store, session.bank, row.learner, session.today)
