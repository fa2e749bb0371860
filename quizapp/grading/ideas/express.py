"""Which ideas of a set a response expresses, which it denies, and of whom it says them."""

from collections.abc import Iterable
from typing import NamedTuple

from quizapp.grading.ideas.find import Heard, Hit, find
from quizapp.grading.ideas.sides import Sides, doer, named, ranks
from quizapp.grading.ideas.wanted import Leaf, Node, Wanted, WantedSet, Wording

Said = tuple[Hit, Wording]
"""Where a wording of an idea stands."""


class VerdictPanel(NamedTuple):
    """What a response says of one idea: where, or else what it says against it.

    `owned` says that the one whose it is was named.
    `denied` is where it denies it, `opposed` the place of a word that says the opposite, `swapped`
    where it says it of somebody else.
    """

    said: Said | None = None
    owned: bool = False
    denied: Hit | None = None
    opposed: int | None = None
    swapped: Hit | None = None


class Expressed(NamedTuple):
    """What a response says of a set of ideas; `turned` is whether they come in another order than
    the one asked."""

    told: tuple[VerdictPanel, ...]
    turned: bool = False

    @property
    def found(self) -> int:
        """How many ideas are expressed."""
        return sum(one.said is not None for one in self.told)

    @property
    def whole(self) -> bool:
        """Whether all ideas are expressed, in their order."""
        return bool(self.told) and self.found == len(self.told) and not self.turned

    @property
    def owned(self) -> bool:
        """Whether all who were asked for are named with their ideas."""
        return any(one.owned for one in self.told)

    @property
    def places(self) -> frozenset[int]:
        """The words of the response that express them."""
        return frozenset().union(*(one.said[0].places for one in self.told if one.said is not None))


def express(wanted: WantedSet, heard: Heard) -> Expressed:
    """What a response says of a set of ideas."""
    all_said = _undenied([_said(idea, heard) for idea in wanted.ideas], heard)
    told = []
    for idea, said in zip(wanted.ideas, all_said, strict=True):
        affirmed = [one for one in said if not one[0].denied]
        if affirmed and idea.by:
            told.append(_of_whom(idea, wanted, affirmed, heard))
        elif affirmed:
            told.append(VerdictPanel(affirmed[0]))
        elif said:
            told.append(VerdictPanel(denied=said[0][0]))
        else:
            told.append(VerdictPanel(opposed=_opposed(idea, heard)))
    if wanted.ordered and all(one.said is not None for one in told):
        return _in_order(told, all_said, heard)
    return Expressed(tuple(told))


def _said(idea: Wanted, heard: Heard) -> list[Said]:
    """Where the wordings of an idea stand, those of most words first; of those that stand in the
    same words, the one in its own form."""
    found = [(hit, wording) for wording in idea.wordings for hit in find(wording.node, heard)]
    found.sort(
        key=lambda one: (
            one[0].slip is not None, -len(one[0].places), one[0].start, not one[0].exact
        )
    )  # fmt: skip
    seen: set[frozenset[int]] = set()
    kept = []
    for one in found:
        if one[0].places not in seen:
            seen.add(one[0].places)
            kept.append(one)
    return kept


def _undenied(all_said: list[list[Said]], heard: Heard) -> list[list[Said]]:
    """What is said, where a denial that is an idea's own covers others too: of "it will not accept
    to be the junior partner" only the accepting is denied."""
    spent = {
        heard.words[hit.start].clause
        for said in all_said
        for hit, wording in said
        if wording.denying and not hit.denied
    }
    if not spent:
        return all_said
    return [
        [
            (hit._replace(denied=False), wording)
            if hit.denied and not wording.denying and heard.words[hit.start].clause in spent
            else (hit, wording)
            for hit, wording in said
        ]
        for said in all_said
    ]


def _opposed(idea: Wanted, heard: Heard) -> int | None:
    """Where a word stands that is the opposite of a wording of one word."""
    for wording in idea.wordings:
        if isinstance(wording.node, Leaf) and not wording.node.denied:
            at = heard.opposed.get(wording.node.number)
            if at is not None:
                return at
    return None


def _of_whom(idea: Wanted, wanted: WantedSet, said: list[Said], heard: Heard) -> VerdictPanel:
    """An idea that has an owner: said of this one or of nobody in particular, or of another."""
    right = _places(idea.by, heard)
    others = [other for other in wanted.ideas if other is not idea]
    rival = _places((node for other in others for node in other.by), heard)
    thing = _places((one.node for other in others for one in other.wordings), heard)
    against = (heard.opposed.get(node.number) for node in idea.by if isinstance(node, Leaf))
    names = (at for at, token in enumerate(heard.words) if named(token))
    rival = rival.union(names, (at for at in against if at is not None)) - right
    sides = Sides(right, rival, thing - right)
    rulings = [(doer(heard.words, hit, wording, sides), (hit, wording)) for hit, wording in said]
    for ruling in (True, None):
        for found, one in rulings:
            if found is ruling:
                return VerdictPanel(one, owned=found is True)
    return VerdictPanel(swapped=said[0][0])


def _places(nodes: Iterable[Node], heard: Heard) -> frozenset[int]:
    """Where a response says any of the nodes."""
    return frozenset(at for node in nodes for hit in find(node, heard) for at in hit.places)


def _in_order(told: list[VerdictPanel], all_said: list[list[Said]], heard: Heard) -> Expressed:
    """The same with the places that keep the order, if there are any."""
    options = [[one for one in said if not one[0].denied] for said in all_said]
    every = [(hit, wording.passive) for said in options for hit, wording in said]
    rank = dict(zip(((id(hit)) for hit, _ in every), ranks(heard.words, every), strict=True))
    last: int | None = None
    chosen: list[VerdictPanel] = []
    for said in options:
        after = [one for one in said if last is None or rank[id(one[0])] > last]
        if not after:
            return Expressed(tuple(told), turned=True)
        best = min(after, key=lambda one: rank[id(one[0])])
        last = rank[id(best[0])]
        chosen.append(VerdictPanel(best))
    return Expressed(tuple(chosen))
