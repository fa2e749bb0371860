"""What a learner studies today: what is due, then new questions, by what is remembered.

Pure: from what the learner remembers to the questions, in order.
"""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from random import Random
from typing import NamedTuple

from quizapp.bank.model import Bank
from quizapp.kinds.base import Question
from quizapp.planning import plan, spaced_repetition
from quizapp.planning.cards import LearnerState
from quizapp.planning.days import day_in_words
from quizapp.planning.question_order import (
    aims,
    apart,
    one_an_objective,
    reading_order,
    revealed_first,
)
from quizapp.planning.request import USUAL, SessionRequest, StudySettings

PORTION = 100
"""How many questions are put in order at a time."""
PORTIONS = 3
"""At most so many portions are asked in a day."""


class DoneForToday(plan.NothingToAsk):
    """Nothing is due, and there is nothing new for today; the message says what comes when.

    `more` is a request that asks more all the same, None where nothing would.
    """

    def __init__(self, message: str, more: SessionRequest | None) -> None:
        super().__init__(message)
        self.more = more


class DrawnQuestions(NamedTuple):
    """What is asked: `due` of the `questions` come back, the others but `ahead` are new.

    `ahead` were asked for before their time. `held_back` says that there are more new ones, which
    the daily limit leaves for another day.
    """

    questions: tuple[str, ...]
    due: int = 0
    ahead: int = 0
    held_back: bool = False


def draw(
    bank: Bank,
    request: SessionRequest,
    seed: int,
    learner: LearnerState,
    settings: StudySettings = USUAL,
) -> DrawnQuestions:
    """The questions for today.

    First what is due, at most a day's work of it, the least known: confident errors, then the rest
    far apart. Then new questions, as many as the settings leave for today (over all banks), or
    those of today's share where an examination is ahead (`request.by`). One question an
    objective is asked a day, those whose objective was never tested first. A count overrides all
    of this: what is due, what is new, then what is best known last. With `request.due` all that is
    due is asked and nothing else. The seed settles what is equal. Raises NothingToAsk,
    DoneForToday among them.
    """
    fitting = plan.fitting(bank, request)
    pool = _Pool(bank, fitting, seed, learner)
    by = last_day(request, learner.today)
    returning = _due(pool, settings, by)
    if request.due:
        new: list[Question] = []
        ahead: list[Question] = []
        held_back = False
        returning = returning[: request.count]
    elif request.count is not None:
        returning, new, ahead = _counted(pool, returning, request.count)
        held_back = False
    else:
        returning = one_an_objective(returning, pool.covered)[: PORTION * PORTIONS]
        room = share(pool.seen, pool.unseen, learner, by) if by else settings.new_a_day
        room = max(0, room - (0 if by else learner.begun))
        new = _new(pool, returning, room, by is not None)
        ahead, held_back = [], len(new) == room and len(pool.unseen) > room
    if not returning and not new and not ahead:
        raise _done(pool, request, settings, held_back)
    confident = [q for q in returning if learner.memories[q.id].confident]
    others = [q for q in returning if not learner.memories[q.id].confident]
    names = tuple(
        question.id
        for question in (*confident, *pool.mixed(others), *revealed_first(new), *pool.mixed(ahead))
    )
    return DrawnQuestions(names, len(returning), len(ahead), held_back)


def last_day(request: SessionRequest, today: int) -> int | None:
    """The number of the day of the examination. Raises NothingToAsk if it is none, or past."""
    if request.by is None:
        return None
    try:
        day = spaced_repetition.day_number(request.by)
    except ValueError:
        raise plan.NothingToAsk(
            f'"{request.by}" is no day: write it as {spaced_repetition.iso_day(today + 7)}.'
        ) from None
    if day < today:
        raise plan.NothingToAsk(f"{request.by} is past: name a day that is still to come.")
    return day


