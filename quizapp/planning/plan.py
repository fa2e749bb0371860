"""Which questions are asked, and in what order.

A plan depends on the bank, the request and the seed alone: a seed ranks each question by a hash, so
that the same paper can be set again on any machine, and a question added to the bank does not
reshuffle the others.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain

from quizapp.bank.model import Bank, by_name, sections
from quizapp.hashing import sha256
from quizapp.kinds.base import Question
from quizapp.planning.question_order import aims, apart, revealed_first
from quizapp.planning.request import Planned, SessionRequest
from quizapp.text import same


class NothingToAsk(ValueError):
    """No question of the bank fits the request; the message names what there is."""


def plan(bank: Bank, request: SessionRequest, seed: int) -> tuple[str, ...]:
    """The ids of the questions to ask, in order.

    Drafts are never asked. One question is asked for an objective; a question with several
    objectives stands for each of them, one without for itself. Objectives with the fewest
    questions choose first, so that as many as can be are covered. With a `count`, objectives that
    the bank lists come first and passages take turns; a count beyond the objectives is filled with
    further questions, again one an objective. Questions on one passage (or objective) are then as
    far apart as possible. Raises NothingToAsk.
    """
    asked = fitting(bank, request)
    ranks = {question.id: rank(seed, question.id) for question in asked}
    pool = sorted(asked, key=lambda question: ranks[question.id])
    if request.questions:
        chosen = pool
    else:
        chosen = covering(pool)
        if request.count is not None:
            chosen = _counted(bank, pool, chosen, request.count)
    chosen.sort(key=lambda question: ranks[question.id])
    return tuple(question.id for question in revealed_first(apart(chosen)))


def by_paper(bank: Bank, request: SessionRequest) -> SessionRequest:
    """The request completed by its paper, as an exam; what it says itself takes precedence.

    Raises NothingToAsk if the bank has no such paper, or extra time is given to one without limit.
    """
    if request.paper is None:
        return request
    paper = next((paper for paper in bank.papers if paper.id == request.paper), None)
    if paper is None:
        there = ", ".join(paper.id for paper in bank.papers) or "none"
        raise NothingToAsk(
            f'The bank {bank.id} has no paper "{request.paper}". There are: {there}.'
        )
    unsaid = {name: getattr(paper, name) for name in ("count", "seed", "minutes", "pass_mark")
              if getattr(request, name) is None}  # fmt: skip
    exam = request._replace(mode="exam", sections=request.sections or paper.sections, **unsaid)
    if exam.extra_time and exam.minutes is None:
        raise NothingToAsk(
            f"The paper {paper.id} has no time limit that extra time would lengthen. "
            "Leave --extra-time out, or set a limit with --minutes."
        )
    return exam


def details(bank: Bank, ids: Iterable[str]) -> tuple[Planned, ...]:
    """The planned questions with the weight, section and objectives that their score needs."""
    questions = {question.id: question for question in bank.questions}
    section = sections(bank)
    asked = map(questions.__getitem__, ids)
    return tuple(Planned(one.id, one.weight, section(one), one.objective) for one in asked)


def by_planned_name(bank: Bank, planned: Iterable[Planned]) -> dict[str, Question]:
    """The bank's questions by the names that they have in the plan; some were renamed since.

    Questions that the bank no longer has are left out.
    """
    known = by_name(bank)
    return {each.question: known[each.question] for each in planned if each.question in known}


def fresh_seed() -> int:
    """A seed that nobody chose."""
    from secrets import randbelow

    return randbelow(10**9)


def rank(seed: int, name: str) -> bytes:
    """The rank of a question by the seed; it does not depend on other questions."""
    return sha256(f"{seed}\n{name}".encode("utf-8", "surrogatepass")).digest()


def offer_seed(seed: str, name: str, times: int) -> int:
    """The seed that shuffles what a question offers, when it was asked so often before."""
    mark = f"{seed}\n{name}\n{times}".encode("utf-8", "surrogatepass")
    return int.from_bytes(sha256(mark).digest()[:6], "big")


def fitting(bank: Bank, request: SessionRequest) -> list[Question]:
    """The questions that fit the request's filters, in the bank's order. Raises NothingToAsk."""
    section = sections(bank)
    asked = [question for question in bank.questions if not question.draft]
    if not asked:
        drafts = (
            ": all are drafts. Take draft = true away from those that are ready"
            if bank.questions or bank.drafts
            else ""
        )
        raise NothingToAsk(f"The bank {bank.id} has no questions to ask{drafts}.")
    if request.count is not None and request.count < 1:
        raise NothingToAsk("Ask for at least one question.")
    if request.questions:
        asked = [question for question in asked if question.id in set(request.questions)]
    filters = (
        ("section", request.sections, lambda q: (section(q),)),
        ("tag", request.tags, lambda q: q.tags),
        ("kind", request.kinds, lambda q: (q.kind,)),
        ("objective", request.objectives, lambda q: q.objective),
    )
    found = asked
    for name, wanted, words_of in filters:
        if not wanted:
            continue
        known = dict.fromkeys(words for question in asked for words in words_of(question) if words)
        if unknown := [word for word in wanted if same(word) not in map(same, known)]:
            there = ", ".join(sorted(known)) or "none"
            raise NothingToAsk(f'No question has the {name} "{unknown[0]}". There are: {there}.')
        fold = {same(word) for word in wanted}
        found = [
            question for question in found if any(same(word) in fold for word in words_of(question))
        ]
    if not found:
        raise NothingToAsk("No question fits all of this at once: ask for less.")
    return found


def covering(pool: Sequence[Question], had: Iterable[str] = ()) -> list[Question]:
    """A question for each objective that was not `had`, those with the fewest questions first."""
    by_aim: defaultdict[str, list[Question]] = defaultdict(list)
    for question in pool:
        for aim in aims(question):
            by_aim[aim].append(question)
    covered = set(had)
    chosen: list[Question] = []
    for aim in sorted(by_aim, key=lambda aim: len(by_aim[aim])):
        if aim in covered:
            continue
        first = next((one for one in by_aim[aim] if covered.isdisjoint(aims(one))), None)
        if first is not None:
            chosen.append(first)
            covered.update(aims(first))
    return chosen


def _counted(
    bank: Bank, pool: Sequence[Question], chosen: list[Question], count: int
) -> list[Question]:
    place = {question.id: at for at, question in enumerate(pool)}
    taken: list[Question] = []
    while True:
        if len(taken) + len(chosen) >= count:
            chosen.sort(key=lambda question: place[question.id])
            return taken + by_turns(bank, chosen, count - len(taken))
        taken += chosen
        had = {question.id for question in taken}
        left = [question for question in pool if question.id not in had]
        if not left:
            return taken
        chosen = covering(left)


def by_turns(bank: Bank, chosen: Iterable[Question], count: int) -> list[Question]:
    """The first `count`, those on listed objectives before others, and passages taking turns."""
    listed: list[Question] = []
    others: list[Question] = []
    on_none = bank.objectives.keys().isdisjoint
    for question in chosen:
        (others if on_none(question.objective) else listed).append(question)
    shown: Counter[str] = Counter()
    ordered: list[Question] = []
    for questions in (listed, others):
        rounds: defaultdict[int, list[Question]] = defaultdict(list)
        for question in questions:
            if len(ordered) + len(rounds[0]) >= count:
                break
            passage = question.support[0].passage if question.support else ""
            rounds[shown[passage]].append(question)
            shown[passage] += 1
        ordered += chain.from_iterable(rounds[turn] for turn in sorted(rounds))
    return ordered[:count]
