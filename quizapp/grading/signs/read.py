"""Reading the signs of a text, written or named, each with what it stands beside."""

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from quizapp.grading import figures
from quizapp.grading.english.classes import ARTICLES, FRAME, FUNCTION, SHARP
from quizapp.grading.english.numbers import CARDINALS, TENS
from quizapp.grading.english.signs import GREEK, NAMES, RAISED, SHARES
from quizapp.grading.fold import MAX_CHARS, cut
from quizapp.grading.patterns import Lazy

READ = 800
"""So many characters of a text are read for signs."""
MOST = 24
"""So many signs of a text are read."""


class Sign(NamedTuple):
    """A sign with what stands on its sides, folded; "" where nothing does that it belongs to.

    `telling` says that a text without it says something else: -70 and 70, but not 70 % and 70.
    """

    sign: str
    left: str
    right: str
    telling: bool


class Signs(NamedTuple):
    """The signs of a text, in order; `words` says how often each word and figure stands there;
    `bare` says that the text is made of signs alone."""

    signs: tuple[Sign, ...]
    words: dict[str, int]
    bare: bool = False


_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ", "0123456789-+n", strict=True))
_ONE_FORM = str.maketrans(
    {
        **dict(zip("₀₁₂₃₄₅₆₇₈₉₋₊", "0123456789-+", strict=True)),
        **dict.fromkeys("‐‑‒–−﹣－", "-"),
        **dict.fromkeys("⋅·∙∗✕✖", "×"),
        **dict.fromkeys("⟶➝➔➞", "→"),
        **dict.fromkeys("⇋↔⇄", "⇌"),
        **dict.fromkeys("⩽≦", "≤"),
        **dict.fromkeys("⩾≧", "≥"),
        **dict.fromkeys("∼≃≅", "≈"),
        "⟹": "⇒", "⟺": "⇔", "÷": "/", "∕": "/", "⁄": "/", "≔": "=", "＋": "+", "＜": "<", "＞": ">",
        "＝": "=", "−": "-", "♡": "♥", "♢": "♦", "♤": "♠", "♧": "♣", "ø": "∅",
        **dict.fromkeys("\ufe0f\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
    }
)  # fmt: skip
_SPELT = {
    "<=": "≤", "=<": "≤", ">=": "≥", "!=": "≠", "<>": "≠", "=/=": "≠", "~=": "≈", "+/-": "±",
    "+-": "±", "->": "→", "=>": "⇒", "<=>": "⇔", "<->": "⇌", "**": "^", "=": "=",
}  # fmt: skip
_SIGN = r"[-+*/^=<>~|&!×√±∓≤≥≠≈≡∝≪≫→←⇒⇔⇌∪∩⊂⊃⊆⊇∈∉∧∨¬♯♭♮♠♥♦♣%‰$€£¥₹₽]"
_ITEM = Lazy(
    r"(?P<gap>\s*)(?:(?P<code>\\[a-zA-Z])"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<sign><=>|<->|=/=|\+/-|===|!==|<=|=<|>=|!=|<>|~=|\+-|->|=>|\*\*|&&|\|\||\+\+|--|==|<<|>>|∞|#|"
    + _SIGN
    + r")|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<stop>[^\w\s]|_))"
)
_WRITTEN = frozenset("+-*/^=<>~|&!#×√±∓≤≥≠≈≡∝≪≫→←⇒⇔⇌∪∩⊂⊃⊆⊇∈∉∧∨¬♯♭♮♠♥♦♣%‰$€£¥₹₽−–÷∞\\") | frozenset(
    _RAISED
)

COMPARING = frozenset("<>≤≥≠")
UNITS = frozenset("%‰$€£¥₹₽")
_BEHIND = frozenset("!♯♭♮♠♥♦♣") | {"++"}
_BEFORE = frozenset("√±¬∓")
_LINKS = frozenset("=×^/~≈") | {"=="}
"""Signs between two things that may be left out, or said in words that are not read."""


class _Item(NamedTuple):
    kind: str
    text: str
    gap: str
    named: bool = False

    @property
    def key(self) -> str:
        """The item as it is compared: a figure by its value, a word folded."""
        if self.kind == "number":
            number = figures.value(self.text)
            return self.text if number is None else f"{number:g}"
        low = self.text.casefold()
        if low in CARDINALS or low in TENS:
            return f"{figures.value(low):g}"
        return GREEK.get(low, low)

    @property
    def beside(self) -> bool:
        """Whether a sign may stand beside it: a figure, a letter, infinity, a bracket."""
        if self.kind in ("number", "open", "close"):
            return True
        if self.kind != "word":
            return False
        low = self.text.casefold()
        counted = low in CARDINALS or low in TENS
        return len(low) == 1 or counted or low == "infinity" or low in SHARES or low in _greek()


_NOTHING = _Item("", "", " ")


@cache
def _greek() -> frozenset[str]:
    return frozenset(GREEK.values())


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    """The names of signs, the longest first, and the sign of each."""
    table = {
        " ".join(name.split()): sign for sign, names in NAMES.items() for name in names.split("|")
    }
    longest = sorted(table, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})\b", re.IGNORECASE), table


