"""What words have to do with each other: one meaning, near meanings, opposites, converses."""

from functools import cache, lru_cache
from typing import NamedTuple

from quizapp.grading import lexicon
from quizapp.grading.fold import fold
from quizapp.grading.forms import stem
from quizapp.grading.lexicon import Sense, sense
from quizapp.grading.words.forms import IRREGULAR
from quizapp.grading.words.pairs import CONVERSES, EQUIVALENTS, OPPOSITES
from quizapp.grading.words.phrases import PHRASES

Synonyms = tuple[tuple[str, ...], ...]

EQUAL, NEAR, FAMILY, LOOSE = 0.95, 0.85, 0.8, 0.7
"""Strengths of `likeness`: of a list, of one meaning in the thesaurus, of a meaning beside it."""


class Groups(NamedTuple):
    """Which groups of one meaning an expression, stems joined by a space, stands in."""

    of: dict[str, frozenset[int]]
    longest: int
    starts: frozenset[str]


def key(expression: str) -> str:
    """The stems of an expression, without articles."""
    return " ".join(
        stem(word) for word in fold(expression).split() if word not in ("the", "a", "an")
    )


@lru_cache(maxsize=64)
def groups(synonyms: Synonyms) -> Groups:
    """The built-in groups and the bank's own."""
    table: dict[str, set[int]] = {}
    for number, members in enumerate(EQUIVALENTS + PHRASES):
        for member in members:
            found = " ".join(map(stem, member.split())) if " " in member else stem(member)
            table.setdefault(found, set()).add(number)
    for number, members in enumerate(synonyms, len(EQUIVALENTS + PHRASES)):
        for member in members:
            if found := key(member):
                table.setdefault(found, set()).add(number)
    return Groups(
        {name: frozenset(numbers) for name, numbers in table.items()},
        max(len(name.split()) for name in table),
        frozenset(name.split()[0] for name in table if " " in name),
    )


class Phrase(NamedTuple):
    """Words of a text that make one expression of the groups: from `start` to before `end`."""

    groups: frozenset[int]
    start: int
    end: int


_APART = frozenset({"up", "down", "off", "out", "away", "back", "from"})


def phrases(stems: tuple[str, ...], synonyms: Synonyms) -> tuple[Phrase, ...]:
    """The expressions of several words in a text; a verb and its particle may stand apart."""
    known = groups(synonyms)
    found = []
    for at, first in enumerate(stems):
        if first not in known.starts:
            continue
        for end in range(at + 2, min(at + known.longest, len(stems)) + 1):
            ids = known.of.get(" ".join(stems[at:end]))
            if ids:
                found.append(Phrase(ids, at, end))
        for end in range(at + 2, min(at + 5, len(stems))):
            if stems[end] in _APART and (ids := known.of.get(f"{first} {stems[end]}")):
                found.append(Phrase(ids, at, end + 1))
                break
    return tuple(found)


@lru_cache(maxsize=16384)
def ids(word: str, synonyms: Synonyms) -> frozenset[int]:
    """The groups of one folded word, or of what it is a form of."""
    table = groups(synonyms).of
    found = table.get(stem(word))
    if found is None:
        found = frozenset().union(*(table.get(stem(base), frozenset()) for base in bases(word)))
    return found


@cache
def _linked(pairs: tuple[tuple[str, str], ...]) -> frozenset[tuple[str, str]]:
    """Both directions of pairs, between stems."""
    found = set()
    for left, right in pairs:
        found.add((stem(left), stem(right)))
        found.add((stem(right), stem(left)))
    return frozenset(found)


@cache
def _opposed_groups() -> frozenset[tuple[int, int]]:
    """Groups of which some members are opposites."""
    table = groups(()).of
    found = set()
    for left, right in OPPOSITES:
        for one in table.get(stem(left), ()):
            for other in table.get(stem(right), ()):
                found.add((one, other))
                found.add((other, one))
    return frozenset(found)


