"""Numbers in words, or in figures with a magnitude word: two dozen, 1.5 million, three quarters."""

from typing import NamedTuple

from quizapp.grading.english.numbers import (
    CARDINALS,
    COUNTS,
    HEARD,
    HUNDRED,
    LETTERS,
    MAGNITUDES,
    ORDINAL_MAGNITUDES,
    ORDINALS,
    PAIRS,
    PARTS,
    TENS,
    TIMES,
    VAGUE,
    ZEROS,
)
from quizapp.grading.numbers.model import Kind, Number
from quizapp.grading.numbers.vocabulary import (
    ARTICLES,
    BEGINNERS,
    FEW,
    MANY,
    PIECE,
    Word,
    meant,
    run,
    slip,
)


class _Part(NamedTuple):
    """A number so far: its value, the index of the word behind it, and what it is."""

    value: float
    next: int
    kind: Kind = "plain"
    fraction: bool = False
    step: float = 1.0
    scaled: bool = False
    others: tuple[float, ...] = ()


def worded(text: str, at: int) -> Number | None:
    """The number that begins at `at` with a word or a figure, read as far as it goes."""
    first = PIECE.match(text, at)
    if first is None or (first[0][0].isalpha() and first[0].casefold() not in BEGINNERS
                         and not meant(first[0].casefold())):  # fmt: skip
        return None
    if first[0] in ARTICLES:
        follows = PIECE.match(text, first.end() + 1)
        if follows is None or not (meant(low := follows[0].casefold()) or low in PAIRS):
            return None
    words = run(text, at, FEW)
    part = _fraction(words, 0) or _whole(words, 0)
    if part is not None and part.next >= FEW - 2:
        words = run(text, at, MANY)
        part = _fraction(words, 0) or _whole(words, 0)
    if part is None or not part.next:
        return None
    last = words[part.next - 1]
    return Number(
        part.value, at, last.end, part.kind, part.others, part.step, part.scaled, part.fraction,
        slip(words[: part.next]),
    )  # fmt: skip


def _word(words: list[Word], at: int) -> str:
    return words[at].word if at < len(words) else ""


def _joined(words: list[Word], at: int) -> bool:
    """Whether the word at `at` follows the one before it without a stop."""
    return at < len(words) and words[at].gap != ""


def _small(words: list[Word], at: int) -> _Part | None:
    """A number below a hundred."""
    word = _word(words, at)
    if word in TENS:
        follows = words[at + 1] if _joined(words, at + 1) else None
        if follows is not None:
            if 0 < CARDINALS.get(follows.word, 0) < 10:
                return _Part(TENS[word] + CARDINALS[follows.word], at + 2)
            if 0 < ORDINALS.get(follows.word, 0) < 10:
                return _Part(TENS[word] + ORDINALS[follows.word], at + 2, "ordinal")
            if follows.gap == "-" and follows.typed in HEARD:
                return _Part(TENS[word] + HEARD[follows.typed], at + 2)
        return _Part(TENS[word], at + 1)
    if word in CARDINALS:
        return _Part(CARDINALS[word], at + 1, "weak" if word == "one" else "plain")
    if word in ZEROS:
        return _Part(0.0, at + 1)
    if word in ORDINALS:
        return _Part(ORDINALS[word], at + 1, "ordinal")
    return None


def _group(words: list[Word], at: int) -> _Part | None:
    """A number up to the first magnitude word above a hundred."""
    if at < len(words) and (number := words[at].number) is not None:
        part = _Part(number.value, at + 1, number.kind, number.fraction, number.step,
                     number.scaled, number.others)  # fmt: skip
    elif _word(words, at) in ("a", "an"):
        follows = _word(words, at + 1)
        if PAIRS.get(follows):
            part = _Part(PAIRS[follows], at + 2)
            if _word(words, at + 2) == "of" and _scale(words, at + 3):
                part = part._replace(next=at + 3)
        elif follows in HUNDRED or (follows in MAGNITUDES and follows not in VAGUE):
            part = _Part(1.0, at + 1)
        else:
            return None
    elif _word(words, at) in HUNDRED:
        part = _Part(1.0, at)
    else:
        small = _small(words, at)
        if small is None:
            return None
        part = small
        year = _year(words, part)
        if year is not None:
            return year
    if (
        _word(words, part.next) in HUNDRED
        and part.kind != "ordinal"
        and (part.next == at or _joined(words, part.next))
    ):
        return _hundreds(words, part)
    return part