@cache
def _beginnings() -> frozenset[str]:
    """The words with which the name of a sign begins."""
    names = (name.split()[0] for names in NAMES.values() for name in names.split("|"))
    return frozenset((*names, *RAISED, "plus/minus"))


@cache
def _counting() -> frozenset[str]:
    """The words beside which a sign may be named."""
    return frozenset({*CARDINALS, *TENS, *SHARES, *_greek(), "infinity"})


_BELOW_ZERO = Lazy(
    r"(?<![-\d.,])(\d+(?:[.,]\d+)*)((?:\s?°\s?[cf]?|\s?degrees?)?\s)below (?:zero|freezing)\b",
    re.IGNORECASE,
)
_POWER = Lazy(r"(?<=[\w)])\s?\b(squared|cubed)\b", re.IGNORECASE)
_NOTE = Lazy(r"\b([a-g])-(sharp|flat)\b", re.IGNORECASE)
_PARTED = Lazy(r"(?<![^\W\d_]{2})-|-(?![^\W\d_]{2})")
"""A hyphen that does not join two words."""
_HIGH = Lazy(r"[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿ]+")


def _one_form(text: str) -> str:
    """`text` with each sign in one form, raised figures behind `^`."""
    if text.isascii():
        return text
    text = _HIGH.sub(lambda found: "^" + "".join(map(_RAISED.__getitem__, found[0])), text)
    return unicodedata.normalize("NFKC", text).translate(_ONE_FORM)[:MAX_CHARS]


@lru_cache(maxsize=64)
def _items(text: str) -> tuple[_Item, ...]:
    """The words, figures and signs of a text, names of signs among them."""
    text = figures.in_figures(" ".join(_one_form(text).split()))
    text = _BELOW_ZERO.sub(r"-\1\2", text)
    text = _NOTE.sub(r"\1 \2", text)
    text = _POWER.sub(lambda found: "^" + RAISED[found[1].casefold()], text)
    text = text[:READ]
    pattern, signs = _names()
    found: list[_Item] = []
    at = 0
    for name in (*pattern.finditer(text), None):
        end = name.start() if name else len(text)
        for item in _ITEM.finditer(text, at, end):
            kind = str(item.lastgroup)
            said = _SPELT.get(item[kind], item[kind])
            found.append(
                _Item("word", "infinity", item["gap"])
                if said == "∞"
                else _Item(kind, said, item["gap"])
            )
        if name is None:
            break
        found.append(_Item("sign", signs[name[0].casefold()], " ", True))
        at = name.end()
    return tuple(found)


@lru_cache(maxsize=2048)
@lru_cache(maxsize=256)
def could_have(text: str) -> bool:
    """Whether a text may have a sign, written or named beside a figure or letter: a quick look."""
    written = _WRITTEN.intersection(text)
    if written and (written != {"-"} or _PARTED.search(text)):
        return True
    words = text.split()
    low = set(map(str.casefold, words))
    if low.isdisjoint(_beginnings()):
        return False
    lone = any(len(word) == 1 and word not in ("a", "I") for word in words)
    return lone or not low.isdisjoint(_counting()) or any(map(str.isdigit, text))


@lru_cache(maxsize=2048)
def read(text: str) -> Signs:
    """The signs of a text, as far as it is graded."""
    items = _items(cut(text))
    words = dict(Counter(item.key for item in items if item.kind in ("word", "number")))
    signs = [item.text for item in items if item.kind == "sign" and not item.named]
    if signs and len(signs) == len(items):
        return Signs(tuple(Sign(sign, "", "", True) for sign in signs[:MOST]), words, True)
    placed = (_placed(items, at) for at, one in enumerate(items) if one.kind in ("sign", "code"))
    return Signs(tuple([sign for sign in placed if sign is not None][:MOST]), words)


@lru_cache(maxsize=2048)
def form(text: str) -> tuple[str, ...]:
    """The words, figures and signs of a text in order, each in one form, without the words round
    an answer ("it is") and a letter that it is the value of ("x =")."""
    items = [item for item in _items(cut(text)) if item.kind not in ("open", "close", "stop")]
    kept = [
        item
        for item in items
        if item.text.isupper() or len(item.text) == 1 or item.key not in _ROUND
    ]
    if len(kept) > 2 and kept[0].beside and kept[1].text == "=":
        kept = kept[2:]
    said: list[str] = []
    formula = False
    for before, item in pairwise([_NOTHING, *kept]):
        glued = item.kind == "number" and before.kind == "word" and item.gap == ""
        if formula and item.text == "^":
            continue
        if formula and item.kind == "number":
            said[-1] += item.text
            continue
        formula = glued
        said.append({"*": "×", "#": "♯"}.get(item.text, item.key))
    return tuple(said)


_ROUND = (FUNCTION | FRAME) - SHARP - {"and", "or"}


def _left(items: tuple[_Item, ...], at: int) -> _Item:
    """What a sign at `at` has before it, brackets aside."""
    at -= 1
    while at >= 0 and (items[at].kind == "close" or items[at].text in UNITS):
        at -= 1
    return items[at] if at >= 0 and items[at].kind in ("word", "number") else _NOTHING


