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
from quizapp.planning.daily_plan import DrawnQuestions, draw
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
    GradedResponse,
    Moved,
    Ruled,
    Ruling,
    response_of,
    start,
    step,
)
from quizapp.session.view import Dropped, NotAllowed, TimeUp, View
from quizapp.store.errors import NotKept, StoreError
from quizapp.store.rows import Row, RulingRow

__all__ = ["NotAllowed", "SessionRun", "TimeUp", "begin", "resume"]

if TYPE_CHECKING:
    from quizapp.store.sqlite import Store

GRACE = 5.0
"""For so many seconds after its end an exam takes what was typed until then."""
NOTHING_RULED = "You have not ruled on this answer, so there is nothing to undo here."
GAVE_UP = Reason("gave-up", "You said that you do not know.")


def begin(
    bank: Bank,
    store: "Store | None",
    request: SessionRequest,
    learner: str = "",
    clock: Clock = now,
    settings: StudySettings = USUAL,
) -> "SessionRun":
    """A new session. Nothing is kept until something happens in it; nothing ever without a store.

    Without a seed in the request one is drawn, and `learn` follows the schedule: what is due, then
    what is new for today. Raises NothingToAsk (DoneForToday where the schedule leaves nothing),
    and StoreError if the history cannot be read.
    """
    request = applied(bank, request)
    seed = fresh_seed() if request.seed is None else request.seed
    moment = clock()
    drawn = _drawn(bank, store, request, seed, learner, moment.toordinal(), settings)
    planned = details(bank, drawn.questions)
    row = session_row(bank, request, seed, learner, planned, moment)
    session = SessionRun(bank, store, row, start(row.id, request.mode, planned), clock)
    session.drawn, session.settings = drawn, settings
    return session


def _drawn(
    bank: Bank,
    store: "Store | None",
    request: SessionRequest,
    seed: int,
    learner: str,
    today: int,
    settings: StudySettings,
) -> DrawnQuestions:
    """The questions of a new session: by the schedule, unless they are chosen by seed or name."""
    scheduled = request.mode == "learn" and not request.questions and request.seed is None
    if scheduled or request.due or request.by is not None:
        return draw(bank, request, seed, standing(store, bank, learner, today), settings)
    if request.mode == "read":
        return DrawnQuestions(reading_plan(bank, request, seed))
    return DrawnQuestions(plan(bank, request, seed))


def resume(
    bank: Bank,
    store: "Store",
    session_id: str,
    clock: Clock = now,
    settings: StudySettings = USUAL,
) -> "SessionRun":
    """The session whose id begins like this, where it stood; an exam at its first open question.

    Questions that the bank has no more are dropped: `SessionRun.dropped` names them. An exam whose
    time is up is handed in, and comes back finished. Raises NoSuchSession; Refused if it is over,
    closed after an idle day, or on another bank; StoreError.
    """
    row = store.session(session_id)
    if row.bank != bank.id:
        raise NotAllowed(f"That session is on the bank {row.bank}, not on {bank.id}.")
    rows = store.history(row.id)
    state = replay(row, rows)
    if state.finished:
        raise NotAllowed("That session is finished. Begin a new one.")
    last = max([row.stamp.at, *(each.stamp.at for each in rows if not isinstance(each, RulingRow))])
    if last < day_before(clock()):
        raise NotAllowed(
            "That session was left for more than a day and is closed; its score stays. "
            "Begin a new one."
        )
    session = SessionRun(bank, store, row, state, clock)
    session.settings = settings
    session._drop_gone()
    if session.seconds_left == 0:
        session.hand_in()
    return session


