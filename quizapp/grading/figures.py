"""Figures inside free text: what number a token stands for, and number words as figures."""

import re
from functools import lru_cache

from quizapp.grading.english.numbers import (
    CARDINALS,
    HUNDRED,
    MAGNITUDES,
    MISSPELT,
    ORDINALS,
    TENS,
    TIMES,
)
from quizapp.grading.patterns import Lazy

_FIGURE = Lazy(r"(\d+(?:[.,]\d+)*)(st|nd|rd|th|s)?")
_COMMAS = Lazy(r"\d{1,3}(,\d{3})+(\.\d+)?")
_POINTS = Lazy(r"[1-9]\d{0,2}(\.\d{3})*\.(?:000|\d{3}(?<=\.\d{3}\.\d{3}))")
_ROMAN = Lazy(r"(?=[MDCLXVI])M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_WORDS: dict[str, float] = {
    **CARDINALS,
    **TENS,
    **ORDINALS,
    **TIMES,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "dozen": 12.0,
    "half": 0.5,
}
_UNCOUNTING = frozenset({*ORDINALS, *TIMES, "one", "zero", "half", "dozen"})
"""Words of value that stand in many an expression in which nothing is counted: third party."""
_DIGITS = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}


def roman(text: str) -> int:
    """The value of a Roman numeral in capitals, or 0."""
    if not text or len(text) > 15 or not _ROMAN.fullmatch(text):
        return 0
    values = [_DIGITS[char] for char in text]
    return sum(
        -value if at + 1 < len(values) and values[at + 1] > value else value
        for at, value in enumerate(values)
    )


@lru_cache(maxsize=8192)
def value(raw: str) -> float | None:
    """The number that one token stands for, or None."""
    if raw[0].isdigit():
        found = _FIGURE.fullmatch(raw.casefold())
        if not found:
            return None
        figure = found[1]
        if _COMMAS.fullmatch(figure):
            figure = figure.replace(",", "")
        elif _POINTS.fullmatch(figure):
            figure = figure.replace(".", "")
        try:
            return float(figure.replace(",", "."))
        except ValueError:
            return None
    word = raw.casefold()
    if word in _WORDS:
        return _WORDS[word]
    if raw.isupper() and len(raw) <= 8:
        return float(roman(raw)) or None
    return None


def counts(raw: str) -> bool:
    """Whether a token is a figure that an answer cannot do without: 24 or nine, not "third"."""
    if any(map(str.isdigit, raw)):
        return True
    return value(raw) is not None and raw.casefold() not in _UNCOUNTING


_COUNTING = frozenset(
    name
    for name in {**CARDINALS, **TENS, **HUNDRED, **MAGNITUDES, **ORDINALS, **MISSPELT}
    if len(name) > 2 and name not in ("score", "scores", "gross", "tow", "mil", "bil")
)
_NAMES = "|".join(sorted(_COUNTING, key=lambda name: (-len(name), name)))
_RUN = Lazy(
    rf"(?<![\d.,])\b(?:an? )?(?:{_NAMES}|\d{{1,3}})(?:-| and | )(?:{_NAMES})\b", re.IGNORECASE
)


MOST = 40
"""Half as many numbers of several words are read in a text."""


def in_figures(text: str) -> str:
    """`text` with numbers of several words in figures; what one word says stays.

    >>> in_figures("the twenty-first of nineteen sixty-nine, one of five")
    'the 21st of 1969, one of five'
    """
    if _COUNTING.isdisjoint(text.casefold().replace("-", " ").split()):
        return text
    found = _RUN.search(text)
    from quizapp.grading.numbers.words import worded

    pieces: list[str] = []
    at = 0
    while found is not None and len(pieces) < MOST:
        number = worded(text, found.start())
        end = found.end()
        if number is not None and number.end >= end and not number.fraction:
            pieces += [text[at : found.start()], _figure(number.value, number.kind == "ordinal")]
            at = end = number.end
        found = _RUN.search(text, end)
    return "".join([*pieces, text[at:]])


def _figure(value: float, ordinal: bool) -> str:
    """A number as it is written: 21st, 1500, 2.5."""
    if value != int(value):
        return f"{value:g}"
    whole = int(value)
    if not ordinal:
        return str(whole)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(whole % 10, "th")
    return f"{whole}{'th' if whole % 100 in (11, 12, 13) else ending}"
