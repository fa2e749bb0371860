"""A session as it is presented: what a key or a typed line leads to, and what is shown then.

Both shells, the screens and the plain lines, call what is here, and show afterwards what it says.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, TypeVar

from quizapp.app import outlook
from quizapp.app.drafts import Drafts
from quizapp.app.formatting import FLAG_NOT_KEPT, count, crammed, flag_told, on_one_line
from quizapp.app.pending_answer import PendingAnswer
from quizapp.app.verdict_text import VerdictText, asks_first, verdict_text
from quizapp.bank.attach import Copy
from quizapp.bank.passage import Shown, shown, to_read
from quizapp.kinds.base import Question
from quizapp.session.errors import NotAllowed
from quizapp.session.reading import guessed
from quizapp.session.responses import GradedResponse, Ruling
from quizapp.session.run import SessionRun
from quizapp.session.state import response_of, times_right, unanswered
from quizapp.store.errors import NotKept, StoreError

if TYPE_CHECKING:
    from quizapp.app.judge import Opinion
    from quizapp.app.workspace import Workspace
T = TypeVar("T")
Phase = Literal["asking", "sure", "told", "reading", "handing in", "over"]

RULINGS: dict[str, Ruling] = {
    "same": "right", "differs": "wrong", "right": "right", "wrong": "wrong", "void": "void",
}  # fmt: skip
"""What each name of an act rules."""
SAID = {"right": "counts as right", "wrong": "counts as wrong", "void": "is not counted"}


class SessionPresenter:
    """What is shown of a session, and what can be done in it now.

    `shows` counts what was shown one after the other: where it has changed, the shell has
    something else to show. `given`, `said` and `passages` belong to a verdict; `passages` holds the
    one to read, too. `notice` is a sentence on what was just done, `unkept` why it could not be
    kept. `answer` is what was typed or sent until it counts; what was sent by mistake is `restored`
    to the question of that id. Without `asks` what may be a slip is not asked about: what comes
    counts as it came. Calls may wait for the store, and are made in a thread, one after the other.
    """

    def __init__(
        self, session: SessionRun, drafts: Drafts, copy: Copy | None = None, asks: bool = True
    ) -> None:
        self.session = session
        self.answer = PendingAnswer(session, drafts, asks)
        self.copy = copy
        self.asks = asks
        self.phase: Phase = "asking"
        self.shows = 0
        self.given: GradedResponse | None = None
        self.said: VerdictText | None = None
        self.passages: tuple[Shown, ...] = ()
        self.notice = ""
        self.unkept = ""
        self.flagged: set[str] = set()
        self.restored = ""
        self.ahead = ("", 0)
        self.late = session.state.finished
        self._asked = ""
        self._doubted = ""

    # What is shown

    @property
    def exam(self) -> bool:
        """Whether verdicts wait for the end."""
        return self.session.state.mode == "exam"

    @property
    def question(self) -> Question | None:
        """The question that is asked, or whose verdict is shown."""
        if self.given is not None:
            return self.session.questions.get(self.given.question)
        return self.session.question if self.session.turn is not None else None

    @property
    def named(self) -> str:
        """The name in the plan of the question that is asked or told; "" for none."""
        shown = self.given or self.session.turn
        return shown.question if shown is not None else ""

    @property
    def hint(self) -> str:
        """The hint of the question that is asked, once it was taken; else ""."""
        turn = self.session.turn
        taken = turn is not None and turn.question in self.session.state.hinted
        return self.session.question.hint if taken and self.phase == "asking" else ""

    @property
    def response_shown(self) -> str | None:
        """The id of the response whose verdict is shown; None while a question is asked."""
        return self.given.id if self.given is not None else None

    # What leads on

    def act(self, name: str) -> None:
        """Do what a key or a typed command of this name does (see `session_keys`)."""
        session = self.session
        if name in RULINGS:
            self.rule(RULINGS[name])
        elif name in ("skip", "back", "forward"):
            self.turn(getattr(session, name))
        elif name == "hint":
            self._kept(session.hint)
        else:
            {"change": self.ask, "undo": self.undo}.get(name, self.go_on)()

    def ask(self) -> None:
        """Turn to what comes now: a question, a paragraph, or the end."""
        session = self.session
        self.given, self.said, self.passages = None, None, ()
        if (passage := session.reading) is not None:
            settled = guessed(passage, session.state, session.questions)
            self.passages = (to_read(passage, settled, self.copy),)
            last = session.last if settled else None
            self._show("reading", f"You guessed: {on_one_line(last.response)}" if last else "")
        elif session.turn is not None:
            self.answer.begin()
            self._asked = session.turn.question
            self._show("asking")
        elif self.exam and not session.state.finished:
            self._show("handing in")
        else:
            self.end()

    def _show(self, phase: Phase, words: str = "") -> None:
        """There is something else to show, with these words below."""
        self.phase, self.notice = phase, words
        self.shows += 1

    def go_on(self) -> None:
        if self.phase == "reading":
            self.turn(self.session.read_on)
        else:
            self.ask()

    def turn(self, call: Callable[[], None]) -> None:
        """Do what turns to another question, and ask that one."""
        before = self.session.state
        self._kept(call)
        if (state := self.session.state) is not before:
            self.ask()
        if len(state.skips) > len(before.skips):
            waits = state.skips[-1] in {due.question for due in state.queue}
            self.notice = "Skipped: it comes back later." if waits else "Skipped."

    def to_first_open(self) -> None:
        """In an exam, to the first question without an answer; to the first where all have one."""
        session = self.session
        names = (*unanswered(session.state), session.state.plan[0].question)
        self.turn(lambda: session.turn_to(names[0]))

    def end(self) -> None:
        """The session is over: leave it, and see what lies ahead."""
        self._kept(self.session.leave)
        self.ahead = outlook.ahead(self.session)
        if self.session.state.finished:
            self.answer.drafts.forget()
        self._show("over")

    def hand_in(self) -> None:
        self._kept(self.session.hand_in)
        if self.session.state.finished:
            self.end()

    def time_up(self, typed: str) -> None:
        """The time is up: what was `typed` counts, and the exam is handed in, once that is kept."""
        session, sent = self.session, self.answer.standing(typed)
        self.unkept, self.late = "", True
        if sent is not None and not session.state.finished:
            self._kept(lambda: session.answer(sent.answer, sent.seconds))
        if not self.unkept:
            self.hand_in()

    # Answering

    def typed(self, draft: str, answer: str) -> bool:
        """The draft has changed; whether it is to be written after a while."""
        if self.phase != "asking":
            return False
        if self.answer.typed(draft, answer):
            self.notice = ""
        return True

    def send(self, text: str, lacking: str = "") -> None:
        """Have the answer graded and kept, and tell the verdict; in an exam, go on.

        What is not taken as an answer stays in the box, and nothing is recorded.
        """
        if self.phase != "asking":
            return
        not_taken = self.answer.send(text, lacking)
        sent = self.answer.sent
        if not_taken or sent is None:
            self.notice = not_taken
        elif self.exam and not sent.answer.strip():
            self.turn(self.session.forward)
        elif sent.answer.strip() and self.session.asks_certainty:
            self.answer.keep_sent()
            self._show("sure")
        else:
            self._grade(None)

    def state_certainty(self, certainty: int | None) -> None:
        """Have the answer that was sent graded with this certainty, or without one."""
        if self.phase == "sure":
            self._grade(certainty)

    def _grade(self, certainty: int | None) -> None:
        session, sent = self.session, self.answer.sent
        if sent is None:
            return
        given = self._kept(lambda: session.answer(sent.answer, sent.seconds, certainty))
        if given is None:
            if session.state.finished:
                self.late = True
                self.end()
            return
        self.answer.counted()
        if self.exam or session.state.mode == "read":
            # What was guessed is settled by the paragraph, which comes now.
            self.ask()
        else:
            self.look_at(given)
            self.notice = (
                crammed(times_right(session.state)) if session.state.mode == "cram" else ""
            )

    def look_at(self, given: GradedResponse) -> None:
        """Show this response with its verdict and the passages that settle it."""
        self._tell(given)
        question = self.question
        self.passages = shown(self.session.bank, question, self.copy) if question else ()
        self._show("told")

    def _tell(self, given: GradedResponse) -> None:
        session, self.given = self.session, given
        said = verdict_text(self.question, given, session.asked_before)
        if self.question is not None and not session.state.finished:
            said = said._replace(back=outlook.coming_back(session, given.question))
        self.said = said

    def rule(self, ruling: Ruling) -> None:
        """Rule the response that is shown, or the last one, right, wrong or not to be counted."""
        session, shown = self.session, self.response_shown
        about = self.given or session.last
        if self.asks and about is not None and about.question in session.questions:
            doubt = asks_first(session.questions[about.question], about, ruling)
            if doubt and self._doubted != about.id:
                self._doubted = about.id
                self.notice = doubt
                return
        given = self._kept(lambda: session.rule(ruling, shown))
        if given is None:
            return
        if ruling == "void":
            self.answer.drafts.set(given.question, given.response)
            self.restored = given.question
        if shown is not None:
            self._tell(given)
            self.notice = ""
            if ruling == "void" and session.turn is not None and self.said is not None:
                self.said = self.said._replace(back="")
                self.notice = "It is asked again now."
        else:
            self._ask_again()
            asked = session.short_prompt(given.question)
            self.notice = f"Your last answer, to “{asked}”, {SAID[ruling]} now."

    def judged(self, response: str, opinion: Opinion) -> None:
        """Rule as the learner's judge says, unless somebody has ruled meanwhile."""
        from quizapp.app.judge import heard

        session = self.session
        given = response_of(session.state, response)
        if given is None or not given.unsettled:
            return
        said = self._kept(lambda: heard(session, given, opinion))
        now = response_of(session.state, response)
        if said and now is not None and self.response_shown == response:
            self._tell(now)
            self.notice = said

    def undo(self) -> None:
        """Take back the ruling on the answer that is shown; while asking, the last ruling or skip,
        by name."""
        session, shown = self.session, self.response_shown
        said = self._kept(lambda: session.undo(shown))
        if said is None:
            return
        given = response_of(session.state, shown) if shown is not None else None
        if given is not None:
            self._tell(given)
        else:
            self._ask_again()
        self.notice = said

    def flag(self, why: str | None) -> None:
        """Flag the question that is shown for the instructor, or (None) take the flag back."""
        name = self.named
        self._kept(lambda: self.session.flag(name, why))
        if not self.unkept:
            kept = self.session.recorder.keeps
            flagged = {name} if kept and why is not None else set()
            self.flagged = self.flagged - {name} | flagged
            self.notice = flag_told(why) if kept else FLAG_NOT_KEPT

    def keep_nothing(self) -> None:
        """Go on without keeping what happens from now on."""
        self.session.recorder.keep_nothing()
        self.unkept, self.notice = "", "From now on nothing is kept."

    def leave(self) -> None:
        """Write the drafts, and leave the session; it can be resumed."""
        self.answer.drafts.write()
        with suppress(NotAllowed, StoreError):
            self.session.leave()

    def _ask_again(self) -> None:
        """Ask anew where another question has come to the front meanwhile."""
        turn = self.session.turn
        if turn is None or turn.question != self._asked:
            self.ask()

    def _kept(self, call: Callable[[], T]) -> T | None:
        """Do what has to be kept; where it cannot be kept or done, say so and give None."""
        self.unkept = ""
        try:
            return call()
        except NotKept as error:
            self.unkept = str(error)
        except NotAllowed as error:
            self.notice = str(error)
        return None


def looking_back(workspace: Workspace, session: str) -> SessionPresenter:
    """A session of the past, by its id. Raises StoreError, and NotAllowed."""
    past = workspace.look_back(session)
    return SessionPresenter(past, Drafts(None, session), workspace.copy(past.bank))


def presented(session: SessionRun, workspace: Workspace, asks: bool = True) -> SessionPresenter:
    """The session at its first question, with the drafts that are kept of it."""
    drafts = Drafts(workspace.start.data if session.recorder.keeps else None, session.id)
    presenter = SessionPresenter(session, drafts, workspace.copy(session.bank), asks)
    presenter.ask()
    if session.missing:
        gone = count(len(session.missing), "question is", "questions are")
        presenter.notice = f"{gone} not in the bank any more and left out."
    elif session.request.by is not None and presenter.phase == "asking":
        presenter.notice = outlook.ahead(session)[0]
    return presenter
