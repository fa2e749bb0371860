"""The one thing a screen talks to: a session on a bank, with what happens in it kept.

Whatever is graded is kept before its verdict is handed out. If it cannot be kept, NotKept is
raised and nothing has moved: the same call may be made again, or `keep_nothing` goes on without.
"""

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from quizapp.bank.model import Bank, context
from quizapp.grading.verdict import Reason, Verdict, wrong
from quizapp.kinds.base import Offer, Question
from quizapp.session.plan import by_planned_name, details, fresh_seed, plan
from quizapp.session.record import (
    Answer,
    alike,
    event_of,
    event_row,
    replay,
    response_row,
    ruling_row,
    session_row,
)
from quizapp.session.score import Score, score
from quizapp.session.state import (
    Finished,
    Given,
    Moved,
    Ruled,
    Ruling,
    Session,
    Turn,
    complete,
    counted,
    response_of,
    start,
    step,
    turn,
)
from quizapp.session.times import Clock, day_before, now
from quizapp.session.wish import Wish
from quizapp.store.errors import NotKept, StoreError
from quizapp.store.rows import Row, RulingRow, SessionRow

if TYPE_CHECKING:
    from quizapp.store.sqlite import Store

GAVE_UP = Reason("gave-up", "You said that you do not know.")
UNANSWERED = Reason("unanswered", "There is no response to this question.")


class Refused(Exception):
    """Something that cannot be done now; the message says why, for the learner."""


class Dropped(NamedTuple):
    """A question that has gone from the bank since the session began; `answered` before that."""

    question: str
    answered: bool


def begin(
    bank: Bank,
    store: "Store | None",
    wish: Wish,
    learner: str = "",
    clock: Clock = now,
) -> "Sitting":
    """A new session. Nothing is kept until something happens in it; nothing ever without a store.

    Without a seed in the wish one is drawn, and questions that the learner answered before give
    way to others on the same objective. Raises NothingToAsk, and StoreError if the history
    cannot be read.
    """
    seed = fresh_seed() if wish.seed is None else wish.seed
    before: frozenset[str] = frozenset()
    if store is not None and wish.seed is None and wish.mode == "learn":
        before = store.answered(learner, bank.id)
    planned = details(bank, plan(bank, wish, seed, before))
    row = session_row(bank, wish, seed, learner, planned, clock())
    return Sitting(bank, store, row, start(row.id, wish.mode, planned), clock)


def resume(bank: Bank, store: "Store", session_id: str, clock: Clock = now) -> "Sitting":
    """The session whose id begins like this, where it stood; an exam at its first open question.

    Questions that the bank has no more are dropped: `Sitting.dropped` names them. Raises
    NoSuchSession; Refused if it is over, closed after an idle day, or on another bank; StoreError.
    """
    row = store.session(session_id)
    if row.bank != bank.id:
        raise Refused(f"That session is on the bank {row.bank}, not on {bank.id}.")
    rows = store.history(row.id)
    session = replay(row, rows)
    if session.finished:
        raise Refused("That session is finished. Begin a new one.")
    last = max([row.stamp.at, *(each.stamp.at for each in rows if not isinstance(each, RulingRow))])
    if last < day_before(clock()):
        raise Refused(
            "That session was left for more than a day and is closed; its score stays. "
            "Begin a new one."
        )
    sitting = Sitting(bank, store, row, session, clock)
    sitting._drop_gone()
    return sitting


