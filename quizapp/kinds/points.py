"""`points`: an open answer, credited by the points that it makes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from quizapp import grading
from quizapp.kinds import checks
from quizapp.kinds.base import Fault, Mark, Offer, Question, WordKey, earned, part_mark, shown
from quizapp.kinds.ideas import Worded, expected
from quizapp.kinds.item_writing import of_ideas, of_key
from quizapp.kinds.shorthand import KEY, Forms, expanded, tables


class PointToMake(Worded, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One point, with a name for people and the feedback for missing it."""

    answers: tuple[str, ...]
    name: str = ""
    feedback: str = ""


def _points(value: Any) -> Any:
    """Points as tables: a text or a list of texts is a point with these answers."""
    listed = tables(value)
    if not isinstance(listed, list):
        return value
    every = ({"answers": one} if isinstance(one, str | list) else one for one in listed)
    return [expanded(one, KEY) for one in every]


class Points(Question, frozen=True, kw_only=True, tag="points"):
    """An answer in sentences; `need` of its `points` give full credit (all)."""

    free_text: ClassVar[bool] = True
    answer_field: ClassVar[str] = "points"
    parts_tell_answer: ClassVar[bool] = True
    short_forms: ClassVar[Forms] = {"points": _points}
    answering: ClassVar[str] = "Answer in sentences; an empty line ends the answer."

    points: tuple[PointToMake, ...]
    need: int | None = None

    def lines_taken(self, offer: Offer, first: str) -> int | None:
        """Sentences may take as many lines as they like."""
        return None

    def faults(self) -> Iterator[Fault]:
        """Points that are missing, blank or alike; a `need` that is out of range."""
        yield from checks.none_given("points", self.points)
        if not all(point.answers for point in self.points):
            yield Fault("points", "empty-list", "a point has no answers", "say how it may be put")
        answers = [answer for point in self.points for answer in point.answers]
        yield from checks.wordings("points", answers, "an answer")
        for point in self.points:
            yield from checks.idea_faults("points", point)
        yield from checks.alike("points", [p.name for p in self.points if p.name], "name")
        yield from checks.alike("points", checks.apart(p.answers for p in self.points), "answer")
        yield from checks.need(self.need, len(self.points), "points")

    def grade(self, context: grading.Context, response: str) -> grading.Verdict:
        """Each point counts wherever it stands; an anticipated error adds its feedback."""
        points = tuple(
            grading.Point(_called(one), one.answers, one.feedback, expected(one))
            for one in self.points
        )
        verdict = grading.grade_points(points, self.need or 0, context, response)
        if verdict.accepted or not (self.wrong or self.partial):
            return verdict
        known = grading.grade_text(self.errors_key(), context, response)
        if known.outcome == "partial" and known.score > verdict.score:
            return known._replace(parts=verdict.parts)
        return verdict._replace(feedback=known.feedback or verdict.feedback)

    def word_keys(self) -> tuple[WordKey, ...]:
        """The key of each point."""
        found = []
        for number, one in enumerate(self.points):
            key = grading.TextKey(one.answers, ideas=expected(one), part=False)
            found.append(WordKey(("points", number), f"point {number + 1}", key))
        return tuple(found)

    def advice(self) -> Iterator[Fault]:
        """Points whose wordings demand too much or nearly nothing."""
        yield from of_key("points", [answer for point in self.points for answer in point.answers])
        for point in self.points:
            yield from of_ideas("points", point.ideas)

    def model_answer(self) -> str:
        return "\n".join(shown(point.answers[0]) for point in self.points)

    def marks(self, response: str, verdict: grading.Verdict) -> tuple[Mark, ...]:
        """Each point by its name; one that is not made by its first wording, too."""
        return tuple(
            _mark(point, part) for point, part in zip(self.points, verdict.parts, strict=False)
        )

    def tally(self, response: str, verdict: grading.Verdict) -> str:
        """The points made, of those that are asked for."""
        return earned(verdict, self.need or len(self.points), "points")


def _called(point: PointToMake) -> str:
    """The name of a point, or else its first wording."""
    return point.name or shown(point.answers[0])


def _mark(point: PointToMake, part: grading.Verdict) -> Mark:
    """The mark of a point; feedback that says only what is missing is left to its wording."""
    wording = shown(point.answers[0])
    named = part.accepted or point.name in ("", wording)
    mark = part_mark(_called(point) if named else f"{point.name}: {wording}", part)
    return mark._replace(note="") if mark.note.casefold().startswith("missing") else mark
