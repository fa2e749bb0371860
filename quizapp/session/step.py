"""How a session moves: what each row that is kept makes of its state.

Pure: the same rows give the same state, which is how a session that was cut off is resumed.
`step` never raises: what does not fit (a skip of a question that is not waiting) changes nothing.
"""

from collections.abc import Callable, Iterable
from typing import cast

from quizapp.planning.request import Mode, Planned
from quizapp.session.responses import (
    CRAMMED,
    RETURNS_AFTER,
    RETURNS_AT_MOST,
    By,
    GradedResponse,
    Ruled,
    Ruling,
    Skipped,
    Waiting,
)
from quizapp.session.row_checks import check, graded_response, plan_of
from quizapp.session.state import SessionState, counted, response_of
from quizapp.store.errors import Unreadable, unreadable
from quizapp.store.rows import ResponseRow, Row, RulingRow, SessionRow


def replay(kept: SessionRow, rows: Iterable[Row]) -> SessionState:
    """The state after all of the rows, by the same steps as when the session ran.

    Raises Unreadable where a row is not as this program writes them.
    """
    try:
        check(kept)
        state = start(kept.id, cast(Mode, kept.mode), plan_of(kept.plan))
        for row in rows:
            check(row)
            state = step(state, row)
    except Unreadable as error:
        raise Unreadable(unreadable(kept.id, error.message)) from error
    return open_exam(state)


def start(name: str, mode: Mode, plan: tuple[Planned, ...]) -> SessionState:
    """The session with the id `name` at its beginning."""
    queue = () if mode == "exam" else tuple(Waiting(planned.question) for planned in plan)
    return SessionState(name, mode, plan, queue)


def open_exam(state: SessionState) -> SessionState:
    """The session as it is resumed: an exam is at its first question without a response."""
    if state.mode != "exam":
        return state
    done = counted(state).keys()
    cursor = next(
        (at for at, planned in enumerate(state.plan) if planned.question not in done),
        len(state.plan),
    )
    return state._replace(cursor=cursor)


def step(state: SessionState, row: Row) -> SessionState:
    """The session after what the row records, if this version knows it."""
    if isinstance(row, ResponseRow):
        return _responded(state, graded_response(row))
    if isinstance(row, RulingRow):
        ruled = Ruled(row.response, cast("Ruling | None", row.ruling), cast("By", row.by))
        return _unruled(state, ruled) if row.undo else _ruled(state, ruled)
    question = row.question or ""
    match row.event:
        case "hint":
            return state._replace(hinted=state.hinted | {question})
        case "skip":
            return _skipped(state, question)
        case "unskip":
            return _unskipped(state, question)
        case "drop":
            return _dropped(state, question)
        case "undrop":
            return _brought_back(state, question)
        case "read":
            return state._replace(read=state.read | {question})
        case "finish":
            return finished(state)
    return state


def finished(state: SessionState) -> SessionState:
    """The session at its end; an exam is handed in."""
    return state._replace(finished=True, queue=(), undoable=_rulings(state))


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
        else (*rest, Waiting(question, postponed=True)),
        skips=(*state.skips, question),
        undoable=(*state.undoable, Skipped(question, state.queue)),
    )


def _ruled(state: SessionState, ruled: Ruled) -> SessionState:
    given = response_of(state, ruled.response)
    if given is None:
        return state
    after = _with_ruling(state, ruled)
    if ruled.by != "judge":
        before = given.decision if ruled.by == "instructor" else given.claim
        after = after._replace(undoable=(*state.undoable, ruled._replace(ruling=before)))
    return _settled(after, given.question, 0 if ruled.ruling == "void" else RETURNS_AFTER)


def _unruled(state: SessionState, what: Ruled) -> SessionState:
    """The session with a ruling taken back; `what` says what held before it."""
    _, state = _taken_back(
        state,
        lambda entry: (
            isinstance(entry, Ruled) and (entry.response, entry.by) == (what.response, what.by)
        ),
    )
    given = response_of(state, what.response)
    if given is None:
        return state
    if given.ruling == "void":
        queue = tuple(due for due in state.queue if due.question != given.question)
        state = state._replace(queue=queue)
    restored = _with_ruling(state, what)
    return _settled(restored, given.question, 0 if what.ruling == "void" else RETURNS_AFTER)


def _unskipped(state: SessionState, question: str) -> SessionState:
    skipped, state = _taken_back(
        state, lambda entry: isinstance(entry, Skipped) and entry.question == question
    )
    state = state._replace(skips=_without_last(state.skips, question))
    return state._replace(queue=skipped.queue) if isinstance(skipped, Skipped) else state


def _taken_back(
    state: SessionState, is_meant: Callable[[Ruled | Skipped], bool]
) -> tuple[Ruled | Skipped | None, SessionState]:
    """The last entry that is meant of what can be undone, and the session without it."""
    entries = state.undoable
    at = max((at for at, entry in enumerate(entries) if is_meant(entry)), default=None)
    if at is None:
        return None, state
    return entries[at], state._replace(undoable=entries[:at] + entries[at + 1 :])


def _without_last(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    if name not in names:
        return names
    at = len(names) - 1 - names[::-1].index(name)
    return names[:at] + names[at + 1 :]


def _dropped(state: SessionState, question: str) -> SessionState:
    queue = tuple(due for due in state.queue if due.question != question)
    plan, dropped = state.plan, state.dropped
    if not any(given.question == question for given in state.responses):
        dropped += tuple(each for each in enumerate(plan) if each[1].question == question)
        plan = tuple(planned for planned in plan if planned.question != question)
    return state._replace(
        queue=queue,
        plan=plan,
        dropped=dropped,
        undoable=_rulings(state),
        gone=state.gone | {question},
    )


def _with_ruling(state: SessionState, ruled: Ruled) -> SessionState:
    return state._replace(
        responses=tuple(
            given if given.id != ruled.response else _ruled_response(given, ruled)
            for given in state.responses
        )
    )


def _brought_back(state: SessionState, question: str) -> SessionState:
    """The session with a question in its plan again that was dropped from it."""
    plan = list(state.plan)
    for at, planned in state.dropped:
        if planned.question == question:
            plan.insert(at, planned)
    return state._replace(
        plan=tuple(plan),
        dropped=tuple(each for each in state.dropped if each[1].question != question),
        gone=state.gone - {question},
    )


def _ruled_response(given: GradedResponse, ruled: Ruled) -> GradedResponse:
    match ruled.by:
        case "instructor":
            return given._replace(decision=ruled.ruling)
        case "judge":
            return given._replace(opinion=ruled.ruling)
        case "learner":
            return given._replace(claim=ruled.ruling)


def _settled(state: SessionState, question: str, place: int) -> SessionState:
    """The session with the question waiting at `place`, or not at all, as its responses ask.

    A question without a response that counts is asked; in `learn` one that was missed returns
    until it is right once, at most twice, where there are others; in `cram` every one until it is
    right three times, those that were right after all others. One that waits already keeps its
    place, unless it is to be asked at once.
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
        # Of one question alone the answer was seen a moment ago.
        wanted = not right and retries < RETURNS_AT_MOST and len(state.plan) > 1
    rest = tuple(due for due in state.queue if due.question != question)
    waits = len(rest) < len(state.queue)
    if not wanted:
        return state._replace(queue=rest)
    if waits and place:
        return state
    if state.mode == "cram" and place and not valid[-1].missed:
        place = len(rest)
    return state._replace(queue=(*rest[:place], Waiting(question), *rest[place:]))
