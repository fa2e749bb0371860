"""What an author wrote down about a free-text answer, as the grader is given it."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading.meaning import Synonyms, of_bank
from quizapp.grading.verdict import Verdict


class Idea(NamedTuple):
    """One thing that an answer must express: short wordings, any of which says it.

    `missing` is what a learner is told who did not say it; `by` names whose it is: said of anybody
    else, it is the wrong way round. A wording may have names of its `own` (none: the idea's). Who
    says an idea that is enough `alone` need say no other.
    """

    says: tuple[str, ...]
    missing: str = ""
    by: tuple[str, ...] = ()
    alone: bool = False
    own: tuple[tuple[str, ...], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Those of whom any wording of it is said."""
        return (*self.by, *(name for names in self.own for name in names))


class Ideas(NamedTuple):
    """The ideas that an answer must express: so many as `need` says (0: all) of those that are not
    enough alone; in this order if `ordered`."""

    ideas: tuple[Idea, ...] = ()
    ordered: bool = False
    need: int = 0

    @property
    def sided(self) -> bool:
        """Whether it matters who does it, or what comes first."""
        return self.ordered or any(idea.names for idea in self.ideas)


NO_IDEAS = Ideas()


InWords = Callable[["TextKey", "Context", str], Verdict]
"""How a response in words is judged, where a figure or a date was asked."""


class Anticipated(NamedTuple):
    """Wrong answers that were foreseen, as wordings or as ideas, and the feedback on them."""

    answers: tuple[str, ...]
    feedback: str = ""
    ideas: Ideas = NO_IDEAS


class Credit(NamedTuple):
    """Answers that earn a part of the credit (`score`, between 0 and 1)."""

    answers: tuple[str, ...]
    score: float = 0.5
    feedback: str = ""
    ideas: Ideas = NO_IDEAS


class Context(NamedTuple):
    """What surrounds the answer.

    `synonyms` are groups of expressions with one meaning, `distinct` groups of which none stands
    for another; `rivals` are answers to something else,
    which are never a slip of this one; `strict` allows no slips. So are `answers`, all accepted
    answers of the bank, the same for each of its questions, but for the question's `own`.
    """

    prompt: str = ""
    synonyms: tuple[tuple[str, ...], ...] = ()
    rivals: tuple[str, ...] = ()
    strict: bool = False
    answers: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    distinct: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> Synonyms:
        """What is said of the meaning of words."""
        return of_bank(self.synonyms, self.distinct)


class TextKey(NamedTuple):
    """The key of a response in words; the first of `answers` is the model answer.

    A response that expresses all `ideas` is right as well; one that expresses some of them earns
    its share, unless `part` is false.
    """

    answers: tuple[str, ...]
    wrong: tuple[Anticipated, ...] = ()
    partial: tuple[Credit, ...] = ()
    ideas: Ideas = NO_IDEAS
    part: bool = True

    @property
    def has_ideas(self) -> bool:
        """Whether any part of the key is given as ideas."""
        return any(ideas.ideas for ideas in self.all_ideas)

    @property
    def all_ideas(self) -> tuple[Ideas, ...]:
        """The ideas of the answer, of each foreseen error and of each credit, in this order."""
        return _all_ideas(self)


@lru_cache(maxsize=512)
def _all_ideas(key: TextKey) -> tuple[Ideas, ...]:
    """The sets of ideas of a key."""
    wrong, partial = (group.ideas for group in key.wrong), (one.ideas for one in key.partial)
    return (key.ideas, *wrong, *partial)


class NumberKey(NamedTuple):
    """The key of a quantity: a figure, or (low, high) for a range that must be given.

    `tolerance` is absolute, in `unit`; `relative` is a share of the answer (0.05 for 5 %). A bare
    figure is read in `unit`; a unit that converts to it is right if the quantity is.
    `text` holds wrong and partial answers, and the answers as the author wrote them.
    """

    answer: float | tuple[float, float]
    tolerance: float = 0.0
    relative: float = 0.0
    unit: str = ""
    text: TextKey = TextKey(())


class DateKey(NamedTuple):
    """The key of a date: its precision is what is asked, a more exact right date is right.

    `answer` is written as in a bank: "1989", "2019-10", "2021-12-23", "1990s", "20th century",
    "44 BC". `tolerance` is in the unit of the precision (years for a year). `text` holds wrong and
    partial answers, and the answers as the author wrote them. `precision` ("year", "month", …) is
    the least exact form that counts, where it is another than the answer's own.
    """

    answer: str
    tolerance: float = 0.0
    text: TextKey = TextKey(())
    precision: str = ""


class ListKey(NamedTuple):
    """The key of a list: each item a tuple of variants; `need` items give full credit (0: all)."""

    items: tuple[tuple[str, ...], ...]
    need: int = 0
    ordered: bool = False
    text: TextKey = TextKey(())


class Point(NamedTuple):
    """One point that an open answer can make."""

    name: str
    answers: tuple[str, ...]
    feedback: str = ""
    ideas: Ideas = NO_IDEAS
