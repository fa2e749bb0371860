"""What the store keeps, row by row. Identifiers are UUIDs, made by whoever adds a row."""

import re
from typing import Any, NamedTuple, TypeVar

_ID = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_BEGINNING = re.compile("[0-9a-f-]{1,36}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_YEARS = range(1970, 9999)
"""So that a day more or less is a time, too."""


def is_id(text: str) -> bool:
    """Whether the text is an identifier: a UUID in lower case."""
    return _ID.fullmatch(text) is not None


def may_begin_id(text: str) -> bool:
    """Whether an identifier may begin like this."""
    return _BEGINNING.fullmatch(text) is not None


def is_time(text: str) -> bool:
    """Whether the text is a time as a Stamp has it."""
    if not _TIME.fullmatch(text) or int(text[:4]) not in _YEARS:
        return False
    from datetime import datetime

    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


class Stamp(NamedTuple):
    """A moment: in UTC to the microsecond ("2024-05-01T12:00:00.000000Z"), with what the learner's
    clock showed: its offset in minutes east of UTC, and the date ("2024-05-01")."""

    at: str
    offset: int
    day: str


class SessionRow(NamedTuple):
    """A session as it began.

    `place` is the bank's path, `digest` that of its content. `plan` is JSON: a list of
    `[question, weight, section, [objective, …]]`, in order; `planned` and `weight` are its length
    and the sum of its weights. `wish` is JSON: what was asked for. `version` is the program's.
    """

    id: str
    learner: str
    bank: str
    title: str
    place: str
    digest: str
    mode: str
    seed: str
    plan: str
    planned: int
    weight: float
    wish: str
    certainty: bool
    version: str
    stamp: Stamp


class ResponseRow(NamedTuple):
    """A response as it was given, to the byte, and graded.

    `verdict` is JSON, its headline and score (0 to 1) beside it. `digest` is that of the
    question's content, `bank_digest` that of the bank's, `grader` the grader's version.
    `objective` is a JSON list. `again` marks a retry; `certainty` is 1 to 3, or None.
    """

    id: str
    session: str
    question: str
    response: str
    outcome: str
    score: float
    verdict: str
    grader: int
    digest: str
    bank_digest: str
    weight: float
    section: str
    objective: str
    seconds: float
    hinted: bool
    again: bool
    certainty: int | None
    stamp: Stamp


class RulingRow(NamedTuple):
    """A later decision on a response: right, wrong, void, or None where one was withdrawn.

    `undo` marks that this row takes a ruling back, and restores what held before it.
    """

    id: str
    session: str
    response: str
    ruling: str | None
    undo: bool
    by: str
    stamp: Stamp


class EventRow(NamedTuple):
    """Whatever else happened: `hint`, `skip`, `unskip`, `drop`, `undrop`, `flag`, `unflag` (all of
    a question), `finish`. A flag says `why` in the learner's words."""

    id: str
    session: str
    event: str
    question: str | None
    weight: float
    why: str
    stamp: Stamp


class RegradeRow(NamedTuple):
    """A response graded again: the latest by `stamp` holds; the fields are those of its row.

    `session` is the id of the response's session, `digest` that of the question it was graded by.
    """

    id: str
    session: str
    response: str
    outcome: str
    score: float
    verdict: str
    grader: int
    digest: str
    bank_digest: str
    stamp: Stamp


Row = ResponseRow | RulingRow | EventRow
AnyRow = SessionRow | Row | RegradeRow
Kind = TypeVar("Kind", bound=AnyRow)
TABLES: dict[type[Any], str] = {
    SessionRow: "session",
    ResponseRow: "response",
    RulingRow: "ruling",
    EventRow: "event",
    RegradeRow: "regrade",
}
"""The table of each kind of row, which is its name in a log as well."""


def given(kept: str | bytes) -> str:
    """The response as it was given: one that is no UTF-8 is kept as bytes."""
    return kept if isinstance(kept, str) else kept.decode("utf-8", "surrogatepass")


class UnfinishedRow(NamedTuple):
    """A session in short, for choosing one: `answered` of `planned` questions, `last` in UTC."""

    id: str
    learner: str
    bank: str
    title: str
    place: str
    mode: str
    started: str
    last: str
    planned: int
    answered: int


class SessionScoreRow(NamedTuple):
    """A session with its score, as `quizapp scores` prints it; `finished` in UTC, or None.

    `unsure` responses wait for a ruling; `seconds` is the time that the responses took.
    """

    id: str
    bank: str
    title: str
    mode: str
    learner: str
    started: str
    finished: str | None
    last: str
    planned: int
    answered: int
    correct: int
    close: int
    partial: int
    wrong: int
    unsure: int
    points: float
    out_of: float
    seconds: float

    @property
    def sound(self) -> bool:
        """Whether it can be shown: its fields are as this program writes them."""
        times = (self.started, self.last, self.finished or self.last)
        figures = (self.points, self.out_of, self.seconds)
        return (
            is_id(self.id)
            and all(map(is_time, times))
            and all(isinstance(each, int | float) and 0 <= each < 1e12 for each in figures)
        )


class ResponseScoreRow(NamedTuple):
    """A response with the ruling that holds, and the instructor's; `score` is that of its verdict,
    which is not sure where `unsure`."""

    id: str
    question: str
    response: str
    outcome: str
    score: float
    ruling: str | None
    decision: str | None
    hinted: bool
    again: bool
    seconds: float
    certainty: int | None
    at: str
    verdict: str
    unsure: bool


class ReviewRow(NamedTuple):
    """What the scheduler may count: a response that is no retry, or (`skipped`) a passing over.

    `score` is that of the verdict that holds, `ruling` the one that holds; `at` is in UTC, `day`
    the learner's own date. `exam` says that of a session the last response counts.
    """

    learner: str
    bank: str
    question: str
    session: str
    exam: bool
    step: int
    at: str
    day: str
    score: float
    ruling: str | None
    hinted: bool
    certainty: int | None
    skipped: bool


class CardRow(NamedTuple):
    """What is remembered of a question by one learner; days are numbers, as they come.

    `asked` is off for a question that the bank no longer has.
    """

    learner: str
    bank: str
    question: str
    asked: bool
    first: int
    last: int
    stability: float
    difficulty: float
    reps: int
    lapses: int
    confident: bool
