"""When a question comes back, in words."""

from datetime import date

from quizapp.session.run import SessionRun
from quizapp.store.errors import StoreError

MONTHS = 90
"""So many days and more are told in months."""


def told(session: SessionRun, question: str) -> str:
    """When the question comes back: "back in 3 days, Thu 3 Dec", "again today, then tomorrow".

    "" where that is not known, or the session leaves the schedule alone.
    """
    from quizapp.session.outlook import comes_back

    if session.state.mode != "learn":
        return ""
    try:
        again, day = comes_back(session, question)
    except StoreError:
        # What hinders the store is told where something has to be kept.
        return ""
    then = in_days(day, session.today) if day is not None else ""
    if again:
        return f"again today, then {then}" if then else "again today"
    return f"back {then}" if then else ""


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
