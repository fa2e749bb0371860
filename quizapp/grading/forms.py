"""Word forms: plurals, tenses, degrees, British and American spelling."""

from functools import lru_cache

from quizapp.grading.english.classes import AUXILIARIES
from quizapp.grading.english.forms import IRREGULAR, SPELLINGS
from quizapp.grading.english.spelling import DOUBLES, LINKED


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """A common form of the inflections of a folded word; for comparison, not for reading.

    >>> stem("cities") == stem("city"), stem("planned") == stem("plan")
    (True, True)
    """
    if len(word) < 4 or not word.isalpha():
        base = IRREGULAR.get(word, word)
        if base != word:
            return stem(base)
        return base[:-1] + "i" if len(base) == 3 and base.endswith("y") else base
    if word in IRREGULAR:
        return stem(IRREGULAR[word]) if IRREGULAR[word] != word else word
    base = _unplural(word)
    for ending in ("ing", "edly", "ed"):
        if (
            base.endswith(ending)
            and len(base) - len(ending) >= 3
            and _vowelled(base[: -len(ending)])
        ):
            return _rounded(base[: -len(ending)])
    return _rounded(base)


def _vowelled(text: str) -> bool:
    return any(char in "aeiouy" for char in text)


def _unplural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _rounded(base: str) -> str:
    """Without a doubled last letter, a silent e, or the difference of y and i."""
    if len(base) > 3 and base[-1] == base[-2] and base[-1] in DOUBLES:
        base = base[:-1]
    if len(base) > 3 and base.endswith("e"):
        base = base[:-1]
    if len(base) > 2 and base.endswith("y"):
        base = base[:-1] + "i"
    return base


@lru_cache(maxsize=8192)
def american(word: str) -> str:
    """`word` with its British endings made American, for comparison only."""
    for british, other in SPELLINGS:
        if british in word and len(word) > len(british) + 1:
            word = word.replace(british, other)
        elif word == british:
            return other
    return word


def same_form(left: str, right: str) -> bool:
    """Whether two folded words are one word in two inflections or spellings."""
    if stem(left) == stem(right):
        return True
    if len(left) < 4 or len(right) < 4 or left[0] != right[0]:
        return False
    return stem(american(left)) == stem(american(right))


def same_root(left: str, right: str) -> bool:
    """Whether two folded words look made from each other (defend, defence; Inca, Incan)."""
    shared = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        shared += 1
    if shared < 4 or shared < 0.6 * min(len(left), len(right)):
        return False
    for cut in (shared, shared - 1):
        if cut >= 4 and left[cut:] in LINKED and right[cut:] in LINKED:
            return True
    return False


def participle(word: str) -> bool:
    """Whether a word may be a past participle."""
    if word.endswith("eed") and len(word) < LONG_EED:
        return word == "freed"
    return word.endswith("ed") or (word in IRREGULAR and word not in AUXILIARIES)


LONG_EED = 6
"""Shorter words in -eed are no participles: need, speed."""
