"""The small words of a wording: which of them must be there, and what a "less" does."""

from quizapp.grading.english.classes import LIGHT, PREPOSITIONS, SHARP
from quizapp.grading.tokens import Token, content


def kept_words(words: tuple[Token, ...], light: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """The words of a wording that must be there: those of content but for light ones beside others,
    words such as "without", "up" or "same", beside a light one any preposition ("go through"), and
    if there are none of these, all but articles; `light` are light words besides."""
    full = content(words)
    heavy = [t for t in full if t.word not in DISPENSABLE | light] or list(full)
    sharp = [
        t
        for t in words
        if t not in full
        and (
            (t.word in SHARP and t.word not in ("both", "all"))
            or t.word in TELLING
            or (t.word in ("too", "one") and t is not words[-1])
            or (t.word == "at" and t is words[-1])
        )
    ]
    if all(t.word in DISPENSABLE | light for t in heavy):
        sharp += [t for t in words if t.word in PREPOSITIONS and t not in full]
    return tuple(t for t in words if t in heavy or t in sharp or acronym(t))


_DEGREES = frozenset({"more", "most", "less", "least", "many", "much", "always", "never", "even"})


def acronym(token: Token) -> bool:
    """Whether a word in capitals is a name, although it looks like a small word: US."""
    return token.raw.isupper() and token.word in ("us", "it", "who")


BECOMING = frozenset(
    {"feel", "feels", "felt", "feeling", "get", "gets", "got", "become", "becomes", "became"}
    | {"seem", "seems", "seemed", "look", "looks", "looked"}
)
"""Verbs that a passive or a quality may stand with: "feel threatened" is "are threatened"."""
TELLING = frozenset(
    {"same", "own", "right", "number", "numbers", "sure", "again", "unless"}
    | {"where", "when", "how", "why"}
)
"""Small words, and words that may stand round an answer, that tell something in a wording: "same
current", "right angles"."""
_MOTION = frozenset({"move", "moves", "moved", "moving", "travel", "travels"})
DISPENSABLE = (LIGHT - _DEGREES - _MOTION) | BECOMING
"""Words that a wording may do without, where it has others."""


def made_one(first: str, second: str) -> str:
    """Two words as one: rainbow, and "resend" for "send again"."""
    return f"re{first}" if second == "again" else first + second


def lessens(words: tuple[Token, ...], at: int) -> bool:
    """Whether the word at `at` is a "less" that takes from the one behind it."""
    return at >= 0 and words[at].word == "less"
