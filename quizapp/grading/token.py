"""One word of a text, as it is read."""

from typing import NamedTuple


class Token(NamedTuple):
    """One word or figure of a text.

    `raw` is as typed, `word` folded; `gap` is what stood before it; `clause` counts the stretches
    between stops; `denied` is whether a negation covers it (`soft`: one such as "tried to");
    `owner` marks a possessive.
    """

    raw: str
    word: str
    stem: str
    gap: str
    clause: int
    denied: bool = False
    owner: bool = False
    soft: bool = False
