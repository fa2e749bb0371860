"""How outcomes and slips are said: the same words on the screen and on plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.grading.verdict import Outcome, Slip, Verdict
from quizapp.text import same

HEADLINES: dict[Outcome, str] = {
    "correct": "Correct",
    "close": "Close: counted as right",
    "partial": "Partial",
    "wrong": "Wrong",
}

SIGNS: dict[Outcome, str] = {"correct": "✓", "close": "≈", "partial": "◐", "wrong": "✗"}


def headline(outcome: Outcome, score: float, unsure: bool = False) -> str:
    """The first words of a verdict, with the share where there is one: "Partial: 50 %"."""
    if outcome == "partial":
        return f"Partial: {percent(score)}"
    if outcome == "wrong" and unsure:
        return "Wrong, as far as can be told"
    return HEADLINES[outcome]


def percent(share: float) -> str:
    """A share (0 to 1) in whole per cent; below all of it never 100, above nothing never 0."""
    whole = round(share * 100)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole} %"


def slip_in_words(slip: Slip) -> str:
    """What to mend in a close answer: 'an e is missing after the n'.

    >>> slip_in_words(Slip("adenosin", "adenosine", (("same", "adenosin"), ("missing", "e"))))
    'an e is missing after the n'
    """
    said = []
    edits = list(slip.edits)
    index = 0
    while index < len(edits):
        sort, letters = edits[index]
        before = _last_letter(edits, index)
        following = edits[index + 1] if index + 1 < len(edits) else ("same", "")
        if sort != "same" and following[0] not in ("same", sort):
            typed, meant = (letters, following[1]) if sort == "extra" else (following[1], letters)
            said.append(_replaced(typed, meant))
            index += 1
        elif sort == "missing":
            said.append(f"{_named(letters)} missing {before}")
        elif sort == "extra":
            said.append(f"{_named(letters)} too many {before}")
        index += 1
    return "; ".join(said)


def _replaced(typed: str, meant: str) -> str:
    if sorted(typed) == sorted(meant) and len(typed) > 1:
        return f"“{_shown(typed)}” should be “{_shown(meant)}”: letters are swapped"
    return f"“{_shown(typed)}” should be “{_shown(meant)}”"


def _last_letter(edits: Sequence[tuple[str, str]], index: int) -> str:
    for sort, letters in reversed(edits[:index]):
        if sort != "extra" and letters.strip():
            return f"after the {letters.rstrip()[-1]}"
    return "at the beginning"


def _named(letters: str) -> str:
    if not letters.strip():
        return "a space is"
    if len(letters) == 1:
        article = "an" if letters.casefold() in "aefhilmnorsx8" else "a"
        return f"{article} {letters} is"
    return f"“{_shown(letters)}” is"


def _shown(letters: str) -> str:
    return letters.replace(" ", "␣")


DULL = frozenset(("same", "option", "anticipated", "slip", "spelling"))
"""Reasons that say no more than the headline, the marks or the feedback beside them do."""


def reasons_told(verdict: Verdict, asked_before: frozenset[str]) -> list[str]:
    """The reasons worth telling, as sentences, each once.

    `asked_before` holds accepted answers of questions that were asked already: only they may be
    named as the answer to another question.
    """
    found = []
    for reason in verdict.reasons:
        if reason.code == "rival" and not any(
            same(answer) in same(reason.detail) for answer in asked_before
        ):
            found.append("It names something else.")
        elif reason.code not in DULL and reason.detail:
            found.append(reason.detail)
    slip = slip_in_words(verdict.slip) if verdict.slip else None
    return [detail for detail in dict.fromkeys(found) if detail != slip]


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `count(1, "question")` is "1 question"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
