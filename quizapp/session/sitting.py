"""The one thing a screen talks to: a session on a bank, with what happens in it kept.

Whatever is graded is kept before its verdict is handed out. If it cannot be kept, NotKept is
raised and nothing has moved: the same call may be made again, `keep_later` goes on and keeps it
with what follows, `keep_nothing` goes on without.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from quizapp.bank.model import Bank
from quizapp.grading.verdict import Reason, Verdict, wrong
from quizapp.planning.cards import remember, standing
from quizapp.planning.daily_plan import Drawn, draw
from quizapp.planning.papers import applied
from quizapp.planning.plan import details, fresh_seed, plan
from quizapp.planning.request import USUAL, SessionRequest, StudySettings
from quizapp.planning.timestamps import Clock, day_before, now
from quizapp.session.reading import reading_plan
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
from quizapp.session.state import (
    Finished,
    Given,
    Moved,
    Ruled,
    Ruling,
    response_of,
    start,
    step,
)
from quizapp.session.view import Dropped, Refused, TimeUp, View
from quizapp.store.errors import NotKept, StoreError
from quizapp.store.rows import Row, RulingRow

__all__ = ["Refused", "Sitting", "TimeUp", "begin", "resume"]

if TYPE_CHECKING:
    from quizapp.store.sqlite import Store

GRACE = 5.0
"""For so many seconds after its end an exam takes what was typed until then."""
NOTHING_RULED = "You have not ruled on this answer, so there is nothing to undo here."
GAVE_UP = Reason("gave-up", "You said that you do not know.")


def begin(
    bank: Bank,
    store: "Store | None",
    wish: SessionRequest,
    learner: str = "",
    clock: Clock = now,
    habits: StudySettings = USUAL,
) -> "Sitting":
    """A new session. Nothing is kept until something happens in it; nothing ever without a store.

    Without a seed in the wish one is drawn, and `learn` follows the schedule: what is due, then
    what is new for today. Raises NothingToAsk (DoneForToday where the schedule leaves nothing),
    and StoreError if the history cannot be read.
    """
    wish = applied(bank, wish)
    seed = fresh_seed() if wish.seed is None else wish.seed
    moment = clock()
    drawn = _drawn(bank, store, wish, seed, learner, moment.toordinal(), habits)
    planned = details(bank, drawn.questions)
    row = session_row(bank, wish, seed, learner, planned, moment)
    sitting = Sitting(bank, store, row, start(row.id, wish.mode, planned), clock)
    sitting.drawn, sitting.habits = drawn, habits
    return sitting


def _drawn(
    bank: Bank,
    store: "Store | None",
    wish: SessionRequest,
    seed: int,
    learner: str,
    today: int,
    habits: StudySettings,
) -> Drawn:
    """The questions of a new session: by the schedule, unless they are chosen by seed or name."""
    scheduled = wish.mode == "learn" and not wish.questions and wish.seed is None
    if scheduled or wish.due or wish.by is not None:
        return draw(bank, wish, seed, standing(store, bank, learner, today), habits)
    if wish.mode == "read":
        return Drawn(reading_plan(bank, wish, seed))
    return Drawn(plan(bank, wish, seed))


def resume(
    bank: Bank,
    store: "Store",
    session_id: str,
    clock: Clock = now,
    habits: StudySettings = USUAL,
) -> "Sitting":
    """The session whose id begins like this, where it stood; an exam at its first open question.

    Questions that the bank has no more are dropped: `Sitting.dropped` names them. An exam whose
    time is up is handed in, and comes back finished. Raises NoSuchSession; Refused if it is over,
    closed after an idle day, or on another bank; StoreError.
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
    sitting.habits = habits
    sitting._drop_gone()
    if sitting.seconds_left == 0:
        sitting.hand_in()
    return sitting


