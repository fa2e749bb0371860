"""A text as a whole: its initials, and what else it is called."""

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


SHORT, MOST = 8, 12
"""So many letters has an abbreviation at most, and so many words a name."""


def letters(words: tuple[Token, ...], content: tuple[Token, ...]) -> frozenset[str]:
    """The letters that a text is made of, if it may be an abbreviation."""
    joined = ["".join([t.word for t in some]) for some in (_kept(words), content)]
    found = frozenset(form for form in joined if 2 <= len(form) <= SHORT and form.isalpha())
    return frozenset() if found and any(t.denied for t in words) else found


def initials_of(words: tuple[Token, ...]) -> frozenset[str]:
    """The abbreviations of a text; one in which a word is denied has none, nor has a long one."""
    kept = _kept(words)
    if len(kept) > MOST or any(t.denied for t in words):
        return frozenset()
    return initials(kept) if kept == words else initials(kept) | initials(words)


def groups_of(words: tuple[Token, ...]) -> frozenset[int]:
    """The groups of the lists in which a text stands as a whole, if it is short enough."""
    kept = _kept(words)
    if len(kept) > MOST:
        return frozenset()
    bare = tuple(t for t in kept if t.word not in TITLES)
    if not bare or lexicon.tier(bare[0].word) == lexicon.COMMON:
        bare = kept  # sergeant major is a rank, not a Mr Major
    found = {" ".join(t.stem for t in some) for some in (kept, bare)}
    listed = (name for name in found if " " not in name or _is_expression(name))
    return frozenset().union(*(lexicon.relations(name).groups for name in listed))


def _is_expression(name: str) -> bool:
    """Whether several stems are an expression of a group: those by one first word are kept."""
    return name in lexicon.expressions(name.partition(" ")[0])


def _kept(words: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple([t for t in words if t.word not in ARTICLES])
