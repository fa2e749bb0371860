"""A session on a bank as it runs: the one thing that a shell talks to.

What is graded is kept before its verdict is given out. If it cannot be kept, NotKept is raised and
nothing has moved: the same call may be made again, or the `recorder` told to keep it later, or to
keep nothing.
"""

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.bank.model import Bank, Passage, contexts
from quizapp.grading.verdict import Reason, wrong
from quizapp.kinds.base import Offer, Question, all_accepted
from quizapp.planning.cards import update_cards
from quizapp.planning.daily_plan import DrawnQuestions
from quizapp.planning.plan import by_planned_name, offer_seed
from quizapp.planning.request import USUAL, StudySettings
from quizapp.planning.timestamps import Clock, on_study_day
from quizapp.session.errors import NotAllowed, TimeUp
from quizapp.session.reading import to_read
from quizapp.session.recorder import Recorder
from quizapp.session.responses import By, GradedResponse, Ruling, Turn
from quizapp.session.row_checks import request_of
from quizapp.session.row_making import event_row, flag_row, new_id, response_row
from quizapp.session.rulings import ruling_on, undo_of_ruling, undoable, undoing
from quizapp.session.score import Score, passed, score
from quizapp.session.state import SessionState, complete, response_of, turn
from quizapp.session.step import finished, step
from quizapp.session.time_limit import time_limit
from quizapp.store.errors import StoreError
from quizapp.store.rows import Row

if TYPE_CHECKING:
    from quizapp.grading.key import Context

PROMPT = 60
"""At most so many characters of a prompt stand for its question in a sentence."""
UNKNOWN_DRAW = DrawnQuestions(())
"""The draw of a session that was resumed: how its questions were drawn is not kept."""
GAVE_UP = Reason("gave-up", "You said that you do not know.")


