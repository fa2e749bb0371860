"""A session on a bank as it can be looked at; nothing here changes it."""

from collections.abc import Callable, Iterable
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from quizapp.bank.model import Bank, Passage, contexts
from quizapp.grading.verdict import Reason, wrong
from quizapp.kinds.base import Offer, Question
from quizapp.planning.cards import LearnerState, standing
from quizapp.planning.daily_plan import DrawnQuestions, held_back
from quizapp.planning.forecast import Expected, expected
from quizapp.planning.plan import by_planned_name
from quizapp.planning.request import USUAL, SessionRequest, StudySettings
from quizapp.planning.spaced_repetition import ordinal
from quizapp.planning.timestamps import Clock
from quizapp.session.reading import paragraphs, to_read
from quizapp.session.score import Score, score
from quizapp.session.state import (
    GradedResponse,
    Ruled,
    SessionState,
    Skipped,
    Turn,
    complete,
    counted,
    latest_ruling,
    turn,
)
from quizapp.session.stored_rows import request_of
from quizapp.store.rows import ResponseRow, Row, SessionRow

if TYPE_CHECKING:
    from datetime import datetime

    from quizapp.grading.key import Context
    from quizapp.store.lock import SessionLock
    from quizapp.store.sqlite import Store

PROMPT = 60
"""So many characters of a prompt name its question in a sentence."""
UNKNOWN_DRAW = DrawnQuestions(())
"""Of a session that was resumed it is not known any more how it was drawn."""
UNANSWERED = Reason("unanswered", "There is no response to this question.")


class NotAllowed(Exception):
    """Something that cannot be done now; the message says why, for the learner."""


class TimeUp(NotAllowed):
    """The exam's time is up, and it was handed in."""


class Dropped(NamedTuple):
    """A question that has gone from the bank since the session began; `answered` before that."""

    question: str
    answered: bool


def accepted_answers(questions: Iterable[Question]) -> frozenset[str]:
    """The accepted answers of all these questions."""
    return frozenset(answer for question in questions for answer in question.accepted())


