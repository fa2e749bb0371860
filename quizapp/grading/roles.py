"""Who does what to whom: sides exchanged, actively, passively, or by a converse word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.grading.forms import stem
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
_PRONOUNS = frozenset({"it", "him", "her", "them", "he", "she", "they", "us"})
_BE = frozenset({"is", "are", "was", "were", "been", "being", "be", "got", "get", "gets"})


def swapped(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> tuple[str, str] | None:
    """An objection if the response exchanges the two sides of what the answer says."""
    turned = [pair for pair in pairs if pair.how == "converse"]
    pivot = turned[0].wanted if turned else _pivot(answer)
    if pivot is None:
        return heap(answer, reading, pairs)
    places = {pair.wanted: pair.at for pair in pairs}
    left = [places[at] for at in places if at < pivot]
    right = [places[at] for at in places if at > pivot]
    if not left or not right:
        if turned:
            return "opposite", f"“{reading.all[turned[0].at].raw}” says the opposite."
        return one_sided(answer, reading, places, pivot)
    flips = len(turned)
    if max(right) < min(left):
        flips += 1
    elif not max(left) < min(right):
        return heap(answer, reading, pairs)
    words = reading.all
    by = next((at for at, t in enumerate(words) if t.word == "by"), -1)
    if by > 0 and _passive(reading, by):
        second = min(left) if max(right) < min(left) else min(right)
        flips += by < second and second - by < 4
    if any(t.word == "by" for t in answer.all) and any(t.word in _BE for t in answer.all):
        flips += 1
    if flips % 2:
        return "roles", "It has the sides the wrong way round."
    return heap(answer, reading, pairs)


def _pivot(answer: Answer) -> int | None:
    """The word of the answer that relates what stands before and after it."""
    for at, token in enumerate(answer.words):
        if 0 < at < len(answer.words) - 1 and token.stem in _RELATIONS:
            return at
    for at, token in enumerate(answer.words):
        if token.stem in _RELATIONS and len(answer.words) == 2:
            return at
    return None


def _passive(reading: Reading, by: int) -> bool:
    return any(t.word in _BE for t in reading.all[:by]) or reading.all[by - 1].word.endswith("ed")


def one_sided(
    answer: Answer, reading: Reading, places: dict[int, int], pivot: int
) -> tuple[str, str] | None:
    """The same where one side is a pronoun: "Romeo kills him" against "he kills Romeo"."""
    if pivot not in places or not any(t.word in _PRONOUNS for t in answer.all):
        return None
    side = next((at for at in places if at != pivot), None)
    if side is None:
        return None
    subject = side < pivot
    first = places[side] < places[pivot]
    by = next((at for at, t in enumerate(reading.all) if t.word == "by"), -1)
    passive = by > places[pivot] and _passive(reading, by)
    if subject != (first != passive):
        return "roles", "It has the sides the wrong way round."
    return None


def heap(answer: Answer, reading: Reading, pairs: list[Pair]) -> tuple[str, str] | None:
    """An objection if the response only heaps up the answer's words."""
    if any(t.word == "and" or "," in t.gap or "\n" in t.gap for t in reading.all):
        return None
    order = list(dict.fromkeys(pair.at for pair in pairs))
    loose = len(reading.words) >= len(reading.all) - 1 and len(reading.words) >= 4
    if loose and len(answer.words) >= 3 and not answer.person and order != sorted(order):
        return "heap", "Keywords alone do not say how they hang together."
    return None
