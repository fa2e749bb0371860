"""Cleaning text from outside: files, responses, other people's records."""

import re
import unicodedata
from functools import cache

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


_JOINING = (
    "\u0620-\u06dc\u06de-\u070e\u0710-\u088f\u0892-\u08e1\u08e3-\u08ff"
    "\u0900-\u0dff\u0e80-\u0eff\u0f00-\u0fff\u1000-\u109f"
    "\u1780-\u17b3\u17b6-\u17dd\u1820-\u18aa\u1900-\u1aff\u1b00-\u1c4f\ua840-\ua877\ua8e0-\ua8ff"
    "\ufb50-\ufdff\ufe70-\ufefc\U00011000-\U000110bc\U000110be-\U000110cc\U000110ce-\U00011fff"
)
"""Scripts in which a joiner between letters changes the word: Arabic, Indic and their kin."""
_PICTURES = "\u2190-\u27ff\u2900-\u2bff\U0001f000-\U0001faff"
_VIRAMAS = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u0f84\u1039\u17d2"


@cache
def _needed() -> re.Pattern[str]:
    """Joiners that belong to a word or a picture; few texts have any."""
    return re.compile(
        f"(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])|(?<=[{_VIRAMAS}])\u200d"
        f"|(?<=[{_PICTURES}\ufe0f])\u200d(?=[{_PICTURES}])"
    )


def _has_joiner(text: str) -> bool:
    return "\u200c" in text or "\u200d" in text


def _parted(text: str) -> tuple[list[str], list[str]]:
    """`text` at its needed joiners: the texts between them, and the joiners."""
    return _needed().split(text), _needed().findall(text)


def clean(text: str) -> str:
    """`text` without what could hide in it or act on a screen; safe to show as a literal.

    Control, bidirectional and invisible characters go, joiners that a script or a picture needs
    stay; every end of line becomes a newline, every
    kind of space a space; half characters and noncharacters become U+FFFD. Tabs and newlines
    stay. Cleaning twice changes nothing. Time is linear in the length.
    """
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _has_joiner(text):
        return text.translate(_CLEAN)
    pieces, joiners = _parted(text)
    kept = [piece.translate(_CLEAN) for piece in pieces]
    return "".join(one for pair in zip(kept, [*joiners, ""], strict=True) for one in pair)


def suspect(text: str) -> str:
    """The names of the characters in `text` that `clean` would take out, "" if there are none.

    Ends of lines and kinds of spaces are nothing to report.

    >>> suspect("a\\x1bb\\u202e")
    'U+001B, U+202E RIGHT-TO-LEFT OVERRIDE'
    """
    if text.isprintable() and (text.isascii() or not any(char in text for char in RARE)):
        return ""
    shown = _needed().sub("", text) if _has_joiner(text) else text
    return ", ".join(
        f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()
        for char in dict.fromkeys(shown)
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


def begun(text: str, most: int) -> str:
    """At most so many characters of a text on one line, cut where a word ends."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: most - 1].rpartition(" ")[0].rstrip(" ,;:") + " …"


def folded(text: str) -> str:
    """`text` without case, accents and compatibility forms; everything else stands.

    Each character is folded by itself, which makes it linear: normalising the whole is quadratic
    in combining marks, and gives the same once the marks are gone.
    """
    return text.lower() if text.isascii() else text.translate(_FOLDING)


JOINERS = {0x200C: None, 0x200D: None}
"""For `str.translate`: joiners make no other words where accents make none."""
_ALIKE = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―−", '\'\'\'\'""""""-------')


def same(text: str) -> str:
    """A form in which two texts are equal if a reader would call them the same words.

    Case, accents, spacing, forms of quotes and dashes, and the punctuation around do not count;
    signs within do (`C++` is not `C`).
    """
    if not text.isascii():
        text = folded(text.translate(_ALIKE)).translate(JOINERS)
    return " ".join(text.lower().split()).strip(" .,;:!?\"'()[]") or text.strip().lower()
