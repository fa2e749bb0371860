"""Which ideas of a set a response expresses, which it denies, and of whom it says them."""

from collections.abc import Iterable
from typing import NamedTuple

from quizapp.grading.denials import UNDOING
from quizapp.grading.english.classes import NEGATORS
from quizapp.grading.ideas.find import find
from quizapp.grading.ideas.hear import Heard, Hit, Said
from quizapp.grading.ideas.nodes import AnyOf, Leaf, Node
from quizapp.grading.ideas.sides import Sides, Whose, named, ranks, whose
from quizapp.grading.ideas.wanted import Wanted, WantedSet, Wording
from quizapp.grading.token import Token


class Told(NamedTuple):
    """What a response says of one idea: where, or else what it says against it.

    `whose` is of whom it is said, where that is asked. `denied` is where it denies it, `opposed`
    the place of a word that says the opposite of one of the wording `opposing`, `swapped` where it
    says it of somebody else.
    """

    said: Said | None = None
    whose: Whose | None = None
    denied: Hit | None = None
    opposed: int | None = None
    opposing: str = ""
    swapped: Hit | None = None


class Expressed(NamedTuple):
    """What a response says of a set of ideas; `turned` is whether they come in another order than
    the one asked; `need` of them are enough, or one of those that are so `alone`."""

    told: tuple[Told, ...]
    need: int
    alone: frozenset[int] = frozenset()
    turned: bool = False

    @property
    def found(self) -> int:
        """How many ideas are expressed."""
        return sum(one.said is not None for one in self.told)

    @property
    def whole(self) -> bool:
        """Whether all ideas that are needed are expressed, in their order."""
        return bool(self.told) and self.share == 1 and not self.turned

    @property
    def share(self) -> float:
        """How much of what is needed is expressed, from 0 to 1."""
        said = {at for at, one in enumerate(self.told) if one.said is not None}
        if said & self.alone or not self.told:
            return 1.0
        return min(1.0, len(said) / self.need) if self.need else 0.0

    @property
    def close(self) -> int:
        """How near the words that express them are to the key's own (see `Hit`)."""
        return min((one.said.hit.close for one in self.told if one.said), default=0)

    @property
    def places(self) -> frozenset[int]:
        """The words of the response that express them."""
        return frozenset().union(*(one.said.hit.places for one in self.told if one.said))

    @property
    def weight(self) -> int:
        """How many words express them, those counted who are named as their own."""
        return len(self.places) + sum(one.whose is Whose.NAMED for one in self.told)


def express(wanted: WantedSet, heard: Heard, either: frozenset[int] = frozenset()) -> Expressed:
    """What a response says of a set of ideas; those with the numbers `either` may be denied, as the
    key's own answers deny them: "to stop people from fleeing" for the idea of fleeing."""
    if wanted.begun.isdisjoint(heard.hits) and not heard.opposed:
        return Expressed((Told(),) * len(wanted.ideas), wanted.need, wanted.alone)
    all_said = list(_undenied([_said(idea, heard) for idea in wanted.ideas], heard))
    for number in either:
        all_said[number] = [
            _affirmed(one) if covered(one.hit, heard) else one for one in all_said[number]
        ]
    told = [
        _told(idea, said, wanted, heard) for idea, said in zip(wanted.ideas, all_said, strict=True)
    ]
    if wanted.ordered and all(one.said is not None for one in told):
        return _in_order(told, all_said, heard)
    return Expressed(tuple(told), wanted.need, wanted.alone)


def _told(idea: Wanted, said: list[Said], wanted: WantedSet, heard: Heard) -> Told:
    """What a response says of one idea."""
    affirmed = [one for one in said if not one.hit.denied]
    if affirmed:
        return _of_whom(idea, wanted, affirmed, heard) if idea.by else Told(affirmed[0])
    if said:
        return Told(denied=said[0].hit)
    for wording in idea.wordings if heard.opposed else ():
        if (at := _against(wording.node, heard)) is not None:
            return Told(opposed=at, opposing=wording.text)
    return Told()


def _affirmed(one: Said) -> Said:
    return one._replace(hit=one.hit._replace(denied=False))


def _is_spared(said: Said, spent: list[Said], heard: Heard) -> bool:
    """Whether a denial covers what is said that belongs to another idea of its clause; not where it
    denies the same words of somebody else."""
    hit, clause = said.hit, heard.words[said.hit.start].clause
    if not hit.denied or not covered(hit, heard):
        return False
    return any(
        heard.words[one.hit.start].clause == clause
        and _negator(hit, heard) in (None, _negator(one.hit, heard))
        and (one.wording.by == said.wording.by or hit.places.isdisjoint(one.hit.places))
        for one in spent
    )


def _negator(hit: Hit, heard: Heard) -> int | None:
    """The last word of denial up to what is said."""
    return next(
        (at for at in range(max(hit.places), -1, -1) if heard.words[at].word in NEGATORS), None
    )


def softly(hit: Hit, heard: Heard) -> bool:
    """Whether a verb such as "stop", and no "not", covers what is said."""
    clause = heard.words[hit.start].clause
    hard = any(t.word in NEGATORS and t.clause == clause for t in heard.words)
    return covered(hit, heard) and not hard


def covered(hit: Hit, heard: Heard) -> bool:
    """Whether a negation of the response covers what is said."""
    words = [heard.words[at] for at in hit.places]
    return any(token.denied and token.word not in NEGATORS for token in words)


