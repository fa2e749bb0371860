"""Sessions and responses with their scores, field for field as `quizapp scores` prints them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from quizapp.planning.timestamps import Clock, day_after, day_before, now
from quizapp.session.responses import HINT_SHARE
from quizapp.session.score import percent
from quizapp.store.errors import unreadable

if TYPE_CHECKING:
    from quizapp.store.rows import SessionScoreRow
    from quizapp.store.sqlite import Store


class SessionScore(NamedTuple):
    """A session: its fields are those of the JSON, in its order.

    `asked` questions were planned, `answered` have a response that counts; `correct`, `close`,
    `partial` and `wrong` are their outcomes with rulings applied; `unsure` of them wait for a
    ruling, for the grader is not sure. `score` of `out_of` points is
    `percent`. Times are in UTC; `finished` is None while the session can be resumed. `seconds` is
    the time that all responses took.
    """

    id: str
    bank: str
    mode: str
    learner: str
    started: str
    finished: str | None
    asked: int
    answered: int
    correct: int
    close: int
    partial: int
    wrong: int
    score: float
    out_of: float
    percent: float
    seconds: float
    unsure: int

    @property
    def sealed(self) -> bool:
        """Whether it is an exam not handed in yet, whose verdicts are not shown yet."""
        return self.mode == "exam" and self.finished is None


class ResponseScore(NamedTuple):
    """A response: its fields are those of the JSON, in its order.

    `outcome` is the grader's, who may be `unsure`; `ruling` the one that holds (right, wrong, void
    or None); `score` is what the response earned, with ruling and hint, before the question's
    weight.
    """

    question: str
    response: str
    outcome: str
    score: float
    ruling: str | None
    seconds: float
    at: str
    unsure: bool


def sessions(
    store: "Store",
    *,
    bank: str | None = None,
    learner: str | None = None,
    limit: int | None = None,
    session: str | None = None,
    clock: Clock = now,
    tell: Callable[[str], object] = str,
) -> list[SessionScore]:
    """Sessions, the newest first; `session` is the beginning of an id.

    One left for more than a day is closed: it counts as finished a day after its last sign of
    life. `tell` is called with a sentence for each that cannot be read and is left out. Raises
    StoreError, NoSuchSession among them.
    """
    whole = store.session(session).id if session is not None else None
    closed_before = day_before(clock())
    found = store.sums(bank=bank, learner=learner, session=whole, limit=limit)
    for each in found:
        if not each.sound:
            tell(unreadable(each.id))
    return [_session(each, closed_before) for each in found if each.sound]


def _session(row: "SessionScoreRow", closed_before: str) -> SessionScore:
    told = {
        **row._asdict(),
        "finished": row.finished or (day_after(row.last) if row.last < closed_before else None),
        "asked": row.planned,
        "score": round(row.points, 6),
        "out_of": round(row.out_of, 6),
        "percent": percent(row.points, row.out_of),
        "seconds": round(row.seconds, 3),
    }
    return SessionScore._make(told[name] for name in SessionScore._fields)


def responses(store: "Store", session: str) -> list[ResponseScore]:
    """The responses of a session, retries included, in the order given; `session` as above."""
    row = store.session(session)
    found = []
    for each in store.responses(row.id):
        ruling = each.decision if row.mode == "exam" else each.ruling
        share = each.score if ruling is None else float(ruling == "right")
        told = {**each._asdict(), "score": share * (HINT_SHARE if each.hinted else 1.0)}
        found.append(ResponseScore._make(told[name] for name in ResponseScore._fields))
    return found
