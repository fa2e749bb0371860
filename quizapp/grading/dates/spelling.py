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

    def put(piece: str, end: int) -> None:
        nonlocal at, size
        if piece != text[at:end]:
            edits.append((size, len(piece), end - at))
        out.append(piece)
        size += len(piece)
        at = end

    whole = figures.roman(text.strip(" .!?").upper())
    if whole and len(text.strip(" .!?")) > 1:
        figure = f"{whole}th" if whole <= 40 else str(whole)
        return Spelled(figure, ((0, len(figure), len(text)),), ())
    guesses = 30
    while at < len(text):
        word = _WORD.search(text, at)
        if word is None:
            put(text[at:], len(text))
            break
        if word.start() > at:
            put(text[at : word.start()], word.start())
        era = _eras().match(text, at)
        if era is not None and (era["bc"] or _is_era(text, era)):
            put("BC" if era["bc"] else "AD", era.end())
            continue
        roman = _ROMAN.match(text, at)
        if roman is not None and (value := figures.roman(roman[1].upper())):
            put(f"{value}th", roman.end())
            continue
        low = word[0].casefold()
        if low in MONTHS or low in SHORT or low in DECADES:
            name = f"{DECADES[low]:02}s" if low in DECADES else low
            put(MONTHS[SHORT[low] - 1] if low in SHORT else name, word.end())
            continue
        number = worded(text, at)
        if number is not None:
            figure = _figure(text[at : number.end], number)
            if figure and number.slip:
                slips.append((size, *number.slip))
            put(figure or text[at : number.end].casefold(), number.end)
            continue
        month = ""
        if len(low) > 3 and guesses:
            guesses -= 1
            month = _slip(low)
        if month:
            slips.append((size, word[0], month.capitalize()))
        put(f"{DECADES[month]:02}s" if month in DECADES else month or low, word.end())
    joined = "".join(out)
    return Spelled(joined, tuple(edits), tuple(slips))


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
