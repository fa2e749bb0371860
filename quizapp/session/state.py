"""A session at one moment as a value, and what can be asked of it. Pure: no clock, file or bank."""

from collections import Counter
from typing import NamedTuple

from quizapp.planning.request import Mode, Planned
from quizapp.session.errors import NotAllowed
from quizapp.session.responses import CRAMMED, By, GradedResponse, Ruled, Skipped, Turn, Waiting


class SessionState(NamedTuple):
    """A session at one moment.

    `queue` is what is still to be asked, in order (not in an exam, where `cursor` is an index of
    the plan). `responses` is every response in order, with its ruling; `skips` the questions passed
    over, once for each time; `undoable` what can be taken back, the last first to go; `gone` the
    questions that the bank no longer has, `dropped` those that were in the plan, with their places;
    `read` the passages that were read.
    """

    id: str
    mode: Mode
    plan: tuple[Planned, ...]
    queue: tuple[Waiting, ...] = ()
    responses: tuple[GradedResponse, ...] = ()
    hinted: frozenset[str] = frozenset()
    skips: tuple[str, ...] = ()
    undoable: tuple[Ruled | Skipped, ...] = ()
    gone: frozenset[str] = frozenset()
    dropped: tuple[tuple[int, Planned], ...] = ()
    read: frozenset[str] = frozenset()
    cursor: int = 0
    finished: bool = False


def turn(state: SessionState) -> Turn | None:
    """What is asked now; None when nothing is left to ask, or the session is over."""
    if state.finished:
        return None
    if state.mode == "exam":
        if not 0 <= state.cursor < len(state.plan):
            return None
        question = state.plan[state.cursor].question
        return Turn(question, state.cursor + 1, len(state.plan))
    if not state.queue:
        return None
    question = state.queue[0].question
    seen = any(given.question == question for given in state.responses)
    number = place(state, question)
    return Turn(question, number, len(state.plan), seen, is_retry(state, question))


def place(state: SessionState, question: str) -> int:
    """How far the session has come with this question: those answered or passed over, and it.

    It never goes back: what is asked again adds nothing. In an exam it is the place in the plan.
    """
    names = [planned.question for planned in state.plan]
    if state.mode == "exam":
        return names.index(question) + 1 if question in names else 0
    return sum(name in met(state) | {question} for name in names)


def met(state: SessionState) -> set[str]:
    """The questions that were answered or passed over so far."""
    waiting = {due.question for due in state.queue}
    answered = {given.question for given in state.responses if given.ruling != "void"}
    return answered | (set(state.skips) - waiting)


def complete(state: SessionState) -> bool:
    """Whether every planned question has a response that counts, or was skipped for good.

    Cramming goes on until all are known, reading until all is read.
    """
    if state.mode == "exam":
        return state.finished
    if state.mode in ("cram", "read"):
        return not state.queue
    settled = counted(state).keys()
    waiting = {due.question for due in state.queue}
    return not any(
        planned.question in waiting and planned.question not in settled for planned in state.plan
    )


def counted(state: SessionState) -> dict[str, GradedResponse]:
    """The response that counts for each question that has one.

    It is the first that is neither void nor a retry; in an exam it is the last one, unless the
    instructor has ruled it void.
    """
    if state.mode == "exam":
        last = {given.question: given for given in state.responses}
        return {name: given for name, given in last.items() if given.decision != "void"}
    found: dict[str, GradedResponse] = {}
    for given in state.responses:
        if not given.again and given.ruling != "void":
            found.setdefault(given.question, given)
    return found


def voided(state: SessionState) -> set[str]:
    """The questions of an exam that the instructor has voided: they count for nothing."""
    if state.mode != "exam":
        return set()
    last = {given.question: given for given in state.responses}
    return {name for name, given in last.items() if given.decision == "void"}


def passed_over(state: SessionState) -> set[str]:
    """The questions that were skipped for good: twice, or in a session that is over.

    What was skipped once waits, and counts as nothing so far.
    """
    least = 1 if state.finished else 2
    return {name for name in state.skips if state.skips.count(name) >= least}


def is_retry(state: SessionState, question: str) -> bool:
    """Whether a response to the question would be practice: it has one that counts already.

    What is guessed before a passage is read is always practice.
    """
    if state.mode == "read":
        return True
    return state.mode != "exam" and any(
        given.question == question and not given.again and given.ruling != "void"
        for given in state.responses
    )


def response_of(state: SessionState, response: str) -> GradedResponse | None:
    """The response with this id, or None."""
    return next((given for given in state.responses if given.id == response), None)


def review(state: SessionState) -> tuple[GradedResponse, ...]:
    """The response that counts for each planned question; an empty one, without id, for none.

    Raises NotAllowed in an exam that is not handed in.
    """
    if state.mode == "exam" and not state.finished:
        raise NotAllowed("Hand in the exam first.")
    done = counted(state)
    return tuple(done.get(each.question, left_open(each.question)) for each in state.plan)


def latest_ruling(
    state: SessionState, response: str | None = None, by: By = "learner"
) -> Ruled | None:
    """The latest ruling that can be taken back: on this response, or on any; None if there is none.

    It has the ruling from before.
    """
    ruled = (
        entry for entry in reversed(state.undoable) if isinstance(entry, Ruled) and entry.by == by
    )
    return next((entry for entry in ruled if response in (None, entry.response)), None)


def times_right(state: SessionState) -> int:
    """How often the question of the last response was right so far, for cramming."""
    if not state.responses:
        return 0
    question = state.responses[-1].question
    return sum(
        given.question == question and given.ruling != "void" and not given.missed
        for given in state.responses
    )


def crammed(state: SessionState) -> tuple[int, int]:
    """How many right answers cramming has so far, and how many it takes to its end."""
    right = Counter(
        given.question for given in state.responses if given.ruling != "void" and not given.missed
    )
    done = sum(min(CRAMMED, right[planned.question]) for planned in state.plan)
    return done, CRAMMED * len(state.plan)


def left_open(question: str) -> GradedResponse:
    """What stands for the response to a question of an exam that has none: empty, without id."""
    from quizapp.grading.verdict import Reason, wrong

    no_response = Reason("unanswered", "There is no response to this question.")
    return GradedResponse("", question, "", wrong(no_response))


def unanswered(state: SessionState) -> tuple[str, ...]:
    """The planned questions without a response that counts, in order."""
    done = counted(state).keys() | voided(state)
    return tuple(each.question for each in state.plan if each.question not in done)