def _right(items: tuple[_Item, ...], at: int) -> _Item:
    """What a sign at `at` has behind it, brackets, articles and further signs in front aside."""
    for place in range(at + 1, min(at + 6, len(items))):
        item = items[place]
        follows = items[place + 1] if place + 1 < len(items) else _NOTHING
        if item.kind in ("open", "sign"):
            continue
        low = item.text.casefold()
        if low in ARTICLES and follows.kind in ("word", "number"):
            continue
        if low == "one" and follows.text.casefold() in SHARES:
            continue
        return item if item.kind in ("word", "number") else _NOTHING
    return _NOTHING


def _placed(items: tuple[_Item, ...], at: int) -> Sign | None:
    """The sign at `at` with what it belongs to; None where it is but punctuation."""
    item = items[at]
    sign = item.text
    if item.kind == "code":
        return Sign(sign, "", "", True)
    if sign in "+-±∓":
        return _signed(items, at)
    before, after = items[at - 1] if at else _NOTHING, _after(items, at)
    left, right = _left(items, at), _right(items, at)
    glued = not item.named and item.gap == "" and before.kind in ("word", "number", "close", "code")
    if sign in UNITS:
        number = left if left.kind == "number" and before.kind == "number" else right
        return Sign(sign, number.key, "", False) if number.kind == "number" else None
    if sign == "#" or sign in _BEHIND:
        return _behind(sign, left, before, after, glued)
    if sign in _BEFORE:
        return Sign(sign, "", right.key, True) if right.beside else None
    if sign in COMPARING:
        return _comparing(sign, left, right, before, item.named)
    if sign == "--":
        return Sign(sign, "", right.key, True) if after.gap == "" and right.key else None
    if sign == "*" and glued and not right.beside:
        return Sign(sign, left.key, "", True) if left.beside else None
    sign = {"*": "×"}.get(sign, sign)
    if not left.key or not right.key:
        return None
    free = sign in "=≡∝" or (left.beside and right.beside)
    if not free and sign in "/|&×^~":
        return None
    return Sign(sign, left.key, right.key, sign not in _LINKS)


def _comparing(sign: str, left: _Item, right: _Item, before: _Item, named: bool) -> Sign | None:
    """A bound, or a comparison of two things: more than half, x < y."""
    start = left.key if left.beside and (not named or len(left.text) == 1) else ""
    letter = right.kind == "word" and len(right.text) == 1
    if not right.beside or (named and (before.kind == "number" or (letter and not start))):
        return None
    return Sign(sign, start, right.key, True)


def _after(items: tuple[_Item, ...], at: int) -> _Item:
    return items[at + 1] if at + 1 < len(items) else _NOTHING


def _behind(sign: str, left: _Item, before: _Item, after: _Item, glued: bool) -> Sign | None:
    """A sign that follows what it belongs to: F♯, C++, 5!, A♠."""
    if sign in "#♯♭♮":
        note = before.kind == "word" and before.text.casefold() in set("abcdefg")
        article = before.text == "a" and after.kind == "word"
        if not note or (sign == "#" and not glued) or (article and not glued):
            return None
        return Sign("♯" if sign == "#" else sign, before.key, "", True)
    if not left.beside or (sign == "!" and not glued):
        return None
    return Sign(sign, left.key, "", True)


def _signed(items: tuple[_Item, ...], at: int) -> Sign | None:
    """Plus, minus or both: between two things, before one or behind it."""
    item, before, after = items[at], items[at - 1] if at else _NOTHING, _after(items, at)
    left, right = _left(items, at), _right(items, at)
    sign = item.text
    held = before.kind in ("word", "number", "close")
    gap_before = item.named or item.gap != ""
    gap_after = item.named or after.gap != "" or after.kind in ("", "stop", "close")
    if held and gap_before == gap_after and right.kind and after.kind != "stop":
        return _between(sign, left, right, spaced=gap_before)
    if not gap_after or (item.named and right.beside):
        if before.kind == "number" and right.kind == "number":
            return Sign(sign, left.key, right.key, False)
        plain = sign == "+" and right.kind == "number"
        option = right.kind == "word" and right.text.islower() and len(right.text) <= 3
        return Sign(sign, "", right.key, not plain) if right.beside or option else None
    if gap_before and not (item.named and len(before.text) == 1):
        return None
    if before.kind == "number":
        if right.kind == "number" and after.kind == "number":
            return Sign(sign, left.key, right.key, False)
        return Sign(sign, "", before.key, sign == "-")
    if before.kind == "close" or (before.kind == "word" and len(before.text) <= 2):
        named = before.text[:1].isupper() or before.kind == "close" or sign == "+"
        return Sign(sign, left.key, "", True) if named and left.key else None
    return None


def _between(sign: str, left: _Item, right: _Item, *, spaced: bool) -> Sign | None:
    """A plus or minus between two things; a hyphen or a dash of prose is none."""
    if spaced:
        if not (left.beside and right.beside):
            return None
        return Sign(sign, left.key, right.key, False)
    if not left.beside and not right.beside:
        return None
    return Sign(sign, left.key, right.key, False)
