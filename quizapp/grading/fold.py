"""Step 1, folding: what two texts must share to count as written the same.

Case, accents, Unicode forms, quotes, hyphens, spacing and most punctuation carry no meaning in an
answer. What does (figures, signs before figures, `C++` against `C#`) stays.
"""

import re
import unicodedata
from functools import lru_cache

MAX_CHARS = 2000
"""Only so much of a response is graded: beyond it nothing is read."""
MAX_MARKS = 4
"""Combining marks kept in a row: normalisation is quadratic in them."""

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
    **dict.fromkeys(map(ord, "‘’‚‛′`´ʹʻʼ＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"), None),
    ord("×"): "x",
    ord("⁄"): "/",
    ord("&"): " and ",
}
_MARKS = re.compile(
    r"([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    r"[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
_BREAKS = re.compile(r"(?:(?<!\d)[.,]|[.,](?!\d)|(?<![^\W\d_+])\+|(?<![^\W\d_])#|[^\w.,+#]|_)+")
_JOINS = re.compile(r"(?<!\d) | (?!\d)")
_MINUS = re.compile(r"^\s*-\s*(?=\d)")


def cut(text: str) -> str:
    """The part of `text` that is graded: bounded in length and in marks in a row."""
    head = text[:MAX_CHARS]
    if head.isascii():
        return head
    return _MARKS.sub(r"\1", head)


def plain(text: str) -> str:
    """`text` with one form for letters, quotes and dashes; case, words and punctuation stay."""
    text = cut(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_TABLE)).translate(_TABLE)
        text = "".join(char for char in text if not unicodedata.combining(char))
    elif "&" in text:
        text = text.replace("&", " and ")
    return text


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` as its bare words: lower case, one space between, nothing else.

    >>> fold("  The   Café-Royal’s ")
    'the cafe royals'
    """
    lowered = plain(text).casefold().replace("'", "")
    if "-" in lowered[:4]:
        lowered = _MINUS.sub("minus ", lowered)
    return _BREAKS.sub(" ", lowered).strip()


def squash(text: str) -> str:
    """The letters and digits of `text` alone: spacing and hyphens do not tell answers apart."""
    return _JOINS.sub("", fold(text))