def _hundreds(words: list[Word], part: _Part) -> _Part:
    """A group with its hundreds, and what follows them."""
    value, at = part.value * 100, part.next + 1
    follows = at + 1 if _word(words, at) == "and" else at
    rest = _small(words, follows) if _joined(words, follows) else None
    if (
        rest is not None
        and _word(words, rest.next) not in HUNDRED
        and not (follows > at and _parts(words, rest))
    ):
        return _Part(value + rest.value, rest.next, rest.kind if rest.kind != "weak" else "plain")
    return _Part(value, at, step=part.step * 100, scaled=part.step != 1.0 or part.scaled)


def _year(words: list[Word], part: _Part) -> _Part | None:
    """A year as it is spoken: nineteen eighty-nine, twenty oh five."""
    if not 10 <= part.value <= 99 or part.kind != "plain" or not _joined(words, part.next):
        return None
    at = part.next
    if _word(words, at) in ("oh", "o"):
        unit = _small(words, at + 1)
        if unit is not None and unit.value < 10 and unit.kind != "ordinal":
            return _Part(part.value * 100 + unit.value, unit.next, "year")
        return None
    rest = _small(words, at)
    if rest is None or not 10 <= rest.value <= 99 or rest.kind != "plain":
        return None
    return _Part(part.value * 100 + rest.value, rest.next, "year")


def _scale(words: list[Word], at: int) -> float:
    """What the magnitude word at `at` is worth, 0 if there is none."""
    word = _word(words, at)
    return MAGNITUDES.get(word, 0.0) or HUNDRED.get(word, 0.0)


_COUNTED = frozenset({"score", "scores", "gross", "mil", "mn", "bil", "tn"})
"""Magnitudes that stand for no number alone."""


def _whole(words: list[Word], at: int) -> _Part | None:
    """A number with its magnitudes: five thousand million, two dozen, 1.5 million."""
    first = _word(words, at)
    if first in TIMES:
        if _word(words, at + 1) in ("as", "the", "that", "more", "a", "every", "per"):
            return None
        return _Part(TIMES[first], at + 1, "weak")
    if first in COUNTS:
        return _Part(COUNTS[first], at + 1, "weak")
    if first in VAGUE and _scale(words, at):
        return _Part(_scale(words, at), at + 1, "vague")
    part = _group(words, at)
    if part is None:
        if first in MAGNITUDES and first not in _COUNTED:
            part = _Part(1.0, at)
        elif first in ORDINAL_MAGNITUDES:
            return _Part(ORDINAL_MAGNITUDES[first], at + 1, "ordinal")
        else:
            return None
    if part.kind in ("ordinal", "year"):
        return part
    return _magnified(words, part)


def _magnified(words: list[Word], part: _Part) -> _Part:
    """`part` with the decimals, fractions and magnitudes that follow it."""
    part = _decimals(words, part)
    part = _and_part(words, part, 1.0)
    total, current, last = 0.0, part, 0.0
    while (scale := MAGNITUDES.get(_word(words, current.next), 0.0)) and (
        current.next == 0 or _joined(words, current.next) or current.value == 1.0
    ):
        value = (total + current.value) * scale if last and scale > last else current.value * scale
        total = 0.0 if last and scale > last else total
        end = current.next + 1
        while again := MAGNITUDES.get(_word(words, end), 0.0):
            value, end, scale = value * again, end + 1, scale * again
        total, last = total + value, scale
        step = part.step * scale
        part = _Part(total, end, "plain", part.fraction, step, True)
        part = _and_part(words, part, scale)
        follows = end + 1 if _word(words, end) == "and" else end
        rest = _group(words, follows) if _joined(words, follows) else None
        if rest is None or rest.value >= scale or rest.kind == "year" or rest.fraction:
            break
        figures = words[follows].number is not None
        if figures and not MAGNITUDES.get(_word(words, rest.next)):
            break
        if follows > end and _parts(words, rest):
            break
        if rest.kind == "ordinal":
            return _Part(total + rest.value, rest.next, "ordinal")
        part = _Part(total + rest.value, rest.next, scaled=True)
        current = rest
    if part.next < len(words) and part.next and words[part.next].gap:
        ordinal = ORDINAL_MAGNITUDES.get(_word(words, part.next), 0.0)
        if ordinal and part.value > 1 and not part.fraction:
            return _Part(part.value * ordinal, part.next + 1, "ordinal")
    return part


