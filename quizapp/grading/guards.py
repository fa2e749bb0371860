"""Step 5, the guards: what similarity cannot see. Each may speak against a match, with its reason.

A guard is given an answer, the response, the pairs of words found alike, the places of the
answer's words that were not found, and the question's words; it answers None or its objection.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.grading import naming, numerals, polarity, rivals, roles

if TYPE_CHECKING:
    from quizapp.grading.answers import Answer, Pair, Reading

Against = tuple[str, str] | None
Guard = Callable[["Answer", "Reading", "list[Pair]", "list[int]", "frozenset[str]"], Against]

GUARDS: tuple[Guard, ...] = (
    polarity.outright,
    polarity.said_yes_or_no,
    naming.relative,
    polarity.denied,
    polarity.opposed,
    polarity.both_ways,
    numerals.figure,
    numerals.ordered,
    naming.replaced,
    naming.neighbour,
    naming.known_other,
    rivals.chosen,
    naming.other_name,
    rivals.rival,
    roles.swapped,
)
FOR_DESIGNATIONS: tuple[Guard, ...] = (polarity.denied, rivals.rival)


def against(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
    guards: tuple[Guard, ...] | None = None,
) -> Against:
    """The first guard's objection to reading the response as the answer, or None."""
    for guard in GUARDS if guards is None else guards:
        found = guard(answer, reading, pairs, missing, prompt)
        if found is not None:
            return found
    return None
