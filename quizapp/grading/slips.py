"""Slips of the pen: how far a word may be from the one that was meant, and what never is a slip."""

from functools import lru_cache

from quizapp.grading import lexicon
from quizapp.grading.edits import distance, script
from quizapp.grading.english.spelling import COUNTING, PREFIXES, SOUNDS
from quizapp.grading.forms import same_form, stem
from quizapp.grading.verdict import Slip


@lru_cache(maxsize=1024)
def _rivals(word: str) -> tuple[str, ...]:
    """The words that a slip of `word` might as well be meant as."""
    opposed = lexicon.relations(stem(word)).opposites
    return tuple(sorted((lexicon.relations(word).confusions | opposed) - {word}))


def confused(left: str, right: str) -> bool:
    """Whether two folded words are a pair that people mix up, each with its own meaning."""
    return right in lexicon.relations(left).confusions


def budget(word: str) -> int:
    """Edits allowed in a folded word: none up to three letters, one up to eight, two above."""
    if len(word) <= 3:
        return 0
    return 1 if len(word) <= 8 else 2


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """A rough key of how a folded word sounds: its consonants, letters of one sound made one."""
    for spelt, heard in SOUNDS:
        if spelt in word:
            word = word.replace(spelt, heard)
    head = "a" if word[:1] in "aeiou" else ""
    kept = [char for char in word if char not in "aeiou"]
    return head + "".join(char for at, char in enumerate(kept) if not at or char != kept[at - 1])


def _prefixed(typed: str, meant: str) -> bool:
    """Whether one word is the other behind a prefix, or they differ in their prefixes."""
    for prefix in PREFIXES:
        if typed == prefix + meant or meant == prefix + typed:
            return True
    counted = [(typed.removeprefix(one), one) for one in COUNTING if typed.startswith(one)]
    # Diphosphate is no slip of triphosphate.
    return any(meant == two + rest for rest, one in counted for two in COUNTING if two != one)


def _nearer(typed: str, other: str, meant: str, edits: int) -> bool:
    """Whether `typed`, `edits` away from `meant`, is rather meant as `other`."""
    away = distance(typed, other, edits)
    if away != edits:
        return away < edits
    return sound(typed) == sound(other) and sound(typed) != sound(meant)


FARTHEST = 5
"""No slip has more edits than these."""


def slipped(typed: str, meant: str) -> bool:
    """Whether the folded word `typed` can be `meant` with a slip of the pen.

    A real word is never a slip of another one, except where only a letter is doubled or dropped
    and the word typed is no headword of a dictionary.
    """
    if typed == meant:
        return True
    if not typed.isalpha() or not meant.isalpha() or len(typed) < 3 or len(meant) < 4:
        return False
    if abs(len(typed) - len(meant)) > FARTHEST:
        return False
    real = is_word(typed)
    if real and not same_form(typed, meant):
        return False
    known = lexicon.tier(meant)
    most = budget(meant)
    if not real and known and known != lexicon.NAME:
        most = 1 if len(meant) <= 4 else 2 if len(meant) <= 7 else 3
    edits = distance(typed, meant, most + 2)
    heard = edits > 2 and len(meant) > 5 and sound(typed) == sound(meant)
    if edits > most and not (heard and not real and edits <= most + 2):
        return False
    if any(_nearer(typed, other, meant, edits) for other in _rivals(meant)):
        return False
    return not confused(typed, meant) and not _prefixed(typed, meant)


def is_word(word: str) -> bool:
    """Whether a folded word is a real one, or its plural: osteoclasts is as real as osteoclast."""
    if lexicon.tier(word) > 0:
        return True
    plural = word.endswith("s") and len(word) > 6
    return plural and lexicon.tier(word[:-1]) in (lexicon.COMMON, lexicon.KNOWN, lexicon.RARE)


def difference(typed: str, meant: str) -> Slip:
    """The letters that `typed` has in other places than `meant`, in order."""
    return Slip(typed, meant, script(typed, meant))