class View:
    """What there is to see of a session. Everything may be read at any time."""

    def __init__(
        self,
        bank: Bank,
        store: "Store | None",
        row: SessionRow,
        state: SessionState,
        clock: Clock,
    ) -> None:
        self.bank = bank
        self.state = state
        self.dropped: tuple[Dropped, ...] = ()
        self.drawn = UNKNOWN_DRAW
        self.settings: StudySettings = USUAL
        self.lock: SessionLock | None = None
        self._store = store
        self._row = row
        self._clock = clock
        self._unsent: Row | None = None
        self._patient = False
        self._unkept: tuple[Row, ...] = ()
        self.hindrance = ""
        """Why something is not kept yet, "" where all is; see `SessionRun.keep_later`."""
        self._questions = by_planned_name(bank, state.plan)

    @property
    def id(self) -> str:
        """The session's identifier, for `--resume`."""
        return self.state.id

    @property
    def learner(self) -> str:
        """Whose session it is."""
        return self._row.learner

    @property
    def seed(self) -> int:
        """The seed that sets the same paper again."""
        return int(self._row.seed)

    @property
    def asked_before(self) -> frozenset[str]:
        """The accepted answers of the questions that were answered already: they may be named."""
        answered = {given.question for given in self.state.responses} - self.state.gone
        return accepted_answers(map(self.question_of, answered))

    @property
    def request(self) -> SessionRequest:
        """What was asked for."""
        return request_of(self._row)

    @property
    def digest(self) -> str:
        """The digest of the bank as it was when the session began: with the seed, its paper."""
        return self._row.digest

    @property
    def limit_reached(self) -> bool:
        """Whether the daily limit leaves new questions for another day.

        Raises StoreError if the history cannot be read.
        """
        return self.drawn.held_back or (
            self.state.mode == "learn"
            and self.drawn == UNKNOWN_DRAW
            and held_back(self.bank, self.request, self._standing, self._planned, self.settings)
        )

    @property
    def _planned(self) -> frozenset[str]:
        return frozenset(planned.question for planned in self.state.plan)

    @property
    def _standing(self) -> LearnerState:
        return standing(self._store, self.bank, self.learner, self.today)

    @property
    def asks_certainty(self) -> bool:
        """Whether a response to the question asked now comes with how sure the learner is.

        What is practice needs none.
        """
        turn = self.turn
        return self._row.certainty and turn is not None and not turn.retry

    @property
    def times_right(self) -> int:
        """How often, of CRAMMED, the question of the last response was right so far."""
        last = self.last
        return sum(
            given.question == last.question and given.ruling != "void" and not given.missed
            for given in self.state.responses
            if last is not None
        )

    def more(self) -> SessionRequest | None:
        """A request for as many more as a day has of new questions; None but in `learn`."""
        if self.state.mode != "learn":
            return None
        return self.request._replace(
            seed=None, count=self.settings.portion, due=False, questions=()
        )

    @property
    def expected(self) -> Expected | None:
        """What is to be expected on the day of the examination, if one is ahead.

        Raises StoreError if the history cannot be read.
        """
        request = self.request
        if request.by is None or ordinal(request.by) < self.today:
            return None
        return expected(self.bank, request, self._standing, self.settings)

    @property
    def today(self) -> int:
        """The number of the day that the learner's calendar shows."""
        return self._clock().toordinal()

    @property
    def deadline(self) -> "datetime | None":
        """When an exam with a time limit ends, in UTC; the clock runs on while one is away."""
        given = self._seconds_given
        if given is None:
            return None
        from datetime import datetime, timedelta

        return datetime.fromisoformat(self._row.stamp.at) + timedelta(seconds=given)

    @property
    def _seconds_given(self) -> float | None:
        request = self.request
        if self.state.mode != "exam" or request.minutes is None:
            return None
        return 60 * request.minutes * (1 + request.extra_time / 100)

    @property
    def seconds_left(self) -> float | None:
        """How long the exam still runs, not below 0; None without a limit.

        Never more than was given: a clock that is set back lengthens nothing that is told.
        """
        deadline, given = self.deadline, self._seconds_given
        if deadline is None or given is None:
            return None
        return min(given, max(0.0, (deadline - self._clock()).total_seconds()))

    @property
    def passed(self) -> bool | None:
        """Whether an exam that is handed in reached its pass mark; None if it has none."""
        mark = self.request.pass_mark
        if self.state.mode != "exam" or not self.state.finished or mark is None:
            return None
        return self.score().percent >= mark

    @property
    def reading(self) -> Passage | None:
        """The passage to be read now, before anything else is asked; only in `read`."""
        if self.state.mode != "read" or self.state.finished:
            return None
        asked = turn(self.state)
        return to_read(self.bank, self.request, self.state, asked.question if asked else None)

    @property
    def guessed(self) -> tuple[Question, ...]:
        """The questions that were guessed at on the passage to be read now."""
        passage = self.reading
        names = dict.fromkeys(given.question for given in self.state.responses)
        asked = [self._questions[name] for name in names if name in self._questions]
        return tuple(
            question
            for question in asked
            if passage and any(support.passage == passage.id for support in question.support)
        )

    @property
    def paragraphs(self) -> int:
        """How many paragraphs there are to read."""
        return paragraphs(self.bank, self.request)

    @property
    def kept(self) -> bool:
        """Whether what happens is kept, at once or later."""
        return self._store is not None

    @property
    def nothing_kept(self) -> bool:
        """Whether nothing of the session is kept, not even that it began."""
        return not self.kept or (self.hindrance != "" and self.unkept == len(self.state.responses))

    @property
    def unkept(self) -> int:
        """How many of the latest responses are not kept yet."""
        return sum(isinstance(row, ResponseRow) for row in self._unkept)

    @property
    def turn(self) -> Turn | None:
        """What is asked now; None at the end (of an exam: past its last question).

        None, too, while there is a passage to be read first.
        """
        return turn(self.state) if self.reading is None else None

    @property
    def question(self) -> Question:
        """The question that is asked now. Raises Refused at the end."""
        return self.question_of(self._turn().question)

    @property
    def offer(self) -> Offer:
        """What the question offers to choose from, in the order shown; the same after a resume.

        It is shuffled anew when the question returns, except in an exam.
        """
        asked = self._turn().question
        times = 0
        if self.state.mode != "exam":
            times = sum(given.question == asked for given in self.state.responses)
        mark = sha256(f"{self._row.seed}\n{asked}\n{times}".encode("utf-8", "surrogatepass"))
        return self.question_of(asked).offer(int.from_bytes(mark.digest()[:6], "big"))

    @property
    def last(self) -> GradedResponse | None:
        """The last response of the session, with its ruling."""
        return self.state.responses[-1] if self.state.responses else None

    @property
    def previous(self) -> GradedResponse | None:
        """The last response to the question that is asked now, for an exam's way back."""
        asked = self.turn
        mine = [
            given
            for given in self.state.responses
            if asked is not None and given.question == asked.question
        ]
        return mine[-1] if mine else None

    @property
    def _touched(self) -> bool:
        state = self.state
        return bool(state.responses or state.hinted or state.skips or state.read)

    @property
    def can_hint(self) -> bool:
        """Whether there is a hint to give now."""
        without = self.state.mode in ("exam", "read")
        return not without and self.turn is not None and bool(self.question.hint)

    def can_undo(self, response_id: str | None = None) -> bool:
        """Whether there is a ruling or a skip to take back; with a response, a ruling on that."""
        return self._undoable(response_id) is not None

    def _undoable(self, response_id: str | None) -> Ruled | Skipped | None:
        if response_id is not None:
            return latest_ruling(self.state, response_id)
        return self.state.undoable[-1] if self.state.undoable else None

    @property
    def complete(self) -> bool:
        """Whether every question has its response (or was skipped for good); an exam: handed in;
        of a text: all is read."""
        return complete(self.state) and self.reading is None

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The planned questions without a response that counts, in order."""
        done = counted(self.state)
        return tuple(
            planned.question for planned in self.state.plan if planned.question not in done
        )

    @property
    def review(self) -> tuple[GradedResponse, ...]:
        """The response that counts for each planned question, in order.

        One that has none comes with an empty id and response. Raises Refused in an exam that is
        not handed in.
        """
        if self.state.mode == "exam" and not self.state.finished:
            raise NotAllowed("Hand in the exam first.")
        done = counted(self.state)
        return tuple(
            done.get(planned.question, GradedResponse("", planned.question, "", wrong(UNANSWERED)))
            for planned in self.state.plan
        )

    def question_of(self, name: str) -> Question:
        """The question with this id in the plan, as the bank has it today; else Refused."""
        try:
            return self._questions[name]
        except KeyError:
            raise NotAllowed(f"The question {name} is not in the bank any more.") from None

    def named(self, name: str) -> str:
        """The beginning of a question's prompt on one line, for a sentence; its id where the bank
        has it no more."""
        asked = self._questions.get(name)
        words = " ".join(asked.prompt.split()) if asked is not None else name
        return words if len(words) <= PROMPT else f"{words[: PROMPT - 1].rstrip()}…"

    @cached_property
    def _context(self) -> "Callable[[Question], Context]":
        return contexts(self.bank)

    def score(self) -> Score:
        """The score so far."""
        return score(self.state)

    def _turn(self) -> Turn:
        asked = self.turn
        if asked is None:
            raise NotAllowed("There is nothing left to ask.")
        return asked
