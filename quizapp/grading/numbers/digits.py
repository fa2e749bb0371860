"""Numbers in figures: separators of two traditions, exponents, fractions, ordinals."""

import re
from functools import cache

from quizapp.grading.numbers.model import Number
from quizapp.grading.patterns import Lazy

_LONGEST = 60
"""Digits beyond these are no answer that anybody means."""


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(
        r"""(?<![\d])(?:
          (?P<power>(?P<base>\d{1,3})\^(?P<high>[-+]?\d{1,3}))
        | (?P<grouped>\d{1,3}(?P<sep>[ ,.'_])\d{3}(?:(?P=sep)\d{3})*(?:[.,]\d+)?(?!\d))
        | (?P<indian>\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d))
        | (?P<plain>\d+(?:[.,]\d+)?|(?<![\w.,])[.,]\d+)
        )
        (?P<exponent>\s?(?:x|\*|·|X)\s?10\s?(?:\^|\*\*)\s?\(?[-+]?\d{1,3}\)?
                    |[eE][-+]?\d{1,3}(?![\w.]))?""",
        re.VERBOSE,
    )


_POWER_SIGN = Lazy(r"^\s?(?:[xX*·]\s?10\s?(?:\^|\*\*)|[eE])\s?|[()]")
_MOST_POWER = 200
_FRACTION = Lazy(r"(?:\s|-|\s?and\s)?(\d{1,3})\s?/\s?(\d{1,4})(?![\d/.,-]*\d)")
_OVER = Lazy(r"\s?/\s?(\d{1,4})(?![\d/.,-]*\d)")
_ORDINAL = Lazy(r"(?:st|nd|rd|th)\b", re.I)


def figure(text: str, at: int) -> Number | None:
    """The number in figures that begins at `at`, or None."""
    found = _forms().match(text, at)
    if found is None:
        return None
    end = found.end()
    if found["power"]:
        power = int(found["high"])
        base = float(found["base"])
        value = base**power if base and abs(power) <= 60 else 0.0
        return Number(value, at, end, step=value)
    digits = found["grouped"] or found["indian"] or found["plain"]
    if len(digits) > _LONGEST:
        return Number(float("inf"), at, end)
    value, others, step = _value(digits, found["sep"] if found["grouped"] else "")
    if found["exponent"]:
        power = int(_POWER_SIGN.sub("", found["exponent"]))
        times = 10.0 ** max(-_MOST_POWER, min(_MOST_POWER, power))
        return Number(value * times, at, end, step=step * times, scaled=True)
    if value.is_integer() and step == 1.0:
        mixed = _mixed(text, at, end, value)
        if mixed is not None:
            return mixed
        if ordinal := _ORDINAL.match(text, end):
            return Number(value, at, ordinal.end(), "ordinal")
    return Number(value, at, end, others=others, step=step)


def _value(digits: str, sep: str) -> tuple[float, tuple[float, ...], float]:
    """(value, other readings, worth of the last digit) of digits with separators."""
    if sep and digits.count(sep) == 1 and sep in ".," and digits[0] != "0":
        whole, _, rest = digits.partition(sep)
        if not any(mark in rest for mark in ".,"):
            grouped, decimal = float(whole + rest), float(f"{whole}.{rest}")
            if sep == ",":
                return grouped, (decimal,) if rest[-1] != "0" else (), 1.0
            return decimal, (grouped,) if rest == "000" else (), 0.001
    if sep and digits[0] != "0":
        digits = digits.replace(sep, "")
    elif digits.count(",") > 1:
        digits = digits.replace(",", "")
    digits = digits.replace(",", ".")
    decimals = len(digits.partition(".")[2])
    return float(digits if digits[0] != "." else "0" + digits), (), 10.0**-decimals


def _mixed(text: str, at: int, end: int, value: float) -> Number | None:
    """A fraction (3/4) or a whole with one (1 3/4)."""
    if over := _OVER.match(text, end):
        below = int(over[1])
        if below:
            return Number(value / below, at, over.end(), step=0.0, fraction=True)
    if part := _FRACTION.match(text, end):
        above, below = int(part[1]), int(part[2])
        if 0 < above < below:
            return Number(value + above / below, at, part.end(), step=0.0, fraction=True)
    return None