def _said(idea: Wanted, heard: Heard) -> list[Said]:
    """Where the wordings of an idea stand, those of most words first; of those that stand in the
    same words, denied or not, the one that is closest to them.

    Those in one clause go before all others; a word that is denied does not say another by being
    its opposite.
    """
    said = heard.hits.keys()
    begun = {at for number in idea.begun.keys() & said for at in idea.begun[number]}
    found = [
        Said(hit, wording)
        for wording in map(idea.wordings.__getitem__, sorted(begun))
        if not any(map(said.isdisjoint, wording.needs))
        for hit in find(wording.node, heard)
    ]
    if len(found) < 2:
        return found
    found = [one for one in found if _in_one_clause(one.hit, heard)] or found
    denied = {one.hit.places for one in found if one.hit.denied and not one.hit.turned}
    found = [one for one in found if not (one.hit.turned and one.hit.places in denied)]
    found.sort(key=lambda one: (-len(one.hit.places), one.hit.start, -one.hit.close))
    return list({(one.hit.places, one.hit.denied): one for one in reversed(found)}.values())[::-1]


def _in_one_clause(hit: Hit, heard: Heard) -> bool:
    return heard.words[hit.start].clause == heard.words[hit.end - 1].clause


def _undenied(all_said: list[list[Said]], heard: Heard) -> list[list[Said]]:
    """What is said, where a denial that is an idea's own covers others too: of "it will not accept
    to be the junior partner" only the accepting is denied, and "stop" of "it stops infection" may
    be an idea itself."""
    every = [one for said in all_said for one in said]
    if not any(one.hit.denied for one in every):
        return all_said
    spent = [one for one in every if one.hit.denying]
    places = frozenset().union(*(one.hit.places for one in every))
    undoing = {at for at, token in enumerate(heard.words) if _undoes(token) and at in places}
    undoing |= {at - 1 for at in places if at and heard.words[at - 1].word == "too"}
    if not spent and not undoing:
        return all_said
    return [
        [
            _affirmed(one)
            if _is_spared(one, spent, heard) or _undoer(one.hit, heard) in undoing
            else one
            for one in said
        ]
        for said in all_said
    ]


def _undoes(token: Token) -> bool:
    """Whether a word may deny what follows without a "not": "prevent", "too proud to"."""
    return token.stem in UNDOING or token.word == "too"


def _undoer(hit: Hit, heard: Heard) -> int | None:
    """The word such as "stop" that denies what is said, if no "not" does."""
    if not hit.denied or not softly(hit, heard):
        return None
    clause = heard.words[hit.start].clause
    return next(
        (
            at
            for at in range(hit.start - 1, -1, -1)
            if _undoes(heard.words[at]) and heard.words[at].clause == clause
        ),
        None,
    )


def _against(node: Node, heard: Heard) -> int | None:
    """Where the response says the opposite of a node: of one of its words, beside the others."""
    if isinstance(node, Leaf):
        return None if node.denied else heard.opposed.get(node.number)
    if isinstance(node, AnyOf):
        places = [_against(option, heard) for option in node.options]
        return next((at for at in places if at is not None), None)
    places = [_against(part, heard) for part in node.parts]
    first = next((at for at in places if at is not None), None)
    if first is None:
        return None
    clause = heard.words[first].clause
    told = all(
        at is not None or any(heard.words[hit.start].clause == clause for hit in find(part, heard))
        for at, part in zip(places, node.parts, strict=True)
    )
    return first if told else None


def _of_whom(idea: Wanted, wanted: WantedSet, said: list[Said], heard: Heard) -> Told:
    """An idea that has an owner: said of this one or of nobody in particular, or of another."""
    others = [other for other in wanted.ideas if other is not idea]
    unowned = (one.node for other in others for one in other.wordings if not one.by)
    thing = _places(unowned, heard)
    every = [node for each in wanted.ideas for node in each.by]
    rulings = [
        (whose(heard, one, _sides(one.wording, every, thing, heard)), one)
        if one.wording.by
        else (None, one)
        for one in said
    ]
    for ruling in (Whose.NAMED, Whose.MEANT, None):
        for found, one in rulings:
            if found is ruling:
                return Told(one, whose=found)
    kinds = {found for found, _ in rulings}
    return Told(swapped=said[0].hit, whose=Whose.SOMEBODY if Whose.SOMEBODY in kinds else None)


def _sides(wording: Wording, every: list[Node], thing: frozenset[int], heard: Heard) -> Sides:
    """Where a response names those of whom a wording is said, and others: any of `every` one that
    an idea is said of, another name, or a `thing` that another idea speaks of."""
    right = _places(wording.by, heard)
    rival = _places((node for node in every if node not in wording.by), heard)
    against = (heard.opposed.get(node.number) for node in wording.by if isinstance(node, Leaf))
    names = (at for at, token in enumerate(heard.words) if named(token))
    rival = rival.union(names, (at for at in against if at is not None)) - right
    rival = frozenset(at for at in rival if at + 1 not in right)  # "the Pacific plate"
    return Sides(right, rival, thing - right)


def _places(nodes: Iterable[Node], heard: Heard) -> frozenset[int]:
    """Where a response says any of the nodes."""
    return frozenset(at for node in nodes for hit in find(node, heard) for at in hit.places)


def _in_order(told: list[Told], all_said: list[list[Said]], heard: Heard) -> Expressed:
    """The same with the places that keep the order, if there are any."""
    options = [[one for one in said if not one.hit.denied] for said in all_said]
    every = [one for said in options for one in said]
    rank = dict(zip(map(id, every), ranks(heard, every), strict=True))
    last: int | None = None
    chosen: list[Told] = []
    for said, before in zip(options, told, strict=True):
        after = [one for one in said if last is None or rank[id(one)] > last]
        if not after:
            return Expressed(tuple(told), len(told), turned=True)
        best = min(after, key=lambda one: rank[id(one)])
        last = rank[id(best)]
        chosen.append(before._replace(said=best))
    return Expressed(tuple(chosen), len(chosen))
