"""Whether an answer and a response differ in a sign."""

from collections import Counter
from functools import lru_cache

from quizapp.grading.braces import each
from quizapp.grading.english.signs import ALONE
from quizapp.grading.fold import fold
from quizapp.grading.signs.read import COMPARING, READ, Sign, Signs, could_have, form, read

_EITHER_WAY = frozenset("=+×≠≈≡⇌⇔∪∩∧∨&|±") | {"&&", "||", "==", "==="}
_TURNED = {"<": ">", ">": "<", "≤": "≥", "≥": "≤", "⊂": "⊃", "⊃": "⊂", "⊆": "⊇", "⊇": "⊆",
           "→": "←", "←": "→", "≪": "≫", "≫": "≪"}  # fmt: skip
FEW = 24
"""Of more answers only those with a sign are compared with the signs of a response."""
_APART = frozenset("-/")
"""Signs that only part two figures: 9/11 and 9-11."""


def agreeing(answers: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Those of `answers` that differ in no sign from the response `text`; itself if all do."""
    looked = _signed(answers)
    if could_have(text):
        given = read(text)
        sides = {side for one in given.signs for side in (*_sides(one), one.left + one.right)}
        if sides:
            places = _places(answers)
            looked = looked.union(*(places.get(side, ()) for side in sides))
    elif looked:
        given = read(text)
    away = {
        at
        for at in looked
        if all(difference(variant, given) is not None for variant in each(answers[at]))
    }
    return tuple(one for at, one in enumerate(answers) if at not in away) if away else answers


def same(answers: tuple[str, ...], text: str) -> str | None:
    """The one of `answers` that says the same in signs, or in the names of signs; or None."""
    looked = _signed(answers)
    if could_have(text) and len(answers) <= FEW:
        looked = frozenset(range(len(answers)))
    if not looked or len(text) > READ or not (said := form(text)):
        return None
    for at in sorted(looked):
        if form(answers[at]) == said or (read(answers[at]).bare and _names_it(answers[at], text)):
            return answers[at]
    return None


def _names_it(answer: str, text: str) -> bool:
    """Whether a text is the name of the sign that an answer is: "the per cent sign"."""
    words = [word for word in fold(text).split() if word not in _NAMING]
    return " ".join(words) in ALONE.get(answer.strip(), "").split("|")


_NAMING = frozenset({"the", "a", "an", "sign", "symbol", "operator", "character", "two"})


@lru_cache(maxsize=64)
def _signed(answers: tuple[str, ...]) -> frozenset[int]:
    """Which answers have a sign."""
    return frozenset(
        at
        for at, answer in enumerate(answers)
        if could_have(answer) and any(read(variant).signs for variant in each(answer))
    )


@lru_cache(maxsize=64)
def _places(answers: tuple[str, ...]) -> dict[str, list[int]]:
    """Which answers have a word that might stand beside a sign."""
    places: dict[str, list[int]] = {}
    for at, answer in enumerate(answers):
        for word in read(answer).words:
            places.setdefault(word, []).append(at)
    return places


def difference(answer: str, given: Signs) -> str | None:
    """What differs in the signs of an accepted answer and of a response, in words; or None."""
    wanted = read(answer)
    if wanted.bare or given.bare:
        if wanted.bare and not given.bare and not any(s.telling for s in given.signs):
            return None
        same = [s.sign for s in wanted.signs] == [s.sign for s in given.signs]
        return None if same else f"It is not “{answer}”: signs count."
    if not wanted.signs and not given.signs:
        return None
    lacking = (_lacking(sign, given) for sign in wanted.signs)
    added = (_added(sign, wanted, given) for sign in given.signs)
    return next((told for told in (*lacking, *added) if told), None)


def _lacking(sign: Sign, given: Signs) -> str | None:
    """Why a sign of the answer is not in the response, or is another there."""
    beside = [one for one in given.signs if _at_one_place(sign, one)]
    if any(_same(sign, one) for one in beside) or (sign.sign == "±" and _both_ways(sign, given)):
        return None
    other = next((one for one in beside if _compete(sign, one)), None)
    if other is not None:
        return f"“{_shown(other)}” is not “{_shown(sign)}”."
    turned = sign._replace(left=sign.right, right=sign.left)
    one_way = sign.left and sign.right and sign.sign not in _EITHER_WAY
    if one_way and any(_at_one_place(turned, one) and _same(turned, one) for one in given.signs):
        return f"“{_shown(turned)}” is the other way round: “{_shown(sign)}”."
    if _joined(sign, given.words):
        return f"“{sign.left}{sign.right}” is not “{_shown(sign)}”."
    if sign.telling and _sides(sign) <= given.words.keys():
        return f"The sign is missing: “{_shown(sign)}”."
    return None


def _added(sign: Sign, wanted: Signs, given: Signs) -> str | None:
    """Why a sign of the response makes something else of the answer's words."""
    if any(_holds(one, sign) for one in wanted.signs):
        repeated = sign.left == sign.right != ""
        often = repeated and _times(sign, given) > _times(sign, wanted)
        return f"“{_shown(sign)}” stands there too often." if often else None
    if _joined(sign, wanted.words):
        return f"“{_shown(sign)}” is not “{sign.left}{sign.right}”."
    if not sign.telling or sign.sign in _UNHEARD or not _sides(sign) <= wanted.words.keys():
        return None
    if sign.sign in _LEADING and all(side.isalpha() and len(side) > 1 for side in _sides(sign)):
        return None
    dash = sign.sign in "+-" and (not sign.right or (sign.right.isalpha() and len(sign.right) > 1))
    if (dash and sign.right != "infinity") or _stands_without(sign, given):
        return None
    return f"“{_shown(sign)}” has a sign that the answer has not."


_UNHEARD = frozenset("!*")
"""Signs that a writer may add to a word without meaning them."""


_LEADING = frozenset("→⇒")
"""Arrows: between the words of prose they stand for a "then" or a "so"."""


def _times(sign: Sign, text: Signs) -> int:
    return sum(_same(sign, one) and one.left == one.right == sign.left for one in text.signs)


def _stands_without(sign: Sign, given: Signs) -> bool:
    """Whether what a sign stands beside is elsewhere in the response without it."""
    signed = Counter(side for one in given.signs for side in _sides(one))
    return all(given.words[side] > signed[side] for side in _sides(sign))


def _sides(sign: Sign) -> set[str]:
    return {side for side in (sign.left, sign.right) if side}


def _holds(wanted: Sign, given: Sign) -> bool:
    """Whether a sign of the response has been looked at with one of the answer."""
    if not (_at_one_place(wanted, given) or _at_one_place(given, wanted)):
        return False
    return bool(wanted.left) == bool(given.left) or wanted.sign == given.sign


def _at_one_place(wanted: Sign, given: Sign) -> bool:
    """Whether two signs stand beside the same things, or one between them turned round."""
    for one in (given, _turned(given)):
        sides = (one.left, one.right)
        if sides == (wanted.left, wanted.right):
            return True
        if one.right and one.right == wanted.right and "" in (one.left, wanted.left):
            return True
    return False


def _turned(sign: Sign) -> Sign:
    """A sign read from behind: 5 < x for x > 5."""
    if not sign.left or not sign.right:
        return sign
    if sign.sign in _TURNED or sign.sign in _EITHER_WAY:
        return Sign(_TURNED.get(sign.sign, sign.sign), sign.right, sign.left, sign.telling)
    return sign


def _same(one: Sign, other: Sign) -> bool:
    """Whether two signs at one place are one."""
    forms = [
        form
        for form in (other, _turned(other))
        if (form.left, form.right) == (one.left, one.right) or not (form.left and one.left)
    ]
    return any(one.sign == form.sign for form in forms)


def _compete(wanted: Sign, given: Sign) -> bool:
    """Whether one sign says something else than the other, rather than something more."""
    if {wanted.sign, given.sign} <= _APART and wanted.right.replace(".", "").isdigit():
        return False
    prefixed = bool(wanted.left) == bool(given.left)
    return prefixed or {wanted.sign, given.sign} <= set("+-±") or wanted.sign in COMPARING


def _joined(sign: Sign, words: dict[str, int]) -> bool:
    """Whether two letters that a sign parts are written together: m/a and ma."""
    both = sign.left + sign.right
    letters = len(both) == 2 and both.isalpha()
    return letters and sign.sign not in "-‐×=" and both in words


def _both_ways(sign: Sign, given: Signs) -> bool:
    """Whether ±2 is given as 2 and -2."""
    return any(one.sign == "-" and one.right == sign.right for one in given.signs)


def _shown(sign: Sign) -> str:
    return (
        f"{sign.left} {sign.sign} {sign.right}".strip()
        if sign.left and sign.right
        else (f"{sign.left}{sign.sign}{sign.right}")
    )
