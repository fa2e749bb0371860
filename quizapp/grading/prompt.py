"""What the wording of a question says about the answers that it takes."""

import re
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import figures
from quizapp.grading.english.classes import AUXILIARIES, FUNCTION
from quizapp.grading.lexicon import relations
from quizapp.grading.patterns import Lazy
from quizapp.grading.tokens import Token, tokens


class Prompt(NamedTuple):
    """A question, read.

    `words` are its words of content and their stems, `subject` the stem of the named thing that it
    is about, `nations` those of countries and peoples. The rest says what it asks: for a person
    (`who`), for one thing (`which`), for several (`many`), for a time (`when`), for the form of a
    word (`form`), for what was not done (`undone`); `negated` is that it has a "not" of its own.
    """

    words: frozenset[str] = frozenset()
    subject: str = ""
    nations: frozenset[str] = frozenset()
    who: bool = False
    which: bool = False
    many: bool = False
    when: bool = False
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
        bool(said & _ONE) and bool(_WHICH.match(text)),
        any(1 < (figures.value(t.raw) or 0) < 13 for t in words[:8])
        or (bool(said & _SEVERAL) and bool(_PLURAL.match(text))),
        bool(said & _OF_TIME),
        bool(said & _OF_WORDS),
        "what" in said and bool(said & _DO) and bool(_UNDONE.match(text)),
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


_ONE = frozenset({"which", "who", "whom", "whose"})
_DO = frozenset({"do", "does", "did"})
_SEVERAL = frozenset({"are", "were", "some", "several", "the", "both"})
_UNDONE = Lazy(
    r"\W*what\b.*\b(?:unable|incapable|refus\w+|declin\w+|fail\w*|forbid\w*|forbade|never"
    r"|(?:can|could|did|does|do|will|would|must|may)(?:n['’]?t|\s?not)|not (?:able|allowed))\b"
    r".*\bdo\b|\W*what (?:does|do|did)\b.*\b(?:lack|not (?!only)\w+)\b\W*$",
    re.IGNORECASE | re.DOTALL,
)
_WHICH = Lazy(
    r"\W*(?:(?:in|on|at|by|for|from|to|with|of) )?(?:which|who|whom|whose)\b", re.IGNORECASE
)
_PLURAL = Lazy(
    r"\W*(?:what|who|which|name|list|give)\W+(?:are|were|some|several|the|both)\b", re.IGNORECASE
)
_OF_TIME = frozenset({"when", "year", "years", "date", "century", "decade"})
_OF_WORDS = frozenset({"singular", "plural", "tense", "spelling", "spelt", "spelled", "participle"})
