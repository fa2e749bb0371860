"""Responses and the questions asked, as values; what a response earns, and what can be undone."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from quizapp.planning.spaced_repetition import ENOUGH

if TYPE_CHECKING:
    from quizapp.grading.verdict import Verdict

Ruling = Literal["right", "wrong", "void"]
By = Literal["learner", "instructor", "judge"]
"""Who rules: what a learner says of a response is a claim, what an instructor says a decision; the
learner's own judge is asked where the grader is not sure, and gives an opinion."""

RETURNS_AFTER = 3
"""How many other questions are asked before a missed one returns, if as many remain."""
RETURNS_AT_MOST = 2
CRAMMED = 3
"""How often a question has to be right before cramming lets go of it."""
MARKS = {1: (1.0, 0.0), 2: (2.0, -2.0), 3: (3.0, -6.0)}
"""What a response is worth when right, and when wrong, by its certainty."""
HINT_SHARE = 0.5
"""What is left of a first response's credit when the hint was taken."""


class GradedResponse(NamedTuple):
    """A response that was given and graded.

    `seconds` is the time it took, `hinted` whether the hint had been taken before a first
    response, `again` whether it is a retry, which changes no score. `at` is the time in UTC.
    `decision` is the instructor's ruling, `claim` the learner's own, `opinion` that of a judge: the
    first of them holds.
    """

    id: str
    question: str
    response: str
    verdict: "Verdict"
    seconds: float = 0.0
    hinted: bool = False
    again: bool = False
    claim: Ruling | None = None
    at: str = ""
    certainty: int | None = None
    decision: Ruling | None = None
    opinion: Ruling | None = None

    @property
    def ruling(self) -> Ruling | None:
        """The ruling that holds."""
        return self.decision or self.claim or self.opinion

    @property
    def ruled_by(self) -> By | None:
        """Whose ruling holds."""
        if self.decision:
            return "instructor"
        return "learner" if self.claim else "judge" if self.opinion else None

    @property
    def unsettled(self) -> bool:
        """Whether the grader was not sure, and nobody has ruled yet."""
        return self.verdict.unsure and self.ruling is None

    @property
    def share(self) -> float:
        """How much of it was right, 0 to 1: the ruling if there is one, else the verdict."""
        if self.ruling is None:
            return self.verdict.score
        return 1.0 if self.ruling == "right" else 0.0

    @property
    def credit(self) -> float:
        """The share that it earns, 0 to 1: halved where the hint was taken."""
        return self.share * (HINT_SHARE if self.hinted else 1.0)

    @property
    def missed(self) -> bool:
        """Whether it fell short of what counts as known; a hint does not make it so."""
        return self.share < ENOUGH

    @property
    def marks(self) -> float:
        """Its marks by how sure the learner was: 1, 2 or 3 when right, in proportion when partly
        right, 0, -2 or -6 when wrong; 0 where no certainty was stated."""
        if self.certainty is None:
            return 0.0
        worth, cost = MARKS[self.certainty]
        return worth * self.credit if self.credit > 0 else cost


class Waiting(NamedTuple):
    """A question in the queue; `postponed` once it was skipped."""

    question: str
    postponed: bool = False


class Turn(NamedTuple):
    """What is asked now.

    `number` says how many of the `planned` questions have been met, this one included; in an exam
    it is the question's own place. `again` says that it was answered before (and missed, or sent
    by mistake); `retry` that the response is practice and changes no score.
    """

    question: str
    number: int
    planned: int
    again: bool = False
    retry: bool = False


class Skipped(NamedTuple):
    """A question was passed over; `queue` is what waited before, for the undoing."""

    question: str
    queue: tuple[Waiting, ...]


class Ruled(NamedTuple):
    """A response was ruled right, wrong or void, or (None) a ruling was withdrawn; by whom."""

    response: str
    ruling: Ruling | None
    by: By
