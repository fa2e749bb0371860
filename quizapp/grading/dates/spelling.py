"""A text with its dates written one way: months in full, numbers in figures, eras as BC and AD."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from quizapp.grading import figures, lexicon
from quizapp.grading.english.months import DECADES, MONTHS, SHORT
from quizapp.grading.numbers.model import Number
from quizapp.grading.numbers.vocabulary import within
from quizapp.grading.numbers.words import worded
from quizapp.grading.patterns import Lazy
from quizapp.grading.slips import slipped
from quizapp.grading.surface import surface


class Spelled(NamedTuple):
    """A text with its dates written one way; `edits` are (place, length, length before)."""

    text: str
    edits: tuple[tuple[int, int, int], ...]
    slips: tuple[tuple[int, str, str], ...]

    def origin(self, at: int, *, end: bool = False) -> int:
        """The place in the text before, for a place in this one (or for an end)."""
        shift = 0
        for place, length, before in self.edits:
            if place + length <= at:
                shift += before - length
            elif place < at:
                return place + shift + (before if end else 0)
        return at + shift


@cache
def _eras() -> re.Pattern[str]:
    return re.compile(
        r"(?P<bc>(?<![^\W\d_])b\.?\s?c\.?(?:\s?e\b\.?)?(?![^\W\d_])|\bbefore\s(?:christ|the\scommon\sera)\b)"
        r"|(?P<ad>\ba\.\s?d\.?(?![^\W\d_])|\bAD\b|(?<=\d\s)ad\b|(?<=\d)ad\b|(?<=\bc\.\s)ad\b|\bc\.\s?e\.?(?![^\W\d_])"
        r"|\bCE\b|(?<=\d\s)ce\b|\banno\sdomini\b)",
        re.IGNORECASE,
    )


_WORDS = (*MONTHS, *DECADES)
_WORD = Lazy(r"[^\W\d_]+")
_ROMAN = Lazy(r"\b([IVXLC]+)(?:th|st|nd|rd)?(?=\s?(?:c\.|cent|century))", re.IGNORECASE)


@lru_cache(maxsize=512)
def spelled(text: str) -> Spelled:
    """`text`, already made plain by `surface`, with its dates written one way.

    >>> spelled("the ninth of Novmber, forty-four B.C.").text
    'the 9th of november, 44 BC'
    """
    out: list[str] = []
    edits: list[tuple[int, int, int]] = []
    slips: list[tuple[int, str, str]] = []
    at = size = 0
    whole = figures.roman(text.strip(" .!?").upper())
    if whole and len(text.strip(" .!?")) > 1:
        figure = f"{whole}th" if whole <= 40 else str(whole)
        return Spelled(figure, ((0, len(figure), len(text)),), ())
    guesses = GUESSES
    while word := _WORD.search(text, at):
        out.append(text[at : word.start()])
        size, at = size + word.start() - at, word.start()
        piece = _known(text, word) or _guessed(word, guess=guesses > 0)
        guesses -= piece.guessed
        if piece.text != text[at : piece.end]:
            edits.append((size, len(piece.text), piece.end - at))
        if piece.slip is not None:
            slips.append((size, *piece.slip))
        out.append(piece.text)
        size, at = size + len(piece.text), piece.end
    return Spelled("".join((*out, text[at:])), tuple(edits), tuple(slips))


GUESSES = 30
"""So many words of a text are looked at for slips of a month."""


class _Piece(NamedTuple):
    """What a word, or several, are written as, where they end, and what was misspelt in them."""

    text: str
    end: int
    slip: tuple[str, str] | None = None
    guessed: bool = False


def _known(text: str, word: re.Match[str]) -> _Piece | None:
    """An era, a Roman numeral, a month, a decade or a number that begins with this word."""
    at, low = word.start(), word[0].casefold()
    era = _eras().match(text, at)
    if era is not None and (era["bc"] or _is_era(text, era)):
        return _Piece("BC" if era["bc"] else "AD", era.end())
    roman = _ROMAN.match(text, at)
    if roman is not None and (value := figures.roman(roman[1].upper())):
        return _Piece(f"{value}th", roman.end())
    if low in SHORT:
        return _Piece(MONTHS[SHORT[low] - 1], word.end())
    if low in MONTHS or low in DECADES:
        return _Piece(_written(low), word.end())
    number = worded(text, at)
    if number is None:
        return None
    if figure := _figure(text[at : number.end], number):
        return _Piece(figure, number.end, number.slip)
    return _Piece(text[at : number.end].casefold(), number.end)


def _guessed(word: re.Match[str], *, guess: bool) -> _Piece:
    """A word as it is, or the month or decade that it is a slip of."""
    low = word[0].casefold()
    if len(low) < 4 or not guess:
        return _Piece(low, word.end())
    if meant := _slip(low):
        return _Piece(_written(meant), word.end(), (word[0], meant.capitalize()), True)
    return _Piece(low, word.end(), guessed=True)


def _written(name: str) -> str:
    return f"{DECADES[name]:02}s" if name in DECADES else name


def _is_era(text: str, found: re.Match[str]) -> bool:
    """Whether "ad" or "ce" is the era: in capitals, with stops, or beside a figure."""
    return (
        found[0].isupper()
        or "." in found[0]
        or " " in found[0]
        or (text[: found.start()].rstrip()[-1:].isdigit())
    )


def _figure(text: str, number: Number) -> str:
    """A number word in figures, as far as it may belong to a date."""
    value = number.value
    if not 0 < value < 10_000 or value != int(value) or number.kind in ("weak", "vague"):
        return ""
    if number.kind == "ordinal":
        return f"{int(value)}th"
    return f"{int(value)}{'s' if text.casefold().endswith('hundreds') else ''}"


@lru_cache(maxsize=2048)
def _slip(word: str) -> str:
    """The month or the decade that a word is a slip of, or nothing."""
    if lexicon.tier(word):
        return ""
    near = sorted(
        (edits, month)
        for month, edits in within(word, _WORDS, 2)
        if len(month) > 3 and slipped(word, month)
    )
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return ""
    return near[0][1]


def prepare(text: str) -> Spelled:
    """Any text, made plain and its dates written one way."""
    return spelled(surface(text).text)
