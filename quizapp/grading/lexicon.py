"""What is a real word, and what words have to do with each other: look-ups in the word files.

The files are read once, when first needed, and searched where they lie: nothing is built.
"""

import re
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from typing import NamedTuple

COMMON, KNOWN, RARE, NAME = 1, 2, 3, 4
"""Tiers of `tier`: a common word, a known one, a rare one, a part of a name; 0 is no word."""


class Sense(NamedTuple):
    """What the thesaurus says of an expression (see `english/thesaurus.txt`)."""

    meanings: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()
    circles: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()
    opposites: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


NONE = Sense()


class Relations(NamedTuple):
    """What the lists say of an expression (see `english/relations.txt`): the groups of one meaning
    that it is in, those that hold inside a statement alone, its opposites, converses and what it
    is taken for, as they are written, and whether it names a country or its people."""

    groups: frozenset[int] = frozenset()
    inside: frozenset[int] = frozenset()
    opposites: frozenset[str] = frozenset()
    converses: frozenset[str] = frozenset()
    confusions: frozenset[str] = frozenset()
    nation: bool = False


UNRELATED = Relations()


_FOLDER = __file__.removesuffix("lexicon.py") + "english/"


@cache
def _file(name: str) -> mmap:
    with open(_FOLDER + name, "rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def _find(data: mmap, word: bytes) -> bytes:
    """What stands after `word` and its tab in sorted `data`, or nothing."""
    key = word + b"\t"
    low, high = 0, len(data) - 1
    while low < high:
        start = data.rfind(b"\n", 0, (low + high) // 2 + 1) + 1
        end = data.find(b"\n", start)
        line = data[start:end]
        if line.startswith(key):
            return line[len(key) :]
        if line < key:
            low = end
        else:
            high = start - 1
    return b""


@lru_cache(maxsize=8192)
def tier(word: str) -> int:
    """How common the folded `word` is: 1 (common) to 3 (rare), 4 for a name, 0 for no word."""
    if not word.isascii():
        return 0
    found = _find(_file("lexicon.txt"), word.encode())
    return int(found) if found else 0


@lru_cache(maxsize=8192)
def sense(expression: str) -> Sense:
    """What the thesaurus knows of a folded expression (of one word or several)."""
    if not expression.isascii() or len(expression) > 60:
        return NONE
    codes = _find(_file("thesaurus.txt"), expression.encode()).decode().split()
    if not codes:
        return NONE
    sets: dict[str, set[str]] = {mark: set() for mark in "0~&+!@"}
    for code in codes:
        if code[0].isdigit():
            sets["0"].add(code)
        else:
            sets[code[0]].add(code[1:].replace("_", " "))
    return Sense(*(frozenset(sets[mark]) for mark in "0~&+!@"))


@lru_cache(maxsize=16384)
def relations(key: str) -> Relations:
    """What the lists say of an expression, given by its stems (of confusions: as folded)."""
    found = _find(_file("relations.txt"), key.encode("utf-8", "replace"))
    if not found:
        return UNRELATED
    sets: dict[str, set[str]] = {mark: set() for mark in "0^!=?@"}
    for code in found.decode().split(" "):
        if code[0].isdigit():
            sets["0"].add(code)
        else:
            sets[code[0]].add(code[1:].replace("_", " "))
    return Relations(
        frozenset(map(int, sets["0"])),
        frozenset(map(int, sets["^"])),
        frozenset(sets["!"]),
        frozenset(sets["="]),
        frozenset(sets["?"]),
        bool(sets["@"]),
    )


@lru_cache(maxsize=4096)
def expressions(first: str) -> dict[str, frozenset[int]]:
    """The groups of the expressions of several words that begin with the stem `first`."""
    data, start = _file("relations.txt"), f"\n{first} ".encode("utf-8", "replace")
    at = _place(data, start)
    found = {}
    while data[at : at + len(start)] == start:
        end = data.find(b"\n", at + 1)
        name, _, codes = data[at + 1 : end].decode().partition("\t")
        if groups := frozenset(int(code) for code in codes.split(" ") if code.isdigit()):
            found[name] = groups
        at = end
    return found


def beginning(letter: str, tiers: str) -> frozenset[str]:
    """The words of some tiers that begin with a letter from a to z."""
    data = _file("lexicon.txt")
    start = _place(data, f"\n{letter}".encode())
    lines = data[start : _place(data, f"\n{chr(ord(letter) + 1)}".encode())].decode()
    return frozenset(re.findall(rf"^([a-z]+)\t[{tiers}]$", lines, re.MULTILINE))


def _place(data: mmap, start: bytes) -> int:
    """Where in sorted `data` the first line stands that is not before `start` (with its break)."""
    low, high = 0, len(data) - 1
    while low < high:
        middle = data.rfind(b"\n", 0, (low + high) // 2 + 1)
        end = data.find(b"\n", middle + 1)
        if data[middle:end] < start:
            low = end
        else:
            high = middle
    return low
