"""What ideas found in a response do not count for: heaps of keywords, rival answers, and what is
said of another."""

from quizapp.grading.english.classes import FRAME, FUNCTION, LIGHT
from quizapp.grading.fold import fold
from quizapp.grading.ideas.express import Expressed
from quizapp.grading.ideas.hear import Heard, Hit
from quizapp.grading.ideas.sides import Sides, Whose, compared, whose
from quizapp.grading.meaning import may_be_noun
from quizapp.grading.verdict import Reason

_IDLE = FUNCTION | FRAME
NEAR_BY = 6
"""So far behind an "or" the other answer is looked for."""


def against(heard: Heard, found: Expressed, prompt: str) -> Reason | None:
    """What speaks against counting what was found."""
    if heaped(heard, found):
        return Reason("heap", "Keywords alone do not say how they hang together.")
    return rivals(heard, found, prompt) or of_another(heard, found, prompt)


HEAP = 4
"""So many keywords without a word between them are a heap."""


def heaped(heard: Heard, found: Expressed) -> bool:
    """Whether a response says nothing but keywords, more of them than it takes: in a row, or with
    a comma or an "and" between them. Arrows say how they hang together."""
    words = heard.words
    if len(words) < HEAP or len(heard.hits) <= len(found.told):
        return False
    sizes = [0]
    for token in words:
        if ">" in token.gap or not token.gap.isascii():
            return False
        if token.gap.strip() or token.word in ("and", "or"):
            sizes.append(0)
        sizes[-1] += token.word not in ("and", "or")
    if len(sizes) >= HEAP:
        return max(sizes) <= KEYWORD
    if len(sizes) > 1:
        return False
    said = heard.said
    return all(at in said and token.word not in FUNCTION for at, token in enumerate(words))


KEYWORD = 2
"""So many words make a keyword at most."""


def rivals(heard: Heard, found: Expressed, prompt: str) -> Reason | None:
    """Two answers where one is asked: what was found, "or" something that was not."""
    words, asked = heard.words, set(fold(prompt).split())
    for at in range(1, len(words) - 1):
        slash = "/" in words[at].gap
        if not slash and words[at].word not in ("or", "versus", "vs"):
            continue
        if words[at + 1].word == "so" and not words[at + 1].gap.strip():  # "ten years or so"
            continue
        behind = range(at if slash else at + 1, min(len(words), at + NEAR_BY))
        left, right = at - 1, next((one for one in behind if words[one].word not in _IDLE), at)
        said, used = heard.said, found.places
        if right in behind and right + 1 in said and not may_be_noun(words[right].word):
            continue  # "out of work or badly paid": both say what is right
        for mine, theirs in ((left, right), (right, left)):
            other = words[theirs]
            known = other.word in _IDLE | LIGHT or other.word in asked or other.denied
            known = known or theirs in said
            if mine in used and words[mine].word not in FUNCTION and not known:
                both = f"“{words[mine].raw}” or “{other.raw}”"
                return Reason("hedge", f"Two answers, {both}, where one is asked.")
    return None


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