@lru_cache(maxsize=8192)
def known_sense(word: str) -> Sense:
    """The thesaurus's entry of a folded word or of its base form."""
    found = sense(word)
    if found.meanings or found.kinds or " " in word:
        return found
    for base in bases(word):
        other = sense(base)
        if other.meanings:
            return other
    return found


def bases(word: str) -> list[str]:
    """What an inflected word may be a form of."""
    found = [IRREGULAR[word]] if word in IRREGULAR else []
    for ending, instead in (
        ("ies", "y"),
        ("s", ""),
        ("es", ""),
        ("ied", "y"),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
        ("er", "e"),
        ("er", ""),
        ("est", ""),
        ("ly", ""),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)] + instead
            found.append(base)
            if not instead and ending != "s" and len(base) > 3 and base[-1] == base[-2]:
                found.append(base[:-1])
    return found


class Against(NamedTuple):
    """What opposes a word: stems, groups, and words of the thesaurus; and its own forms."""

    forms: frozenset[str]
    groups: frozenset[int]
    stems: frozenset[str]
    opposed: frozenset[int]
    words: frozenset[str]


@cache
def _by_stem() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for one, other in _linked(OPPOSITES):
        table.setdefault(one, set()).add(other)
    return {word: frozenset(others) for word, others in table.items()}


@cache
def _by_group() -> dict[int, frozenset[int]]:
    table: dict[int, set[int]] = {}
    for one, other in _opposed_groups():
        table.setdefault(one, set()).add(other)
    return {group: frozenset(others) for group, others in table.items()}


@lru_cache(maxsize=8192)
def _against(word: str) -> Against:
    mine = ids(word, ())
    table = _by_group()
    return Against(
        frozenset((word, *bases(word))),
        mine,
        _by_stem().get(stem(word), frozenset()),
        frozenset().union(*(table.get(group, frozenset()) for group in mine)),
        known_sense(word).opposites,
    )


def opposite(left: str, right: str) -> bool:
    """Whether two folded words are opposites."""
    one, other = _against(left), _against(right)
    if one.stems and stem(right) in one.stems:
        return True
    if one.opposed and not one.opposed.isdisjoint(other.groups):
        return stem(left) != stem(right)
    if one.words and not one.words.isdisjoint(other.forms):
        return True
    if other.words and not other.words.isdisjoint(one.forms):
        return True
    return len(left) != len(right) and _negated(left, right)


def against_group(word: str, groups: frozenset[int]) -> bool:
    """Whether a folded word opposes an expression that stands in these groups."""
    return not _against(word).opposed.isdisjoint(groups)


def _negated(left: str, right: str) -> bool:
    """Whether one word is the other behind a negating prefix."""
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    if not longer.endswith(shorter) or len(shorter) < 3:
        return False
    return longer[: -len(shorter)] in _NEGATING and lexicon.tier(shorter) > 0


_NEGATING = frozenset({"un", "in", "im", "il", "ir", "dis", "non", "anti", "de"})


def converse(left: str, right: str) -> bool:
    """Whether two words say one thing with the sides exchanged (beat, lost to)."""
    return (stem(left), stem(right)) in _linked(CONVERSES)


def _agent(word: str) -> bool:
    """Whether a word names one who does or suffers what another of its family says."""
    return word.endswith(("er", "or", "ee", "ist", "ers", "ors", "ees", "ists"))


@lru_cache(maxsize=16384)
def likeness(left: str, right: str, synonyms: Synonyms) -> float:
    """How near two folded expressions are in meaning, from 0 to 1, apart from their spelling."""
    if ids(left, synonyms) & ids(right, synonyms):
        return EQUAL
    first, second = known_sense(left), known_sense(right)
    if first.meanings & second.meanings:
        return NEAR
    if first.meanings & second.wider or second.meanings & first.wider:
        return LOOSE
    if first.family & second.family:
        return LOOSE if _agent(left) != _agent(right) else FAMILY
    if first.circles & second.circles:
        return LOOSE
    return 0.0
