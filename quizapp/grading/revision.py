"""A self-correction counts as its last version: "Sydney… no, Canberra"."""

# ruff: noqa: E501

import re
from functools import lru_cache

from quizapp.grading.english.speaking import THOUGHT, TURN, WITHDRAWN
from quizapp.grading.patterns import Lazy

_NO_NOUN = Lazy(r"[,;.?!]\s*(?:no|rather)\s+$", re.IGNORECASE)


def _is_name(turn: str, rest: str) -> bool:
    """Whether a bare "no" behind dots or a stop corrects: a name follows, not what there is none of."""
    return turn.startswith("..") or (turn.startswith(".") and len(rest.split()) <= NAMED)


NAMED = 2
"""So many words behind "no" may be another answer; more are a sentence: "No fuel is needed"."""


def withdrawn(text: str) -> bool:
    """Whether a text ends by taking itself back: "Ankara… no"."""
    last = text.rstrip().rstrip(".!…").rstrip()
    ends = last.casefold().endswith(("no", "nope", "wrong"))
    return ends and len(text) < 200 and bool(WITHDRAWN.search(text))


_PARTING = frozenset(".…—–-,;?!")
_ENDING = " .…—–-,;?!"
"""Marks before a correction, of which one at the end of a text is none."""


@lru_cache(maxsize=64)
def final_version(text: str) -> str:
    """What `text` says after its last self-correction; `text` itself if it has none."""
    if len(text) > 400:
        return text
    low = text.casefold()
    if "but" in low and (found := THOUGHT.match(text)):
        return text[found.end() :].strip() or text
    parted = not _PARTING.isdisjoint(text.rstrip(_ENDING))
    if not parted and "no" not in low and "scratch that" not in low:
        return text
    last = None
    for found in TURN.finditer(text):
        if found.start() == 0 or not text[: found.start()].strip(" .,;…-"):
            continue
        if _NO_NOUN.search(found[0]) and not _is_name(found[0], text[found.end() :]):
            continue
        if text[found.end() :].strip(" .,;!?"):
            last = found
    return text[last.end() :].strip() if last is not None else text
