"""What a learner can do in a session besides answering: hints, rulings, and the typed commands."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import Input

from quizapp.tui.answer_boxes.base import Answer
from quizapp.tui.screens.question_page import QuestionPage, one_at_a_time

if TYPE_CHECKING:
    from quizapp.app.drafts import Drafts
    from quizapp.session.events import GradedResponse, Ruling
    from quizapp.session.run import SessionRun

T = TypeVar("T")
Phase = Literal["opening", "asking", "sure", "told", "reading", "enough", "stuck"]
SAID = {"right": "counts as right", "wrong": "counts as wrong", "void": "is not counted"}


class SessionActionsPage(QuestionPage):
    """A page on a session. What it does is kept before it shows; if not, it says what to do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "same('right')", "Yes, the same"),
        Binding("n", "same('wrong')", "No"),
        Binding("r", "rule('right')", "I was right"),
        Binding("w", "rule('wrong')", "I was wrong"),
        Binding("v", "rule('void')", "Sent by mistake"),
        Binding("u", "undo", "Undo"),
        Binding("f2", "hint", "Hint: half credit", key_display="F2"),
        Binding("f3", "skip", "Skip", key_display="F3"),
        Binding("f4", "undo_typed", "Undo", key_display="F4"),
        Binding("f5", "unkept", "Go on without keeping", key_display="F5"),
        Binding("colon", "command_line", "Command", show=False),
    ]

    phase: reactive[Phase] = reactive("opening", bindings=True)

    def __init__(self) -> None:
        super().__init__()
        self.open_session: SessionRun | None = None
        self.drafts: Drafts | None = None
        self.given: GradedResponse | None = None
        self._unkept = False

    @property
    def session(self) -> SessionRun:
        """The session; there is one while a question or a verdict is shown."""
        assert self.open_session is not None
        return self.open_session

    @property
    def exam(self) -> bool:
        """Whether verdicts wait for the end."""
        return self.open_session is not None and self.open_session.state.mode == "exam"

    @property
    def _response_shown(self) -> str | None:
        """The id of the response whose verdict is shown; None while a question is asked."""
        return self.given.id if self.phase == "told" and self.given is not None else None

    @property
    def answer_box(self) -> Answer | None:
        """The box to answer in, while a question is asked."""
        return next(iter(self.query(Answer)), None)

    async def ask(self) -> None:
        """Show the question whose turn it is."""
        raise NotImplementedError

    def show_progress(self) -> None:
        """Show how far the session has come."""
        raise NotImplementedError

    async def deed(self, call: Callable[[], T]) -> T | None:
        """Do what has to be kept, in a thread; where it cannot be kept, say what to do."""
        from quizapp.session.errors import NotAllowed
        from quizapp.store.errors import NotKept

        self.gate.close()
        try:
            return await asyncio.to_thread(call)
        except NotKept as error:
            self._unkept = True
            asking = self.phase == "asking"
            again = "Your answer is still here. Enter" if asking else "The same key"
            self.notice(
                f"{error} {again} tries again; F5 goes on without keeping anything.",
                "bold $text-warning",
            )
        except NotAllowed as error:
            self.notice(str(error))
        self.refresh_bindings()
        self.settle()
        return None

    def action_same(self, ruling: Ruling) -> None:
        """Answer whether the response means the same as the model answer."""
        self.action_rule(ruling)

    @one_at_a_time
    async def action_rule(self, ruling: Ruling) -> None:
        """Rule the last response right, wrong or sent by mistake."""
        session = self.session
        shown = self._response_shown
        given = await self.deed(lambda: session.rule(ruling, shown))
        if given is None:
            return
        if ruling == "void" and self.drafts is not None:
            self.drafts.set(given.question, given.response)
        if self.phase == "told":
            self.show_ruled(given)
            self.notice("It is asked again now." if ruling == "void" else "")
        else:
            await self._still_asked()
            asked = session.short_prompt(given.question)
            self.notice(f"Your last answer, to “{asked}”, {SAID[ruling]} now.")
        self.settle()

    @one_at_a_time
    async def action_undo(self) -> None:
        """Take back the ruling on the answer that is shown; while asking, the last ruling or skip,
        by name."""
        from quizapp.session.state import response_of

        session, shown = self.session, self._response_shown
        said = await self.deed(lambda: session.undo(shown))
        if said is None:
            return
        given = response_of(session.state, shown) if shown is not None else None
        if given is not None:
            self.show_ruled(given)
        else:
            await self._still_asked()
        self.notice(said)
        self.settle()

    def action_undo_typed(self) -> None:
        """As `undo`, by a key that types nothing."""
        self.action_undo()

    def show_ruled(self, given: GradedResponse) -> None:
        """Show the verdict anew, after a ruling."""
        self.given = given
        question = self.session.question_of(given.question)
        unruled = given.verdict.unsure and given.ruling is None
        self.show_verdict(question, given, self.session.asked_before, unruled and not self.exam)
        self.show_progress()
        self.refresh_bindings()

    async def _still_asked(self) -> None:
        """Ask again where another question has come to the front meanwhile."""
        box = self.answer_box
        if self.session.turn is None or box is None or box.question is not self.session.question:
            await self.ask()
        else:
            self.show_progress()
            self.refresh_bindings()

    @one_at_a_time
    async def action_hint(self) -> None:
        """Show the hint; half credit from then on."""
        session = self.session
        hint = await self.deed(session.hint)
        if hint is not None:
            self.say_hint(hint)
            self.refresh_bindings()
            self.settle()

    @one_at_a_time
    async def action_skip(self) -> None:
        """Put the question off."""
        await self.turn(self.session.skip)

    async def turn(self, call: Callable[[], None]) -> None:
        """Do what turns to another question, and ask that one."""
        before = self.session.state
        await self.deed(call)
        if self.session.state is not before:
            await self.ask()
        else:
            self.settle()

    def action_unkept(self) -> None:
        """Go on without keeping what happens from now on."""
        self.session.recorder.keep_nothing()
        self._unkept = False
        self.notice("From now on nothing is kept.")
        self.show_progress()
        self.refresh_bindings()
        if self.phase == "asking" and self.answer_box is not None:
            self.answer_box.action_send()

    async def action_command_line(self) -> None:
        """A line for `:right` and its kin, where there is no text box to type it in."""
        from quizapp.tui.answer_boxes.line import Line

        if not self.query("#command"):
            line = Line(":", name="command")
            await self.mount(line, before=self.query_one("KeyBar"))
            line.focus()

    @on(Input.Submitted, "#command")
    async def _commanded(self, event: Input.Submitted) -> None:
        event.stop()
        await self.close_command_line()
        if event.value.strip(" :"):
            self.run_command(":" + event.value.lstrip(" :"))

    async def close_command_line(self) -> bool:
        """Take the command line away; False if there was none."""
        if not self.query("#command"):
            return False
        await self.query("#command").remove()
        if self.phase == "asking" and self.answer_box is not None:
            self.answer_box.begin()
        else:
            (self.panel if self.panel.display else self.left).focus()
        return True

    def run_command(self, text: str) -> None:
        """Do what a typed line that begins with a colon says."""
        from quizapp.app import colon_commands

        read = colon_commands.read(text)
        if read.command is None:
            self.notice(colon_commands.refusal(read.unknown or ""))
            return
        if self.answer_box is not None:
            self.answer_box.clear_command()
        deeds: dict[str, Callable[[], object]] = {
            "hint": self.action_hint,
            "skip": self.action_skip,
            "undo": self.action_undo,
            "right": lambda: self.action_rule("right"),
            "wrong": lambda: self.action_rule("wrong"),
            "void": lambda: self.action_rule("void"),
            "repeat": lambda: self.left.scroll_home(animate=False),
            "quit": self.quiz.exit,
            "help": self.quiz.action_help,
        }
        if read.command in ("hint", "skip") and self.phase != "asking":
            self.notice("Enter goes on to the next question first.")
            return
        deeds[read.command]()

    def commands(self) -> Iterable[tuple[str, str, Callable[[], object]]]:
        """What the palette offers here beside what it offers everywhere."""
        offered: list[tuple[str, str, str, Callable[[], object]]] = [
            ("Hint", "Half credit from then on", "hint", self.action_hint),
            ("Skip", "Put this question off to the end", "skip", self.action_skip),
            ("Undo", "Take back your ruling on this answer", "undo", self.action_undo),
        ]
        return [
            (title, told, call)
            for title, told, action, call in offered
            if self.check_action(action, ())
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now has a key in the footer."""
        told, asking = self.phase == "told", self.phase == "asking"
        session, given = self.open_session, self.given
        if action in ("rule", "same"):
            guess = session is not None and session.state.mode == "read"
            return told and given is not None and not guess and _may_rule(given, action, parameters)
        if action in ("undo", "undo_typed"):
            here = told if action == "undo" else asking
            can = session is not None and session.can_undo(self._response_shown)
            return here and can and not self.exam
        if action == "hint":
            turn = session.turn if session is not None else None
            if not asking or session is None or turn is None:
                return False
            return session.can_hint and turn.question not in session.state.hinted
        if action == "skip":
            return asking and not self.exam
        if action == "unkept":
            return self._unkept
        if action == "command_line":
            return told or asking
        return True


def _may_rule(given: GradedResponse, action: str, parameters: tuple[object, ...]) -> bool:
    """Whether a ruling would change anything."""
    if given.ruling is not None:
        return False
    if action == "same":
        return given.verdict.unsure
    if "right" in parameters:
        return not given.verdict.accepted and not given.verdict.unsure
    return "void" in parameters or given.verdict.accepted
