"""The run of a session as values: a `Session`, what can happen to it, and `step`.

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
    Given,
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
    "Given",
    "Hinted",
    "Mode",
    "Moved",
    "Planned",
    "Read",
    "Responded",
    "Ruled",
    "Ruling",
    "Session",
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


class Session(NamedTuple):
    """A session at one moment.

    `queue` is what is still to be asked, in order (not in an exam, where `cursor` is an index of
    the plan). `given` is every response in order, with its ruling; `skips` the questions passed
    over, once for each time; `undoable` what can be taken back, the last first to go; `gone` the
    questions that the bank has no more; `read` the passages that were read.
    """

    id: str
    mode: Mode
    plan: tuple[Planned, ...]
    queue: tuple[Due, ...] = ()
    given: tuple[Given, ...] = ()
    hinted: frozenset[str] = frozenset()
    skips: tuple[str, ...] = ()
    undoable: tuple[Ruled | Skipped, ...] = ()
    gone: frozenset[str] = frozenset()
    read: frozenset[str] = frozenset()
    cursor: int = 0
    finished: bool = False


def start(name: str, mode: Mode, plan: tuple[Planned, ...]) -> Session:
    """The session with the id `name` at its beginning."""
    queue = () if mode == "exam" else tuple(Due(planned.question) for planned in plan)
    return Session(name, mode, plan, queue)


def turn(session: Session) -> Turn | None:
    """What is asked now; None when nothing is left to ask, or the session is over."""
    if session.finished:
        return None
    if session.mode == "exam":
        if not 0 <= session.cursor < len(session.plan):
            return None
        question = session.plan[session.cursor].question
        return Turn(question, session.cursor + 1, len(session.plan))
    if not session.queue:
        return None
    question, postponed = session.queue[0]
    number = next(
        (at for at, planned in enumerate(session.plan, 1) if planned.question == question), 0
    )
    seen = postponed or any(given.question == question for given in session.given)
    return Turn(question, number, len(session.plan), seen, is_retry(session, question))


def is_retry(session: Session, question: str) -> bool:
    """Whether a response to the question would be practice: it has one that counts already.

    What is guessed before a passage is read is always practice.
    """
    if session.mode == "read":
        return True
    return session.mode != "exam" and any(
        given.question == question and not given.again and given.ruling != "void"
        for given in session.given
    )


def counted(session: Session) -> dict[str, Given]:
    """The response that counts for each question that has one.

    It is the first that is neither void nor a retry; in an exam the last, whatever was ruled.
    """
    if session.mode == "exam":
        return {given.question: given for given in session.given}
    found: dict[str, Given] = {}
    for given in session.given:
        if not given.again and given.ruling != "void":
            found.setdefault(given.question, given)
    return found


def complete(session: Session) -> bool:
    """Whether every planned question has a response that counts, or was skipped for good.

    Cramming goes on until all are known, reading until all is read.
    """
    if session.mode == "exam":
        return session.finished
    if session.mode in ("cram", "read"):
        return not session.queue
    settled = counted(session).keys()
    waiting = {due.question for due in session.queue}
    return not any(
        planned.question in waiting and planned.question not in settled for planned in session.plan
    )


def open_exam(session: Session) -> Session:
    """The session as it is resumed: an exam stands at its first question without a response."""
    if session.mode != "exam":
        return session
    done = counted(session).keys()
    cursor = next(
        (at for at, planned in enumerate(session.plan) if planned.question not in done),
        len(session.plan),
    )
    return session._replace(cursor=cursor)


def step(session: Session, event: Event) -> Session:
    """The session after the event."""
    match event:
        case Responded(given):
            return _responded(session, given)
        case Hinted(question):
            return session._replace(hinted=session.hinted | {question})
        case Skipped(question):
            return _skipped(session, question)
        case Ruled(response, ruling):
            return _ruled(session, response, ruling)
        case Undone(what):
            return _undone(session, what)
        case Dropped(question):
            return _dropped(session, question)
        case Moved(to):
            return session._replace(cursor=max(0, min(to, len(session.plan))))
        case Read(passage):
            return session._replace(read=session.read | {passage})
        case Finished():
            return session._replace(finished=True, queue=(), undoable=_rulings(session))
    assert_never(event)


def _rulings(session: Session) -> tuple[Ruled | Skipped, ...]:
    return tuple(entry for entry in session.undoable if isinstance(entry, Ruled))


def _responded(session: Session, given: Given) -> Session:
    session = session._replace(given=(*session.given, given), undoable=_rulings(session))
    if session.mode == "exam":
        at = next(
            (at for at, planned in enumerate(session.plan) if planned.question == given.question),
            session.cursor - 1,
        )
        return session._replace(cursor=at + 1)
    queue = tuple(due for due in session.queue if due.question != given.question)
    return _settled(session._replace(queue=queue), given.question, RETURNS_AFTER)


def _skipped(session: Session, question: str) -> Session:
    waiting = next((due for due in session.queue if due.question == question), None)
    if waiting is None:
        return session._replace(skips=(*session.skips, question))
    rest = tuple(due for due in session.queue if due.question != question)
    return session._replace(
        queue=rest
        if waiting.postponed or session.mode == "read"
        else (*rest, Due(question, postponed=True)),
        skips=(*session.skips, question),
        undoable=(*session.undoable, Skipped(question, session.queue)),
    )


def _ruled(session: Session, response: str, ruling: Ruling | None) -> Session:
    given = response_of(session, response)
    if given is None:
        return session
    ruled = _with_ruling(session, response, ruling)._replace(
        undoable=(*session.undoable, Ruled(response, given.ruling))
    )
    return _settled(ruled, given.question, 0 if ruling == "void" else RETURNS_AFTER)


def _undone(session: Session, what: Ruled | Skipped) -> Session:
    held = [
        at
        for at, entry in enumerate(session.undoable)
        if isinstance(entry, type(what)) and entry[0] == what[0]
    ]
    last = session.undoable[held[-1]] if held else None
    if held:
        undoable = session.undoable[: held[-1]] + session.undoable[held[-1] + 1 :]
        session = session._replace(undoable=undoable)
    if isinstance(what, Ruled):
        return _unruled(session, what)
    session = session._replace(skips=_without_last(session.skips, what.question))
    return session._replace(queue=last.queue) if isinstance(last, Skipped) else session


def _unruled(session: Session, what: Ruled) -> Session:
    given = response_of(session, what.response)
    if given is None:
        return session
    if given.ruling == "void":
        queue = tuple(due for due in session.queue if due.question != given.question)
        session = session._replace(queue=queue)
    restored = _with_ruling(session, what.response, what.ruling)
    return _settled(restored, given.question, 0 if what.ruling == "void" else RETURNS_AFTER)


def _without_last(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    if name not in names:
        return names
    at = len(names) - 1 - names[::-1].index(name)
    return names[:at] + names[at + 1 :]


def _dropped(session: Session, question: str) -> Session:
    queue = tuple(due for due in session.queue if due.question != question)
    plan = session.plan
    if not any(given.question == question for given in session.given):
        plan = tuple(planned for planned in plan if planned.question != question)
    return session._replace(
        queue=queue,
        plan=plan,
        undoable=_rulings(session),
        gone=session.gone | {question},
    )


def response_of(session: Session, response: str) -> Given | None:
    """The response with this id, or None."""
    return next((given for given in session.given if given.id == response), None)


def latest_ruling(session: Session, response: str | None = None) -> Ruled | None:
    """The latest ruling that can be taken back: on this response, or on any; None if there is none.

    It says what held before it.
    """
    ruled = (entry for entry in reversed(session.undoable) if isinstance(entry, Ruled))
    return next((entry for entry in ruled if response in (None, entry.response)), None)


def _with_ruling(session: Session, response: str, ruling: Ruling | None) -> Session:
    return session._replace(
        given=tuple(
            given._replace(ruling=ruling) if given.id == response else given
            for given in session.given
        )
    )


def _settled(session: Session, question: str, place: int) -> Session:
    """The session with the question waiting at `place`, or not at all, as its responses ask.

    A question without a response that counts is asked; in `learn` one that was missed returns
    until it is right once, at most twice; in `cram` every one until it is right three times, those
    that were right after all others. One that waits already keeps its place, unless it is to
    be asked at once.
    """
    planned = any(planned.question == question for planned in session.plan)
    if session.finished or session.mode == "exam" or not planned or question in session.gone:
        return session
    mine = [given for given in session.given if given.question == question]
    valid = [given for given in mine if given.ruling != "void"]
    retries = sum(given.again for given in valid)
    right = sum(not given.missed for given in valid)
    if session.mode == "read":
        wanted = not valid
    elif all(given.again for given in valid):
        wanted = True
    elif session.mode == "cram":
        wanted = right < CRAMMED
    else:
        wanted = not right and retries < RETURNS_AT_MOST
    rest = tuple(due for due in session.queue if due.question != question)
    waits = len(rest) < len(session.queue)
    if not wanted:
        return session._replace(queue=rest)
    if waits and place:
        return session
    if session.mode == "cram" and place and not valid[-1].missed:
        place = len(rest)
    return session._replace(queue=(*rest[:place], Due(question), *rest[place:]))
