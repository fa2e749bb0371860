"""Step 5, the guards: what similarity cannot see. Each may speak against a match, and says why."""

from __future__ import annotations

from collections.abc import Callable

from quizapp.grading import naming, numerals, polarity, rivals, roles
from quizapp.grading.answers import Match

Against = tuple[str, str] | None
Guard = Callable[[Match], Against]


def inflected(match: Match) -> Against:
    """Another form of the word, where the question asks for this one: the plural, the spelling."""
    answer, reading, pairs, prompt = match.answer, match.reading, match.pairs, match.prompt
    if "+form" not in prompt:
        return None
    other = next((pair for pair in pairs if pair.how != "same"), None)
    if other is None:
        return None
    given, wanted = reading.all[other.at].raw, answer.words[other.wanted].raw
    return "form", f"“{given}” is not the form that is asked for: {wanted}."


GUARDS: tuple[Guard, ...] = (
    inflected,
    polarity.outright,
    polarity.said_yes_or_no,
    naming.relative,
    polarity.denied,
    polarity.done,
    polarity.opposed,
    polarity.both_ways,
    numerals.figure,
    numerals.ordered,
    naming.replaced,
    naming.nation,
    naming.neighbour,
    naming.known_other,
    rivals.chosen,
    naming.other_name,
    rivals.rival,
    roles.swapped,
    roles.crossed,
    roles.usurped,
    roles.agents,
    polarity.turned,
)
FOR_DESIGNATIONS: tuple[Guard, ...] = (polarity.denied, rivals.rival)


def against(match: Match, guards: tuple[Guard, ...] | None = None) -> Against:
    """The first guard's objection to reading the response as the answer, or None."""
    for guard in GUARDS if guards is None else guards:
        found = guard(match)
        if found is not None:
            return found
    return None
