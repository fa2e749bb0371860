"""What the wording of a question says about the answers that it takes."""

from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import figures
from quizapp.grading.english.asking import (
    DO,
    OF_WORDS,
    ONE,
    PLURAL,
    SEVERAL,
    UNDONE,
    WHICH,
)
from quizapp.grading.english.classes import AUXILIARIES, FUNCTION
from quizapp.grading.lexicon import relations
from quizapp.grading.tokens import Token, tokens


class Prompt(NamedTuple):
    """A question, read.

    `words` are its words of content and their stems, `subject` the stem of the named thing that it
    is about, `nations` those of countries and peoples. The rest says what it asks: for a person
    (`who`), for one thing (`which`), for several (`many`), for the form of a
    word (`form`), for what was not done (`undone`); `negated` is that it has a "not" of its own.
    """

    words: frozenset[str] = frozenset()
    subject: str = ""
    nations: frozenset[str] = frozenset()
    who: bool = False
    which: bool = False
    many: bool = False
    form: bool = False
    undone: bool = False
    negated: bool = False


@lru_cache(maxsize=512)
def read_prompt(text: str) -> Prompt:
    """A question's text, read."""
    words = tokens(text)
    said = {t.word for t in words}
    return Prompt(
        frozenset(form for t in words if t.word not in FUNCTION for form in (t.word, t.stem)),
        _subject(words),
        frozenset(t.stem for t in words if t.raw[:1].isupper() and relations(t.stem).nation),
        bool(said & {"who", "whom", "whose"}),
        bool(said & ONE) and bool(WHICH.match(text)),
        any(1 < (figures.value(t.raw) or 0) < 13 for t in words[:8])
        or (bool(said & SEVERAL) and bool(PLURAL.match(text))),
        bool(said & OF_WORDS),
        "what" in said and bool(said & DO) and bool(UNDONE.match(text)),
        bool(said & {"not", "never", "no"}),
    )


def _subject(words: tuple[Token, ...]) -> str:
    """The named thing that a question is about: Finland in "What did Finland do when …?"."""
    for at, token in enumerate(words[:5]):
        if token.word in AUXILIARIES:
            rest = words[at + 1 : at + 3]
            named = rest[:1] and rest[0].raw[:1].isupper() and rest[0].word not in FUNCTION
            return rest[0].stem if named else ""
    return ""
