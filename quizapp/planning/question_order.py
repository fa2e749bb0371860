"""Questions that test one thing, or rest on one passage, and how to keep them apart."""

import heapq
from collections import Counter
from collections.abc import Iterable

from quizapp.kinds.base import Question


def aims(question: Question) -> tuple[str, ...]:
    """What the question tests: its objectives, or itself (marked so that the two never meet)."""
    return question.objective or (f"\n{question.id}",)


def one_an_objective(questions: Iterable[Question], covered: Iterable[str] = ()) -> list[Question]:
    """The first question of each objective that is not covered yet, in the order given."""
    had = set(covered)
    chosen = []
    for question in questions:
        tested = aims(question)
        if had.isdisjoint(tested):
            had.update(tested)
            chosen.append(question)
    return chosen


def reading_order(
    passages: Iterable[str], questions: Iterable[Question], met: Iterable[Question]
) -> list[Question]:
    """The questions in the order of the text, `passages` being the names of its passages in order.

    On each passage recall comes first, then understanding, then the rest. What asks to analyse,
    apply or weigh comes last of all until a question on each of its passages was `met`.
    """
    places = {name: place for place, name in enumerate(passages)}
    known = {support.passage for question in met for support in question.support}

    def key(question: Question) -> tuple[bool, int, int]:
        rests_on = [support.passage for support in question.support]
        demand = _DEMAND.get(question.level or "", 0)
        waits = demand > 1 and not known.issuperset(rests_on)
        place = max((places.get(name, len(places)) for name in rests_on), default=len(places))
        return waits, place, demand

    return sorted(questions, key=key)


_DEMAND = {"remember": 0, "understand": 1, "apply": 2, "analyse": 2, "evaluate": 2}


def apart(chosen: list[Question]) -> list[Question]:
    """The questions in an order that keeps those on one passage (or objective) far apart.

    Where the commonest passages have k of the n questions each, and m passages do, no order keeps
    all more than (n - m) / (k - 1) apart: that is tried first, then less, until it can be done.
    Rarer passages are then drawn out as far as this leaves room for.
    """
    all_labels = {question.id: _labels(question) for question in chosen}
    often = Counter(label for labels in all_labels.values() for label in labels)
    often = Counter({label: count for label, count in often.items() if count > 1})
    if not often:
        return chosen
    labels = {
        name: tuple(label for label in each if label in often) for name, each in all_labels.items()
    }
    most = max(often.values())
    widest = (len(chosen) - sum(count == most for count in often.values())) // (most - 1)
    order, gap = chosen, max(widest, 1)
    while gap > 1:
        if spaced := _spaced(chosen, labels, dict.fromkeys(often, gap)):
            order = spaced
            break
        gap -= 1 + gap // 10
    for tenths in range(10, 0, -1):
        drawn_out = {
            label: max(gap, tenths * (len(chosen) - 1) // (10 * (count - 1)))
            for label, count in often.items()
        }
        if spaced := _spaced(chosen, labels, drawn_out):
            return spaced
    return order


def revealed_first(order: list[Question]) -> list[Question]:
    """The questions in their order, but each after those whose answers it gives away.

    Where two give each other away, the order given decides.
    """
    here = {name: question for question in order for name in question.names}
    done: dict[str, Question] = {}

    def ask(question: Question, waiting: frozenset[str]) -> None:
        for name in question.reveals:
            if name in here and here[name].id not in done and here[name].id not in waiting:
                ask(here[name], waiting | {question.id})
        done.setdefault(question.id, question)

    for question in order:
        if question.id not in done:
            ask(question, frozenset({question.id}))
    return list(done.values())


def _labels(question: Question) -> tuple[str, ...]:
    passages = (f"passage {support.passage}" for support in question.support)
    return tuple(dict.fromkeys((*passages, *(f"objective {aim}" for aim in question.objective))))


def _spaced(
    chosen: list[Question], labels: dict[str, tuple[str, ...]], distance: dict[str, int]
) -> list[Question] | None:
    """The questions with each label's at least its distance apart; None if that got stuck.

    At each place stands the question whose labels need the most room from there on.
    """
    alike: dict[tuple[str, ...], list[Question]] = {}
    for question in reversed(chosen):
        alike.setdefault(labels[question.id], []).append(question)
    groups = list(alike.items())
    left = Counter(label for question in chosen for label in labels[question.id])
    free = dict.fromkeys(left, 0)
    waiting = [(0, at) for at in range(len(groups))]
    ready: list[tuple[int, int]] = []
    order: list[Question] = []
    for place in range(len(chosen)):
        while waiting and waiting[0][0] <= place:
            _, at = heapq.heappop(waiting)
            room = max(
                ((left[label] - 1) * distance[label] + 1 for label in groups[at][0]), default=0
            )
            heapq.heappush(ready, (-room, at))
        while ready:
            _, at = heapq.heappop(ready)
            mine, questions = groups[at]
            free_from = max((free[label] for label in mine), default=0)
            if free_from <= place:
                break
            heapq.heappush(waiting, (free_from, at))
        else:
            return None
        order.append(questions.pop())
        for label in mine:
            left[label] -= 1
            free[label] = place + distance[label]
        if questions:
            heapq.heappush(waiting, (place + 1, at))
    return order
