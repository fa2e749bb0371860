"""A text as a whole: its initials, and what else it is called."""

from typing import NamedTuple

from quizapp.grading import lexicon
from quizapp.grading.english.classes import ARTICLES, FUNCTION, TITLES
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


class Whole(NamedTuple):
    """A text as a whole: the letters that it may be made of, if it is an abbreviation, the
    abbreviations that it may have, and the groups of the lists in which it stands."""

    letters: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    groups: frozenset[int] = frozenset()


NOT_NAMED = Whole()
SHORT, MOST = 8, 12
"""So many letters has an abbreviation at most, and so many words a name."""


def as_one(words: tuple[Token, ...], content: tuple[Token, ...]) -> Whole:
    """A text as a whole; one in which a word is denied has no initials, and a long one no name."""
    kept = tuple(t for t in words if t.word not in ARTICLES)
    if any(t.denied for t in words):
        return Whole(groups=_groups(kept) if len(kept) <= MOST else frozenset())
    joined = {"".join(t.word for t in some) for some in (kept, content) if len(some) <= SHORT}
    letters = frozenset(form for form in joined if 2 <= len(form) <= SHORT and form.isalpha())
    if len(kept) > MOST:
        return Whole(letters)
    return Whole(letters, initials(kept) | initials(words), _groups(kept))


def _groups(words: tuple[Token, ...]) -> frozenset[int]:
    bare = tuple(t for t in words if t.word not in TITLES)
    if not bare or lexicon.tier(bare[0].word) == lexicon.COMMON:
        bare = words  # sergeant major is a rank, not a Mr Major
    found = {" ".join(t.stem for t in some) for some in (words, bare)}
    return frozenset().union(*(lexicon.relations(name).groups for name in found))
