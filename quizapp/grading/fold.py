"""Step 1, folding: what two texts must share to count as written the same.

Case, accents, Unicode forms, quotes, hyphens, spacing and most punctuation carry no meaning in an
answer. What does (figures, signs before figures, `C++` against `C#`) stays.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import islice

from quizapp.grading.english.signs import GREEK
from quizapp.grading.patterns import Lazy

MAX_CHARS = 2000
"""Only so much of a response is graded: beyond it nothing is read."""
MAX_WORDS = 400
"""Nor are more words and figures read."""

_TABLE = {
    ord("ß"): "ss",
    ord("ı"): "i",
    ord("ø"): "o",
    ord("Ø"): "o",
    ord("đ"): "d",
    ord("Đ"): "d",
    ord("ł"): "l",
    ord("Ł"): "l",
    ord("æ"): "ae",
    ord("Æ"): "ae",
    ord("œ"): "oe",
    ord("Œ"): "oe",
    ord("þ"): "th",
    ord("Þ"): "th",
    ord("ð"): "d",
    ord("Ð"): "d",
    **dict.fromkeys(map(ord, "‘’‚‛′`´ʹʻʼ＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"), None),
    ord("×"): "x",
    ord("⁄"): "/",
    ord("&"): " and ",
}
_WORD = Lazy(r"[^\W_]+")
_MARKS = Lazy(
    r"([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_MARKED = Lazy(r"[.,+#](?:(?<=[.,])(?:(?<!\d.)|(?!\d))|(?<=[+#])(?<![^\W\d_].))")
"""Marks that stand for nothing: it begins with them all, so that others are passed over fast."""
_OTHER = Lazy(r"[^\w.,+#]+|_+")
_ASCII = {code: " " for code in range(128) if not chr(code).isalnum() and chr(code) not in ".,+#"}
_SIGNS = frozenset(".,+#")
_JOINS = Lazy(r"(?<!\d) | (?!\d)")
_MINUS = Lazy(r"^\s*-\s*(?=\d)")


def cut(text: str) -> str:
    """The part of `text` that is graded: bounded in characters, words and marks in a row."""
    head = text[:MAX_CHARS]
    if len(head) > 2 * MAX_WORDS:
        head = _words_cut(head)
    return head if head.isascii() else _MARKS.sub(r"\1", head)


@lru_cache(maxsize=64)
def _words_cut(text: str) -> str:
    """`text` up to its word number `MAX_WORDS`."""
    last = next(islice(_WORD.finditer(text), MAX_WORDS - 1, None), None)
    return text if last is None else text[: last.end()]


def cut_short(text: str) -> bool:
    """Whether a part of `text` is not graded, for it is too long."""
    return len(text) > MAX_CHARS or (
        len(text) > 2 * MAX_WORDS and len(_words_cut(text)) < len(text.rstrip())
    )


def plain(text: str) -> str:
    """`text` with one form for letters, quotes and dashes; case, words and punctuation stay."""
    text = cut(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_TABLE)).translate(_TABLE)
        text = "".join(char for char in text[: 2 * MAX_CHARS] if not unicodedata.combining(char))
        text = text[:MAX_CHARS]
    elif "&" in text:
        text = text.replace("&", " and ")
    return text


_LONE_GREEK = Lazy(r"(?<![Α-Ωα-ω])([Α-Ωα-ω])(?![Α-Ωα-ω])")
_GREEK_WORD = Lazy(r"[Α-Ωα-ω]{2}")
_NOTE = Lazy(r"(?<![^\W_])([A-Ga-g])(?:#|\s?♯)(?!\w)")
_FLAT = Lazy(r"(?<![^\W_])([A-Ga-g])\s?♭")
_RAISED = Lazy(r"(?<![^\W_])(\d+)(?=[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺])")


def named(text: str) -> str:
    """`text` with the letters and notes that have a name by it: λ, F♯; raised figures apart.

    Greek words stay as they are, and so does the μ of a unit.
    """
    if "#" in text or "♯" in text:
        text = _NOTE.sub(r"\1 sharp", text)
    if text.isascii():
        return text
    text = _FLAT.sub(r"\1 flat", _RAISED.sub(r"\1 ", text)).replace("µ", "μ")
    if _LONE_GREEK.search(text) and not _GREEK_WORD.search(text):
        text = _LONE_GREEK.sub(_greek_name, text)
    return text


def _greek_name(found: re.Match[str]) -> str:
    text, at, end = found.string, found.start(), found.end()
    if found[0] in "μΜ" and text[end : end + 1].isalpha():
        return "μ"
    before = " " if text[at - 1 : at].isalnum() and at else ""
    return before + GREEK[found[0].lower()] + (" " if text[end : end + 1].isalnum() else "")


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` as its bare words: lower case, one space between, nothing else.

    >>> fold("  The   Café-Royal’s ")
    'the cafe royals'
    """
    if text.isascii() and text.isalpha() and len(text) <= MAX_CHARS:
        return text.lower()
    if text.isascii() and "&" not in text and "#" not in text:
        lowered = text[:MAX_CHARS].lower()
    else:
        lowered = plain(plain(named(text[:MAX_CHARS])).casefold()).casefold()
    lowered = lowered.replace("'", "")
    if "-" in lowered[:4]:
        lowered = _MINUS.sub("minus ", lowered)
    ascii_only = lowered.isascii()
    lowered = lowered.translate(_ASCII) if ascii_only else _OTHER.sub(" ", lowered)
    if not _SIGNS.isdisjoint(lowered):
        lowered = _MARKED.sub(" ", lowered)
    return " ".join(lowered.split())


def squash(text: str) -> str:
    """The letters and digits of `text` alone: spacing and hyphens do not tell answers apart."""
    return join(fold(text))


def join(folded: str) -> str:
    """A folded text without the spaces that do not part two figures."""
    joined = folded.replace(" ", "")
    return joined if joined.isalpha() else _JOINS.sub("", folded)
