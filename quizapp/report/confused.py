"""Pairs that a learner confuses: answers that belong to another question."""

from typing import NamedTuple

from quizapp.bank.model import Bank
from quizapp.kinds.base import Question
from quizapp.planning.spaced_repetition import ENOUGH
from quizapp.store.answers import errors
from quizapp.store.sqlite import Store
from quizapp.text import same

_TELLING = 3
"""A shorter answer ("2", "no") fits too many questions to tell what it was taken for."""


class Confused(NamedTuple):
    """A question that was answered, `times` times, with the answer to the `other` one."""

    question: str
    other: str
    response: str
    times: int


def confused(bank: Bank, store: Store, learner: str) -> tuple[Confused, ...]:
    """The pairs that the learner confuses still, the most frequent first.

    Only questions with the same kind of answer are confused, in words or in figures: nobody takes a
    year for the Moon. Of several questions that a response would answer, the one nearest in the
    bank is meant. A pair is let go once both questions were known at first asking after the last
    time. Raises StoreError.
    """
    places = {name: at for at, one in enumerate(bank.questions) for name in one.names}
    answered_by: dict[str, list[int]] = {}
    for at, one in enumerate(bank.questions):
        for answer in {same(words) for words in one.accepted()}:
            if len(answer) >= _TELLING:
                answered_by.setdefault(answer, []).append(at)
    missed, right, _ = errors(store, bank.id, learner, ENOUGH)
    found: dict[tuple[int, int], Confused] = {}
    latest: dict[tuple[int, int], str] = {}
    for error in missed:
        here = places.get(error.question)
        fits = answered_by.get(same(error.response), [])
        if here is None or here in fits:
            continue
        figures = _in_figures(bank.questions[here])
        others = [at for at in fits if _in_figures(bank.questions[at]) == figures]
        if not others:
            continue
        other = min(others, key=lambda at: (abs(at - here), at))
        pair = (here, other)
        before = found.get(pair)
        times = error.times + (before.times if before else 0)
        if error.at >= latest.get(pair, ""):
            latest[pair] = error.at
            words = error.response
        else:
            words = before.response if before else error.response
        found[pair] = Confused(bank.questions[here].id, bank.questions[other].id, words, times)
    still = [
        one
        for pair, one in found.items()
        if any(_known(bank.questions[at], right) <= latest[pair] for at in pair)
    ]
    return tuple(sorted(still, key=lambda one: (-one.times, one.question, one.other)))


def drill(pairs: tuple[Confused, ...]) -> tuple[str, ...]:
    """The questions of the pairs, each once: for a session of their own."""
    return tuple(dict.fromkeys(name for pair in pairs for name in (pair.question, pair.other)))


def _in_figures(one: Question) -> bool:
    """Whether each of its answers has a figure, as numbers and dates have."""
    answers = one.accepted()
    return bool(answers) and all(any(sign.isdigit() for sign in answer) for answer in answers)


def _known(one: Question, right: dict[str, str]) -> str:
    return max((right.get(name, "") for name in one.names), default="")
