"""The run of a session as values: a `SessionState`, what can happen to it, and `step`.

Nothing here reads a clock, a file or a bank: the same events give the same session, which is how
a session that was cut off is resumed. `step` never raises: an event that does not fit (a skip of
a question that is not waiting) changes nothing.
"""

from typing import NamedTuple, assert_never

from quizapp.session.events import (
    CRAMMED,
    HINT_SHARE,
    RETURNS_AFTER,
    RETURNS_AT_MOST,
    Dropped,
    Due,
    Event,
    Finished,
    GradedResponse,
    Hinted,
    Mode,
    Moved,
    Planned,
    Read,
    Responded,
    Ruled,
    Ruling,
    Skipped,
    Turn,
    Undone,
)

__all__ = [
    "HINT_SHARE",
    "RETURNS_AFTER",
    "RETURNS_AT_MOST",
    "Dropped",
    "Due",
    "Event",
    "Finished",
    "GradedResponse",
    "Hinted",
    "Mode",
    "Moved",
    "Planned",
    "Read",
    "Responded",
    "Ruled",
    "Ruling",
    "SessionState",
    "Skipped",
    "Turn",
    "Undone",
    "complete",
    "counted",
    "is_retry",
    "latest_ruling",
    "open_exam",
    "response_of",
    "start",
    "step",
    "turn",
]


class SessionState(NamedTuple):
    """A session at one moment.

    `queue` is what is still to be asked, in order (not in an exam, where `cursor` is an index of
    the plan). `responses` is every response in order, with its ruling; `skips` the questions passed
    over, once for each time; `undoable` what can be taken back, the last first to go; `gone` the
    questions that the bank has no more; `read` the passages that were read.
    """

    id: str
    mode: Mode
    plan: tuple[Planned, ...]
    queue: tuple[Due, ...] = ()
    responses: tuple[GradedResponse, ...] = ()
    hinted: frozenset[str] = frozenset()
    skips: tuple[str, ...] = ()
    undoable: tuple[Ruled | Skipped, ...] = ()
    gone: frozenset[str] = frozenset()
    read: frozenset[str] = frozenset()
    cursor: int = 0
    finished: bool = False


def start(name: str, mode: Mode, plan: tuple[Planned, ...]) -> SessionState:
    """The session with the id `name` at its beginning."""
    queue = () if mode == "exam" else tuple(Due(planned.question) for planned in plan)
    return SessionState(name, mode, plan, queue)


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
    question, postponed = state.queue[0]
    number = next(
        (at for at, planned in enumerate(state.plan, 1) if planned.question == question), 0
    )
    seen = postponed or any(given.question == question for given in state.responses)
    return Turn(question, number, len(state.plan), seen, is_retry(state, question))


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


def counted(state: SessionState) -> dict[str, GradedResponse]:
    """The response that counts for each question that has one.

    It is the first that is neither void nor a retry; in an exam the last, whatever was ruled.
    """
    if state.mode == "exam":
        return {given.question: given for given in state.responses}
    found: dict[str, GradedResponse] = {}
    for given in state.responses:
        if not given.again and given.ruling != "void":
            found.setdefault(given.question, given)
    return found


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


def open_exam(state: SessionState) -> SessionState:
    """The session as it is resumed: an exam stands at its first question without a response."""
    if state.mode != "exam":
        return state
    done = counted(state).keys()
    cursor = next(
        (at for at, planned in enumerate(state.plan) if planned.question not in done),
        len(state.plan),
    )
    return state._replace(cursor=cursor)


def step(state: SessionState, event: Event) -> SessionState:
    """The session after the event."""
    match event:
        case Responded(given):
            return _responded(state, given)
        case Hinted(question):
            return state._replace(hinted=state.hinted | {question})
        case Skipped(question):
            return _skipped(state, question)
        case Ruled(response, ruling):
            return _ruled(state, response, ruling)
        case Undone(what):
            return _undone(state, what)
        case Dropped(question):
            return _dropped(state, question)
        case Moved(to):
            return state._replace(cursor=max(0, min(to, len(state.plan))))
        case Read(passage):
            return state._replace(read=state.read | {passage})
        case Finished():
            return state._replace(finished=True, queue=(), undoable=_rulings(state))
    assert_never(event)


def _rulings(state: SessionState) -> tuple[Ruled | Skipped, ...]:
    return tuple(entry for entry in state.undoable if isinstance(entry, Ruled))


def _responded(state: SessionState, given: GradedResponse) -> SessionState:
    state = state._replace(responses=(*state.responses, given), undoable=_rulings(state))
    if state.mode == "exam":
        at = next(
            (at for at, planned in enumerate(state.plan) if planned.question == given.question),
            state.cursor - 1,
        )
        return state._replace(cursor=at + 1)
    queue = tuple(due for due in state.queue if due.question != given.question)
    return _settled(state._replace(queue=queue), given.question, RETURNS_AFTER)


