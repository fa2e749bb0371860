"""Texts letter by letter: what stands word for word, and what a strict question asks for."""

import unicodedata
from functools import lru_cache

from quizapp.grading.fold import cut
from quizapp.grading.patterns import Lazy

_AROUND = " .,;:!?\"'()[]"
_STOPS = Lazy(r"(?<=[^\W\d_])\.(?=\s|[^\W\d_]|$)")
_ALIKE = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—−", '\'\'\'\'""""""------')


@lru_cache(maxsize=2048)
def literal(text: str) -> str:
    """`text` with its accents and signs, but without case, outer marks and forms of spaces.

    Two texts with one literal form are written the same, word for word.
    """
    text = cut(text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_ALIKE))
    words = " ".join(text.casefold().split())
    return words.strip(_AROUND) or words


def strictly(answers: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Those of `answers` that stand in `text` letter by letter, accents and marks among them.

    Stops of initials are no letters: C.F.C. is CFC.
    """
    given = _STOPS.sub("", literal(text))
    return tuple(
        answer for answer in answers if _stands(_headless(_STOPS.sub("", literal(answer))), given)
    )


def _headless(words: str) -> str:
    """An answer without the article in front, which even a strict question does not ask for."""
    first, _, rest = words.partition(" ")
    return rest if rest and first in ("the", "a", "an") else words


def _stands(words: str, text: str) -> bool:
    """Whether `words` stand in `text` with no letter or mark beside them."""
    at = text.find(words)
    while at >= 0 and words:
        end = at + len(words)
        if not _inside(text[at - 1 : at], words[0]) and not _inside(text[end : end + 1], words[-1]):
            return True
        at = text.find(words, at + 1)
    return False


def _inside(char: str, neighbour: str) -> bool:
    """Whether a character beside a text belongs to the same word as the text's own."""
    if not char:
        return False
    kind = unicodedata.category(char)[0]
    return (kind in "LN" and neighbour.isalnum()) or kind == "M" or char in "\u200c\u200d"
