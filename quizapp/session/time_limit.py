"""The time limit of an exam."""

from datetime import datetime
from typing import NamedTuple

from quizapp.planning.request import SessionRequest

GRACE = 5.0
"""For so many seconds after its end an exam takes what was typed until then."""


class TimeLimit(NamedTuple):
    """`seconds` from the moment `start` on; the time runs on while the learner is away."""

    start: "datetime"
    seconds: float

    def left(self, moment: "datetime") -> float:
        """The seconds left, 0 to all of them, even where a clock was set back."""
        return min(self.seconds, max(0.0, self.seconds - self._gone(moment)))

    def over(self, moment: "datetime") -> bool:
        """Whether the time, and the grace after it, is past."""
        return self._gone(moment) > self.seconds + GRACE

    def _gone(self, moment: "datetime") -> float:
        return (moment - self.start).total_seconds()


def time_limit(request: SessionRequest, started: str) -> TimeLimit | None:
    """The limit of an exam that was started at this time (as a Stamp has it); None without one."""
    if request.mode != "exam" or request.minutes is None:
        return None
    seconds = 60 * request.minutes * (1 + request.extra_time / 100)
    return TimeLimit(datetime.fromisoformat(started), seconds)
