"""A session on a bank as it can be looked at; nothing here changes it."""

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from quizapp.bank.model import Bank
from quizapp.grading.verdict import Reason, wrong
from quizapp.kinds.base import Offer, Question
from quizapp.session.learn import Drawn
from quizapp.session.plan import by_planned_name
from quizapp.session.score import Score, score
from quizapp.session.state import Given, Session, Turn, complete, counted, turn
from quizapp.session.times import Clock
from quizapp.session.wish import USUAL, Habits
from quizapp.store.rows import Row, SessionRow

if TYPE_CHECKING:
    from quizapp.store.sqlite import Store

UNANSWERED = Reason("unanswered", "There is no response to this question.")


class Refused(Exception):
    """Something that cannot be done now; the message says why, for the learner."""


class Dropped(NamedTuple):
    """A question that has gone from the bank since the session began; `answered` before that."""

    question: str
    answered: bool


class View:
    """What there is to see of a session. Everything may be read at any time."""

    def __init__(
        self, bank: Bank, store: "Store | None", row: SessionRow, session: Session, clock: Clock
    ) -> None:
        self.bank = bank
        self.session = session
        self.dropped: tuple[Dropped, ...] = ()
        self.drawn = Drawn(())
        self.habits: Habits = USUAL
        self._store = store
        self._row = row
        self._clock = clock
        self._unsent: Row | None = None
        self._questions = by_planned_name(bank, session.plan)

    @property
    def id(self) -> str:
        """The session's identifier, for `--resume`."""
        return self.session.id

    @property
    def learner(self) -> str:
        """Whose session it is."""
        return self._row.learner

    @property
    def seed(self) -> int:
        """The seed that sets the same paper again."""
        return int(self._row.seed)

    @property
    def kept(self) -> bool:
        """Whether what happens is kept."""
        return self._store is not None

    @property
    def turn(self) -> Turn | None:
        """What is asked now; None at the end (of an exam: past its last question)."""
        return turn(self.session)

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
        if self.session.mode != "exam":
            times = sum(given.question == asked for given in self.session.given)
        mark = sha256(f"{self._row.seed}\n{asked}\n{times}".encode("utf-8", "surrogatepass"))
        return self.question_of(asked).offer(int.from_bytes(mark.digest()[:6], "big"))

    @property
    def last(self) -> Given | None:
        """The last response of the session, with its ruling."""
        return self.session.given[-1] if self.session.given else None

    @property
    def previous(self) -> Given | None:
        """The last response to the question that is asked now, for an exam's way back."""
        asked = self.turn
        mine = [
            given
            for given in self.session.given
            if asked is not None and given.question == asked.question
        ]
        return mine[-1] if mine else None

    @property
    def _touched(self) -> bool:
        return bool(self.session.given or self.session.hinted or self.session.skips)

    @property
    def can_hint(self) -> bool:
        """Whether there is a hint to give now."""
        return self.session.mode != "exam" and self.turn is not None and bool(self.question.hint)

    @property
    def can_undo(self) -> bool:
        """Whether there is a ruling or a skip to take back."""
        return bool(self.session.undoable)

    @property
    def complete(self) -> bool:
        """Whether every question has its response (or was skipped for good); an exam: handed in."""
        return complete(self.session)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The planned questions without a response that counts, in order."""
        done = counted(self.session)
        return tuple(
            planned.question for planned in self.session.plan if planned.question not in done
        )

    @property
    def review(self) -> tuple[Given, ...]:
        """The response that counts for each planned question, in order.

        One that has none comes with an empty id and response. Raises Refused in an exam that is
        not handed in.
        """
        if self.session.mode == "exam" and not self.session.finished:
            raise Refused("Hand in the exam first.")
        done = counted(self.session)
        return tuple(
            done.get(planned.question, Given("", planned.question, "", wrong(UNANSWERED)))
            for planned in self.session.plan
        )

    def question_of(self, name: str) -> Question:
        """The question with this id in the plan, as the bank has it today; else Refused."""
        try:
            return self._questions[name]
        except KeyError:
            raise Refused(f"The question {name} is not in the bank any more.") from None

    def score(self) -> Score:
        """The score so far."""
        return score(self.session)

    def _turn(self) -> Turn:
        asked = self.turn
        if asked is None:
            raise Refused("There is nothing left to ask.")
        return asked