def share(
    seen: Sequence[Question], unseen: Sequence[Question], learner: LearnerState, by: int
) -> int:
    """How many of the unseen questions are for today, if the rest is spread until the day `by`.

    What was begun today already counts for today's share.
    """
    begun = sum(learner.memories[question.id].first == learner.today for question in seen)
    days = max(1, by - learner.today)
    return max(0, -(-(len(unseen) + begun) // days) - begun)


def held_back(
    bank: Bank,
    request: SessionRequest,
    learner: LearnerState,
    planned: Collection[str],
    settings: StudySettings = USUAL,
) -> bool:
    """Whether the daily limit, or today's share, kept new questions out of a session so planned.

    For a session that was resumed; a new one has `DrawnQuestions.held_back`.
    """
    chosen = request.mode == "learn" and not (request.count or request.due or request.questions)
    if not chosen:
        return False
    unseen = {q.id for q in plan.fitting(bank, request) if q.id not in learner.memories}
    waiting = unseen & set(planned)
    enough = request.by is not None or learner.begun + len(waiting) >= settings.new_a_day
    return enough and len(unseen) > len(waiting)


class _Pool:
    """The questions that may be asked, by what the learner has met of them."""

    def __init__(
        self, bank: Bank, fitting: Sequence[Question], seed: int, learner: LearnerState
    ) -> None:
        known = learner.memories
        self.bank = bank
        self.learner = learner
        self.seen = [question for question in fitting if question.id in known]
        self.unseen = [question for question in fitting if question.id not in known]
        today = {name for name, memory in known.items() if memory.last >= learner.today}
        self.covered = _tested(bank, today)
        """The objectives that were tested today."""
        chance = Random(seed).random
        self._ranks = {question.id: chance() for question in bank.questions}

    def ranked(self, questions: Iterable[Question]) -> list[Question]:
        """The questions in the seed's order, which does not depend on what else is asked."""
        ranks = self._ranks
        return sorted(questions, key=lambda question: ranks[question.id])

    def mixed(self, questions: list[Question]) -> list[Question]:
        """The questions in an order that keeps like and like apart, a portion at a time.

        What nobody comes to in a day stays behind, as it was given.
        """
        ranked = self.ranked(questions[: PORTION * PORTIONS])
        portions = (ranked[at : at + PORTION] for at in range(0, len(ranked), PORTION))
        ordered = [question for portion in portions for question in revealed_first(apart(portion))]
        return ordered + questions[len(ordered) :]


def _tested(bank: Bank, names: Collection[str]) -> set[str]:
    """The objectives of those of the bank's questions."""
    if not names:
        return set()
    tested = [question.objective for question in bank.questions if question.id in names]
    return set(chain.from_iterable(tested))


def _due(pool: _Pool, settings: StudySettings, by: int | None) -> list[Question]:
    """What is due and was not asked today: confident errors, then what is least likely known."""
    memories, today = pool.learner.memories, pool.learner.today
    due = {
        name: (not memory.confident, spaced_repetition.recall(memory, today))
        for name, memory in memories.items()
        if memory.last < today and spaced_repetition.due(memory, settings.retention, by) <= today
    }
    found = pool.ranked(question for question in pool.seen if question.id in due)
    return sorted(found, key=lambda question: due[question.id])


def _new(pool: _Pool, returning: list[Question], room: int, everything: bool) -> list[Question]:
    """At most `room` unseen questions in the order of the text, one an objective.

    Objectives never tested come first, and passages take turns. With `everything`, further
    questions on the same objectives fill what room is left.
    """
    if room <= 0:
        return []
    met = _tested(pool.bank, pool.learner.memories)
    passages = [passage.id for passage in pool.bank.passages]
    ordered = reading_order(passages, pool.unseen, pool.seen)
    place = {question.id: at for at, question in enumerate(ordered)}
    chosen: list[Question] = []
    for unmet in (True, False):
        if len(chosen) < room:
            questions = [one for one in ordered if met.isdisjoint(aims(one)) == unmet]
            taken = pool.covered.union(*map(aims, (*returning, *chosen)))
            free = plan.covering(questions, taken)
            free.sort(key=lambda question: place[question.id])
            chosen += plan.by_turns(pool.bank, free, room - len(chosen))
    if everything and len(chosen) < room:
        had = {question.id for question in chosen}
        rest = [question for question in ordered if question.id not in had]
        chosen += rest[: room - len(chosen)]
    return chosen


def _counted(
    pool: _Pool, due: list[Question], count: int
) -> tuple[list[Question], list[Question], list[Question]]:
    """What is due, what is new and what is asked ahead of its day, `count` in all if there are."""
    returning = one_an_objective(due, pool.covered)[:count]
    new = _new(pool, returning, count - len(returning), everything=False)
    room = count - len(returning) - len(new)
    if not room:
        return returning, new, []
    # Beyond one an objective: all that is due, all that is new, then what is least likely known.
    had = {question.id for question in (*returning, *new)}
    more = [question for question in due if question.id not in had][:room]
    room -= len(more)
    had.update(question.id for question in due)
    fresh = [question for question in pool.ranked(pool.unseen) if question.id not in had][:room]
    room -= len(fresh)
    early = pool.ranked(question for question in pool.seen if question.id not in had)
    memories, today = pool.learner.memories, pool.learner.today
    early.sort(key=lambda question: spaced_repetition.recall(memories[question.id], today))
    return [*returning, *more], [*new, *fresh], early[:room]


def _done(
    pool: _Pool, request: SessionRequest, settings: StudySettings, held_back: bool
) -> DoneForToday:
    """Why there is nothing to ask today, and what there would be."""
    more = request._replace(count=settings.portion, due=False)
    memories, today = pool.learner.memories, pool.learner.today
    days = (spaced_repetition.due(memories[one.id], settings.retention) for one in pool.seen)
    later = [day for day in days if day > today]
    due = f"Nothing is due{' before ' + day_in_words(min(later), today) if later else ''}"
    if request.due:
        return DoneForToday(f"{due}.", more)
    said = f"Done for today: {due[0].lower()}{due[1:]}"
    if held_back:
        begun = pool.learner.begun
        asked = "question is" if begun == 1 else "questions are"
        new = f"today's {begun} new {asked} asked (over all banks)"
        return DoneForToday(f"{said}, and {new if begun else 'nothing new is wanted'}.", more)
    every = ", and every objective was asked today" if pool.unseen else ""
    return DoneForToday(f"{said}{every}.", more)
