"""Open answers: credit for each point that a response makes, wherever it stands."""

import re
from itertools import pairwise

from quizapp.grading import signs
from quizapp.grading.answers import DIFFERENT, Level
from quizapp.grading.choose import Best, best
from quizapp.grading.english.classes import NO_ANSWER
from quizapp.grading.fold import cut, fold
from quizapp.grading.key import Context, Ideas, Point, TextKey
from quizapp.grading.mending import mend, told, vocabulary
from quizapp.grading.prompt import Prompt, read_prompt
from quizapp.grading.reading import Reading
from quizapp.grading.slips import difference
from quizapp.grading.verdict import Reason, Verdict, combined, correct, read_in_part, wrong
from quizapp.grading.wording import Worded

SENTENCES = 12
"""So many sentences of a response are read one by one; what follows is read as a whole."""
WORDS = 500
"""So many words are read in all: the whole response first, its sentences, then two at a time."""
OPEN, FEWEST = 1000, 30
"""For all wordings of a key together so many words are looked at for slips and meanings."""
_STOP = re.compile(r"(?<=[.!?;])\s+(?=\S)|\n+")


def grade_points(points: tuple[Point, ...], need: int, context: Context, response: str) -> Verdict:
    """The verdict on an open answer; `need` points give full credit (0: all of them)."""
    words = tuple(answer for point in points for answer in point.answers)
    ideas = tuple(idea for point in points for idea in point.ideas.ideas)
    mended = mend(TextKey(words, ideas=Ideas(ideas)), context, cut(response))
    verdict = _judged(points, need, context, mended.text)
    parts = tuple(
        told(part, _slips_of(point, mended.slips))
        for point, part in zip(points, verdict.parts, strict=True)
    )
    return read_in_part(verdict._replace(parts=parts), response)


def _slips_of(point: Point, slips: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Those of some slips that are in words of a point."""
    words = vocabulary(TextKey(point.answers, ideas=point.ideas), Context()).told.values()
    return tuple(slip for slip in slips if slip[1] in words) if slips else ()


def _judged(points: tuple[Point, ...], need: int, context: Context, text: str) -> Verdict:
    """The verdict on a response of which no more is left than is read."""
    wanted = min(need, len(points)) or len(points) or 1
    folded = fold(text)
    if not folded or folded in NO_ANSWER or (context.prompt and folded == fold(context.prompt)):
        parts = tuple(_named(point, wrong(_EMPTY)) for point in points)
        return Verdict("wrong", 0.0, None, (_EMPTY,), parts)
    prompt = read_prompt(context.prompt)
    wordings = sum(len(point.answers) for point in points)
    readings = windows(text, prompt, context, max(FEWEST, OPEN // max(1, wordings)))
    parts = tuple(
        _named(point, by_ideas(point, grade_point(point, readings), context, text))
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


def windows(text: str, prompt: Prompt, context: Context, most: int) -> tuple[Reading, ...]:
    """The response as a whole, sentence by sentence and by neighbouring sentences; so many words of
    each are looked at for slips and meanings."""
    sentences = [part for part in _STOP.split(text) if part.strip()][:SENTENCES]
    pairs = [f"{one} {two}" for one, two in pairwise(sentences)]
    texts = dict.fromkeys([text, *sentences, *(pairs if len(sentences) > 2 else [])])
    found: list[Reading] = []
    words = 0
    for part in texts:
        reading = Reading(
            part, prompt, context.words, strict=context.strict, several=True, most=most
        )
        if found and words + len(reading.all) > WORDS:
            break
        words += len(reading.all)
        found.append(reading)
    return tuple(found)


def grade_point(point: Point, readings: tuple[Reading, ...]) -> Verdict:
    """The verdict on one point: the best that any part of the response makes of it."""
    found = [
        best(answers, reading)
        for reading in readings
        if reading.words and (answers := signs.agreeing(point.answers, reading.text))
    ]
    if not found:
        return wrong(Reason("different", DIFFERENT))
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
    if worded.accepted or not point.ideas.ideas:
        return worded
    from quizapp.grading.ideas.judge import grade_ideas

    key = TextKey((), ideas=point.ideas, part=False)
    nothing = Worded(wrong(Reason("different", DIFFERENT)))
    return grade_ideas(key, key.answers, context, text, nothing)


def _worth(found: Best) -> tuple[int, float, str]:
    return found.fit.level, found.fit.score, found.answer
