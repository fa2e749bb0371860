# ruff: noqa: SIM905
"""Taking a list apart: the stretches between separators, and items that stand without any."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from quizapp.grading.english.classes import FRAME, FUNCTION, LIGHT
from quizapp.grading.english.speaking import COMMENT, SEQUENCE, TAKEN_BACK
from quizapp.grading.fold import fold, squash
from quizapp.grading.forms import stem
from quizapp.grading.patterns import Lazy

MOST = 60
"""So many parts are looked at; the rest of a longer heap is not read."""

_IDLE = FUNCTION | FRAME | LIGHT | SEQUENCE


class Part(NamedTuple):
    """One part of a response; `loose` marks words left over between items without separators."""

    text: str
    start: int
    end: int
    loose: bool = False


@cache
def _separators() -> re.Pattern[str]:
    return re.compile(
        r"""\s*(?:
          [\n;|\t•·]+ | ,(?!\d{3}\b) | \s?(?:->|=>|<|>|→)\s?
        | \s\+\s | \+(?=[^\W\d_]) | (?<=[^\W\d_]{2})/|/(?=[^\W\d_]{2})
        | (?:^|(?<=\s)|(?<=[,;]))\(?(?:\d{1,2}[.):](?=\s|[^\W\d_])|[a-h](?:\)|[.:](?=\s)))
        | (?:^|(?<=\s))[*-](?=\s) | \s--?\s
        | (?:(?<=[^\W\d_]{4})|(?<=\)))[.!?]+(?=\s+|$)
        | \b(?:and\sthen|and\s(?:also|finally|lastly)|as\swell\sas|along\swith|together\swith
            |followed\sby|and|then|plus|or|but|und|et)\b
        | \s&\s | &
        )\s*""",
        re.VERBOSE | re.IGNORECASE,
    )


_NUMBERED = Lazy(r"^\(?(?:\d{1,2}[.):]\s*|[a-hA-H](?:\)|[.:]\s)\s*)")


@lru_cache(maxsize=4096)
def form(text: str) -> str:
    """What is compared of a part: its words without articles, in their common form."""
    words = fold(text).split()
    kept = [word for word in words if word not in ("the", "a", "an")] or words
    return " ".join(_form(word) for word in kept)


def _form(word: str) -> str:
    if word.endswith("ia") and len(word) > 4:
        word = word[:-1] + "um"
    # A stem has no silent e: without it "plan" would be "plane".
    return stem(word) + ("e" if word.removesuffix("s").endswith("e") else "")


_AROUND = " \t\r\n.:!?\"'()[]"
_DASHES = Lazy(r"^[*-]+(?!\d)|\s[*-]+$")


def split(text: str, known: frozenset[str]) -> list[Part]:
    """The parts of a response made plain, in order; `known` are the items' forms.

    Neighbours that together make an item ("Trinidad and Tobago") stay together.
    """
    pieces = _pieces(text)
    parts: list[Part] = []
    at = 0
    while at < len(pieces) and len(parts) < MOST:
        last = next(
            (end for end in range(min(len(pieces), at + 5), at + 1, -1)
             if _known(text[pieces[at].start : pieces[end - 1].end], known)),
            at + 1,
        )  # fmt: skip
        start, end = pieces[at].start, pieces[last - 1].end
        parts.append(Part(text[start:end], start, end))
        at = last
    return _taken_back(parts, text)


def _known(text: str, known: frozenset[str]) -> bool:
    return form(text) in known or squash(text) in known or bag(text) in known


def bag(text: str) -> str:
    """What is compared of a part with "and" in it: its content words, in any order."""
    words = form(text).split()
    kept = {word for word in words if word not in _IDLE}
    return "{" + " ".join(sorted(kept)) + "}" if "and" in words and len(kept) > 1 else ""


def _pieces(text: str) -> list[Part]:
    """The stretches between separators, bare of numbering and quotes."""
    pieces: list[Part] = []
    at = 0
    for mark in (*_separators().finditer(text), None):
        end = mark.start() if mark else len(text)
        piece = _DASHES.sub("", text[at:end].strip(_AROUND)).strip(_AROUND)
        if piece:
            start = text.index(piece, at)
            pieces.append(Part(piece, start, start + len(piece)))
            if len(pieces) > MOST * 2:
                break
        at = mark.end() if mark else len(text)
    return pieces


def _taken_back(parts: list[Part], text: str) -> list[Part]:
    """`parts` without what was taken back: "yellow, no, blue" gives blue, "but no blue" nothing."""
    kept: list[Part] = []
    for part in parts:
        found = TAKEN_BACK.match(part.text)
        if found and kept and "but" in text[kept[-1].end : part.start].casefold():
            continue
        if found is None or not kept:
            kept.append(part)
            continue
        kept.pop()
        if found[1]:
            kept.append(Part(found[1], part.end - len(found[1]), part.end))
    return kept


def windows(part: Part, known: frozenset[str], longest: int, idle: frozenset[str]) -> list[Part]:
    """A part as several, if it names two items or more without a separator between them."""
    words = list(re.finditer(r"[^\W_]+(?:['.-][^\W_]+)*", part.text))
    if not 1 < len(words) <= 40:
        return [part]
    found: list[Part] = []
    loose: list[re.Match[str]] = []

    def flush() -> None:
        if loose:
            begin, end = loose[0].start(), loose[-1].end()
            found.append(_within(part, begin, end, loose=True))
            loose.clear()

    at = hits = 0
    while at < len(words):
        size = next(
            (n for n in range(min(longest, len(words) - at), 0, -1)
             if form(part.text[words[at].start() : words[at + n - 1].end()]) in known),
            0,
        )  # fmt: skip
        if size:
            flush()
            found.append(_within(part, words[at].start(), words[at + size - 1].end(), loose=False))
            hits += 1
            at += size
            continue
        low = fold(words[at][0])
        if low in _IDLE or low in _COUNTS or stem(low) in idle:
            flush()
        else:
            loose.append(words[at])
        at += 1
    flush()
    return found if hits > 1 else [part]


def _within(part: Part, begin: int, end: int, *, loose: bool) -> Part:
    return Part(part.text[begin:end], part.start + begin, part.start + end, loose)


def bare(part: str) -> str:
    """A part without numbering and the words that only say where it stands."""
    words = _NUMBERED.sub("", part).split()
    while len(words) > 1 and fold(words[0]) in SEQUENCE | {"the", "a", "an", "", "it", "is"}:
        words = words[1:]
    return " ".join(words)


def idle(text: str, prompt: frozenset[str]) -> bool:
    """Whether a part says nothing of its own: words of form, of order or of the question."""
    words = fold(text).split()
    if len(words) > 2 and words[0] in COMMENT:
        return True
    return all(word in _IDLE or word in _COUNTS or stem(word) in prompt for word in words)


_COUNTS = frozenset("two three four five six seven eight nine ten".split())
