"""Whether a refusal is certain, or the same may have been said in words that nobody listed.

Certain are: an objection to a wording that was otherwise there; a name, a figure or a designation
that is not the answer's; a response too short to say a statement anew. Of any other the grader
knows only that it did not find the wording.
"""

from functools import lru_cache
from typing import Literal

from quizapp.grading import figures
from quizapp.grading.answers import FORM, SAME, SLIP, Fit
from quizapp.grading.english.classes import LIGHT, PRONOUNS
from quizapp.grading.reading import Reading
from quizapp.grading.tokens import Token, content, tokens

ANEW = 3
"""So many words of its own make a response a statement that may say the same, of which a part was
found."""
WHOLLY_ANEW = 4
"""So many are needed where nothing was found: nobody says all of a thing anew in three words."""
HARDLY_FOUND = 0.2
"""So much of an answer is less than a part of it."""
DESCRIBING = 6
"""Among so many words in all, small ones too, two of its own may describe a term."""
TALKING = 8
"""Among so many two of its own may make a statement: much is said in small words."""
LONG_KEY = 50
"""So many wordings of a key are looked at."""


def doubtful(fit: Fit, answers: tuple[str, ...], reading: Reading) -> bool:
    """Whether a refused response may mean one of `answers`; `fit` is how it fits the nearest."""
    if fit.firm:
        return _said_otherwise(fit, reading)
    own = len({t.stem for t in substance(reading.words)} - reading.prompt.words)
    forms = {states(answer) for answer in answers[:LONG_KEY]}
    if "statement" not in forms:
        described = own > ANEW or (own >= ANEW - 1 and len(reading.all) >= DESCRIBING)
        return "term" in forms and described
    if own >= ANEW - 1 and len(reading.all) >= TALKING:
        return True
    if fit.hint in ("opposite", "negation"):
        return own >= ANEW + (fit.hint == "opposite")
    if own >= (ANEW if fit.score >= HARDLY_FOUND else WHOLLY_ANEW):
        return True
    return own == ANEW - 1 and bool(fit.pairs)


def _said_otherwise(fit: Fit, reading: Reading) -> bool:
    """Whether what speaks against a wording may be read into a response that says much besides, as
    the wording is there in other words, or in another order."""
    literal = all(pair.how in (SAME, FORM, SLIP) for pair in fit.pairs)
    if fit.code not in READ_IN or (literal and fit.code != "roles"):
        return False
    found = {reading.all[pair.at].stem for pair in fit.pairs}
    own = {t.stem for t in substance(reading.words)} - found - reading.prompt.words
    return len(own) >= (WHOLLY_ANEW if literal else ANEW)


READ_IN = frozenset({"roles", "opposite", "negation", "hedge"})
"""Codes of objections that may lie in how a response was read."""


@lru_cache(maxsize=4096)
def states(answer: str) -> Literal["statement", "term", "name"]:
    """What an answer is: a statement, which can be made in other words, a term, which can be
    described, or a name or figure, which cannot."""
    every = tokens(answer)
    words = substance(content(every))
    if all(t.raw[:1].isupper() or figures.value(t.raw) is not None for t in words) and words:
        return "name"
    spoken = bool(every) and every[0].word in PRONOUNS
    return "statement" if len(words) > 1 or spoken else "term"


def substance(words: tuple[Token, ...]) -> list[Token]:
    """The words of some weight."""
    return [t for t in words if t.word not in LIGHT]