class Sitting:
    """A session as it runs; made by `begin` and `resume`.

    Calls that cannot be made now raise Refused with the reason; those that could not be kept
    raise NotKept, before anything has moved. Everything may be read at any time.
    """

    def __init__(
        self, bank: Bank, store: "Store | None", row: SessionRow, session: Session, clock: Clock
    ) -> None:
        self.bank = bank
        self.session = session
        self.dropped: tuple[Dropped, ...] = ()
        self._store = store
        self._row = row
        self._clock = clock
        self._unsent: Row | None = None
        self._questions = by_planned_name(bank, session.plan)

    # What there is to see

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

    # What can be done

    def hint(self) -> str:
        """The hint of the question, which halves the credit of its first response."""
        if self.session.mode == "exam":
            raise Refused("There are no hints in an exam.")
        hint = self.question.hint
        if not hint:
            raise Refused("There is no hint for this question.")
        asked = self._turn().question
        if asked not in self.session.hinted:
            self._happened(event_row(self.session, "hint", asked, self._clock()))
        return hint

    def answer(self, response: str, seconds: float, certainty: int | None = None) -> Given:
        """Grade the response to the question, keep it, and hand it back with its verdict."""
        asked = self.question
        verdict = asked.grade(context(self.bank, asked), response)
        return self._respond(response, verdict, seconds, certainty)

    def give_up(self, seconds: float) -> Given:
        """ "I don't know": an empty response, which is wrong."""
        return self._respond("", wrong(GAVE_UP), seconds, None)

    def skip(self) -> None:
        """Put the question off to the end, or for good if it was put off before.

        In an exam: go on to the next.
        """
        asked = self._turn().question
        if self.session.mode == "exam":
            self.forward()
        else:
            self._happened(event_row(self.session, "skip", asked, self._clock()))

    def rule(self, ruling: Ruling, response_id: str | None = None) -> Given:
        """Rule a response (the last one, unless named) right, wrong or void; hand it back so."""
        given = self.last if response_id is None else response_of(self.session, response_id)
        if given is None:
            raise Refused("There is no response to rule on yet.")
        if self.session.mode == "exam" and not self.session.finished:
            raise Refused("Rulings on an exam are made after it is handed in.")
        if given.ruling != ruling:
            self._happened(ruling_row(self.session, given.id, ruling, self._clock()))
        return response_of(self.session, given.id) or given

    def undo(self) -> str:
        """Take back the latest ruling or skip, and say in a sentence what was taken back."""
        if not self.session.undoable:
            raise Refused("There is nothing to undo.")
        what = self.session.undoable[-1]
        if not isinstance(what, Ruled):
            self._happened(event_row(self.session, "unskip", what.question, self._clock()))
            return "Undone: the question that was skipped is asked again."
        given = response_of(self.session, what.response)
        now_held = ruling_row(self.session, what.response, what.ruling, self._clock(), undo=True)
        self._happened(now_held)
        held = "the verdict stands" if what.ruling is None else f"it is {what.ruling} as before"
        was = given.ruling if given else None
        return f"Undone: the ruling “{was}” is taken back, {held}."

    def finish(self) -> None:
        """End the session; questions not reached stay out of the score. An exam is handed in."""
        if self.session.finished:
            return
        if self._touched or self.session.mode == "exam":
            self._happened(event_row(self.session, "finish", None, self._clock()))
        else:
            self.session = step(self.session, Finished())

    def leave(self) -> bool:
        """Leave: a session whose questions all have their response is finished (True).

        Any other is kept to be resumed, even if nothing has happened in it.
        """
        if not self.session.finished:
            if self.complete:
                self.finish()
            else:
                self.hold()
        return self.session.finished

    def hold(self) -> None:
        """Keep the session so that it can be resumed, although nothing may have happened yet."""
        self._keep()

    def back(self) -> None:
        """In an exam, turn to the question before."""
        self._move(-1)

    def forward(self) -> None:
        """In an exam, turn to the next question, or past the last, where it can be handed in."""
        self._move(1)

    def hand_in(self) -> None:
        """Hand in the exam: what has no response earns nothing."""
        if self.session.mode != "exam":
            raise Refused("Only an exam is handed in.")
        self.finish()

    def keep_nothing(self) -> None:
        """Go on without keeping what happens from now on."""
        self._store = None

    # How it is kept

    def _turn(self) -> Turn:
        asked = self.turn
        if asked is None:
            raise Refused("There is nothing left to ask.")
        return asked

    def _move(self, by: int) -> None:
        if self.session.mode != "exam" or self.session.finished:
            raise Refused("Only in an exam can you go back and forward.")
        self.session = step(self.session, Moved(self.session.cursor + by))

    def _respond(
        self, response: str, verdict: Verdict, seconds: float, certainty: int | None
    ) -> Given:
        self._happened(
            response_row(
                self.session,
                self.bank,
                self.question,
                Answer(self._turn().question, response, verdict, seconds, certainty),
                self._clock(),
            )
        )
        return self.session.given[-1]

    def _happened(self, row: Row) -> None:
        """Keep the row, and only then let the session move by the event that it tells of."""
        if self._store is not None:
            if self._unsent is not None and alike(self._unsent, row):
                row = self._unsent
            self._unsent = row
            self._keep(row)
            self._unsent = None
        event = event_of(row)
        if event is not None:
            self.session = step(self.session, event)

    def _keep(self, *rows: Row) -> None:
        if self._store is not None:
            try:
                self._store.add(self._row, *rows)
            except StoreError as error:
                raise NotKept(error.message) from error

    def _drop_gone(self) -> None:
        for planned in self.session.plan:
            name = planned.question
            if name in self._questions or name in self.session.gone:
                continue
            answered = any(given.question == name for given in self.session.given)
            self._happened(event_row(self.session, "drop", name, self._clock()))
            self.dropped = (*self.dropped, Dropped(name, answered))
