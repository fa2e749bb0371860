"""Passages of a bank proposed as support for questions that come from elsewhere."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from quizapp.bank.model import Bank
from quizapp.bank.passage import locate
from quizapp.bank.sentences import sentences
from quizapp.exchange.item import Item
from quizapp.grading.english.classes import FUNCTION
from quizapp.text import folded

_WORD = re.compile(r"[^\W_]+")
_LEAST = 2
"""A passage must share so many words of weight with a question to be proposed for it."""
_LONGEST = 200
"""Evidence is the sentence, or where that is longer than this the words of the answer."""


class _Place(NamedTuple):
    """A sentence of a passage, with its words."""

    passage: str
    number: int
    text: str
    words: frozenset[str]
    digest: bool


def supported(bank: Bank, items: Sequence[Item]) -> dict[int, dict[str, Any]]:
    """A support for each item by its place, where a sentence of the bank fits it."""
    places = [
        _Place(one.id, number, one.shown[start:end], _words(one.shown[start:end]), not one.text)
        for one in bank.passages
        for number, (start, end) in enumerate(sentences(one.shown), 1)
    ]
    rarity = Counter(word for place in places for word in place.words)
    weights = {word: 1 + math.log(len(places) / count) for word, count in rarity.items()}
    found = {}
    for at, item in enumerate(items):
        support = _best(item, places, weights)
        if support:
            found[at] = support
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word for word in _WORD.findall(folded(text)) if word not in FUNCTION and len(word) > 1
    )


def _best(
    item: Item, places: Sequence[_Place], weights: Mapping[str, float]
) -> dict[str, Any] | None:
    answers = [*item.right, *(one.text for gap in item.gaps for one in gap if one.share == 1)]
    answers += [side for pair in item.pairs for side in pair]
    answered = _words(" ".join(answers))
    asked = _words(f"{item.prompt} {item.explanation}")

    def worth(place: _Place) -> float:
        shared = place.words & (asked | answered)
        if len(shared) < _LEAST or not place.words & answered:
            return 0.0
        return sum(weights[word] * (2 if word in answered else 1) for word in shared)

    best = max(places, key=worth, default=None)
    if best is None or not worth(best):
        return None
    support: dict[str, Any] = {"passage": best.passage}
    spans = (locate(best.text, answer) for answer in answers)
    span = next(filter(None, spans), None)
    if len(best.text) <= _LONGEST:
        support["evidence"] = best.text
    elif span:
        support["evidence"] = best.text[span[0] : span[1]]
    if not best.digest:
        support["sentences"] = [best.number]
    return support
