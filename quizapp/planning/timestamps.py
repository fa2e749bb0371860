"""Moments as they are kept: in UTC as text, with what the clock on the wall showed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from quizapp.store.rows import Stamp

Clock = Callable[[], "datetime"]
"""Gives the time now, with the local offset."""


def now() -> "datetime":
    """The time on the wall, with the local offset."""
    return datetime.now().astimezone()


def stamp(moment: "datetime") -> Stamp:
    """The moment as it is kept: in UTC, with the local offset and date."""
    offset = moment.utcoffset()
    return Stamp(
        utc(moment), round(offset.total_seconds() / 60) if offset else 0, moment.date().isoformat()
    )


def on_study_day(kept: Stamp, begins: int) -> Stamp:
    """The stamp with the day of study that its time belongs to, where days begin at this hour."""
    wall = datetime.fromisoformat(kept.at) + timedelta(minutes=kept.offset, hours=-begins)
    return kept._replace(day=wall.date().isoformat())


def utc(moment: "datetime") -> str:
    """The moment in UTC, to the microsecond, so that texts compare as times do."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def day_before(moment: "datetime") -> str:
    """A day before the moment, in UTC: a session without a sign of life since then is closed."""
    return utc(moment - timedelta(days=1))


def day_after(at: str) -> str:
    """A day after the kept time, as it is kept."""
    return utc(datetime.fromisoformat(at) + timedelta(days=1))
