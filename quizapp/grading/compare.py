"""Step 4, comparing: one accepted answer against the response, word by word, then the guards."""

from quizapp.grading import figures, guards
from quizapp.grading.align import align, one_slip
from quizapp.grading.answers import (
    CONVERSE,
    DIFFERENT,
    FORM,
    MEANING,
    POLAR,
    REPEATED,
    SAME,
    SLIP,
    Answer,
    Fit,
    Level,
    Match,
    Objection,
    Pair,
)
from quizapp.grading.english.classes import LIGHT
from quizapp.grading.meaning import FAMILY, NEAR
from quizapp.grading.naming import surname_alone
from quizapp.grading.reading import Reading
from quizapp.grading.slip_words import slip_in_words
from quizapp.grading.slips import difference, slipped
from quizapp.grading.token import Token
from quizapp.grading.whole import as_whole

HARDLY_FOUND = 0.25
"""Of a wording of which less is there, nobody asks what speaks against it."""
OTHERWISE_FOUND = 0.75
"""So much of a wording must be there, apart from what speaks against it, for a firm objection."""


def compare(answer: Answer, reading: Reading, *, hints: bool = True) -> Fit:
    """How well the response fits one answer; with `hints`, if it does not, also what speaks against
    reading it so."""
    found = as_whole(answer, reading)
    if found is not None:
        return found
    if out_of_reach(answer, reading, hints=hints):
        fit = whole(answer, reading)
        if fit.level == Level.NOT:
            return fit
    pairs = align(answer, reading)
    if answer.expansion:
        pairs = [pair for pair in pairs if pair.how in (SAME, FORM, SLIP)]
        if len(pairs) < len(answer.words):
            detail = "Every word that the letters stand for must be there."
            return Fit(Level.NOT, 0.0, "different", detail)
    if not pairs:
        return whole(answer, reading)
    aligned = {pair.wanted for pair in pairs}
    missing = [at for at in range(len(answer.words)) if at not in aligned]
    if len(missing) == 1 and (slip := one_slip(answer, reading, pairs, missing[0])) is not None:
        pairs, missing = sorted([*pairs, slip]), []
    share = sum(answer.weights[p.wanted] * p.strength for p in pairs) / sum(answer.weights)
    if answer.person and missing:
        known = surname_alone(answer, reading, pairs)
        missing = [] if known else missing
        share = 1.0 if known else share
    fit = judge(answer, reading, pairs, missing, share)
    there = fit.level >= Level.NEARLY or share >= OTHERWISE_FOUND
    if not there and (not hints or share < HARDLY_FOUND):
        return fit
    asked = guards.GUARDS if there else guards.OF_SUBSTITUTES
    against = guards.objections(Match(answer, reading, pairs, missing), asked)
    return objected(fit, answer, against)


def out_of_reach(answer: Answer, reading: Reading, *, hints: bool) -> bool:
    """Whether nothing of an answer can be found in the response, word by word; without `hints`, too
    little of it for a fit or an objection."""
    if not answer.found_by or (hints and not answer.spelled.isdisjoint(reading.places)):
        return False
    if answer.groups and not answer.groups.isdisjoint(reading.groups):
        return False
    if reading.found_by is None:
        return False
    left = [
        weight
        for token, weight, its in zip(answer.words, answer.weights, answer.found_by, strict=True)
        if not its.isdisjoint(reading.found_by) or token.word.startswith(reading.starts)
    ]
    if hints or not left or len(left) + 1 >= len(answer.words):
        return not left
    heavy = sum(weight >= 1 for weight in answer.weights) > sum(weight >= 1 for weight in left)
    return heavy and sum(left) / sum(answer.weights) < MOST


def objected(fit: Fit, answer: Answer, against: list[Objection]) -> Fit:
    """The fit with what speaks against it: told as the reason only where the wording is there."""
    if not against:
        return fit
    instead = frozenset().union(*(found.instead for found in against))
    more = sum(answer.weights[at] for at in instead) / sum(answer.weights)
    reach = min(1.0, fit.score + more)
    first = against[0]
    if fit.level >= Level.NEARLY or reach >= OTHERWISE_FOUND:
        return fit._replace(
            level=Level.NOT, code=first.code, detail=first.detail, reach=reach, firm=True
        )
    return fit._replace(reach=reach, hint=first.code)


