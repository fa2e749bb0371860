"""Figures inside free text: what number a token stands for."""

import re
from functools import lru_cache

from quizapp.grading.english.numbers import CARDINALS, ORDINALS, TENS, TIMES
from quizapp.grading.patterns import Lazy

_FIGURE = Lazy(r"(\d+(?:[.,]\d+)*)(st|nd|rd|th|s)?")
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
        if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", figure):
            figure = figure.replace(",", "")
        elif re.fullmatch(r"\d{1,3}(\.\d{3}){2,}", figure):
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
