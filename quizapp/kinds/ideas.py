"""The key of an answer in words, as an author writes it: ideas, foreseen errors, part credit."""

from __future__ import annotations

from functools import lru_cache

from quizapp import grading
from quizapp.structs import Struct


class SaidBy(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wordings of an idea that are said of others than its remaining ones."""

    says: tuple[str, ...]
    by: tuple[str, ...]


class Idea(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that an answer must express: short wordings, any of which says it.

    `missing` is the feedback where it is missing; `by` names whose idea it is; who says one that is
    enough `alone` need say no other.
    """

    says: tuple[str | SaidBy, ...]
    missing: str = ""
    by: tuple[str, ...] = ()
    alone: bool = False

    @property
    def wordings(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each wording, with those of whom it alone is said."""
        return tuple(
            (wording, by)
            for one in self.says
            for wordings, by in (((one,), ()) if isinstance(one, str) else (one.says, one.by),)
            for wording in wordings
        )


class Worded(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may be said as one of the answers, whole, or by its ideas: in order or not, all of them
    or as many as are needed."""

    answers: tuple[str, ...] = ()
    ideas: tuple[Idea, ...] = ()
    ordered: bool = False
    need: int | None = None


class Wrong(Worded, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anticipated wrong answers, with feedback that corrects them."""

    feedback: str = ""


class Partial(Worded, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Answers that earn a part of the credit."""

    score: float = 0.5
    feedback: str = ""


@lru_cache(maxsize=1024)
def expected(given: Worded) -> grading.Ideas:
    """The ideas of a question or of an entry, as the grader takes them."""
    if not given.ideas:
        return grading.NO_IDEAS
    return grading.Ideas(tuple(map(_idea, given.ideas)), given.ordered, given.need or 0)


def _idea(one: Idea) -> grading.Idea:
    says = tuple(said for said in one.says if isinstance(said, str))
    if len(says) == len(one.says):
        return grading.Idea(says, one.missing, one.by, one.alone)
    every, own = zip(*one.wordings, strict=True)
    return grading.Idea(every, one.missing, one.by, one.alone, own)


@lru_cache(maxsize=512)
def words_key(
    answers: tuple[str, ...],
    wrong: tuple[Wrong, ...],
    partial: tuple[Partial, ...],
    ideas: grading.Ideas | None = None,
    part: bool = True,
) -> grading.TextKey:
    """The key of answers in words that these fields make, as the grader takes it."""
    foreseen = (grading.Anticipated(one.answers, one.feedback, expected(one)) for one in wrong)
    half = (grading.Credit(one.answers, one.score, one.feedback, expected(one)) for one in partial)
    return grading.TextKey(answers, tuple(foreseen), tuple(half), ideas or grading.NO_IDEAS, part)
