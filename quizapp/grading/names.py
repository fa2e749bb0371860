"""Names of people: which part of a name is enough, and which makes another person of it."""

from functools import cache, lru_cache

from quizapp.grading import lexicon
from quizapp.grading.edits import distance
from quizapp.grading.english.classes import GENERIC, PEOPLE, TITLES
from quizapp.grading.english.people import GIVEN, LATER, NICKNAMES, PARTICLES, SURNAME_FIRST
from quizapp.grading.english.spelling import ROMANISED
from quizapp.grading.prompt import Prompt
from quizapp.grading.slips import sound
from quizapp.grading.tokens import Token

_BESIDE = TITLES | LATER


def parts(answer: tuple[Token, ...], prompt: Prompt) -> tuple[tuple[str, ...], str] | None:
    """The given names and the family name of a person, or None if `answer` names nobody."""
    names = [t for t in answer if t.word not in _BESIDE and t.word not in PARTICLES]
    if not 2 <= len(names) <= 4:
        return None
    if any(not t.raw[:1].isupper() or not t.word.isalpha() or t.word in GENERIC for t in names):
        return None
    first, last = names[0].word, names[-1].word
    if (
        first not in GIVEN
        and first not in SURNAME_FIRST
        and len(first) > 1
        and not (prompt.who or prompt.words & PEOPLE)
    ):
        return None
    if first in SURNAME_FIRST and first not in GIVEN:
        return tuple(t.word for t in names[1:]), first
    return tuple(t.word for t in names[:-1]), last


@cache
def _short() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for group in NICKNAMES:
        for name in group:
            table[name] = table.get(name, frozenset()) | frozenset(group)
    return table


def same_given(left: str, right: str) -> bool:
    """Whether two given names may be one person's: the same, an initial, a pet form, a slip."""
    if left == right or right in _short().get(left, ()):
        return True
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    if left[:3] == right[:3] and abs(len(left) - len(right)) < 3:
        return True
    if min(len(left), len(right)) < 4:
        return False
    return distance(left, right, 1) <= 1 or sound(left) == sound(right)


@lru_cache(maxsize=4096)
def _romanised(word: str) -> str:
    for written, heard in ROMANISED:
        word = word.replace(written, heard)
    return word


def transliterated(left: str, right: str) -> bool:
    """Whether two folded names are one, written in two ways: Dostojewski and Dostoevsky."""
    return min(len(left), len(right)) > 5 and _romanised(left) == _romanised(right)


def another(token: Token, given: tuple[str, ...], *, alone: bool = False) -> bool:
    """Whether a word right before a family name is the given name of somebody else.

    `alone` says that the two words are all that was given.
    """
    word = token.word
    if word in TITLES or word in PARTICLES or any(same_given(name, word) for name in given):
        return False
    if len(word) <= 3 and token.raw.isupper() and given and word[0] == given[0][0]:
        return False
    if len(word) <= 3 and given and not lexicon.tier(word):
        return word[0] != given[0][0]
    if alone and token.raw[:1].isupper():
        return not (lexicon.tier(word) in (1, 2) and word.endswith(("er", "or", "ist", "ian")))
    return word in GIVEN or (token.raw[:1].isupper() and lexicon.tier(word) not in (1, 2))
