"""Comparisons: "A is denser than B" is "B is less dense than A", not "A is lighter than B".

Both texts are taken apart into two sides, a quality and a sign; then only the four matter.
"""

from typing import NamedTuple

from quizapp.grading.forms import same_form, same_root
from quizapp.grading.meaning import opposite
from quizapp.grading.tokens import Token
from quizapp.grading.words.small import AUXILIARIES, FRAME, FUNCTION, NEGATORS

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
        degree = said[at - 2]
        if degree not in ("more", "less") and not said[at - 1].endswith("er"):
            return None
        return _between(words, at - 1, at, degree != "less")
    if said.count("as") == 2 and "not" in said[: said.index("as")]:
        first = said.index("as")
        second = said.index("as", first + 1)
        return _between(words, first + 1, second, False) if second == first + 2 else None
    return None


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
    straight = bool(one.left & other.left and one.right & other.right)
    crossed = bool(one.left & other.right and one.right & other.left)
    if straight == crossed:
        return None
    return straight == ((one.more == other.more) != against)


def _positive(word: str) -> str:
    """The plain form of a comparative, as far as opposites are listed by it."""
    for ending, plain in (("ier", "y"), ("er", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + plain
    return word
