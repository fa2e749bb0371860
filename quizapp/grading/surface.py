"""A text as the readers of figures see it: one form for digits, signs and spaces, places kept.

Folding for words would read `10⁹` as 109 and `1½` as 11/2; here exponents and fractions survive.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading.fold import MAX_CHARS, cut, plain

_RAISED = {ord(char): digit for char, digit in zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+", strict=True)}
_SIGNS = {
    "º": "°", "˚": "°", "٫": ".", "٬": ",", "∙": "·", "⋅": "·", "≈": "~", "∼": "~", "≃": "~",
    "→": " > ", "⇒": " > ", "•": "\n- ", "÷": "/", "″": '"', "′": "'", "´": "'",
}  # fmt: skip


class Surface(NamedTuple):
    """A text made plain; `places[at]` is where its character `at` stands in the original."""

    text: str
    places: tuple[int, ...] | None = None

    def origin(self, at: int) -> int:
        """The place in the original of a place in `text`."""
        if self.places is None:
            return at
        if at >= len(self.places):
            return self.places[-1] + 1 if self.places else 0
        return self.places[at]


@lru_cache(maxsize=512)
def _character(char: str) -> str:
    if char in _SIGNS:
        return _SIGNS[char]
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    form = unicodedata.normalize("NFKD", char)
    if "⁄" in form and form[0].isdigit():
        return " " + form.replace("⁄", "/")
    return plain(char)


@lru_cache(maxsize=1024)
def surface(text: str) -> Surface:
    """`text` cut to the length that is graded and made plain, with the way back.

    >>> surface("٢٤, 1½ × 10⁹ km²").text
    '24, 1 1/2 x 10^9 km^2'
    """
    text = cut(text)
    if text.isascii():
        return Surface(text)
    out: list[str] = []
    places: list[int] = []
    raised = False
    for at, char in enumerate(text):
        if len(places) > MAX_CHARS:
            break
        if ord(char) in _RAISED:
            piece = ("" if raised else "^") + _RAISED[ord(char)]
            raised = True
        else:
            raised = False
            piece = char if char.isascii() else _character(char)
            if piece[:1] == " " and piece[1:2].isdigit() and not (out and out[-1][-1:].isdigit()):
                piece = piece[1:]
        if piece:
            out.append(piece)
            places.extend([at] * len(piece))
    return Surface("".join(out), tuple(places))
