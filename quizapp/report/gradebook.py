"""The gradebook of a class: each learner's mark for each question, as graded and as ruled.

The mark is the verdict's, unless the instructor has ruled; what learners rule themselves is a claim
and changes none. What the instructor voided counts for nobody who answered it; a question of which
every answer was voided counts for nobody at all.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from quizapp.bank.model import Bank, Paper, by_name
from quizapp.kinds.base import Question
from quizapp.session.history import StoredSession, look
from quizapp.session.responses import HINT_SHARE, GradedResponse
from quizapp.session.row_checks import request_of
from quizapp.session.score import percent
from quizapp.store.errors import Unreadable
from quizapp.store.sqlite import Store


class Mark(NamedTuple):
    """What a learner earned for a question, in points; `points` is None where it is void.

    `ruled` says that the instructor ruled, `claimed` that the learner's own ruling would change it,
    `unsure` that the grader was not sure and nobody has ruled.
    """

    points: float | None
    ruled: bool = False
    claimed: bool = False
    unsure: bool = False


class Row(NamedTuple):
    """A learner's marks by question; what is missing there was not answered, and earns nothing."""

    learner: str
    marks: dict[str, Mark]
    total: float
    out_of: float

    @property
    def percent(self) -> float:
        """The total in per cent, to two decimals."""
        return percent(self.total, self.out_of)


class Gradebook(NamedTuple):
    """The learners, by name, and the questions, in the bank's order; `weights` are their points."""

    questions: tuple[str, ...]
    weights: dict[str, float]
    rows: tuple[Row, ...]


class _Attempt(NamedTuple):
    """A learner's first attempt: responses by question, and what was asked in it."""

    given: dict[str, GradedResponse]
    asked: set[str]


def gradebook(
    bank: Bank,
    store: Store,
    paper: Paper | None = None,
    tell: Callable[[str], object] = str,
) -> Gradebook:
    """The gradebook of the bank: first attempts, or the first exam that each learner handed in by
    the `paper`. `tell` is called with a sentence for each session that cannot be read.

    Raises StoreError.
    """
    today = by_name(bank)
    attempts: dict[str, _Attempt] = {}
    for session in _sessions(store, bank.id, paper, tell):
        learner = session.row.learner
        if paper is not None and learner in attempts:
            continue
        attempt = attempts.setdefault(learner, _Attempt({}, set()))
        # Of each question the first response counts, in an exam the last, void or not.
        given = session.state.responses
        last_wins = given if session.state.mode == "exam" else reversed(given)
        for name, response in {each.question: each for each in last_wins}.items():
            if name in today:
                attempt.given.setdefault(today[name].id, response)
        planned = (each.question for each in session.state.plan)
        attempt.asked.update(today[name].id for name in planned if name in today)
    return _book(bank.questions, attempts, whole=paper is None)


def _sessions(
    store: Store, bank: str, paper: Paper | None, tell: Callable[[str], object]
) -> Iterable[StoredSession]:
    """The sessions that count, the oldest first."""
    ids = store.read(
        "SELECT id FROM session WHERE bank = :bank AND mode <> 'read' ORDER BY at, key",
        {"bank": bank},
    )
    for (name,) in ids:
        try:
            session = look(store, name)
            asked_for = request_of(session.row).paper
        except Unreadable as error:
            tell(error.message)
            continue
        if session.state.mode == "exam" and not session.state.finished:
            continue
        if paper is None or (session.state.mode == "exam" and asked_for == paper.id):
            yield session


def _book(questions: tuple[Question, ...], attempts: dict[str, _Attempt], whole: bool) -> Gradebook:
    """The book; `whole` says that everybody is held to all that anybody was asked."""
    marks = {
        learner: {
            one.id: _mark(one.weight, attempt.given[one.id])
            for one in questions
            if one.id in attempt.given
        }
        for learner, attempt in attempts.items()
    }
    void = {
        one.id
        for one in questions
        if (given := [each[one.id] for each in marks.values() if one.id in each])
        and all(mark.points is None for mark in given)
    }
    anybody = {
        name
        for learner, attempt in attempts.items()
        for name in (marks[learner] if whole else attempt.asked)
    }
    weights = {one.id: one.weight for one in questions if one.id in anybody}
    rows = []
    for learner, attempt in sorted(attempts.items()):
        mine = marks[learner]
        own_void = {name for name, mark in mine.items() if mark.points is None}
        asked = weights.keys() if whole else weights.keys() & attempt.asked
        left = asked - void - own_void
        counts = [name for name in weights if name in left]
        total = sum(mine[name].points or 0.0 for name in counts if name in mine)
        out_of = sum(weights[name] for name in counts)
        rows.append(Row(learner, mine, round(total, 6), round(out_of, 6)))
    return Gradebook(tuple(weights), weights, tuple(rows))


def _mark(weight: float, given: GradedResponse) -> Mark:
    if given.decision == "void":
        return Mark(None, ruled=True)
    graded = given._replace(claim=None, opinion=None)
    worth = weight * (HINT_SHARE if given.hinted else 1.0)
    claimed = given.decision is None and given.claim in ("right", "wrong")
    return Mark(
        round(worth * graded.share, 6),
        ruled=given.decision is not None,
        claimed=claimed and given.share != graded.share,
        unsure=given.unsettled,
    )
