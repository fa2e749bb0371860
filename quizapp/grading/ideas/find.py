"""Where a response says a wording, by where it says its words."""

from quizapp.grading.denials import UNDOING
from quizapp.grading.english.classes import NEGATORS
from quizapp.grading.ideas.hear import Heard, Hit
from quizapp.grading.ideas.nodes import AnyOf, Leaf, Node
from quizapp.grading.ideas.small_words import lessens
from quizapp.grading.modifiers import back, leading, way
from quizapp.grading.semantic_roles import together
from quizapp.grading.tokens import Token

MOST_HITS = 12
"""So many places of one wording are looked at."""
NEAR = 3
"""So few words before others a denial plainly belongs to them."""
REACH = 3
"""So many other words may stand between the words of one wording that are not in one clause."""


def find(node: Node, heard: Heard) -> list[Hit]:
    """Where the response says what a node stands for, in order."""
    if isinstance(node, Leaf):
        found = heard.hits.get(node.number, [])[:MOST_HITS]
        if not node.denied:
            return found
        return [hit._replace(denied=not hit.denied, denying=hit.denied) for hit in found]
    if isinstance(node, AnyOf):
        hits = heard.hits
        said = [one for one in node.options if not isinstance(one, Leaf) or one.number in hits]
        every = [hit for option in said for hit in find(option, heard)]
        if len(every) < 2:
            return every
        every.sort(key=_order)
        closest = {(hit.places, hit.denied): hit for hit in reversed(every)}
        return list(closest.values())[: -MOST_HITS - 1 : -1]
    parts = []
    for part in node.parts:
        found = find(part, heard)
        if not found:
            return []
        parts.append(found)
    if node.left is not None and heard.than:
        parts = [
            [hit for hit in hits if _on_its_side(hit, heard, left=number < node.left)]
            for number, hits in enumerate(parts)
        ]
    if node.ways:
        parts = [
            [hit for hit in hits if _is_led(hit, heard, wanted)]
            for hits, wanted in zip(parts, node.ways, strict=True)
        ]
    if node.leads:
        parts = [
            [led for hit in hits if (led := _led_by(hit, heard, wanted)) is not None]
            for hits, wanted in zip(parts, node.leads, strict=True)
        ]
    if not all(parts):
        return []
    found = parts[0]
    for other in parts[1:]:
        found = [both for hit in found if (both := _beside(hit, other, heard)) is not None]
    return [_undenied(hit, heard.words) if hit.denied else hit for hit in found]


def _is_led(hit: Hit, heard: Heard, wanted: int) -> bool:
    """Whether no preposition leads to something the other way: from the east, not to it."""
    return not wanted or way(heard.words, hit.start) != back(wanted)


def _led_by(hit: Hit, heard: Heard, wanted: frozenset[str]) -> Hit | None:
    """A hit with the preposition that leads to it, if it is one of those that are wanted."""
    if not wanted:
        return hit
    word, places = leading(heard.words, hit.start)
    if word not in wanted:
        return None
    return hit._replace(start=places.start, places=hit.places.union(places))


def _on_its_side(hit: Hit, heard: Heard, *, left: bool) -> bool:
    """Whether something stands on this side of the "than" of its clause, if it has one."""
    clause = heard.words[hit.start].clause
    than = next((at for at in heard.than if heard.words[at].clause == clause), None)
    return than is None or left == (hit.start < than)


def _undenied(hit: Hit, words: tuple[Token, ...]) -> Hit:
    """A hit whose own words deny the rest of it: "keep them from falling", "prevent rust"."""
    causes = [at for at in hit.places if words[at].word == "from" or words[at].stem in UNDOING]
    if not causes or not any(at < hit.end - 1 and not words[at].denied for at in causes):
        return hit
    before = range(max(0, hit.start - NEAR), hit.start)
    return hit._replace(denied=any(words[at].word in NEGATORS for at in before))


def _order(hit: Hit) -> tuple[int, int, bool, int]:
    return hit.start, hit.end, hit.denied, -hit.close


def _beside(hit: Hit, others: list[Hit], heard: Heard) -> Hit | None:
    """A hit together with the nearest of the others that stands near it, on words of its own."""
    words = heard.words
    best: tuple[tuple[bool, int, int], Hit] | None = None
    for other in others:
        if hit.places & other.places:
            continue
        apart = max(hit.start, other.start) - min(hit.end, other.end)
        if apart > REACH and words[hit.start].clause != words[other.start].clause:
            continue
        if heard.strict and not together(heard.text, hit.places, other.places):
            continue
        both = _both(_lessened(hit, other, words), _lessened(other, hit, words))
        if _passes(hit, other, words) or _passes(other, hit, words):
            both = both._replace(denied=True)
        rank = both.denied, -both.close, apart
        if best is None or rank < best[0]:
            best = rank, both
    return best[1] if best is not None else None


def _lessened(hit: Hit, other: Hit, words: tuple[Token, ...]) -> Hit:
    """A hit that is denied by nothing but the "less" before it, which is looked for as well."""
    before = hit.start - 1
    if hit.denied and words[hit.start].soft and lessens(words, before) and before in other.places:
        return hit._replace(denied=False)
    return hit


def _passes(denial: Hit, other: Hit, words: tuple[Token, ...]) -> bool:
    """Whether a word of denial does not cover what it should: the "not" of "who do not pay can be
    excluded"."""
    if not denial.denying or other.denying or any(words[at].denied for at in other.places):
        return False
    return not 0 <= other.start - denial.end < NEAR


def _both(hit: Hit, other: Hit) -> Hit:
    """Two hits as one. A denial that the wording has itself covers the other as well."""
    return Hit(
        min(hit.start, other.start),
        max(hit.end, other.end),
        (hit.denied and not (other.denying or other.turned))
        or (other.denied and not (hit.denying or hit.turned)),
        hit.places | other.places,
        min(hit.close, other.close),
        hit.denying or other.denying,
        hit.turned or other.turned,
    )
