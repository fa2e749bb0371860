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
    is taken for, as they are written, whether it names a country or its people, and what
    is something else although the sources have them alike."""

    groups: frozenset[int] = frozenset()
    inside: frozenset[int] = frozenset()
    opposites: frozenset[str] = frozenset()
    converses: frozenset[str] = frozenset()
    confusions: frozenset[str] = frozenset()
    nation: bool = False
    unlike: frozenset[str] = frozenset()


UNRELATED = Relations()


_FOLDER = __file__.removesuffix("lexicon.py") + "english/"


@cache
def _file(name: str) -> mmap:
    with open(_FOLDER + name, "rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


BLOCK = 2048
"""So few bytes of a file are searched through; of more, first the half that matters. No line is
half so long."""


def _narrowed(data: mmap, start: bytes, low: int, high: int) -> tuple[int, int]:
    """Two line breaks of sorted `data` from `low` to `high`, near each other: the first line with
    this `start` (its break included) begins at one of them, or between."""
    size = len(start)
    while high - low > BLOCK:
        middle = data.rfind(b"\n", low, (low + high) // 2)
        if data[middle : middle + size] < start:
            low = middle
        else:
            high = middle
    return low, high


@lru_cache(maxsize=4096)
def _beginning(name: str, letters: bytes) -> tuple[int, int]:
    """From which line break of a file to which the lines are that begin so: the way to each of them
    is then short."""
    data = _file(name)
    end = len(data) - 1
    return _narrowed(data, letters, 0, end)[0], _narrowed(data, letters + b"\xff", 0, end)[1]


def _block(name: str, start: bytes) -> tuple[int, int]:
    """From where to where in a file the first line with this `start` would be found."""
    low, high = _narrowed(_file(name), start, *_beginning(name, start[:3]))
    return low, high + len(start)


def _find(name: str, word: bytes) -> bytes:
    """What stands after `word` and its tab in a file, or nothing."""
    data, start = _file(name), b"\n" + word + b"\t"
    at = data.find(start, *_block(name, start))
    if at < 0:
        return b""
    at += len(start)
    return data[at : data.find(b"\n", at)]


@lru_cache(maxsize=8192)
def tier(word: str) -> int:
    """How common the folded `word` is: 1 (common) to 3 (rare), 4 for a name, 0 for no word."""
    if not word.isascii():
        return 0
    found = _find("lexicon.txt", word.encode())
    return int(found) if found else 0


@lru_cache(maxsize=8192)
def sense(expression: str) -> Sense:
    """What the thesaurus knows of a folded expression (of one word or several)."""
    if not expression.isascii() or len(expression) > 60:
        return NONE
    found = _find("thesaurus.txt", expression.encode())
    if not found:
        return NONE
    codes = _by_mark(found)
    return Sense(*(frozenset(codes.get(mark, ())) for mark in "0~&+!@"))


@lru_cache(maxsize=16384)
def relations(key: str) -> Relations:
    """What the lists say of an expression, given by its stems (of confusions: as folded)."""
    found = _find("relations.txt", key.encode("utf-8", "replace"))
    if not found:
        return UNRELATED
    codes = _by_mark(found)
    return Relations(
        frozenset(map(int, codes.get("0", ()))),
        frozenset(map(int, codes.get("^", ()))),
        frozenset(codes.get("!", ())),
        frozenset(codes.get("=", ())),
        frozenset(codes.get("?", ())),
        "@" in codes,
        frozenset(codes.get("-", ())),
    )


def _by_mark(found: bytes) -> dict[str, list[str]]:
    """The codes of a line by the mark that each begins with; those that are figures under "0"."""
    codes: dict[str, list[str]] = {}
    for code in found.decode().split():
        if code[0].isdigit():
            codes.setdefault("0", []).append(code)
        else:
            codes.setdefault(code[0], []).append(code[1:].replace("_", " "))
    return codes


@lru_cache(maxsize=4096)
def expressions(first: str) -> frozenset[str]:
    """The expressions of several words that begin with the stem `first` and are in a group."""
    data, start = _file("relations.txt"), f"\n{first} ".encode("utf-8", "replace")
    at = data.find(start, *_block("relations.txt", start))
    found = []
    while at >= 0 and data[at : at + len(start)] == start:
        tab, end = data.find(b"\t", at), data.find(b"\n", at + 1)
        if _GROUP.search(data, tab, end):
            found.append(data[at + 1 : tab].decode())
        at = end
    return frozenset(found)


_GROUP = re.compile(rb"[\t ]\d")


def beginning(letter: str, tiers: str) -> frozenset[str]:
    """The words of some tiers that begin with a letter from a to z."""
    data = _file("lexicon.txt")
    first, behind = (f"\n{char}".encode() for char in (letter, chr(ord(letter) + 1)))
    at, end = (data.find(start, *_block("lexicon.txt", start)) for start in (first, behind))
    return frozenset(re.findall(rf"\n([a-z]+)\t[{tiers}]", data[at:end].decode()))
