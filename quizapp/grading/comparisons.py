"""Comparisons: "A is denser than B" is "B is less dense than A", not "A is lighter than B".

Both texts are taken apart into two sides, a quality and a sign; then only the four matter.
"""

from typing import NamedTuple

from quizapp.grading.english.classes import AUXILIARIES, FRAME, FUNCTION, NEGATORS
from quizapp.grading.forms import same_form, same_root
from quizapp.grading.meaning import opposite
from quizapp.grading.tokens import Token

_DEGREES = frozenset({"more", "less", "much", "far", "slightly", "even", "a", "bit", "lot", "so"})
_LONGEST = 16


class Comparison(NamedTuple):
    """`left` has more of the `quality` than `right`, or less of it where `more` is false."""

    left: frozenset[str]
    quality: str
    right: frozenset[str]
    more: bool


def comparison(words: tuple[Token, ...]) -> Comparison | None:
    """The comparison that a short text makes, if it makes one and no more."""
    if len(words) > _LONGEST:
        return None
    said = [token.word for token in words]
    if said.count("than") == 1:
        at = said.index("than")
        if at < 2 or any(token.word in NEGATORS for token in words):
            return None
        if said[at - 1] in _MEASURES and said[at - 2] in AUXILIARIES and at > 2:
            measured = _measured(words, at)
            if measured is not None:
                return measured
        degree = said[at - 2]
        if degree not in ("more", "less") and not said[at - 1].endswith("er"):
            return None
        return _between(words, at - 1, at, degree != "less")
    if said.count("as") == 2 and "not" in said[: said.index("as")]:
        first = said.index("as")
        second = said.index("as", first + 1)
        return _between(words, first + 1, second, False) if second == first + 2 else None
    return None


_MEASURES = {
    **dict.fromkeys(("higher", "greater", "larger", "bigger", "more"), True),
    **dict.fromkeys(("lower", "smaller", "less"), False),
}
_WHATEVER = frozenset({"~"})
"""The side that a pronoun stands for."""


def _measured(words: tuple[Token, ...], at: int) -> Comparison | None:
    """ "The density of ice is lower than that of water": ice is less dense."""
    before = [t for t in words[: at - 2] if t.word not in FUNCTION]
    right = _side(tuple(t for t in words[at + 1 :] if t.word not in ("that", "those")))
    if not before or not right:
        return None
    of = next((place for place, t in enumerate(words[: at - 2]) if t.word == "of"), None)
    quality = words[of - 1] if of else before[-1]
    if not of and len(before) < 2 and words[0].word not in ("its", "their", "his", "her"):
        return None
    left = _side(words[of + 1 : at - 2]) if of else _side(tuple(before[:-1]))
    return Comparison(left or _WHATEVER, quality.word, right, _MEASURES[words[at - 1].word])


def _between(words: tuple[Token, ...], quality: int, joint: int, more: bool) -> Comparison | None:
    left, right = _side(words[:quality]), _side(words[joint + 1 :])
    if not left or not right or left & right:
        return None
    return Comparison(left, words[quality].word, right, more)


def _side(words: tuple[Token, ...]) -> frozenset[str]:
    dull = FUNCTION | FRAME | AUXILIARIES | NEGATORS | _DEGREES
    return frozenset(token.stem for token in words if token.word not in dull)


def agree(one: Comparison, other: Comparison) -> bool | None:
    """Whether two comparisons say the same; None where they are about different things."""
    alike = (
        one.quality == other.quality
        or same_form(one.quality, other.quality)
        or same_root(one.quality, other.quality)
    )
    against = not alike and opposite(_positive(one.quality), _positive(other.quality))
    if not alike and not against:
        return None
    straight = _meet(one.left, other.left) and _meet(one.right, other.right)
    crossed = _meet(one.left, other.right) and _meet(one.right, other.left)
    if straight == crossed:
        return None
    return straight == ((one.more == other.more) != against)


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or _WHATEVER in (one, other)


def _positive(word: str) -> str:
    """The plain form of a comparative, as far as opposites are listed by it."""
    for ending, plain in (("ier", "y"), ("er", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + plain
    return word
