"""Whose a thing is, and what comes before what: subjects, passives, order."""

from collections.abc import Iterable
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import figures, lexicon
from quizapp.grading.english.classes import (
    BE,
    FRAME,
    FUNCTION,
    LIGHT,
    PREPOSITIONS,
)
from quizapp.grading.ideas.hear import Heard, Hit, Said
from quizapp.grading.lexicon import tier
from quizapp.grading.meaning import comparative, is_verb
from quizapp.grading.semantic_roles import CORE, DOER, Deed, read_deeds
from quizapp.grading.tokens import Token, tokens

_IDLE = FUNCTION | LIGHT | FRAME


class Whose(Enum):
    """Of whom an idea is said: of the one asked for, of somebody spoken of before, of another,
    or of somebody who may be the one in other words."""

    NAMED = "named"
    MEANT = "meant"
    OTHER = "other"
    SOMEBODY = "somebody"


class Sides(NamedTuple):
    """Where a response names the `right` one, a `rival`, or a `thing` that may do it as well."""

    right: frozenset[int]
    rival: frozenset[int]
    thing: frozenset[int]


def ranks(heard: Heard, said: list[Said]) -> list[int]:
    """A rank for each hit by how its deed runs: who does it before what it is done to.

    A passive turns its clause.
    """
    words = heard.words
    turned = {
        words[deed.verb].clause: deed.verb
        for deed in read_deeds(heard.text)
        if deed.passive and max(deed.having(DOER), default=-1) > deed.verb
    }
    found = []
    for one in said:
        verb = turned.get(words[one.hit.start].clause)
        found.append(one.hit.start if verb is None else 2 * verb - one.hit.start)
    return found


def whose(heard: Heard, said: Said, sides: Sides) -> Whose | None:
    """Of whom an idea is said; None where nobody is named."""
    words, hit = heard.words, said.hit
    if not hit.places.isdisjoint(sides.right) or _describes(words, hit, sides):
        return Whose.NAMED
    for deed in _enclosing(heard, hit):
        found = _of(deed, _sought(said, deed))
        counted = {hit.end} if figures.value(words[hit.end - 1].raw) is not None else set()
        others = [at for at in found if at not in hit.places | counted]
        ruling = _ruling(words, others, sides)
        told = deed.verb in hit.places or words[deed.verb].word in BE
        doing = deed.verb in hit.places and words[deed.verb].word not in BE
        if ruling is None and found and doing and _elsewhere(deed, said, sides):
            return Whose.OTHER
        if ruling is None and doing and not sides.right and _somebody(heard, found):
            return Whose.SOMEBODY
        if ruling is not None or told:
            return ruling
    return _for_whom(heard, hit, sides) or _by_place(words, hit, sides)


def _describes(words: tuple[Token, ...], hit: Hit, sides: Sides) -> bool:
    """Whether a quality stands right before the one whose it is: "over the hotter shore"."""
    quality = not is_verb(words[hit.end - 1].word) or comparative(words[hit.end - 1].word)
    return quality and hit.end in sides.right and not words[hit.end].gap.strip()


def _for_whom(heard: Heard, hit: Hit, sides: Sides) -> Whose | None:
    """Whose a thing is by the "for" behind it: "a gain for the farmers"."""
    words = heard.words
    if hit.end >= len(words) or words[hit.end].word != "for":
        return None
    places = []
    for at in range(hit.end + 1, min(len(words), hit.end + 1 + FOR)):
        if words[at].word in PREPOSITIONS or words[at].clause != words[hit.start].clause:
            break
        places.append(at)
    ruling = _ruling(words, places, sides)
    if ruling is None and not sides.right and _somebody(heard, places):
        return Whose.SOMEBODY
    return ruling


FOR = 4
"""So many words behind "for" tell whose a thing is."""


def _somebody(heard: Heard, places: list[int]) -> bool:
    """Whether a word of some weight stands at the places: one who is none of those asked for."""
    words = (heard.words[at].word for at in places)
    return any(word not in _IDLE and tier(word) for word in words)


def _elsewhere(deed: Deed, said: Said, sides: Sides) -> bool:
    """Whether the right one plays another part in a deed than that of whose the idea is."""
    return any(
        at in sides.right and at not in said.hit.places and part in CORE
        for at, part in deed.parts.items()
    )


def _enclosing(heard: Heard, hit: Hit) -> list[Deed]:
    """The deeds that a hit tells of, and then those in which it plays a part."""
    told = read_deeds(heard.text)
    return [deed for deed in told if deed.verb in hit.places] + [
        deed
        for deed in told
        if deed.verb not in hit.places and not hit.places.isdisjoint(deed.parts)
    ]


def _sought(said: Said, deed: Deed) -> tuple[str, ...]:
    """The parts of a deed that they play whose the idea is."""
    if deed.verb in said.hit.places:
        return (DOER,)
    return (DOER, "by")


def _of(deed: Deed, parts: tuple[str, ...]) -> list[int]:
    return [at for at, part in sorted(deed.parts.items()) if part in parts]


def _ruling(words: tuple[Token, ...], places: Iterable[int], sides: Sides) -> Whose | None:
    """Who is the first that is named at the places."""
    thing = None
    for at in places:
        if at in sides.right:
            return Whose.NAMED
        if words[at].word in _ANYBODY:
            return Whose.MEANT
        if at in sides.rival:
            return Whose.OTHER
        if at in sides.thing:
            thing = Whose.OTHER
    return thing


def _by_place(words: tuple[Token, ...], hit: Hit, sides: Sides) -> Whose | None:
    """The same by what stands before the hit in its clause; "the American threat" may be either."""
    clause = words[hit.start].clause
    here = [at for at in range(hit.end) if words[at].clause == clause and at not in hit.places]
    noun = not is_verb(words[hit.start].word)
    if here and here[-1] == hit.start - 1 and noun and not words[here[-1]].owner:
        here = here[:-1] if here[-1] in sides.rival else here
    return _ruling(words, here, sides)


@lru_cache(maxsize=512)
def compared(prompt: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems by which a question tells the two things that it compares: of "why is the big lamp
    hotter than the small lamp" big and small."""
    words = tokens(prompt)
    than = next((at for at, token in enumerate(words) if token.word == "than"), None)
    near = words[max(0, (than or 0) - FAR) : than]
    if than is None or not any(comparative(token.word) for token in near):
        return frozenset(), frozenset()
    before = tuple(token for token in words[:than] if not comparative(token.word))
    sides = (before, words[than + 1 :])
    left, right = (frozenset(t.stem for t in side if t.word not in FUNCTION) for side in sides)
    return left - right, right - left


FAR = 6
"""So far before "than" the comparative is looked for: "colder near the poles than"."""


_ANYBODY = frozenset(
    {"they", "their", "them", "both", "each", "he", "she", "it", "we", "his", "her", "its"}
)
"""Words for who was named before: by the question, those of whom it asks."""


def named(token: Token) -> bool:
    """Whether a word names a country, a people or another proper name."""
    if lexicon.relations(token.stem).nation:
        return True
    if not token.raw[:1].isupper() or token.word in FUNCTION:
        return False
    return bool(token.gap) or lexicon.tier(token.word) in (0, lexicon.NAME)