class SessionRun(View):
    """A session as it runs; made by `begin` and `resume`.

    Calls that cannot be made now raise Refused with the reason; those that could not be kept
    raise NotKept, before anything has moved. Everything may be read at any time.
    """

    # What can be done

    def hint(self) -> str:
        """The hint of the question, which halves the credit of its first response."""
        if self.state.mode == "exam":
            raise NotAllowed("There are no hints in an exam.")
        if self.state.mode == "read":
            raise NotAllowed("There are no hints while you read: a guess costs nothing.")
        hint = self.question.hint
        if not hint:
            raise NotAllowed("There is no hint for this question.")
        asked = self._turn().question
        if asked not in self.state.hinted:
            self._happened(event_row(self.state, "hint", asked, self._clock()))
        return hint

    def answer(self, response: str, seconds: float, certainty: int | None = None) -> GradedResponse:
        """Grade the response to the question, keep it, and hand it back with its verdict."""
        self._in_time()
        asked = self.question
        verdict = asked.grade(self._context(asked), response)
        return self._respond(response, verdict, seconds, certainty)

    def give_up(self, seconds: float) -> GradedResponse:
        """ "I don't know": an empty response, which is wrong."""
        self._in_time()
        return self._respond("", wrong(GAVE_UP), seconds, None)

    def skip(self) -> None:
        """Put the question off to the end, or for good if it was put off before.

        In an exam: go on to the next.
        """
        asked = self._turn().question
        if self.state.mode == "exam":
            self.forward()
        else:
            self._happened(event_row(self.state, "skip", asked, self._clock()))

    def rule(self, ruling: Ruling, response_id: str | None = None) -> GradedResponse:
        """Rule a response (the last one, unless named) right, wrong or void; hand it back so."""
        given = self.last if response_id is None else response_of(self.state, response_id)
        if given is None:
            raise NotAllowed("There is no response to rule on yet.")
        if self.state.mode == "exam" and not self.state.finished:
            raise NotAllowed("Rulings on an exam are made after it is handed in.")
        if given.ruling != ruling:
            self._happened(ruling_row(self.state, given.id, ruling, self._clock()))
        return response_of(self.state, given.id) or given

    def undo(self, response_id: str | None = None) -> str:
        """Take back the latest ruling or skip, and say in a sentence what was taken back.

        With a response named, the latest ruling on that; without, the sentence names the question.
        """
        what = self._undoable(response_id)
        if what is None:
            raise NotAllowed(
                NOTHING_RULED if response_id is not None else "There is nothing to undo."
            )
        if not isinstance(what, Ruled):
            self._happened(event_row(self.state, "unskip", what.question, self._clock()))
            return "Undone: the question that was skipped is asked again."
        given = response_of(self.state, what.response)
        now_held = ruling_row(self.state, what.response, what.ruling, self._clock(), undo=True)
        self._happened(now_held)
        held = "the verdict stands" if what.ruling is None else f"it is {what.ruling} as before"
        was = given.ruling if given else None
        where = f" on “{self.named(given.question)}”" if given and response_id is None else ""
        return f"Undone: the ruling “{was}”{where} is taken back, {held}."

    def finish(self) -> None:
        """End the session; questions not reached stay out of the score. An exam is handed in."""
        if self.state.finished:
            return
        if self._touched or self.state.mode == "exam":
            moment = self._clock()
            self._happened(event_row(self.state, "finish", None, moment))
            if self._store is not None:
                # Now, when nobody waits for it, and not when the next session is planned.
                with suppress(StoreError):
                    remember(self._store, self.bank, moment.toordinal())
        else:
            self.state = step(self.state, Finished())

    def leave(self) -> bool:
        """Leave: a session whose questions all have their response is finished (True).

        Any other is kept to be resumed, even if nothing has happened in it. Other programs may
        resume it from then on.
        """
        if self.complete and not self.state.finished:
            self.finish()
        elif not self.state.finished or self.hindrance:
            self.hold()
        if self.lock is not None:
            self.lock.let_go()
            self.lock = None
        return self.state.finished

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
        plan = [planned.question for planned in self.state.plan]
        self._move(plan.index(question) - self.state.cursor)

    def read_on(self) -> None:
        """The passage was read: go on. Raises Refused where there is none to read."""
        passage = self.reading
        if passage is None:
            raise NotAllowed("There is no passage to read now.")
        self._happened(event_row(self.state, "read", passage.id, self._clock()))

    def hand_in(self) -> None:
        """Hand in the exam: what has no response earns nothing."""
        if self.state.mode != "exam":
            raise NotAllowed("Only an exam is handed in.")
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
        if deadline is None or self.state.finished:
            return
        if (self._clock() - deadline).total_seconds() > GRACE:
            self.hand_in()
            raise TimeUp("The time is up: the exam is handed in as it stood.")

    def _move(self, by: int) -> None:
        if self.state.mode != "exam" or self.state.finished:
            raise NotAllowed("Only in an exam can you go back and forward.")
        self.state = step(self.state, Moved(self.state.cursor + by))

    def _respond(
        self, response: str, verdict: Verdict, seconds: float, certainty: int | None
    ) -> GradedResponse:
        self._happened(
            response_row(
                self.state,
                self.bank,
                self.question,
                Answer(self._turn().question, response, verdict, seconds, certainty),
                self._clock(),
            )
        )
        return self.state.responses[-1]

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
            self.state = step(self.state, event)

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
        for planned in self.state.plan:
            name = planned.question
            if name in self._questions or name in self.state.gone:
                continue
            answered = any(given.question == name for given in self.state.responses)
            self._happened(event_row(self.state, "drop", name, self._clock()))
            self.dropped = (*self.dropped, Dropped(name, answered))
