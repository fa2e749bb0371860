"""What a session is asked to be: a value that costs nothing to import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

Mode = Literal["learn", "exam", "cram", "read"]


class Planned(NamedTuple):
    """A question drawn for the session, with what its score needs, so that scores need no bank."""

    question: str
    weight: float = 1.0
    section: str = ""
    objective: tuple[str, ...] = ()


class StudySettings(NamedTuple):
    """How a learner studies: new questions a day over all banks; how likely (0 to 1) a question is
    to be known when it falls due; the hour at which a day begins: what is done earlier belongs to
    the day before."""

    new_a_day: int = 10
    retention: float = 0.9
    day_begins: int = 4

    @property
    def portion(self) -> int:
        """How many more are asked, where more than a day's share is wanted."""
        return self.new_a_day or 10

    def day_of(self, moment: datetime) -> int:
        """The day of study (a number) to which the moment belongs."""
        from datetime import timedelta

        return (moment - timedelta(hours=self.day_begins)).toordinal()

    def day_of_kept(self, at: str) -> int:
        """The day of study of a moment as it is kept, in UTC."""
        from datetime import datetime

        return self.day_of(datetime.fromisoformat(at).astimezone())


USUAL = StudySettings()


class SessionRequest(NamedTuple):
    """What the learner asked for.

    `count` is how many questions (None: one for each objective). Several of `sections`, `tags`,
    `kinds` or `objectives` mean any of them; different filters must all fit. `questions` names
    them outright, for going over what was missed. No `seed` means a fresh one.

    In `learn`, `due` asks what is due and nothing else; `by` is the day ("2024-05-31") of an
    examination, over which the unseen questions are spread. An exam may be a `paper` of the bank
    (its id), have a limit of `minutes`, lengthened by `extra_time` per cent, and a `pass_mark` in
    per cent.
    """

    mode: Mode = "learn"
    count: int | None = None  # type: ignore[assignment]
    seed: int | None = None
    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    certainty: bool = False
    due: bool = False
    by: str | None = None
    paper: str | None = None
    minutes: float | None = None
    extra_time: float = 0.0
    pass_mark: float | None = None
