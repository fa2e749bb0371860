"""Abbreviations: a name and its initials are one answer, other initials are not."""

from quizapp.grading.english.classes import ARTICLES, FUNCTION
from quizapp.grading.english.people import AFTER_NAMES, FOREIGN
from quizapp.grading.tokens import Token


def initials(words: tuple[Token, ...]) -> frozenset[str]:
    """The abbreviations that a name of several words may have.

    With small words or without; a word of capitals in full (UN Security Council: UNSC); words
    joined by a hyphen as one.
    """
    words = tuple(t for t in words if t.word not in AFTER_NAMES)
    if len(words) < 2:
        return frozenset()
    kept = [t for t in words if t.word not in FUNCTION and t.raw not in FOREIGN]
    joined = [t for at, t in enumerate(kept) if not at or t.gap != "-"]
    forms = {
        "".join(map(_first, words)),
        "".join(map(_first, kept)),
        "".join(t.word if t.raw.isupper() else _first(t) for t in kept),
        "".join(map(_first, joined)),
    }
    return frozenset(form for form in forms if len(form) > 1)


def _first(token: Token) -> str:
    """The letter that stands for a word: of "l'Automobile" the A."""
    return (token.raw.casefold().removeprefix("l'").removeprefix("d'") or token.word)[0]


def abbreviates(short: tuple[Token, ...], long: tuple[Token, ...]) -> bool:
    """Whether `short` is written as the initials of `long` ("C.S.I.S.", "csis")."""
    parts = [t for t in short if t.word not in ARTICLES]
    wanted = tuple(t for t in long if t.word not in ARTICLES)
    letters = "".join(t.word for t in parts)
    if not 2 <= len(letters) <= 8 or not letters.isalpha():
        return False
    if any(t.denied for t in (*short, *long)):
        return False
    return letters in initials(wanted) or letters in initials(long)
