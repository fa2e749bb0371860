"""What ideas found in a response do not count for: heaps of keywords, echoes, rival answers."""

from functools import lru_cache
from itertools import pairwise

from quizapp.grading.english.classes import ARTICLES, FRAME, FUNCTION, LIGHT, NEGATORS
from quizapp.grading.fold import fold
from quizapp.grading.forms import stem
from quizapp.grading.ideas.express import Expressed
from quizapp.grading.ideas.hear import Heard, Hit
from quizapp.grading.ideas.sides import Sides, Whose, compared, whose
from quizapp.grading.ideas.small_words import acronym
from quizapp.grading.lexicon import relations
from quizapp.grading.meaning import is_noun, is_verb
from quizapp.grading.prompt import read_prompt
from quizapp.grading.semantic_roles import DOER, read_deeds
from quizapp.grading.tokens import tokens
from quizapp.grading.verdict import Reason

_LIGHTER = FUNCTION | FRAME | LIGHT
_IDLE = FUNCTION | FRAME
_JOINING = FUNCTION | NEGATORS

HEAP = 4
"""So many keywords without a word between them are a heap."""


def against(heard: Heard, found: Expressed, prompt: str) -> Reason | None:
    """What speaks against counting what was found."""
    if heaped(heard, found):
        return Reason("heap", "Keywords alone do not say how they hang together.")
    if echoed(heard, found, prompt):
        return Reason("echo", "It only repeats words of the question.")
    return (
        rivals(heard, found, prompt)
        or turned(heard, found, prompt)
        or of_another(heard, found, prompt)
    )


def of_another(heard: Heard, found: Expressed, prompt: str) -> Reason | None:
    """What was found, said of the other of two things that the question compares: of linear search,
    where is asked why binary search is faster than linear search."""
    right, other = compared(prompt)
    if not right or not other:
        return None
    places = [
        frozenset(at for at, t in enumerate(heard.words) if t.stem in one) for one in (right, other)
    ]
    sides = Sides(places[0], frozenset(), places[1])
    if not sides.thing:
        return None
    said = [one.said for one in found.told if one.said is not None and one.whose is None]
    there = not sides.right and all(_stands_there(heard, one.hit, places[1]) for one in said)
    if not said or not (there or all(whose(heard, one, sides) is Whose.OTHER for one in said)):
        return None
    return Reason("roles", f"It says “{heard.shown(said[0].hit)}” of the other.")


def _stands_there(heard: Heard, hit: Hit, places: frozenset[int]) -> bool:
    """Whether something is said of what is at one of these places, in one clause: "at the sea"."""
    words = heard.words
    return any(
        words[at].clause == words[hit.start].clause
        and any(words[before].word in _THERE for before in range(max(0, at - 2), at))
        for at in places
    )


_THERE = frozenset({"at", "in", "on", "near", "inside"})


def heaped(heard: Heard, found: Expressed) -> bool:
    """Whether a response heaps up keywords: in a row, or each behind a comma or an "and".

    A heap says one idea twice or more, or has nothing but keywords. Arrows say how they hang
    together.
    """
    words = [t for t in heard.words if t.word not in ARTICLES]
    if len(words) < HEAP or not found.found:
        return False
    chunks, size = 1, 1
    longest = 1
    for before, token in pairwise(words):
        if token.gap.strip() or before.word in ("and", "or"):
            chunks, size = chunks + 1, 1
        elif token.word not in ("and", "or"):
            size += 1
            longest = max(longest, size)
    chained = any(">" in t.gap or "→" in t.gap or "⇒" in t.gap for t in words)
    listed = chunks >= HEAP and longest <= 2 and not chained
    joined = any(t.word in _JOINING and not acronym(t) for t in words)
    bare = not joined and not _tells(heard)
    repeated = sum(len(hits) > 0 for hits in heard.hits.values()) > len(found.told)
    return (listed and repeated) or (bare and repeated and chunks == 1)


