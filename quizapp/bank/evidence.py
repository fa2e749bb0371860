"""Finding words in a passage whatever the form of its spaces, quotes and dashes."""

from functools import lru_cache

from quizapp.text import folded

_ALIKE = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―−", '\'\'\'\'""""""-------')


def locate(text: str, words: str) -> tuple[int, int] | None:
    """The (start, end) in `text` of the first occurrence of `words`; None if there is none.

    Case, accents, forms of quotes and dashes and the amount of space do not matter. Whole words are
    preferred to parts of longer ones.
    """
    wanted = " ".join(_form(words)[0].split())
    if not wanted:  # signs that fold to nothing, such as a diaeresis by itself
        at = text.find(words) if words.strip() else -1
        return (at, at + len(words)) if at >= 0 else None
    form, offsets = _form(text)
    found = None
    at = form.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        span = (offsets[at], offsets[end - 1] + 1)
        if _whole(form, at, end):
            return span
        found = found or span
        at = form.find(wanted, at + 1)
    return found


def says(text: str, words: str) -> bool:
    """Whether `locate` finds `words` in `text`; faster for many look-ups in one text."""
    wanted = " ".join(_form(words)[0].split())
    return wanted in _folded(text) if wanted else locate(text, words) is not None


@lru_cache(maxsize=16)
def _folded(text: str) -> str:
    return _form(text)[0]


def _whole(form: str, start: int, end: int) -> bool:
    """Whether no word continues past either end."""
    before = form[start - 1 : start] if start else ""
    after = form[end : end + 1]
    return not (before.isalnum() and form[start].isalnum()) and not (
        after.isalnum() and form[end - 1].isalnum()
    )


def _form(text: str) -> tuple[str, list[int]]:
    """`text` folded, runs of spaces as one, with the offset in `text` of each character."""
    pieces: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text.translate(_ALIKE)):
        piece = " " if char.isspace() else folded(char)
        if piece == " " and pieces and pieces[-1] == " ":
            continue
        for part in piece:
            pieces.append(part)
            offsets.append(offset)
    return "".join(pieces), offsets
