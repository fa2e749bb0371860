"""Who does what to whom: sides exchanged, actively, passively, or by a converse word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.grading.forms import stem
from quizapp.grading.meaning import converse, opposite
from quizapp.grading.words.pairs import CONVERSES

if TYPE_CHECKING:
    from quizapp.grading.compare import Answer, Pair, Reading

_RELATIONS = frozenset(
    stem(word)
    for word in """
    beat defeat conquer invade attack sell buy give cede get receive lend borrow teach learn export
    import cause lead precede follow exceed outnumber orbit discover succeed replace eat kill murder
    supply send transfer threaten fear help support protect owe pay lose win colonise annex occupy
    liberate found create influence depend rely surround contain own control rule marry love hate
    fire hit pull push attract repel heat cool absorb release travel move flow turn change become
    convert produce make need require
    """.split()  # noqa: SIM905
) | frozenset(stem(word) for pair in CONVERSES for word in pair)
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be", "got", "get", "gets"})


def swapped(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> tuple[str, str] | None:
    """An objection if the response exchanges the two sides of what the answer says."""
    pivot = next(
        (
            at
            for at, token in enumerate(answer.words)
            if 0 < at < len(answer.words) - 1 and token.stem in _RELATIONS
        ),
        None,
    )
    if pivot is None:
        return None
    places = {pair.wanted: pair.at for pair in pairs}
    left = [places[at] for at in places if at < pivot]
    right = [places[at] for at in places if at > pivot]
    if not left or not right:
        return None
    flips = 0
    if max(right) < min(left):
        flips = 1
    elif not max(left) < min(right):
        return heap(answer, reading, pairs)
    words = reading.all
    if "by" in (t.word for t in words) and any(t.word in _BE for t in words):
        by = next(at for at, t in enumerate(words) if t.word == "by")
        second = min(left) if flips else min(right)
        if by < second and second - by < 4:
            flips += 1
    if any(t.word == "by" for t in answer.all) and any(t.word in _BE for t in answer.all):
        flips += 1
    centre = answer.words[pivot].word
    if any(
        (
            converse(centre, t.word)
            or (opposite(centre, t.word) and "than" in {w.word for w in words})
        )
        for t in words
        if t.stem != answer.words[pivot].stem
    ):
        flips += 1
    if flips % 2:
        return "roles", "It has the sides the wrong way round."
    return heap(answer, reading, pairs) if flips else None


def heap(answer: Answer, reading: Reading, pairs: list[Pair]) -> tuple[str, str] | None:
    """An objection if the response only heaps up the answer's words."""
    order = [pair.at for pair in pairs]
    loose = len(reading.words) >= len(reading.all) - 1 and len(reading.all) >= 4
    if loose and order != sorted(order):
        return "heap", "Keywords alone do not say how they hang together."
    return None
