"""The one door by which text from outside comes in: files, responses, other people's records."""

import unicodedata

RARE = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
"""Characters that Python counts as printable although nothing is seen of them."""

_HARMLESS = "\r\u2028\u2029"
_KEPT = "\n\t"
_LINE_ENDS = "\u0085\u2028\u2029\v\f"


class _Clean(dict[int, str | None]):
    """What becomes of a character, found out once for each: for `str.translate`."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        category = unicodedata.category(char)
        kept: str | None = char
        if char in _KEPT:
            kept = char
        elif char in _LINE_ENDS:
            kept = "\n"
        elif category == "Cs" or code & 0xFFFF >= 0xFFFE:
            kept = "\ufffd"
        elif category in ("Cc", "Cf") or char in RARE:
            kept = None
        elif category == "Zs":
            kept = " "
        self[code] = kept
        return kept


_CLEAN = _Clean()


def clean(text: str) -> str:
    """`text` without what could hide in it or act on a screen; safe to show as a literal.

    Control, bidirectional and invisible characters go; every end of line becomes a newline, every
    kind of space a space; half characters and noncharacters become U+FFFD. Tabs and newlines
    stay. Cleaning twice changes nothing. Time is linear in the length.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CLEAN)


def suspect(text: str) -> str:
    """The names of the characters in `text` that `clean` would take out, "" if there are none.

    Ends of lines and kinds of spaces are nothing to report.

    >>> suspect("a\\x1bb\\u202e")
    'U+001B, U+202E RIGHT-TO-LEFT OVERRIDE'
    """
    if text.isprintable() and (text.isascii() or not any(char in text for char in RARE)):
        return ""
    return ", ".join(
        f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()
        for char in dict.fromkeys(text)
        if char not in _HARMLESS and _CLEAN[ord(char)] not in (char, " ")
    )


class _Folding(dict[int, str]):
    """How a character is folded, found out once for each: for `str.translate`."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code))
        plain = "".join(char for char in parts if unicodedata.category(char)[0] != "M")
        self[code] = folded = plain.casefold()
        return folded


_FOLDING = _Folding()


def folded(text: str) -> str:
    """`text` without case, accents and compatibility forms; everything else stands.

    Each character is folded by itself, which makes it linear: normalising the whole is quadratic
    in combining marks, and gives the same once the marks are gone.
    """
    return text.lower() if text.isascii() else text.translate(_FOLDING)


_ALIKE = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―−", '\'\'\'\'""""""-------')


def same(text: str) -> str:
    """A form in which two texts are equal if a reader would call them the same words.

    Case, accents, spacing, forms of quotes and dashes, and the punctuation around do not count;
    signs within do (`C++` is not `C`).
    """
    if not text.isascii():
        text = folded(text.translate(_ALIKE))
    return " ".join(text.lower().split()).strip(" .,;:!?\"'()[]") or text.strip().lower()
