"""Words that are none, and the word that each was most likely meant to be."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import lexicon
from quizapp.grading.edits import distance
from quizapp.grading.english.typing import (
    ALIKE,
    BESIDE,
    COMMON_SLIPS,
    JOINED,
    SILENT,
    SMALL,
)
from quizapp.grading.forms import same_form, stem
from quizapp.grading.names import same_given, transliterated
from quizapp.grading.slips import slipped, sound

_KEY, _KEY_ALONE, _SMALL, _KNOWN = -0.6, -0.9, -0.45, 0.3
"""What speaks for a word of the key, more so in a response of few words, for a small word, and
against one that is less common."""
_FIRST = 0.2
"""What speaks against a slip in the first letter."""
_EACH, _HEARD = 0.8, 1.35
"""What speaks against each of several slips in one word, and against several that sound alike."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Guess(NamedTuple):
    """What speaks against a word that may be meant (little speaks for it), and the word."""

    cost: float
    word: str


@lru_cache(maxsize=4096)
def meant(typed: str, vocabulary: frozenset[str], name: bool, short: bool) -> str | None:
    """The word that a folded one, which is none, was most likely meant to be, or the two words;
    None if nobody knows.

    It is one of the `vocabulary` of the key, a small word, or one of the dictionary. `name` says
    that it has a capital; in a `short` response no word of three letters is guessed.
    """
    if typed in COMMON_SLIPS:
        return None if name else str(COMMON_SLIPS[typed])
    if len(typed) < 3 or (short and len(typed) < 4):
        return None
    guesses: list[Guess] = sorted(
        {
            *_one_slip(typed, vocabulary, name, short),
            *_more_slips(typed, vocabulary, short),
            *(_parted(typed, vocabulary) if len(typed) > 4 else ()),
        }
    )
    if not guesses:
        return None
    best = guesses[0]
    rivals = (one for one in guesses[1:] if one.cost - best.cost < _MARGIN)
    if any(not same_form(best.word, one.word) for one in rivals):
        return None
    return None if (name or short) and _is_namesake(typed, best.word) else best.word


_MARGIN = 0.04


def _is_namesake(typed: str, word: str) -> bool:
    """Whether two words are one name in two languages: Tolstoi."""
    name = word.isalpha() and lexicon.tier(word) in (0, lexicon.NAME)
    name = name and not lexicon.relations(stem(word)).nation
    return name and (same_given(word, typed) or transliterated(word, typed))


def _one_slip(typed: str, vocabulary: frozenset[str], name: bool, short: bool) -> Iterator[Guess]:
    """The words that are one slip away."""
    near = _near(typed)
    for guess in near & vocabulary:
        if slipped(typed, guess) or (len(guess) == 3 and not short):
            cost = _cost(typed, guess) + (_KEY_ALONE if short else _KEY)
            yield Guess(cost - 0.1 * (sound(typed) == sound(guess)), guess)
    for guess in () if name else (near & SMALL) - vocabulary:
        yield Guess(_cost(typed, guess) + _SMALL, guess)
    if len(typed) < 4:
        return
    for guess in (near & _words(typed[0], name)) - vocabulary - SMALL:
        cost = _cost(typed, guess) + (_KNOWN if lexicon.tier(guess) == lexicon.KNOWN else 0)
        if len(guess) > 3 and cost <= _FAR:
            yield Guess(cost, guess)


_FAR = 1.15
"""A word of the dictionary against which more speaks is not meant."""


def _more_slips(typed: str, vocabulary: frozenset[str], short: bool) -> Iterator[Guess]:
    """The words of the key that are some slips away."""
    letters = _letters(typed)
    first = {typed[0], *(char for char in _LETTERS if frozenset((typed[0], char)) in ALIKE)}
    by_letter = _by_letter(vocabulary)
    for word in (word for char in sorted(first) for word in by_letter.get(char, ())):
        if abs(len(word) - len(typed)) > 3 or (letters ^ _letters(word)).bit_count() > 5:
            continue
        if len(word) > 3 and slipped(typed, word):
            away = distance(typed, word, 4)
            if away > 1:
                heard = sound(typed) == sound(word)
                cost = _HEARD if heard else _EACH * away
                yield Guess(cost + (_KEY_ALONE if short else _KEY), word)


