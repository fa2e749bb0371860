"""A session as the screen presents it: what a key leads to, and what is to be shown then.

Nothing here knows a widget. The screen calls, and shows afterwards what is said here.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar

from quizapp.app import colon_commands, coming_back, session_end
from quizapp.app.response_size import TOO_LONG, too_long
from quizapp.app.rulings import ONCE_MORE, asks_first
from quizapp.app.verdict_text import VerdictText, verdict_text
from quizapp.app.wording import NOT_YET, crammed
from quizapp.session.errors import NotAllowed
from quizapp.session.state import response_of
from quizapp.store.errors import NotKept, StoreError

if TYPE_CHECKING:
    from quizapp.app.drafts import Drafts
    from quizapp.bank.attach import Copy
    from quizapp.bank.passage import Shown
    from quizapp.kinds.base import Question
    from quizapp.session.events import GradedResponse, Ruling
    from quizapp.session.run import SessionRun

T = TypeVar("T")
Phase = Literal["asking", "sure", "told", "reading", "handing in", "over"]

DONT_KNOW = f"{NOT_YET} Enter once more means “I don't know”."
SAID = {"right": "counts as right", "wrong": "counts as wrong", "void": "is not counted"}


class SentAnswer(NamedTuple):
    """What was sent and is not graded yet, and the seconds that it took."""

    question: str
    answer: str
    seconds: float


class Notice(NamedTuple):
    """A sentence under the answer; a `warning` stands out."""

    words: str = ""
    warning: bool = False


class SessionPresenter:
    """What is shown of a session, and what can be done in it now.

    `shows` counts what was shown one after the other: where it has changed, the screen has
    something else to show. `given`, `said` and `passages` belong to a verdict; `passages` holds the
    one to read, too. `drafts` keeps what was typed until it counts. Calls may wait for the store,
    and are made in a thread, one after the other.
    """

    def __init__(
        self,
        session: SessionRun,
        drafts: Drafts,
        copy: Copy | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.session = session
        self.drafts = drafts
        self.copy = copy
        self.phase: Phase = "asking"
        self.shows = 0
        self.given: GradedResponse | None = None
        self.said: VerdictText | None = None
        self.passages: tuple[Shown, ...] = ()
        self.notice = Notice()
        self.unkept = False
        self.ahead = ("", 0)
        self.late = session.state.finished
        self._clock = clock
        self._begun = clock()
        self._asked = ""
        self._confirming: str | None = None
        self._doubted = ""
        self._sent: SentAnswer | None = None
        self._held = False

    # What is shown

    @property
    def exam(self) -> bool:
        """Whether verdicts wait for the end."""
        return self.session.state.mode == "exam"

    @property
    def question(self) -> Question | None:
        """The question that is asked, or whose verdict is shown."""
        if self.given is not None:
            return self.session.question_of(self.given.question)
        return self.session.question if self.session.turn is not None else None

    @property
    def hint(self) -> str:
        """The hint of the question that is asked, once it was taken; else ""."""
        turn = self.session.turn
        taken = turn is not None and turn.question in self.session.state.hinted
        return self.session.question.hint if taken and self.phase == "asking" else ""

    @property
    def draft(self) -> str:
        """What was typed there before; in an exam, what was answered."""
        turn = self.session.turn
        draft = self.drafts.get(turn.question) if turn is not None else ""
        previous = self.session.previous if self.exam and not draft else None
        return previous.response if previous is not None else draft

    @property
    def sent(self) -> str:
        """The answer that waits for its certainty."""
        return self._sent.answer if self._sent is not None else ""

    @property
    def _response_shown(self) -> str | None:
        """The id of the response whose verdict is shown; None while a question is asked."""
        return self.given.id if self.given is not None else None

    def can(self, action: str, parameters: tuple[object, ...] = ()) -> bool:
        """Whether the action would do something now."""
        told, asking, session = self.phase == "told", self.phase == "asking", self.session
        if action in ("rule", "same"):
            judged = self.given if session.state.mode != "read" else None
            return told and judged is not None and _may_rule(judged, action, parameters)
        if action in ("undo", "undo_typed"):
            here = told if action == "undo" else asking
            return here and not self.exam and session.can_undo(self._response_shown)
        if action == "hint":
            return asking and session.can_hint and not self.hint
        if action == "skip":
            return asking and not self.exam
        if action in ("turn_back", "turn_on", "hand_in"):
            return asking and self.exam
        if action == "go_on":
            return self.phase in ("told", "reading")
        if action in ("home", "change"):
            return (action == "change") == (self.phase == "sure")
        if action == "unkept":
            return self.unkept
        return told or asking if action == "command_line" else True

    # What leads on

    def ask(self) -> None:
        """Turn to what comes now: a question, a paragraph, or the end."""
        session = self.session
        self.given, self.said, self.passages = None, None, ()
        self._sent, self._confirming = None, None
        self.notice = Notice()
        if session.reading is not None:
            self.phase, self.passages = "reading", (self._to_read(),)
        elif session.turn is not None:
            self.phase, self._begun = "asking", self._clock()
            self._asked = session.turn.question
        elif self.exam and not session.state.finished:
            self.phase = "handing in"
        else:
            self.end()
        self.shows += 1

    def go_on(self) -> None:
        """On to the next question or paragraph."""
        if self.phase == "reading":
            self.turn(self.session.read_on)
        else:
            self.ask()

    def turn(self, call: Callable[[], None]) -> None:
        """Do what turns to another question, and ask that one."""
        before = self.session.state
        self._kept(call)
        if self.session.state is not before:
            self.ask()

    def to_first_open(self) -> None:
        """In an exam, to the first question without an answer."""
        session = self.session
        self.turn(lambda: session.turn_to(session.unanswered[0]))

    def end(self) -> None:
        """The session is over: leave it, and see what lies ahead."""
        self._kept(self.session.leave)
        self.ahead = session_end.ahead(self.session)
        if self.session.state.finished:
            self.drafts.forget()
        self.phase = "over"
        self.shows += 1

    def hand_in(self) -> None:
        """Hand the exam in."""
        self._kept(self.session.hand_in)
        if self.session.state.finished:
            self.end()

    def time_up(self, typed: str) -> None:
        """The time is up: what was `typed` counts, and the exam is handed in."""
        session, sent = self.session, self._sent or self._standing(typed)
        if sent is not None and not session.state.finished:
            self._kept(lambda: session.answer(sent.answer, sent.seconds))
        self.late = True
        self.hand_in()

    # Answering

    def typed(self, draft: str) -> bool:
        """The draft has changed; whether it is to be written after a while."""
        turn = self.session.turn
        if self.phase != "asking" or turn is None:
            return False
        if self._confirming not in (None, draft):
            self._confirming = None
            self.notice = Notice()
        self.drafts.set(turn.question, "" if draft.lstrip().startswith(":") else draft)
        return True

    def write_drafts(self) -> None:
        """Write the drafts, and keep a session in which nothing else has happened yet."""
        self.drafts.write()
        if self.drafts.any and not self._held:
            self._held = True
            try:
                self.session.hold()
            except (NotAllowed, StoreError):
                # Whatever hinders the store is told with the answer; the draft needs none.
                self._held = False

    def send(self, text: str, lacking: str = "") -> None:
        """Have the answer graded and kept, and tell the verdict; in an exam, go on.

        What has not the form that is asked for stays in the box, and nothing is recorded. A blank
        answer, or one with something `lacking`, has to be sent twice.
        """
        session, turn = self.session, self.session.turn
        if self.phase != "asking" or turn is None:
            return
        read = colon_commands.read(text)
        answer = read.answer if read.answer is not None else text
        if too_long(answer):
            self.notice = Notice(TOO_LONG)
            return
        blank = not answer.strip()
        if ((blank and not self.exam) or lacking) and not self._confirmed(text):
            again = f"{lacking} Enter once more answers as it is."
            self.notice = Notice(DONT_KNOW if blank else again)
            return
        missed = session.question.unreadable(answer)
        if missed is not None:
            self.notice = Notice(f"{missed} {NOT_YET}")
        elif self.exam and blank:
            self.turn(session.forward)
        else:
            self._sent = SentAnswer(turn.question, answer, self._clock() - self._begun)
            if blank or not session.asks_certainty:
                self._grade(None)
                return
            # It was sent: whatever ends the program now, it stands there again.
            self.drafts.set(turn.question, answer)
            self.write_drafts()
            self.phase, self.notice = "sure", Notice()
            self.shows += 1

    def state_certainty(self, certainty: int) -> None:
        """Have the answer that was sent graded with this certainty."""
        if self.phase == "sure":
            self._grade(certainty)

    def _grade(self, certainty: int | None) -> None:
        session, sent = self.session, self._sent
        if sent is None:
            return
        if sent.answer.strip():
            given = self._kept(lambda: session.answer(sent.answer, sent.seconds, certainty))
        else:
            given = self._kept(lambda: session.give_up(sent.seconds))
        if given is None:
            return
        self._sent = None
        self.drafts.set(sent.question, "")
        self.drafts.write()
        if self.exam:
            self.ask()
            return
        cram = session.state.mode == "cram"
        self.phase, self.notice = "told", Notice(crammed(session.times_right) if cram else "")
        self._tell(given)
        self.passages = self._settling(given)
        self.shows += 1

    def _tell(self, given: GradedResponse) -> None:
        session = self.session
        self.given = given
        said = verdict_text(session.question_of(given.question), given, session.asked_before)
        self.said = said._replace(back=coming_back.told(session, given.question))

    def _standing(self, typed: str) -> SentAnswer | None:
        """What was only typed so far, if it is an answer and another one than before."""
        turn = self.session.turn
        answer = colon_commands.read(typed).answer or ""
        held = self.session.previous.response if self.session.previous is not None else ""
        if turn is None or not answer.strip() or answer == held or too_long(answer):
            return None
        if self.session.question.unreadable(answer) is not None:
            return None
        return SentAnswer(turn.question, answer, self._clock() - self._begun)

    def _confirmed(self, draft: str) -> bool:
        """Whether this is the second time that the same draft is sent."""
        before, self._confirming = self._confirming, draft
        return before == draft

    # What else can be done

    def take_hint(self) -> None:
        """Show the hint; half credit from then on."""
        self._kept(self.session.hint)

    def rule(self, ruling: Ruling) -> None:
        """Rule the response that is shown, or the last one, right, wrong or not to be counted."""
        session, shown = self.session, self._response_shown
        about = self.given or session.last
        if about is not None:
            question = session.question_of(about.question)
            doubt = asks_first(question, about, ruling)
            if doubt and self._doubted != about.id:
                self._doubted = about.id
                self.notice = Notice(f"{doubt} {ONCE_MORE}")
                return
        given = self._kept(lambda: session.rule(ruling, shown))
        if given is None:
            return
        if ruling == "void":
            self.drafts.set(given.question, given.response)
        if shown is not None:
            self._tell(given)
            self.notice = Notice("It is asked again now." if ruling == "void" else "")
        else:
            self._ask_again()
            asked = session.short_prompt(given.question)
            self.notice = Notice(f"Your last answer, to “{asked}”, {SAID[ruling]} now.")

    def undo(self) -> None:
        """Take back the ruling on the answer that is shown; while asking, the last ruling or skip,
        by name."""
        session, shown = self.session, self._response_shown
        said = self._kept(lambda: session.undo(shown))
        if said is None:
            return
        given = response_of(session.state, shown) if shown is not None else None
        if given is not None:
            self._tell(given)
        else:
            self._ask_again()
        self.notice = Notice(said)

    def keep_nothing(self) -> None:
        """Go on without keeping what happens from now on."""
        self.session.recorder.keep_nothing()
        self.unkept = False
        self.notice = Notice("From now on nothing is kept.")

    def leave(self) -> None:
        """Write the drafts, and leave the session; it can be resumed."""
        self.drafts.write()
        with suppress(NotAllowed, StoreError):
            self.session.leave()

    def _ask_again(self) -> None:
        """Ask anew where another question has come to the front meanwhile."""
        turn = self.session.turn
        if turn is None or turn.question != self._asked:
            self.ask()

    def _kept(self, call: Callable[[], T]) -> T | None:
        """Do what has to be kept; where it cannot be kept or done, say so and give None."""
        try:
            done = call()
        except NotKept as error:
            self.unkept = True
            again = "Your answer is still here. Enter" if self.phase == "asking" else "The same key"
            self.notice = Notice(
                f"{error} {again} tries again; F5 goes on without keeping anything.", warning=True
            )
        except NotAllowed as error:
            self.notice = Notice(str(error))
        else:
            self.unkept = False
            return done
        return None

    def _settling(self, given: GradedResponse) -> tuple[Shown, ...]:
        """The passages that settle the answer; in `read` they come once all was guessed at."""
        from quizapp.bank.passage import shown

        if self.session.state.mode == "read":
            return ()
        return shown(self.session.bank, self.session.question_of(given.question), self.copy)

    def _to_read(self) -> Shown:
        from quizapp.bank.passage import to_read

        passage = self.session.reading
        assert passage is not None
        return to_read(passage, self.session.guessed, self.copy)


def _may_rule(given: GradedResponse, action: str, parameters: tuple[object, ...]) -> bool:
    """Whether a ruling would change anything."""
    if given.ruling is not None:
        return False
    if action == "same":
        return given.verdict.unsure
    if "right" in parameters:
        return not given.verdict.accepted and not given.verdict.unsure
    return "void" in parameters or given.verdict.accepted
