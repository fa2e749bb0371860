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
    facility: float | None = None
    deviation: float | None = None
    discrimination: float | None = None
    efficiency: float | None = None
    weight: float | None = None
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
    shared = [[earned[learner] for learner in complete] for earned in marks.values()]
    weights = _weights(shared, whole_totals) if enough else [None] * len(marks)
    figures = {}
    for (item, earned), weight in zip(marks.items(), weights, strict=True):
        # The rest of the test, of those who answered anything else.
        greatest = most[item]
        rest = [(mark, (totals[who] - mark) / (possible[who] - greatest))
                for who, mark in earned.items() if possible[who] > greatest]  # fmt: skip
        figures[item] = _figures(list(earned.values()), greatest, rest, least)._replace(
            weight=weight
        )
    return figures, _whole(shared if enough else [], whole_totals, sum(most[i] for i in marks))


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
    marks: list[float], most: float, rest: list[tuple[float, float]], least: int
) -> Figures:
    spread = variance(marks)
    index = efficiency = None
    if most > 0 and spread and len(rest) >= max(least, 2):
        ones, others = zip(*rest, strict=True)
        own, theirs, both = variance(ones), variance(others), covariance(ones, others)
        greatest = covariance(sorted(ones), sorted(others))
        if both is not None:
            index = 100 * both / sqrt(own * theirs) if own and theirs else None
            efficiency = 100 * both / greatest if greatest else None
    return Figures(
        learners=len(marks),
        facility=sum(marks) / len(marks) / most if marks and most > 0 else None,
        deviation=sqrt(spread) if spread is not None and most > 0 else None,
        discrimination=index,
        efficiency=efficiency,
        paired=len(rest),
    )


def _weights(shared: list[list[float]], totals: list[float]) -> list[float | None]:
    """The effective weight of each item; None where it runs against the whole."""
    found = [covariance(marks, totals) for marks in shared]
    roots = [sqrt(each) if each is not None and each >= 0 else None for each in found]
    together = sum(root for root in roots if root is not None)
    return [100 * root / together if together and root is not None else None for root in roots]


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