@lru_cache(maxsize=64)
def _by_letter(vocabulary: frozenset[str]) -> dict[str, list[str]]:
    """The words of a key by their first letter; none where there are too many to look at."""
    found: dict[str, list[str]] = {}
    for word in sorted(vocabulary) if len(vocabulary) < MANY else ():
        found.setdefault(word[:1], []).append(word)
    return found


MANY = 5000
"""Of so many words of a key only those that are one slip away are looked for."""


@lru_cache(maxsize=8192)
def _letters(word: str) -> int:
    """The letters of a word as the bits of a number."""
    found = 0
    for char in word:
        found |= 1 << (ord(char) & 31)
    return found


@lru_cache(maxsize=64)
def _words(letter: str, name: bool) -> frozenset[str]:
    """The words of the dictionary that begin with a letter: common and known ones, or names."""
    return lexicon.beginning(letter, "4" if name else "12")


def _near(typed: str) -> frozenset[str]:
    """All texts that are one slip away from `typed`."""
    cuts = [(typed[:at], typed[at:]) for at in range(len(typed) + 1)]
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    dropped = {left + right[1:] for left, right in cuts}
    added = {left + char + right for left, right in cuts for char in _LETTERS}
    replaced = {left + char + right[1:] for left, right in cuts if right for char in _LETTERS}
    return frozenset(swapped | dropped | added | replaced) - {typed}


def _are_near(one: str, other: str) -> bool:
    """Whether two letters are side by side on the keys, or alike in sound."""
    return other in BESIDE.get(one, "") or frozenset((one, other)) in ALIKE


def _cost(typed: str, guess: str) -> float:
    """What speaks against the one slip between two texts."""
    at = next(
        (n for n, pair in enumerate(zip(typed, guess, strict=False)) if pair[0] != pair[1]), -1
    )
    at = min(len(typed), len(guess)) if at < 0 else at
    first = 0.0 if at else _FIRST
    char, wanted = typed[at : at + 1], guess[at : at + 1]
    last, follows = typed[at - 1 : at], typed[at + 1 : at + 2]
    if len(typed) == len(guess):
        swapped = typed[at + 1 :] != guess[at + 1 :]
        return first + (0.8 if swapped else 0.9 if _are_near(char, wanted) else 1.2)
    if len(typed) < len(guess):
        silent = not at and SILENT.get(char) == wanted
        return first + (0.7 if wanted in (last, char) else 0.8 if silent else 1.0 if at else 1.2)
    if char in (last, follows):
        return first + 0.7
    near = any(_are_near(char, other) for other in (last, follows) if other)
    return first + (0.9 if near and follows else 1.0)


def _parted(typed: str, vocabulary: frozenset[str]) -> Iterator[Guess]:
    """Two words, of which one is small or both are the key's, with the space between them lost."""
    for at in range(1, len(typed)):
        left, right = typed[:at], typed[at:]
        both = f"{left} {right}"
        if min(at, len(right)) > 2 and left in vocabulary and right in vocabulary:
            yield Guess(1.0 + _KEY, both)
        elif left in JOINED and _stands(right, vocabulary):
            yield Guess(_cost_of_space(left, right, vocabulary), both)
        elif len(right) > 1 and right in JOINED and _stands(left, vocabulary):
            yield Guess(_cost_of_space(right, left, vocabulary), both)


def _stands(word: str, vocabulary: frozenset[str]) -> bool:
    return (
        word in vocabulary
        or word in SMALL
        or (len(word) > 3 and lexicon.tier(word) == lexicon.COMMON)
    )


def _cost_of_space(small: str, other: str, vocabulary: frozenset[str]) -> float:
    known = 0.6 if other in vocabulary else 0.3 if other in SMALL else 0
    return max(1.2, 1.7 - 0.2 * len(small)) - known
