"""Designations: letters and a figure that name one thing (Su-35, F-117A, Apollo 13, B12).

The figure must be the same; the letters may be the maker's name in full, and may be left out where
the question has them.
"""

from typing import NamedTuple

from quizapp.grading import figures
from quizapp.grading.english.classes import ARTICLES, FUNCTION
from quizapp.grading.english.months import NUMBERS as MONTH_NAMES
from quizapp.grading.english.numbers import CARDINALS
from quizapp.grading.forms import stem
from quizapp.grading.patterns import Lazy
from quizapp.grading.tokens import Token


class Code(NamedTuple):
    """A designation: the word or letters before the figure, the figure, letters after it."""

    head: str
    figure: str
    tail: str
    text: str


MOST = 24
"""So many designations of a text are read."""
_CODE = Lazy(r"([a-z]{0,6})(\d+(?:[.,]\d+)*)([a-z]{0,4}|[a-z]\d{1,2})")
_ORDINAL = Lazy(r"\d+(?:st|nd|rd|th|s)")
_DIGITS = {word: str(value) for word, value in CARDINALS.items() if value < 10} | {"oh": "0"}
_SKIPPED = ARTICLES | {"number", "nr", "code", "model", "type", "mark", "mk", "s"}
_IDLE = FUNCTION | _SKIPPED


def codes(words: tuple[Token, ...], *, spoken: bool = False) -> tuple[Code, ...]:
    """The designations in a text; with `spoken`, also number words and digits read one by one."""
    found: list[Code] = []
    at = 0
    while at < len(words) and len(found) < MOST:
        token = words[at]
        parsed = _CODE.fullmatch(token.word)
        if parsed and not _ORDINAL.fullmatch(token.word):
            head = parsed[1] or _head(words, at)
            found.append(Code(head, parsed[2], parsed[3], token.raw))
        elif spoken:
            end = at
            while end < len(words) and words[end].word in _DIGITS:
                end += 1
            if end - at > 1:
                figure = "".join(_DIGITS[t.word] for t in words[at:end])
                found.append(
                    Code(_head(words, at), figure, "", " ".join(t.raw for t in words[at:end]))
                )
                at = end - 1
            elif (value := figures.value(token.raw)) is not None and value == int(value):
                found.append(Code(_head(words, at), str(int(value)), "", token.raw))
        at += 1
    return tuple(found)


def _head(words: tuple[Token, ...], at: int) -> str:
    """The word that a figure at `at` belongs to, if one stands before it."""
    place = at - 1
    if place >= 0 and words[place].word in ("a", "s"):
        joined = words[at].gap == "-" or words[place].raw == "S"
        if joined:
            return words[place].word
    while place >= 0 and words[place].word in _SKIPPED:
        place -= 1
    if place < 0 or (words[place].clause != words[at].clause and "." not in words[at].gap):
        return ""
    word = words[place].word
    plain = word in FUNCTION and not (words[place].raw.isupper() and len(word) > 1)
    return "" if plain or word in MONTH_NAMES or not word.isalpha() else word


def designation(words: tuple[Token, ...]) -> Code | None:
    """The designation that an answer is, or None: "Su-35" is one, "35 days" is none."""
    if len(words) > 5:
        return None
    named = [code for code in codes(words) if code.head]
    if len(named) != 1:
        return None
    code = named[0]
    at = next(place for place, t in enumerate(words) if t.raw == code.text)
    if _CODE.fullmatch(words[at].word)[1]:  # type: ignore[index]
        return code
    before = words[at - 1]
    if not (before.raw[:1].isupper() or "-" in words[at].gap or before.word in _SKIPPED):
        return None
    after = words[at + 1] if at + 1 < len(words) else None
    return code if after is None or after.raw[:1].isupper() else None


def fits(wanted: Code, words: tuple[Token, ...], prompt: frozenset[str]) -> tuple[bool, str] | None:
    """Whether a response has the designation `wanted`, and why not; None if it has no figure."""
    given = codes(words, spoken=True)
    if not given:
        return None
    reason = (
        f"“{given[0].text}” is not {wanted.head.upper()}-{wanted.figure}: designations must match."
    )
    bare = len(words) <= MOST and all(
        t.word in _IDLE or t.stem in prompt or figures.value(t.raw) is not None for t in words
    )
    asked = stem(wanted.head) in prompt or (
        len(wanted.head) > 1 and any(_heads_fit(wanted.head, w) for w in prompt)
    )
    for code in given:
        isotope = code.tail and not code.head and code.figure == wanted.figure
        if isotope and _heads_fit(wanted.head, _ELEMENTS.get(code.tail, code.tail)):
            return True, ""
        if code.figure != wanted.figure or not _tail_fits(wanted.tail, code.tail):
            continue
        if not code.head and wanted.head == "a" and any(t.word == "a" for t in words):
            return True, ""
        if not code.head:
            if bare and (asked or len(wanted.head) > 3 <= len(wanted.figure)):
                return True, ""
            reason = f"“{code.text}” alone does not say which: {wanted.head} is missing."
            before = next((at for at, t in enumerate(words) if t.raw == code.text), len(words))
            ahead = {t.word for t in words[:before]} | {"".join(t.word for t in words[:before])}
            if any(
                _heads_fit(wanted.head, word)
                for word in ahead
                if word.isalpha() and len(wanted.head) > 1
            ):
                return True, ""
        elif _heads_fit(wanted.head, code.head) or (code.head in prompt and wanted.head in prompt):
            return True, ""
    return False, reason


def _heads_fit(wanted: str, given: str) -> bool:
    """Whether two heads are one: the same, or one begins the other (Tu, Tupolev)."""
    if wanted in (given, _ELEMENTS.get(given)):
        return True
    short, long = sorted((wanted, given), key=len)
    return len(long) > 3 and long.startswith(short)


_ELEMENTS = {
    "sr": "strontium", "pu": "plutonium", "rn": "radon", "tc": "technetium", "k": "potassium",
    "cs": "caesium", "na": "sodium", "fe": "iron", "pb": "lead", "hg": "mercury", "au": "gold",
    "ag": "silver", "sn": "tin", "sb": "antimony", "w": "tungsten", "mg": "magnesium",
    "h": "hydrogen", "i": "iodine", "c": "carbon", "u": "uranium",
}  # fmt: skip
"""Symbols of elements by which isotopes are called, 14C and Sr-90."""


def _tail_fits(wanted: str, given: str) -> bool:
    return wanted == given or (not wanted and len(given) <= 3)
