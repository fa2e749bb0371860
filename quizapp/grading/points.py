"""Open answers: credit for each point that a response makes, wherever it stands."""

import re
from itertools import pairwise

from quizapp.grading.answers import Level, Reading
from quizapp.grading.choose import Asked, Best, best, read
from quizapp.grading.english.classes import NO_ANSWER
from quizapp.grading.fold import cut, fold
from quizapp.grading.key import Context, Point, TextKey
from quizapp.grading.prompt import read_prompt
from quizapp.grading.slips import difference
from quizapp.grading.verdict import Reason, Verdict, combined, correct, wrong

SENTENCES = 12
"""So many sentences of a response are read one by one; what follows is read as a whole."""
_STOP = re.compile(r"(?<=[.!?;])\s+(?=\S)|\n+")


def grade_points(points: tuple[Point, ...], need: int, context: Context, response: str) -> Verdict:
    """The verdict on an open answer; `need` points give full credit (0: all of them)."""
    text = cut(response)
    wanted = min(need, len(points)) or len(points) or 1
    folded = fold(text)
    if not folded or folded in NO_ANSWER or (context.prompt and folded == fold(context.prompt)):
        parts = tuple(_named(point, wrong(_EMPTY)) for point in points)
        return Verdict("wrong", 0.0, None, (_EMPTY,), parts)
    readings = windows(text, context)
    asked = Asked(read_prompt(context.prompt), context.synonyms, context.strict)
    parts = tuple(
        _named(point, by_ideas(point, grade_point(point, readings, asked), context, text))
        for point in points
    )
    made = sum(part.score for part in parts)
    score = round(min(1.0, made / wanted), 4)
    found = sum(part.accepted for part in parts)
    reason = Reason(
        "points", f"{min(found, wanted)} of the {wanted} points asked for: {_told(points, parts)}."
    )
    unsure = score < 1 and any(part.unsure for part in parts)
    return Verdict(combined(score), score, None, (reason,), parts, unsure=unsure)


_EMPTY = Reason("empty", "There is no answer in it.")


def _told(points: tuple[Point, ...], parts: tuple[Verdict, ...]) -> str:
    made = [
        point.name or point.answers[0]
        for point, part in zip(points, parts, strict=True)
        if part.accepted
    ]
    return ", ".join(made) if made else "none found"


def _named(point: Point, verdict: Verdict) -> Verdict:
    """A point's verdict with its feedback, where the point was not made."""
    if verdict.accepted or not point.feedback:
        return verdict
    return verdict._replace(feedback=point.feedback)


def windows(text: str, context: Context) -> tuple[Reading, ...]:
    """The response sentence by sentence, by neighbouring sentences, and as a whole."""
    sentences = [part for part in _STOP.split(text) if part.strip()][:SENTENCES]
    pairs = [f"{one} {two}" for one, two in pairwise(sentences)]
    texts = dict.fromkeys([text, *sentences, *(pairs if len(sentences) > 2 else [])])
    return tuple(read(part, context.synonyms)._replace(several=True) for part in texts)


def grade_point(point: Point, readings: tuple[Reading, ...], asked: Asked) -> Verdict:
    """The verdict on one point: the best that any part of the response makes of it."""
    found = [best(point.answers, reading, asked) for reading in readings if reading.words]
    if not found:
        return wrong(_EMPTY)
    top = max(found, key=_worth)
    reason = Reason(top.fit.code, top.fit.detail)
    if top.fit.level > Level.NEARLY:
        return correct(top.answer, reason)
    if top.fit.level == Level.NEARLY:
        slip = difference(*top.fit.slips[0]) if top.fit.slips else None
        return Verdict("close", 1.0, top.answer, (reason,), slip=slip)
    return wrong(reason, unsure=top.fit.level == Level.PART)


def by_ideas(point: Point, worded: Verdict, context: Context, text: str) -> Verdict:
    """The verdict on a point that may be made by its ideas, all of them or none."""
    if not point.ideas.ideas:
        return worded
    from quizapp.grading.ideas.judge import grade_ideas

    key = TextKey((), ideas=point.ideas, part=False)
    return grade_ideas(key, context, text, worded)


def _worth(found: Best) -> tuple[int, float, str]:
    return found.fit.level, found.fit.score, found.answer
