"""Ideas for a question whose answers repeat each other: what they all say, in which words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from quizapp.grading import ACCEPTED, grade_text
from quizapp.grading.braces import each
from quizapp.grading.english.classes import NEGATORS
from quizapp.grading.ideas.judge import expressed
from quizapp.grading.ideas.small_words import kept_words
from quizapp.grading.key import Context, Idea, Ideas, TextKey
from quizapp.grading.phrases import phrases
from quizapp.grading.tokens import tokens
from quizapp.kinds.base import Question, Tests

FEWEST = 6
"""Fewer answers do not repeat each other."""
MOST = 150
"""So many answers are compared with each other."""
SHARED = 0.6
"""What so great a share of the answers says may be an idea."""
COVERED = 0.5
"""So great a share of what the answers say must be in the ideas, or they say too little."""
ENOUGH = 0.8
"""So great a share of the answers the ideas must accept without them."""

Unit = tuple[str, ...]
"""The stems of a word, or of an expression or a name of several."""


def factored(question: Question, context: Context) -> tuple[tuple[str, ...], ...]:
    """The ideas that a text question's answers have in common, each as its wordings; () if none.

    They accept most of the answers by themselves, and nothing that the question refuses.
    """
    key = question.text_key()
    if key is None or key.ideas.ideas or len(key.answers) < FEWEST:
        return ()
    answers = list(dict.fromkeys(_spelled(key.answers)))[:MOST]
    said = Counter[Unit]()
    read = [_units(answer, context, said) for answer in answers]
    asked = frozenset(t.stem for t in tokens(question.prompt))
    slots = [slot for slot in _slots(read) if not all(asked.issuperset(unit) for unit in slot)]
    for count in range(len(slots), 0, -1):
        filled = _filled(slots[:count], read, said)
        ideas = tuple(_wordings(slot, said, context) for slot in filled)
        saved = 1 < sum(map(len, ideas)) <= len(answers) / 2
        if (
            saved
            and _covered(filled, read) >= COVERED
            and _proven(ideas, key, question.tests, answers, context)
        ):
            return ideas
    return ()


def _spelled(answers: Iterable[str]) -> Iterator[str]:
    for answer in answers:
        yield from each(answer)


def _units(answer: str, context: Context, said: Counter[Unit]) -> dict[Unit, str]:
    """What an answer is made of: its words of content, expressions and names as one, as written."""
    words = tokens(answer)
    kept = frozenset(map(id, kept_words(words)))
    ends = {one.start: one.end for one in phrases(tuple(t.stem for t in words), context.words)}
    found: dict[Unit, str] = {}
    at = 0
    while at < len(words):
        end = ends.get(at, at + 1)
        while end < len(words) and all(t.raw[:1].isupper() for t in words[at : end + 1]):
            end += 1
        places = [n for n in range(at, end) if id(words[n]) in kept or words[n].gap == "-"]
        if places:
            run = words[places[0] : places[-1] + 1]
            denied = at > 0 and run[0].denied and words[at - 1].word in NEGATORS
            text = " ".join(t.raw for t in ((words[at - 1], *run) if denied else run))
            unit = (*((words[at - 1].word,) if denied else ()), *(t.stem for t in run))
            found[unit] = text
            said[unit] += 1
        at = end
    return found


Slot = dict[Unit, str]
"""Units that stand for each other, as they are written."""


def _slots(read: list[dict[Unit, str]]) -> list[Slot]:
    """The groups of units that stand for each other, of which most answers have one; those that
    the most answers have first."""
    surface = {unit: text for answer in read for unit, text in answer.items()}
    shares = [
        (sum(not group.isdisjoint(answer) for answer in read) / len(read), sorted(group))
        for group in _groups(read, surface)
    ]
    ranked = sorted((one for one in shares if one[0] >= SHARED), key=lambda one: (-one[0], one[1]))
    return [{unit: surface[unit] for unit in group} for _, group in ranked]


def _covered(slots: list[Slot], read: list[dict[Unit, str]]) -> float:
    """The share of the answers' units that are in the slots."""
    inside = sum(any(unit in slot for slot in slots) for answer in read for unit in answer)
    return inside / max(1, sum(map(len, read)))


def _filled(slots: list[Slot], read: list[dict[Unit, str]], said: Counter[Unit]) -> list[Slot]:
    """The slots, with what stands more than once in answers that lack one of them, in the order of
    the first answer."""
    filled = [dict(slot) for slot in slots]
    for answer in read:
        empty = [slot for slot in filled if slot.keys().isdisjoint(answer)]
        rest = [unit for unit in answer if not any(unit in slot for slot in filled)]
        if len(empty) == 1 and len(rest) == 1 and said[rest[0]] > 1:
            empty[0][rest[0]] = answer[rest[0]]
    order = {unit: place for place, unit in enumerate(read[0])}
    return sorted(filled, key=lambda slot: min(order.get(unit, len(order)) for unit in slot))


def _groups(read: list[dict[Unit, str]], surface: dict[Unit, str]) -> list[set[Unit]]:
    """Units that may stand for each other: in two answers that are the same but for them."""
    group_of = {unit: {unit} for unit in surface}
    beside = {frozenset(pair) for answer in read for pair in combinations(answer, 2)}
    for one, other in combinations(read, 2):
        mine, theirs = one.keys() - other.keys(), other.keys() - one.keys()
        if len(mine) == len(theirs) == 1 and len(one) > 1:
            left, right = *mine, *theirs
            if frozenset((left, right)) not in beside:
                joined = group_of[left] | group_of[right]
                group_of.update(dict.fromkeys(joined, joined))
    return list({id(group): group for group in group_of.values()}.values())


def _wordings(slot: dict[Unit, str], said: Counter[Unit], context: Context) -> tuple[str, ...]:
    """The wordings of an idea, the most frequent first, without those that the grader finds by the
    ones before: other forms, synonyms."""
    kept: list[str] = []
    for unit in sorted(slot, key=lambda unit: (-said[unit], unit)):
        text = slot[unit]
        if not kept or not _expressed([tuple(kept)], context, text):
            kept.append(text)
    return tuple(kept)


def _expressed(ideas: Iterable[tuple[str, ...]], context: Context, text: str) -> bool:
    return expressed(_as_key(ideas), context, text).whole


def _as_key(ideas: Iterable[tuple[str, ...]]) -> Ideas:
    return Ideas(tuple(map(Idea, ideas)))


def _proven(
    ideas: tuple[tuple[str, ...], ...],
    key: TextKey,
    tests: Tests,
    answers: list[str],
    context: Context,
) -> bool:
    """Whether the ideas accept nearly all answers by themselves, and change no verdict that was as
    it should be."""
    if sum(_expressed(ideas, context, one) for one in answers) < ENOUGH * len(answers):
        return False
    richer = key._replace(ideas=_as_key(ideas))
    refused = [text for group in key.wrong for text in group.answers]
    part = [text for credit in key.partial for text in credit.answers]
    promised = (
        (ACCEPTED, [*answers, *tests.accept]),
        (frozenset({"partial"}), [*_spelled(part), *tests.partial]),
        (frozenset({"wrong"}), [*_spelled(refused), *tests.reject, context.prompt]),
    )
    return not any(
        grade_text(key, context, text).outcome in outcomes
        and grade_text(richer, context, text).outcome not in outcomes
        for outcomes, texts in promised
        for text in texts
    )
