"""How well a learner knows what they know: certainty as stated against what came of it."""

from collections.abc import Iterable
from typing import NamedTuple

from quizapp.session.state import SessionState, counted

STATED = {1: 0.5, 2: 0.75, 3: 0.9}
"""The chance of being right that a certainty stands for: the middle of where it pays to state it
(below 67 %, from there to 80 %, above 80 %)."""


class Level(NamedTuple):
    """A certainty, the chance it stands for, how often it was stated, and the share then right."""

    certainty: int
    stated: float
    times: int
    observed: float


class Calibration(NamedTuple):
    """All levels that were stated; `accuracy` is the share right over all, `brier` the mean
    squared distance between the chance stated and what was earned (0 is perfect)."""

    levels: tuple[Level, ...]
    times: int
    accuracy: float | None
    brier: float | None


def of_session(session: SessionState) -> Calibration:
    """Of the responses of a session that count; an exam's without its rulings, as its score is."""
    exam = session.mode == "exam"
    stated: dict[int, list[float]] = {}
    for given in counted(session).values():
        if given.certainty is not None:
            share = given.verdict.score if exam else given.share
            stated.setdefault(given.certainty, []).append(share)
    return calibration(
        (certainty, len(shares), sum(shares), sum(share * share for share in shares))
        for certainty, shares in sorted(stated.items())
    )


def calibration(sums: Iterable[tuple[int, int, float, float]]) -> Calibration:
    """From, for each certainty, the count, the sum of shares and of their squares."""
    given = [each for each in sums if each[0] in STATED and each[1]]
    count = sum(each[1] for each in given)
    levels = tuple(
        Level(certainty, STATED[certainty], times, total / times)
        for certainty, times, total, _ in given
    )
    if not count:
        return Calibration((), 0, None, None)
    missed = sum(
        squares - 2 * STATED[certainty] * total + times * STATED[certainty] ** 2
        for certainty, times, total, squares in given
    )
    return Calibration(levels, count, sum(each[2] for each in given) / count, missed / count)
