"""Abbreviations: a name and its initials are one answer, other initials are not."""

from quizapp.grading.tokens import Token
from quizapp.grading.words.small import FUNCTION


def initials(words: tuple[Token, ...]) -> frozenset[str]:
    """The abbreviations that a name of several words may have."""
    words = tuple(t for t in words if t.word not in ("jr", "sr", "inc", "ltd"))
    if len(words) < 2:
        return frozenset()
    full = "".join(t.word[0] for t in words)
    kept = "".join(t.word[0] for t in words if t.word not in FUNCTION)
    whole = "".join(
        t.word if t.raw.isupper() else t.word[0] for t in words if t.word not in FUNCTION
    )
    return frozenset(short for short in (full, kept, whole) if len(short) > 1)


def abbreviates(short: tuple[Token, ...], long: tuple[Token, ...]) -> bool:
    """Whether `short` is written as the initials of `long` ("C.S.I.S.", "csis")."""
    letters = "".join(t.word for t in short if t.word not in ("the", "a", "an"))
    parts = [t.word for t in short if t.word not in ("the", "a", "an")]
    if (
        not 2 <= len(letters) <= 8
        or not letters.isalpha()
        or any(t.denied for t in (*short, *long))
    ):
        return False
    if len(parts) > 1 and any(len(part) > 1 for part in parts):
        return False
    return letters in initials(
        tuple(t for t in long if t.word not in ("the", "a", "an"))
    ) | initials(long)
