"""The words that may make a number, slips of them included, and runs of such words."""

from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import lexicon
from quizapp.grading.english.numbers import (
    CARDINALS,
    HEARD,
    HUNDRED,
    MAGNITUDES,
    MISSPELT,
    ORDINAL_MAGNITUDES,
    ORDINALS,
    PAIRS,
    PARTS,
    TENS,
    TIMES,
    VAGUE,
    ZEROS,
)
from quizapp.grading.numbers.digits import figure
from quizapp.grading.numbers.model import Number
from quizapp.grading.patterns import Lazy
from quizapp.grading.slips import slipped

FEW, MANY = 8, 48
"""Words read at first, and where a number fills them."""
PIECE = Lazy(r"[^\W\d_]+|[.,]?\d[\d.,]*")
_VOCABULARY: dict[str, float] = {
    **CARDINALS, **ZEROS, **TENS, **HUNDRED, **MAGNITUDES, **ORDINALS, **ORDINAL_MAGNITUDES,
    **PARTS,
}  # fmt: skip
_JOINERS = frozenset({*PAIRS, *TIMES, "point", "a", "an", "and", "oh"})


class Word(NamedTuple):
    """One word as the number word that it means, `gap` what stands before it; or a figure."""

    word: str
    start: int
    end: int
    gap: str
    typed: str = ""
    number: Number | None = None


BEGINNERS = frozenset({"a", "an", "both", *PAIRS, *TIMES, *VAGUE, *_VOCABULARY})
_INSIDE = frozenset({*_JOINERS, *VAGUE, *HEARD, "of", "o"})
"""Words that may stand inside a number without being one."""
ARTICLES = frozenset({"a", "an", "A", "An"})
_LONG = tuple(word for word in _VOCABULARY if len(word) > 3)


def within(word: str, others: tuple[str, ...], most: int) -> list[tuple[str, int]]:
    """Those of `others` that are at most so many edits from `word`, with how many."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found = extract(word, others, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [(other, int(edits)) for other, edits, _ in found]


@lru_cache(maxsize=4096)
def meant(word: str) -> str:
    """The number word that `word` is or is a slip of; empty if it is none, or might be two."""
    if word in _VOCABULARY:
        return word
    if word in _JOINERS:
        return ""
    if word in MISSPELT:
        return MISSPELT[word]
    if len(word) < 4 or len(word) > 14 or not word.isalpha() or lexicon.tier(word):
        return ""
    near = sorted(
        (edits, other)
        for other, edits in within(word, _LONG, 2)
        if other[0] == word[0] and edits <= len(other) // 4 and slipped(word, other)
    )
    if not near or (len(near) > 1 and near[0][0] == near[1][0] and not _same(near[0], near[1])):
        return ""
    return near[0][1] if near[0][0] <= 2 else ""


def _same(left: tuple[int, str], right: tuple[int, str]) -> bool:
    return _VOCABULARY[left[1]] == _VOCABULARY[right[1]]


def run(text: str, at: int, most: int) -> list[Word]:
    """The words, `most` of them, that stand together from `at` on, as the number words meant."""
    words: list[Word] = []
    gap = ""
    while len(words) < most and (found := PIECE.match(text, at)):
        if not found[0][0].isalpha():
            number = figure(text, at)
            if number is None or (
                words and (number.kind != "plain" or words[-1].number is not None)
            ):
                break
            words.append(Word("", at, number.end, gap, number=number))
            at = number.end
        else:
            low = found[0].casefold()
            known = meant(low)
            words.append(Word(known or low, at, found.end(), gap, low))
            at = found.end()
            if not known and low not in _INSIDE:
                break
        gap = text[at : at + 1]
        if gap not in (" ", "-"):
            if not words[-1].number:
                break
            gap = " "
        else:
            at += 1
            if gap == " " and text[at : at + 1] == " ":
                at += 1
    return words


def slip(words: list[Word]) -> tuple[str, str] | None:
    """What was typed and what was meant, where a number word was misspelt."""
    names = list(CARDINALS)
    meanings = [
        names[HEARD[w.typed]] if w.typed in HEARD and w.gap == "-" and w.word == w.typed else w.word
        for w in words
    ]
    if all(w.typed == meaning for w, meaning in zip(words, meanings, strict=True)):
        return None
    return tuple(
        "".join(w.gap + text for w, text in pairs).strip(" -")
        for pairs in ([(w, w.typed) for w in words], list(zip(words, meanings, strict=True)))
    )  # type: ignore[return-value]