def _decimals(words: list[Word], part: _Part) -> _Part:
    """The digits said after "point"."""
    if _word(words, part.next) != "point":
        return part
    digits, at = "", part.next + 1
    while at < len(words) and len(digits) < 12:
        digit = words[at]
        if digit.number is not None and digit.number.value.is_integer() and not digits:
            digits, at = f"{int(digit.number.value)}", at + 1
            break
        if digit.word not in CARDINALS or CARDINALS[digit.word] > 9:
            if digit.word in TENS and not digits:
                small = _small(words, at)
                if small:
                    digits, at = f"{int(small.value)}", small.next
            break
        digits, at = digits + str(CARDINALS[digit.word]), at + 1
    if not digits:
        return part
    return _Part(part.value + float("0." + digits), at, step=10.0 ** -len(digits))


def _and_part(words: list[Word], part: _Part, scale: float) -> _Part:
    """`part` with "and a half" or "and three quarters" of `scale` added."""
    at = part.next
    if _word(words, at) != "and" or not _joined(words, at):
        return part
    more = _bare_fraction(words, at + 1)
    if more is None or more.value >= 1:
        return part
    return _Part(part.value + more.value * scale, more.next, "plain", True, 0.0, part.scaled)


def _parts(words: list[Word], part: _Part) -> float:
    """What divides `part`: the denominator behind it, 0 if there is none."""
    word = _word(words, part.next)
    if not _joined(words, part.next):
        return 0.0
    if part.value == 1:
        below = PARTS.get(word, 0.0) or ORDINAL_MAGNITUDES.get(word, 0.0)
        return below or (ORDINALS[word] if ORDINALS.get(word, 0) > 2 else 0.0)
    return PARTS.get(word, 0.0) if word.endswith("s") else 0.0


def _fraction(words: list[Word], at: int) -> _Part | None:
    """A fraction in words, and what it is a part of: half a million, three quarters."""
    part = _bare_fraction(words, at)
    if part is None:
        return None
    follows = part.next
    if _word(words, follows) == "of":
        follows += 1
    if _word(words, follows) in ("a", "an", "one"):
        follows += 1
    scale = _scale(words, follows)
    if scale and _joined(words, follows):
        return _Part(part.value * scale, follows + 1, "plain", True, 0.0, True)
    return part


def _bare_fraction(words: list[Word], at: int) -> _Part | None:
    word = _word(words, at)
    if word in ("half", "quarter"):
        part = _Part(0.5 if word == "half" else 0.25, at + 1, "weak", True, 0.0)
    else:
        above: _Part | None
        if word in ("a", "an"):
            above = _Part(1.0, at + 1)
        elif at < len(words) and words[at].number is not None:
            above = _group(words, at)
        else:
            above = _small(words, at)
        if above is None or above.kind == "ordinal" or above.fraction:
            return None
        below = _parts(words, above)
        if not below:
            return None
        part = _Part(above.value / below, above.next + 1, "plain", True, 0.0)
    follows = part.next
    if follows < len(words) and words[follows].gap == "-" and not _scale(words, follows):
        return None  # half-life
    return part


def letter(text: str, number: Number) -> Number | None:
    """`number` with the magnitude of one letter that stands behind it (1.5k, 5 M), if any."""
    at = number.end
    glued = text[at : at + 1] != " "
    mark = text[at : at + 1] if glued else text[at + 1 : at + 2]
    end = at + (1 if glued else 2)
    if mark.casefold() not in LETTERS or text[end : end + 1].isalnum():
        return None
    if text[end : end + 1] in ("/", "^", "²"):
        return None
    if number.kind != "plain" or number.scaled:
        return None
    scale = LETTERS[mark.casefold()]
    return number._replace(
        value=number.value * scale, end=end, step=number.step * scale, scaled=True,
        others=tuple(other * scale for other in number.others),
    )  # fmt: skip
