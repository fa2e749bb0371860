"""Step 5, the guards: what similarity cannot see. Each may object to a match, and says why."""

from collections.abc import Callable

from quizapp.grading import exchanged_roles, modifiers, naming, numerals, polarity, rivals
from quizapp.grading.answers import Match, Objection

Guard = Callable[[Match], Objection | None]


def inflected(match: Match) -> Objection | None:
    """Another form of the word, where the question asks for this one: the plural, the spelling."""
    if not match.prompt.form or len(match.answer.words) > 2:
        return None
    other = next((pair for pair in match.pairs if pair.how != "same"), None)
    if other is None:
        return None
    given, wanted = match.reading.all[other.at].raw, match.answer.words[other.wanted].raw
    return Objection("form", f"“{given}” is not the form that is asked for: {wanted}.")


GUARDS: tuple[Guard, ...] = (
    inflected,
    polarity.denied,
    polarity.done,
    polarity.opposed,
    polarity.both_ways,
    polarity.excepted,
    polarity.led_back,
    numerals.figure,
    numerals.ordered,
    naming.other_subject,
    naming.neighbour,
    rivals.rival,
    exchanged_roles.exchanged,
    exchanged_roles.mixed,
    exchanged_roles.heaped,
    modifiers.modified,
    modifiers.owned,
    polarity.turned,
)
OF_SUBSTITUTES: tuple[Guard, ...] = (
    polarity.denied,
    polarity.opposed,
    numerals.figure,
    naming.other_subject,
)
"""Those that see something else in the place of a missing word, where a wording is not all there;
a denial counts as a hint."""
FOR_DESIGNATIONS: tuple[Guard, ...] = (polarity.denied, rivals.rival)


def objections(match: Match, guards: tuple[Guard, ...]) -> list[Objection]:
    """What the guards object to reading the response as the answer, in their order."""
    return [found for guard in guards if (found := guard(match)) is not None]
