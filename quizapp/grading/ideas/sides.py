"""Whose a thing is, and what comes before what: subjects, passives, order."""

from typing import NamedTuple

from quizapp.grading import lexicon
from quizapp.grading.english.classes import AUXILIARIES, FUNCTION
from quizapp.grading.ideas.find import Hit
from quizapp.grading.ideas.wanted import Wording, participle
from quizapp.grading.tokens import Token

_BE = AUXILIARIES - {"have", "has", "had", "having"} | {
    "get",
    "gets",
    "got",
    "feel",
    "feels",
    "felt",
}
BY = 4
"""So many words after a verb the one who does it may follow with "by"."""


def agent(words: tuple[Token, ...], hit: Hit) -> int | None:
    """Where "by" stands behind a participle in `hit`, or right after it; None where it does not."""
    verbs = [at for at in range(hit.start, hit.end) if participle(words[at].word)]
    for at in verbs:
        for place in range(at + 1, min(at + 1 + BY, len(words))):
            if words[place].clause != words[at].clause:
                break
            if words[place].word == "by":
                return place
    return None


def ranks(words: tuple[Token, ...], hits: list[tuple[Hit, bool]]) -> list[int]:
    """A rank for each hit by how its deed runs: who does it before what it is done to.

    Each hit comes with whether its own wording is passive; a passive that is not turns its clause.
    """
    turned: dict[int, int] = {}
    for hit, passive in hits:
        by = agent(words, hit)
        if by is not None and not passive:
            turned[words[by].clause] = by
    found = []
    for hit, _ in hits:
        by = turned.get(words[hit.start].clause)
        found.append(hit.start if by is None else 2 * by - hit.start)
    return found


class Sides(NamedTuple):
    """Where a response names the `right` one, a `rival`, or a `thing` that may do it as well."""

    right: frozenset[int]
    rival: frozenset[int]
    thing: frozenset[int]


def doer(words: tuple[Token, ...], hit: Hit, wording: Wording, sides: Sides) -> bool | None:
    """Whether the one who does what `hit` says is the right one; None where nobody is named."""
    clause = words[hit.start].clause
    by = agent(words, hit)
    spoken = any(
        at and participle(words[at].word) and words[at - 1].word in _BE for at in hit.places
    )
    behind = by is not None and not wording.passive
    if wording.passive and by is None and not spoken and _governs(words, hit):
        behind = True
    span = range(by or hit.end, len(words)) if behind else range(hit.end)
    thing = None
    for at in span:
        if words[at].clause != clause or at in hit.places:
            continue
        if at in sides.right or (words[at].word in _ANYBODY and not behind):
            return True
        if at in sides.rival:
            return False
        if at in sides.thing:
            thing = False
    return thing


_ANYBODY = frozenset(
    {"they", "their", "both", "each", "he", "she", "it", "we", "his", "her", "its", "neither"}
)
"""Words for who was named before: by the question, those of whom it asks."""


_RELATING = frozenset({"of", "from", "to", "about", "for"})


def _governs(words: tuple[Token, ...], hit: Hit) -> bool:
    """Whether a verb in `hit` has an object right after it: "threatens China"."""
    after = words[hit.end : hit.end + 3]
    for token in after:
        if token.clause != words[hit.start].clause or token.word in (
            "of",
            "from",
            "to",
            "about",
            "for",
        ):
            return False
        if token.word not in FUNCTION:
            return True
    return False


def named(token: Token) -> bool:
    """Whether a word names a country, a people or another proper name."""
    if lexicon.relations(token.stem).nation:
        return True
    return token.raw[:1].isupper() and token.gap != "" and token.word not in FUNCTION
