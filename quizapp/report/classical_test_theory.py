"""Classical test theory: what the marks of many learners say of each item and of the whole.

The definitions are Moodle's (question/classes/statistics): sample variances, first attempts, an
item held against the rest of the test. Learners need not have answered everything: "the rest" is
then the share earned of what else they answered, which is the same where all answered all.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import sqrt
from operator import mul
from typing import NamedTuple

LEAST = 20
"""Figures that rest on how the marks of fewer learners vary together are not to be trusted."""

_NOTHING = 1e-12


class Figures(NamedTuple):
    """What is known of an item; None where the marks cannot say.

    `facility` is the mean mark's share of the most (0 to 1), `deviation` the marks' standard
    deviation; `discrimination` and `efficiency` are -100 to 100, `weight` is the effective weight
    in per cent, of those learners who answered every item. `paired` learners answered something
    else as well: discrimination and efficiency rest on them.
    """

    learners: int
    facility: float | None
    deviation: float | None
    discrimination: float | None
    efficiency: float | None
    weight: float | None
    paired: int = 0


class Whole(NamedTuple):
    """The test as a whole, over the `learners` who answered every item.

    `mean` and `deviation` are of their totals, in marks out of `most`; `consistency` is Cronbach's
    alpha and `error_ratio` the share of the deviation that is chance, in per cent;
    `standard_error` is in marks.
    """

    learners: int
    most: float
    mean: float | None
    deviation: float | None
    consistency: float | None
    error_ratio: float | None
    standard_error: float | None


def analyse(
    marks: Mapping[str, Mapping[str, float]], most: Mapping[str, float], least: int = 2
) -> tuple[dict[str, Figures], Whole]:
    """The figures of each item, and of the whole; None where fewer than `least` learners tell.

    `marks` are the marks by item and learner, `most` the greatest mark of each item.
    """
    totals: defaultdict[str, float] = defaultdict(float)
    possible: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    for item, earned in marks.items():
        counts.update(earned.keys())
        greatest = most[item]
        for learner, mark in earned.items():
            totals[learner] += mark
            possible[learner] += greatest
    complete = [learner for learner in counts if counts[learner] == len(marks)]
    whole_totals = [totals[learner] for learner in complete]
    enough = len(complete) >= least
    weights = _weights(marks, complete, whole_totals) if enough else {}
    figures = {}
    for item, earned in marks.items():
        figures[item] = _figures(item, earned, most[item], totals, possible, weights, least)
    shares = [[earned[learner] for learner in complete] for earned in marks.values()]
    return figures, _whole(shares if enough else [], whole_totals, sum(most[i] for i in marks))


def variance(values: Sequence[float]) -> float | None:
    """The sample variance; None for fewer than two values."""
    return covariance(values, values)


def covariance(ones: Sequence[float], others: Sequence[float]) -> float | None:
    """The sample covariance of values in pairs; None for fewer than two."""
    count = len(ones)
    if count < 2:
        return None
    apart = _from_mean(ones)
    found = sum(map(mul, apart, apart if others is ones else _from_mean(others))) / (count - 1)
    return found if abs(found) > _NOTHING else 0.0


def _from_mean(values: Sequence[float]) -> list[float]:
    mean = sum(values) / len(values)
    return [value - mean for value in values]


def _figures(
    item: str,
    earned: Mapping[str, float],
    most: float,
    totals: Mapping[str, float],
    possible: Mapping[str, float],
    weights: Mapping[str, float | None],
    least: int,
) -> Figures:
    marks = list(earned.values())
    spread = variance(marks)
    index = efficiency = None
    paired = [(mark, learner) for learner, mark in earned.items() if possible[learner] > most]
    if most > 0 and spread and len(paired) >= max(least, 2):
        ones = [mark for mark, _ in paired]
        rest = [(totals[who] - mark) / (possible[who] - most) for mark, who in paired]
        index, efficiency = _against_rest(ones, rest)
    return Figures(
        learners=len(marks),
        facility=sum(marks) / len(marks) / most if marks and most > 0 else None,
        deviation=sqrt(spread) if spread is not None and most > 0 else None,
        discrimination=index,
        efficiency=efficiency,
        weight=weights.get(item),
        paired=len(paired),
    )


def _against_rest(ones: list[float], rest: list[float]) -> tuple[float | None, float | None]:
    own, theirs, both = variance(ones), variance(rest), covariance(ones, rest)
    greatest = covariance(sorted(ones), sorted(rest))
    index = 100 * both / sqrt(own * theirs) if own and theirs and both is not None else None
    return index, 100 * both / greatest if greatest and both is not None else None


def _weights(
    marks: Mapping[str, Mapping[str, float]], complete: list[str], totals: list[float]
) -> dict[str, float | None]:
    """The effective weight of each item; None where it runs against the whole."""
    shared = {
        item: covariance([earned[learner] for learner in complete], totals)
        for item, earned in marks.items()
    }
    roots = {item: sqrt(each) for item, each in shared.items() if each is not None and each >= 0}
    together = sum(roots.values())
    return {item: 100 * roots[item] / together if together and item in roots else None
            for item in marks}  # fmt: skip


def _whole(items: list[list[float]], totals: list[float], most: float) -> Whole:
    spread = variance(totals)
    mean = sum(totals) / len(totals) if totals else None
    deviation = sqrt(spread) if spread is not None else None
    count, consistency, ratio, error = len(items), None, None, None
    if spread and count > 1:
        own = sum(variance(each) or 0.0 for each in items)
        consistency = 100 * count / (count - 1) * (1 - own / spread)
        ratio = 100 * sqrt(max(0.0, 1 - consistency / 100))
        error = ratio * sqrt(spread) / 100
    return Whole(len(totals), most, mean, deviation, consistency, ratio, error)