class Sitting(View):
    """A session as it runs; made by `begin` and `resume`.

    Calls that cannot be made now raise Refused with the reason; those that could not be kept
    raise NotKept, before anything has moved. Everything may be read at any time.
    """

    # What can be done

    def hint(self) -> str:
        """The hint of the question, which halves the credit of its first response."""
        if self.session.mode == "exam":
            raise Refused("There are no hints in an exam.")
        if self.session.mode == "read":
            raise Refused("There are no hints while you read: a guess costs nothing.")
        hint = self.question.hint
        if not hint:
            raise Refused("There is no hint for this question.")
        asked = self._turn().question
        if asked not in self.session.hinted:
            self._happened(event_row(self.session, "hint", asked, self._clock()))
        return hint

    def answer(self, response: str, seconds: float, certainty: int | None = None) -> Given:
        """Grade the response to the question, keep it, and hand it back with its verdict."""
        self._in_time()
        asked = self.question
        verdict = asked.grade(self._context(asked), response)
        return self._respond(response, verdict, seconds, certainty)

    def give_up(self, seconds: float) -> Given:
        """ "I don't know": an empty response, which is wrong."""
        self._in_time()
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

    def undo(self, response_id: str | None = None) -> str:
        """Take back the latest ruling or skip, and say in a sentence what was taken back.

        With a response named, the latest ruling on that; without, the sentence names the question.
        """
        what = self._undoable(response_id)
        if what is None:
            raise Refused(NOTHING_RULED if response_id is not None else "There is nothing to undo.")
        if not isinstance(what, Ruled):
            self._happened(event_row(self.session, "unskip", what.question, self._clock()))
            return "Undone: the question that was skipped is asked again."
        given = response_of(self.session, what.response)
        now_held = ruling_row(self.session, what.response, what.ruling, self._clock(), undo=True)
        self._happened(now_held)
        held = "the verdict stands" if what.ruling is None else f"it is {what.ruling} as before"
        was = given.ruling if given else None
        where = f" on “{self.named(given.question)}”" if given and response_id is None else ""
        return f"Undone: the ruling “{was}”{where} is taken back, {held}."

    def finish(self) -> None:
        """End the session; questions not reached stay out of the score. An exam is handed in."""
        if self.session.finished:
            return
        if self._touched or self.session.mode == "exam":
            moment = self._clock()
            self._happened(event_row(self.session, "finish", None, moment))
            if self._store is not None:
                # Now, when nobody waits for it, and not when the next session is planned.
                with suppress(StoreError):
                    remember(self._store, self.bank, moment.toordinal())
        else:
            self.session = step(self.session, Finished())

    def leave(self) -> bool:
        """Leave: a session whose questions all have their response is finished (True).

        Any other is kept to be resumed, even if nothing has happened in it. Other programs may
        resume it from then on.
        """
        if self.complete and not self.session.finished:
            self.finish()
        elif not self.session.finished or self.hindrance:
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

    def turn_to(self, question: str) -> None:
        """In an exam, turn to this question of the plan."""
        plan = [planned.question for planned in self.session.plan]
        self._move(plan.index(question) - self.session.cursor)

    def read_on(self) -> None:
        """The passage was read: go on. Raises Refused where there is none to read."""
        passage = self.reading
        if passage is None:
            raise Refused("There is no passage to read now.")
        self._happened(event_row(self.session, "read", passage.id, self._clock()))

    def hand_in(self) -> None:
        """Hand in the exam: what has no response earns nothing."""
        if self.session.mode != "exam":
            raise Refused("Only an exam is handed in.")
        self.finish()

    def keep_later(self) -> None:
        """Go on with what cannot be kept now: each call that follows tries to keep it all.

        NotKept is not raised any more; `hindrance` and `unkept` say what is waiting, and why.
        """
        self._patient = True

    def keep_nothing(self) -> None:
        """Go on without keeping what happens from now on."""
        self._store = None

    # How it is kept

    def _in_time(self) -> None:
        """Hand in an exam whose time is up. Raises TimeUp then."""
        deadline = self.deadline
        if deadline is None or self.session.finished:
            return
        if (self._clock() - deadline).total_seconds() > GRACE:
            self.hand_in()
            raise TimeUp("The time is up: the exam is handed in as it stood.")

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
        """Keep the rows, after those that wait to be kept."""
        if self._store is None:
            return
        waiting = (*self._unkept, *rows)
        try:
            self._store.add(self._row, *waiting)
        except StoreError as error:
            if not self._patient:
                raise NotKept(error.message) from error
            self._unkept, self.hindrance = waiting, error.message
        else:
            self._unkept, self.hindrance = (), ""

    def _drop_gone(self) -> None:
        for planned in self.session.plan:
            name = planned.question
            if name in self._questions or name in self.session.gone:
                continue
            answered = any(given.question == name for given in self.session.given)
            self._happened(event_row(self.session, "drop", name, self._clock()))
            self.dropped = (*self.dropped, Dropped(name, answered))
