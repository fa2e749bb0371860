"""Yes and no: what a response says to a question that is answered so, in whatever words."""

from functools import lru_cache
from itertools import pairwise

from quizapp.grading.english.classes import AUXILIARIES, FRAME, FUNCTION, NEGATORS
from quizapp.grading.english.speaking import ANY, NO, NOTHING, PRO, SAYING, SOME, YES
from quizapp.grading.tokens import Token

_EITHER = YES | NO
_OF_NOTHING = NEGATORS | AUXILIARIES | NOTHING
_VERBAL = NEGATORS | AUXILIARIES


@lru_cache(maxsize=512)
def asks(answers: tuple[str, ...]) -> bool | None:
    """What a key of yes or no wants, or None if it wants anything else."""
    for answer in answers:
        word = answer.partition(",")[0].strip(" .!").casefold()
        if word in ("yes", "no"):
            return word == "yes"
    return None


def statements(answers: tuple[str, ...]) -> tuple[str, ...]:
    """The answers that say more than yes or no."""
    return tuple(one for one in answers if one.strip(" .!").casefold() not in ("yes", "no"))


def says(words: tuple[Token, ...], prompt: frozenset[str]) -> bool | None:
    """Whether a response says yes (True) or no (False); None if it says neither, or both."""
    if not words:
        return None
    start = next((at for at, t in enumerate(words) if t.word not in SAYING), 0)
    if words[start].word in _EITHER:
        words = words[start:]
    first, rest = words[0], words[1:]
    lead: bool | None = None
    if first.word in _EITHER:
        stop = not rest or rest[0].gap.strip() or rest[0].word in PRO
        stop = stop and not (rest and (first.word, rest[0].word) == ("no", "problem"))
        if stop:
            lead = first.word in YES
    body = statement(rest if lead is not None else words, prompt)
    if lead is None:
        return body
    return None if body is not None and body != lead else lead


def statement(words: tuple[Token, ...], prompt: frozenset[str]) -> bool | None:
    """The same of a sentence that takes the question's words up: "sound cannot travel there"."""
    content = [
        t for t in words if t.word not in FUNCTION and t.word not in FRAME and t.word not in _VERBAL
    ]
    denied = any(t.denied for t in words) or any(t.word in ("impossible", "never") for t in words)
    if any(t.word == "impossible" for t in words):
        return False
    if all(t.stem in prompt for t in content) and any(
        t.word in AUXILIARIES or content for t in words
    ):
        return not denied
    return None


@lru_cache(maxsize=512)
def asks_nothing(answers: tuple[str, ...]) -> bool:
    """Whether the answer is that there is none."""
    return any(
        answer.strip(" .!").casefold() in ("none", "nothing", "nobody", "no one")
        for answer in answers
    )


def says_nothing(words: tuple[Token, ...], prompt: frozenset[str]) -> bool:
    """Whether a response says that there is none: "no effect", "they have none"."""
    content = [t for t in words if t.word not in FUNCTION and t.word not in FRAME]
    said = [t.word for t in words]
    if any(pair in SOME for pair in pairwise(said)):
        return False
    rest = [t for t in content if t.word not in _OF_NOTHING]
    if not all(t.stem in prompt or t.word in ANY for t in rest):
        return False
    return any(t.word in NOTHING or t.word in ("no", "not") for t in content)
