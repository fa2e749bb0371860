"""The ideas of a key made ready: every wording a small tree over the words that are looked for."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading.braces import Choice, Pattern, pattern
from quizapp.grading.english.classes import (
    AUXILIARIES,
    LEAVING,
    NEGATORS,
    PREPOSITIONS,
    VERB_PARTICLES,
)
from quizapp.grading.forms import stem
from quizapp.grading.ideas.nodes import AllOf, AnyOf, Leaf, Node, needs
from quizapp.grading.ideas.small_words import (
    DISPENSABLE,
    kept_words,
    made_one,
)
from quizapp.grading.key import Idea, Ideas
from quizapp.grading.lexicon import relations
from quizapp.grading.meaning import Synonyms, comparative, key
from quizapp.grading.modifiers import SOURCE, way
from quizapp.grading.phrases import Phrase, phrases
from quizapp.grading.tokens import Token, tokens
from quizapp.grading.traits import Trait, opposites, traits

DENIAL = "!"
"""The trait of every word of denial."""


class Wording(NamedTuple):
    """One wording of an idea; `by` says whose it is
    (none: anybody's). A response that says it has a word of each of the sets in `needs`."""

    text: str
    node: Node
    needs: tuple[frozenset[int], ...]
    by: tuple[Node, ...] = ()


class Wanted(NamedTuple):
    """One idea: its wordings, and those of whom any of them is said. Which wordings a response may
    say that has a word is in `begun`, by the number of the word."""

    wordings: tuple[Wording, ...]
    begun: dict[int, list[int]]
    by: tuple[Node, ...]


BEGINNING = 3
"""So many letters of a stem are its beginning."""


class Lookup:
    """The words looked for: `words` by number, which numbers have a trait, which it opposes;
    `beginnings` are the first letters of their stems. Made once for a key, each is itself alone."""

    __slots__ = ("against", "alike", "beginnings", "synonyms", "words")

    def __init__(
        self,
        words: tuple[str, ...],
        alike: dict[Trait, tuple[int, ...]],
        against: dict[Trait, tuple[int, ...]],
        synonyms: Synonyms,
    ) -> None:
        self.words = words
        self.alike = alike
        self.against = against
        self.synonyms = synonyms
        self.beginnings = frozenset(str(trait)[1 : 1 + BEGINNING] for trait in alike)


class WantedSet(NamedTuple):
    """Ideas that belong together, and whether they must come in order; how many of them are
    needed, but for those that are enough `alone`, by their numbers. `begun` are the words of which
    a response has one that says any of them."""

    ideas: tuple[Wanted, ...]
    begun: frozenset[int]
    ordered: bool
    need: int
    alone: frozenset[int]


class Prepared(NamedTuple):
    """All sets of ideas of a key over one index."""

    sets: tuple[WantedSet, ...]
    lookup: Lookup


@lru_cache(maxsize=512)
def prepare(sets: tuple[Ideas, ...], synonyms: Synonyms) -> Prepared:
    """The sets of ideas of one key, made ready."""
    build = _Build(synonyms)
    found = tuple(_set(one, tuple(map(build.idea, one.ideas))) for one in sets)
    return Prepared(found, build.lookup())


def _set(ideas: Ideas, ready: tuple[Wanted, ...]) -> WantedSet:
    """Ideas that are made ready, as a set."""
    alone = frozenset(at for at, idea in enumerate(ideas.ideas) if idea.alone)
    others = len(ready) - len(alone)
    begun = frozenset().union(*(idea.begun for idea in ready))
    return WantedSet(ready, begun, ideas.ordered, min(ideas.need or others, others), alone)


class _Build:
    """The index while wordings are read into it: a number for each word, in order."""

    def __init__(self, synonyms: Synonyms) -> None:
        self.synonyms = synonyms
        self.numbers: dict[str, int] = {}
        self.traits: list[frozenset[Trait]] = []
        self.names: set[int] = set()

    def lookup(self) -> Lookup:
        alike: dict[Trait, list[int]] = {}
        against: dict[Trait, list[int]] = {}
        for word, number in self.numbers.items():
            for trait in self.traits[number]:
                alike.setdefault(trait, []).append(number)
            if " " not in word and number not in self.names:
                for trait in opposites(word):
                    against.setdefault(trait, []).append(number)
        return Lookup(
            tuple(self.numbers),
            {trait: tuple(found) for trait, found in alike.items()},
            {trait: tuple(found) for trait, found in against.items()},
            self.synonyms,
        )

    def number(self, word: str, its_traits: frozenset[Trait]) -> int:
        if word not in self.numbers:
            self.numbers[word] = len(self.traits)
            self.traits.append(its_traits)
        return self.numbers[word]

    def idea(self, idea: Idea) -> Wanted:
        own = idea.own or ((),) * len(idea.says)
        wordings = []
        for says, names in zip(idea.says, own, strict=True):
            if (wording := self.wording(says)) is not None:
                by = [one.node for name in names or idea.by if (one := self.wording(name))]
                wordings.append(wording._replace(by=tuple(by)))
        begun: dict[int, list[int]] = {}
        for at, one in enumerate(wordings):
            for number in one.needs[0]:
                begun.setdefault(number, []).append(at)
        every = dict.fromkeys(node for one in wordings for node in one.by)
        return Wanted(tuple(wordings), begun, tuple(every))

    def wording(self, text: str) -> Wording | None:
        """A wording read; None if it says nothing."""
        found = pattern(text)
        node = self.sequence(found, denied=False)
        return Wording(text, node, needs(node)) if node is not None else None

    def sequence(self, found: Pattern, *, denied: bool) -> Node | None:
        """The node of a pattern. A choice stands in the text as a word: a denial covers it."""
        found = _denied_plainly(found)
        for at, piece in enumerate(found[:MOST_DENIALS]):
            if isinstance(piece, Choice) and (others := _affirming(piece)) != piece.options:
                ways = [(*found[:at], "not ", *found[at + 1 :])]
                if others:
                    ways.append((*found[:at], Choice(others), *found[at + 1 :]))
                nodes = [self.sequence(way, denied=denied) for way in ways]
                return _any([one for one in nodes if one is not None])
        choices = [piece for piece in found if isinstance(piece, Choice)]
        stand_ins = {f"choice{number}choice": one for number, one in enumerate(choices)}
        names = iter(stand_ins)
        text = "".join(one if isinstance(one, str) else f" {next(names)} " for one in found)
        words = tokens(text)
        light = frozenset(name for name, one in stand_ins.items() if _light(one))
        kept = frozenset(map(id, kept_words(words, light)))
        longest = {one.start: one for one in phrases(tuple(t.stem for t in words), self.synonyms)}
        parts: list[Node] = []
        left: int | None = None
        led_to: list[int] = []
        leads: list[frozenset[str]] = []
        leading: frozenset[str] = frozenset()
        left_behind = False
        at = 0
        while at < len(words):
            token, phrase = words[at], longest.get(at)
            left = len(parts) if token.word == "than" else left
            end = phrase.end if phrase is not None else at + 1
            if token.word in stand_ins and end < len(words) and _leading(stand_ins[token.word]):
                leading = frozenset(map(_first_words, stand_ins[token.word].options))
            elif token.word in stand_ins:
                parts += self.choice(stand_ins[token.word], denied=token.denied != denied)
            else:
                leaves = [self.leaf(t, denied) for t in words[at:end] if id(t) in kept]
                parts += leaves if phrase is None else [self.phrase(words, phrase, leaves, denied)]
            added = len(parts) - len(led_to)
            led_to += [way(words, at) or SOURCE * left_behind] * added
            leads += [leading] * added
            leading = frozenset() if added else leading
            left_behind = token.word in stand_ins and _all_in(stand_ins[token.word], LEAVING)
            at = end
        if not parts:
            return None
        if "than" not in text.split() and any(map(comparative, _every(found))):
            left = len(parts)
        if len(parts) > 1 or led(led_to) or any(leads):
            node: Node = AllOf(tuple(parts), left, led(led_to), tuple(leads) if any(leads) else ())
        else:
            node = parts[0]
        plain = [t for t in words if id(t) in kept]
        if len(plain) == 2 and not stand_ins and plain[0].denied == plain[1].denied:
            joined = made_one(plain[0].word, plain[1].word)
            number = self.number(joined, frozenset({f"~{stem(joined)}"}))
            return AnyOf((node, Leaf(number, plain[0].denied != denied)))
        return node

    def leaf(self, token: Token, denied: bool) -> Leaf:
        """A word of a wording, in a wording that is `denied` as a whole or not."""
        if token.word in NEGATORS:
            return Leaf(self.number("not", frozenset({DENIAL})), denied)
        number = self.number(token.word, traits(token.word, self.synonyms))
        if token.raw[:1].isupper():
            self.names.add(number)
        return Leaf(number, token.denied != denied)

    def choice(self, choice: Choice, *, denied: bool) -> list[Node]:
        """What one of several patterns must say; nothing where one of them says nothing."""
        options = [self.sequence(one, denied=denied) for one in choice.options]
        found = [one for one in options if one is not None]
        return [_any(found)] if len(found) == len(options) else []

    def phrase(
        self, words: tuple[Token, ...], phrase: Phrase, leaves: list[Leaf], denied: bool
    ) -> Node:
        """An expression of several words: itself by its meaning, or its words."""
        said = words[phrase.start : phrase.end]
        within = any(t.word in NEGATORS for t in said)
        name = " ".join(t.word for t in said)
        number = self.number(name, frozenset(phrase.groups) | _inside(name))
        whole = Leaf(number, (said[-1].denied != within) != denied)
        return _any([whole, AllOf(tuple(leaves))] if leaves else [whole])


MOST_DENIALS = 3
"""Among so many pieces of a wording a choice may be between a word and a "not"."""


def _affirming(choice: Choice) -> tuple[Pattern, ...]:
    """The options of a choice that are no denial alone: "prevent" of "{prevent|not|no longer}"."""
    return tuple(one for one in choice.options if not _denies(_first_words(one).split()))


def _denies(words: list[str]) -> bool:
    """Whether words are a denial alone: "not", "no longer"."""
    return words[:1] != [] and words[0] in NEGATORS and set(words[1:]) <= {"longer", "more"}


def _denied_plainly(found: Pattern) -> Pattern:
    """A pattern with one auxiliary where it has a choice of them and a denial: "{will|can} not"."""
    said = " ".join(piece for piece in found if isinstance(piece, str)).split()
    if NEGATORS.isdisjoint(said):
        return found
    return tuple(
        f" {piece.options[0][0]} " if isinstance(piece, Choice) and _auxiliary(piece) else piece
        for piece in found
    )


def _auxiliary(choice: Choice) -> bool:
    """Whether all options are auxiliaries, such as "will"."""
    return _all_in(choice, AUXILIARIES)


def _leading(choice: Choice) -> bool:
    """Whether all options are prepositions, such as "out of"."""
    return {_first_words(one) for one in choice.options} <= PREPOSITIONS | {"out of"}


def _first_words(option: Pattern) -> str:
    """The words of an option that has no choice of its own; "" of any other."""
    plain = len(option) == 1 and isinstance(option[0], str)
    return str(option[0]).strip() if plain else ""


def _light(choice: Choice) -> bool:
    """Whether all options are words of little weight ("go"), or particles: "give {up|away}"."""
    return _all_in(choice, DISPENSABLE | VERB_PARTICLES)


def _all_in(choice: Choice, words: frozenset[str]) -> bool:
    """Whether each option is one of these words."""
    return all(
        len(one) == 1 and isinstance(one[0], str) and one[0].strip() in words
        for one in choice.options
    )


def led(ways: list[int]) -> tuple[int, ...]:
    """Which ways the parts of a wording are led, if any is: "escape to town"."""
    return tuple(ways) if any(ways) else ()


def _every(found: Pattern) -> Iterator[str]:
    """Every word of a pattern, whichever its choices are."""
    for piece in found:
        if isinstance(piece, str):
            yield from piece.split()
        else:
            for option in piece.options:
                yield from _every(option)


def _any(options: list[Node]) -> Node:
    return options[0] if len(options) == 1 else AnyOf(tuple(options))


def _inside(name: str) -> frozenset[Trait]:
    return frozenset(f"^{number}" for number in relations(key(name)).inside)
