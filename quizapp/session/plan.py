"""Which questions are asked, and in what order.

A plan depends on the bank, the wish and the seed alone (and, where it is given, on what was
answered before): a seed ranks each question by a hash, so that the same paper can be set again on
any machine, and a question added to the bank does not reshuffle the others.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256

from quizapp.bank.model import Bank
from quizapp.kinds.base import Question
from quizapp.session.state import Planned
from quizapp.session.wish import Wish


class NothingToAsk(ValueError):
    """No question of the bank fits the wish; the message says so, and what there is."""


def plan(
    bank: Bank, wish: Wish, seed: int, answered_before: Collection[str] = ()
) -> tuple[str, ...]:
    """The ids of the questions to ask, in order.

    Drafts are never asked. One question is asked for an objective; a question with several
    objectives stands for each of them, one without for itself. Objectives with the fewest
    questions choose first, so that as many as can be are covered; among several questions those
    not in `answered_before` are preferred. With a `count`, objectives that the bank lists come
    first and passages take turns; a count beyond the objectives is filled with further questions,
    again one an objective. Questions on one passage (or objective) then stand as far apart as can
    be. Raises NothingToAsk.
    """
    fitting = _fitting(bank, wish)
    rank = {question.id: _rank(seed, question.id) for question in fitting}
    pool = sorted(fitting, key=lambda question: rank[question.id])
    if wish.questions:
        chosen = pool
    else:
        chosen = _one_an_objective(pool, answered_before)
        if wish.count is not None:
            chosen = _counted(bank, pool, chosen, wish.count, answered_before)
    chosen.sort(key=lambda question: rank[question.id])
    return tuple(question.id for question in _apart(chosen))


def details(bank: Bank, ids: Iterable[str]) -> tuple[Planned, ...]:
    """The planned questions with the weight, section and objectives that their score needs."""
    questions = {question.id: question for question in bank.questions}
    sections = {passage.id: passage.section for passage in bank.passages}
    return tuple(
        Planned(name, asked.weight, _section(asked, sections), asked.objective)
        for name, asked in ((name, questions[name]) for name in ids)
    )


def by_planned_name(bank: Bank, planned: Iterable[Planned]) -> dict[str, Question]:
    """The bank's questions by the names that they have in the plan; some were renamed since.

    A question that the bank has no more is left out.
    """
    here = {question.id: question for question in bank.questions}
    renamed = {old: question for question in bank.questions for old in question.was}
    found = ((each.question, here.get(each.question)) for each in planned)
    return {
        name: question
        for name, question in ((name, one or renamed.get(name)) for name, one in found)
        if question is not None
    }


def fresh_seed() -> int:
    """A seed that nobody chose."""
    from secrets import randbelow

    return randbelow(10**9)


def _rank(seed: int, name: str) -> bytes:
    return sha256(f"{seed}\n{name}".encode("utf-8", "surrogatepass")).digest()


def _section(question: Question, sections: dict[str, str]) -> str:
    return sections.get(question.support[0].passage, "") if question.support else ""


def _fitting(bank: Bank, wish: Wish) -> list[Question]:
    sections = {passage.id: passage.section for passage in bank.passages}
    asked = [question for question in bank.questions if not question.draft]
    if not asked:
        drafts = " (all are drafts)" if bank.questions or bank.drafts else ""
        raise NothingToAsk(f"The bank {bank.id} has no questions to ask{drafts}.")
    if wish.count is not None and wish.count < 1:
        raise NothingToAsk("Ask for at least one question.")
    if wish.questions:
        asked = [question for question in asked if question.id in set(wish.questions)]
    filters = (
        ("section", wish.sections, lambda q: (_section(q, sections),)),
        ("tag", wish.tags, lambda q: q.tags),
        ("kind", wish.kinds, lambda q: (q.kind,)),
        ("objective", wish.objectives, lambda q: q.objective),
    )
    fitting = asked
    for name, wanted, words_of in filters:
        if not wanted:
            continue
        known = dict.fromkeys(words for question in asked for words in words_of(question) if words)
        if unknown := [word for word in wanted if _same(word) not in map(_same, known)]:
            there = ", ".join(sorted(known)) or "none"
            raise NothingToAsk(f'No question has the {name} "{unknown[0]}". There are: {there}.')
        fold = {_same(word) for word in wanted}
        fitting = [
            question
            for question in fitting
            if any(_same(word) in fold for word in words_of(question))
        ]
    if not fitting:
        raise NothingToAsk("No question fits all of this at once: ask for less.")
    return fitting


def _same(word: str) -> str:
    return " ".join(word.casefold().split())


def _aims(question: Question) -> tuple[str, ...]:
    """What the question tests: its objectives, or itself (marked so that the two never meet)."""
    return question.objective or (f"\n{question.id}",)


def _one_an_objective(pool: Sequence[Question], answered_before: Collection[str]) -> list[Question]:
    by_aim: defaultdict[str, list[Question]] = defaultdict(list)
    for question in pool:
        for aim in _aims(question):
            by_aim[aim].append(question)
    covered: set[str] = set()
    chosen: list[Question] = []
    for aim in sorted(by_aim, key=lambda aim: len(by_aim[aim])):
        if aim in covered:
            continue
        free = [question for question in by_aim[aim] if covered.isdisjoint(_aims(question))]
        if free:
            best = min(free, key=lambda question: question.id in answered_before)
            chosen.append(best)
            covered.update(_aims(best))
    return chosen


def _counted(
    bank: Bank,
    pool: Sequence[Question],
    chosen: list[Question],
    count: int,
    answered_before: Collection[str],
) -> list[Question]:
    place = {question.id: at for at, question in enumerate(pool)}
    taken: list[Question] = []
    while True:
        if len(taken) + len(chosen) >= count:
            return taken + _by_turns(bank, chosen, place)[: count - len(taken)]
        taken += chosen
        had = {question.id for question in taken}
        left = [question for question in pool if question.id not in had]
        if not left:
            return taken
        chosen = _one_an_objective(left, answered_before)


def _by_turns(bank: Bank, chosen: list[Question], place: dict[str, int]) -> list[Question]:
    """The questions with those on listed objectives first, and passages taking turns."""

    def listed(question: Question) -> bool:
        return any(aim in bank.objectives for aim in question.objective)

    shown: Counter[str] = Counter()
    rounds: dict[str, int] = {}
    for question in sorted(chosen, key=lambda q: (not listed(q), place[q.id])):
        passage = question.support[0].passage if question.support else ""
        rounds[question.id] = shown[passage]
        shown[passage] += 1
    return sorted(chosen, key=lambda q: (not listed(q), rounds[q.id], place[q.id]))


def _apart(chosen: list[Question]) -> list[Question]:
    """The questions in an order that keeps those on one passage (or objective) far apart.

    Where the commonest passages have k of the n questions each, and m passages do, no order keeps
    all more than (n - m) / (k - 1) apart: that is tried first, then less, until it can be done.
    Rarer passages are then drawn out as far as this leaves room for.
    """
    said = {question.id: _labels(question) for question in chosen}
    often = Counter(label for labels in said.values() for label in labels)
    often = Counter({label: count for label, count in often.items() if count > 1})
    if not often:
        return chosen
    labels = {name: tuple(label for label in each if label in often) for name, each in said.items()}
    most = max(often.values())
    widest = (len(chosen) - sum(count == most for count in often.values())) // (most - 1)
    order, apart = chosen, max(widest, 1)
    while apart > 1:
        if spaced := _spaced(chosen, labels, dict.fromkeys(often, apart)):
            order = spaced
            break
        apart -= 1 + apart // 10
    for tenths in range(10, 0, -1):
        drawn_out = {
            label: max(apart, tenths * (len(chosen) - 1) // (10 * (count - 1)))
            for label, count in often.items()
        }
        if spaced := _spaced(chosen, labels, drawn_out):
            return spaced
    return order


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
