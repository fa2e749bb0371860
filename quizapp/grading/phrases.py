"""Expressions of several words in a text, those of the lists and of the bank."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading.english.classes import ARTICLES
from quizapp.grading.forms import stem
from quizapp.grading.lexicon import expressions, relations
from quizapp.grading.meaning import Synonyms, own_groups


class Phrase(NamedTuple):
    """Words of a text that make one expression of the groups: from `start` to before `end`."""

    groups: frozenset[int]
    start: int
    end: int


READ = 200
"""So many words of a text are read for expressions."""
_APART = frozenset({"up", "down", "off", "out", "away", "back", "from"})
_PASSED = ARTICLES | frozenset(map(stem, ("it", "its", "their", "his", "her", "our", "your")))
"""Words that may stand within an expression: "cut its ties"."""


@lru_cache(maxsize=64)
def phrases(stems: tuple[str, ...], synonyms: Synonyms) -> tuple[Phrase, ...]:
    """The expressions of several words in a text; a verb and its particle may stand apart."""
    found: list[Phrase] = []
    apart = not _APART.isdisjoint(stems)
    for at, first in enumerate(stems[:READ]):
        begun = _begun(first, synonyms)
        if not begun.whole:
            continue
        said = first
        for end in range(at + 1, len(stems)):
            if stems[end] in _PASSED:
                continue
            said = f"{said} {stems[end]}"
            if said in begun.whole and (groups := _groups(said, synonyms)):
                found.append(Phrase(groups, at, end + 1))
            if said not in begun.parts:
                break
        for end in range(at + 2, min(at + 5, len(stems))) if apart else ():
            if stems[end] in _APART and (groups := _groups(f"{first} {stems[end]}", synonyms)):
                found.append(Phrase(groups, at, end + 1))
                break
    return tuple(found)


def _groups(expression: str, synonyms: Synonyms) -> frozenset[int]:
    """The groups of an expression of several stems."""
    return relations(expression).groups.union(own_groups(synonyms).get(expression, ()))


class Begun(NamedTuple):
    """The expressions that begin with one word, and what these begin with."""

    whole: frozenset[str]
    parts: frozenset[str]


@lru_cache(maxsize=8192)
def _begun(first: str, synonyms: Synonyms) -> Begun:
    """The expressions of several words that begin with a stem."""
    known = expressions(first).union(_own(synonyms).get(first, ()))
    return Begun(known, frozenset(part for name in known for part in _beginnings(name)))


@lru_cache(maxsize=64)
def _own(synonyms: Synonyms) -> dict[str, list[str]]:
    """The bank's expressions of several words by the first."""
    found: dict[str, list[str]] = {}
    for name in own_groups(synonyms):
        first, space, _ = name.partition(" ")
        if space:
            found.setdefault(first, []).append(name)
    return found


def _beginnings(name: str) -> Iterator[str]:
    """What an expression of several words begins with, by whole words."""
    at = name.find(" ", name.find(" ") + 1)
    while at > 0:
        yield name[:at]
        at = name.find(" ", at + 1)