def judge(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], share: float
) -> Fit:
    """The level that the words found are worth, the guards aside."""
    slips = tuple(
        (reading.all[p.at].raw, answer.words[p.wanted].raw) for p in pairs if p.how == SLIP
    )
    weakest = min((p.strength for p in pairs if answer.weights[p.wanted] >= 1), default=1.0)
    heavy = [at for at in missing if answer.weights[at] >= 1]
    how = (
        MEANING
        if any(p.how in (MEANING, CONVERSE, POLAR) for p in pairs)
        else SLIP
        if slips
        else SAME
    )
    size = sum(weight >= 1 for weight in answer.weights)
    seen = tuple(pairs)
    if (
        not heavy
        and weakest >= (FAMILY if len(answer.words) > 1 else NEAR)
        and (share >= 0.6 or not missing or repeated(answer, pairs, missing))
    ):
        if slips:
            return Fit(Level.NEARLY, share, "slip", slip_words(slips), slips, seen, how)
        if how == MEANING:
            text = "It says the same in other words."
            return Fit(Level.RIGHT, share, "meaning", text, (), seen, how)
        return Fit(Level.RIGHT, share, "words", f"It has “{answer.text}”.", (), seen, how)
    if size >= 3 and enough(answer, reading, pairs, heavy, share, size):
        return Fit(
            Level.RIGHT,
            share,
            "meaning",
            "It says what matters of the answer.",
            slips,
            seen,
            MEANING,
        )
    if share >= 0.45:
        lost = ", ".join(answer.words[at].raw for at in missing[:3])
        detail = (
            f"You have a part of the answer; missing: {lost}."
            if lost
            else "It comes near the answer."
        )
        return Fit(Level.PART, share, "part", detail, slips, seen, how)
    return Fit(Level.PART, share, "different", DIFFERENT, (), seen, how)


def repeated(answer: Answer, pairs: list[Pair], missing: list[int]) -> bool:
    """Whether nothing is missing but words that the question has already: "it drops" for "it
    lowers blood sugar"."""
    given = any(answer.weights[pair.wanted] >= 1 for pair in pairs)
    return given and all(answer.weights[at] == REPEATED for at in missing)


def enough(
    answer: Answer, reading: Reading, pairs: list[Pair], heavy: list[int], share: float, size: int
) -> bool:
    """Whether a statement of several words is made, though some of its words are missing."""
    if any(answer.words[at].raw[:1].isupper() and at for at in heavy):
        return False
    if share >= 0.75:
        return len(heavy) <= size // 3 and not exchanged(reading, pairs, heavy)
    return (
        share >= MOST and len(heavy) <= (size + 1) // 3 and not substituted(reading, pairs, heavy)
    )


def exchanged(reading: Reading, pairs: list[Pair], heavy: list[int]) -> bool:
    """Whether one other word stands exactly where a missing one would: "began to buy Russian arms"
    for "began to copy Russian arms"."""
    places = {pair.wanted: pair.at for pair in pairs}
    for at in heavy:
        before, after = places.get(at - 1), places.get(at + 1)
        if before is None or after is None:
            continue
        between = [t for t in reading.all[before + 1 : after] if t in reading.words]
        if len(between) == 1 and between[0].word not in LIGHT and after - before <= 3:
            return True
    return False


MOST = 0.68
"""So much of a statement must be there at least."""


def substituted(reading: Reading, pairs: list[Pair], heavy: list[int]) -> bool:
    """Whether another word of content stands where a missing word of the answer would."""
    places = {pair.wanted: pair.at for pair in pairs}
    taken = set(places.values())
    for at in heavy:
        near = [w for w in (at - 1, at + 1) if w in places]
        span: set[int] = set()
        for w in near:
            span |= (
                set(range(places[w] - 2, places[w]))
                if w > at
                else set(range(places[w] + 1, places[w] + 3))
            )
        for place in span:
            if 0 <= place < len(reading.all) and place not in taken:
                token = reading.all[place]
                if token in reading.words and token.word not in LIGHT:
                    return True
    return False


def slip_words(slips: tuple[tuple[str, str], ...]) -> str:
    """The slips in words for people, with the letters that differ."""
    told = []
    for typed, meant in slips:
        words = slip_in_words(difference(typed, meant))
        told.append(f"“{typed}” is taken for “{meant}”" + (f": {words}" if words else ""))
    return "; ".join(told) + "."


def whole(answer: Answer, reading: Reading) -> Fit:
    """The response as one run of letters: a slip that a look at single words does not see."""
    words = reading.words
    apart = reading.strict or len(words) > len(answer.words) + 2
    if apart or len(words) == len(answer.words) or any(t.denied for t in words):
        return NOTHING
    joined = "".join(t.word for t in words)
    target = "".join(t.word for t in answer.words)
    if joined.isalpha() and slipped(joined, target) and _numbers(words) == _numbers(answer.words):
        slips = ((" ".join(t.raw for t in words), answer.text),)
        return Fit(Level.NEARLY, 0.95, "slip", slip_words(slips), slips)
    return NOTHING


NOTHING = Fit(Level.NOT, 0.0, "different", DIFFERENT)
"""How a response fits an answer of which it has nothing."""


def _numbers(words: tuple[Token, ...]) -> list[float]:
    """The figures among some words."""
    return [value for t in words if (value := figures.value(t.raw)) is not None]