def _skipped(state: SessionState, question: str) -> SessionState:
    waiting = next((due for due in state.queue if due.question == question), None)
    if waiting is None:
        return state._replace(skips=(*state.skips, question))
    rest = tuple(due for due in state.queue if due.question != question)
    return state._replace(
        queue=rest
        if waiting.postponed or state.mode == "read"
        else (*rest, Due(question, postponed=True)),
        skips=(*state.skips, question),
        undoable=(*state.undoable, Skipped(question, state.queue)),
    )


def _ruled(state: SessionState, response: str, ruling: Ruling | None) -> SessionState:
    given = response_of(state, response)
    if given is None:
        return state
    ruled = _with_ruling(state, response, ruling)._replace(
        undoable=(*state.undoable, Ruled(response, given.ruling))
    )
    return _settled(ruled, given.question, 0 if ruling == "void" else RETURNS_AFTER)


def _undone(state: SessionState, what: Ruled | Skipped) -> SessionState:
    held = [
        at
        for at, entry in enumerate(state.undoable)
        if isinstance(entry, type(what)) and entry[0] == what[0]
    ]
    last = state.undoable[held[-1]] if held else None
    if held:
        undoable = state.undoable[: held[-1]] + state.undoable[held[-1] + 1 :]
        state = state._replace(undoable=undoable)
    if isinstance(what, Ruled):
        return _unruled(state, what)
    state = state._replace(skips=_without_last(state.skips, what.question))
    return state._replace(queue=last.queue) if isinstance(last, Skipped) else state


def _unruled(state: SessionState, what: Ruled) -> SessionState:
    given = response_of(state, what.response)
    if given is None:
        return state
    if given.ruling == "void":
        queue = tuple(due for due in state.queue if due.question != given.question)
        state = state._replace(queue=queue)
    restored = _with_ruling(state, what.response, what.ruling)
    return _settled(restored, given.question, 0 if what.ruling == "void" else RETURNS_AFTER)


def _without_last(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    if name not in names:
        return names
    at = len(names) - 1 - names[::-1].index(name)
    return names[:at] + names[at + 1 :]


def _dropped(state: SessionState, question: str) -> SessionState:
    queue = tuple(due for due in state.queue if due.question != question)
    plan = state.plan
    if not any(given.question == question for given in state.responses):
        plan = tuple(planned for planned in plan if planned.question != question)
    return state._replace(
        queue=queue,
        plan=plan,
        undoable=_rulings(state),
        gone=state.gone | {question},
    )


def response_of(state: SessionState, response: str) -> GradedResponse | None:
    """The response with this id, or None."""
    return next((given for given in state.responses if given.id == response), None)


def latest_ruling(state: SessionState, response: str | None = None) -> Ruled | None:
    """The latest ruling that can be taken back: on this response, or on any; None if there is none.

    It says what held before it.
    """
    ruled = (entry for entry in reversed(state.undoable) if isinstance(entry, Ruled))
    return next((entry for entry in ruled if response in (None, entry.response)), None)


def _with_ruling(state: SessionState, response: str, ruling: Ruling | None) -> SessionState:
    return state._replace(
        responses=tuple(
            given._replace(ruling=ruling) if given.id == response else given
            for given in state.responses
        )
    )


def _settled(state: SessionState, question: str, place: int) -> SessionState:
    """The session with the question waiting at `place`, or not at all, as its responses ask.

    A question without a response that counts is asked; in `learn` one that was missed returns
    until it is right once, at most twice; in `cram` every one until it is right three times, those
    that were right after all others. One that waits already keeps its place, unless it is to
    be asked at once.
    """
    planned = any(planned.question == question for planned in state.plan)
    if state.finished or state.mode == "exam" or not planned or question in state.gone:
        return state
    mine = [given for given in state.responses if given.question == question]
    valid = [given for given in mine if given.ruling != "void"]
    retries = sum(given.again for given in valid)
    right = sum(not given.missed for given in valid)
    if state.mode == "read":
        wanted = not valid
    elif all(given.again for given in valid):
        wanted = True
    elif state.mode == "cram":
        wanted = right < CRAMMED
    else:
        wanted = not right and retries < RETURNS_AT_MOST
    rest = tuple(due for due in state.queue if due.question != question)
    waits = len(rest) < len(state.queue)
    if not wanted:
        return state._replace(queue=rest)
    if waits and place:
        return state
    if state.mode == "cram" and place and not valid[-1].missed:
        place = len(rest)
    return state._replace(queue=(*rest[:place], Due(question), *rest[place:]))