class SessionRun:
    """A session as it runs; made by `begin` and `resume`.

    `state` is what has happened so far, `recorder` keeps it. `request` is what was asked for,
    `time_limit` that of an exam that has one, `drawn` how the questions were drawn. `questions` has
    them by their names in the plan, `missing` names those that the bank no longer has. Calls that
    cannot be made now raise NotAllowed with the reason. Everything may be read at any time.
    """

    def __init__(
        self,
        bank: Bank,
        recorder: Recorder,
        state: SessionState,
        clock: Clock,
        settings: StudySettings = USUAL,
        drawn: DrawnQuestions = UNKNOWN_DRAW,
    ) -> None:
        self.bank = bank
        self.recorder = recorder
        self.state = state
        self.clock = clock
        self.settings = settings
        self.drawn = drawn
        self.missing: tuple[str, ...] = ()
        self.request = request_of(recorder.row)
        self.time_limit = time_limit(self.request, recorder.row.stamp.at)
        self.questions = by_planned_name(bank, state.plan)

    # What the session is

    @property
    def id(self) -> str:
        """The session's identifier, for `--resume`."""
        return self.state.id

    @property
    def today(self) -> int:
        """The number of the day that the learner's calendar shows."""
        return self.settings.day_of(self.clock())

    @property
    def seconds_left(self) -> float | None:
        """How long the exam still runs, not below 0; None without a time limit."""
        return self.time_limit.left(self.clock()) if self.time_limit is not None else None

    # What is asked

    @property
    def turn(self) -> Turn | None:
        """What is asked now; None at the end (of an exam: past its last question), and while there
        is a passage to be read first."""
        return turn(self.state) if self.reading is None else None

    @property
    def question(self) -> Question:
        """The question that is asked now. Raises NotAllowed at the end."""
        return self.question_of(self._turn().question)

    def question_of(self, name: str) -> Question:
        """The question with this id in the plan, as the bank has it today. Raises NotAllowed."""
        try:
            return self.questions[name]
        except KeyError:
            raise NotAllowed(f"The question {name} is no longer in the bank.") from None

    def short_prompt(self, name: str) -> str:
        """The beginning of a question's prompt on one line; its id if the bank lacks it."""
        asked = self.questions.get(name)
        words = " ".join(asked.prompt.split()) if asked is not None else name
        return words if len(words) <= PROMPT else f"{words[: PROMPT - 1].rstrip()}…"

    @property
    def offer(self) -> Offer:
        """What the question offers to choose from, in the order shown; the same after a resume.

        It is shuffled anew when the question returns, except in an exam.
        """
        asked, state = self._turn().question, self.state
        times = sum(given.question == asked for given in state.responses)
        seed = offer_seed(self.recorder.row.seed, asked, 0 if state.mode == "exam" else times)
        return self.question_of(asked).offer(seed)

    @property
    def asks_certainty(self) -> bool:
        """Whether the response asked for now comes with a certainty; practice does not."""
        turn = self.turn
        return self.recorder.row.certainty and turn is not None and not turn.retry

    @property
    def can_hint(self) -> bool:
        """Whether there is a hint to give now."""
        without = self.state.mode in ("exam", "read")
        return not without and self.turn is not None and bool(self.question.hint)

    @property
    def reading(self) -> Passage | None:
        """The passage to be read now, before anything else is asked; only in `read`."""
        if self.state.mode != "read" or self.state.finished:
            return None
        asked = turn(self.state)
        return to_read(self.bank, self.request, self.state, asked.question if asked else None)

    # What was answered

    @property
    def last(self) -> GradedResponse | None:
        """The last response of the session, with its ruling."""
        return self.state.responses[-1] if self.state.responses else None

    @property
    def previous(self) -> GradedResponse | None:
        """The last response to the question that is asked now, for going back in an exam."""
        asked = self.turn.question if self.turn is not None else None
        mine = (given for given in reversed(self.state.responses) if given.question == asked)
        return next(mine, None)

    @property
    def asked_before(self) -> frozenset[str]:
        """The accepted answers of the questions answered so far, or of all once the session is
        over: naming them gives nothing away."""
        answered = {given.question for given in self.state.responses}
        told = self.questions if self.state.finished else answered & self.questions.keys()
        return all_accepted(self.questions[name] for name in told)

    @property
    def complete(self) -> bool:
        """Whether every question has a response or was skipped for good, and all is read.

        An exam is complete once it is handed in.
        """
        return complete(self.state) and self.reading is None

    def score(self) -> Score:
        """The score so far."""
        return score(self.state)

    @property
    def passed(self) -> bool | None:
        """Whether an exam that is handed in reached its pass mark; None if it has none."""
        return passed(self.state, self.request.pass_mark)

    def can_undo(self, response_id: str | None = None) -> bool:
        """Whether there is a ruling or a skip to take back; with a response, a ruling on it."""
        return undoable(self.state, response_id) is not None

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
            self._happened(event_row(self.state, "hint", asked, self.clock()))
        return hint

    def answer(self, response: str, seconds: float, certainty: int | None = None) -> GradedResponse:
        """Grade the response to the question, keep it, and hand it back with its verdict.

        A blank one says "I don't know", which is wrong. An exam whose time is up is handed in
        instead: raises TimeUp.
        """
        limit = self.time_limit
        if limit is not None and not self.state.finished and limit.over(self.clock()):
            self.hand_in()
            raise TimeUp("The time is up: the exam is handed in as it was.")
        asked = self.question
        if response.strip():
            verdict = asked.grade(self._context(asked), response)
        else:
            response, verdict, certainty = "", wrong(GAVE_UP), None
        name = self._turn().question
        given = GradedResponse(new_id(), name, response, verdict, seconds, certainty=certainty)
        self._happened(response_row(self.state, self.bank, asked, given, self.clock()))
        return self.state.responses[-1]

    def skip(self) -> None:
        """Put the question off to the end, or for good if it was put off before.

        In an exam: go on to the next.
        """
        asked = self._turn().question
        if self.state.mode == "exam":
            self.forward()
        else:
            self._happened(event_row(self.state, "skip", asked, self.clock()))

    def rule(
        self, ruling: Ruling | None, response_id: str | None = None, by: By = "learner"
    ) -> GradedResponse:
        """Rule a response (the last one, unless named) right, wrong or void, or (None) take its
        latest ruling back; give it as ruled."""
        given = self.last if response_id is None else response_of(self.state, response_id)
        if given is None:
            raise NotAllowed("There is no response to rule on yet.")
        if ruling is None:
            self._happened(undo_of_ruling(self.state, given.id, self.clock(), by))
        elif (row := ruling_on(self.state, given, ruling, self.clock(), by)) is not None:
            self._happened(row)
        return response_of(self.state, given.id) or given

    def flag(self, question: str, why: str | None = "") -> None:
        """Flag a question of the plan for the instructor, with a few words why; None takes back."""
        self._happened(flag_row(self.state, question, self.clock(), why))

    def undo(self, response_id: str | None = None) -> str:
        """Take back the latest ruling or skip, and say in a sentence what was taken back.

        With a response named, the latest ruling on it; without, the sentence names the question.
        """
        row, said = undoing(self.state, response_id, self.clock(), self.short_prompt)
        self._happened(row)
        return said

    def finish(self) -> None:
        """End the session; questions not reached stay out of the score. An exam is handed in."""
        if self.state.finished:
            return
        state = self.state
        touched = state.responses or state.hinted or state.skips or state.read
        if touched or state.mode == "exam":
            moment = self.clock()
            self._happened(event_row(self.state, "finish", None, moment))
            if self.recorder.store is not None:
                # Now, when nobody waits for it, and not when the next session is planned.
                with suppress(StoreError):
                    update_cards(self.recorder.store, self.bank, self.settings.day_of(moment))
        else:
            self.state = finished(self.state)

    def leave(self) -> bool:
        """Leave: a session whose questions all have their response is finished (True).

        Any other is kept to be resumed, even if nothing has happened in it. Other programs may
        resume it from then on.
        """
        if self.complete and not self.state.finished:
            self.finish()
        elif not self.state.finished or self.recorder.problem:
            self.recorder.flush()
        self.recorder.unlock()
        return self.state.finished

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
        """The passage was read: go on. Raises NotAllowed where there is none to read."""
        passage = self.reading
        if passage is None:
            raise NotAllowed("There is no passage to read now.")
        self._happened(event_row(self.state, "read", passage.id, self.clock()))

    def hand_in(self) -> None:
        """Hand in the exam: what has no response earns nothing."""
        if self.state.mode != "exam":
            raise NotAllowed("Only an exam is handed in.")
        self.finish()

    def _move(self, by: int) -> None:
        if self.state.mode != "exam" or self.state.finished:
            raise NotAllowed("Only in an exam can you go back and forward.")
        to = max(0, min(self.state.cursor + by, len(self.state.plan)))
        self.state = self.state._replace(cursor=to)

    def _happened(self, row: Row) -> None:
        """Keep the row, and only then move the session by it."""
        stamp = on_study_day(row.stamp, self.settings.day_begins)
        self.state = step(self.state, self.recorder.keep(row._replace(stamp=stamp)))

    def drop_missing(self) -> None:
        """Drop the questions that the bank no longer has, and name them in `missing`."""
        had = self.questions.keys() | self.state.gone
        self.missing = tuple(p.question for p in self.state.plan if p.question not in had)
        for name in self.missing:
            self._happened(event_row(self.state, "drop", name, self.clock()))

    @cached_property
    def _context(self) -> "Callable[[Question], Context]":
        return contexts(self.bank)

    def _turn(self) -> Turn:
        asked = self.turn
        if asked is None:
            raise NotAllowed("There is nothing left to ask.")
        return asked
