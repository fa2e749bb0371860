"""Comparisons held against each other: who has more of what than whom."""

from typing import NamedTuple

from quizapp.grading.english.classes import ARTICLES, MEASURES, NEGATORS, PRONOUNS
from quizapp.grading.forms import same_form, same_root
from quizapp.grading.meaning import converse, opposite
from quizapp.grading.semantic_roles import DOER, OWNER, Deed
from quizapp.grading.tokens import Token

_SMALL = PRONOUNS | ARTICLES


class Comparison(NamedTuple):
    """`left` has more of the `quality` than `right`, or less of it where `more` is false."""

    left: frozenset[str]
    quality: str
    right: frozenset[str]
    more: bool


LONGEST = 16
"""No longer text is a comparison and nothing else."""


def comparison(words: tuple[Token, ...], told: tuple[Deed, ...]) -> Comparison | None:
    """The comparison that a short text makes, if it makes one and no more."""
    deed = next((one for one in told if {"than", "as"} & set(one.parts.values())), None)
    if deed is None or len(words) > LONGEST:
        return None
    denied = any(t.word in NEGATORS for t in words)
    joint = "than" if "than" in deed.parts.values() else "as"
    if denied == (joint == "than"):
        return None
    right = [words[at] for at in deed.having(joint)]
    left = [words[at] for at in deed.having(DOER)]
    said = [words[at] for at, part in deed.parts.items() if part not in (DOER, OWNER, joint)]
    said = said or [words[deed.verb]]
    less = denied or any(t.word == "less" for t in said)
    qualities = [t.word for t in said if t.word not in ("more", "less", "much", "far")]
    of = [words[at] for at in deed.having(OWNER)]
    if len(qualities) == 1 and qualities[0] in MEASURES and (of or words[0].word in _WHOSE):
        quality = left[-1].word if left else ""
        sides = _side(of) or WHATEVER, quality, _side(right), MEASURES[qualities[0]]
    elif len(qualities) == 1:
        sides = _side(left), qualities[0], _side(right), not less
    else:
        return None
    return Comparison(*sides) if sides[0] and sides[1] and sides[2] else None


WHATEVER = frozenset({"~"})
"""The side that a pronoun stands for."""
_WHOSE = frozenset({"its", "their", "his", "her"})


def _side(words: list[Token]) -> frozenset[str]:
    found = frozenset(token.stem for token in words if token.word not in _SMALL)
    return found or (WHATEVER if words else found)


def agree(one: Comparison, other: Comparison) -> bool | None:
    """Whether two comparisons say the same; None where they are about different things."""
    alike = (
        one.quality == other.quality
        or same_form(one.quality, other.quality)
        or same_root(one.quality, other.quality)
    )
    against = not alike and (
        converse(one.quality, other.quality)
        or opposite(_positive(one.quality), _positive(other.quality))
    )
    if not alike and not against:
        return None
    straight = _meet(one.left, other.left) and _meet(one.right, other.right)
    crossed = _meet(one.left, other.right) and _meet(one.right, other.left)
    if straight == crossed:
        return None
    return straight == ((one.more == other.more) != against)


def _meet(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or WHATEVER in (one, other)


def _positive(word: str) -> str:
    """The plain form of a comparative, as far as opposites are listed by it."""
    for ending, plain in (("ier", "y"), ("er", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + plain
    return word
