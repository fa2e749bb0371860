"""Figures that a learner leaves to be worked out: two halves of 45 minutes, 2 × 45, 6 plus one."""

import re

from quizapp.grading.patterns import Lazy
from quizapp.grading.quantities.model import Quantity

_TIMES = Lazy(r"\s?(?:[x*·]|times|\s[^\W\d_]+s of|s of|lots of|sets of)\s?", re.IGNORECASE)
_OUT_OF = Lazy(r"\s(?:[^\W\d_]+\s)?(?:in|out of|of every|from)(?: every)?\s", re.IGNORECASE)
_PLUS = Lazy(r"(?:\s[^\W\d_]+)?\s?(?:\+|plus)\s?", re.IGNORECASE)
_ONE_MORE = Lazy(r"(?:\s[^\W\d_]+)?\s(?:plus|and)\s(?:the|a|one)\s([^\W\d_]+)\W*$", re.IGNORECASE)


def worked(text: str, given: list[Quantity]) -> Quantity | None:
    """The quantity that two figures of a text make together, or None."""
    if len(given) == 1 and given[0].high is None:
        more = _ONE_MORE.fullmatch(text, given[0].end)
        plus = more is not None and "plus" in text[given[0].end :].casefold()
        if more and plus and not more[1].casefold().endswith("s"):
            return given[0]._replace(value=given[0].value + 1)
        return None
    if len(given) != 2 or any(quantity.high is not None for quantity in given):
        return None
    first, second = given
    gap = text[first.end : second.start]
    halves = re.fullmatch(r"(.*)\s(?:halves|quarters|thirds)(?:\sof)?", first.text, re.IGNORECASE)
    if halves and first.fraction and not gap.strip(" of"):
        parts = {"h": 2, "q": 4, "t": 3}[first.text.casefold().split()[1][0]]
        return second._replace(value=first.value * parts * second.value, others=())
    if _OUT_OF.fullmatch(gap) and 0 < first.value < second.value:
        return first._replace(value=first.value / second.value, others=(), fraction=True, step=0.0)
    if _TIMES.fullmatch(gap):
        return second._replace(value=first.value * second.value, others=())
    if _PLUS.fullmatch(gap) and (first.unit == second.unit or first.unit is None):
        return second._replace(value=first.value + second.value, others=())
    return None
