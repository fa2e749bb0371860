"""Rulings on responses, and taking them back, as the rows that keep them."""

from collections.abc import Callable
from datetime import datetime

from quizapp.session.errors import NotAllowed
from quizapp.session.responses import By, GradedResponse, Ruled, Ruling, Skipped
from quizapp.session.row_making import event_row, ruling_row
from quizapp.session.state import SessionState, latest_ruling, response_of
from quizapp.store.rows import Row, RulingRow

NOTHING_RULED = "You have not ruled on this answer, so there is nothing to undo here."


def ruling_on(
    state: SessionState, given: GradedResponse, ruling: Ruling, moment: datetime, by: By
) -> RulingRow | None:
    """The row that rules the response right, wrong or void; None if it is so already.

    Raises NotAllowed in an exam that is not handed in, or where the instructor has ruled.
    """
    if state.mode == "exam" and not state.finished:
        raise NotAllowed("Rulings on an exam are made after it is handed in.")
    if by != "instructor" and given.decision is not None:
        raise NotAllowed("The instructor has ruled on this response.")
    held: dict[By, Ruling | None] = {
        "instructor": given.decision,
        "learner": given.claim,
        "judge": given.ruling,  # Where somebody has ruled it is not asked.
    }
    if held[by] == ruling or (by == "judge" and given.ruling is not None):
        return None
    return ruling_row(state, given.id, ruling, moment, by=by)


def undo_of_ruling(
    state: SessionState, response: str | None, moment: "datetime", by: By = "learner"
) -> RulingRow:
    """The row that takes back the latest ruling, on this response or (None) on any.

    Raises NotAllowed where there is none.
    """
    before = latest_ruling(state, response, by)
    if before is None:
        raise NotAllowed("There is no ruling to undo.")
    return ruling_row(state, before.response, before.ruling, moment, undo=True, by=by)


def undoable(state: SessionState, response: str | None) -> Ruled | Skipped | None:
    """The learner's latest ruling on the response, or (None) latest ruling or skip of all."""
    if response is not None:
        return latest_ruling(state, response)
    mine = (
        each for each in reversed(state.undoable)
        if isinstance(each, Skipped) or each.by == "learner"
    )  # fmt: skip
    return next(mine, None)


def undoing(
    state: SessionState, response: str | None, moment: datetime, prompt_of: Callable[[str], str]
) -> tuple[Row, str]:
    """The row that takes back what is `undoable`, and what that does, in a sentence.

    Without a response the sentence names the question. Raises NotAllowed.
    """
    what = undoable(state, response)
    if what is None:
        raise NotAllowed(NOTHING_RULED if response is not None else "There is nothing to undo.")
    if isinstance(what, Skipped):
        row = event_row(state, "unskip", what.question, moment)
        return row, "Undone: the question that was skipped is asked again."
    given = response_of(state, what.response)
    assert given is not None
    where = "" if response is not None else f" on “{prompt_of(given.question)}”"
    now = "the verdict stands" if what.ruling is None else f"it is {what.ruling} as before"
    said = f"Undone: the ruling “{given.ruling}”{where} is taken back, {now}."
    return undo_of_ruling(state, what.response, moment), said