def _tells(heard: Heard) -> bool:
    """Whether a response tells of a deed with two sides, or has a verb that is inflected or that
    an article follows."""
    for deed in read_deeds(heard.text):
        sided = DOER in deed.parts.values() and len(deed.parts) > 1
        if sided and deed.verb < len(heard.words) and not is_noun(heard.words[deed.verb].word):
            return True
    if any(is_verb(t.word) and after.word in ARTICLES for t, after in pairwise(heard.words)):
        return True
    words = [t for t in heard.words if t.word not in ARTICLES]
    return any(
        len(t.word) > 3 and t.word != t.stem and t.word.endswith(("s", "ed", "ing"))
        for t in words[1:-1]
    )


def echoed(heard: Heard, found: Expressed, prompt: str) -> bool:
    """Whether all that was found is words of the question, said of nothing else."""
    if not found.found or not prompt:
        return False
    asked = set(fold(prompt).split())
    return all(
        token.word in asked or (token.word in _LIGHTER and at not in found.places)
        for at, token in enumerate(heard.words)
    )


def turned(heard: Heard, found: Expressed, prompt: str) -> Reason | None:
    """What was found, with the opposite of what the question says of it: "it removes encryption"
    where is asked what is added."""
    asked, said = read_prompt(prompt), {t.stem for t in heard.words}
    if asked.negated or len(heard.words) > LONG:
        return None
    for at, token in enumerate(heard.words):
        if token.denied or token.word in _IDLE:
            continue
        opposed = opposites(token.stem) & asked.words - said - FRAMING
        opposed = opposed - measured(prompt) if opposed else opposed
        if opposed and token.stem not in asked.words and _is_beside(heard, found, at):
            detail = f"“{token.raw}” is the opposite of “{min(opposed)}” in the question."
            return Reason("opposite", detail)
    return None


@lru_cache(maxsize=4096)
def opposites(base: str) -> frozenset[str]:
    """The stems of the opposites of a word, given by its stem, that are not its converses."""
    known = relations(base)
    return frozenset(map(stem, known.opposites - known.converses))


def measured(prompt: str) -> set[str]:
    """The stems of the words of which a question says how little it is: "only one cell thick"."""
    words = tokens(prompt)
    return {
        token.stem
        for at, token in enumerate(words)
        if any(t.word in _LIMITING for t in words[max(0, at - 3) : at])
    }


_LIMITING = frozenset({"only", "just", "merely", "hardly", "barely"})


def _is_beside(heard: Heard, found: Expressed, at: int) -> bool:
    """Whether a word that is no part of any idea stands near to what was found."""
    if any(at in hit.places for hits in heard.hits.values() for hit in hits):
        return False
    clause = heard.words[at].clause
    return any(
        abs(near - at) <= BESIDE and heard.words[near].clause == clause for near in found.places
    )


LONG = 24
"""In so long a response much is said besides."""
BESIDE = 3
"""So near to what was found stands what is said of it."""
FRAMING = frozenset(map(stem, ("find", "give", "name", "tell", "say", "think", "go", "come")))
"""Stems of verbs that a question may use of its author or of the learner."""
BOTH_WAYS = tuple(
    map(set, (("up", "down"), ("in", "out"), ("on", "off"), ("before", "after"), ("over", "under")))
)
"""Small words that an "or" joins to say that either way will do: "goes up or down"."""
NEAR_BY = 6
"""So far behind an "or" the other answer is looked for."""


def rivals(heard: Heard, found: Expressed, prompt: str) -> Reason | None:
    """Two answers where one is asked: what was found, "or" something that was not."""
    words, used = heard.words, found.places
    asked = set(fold(prompt).split())
    for at, token in enumerate(words):
        slash = "/" in token.gap
        if not (token.word in ("or", "versus", "vs") or slash) or not 0 < at < len(words) - 1:
            continue
        left, right = at - 1, at if slash else at + 1
        if not slash and {words[left].word, words[right].word} in BOTH_WAYS:
            continue
        end = min(len(words), right + NEAR_BY)
        while right + 1 < end and words[right].word in _IDLE:
            right += 1
        for mine, theirs in ((left, right), (right, left)):
            other = words[theirs]
            if (
                mine in used
                and theirs not in used
                and not any(theirs in hit.places for hits in heard.hits.values() for hit in hits)
                and other.word not in _LIGHTER
                and other.word not in asked
                and not other.denied
            ):
                both = f"“{words[mine].raw}” or “{other.raw}”"
                return Reason("hedge", f"Two answers, {both}, where one is asked.")
    return None
