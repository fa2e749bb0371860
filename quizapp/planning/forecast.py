"""What is to be expected on the day of an examination, if the plan is kept until then."""

from typing import NamedTuple

from quizapp.bank.model import Bank
from quizapp.planning import plan, spaced_repetition
from quizapp.planning.cards import LearnerState
from quizapp.planning.daily_plan import last_day
from quizapp.planning.request import SessionRequest, StudySettings
from quizapp.planning.spaced_repetition import AGAIN, GOOD, Memory, Review

REVIEWS_AHEAD = 40
"""At most so many reviews of a question are foreseen."""


class Expected(NamedTuple):
    """On `day` (a number, as `date.toordinal` counts) `right` of `of` questions, on average."""

    day: int
    right: float
    of: int


def expected_score(
    bank: Bank, request: SessionRequest, learner: LearnerState, settings: StudySettings
) -> Expected:
    """How many of the questions that fit the request will be known on the day `request.by`.

    It supposes that each question is asked on the days when it is due, and known then; the unseen
    ones are spread over the days left, and half of them known when first asked.
    """
    today = learner.today
    day = last_day(request, today)
    assert day is not None
    asked = plan.fitting(bank, request)
    memories = learner.memories
    seen = [memories[question.id] for question in asked if question.id in memories]
    right = sum(_recall(memory, today, day, settings.retention) for memory in seen)
    unseen, days = len(asked) - len(seen), max(1, day - today)
    for ahead in range(min(days, unseen)):
        begun = unseen * (ahead + 1) // days - unseen * ahead // days if days <= unseen else 1
        for rating in (AGAIN, GOOD):
            first = spaced_repetition.after(None, Review(today + ahead, rating))
            right += begun / 2 * _recall(first, today + ahead, day, settings.retention)
    return Expected(day, right, len(asked))


def _recall(memory: Memory, today: int, day: int, retention: float) -> float:
    """How likely it is known on the day, after the reviews until then."""
    for _ in range(REVIEWS_AHEAD):
        due = max(spaced_repetition.due(memory, retention, day), today, memory.last + 1)
        if due >= day:
            break
        memory = spaced_repetition.after(memory, Review(due, GOOD))
    return spaced_repetition.recall(memory, day)
