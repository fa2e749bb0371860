"""Guards of figures in words: another figure, a missing one, a number behind a name."""

# ruff: noqa: ARG001

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.grading import figures

if TYPE_CHECKING:
    from quizapp.grading.answers import Answer, Pair, Reading

Against = tuple[str, str] | None


def ordered(
    answer: Answer,
    reading: Reading,
    pairs: list[Pair],
    missing: list[int],
    prompt: frozenset[str],
) -> Against:
    """The figures of an answer made of figures, in another order."""
    mine = [figures.value(t.raw) for t in answer.words]
    if len(mine) < 2 or None in mine:
        return None
    theirs = [figures.value(t.raw) for t in reading.all if figures.value(t.raw) is not None]
    if theirs != mine and sorted(theirs) == sorted(mine):  # type: ignore[type-var]
        return "figure", "The figures stand in another order."
    return None


def figure(
    answer: Answer, reading: Reading, pairs: list[Pair], missing: list[int], prompt: frozenset[str]
) -> Against:
    """A figure of the answer that is missing or another; a number behind a name that has none."""
    taken = {pair.at for pair in pairs}
    for at in missing:
        wanted = answer.words[at]
        if figures.value(wanted.raw) is not None or any(char.isdigit() for char in wanted.word):
            others = [
                t.raw
                for place, t in enumerate(reading.all)
                if place not in taken
                and (figures.value(t.raw) is not None or any(c.isdigit() for c in t.word))
            ]
            if others:
                return "figure", f"{others[0]} is not {wanted.raw}."
            return "figure", f"{wanted.raw} is missing."
    if not any(figures.value(t.raw) is not None for t in answer.all):
        for pair in pairs:
            after = reading.all[pair.at + 1] if pair.at + 1 < len(reading.all) else None
            if after is None or after.gap not in (" ", "-") or pair.at + 1 in taken:
                continue
            if answer.words[pair.wanted].raw[:1].isupper() and figures.roman(after.raw) > 1:
                return "figure", f"“{after.raw}” makes another name of it."
    return None
