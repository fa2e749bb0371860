"""The quiz: asks question after question, and tells what each answer was worth."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.worker import WorkerError

from quizapp.app import colon_commands
from quizapp.app.errors import explained
from quizapp.app.launch import Opening
from quizapp.app.workspace import UnusableBank, Workspace
from quizapp.tui.answer_boxes.base import Answer
from quizapp.tui.page import DEED, Page, opened, soon
from quizapp.tui.question_view import QuestionView
from quizapp.tui.session_keys import KEYS, commands, live
from quizapp.tui.session_titles import help_words, title
from quizapp.tui.widgets.progress_bar import Progress

if TYPE_CHECKING:
    from textual.widgets import Input

    from quizapp.app.presenter import SessionPresenter
    from quizapp.session.responses import GradedResponse
    from quizapp.session.run import SessionRun

READING = "Reading the bank … Esc leads to the home screen."
WRITE_AFTER = 0.4
"""Seconds after which what was typed is written to the draft."""


class QuizScreen(Page):
    """Built from how to open its session; what a key leads to is decided by the presenter."""

    CSS_PATH = "question.tcss"
    BINDINGS = [*KEYS]

    phase: reactive[str] = reactive("opening", bindings=True)
    """That of the presenter; before there is one "opening", "enough" or "stuck"."""

    def __init__(self, opening: Opening, workspace: Workspace) -> None:
        super().__init__()
        self.view = QuestionView()
        self._presenter: SessionPresenter | None = None
        self._opening = opening
        self._begin(workspace)
        self._shown = 0
        self._live = frozenset({"home"})
        self._write_due = False
        self._handing_in = self._left = False

    def body(self) -> ComposeResult:
        yield Progress()
        yield self.view

    @property
    def presenter(self) -> SessionPresenter:
        """What is shown of the session; there is one once it was opened."""
        assert self._presenter is not None
        return self._presenter

    @property
    def session(self) -> SessionRun:
        """The session; there is one once it was opened."""
        return self.presenter.session

    @property
    def answer_box(self) -> Answer | None:
        return next(iter(self.query(Answer)), None)

    def help_words(self) -> str:
        return help_words(self.session if self._presenter is not None else None)

    def _begin(self, workspace: Workspace) -> None:
        """Begin to open the session in a thread, before anything is painted."""

        def begun() -> SessionPresenter:
            from quizapp.app.presenter import presented

            return presented(workspace.open(self._opening), workspace)

        self._begun = workspace.ahead(begun)

    async def on_mount(self) -> None:
        """Ask the first question: before the first paint, if it is there by then."""
        await soon(self._begun)
        if self._begun.done():
            await self.open()
        else:
            self.view.say(READING)
            self.run_worker(self.open(), group="open")

    async def open(self) -> None:
        """Ask the first question once the session was opened."""
        try:
            self._presenter = await opened(self._begun, self.workspace, self.view.say)
        except UnusableBank as unusable:
            from quizapp.tui.screens.problems import ProblemsScreen

            self.program.to(partial(ProblemsScreen, unusable.loaded))
            return
        except Exception as error:
            if explained(error) is None:
                raise
            self._stuck(error)
            return
        if self.session.time_limit is not None:
            self.set_interval(1.0, self._tick)
        await self.show()

    def _stuck(self, why: Exception) -> None:
        """There is no session: say why, and what leads on."""
        from quizapp.planning.daily_plan import DoneForToday

        more = ""
        if isinstance(why, DoneForToday) and why.more is not None:
            self._opening = self._opening._replace(request=why.more)
            more = f"Enter: {why.more.count} more. "
            self._live |= {"go_on"}
        self.view.say(str(why))
        self.view.notice(f"{more}Escape leads to the home screen.")
        self.phase = "enough" if more else "stuck"
        self.settle()

    async def show(self) -> None:
        presenter, view = self.presenter, self.view
        if presenter.phase == "over":
            from quizapp.tui.screens.summary import SummaryScreen

            self._left = True
            self.program.note_end(presenter.session)
            self.program.to(partial(SummaryScreen, presenter))
            return
        anew, self._shown = presenter.shows != self._shown, presenter.shows
        if anew or presenter.phase == "told":
            await view.present(presenter)
        if anew and presenter.phase == "handing in":
            self.action_hand_in()
        self.phase = presenter.phase
        self.title_bar(*title(presenter.session, presenter.given))
        self.query_one(Progress).show_session(presenter.session.state)
        view.say_hint(presenter.hint)
        if presenter.unkept:
            self._say_unkept()
        else:
            view.notice(presenter.notice)
        self._live, self.typed = live(presenter), commands(presenter)
        self.refresh_bindings()
        self.settle()
        given = presenter.given if anew else None
        if given is not None and given.unsettled and self.workspace.settings.judge:
            self._ask_judge(given)

    def _say_unkept(self) -> None:
        """Say what could not be kept, and what leads on."""
        again = "Your answer is still here. Enter" if self.phase == "asking" else "The same key"
        on = f"{again} tries again; F5 goes on without keeping anything."
        self.view.notice(f"{self.presenter.unkept} {on}", "bold $text-warning")

    @work(exclusive=True, group="judge")
    async def _ask_judge(self, given: GradedResponse) -> None:
        """Have the learner's judge rule, which takes a while; the verdict stands meanwhile, and
        what is being done then comes first."""
        from quizapp.app import judge

        command = await asyncio.to_thread(self.workspace.judge, self.session.bank)
        about = judge.to_be_asked(self.session, given) if command else None
        if about is None:
            return
        opinion = await asyncio.to_thread(judge.ask, command, about)
        while self.at_work:
            await asyncio.sleep(0.05)
        self.do(partial(self.presenter.judged, given.id, opinion))

    def action_act(self, name: str) -> None:
        """Have the presenter do what is called so; without a session there is only more to open."""
        if self.phase == "enough":
            self.phase = "opening"
            self._begin(self.workspace)
            self.run_worker(self.open(), group="open")
        else:
            self.do(partial(self.presenter.act, name))

    @work(exclusive=True, group="flag")
    async def action_flag(self) -> None:
        from quizapp.tui.screens.ask import flag

        await flag(self, self.presenter)

    action_flag_again = action_flag

    def action_unkept(self) -> None:
        self.presenter.keep_nothing()
        if self.phase == "asking" and self.answer_box is not None:
            self.answer_box.action_send()
        else:
            self.do(lambda: None)

    async def action_whole(self) -> None:
        await self.view.toggle_whole()

    @on(Answer.Noted)
    def _noted(self, event: Answer.Noted) -> None:
        self.view.notice(event.note)

    @on(Answer.Changed)
    def _changed(self, event: Answer.Changed) -> None:
        if self._presenter is None or self.at_work:
            return
        notice = self.presenter.notice
        typed = self.presenter.typed(event.answer.draft, event.answer.response())
        if self.presenter.notice != notice:
            self.view.notice("")
        if typed and not self._write_due:
            self._write_due = True
            self.set_timer(WRITE_AFTER, lambda: self.run_worker(self._write(), group="drafts"))

    async def _write(self) -> None:
        """Write the drafts, in a thread: the store may have to wait for another program."""
        self._write_due = False
        if not self._left:
            await asyncio.to_thread(self.presenter.answer.write)

    @on(Answer.Sent)
    def _sent(self, event: Answer.Sent) -> None:
        if self.phase != "asking" or self.at_work:
            return
        answer = colon_commands.read(event.response).answer
        if answer is None and "\n" not in event.response.strip():
            self.run_command(event.response)
        else:
            sent = event.response if answer is None else answer
            self.do(partial(self.presenter.send, sent, event.lacking))

    async def action_command_line(self) -> None:
        """A line for `:right` and its kin, where there is no text box to type it in."""
        from quizapp.tui.answer_boxes.line import Line

        if not self.query("#command"):
            line = Line(":", name="command")
            await self.mount(line, before=self.query_one("KeyBar"))
            line.focus()

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        await self._close_command_line()
        if words := event.value.lstrip(" :"):
            self.run_command(f":{words}")

    def action_certainty(self, certainty: int) -> None:
        """Grade with this certainty, or (0) with the one that is pointed at, if one is."""
        from quizapp.tui.widgets.rows import Rows

        pointed = self.query_one("#certainties", Rows).cursor
        if stated := certainty or (0 if pointed is None else pointed + 1):
            self.do(partial(self.presenter.state_certainty, stated))

    async def _close_command_line(self) -> bool:
        """Take the command line away; False if there was none."""
        found = self.query("#command")
        if found:
            await found.remove()
            (self.answer_box.begin if self.answer_box is not None else self.view.focus)()
        return bool(found)

    def run_command(self, text: str) -> None:
        """Do what a typed line that begins with a colon says."""
        read = colon_commands.read(text)
        if read.command is None:
            self.view.notice(colon_commands.refusal(read.unknown or ""))
            return
        if self.answer_box is not None:
            self.answer_box.clear_command()
        if read.command in ("hint", "skip") and self.phase != "asking":
            self.view.notice("Enter goes on to the next question first.")
        elif read.command == "repeat":
            self.view.scroll_home(animate=False)
        elif read.command == "quit":
            self.app.exit()
        elif read.command == "help":
            self.call_later(self.run_action, "app.help")
        else:
            self.action_act(read.command)

    @work(exclusive=True, group="hand-in")
    async def action_hand_in(self) -> None:
        """Hand in the exam, after asking once."""
        from quizapp.session.state import unanswered
        from quizapp.tui.screens.ask import HandInDialog

        presenter, session = self.presenter, self.session
        prompts = [session.short_prompt(name) for name in unanswered(session.state)]
        wanted = await self.app.push_screen_wait(HandInDialog(prompts))
        if wanted == "hand in":
            self.do(presenter.hand_in)
        elif wanted == "open":
            self.do(presenter.to_first_open)
        elif session.turn is None and not session.state.finished:
            self.do(partial(presenter.act, "back"))

    def _tick(self) -> None:
        """Each second of an exam with a time limit."""
        if self._handing_in or self._left:
            return
        self.title_bar(*title(self.session, self.presenter.given))
        if self.session.seconds_left == 0:
            self._handing_in = True
            self._hand_in_late()

    @work(exclusive=True, group="time")
    async def _hand_in_late(self) -> None:
        """The time is up: what stands in the box counts, and the exam is handed in."""
        # An answer that is just being graded comes first, so that it does not count twice.
        under_way = [worker for worker in self.workers if worker.group == DEED]
        with suppress(WorkerError):
            await self.workers.wait_for_complete(under_way)
        typed = self.answer_box.response() if self.answer_box is not None else ""
        await asyncio.to_thread(self.presenter.time_up, typed)
        self._handing_in = self.session.state.finished
        while self._handing_in and isinstance(self.app.screen, ModalScreen):
            await self.app.screen.dismiss(None)
        await self.show()

    async def action_home(self) -> None:
        """Home, where the session waits; or only away from the command line."""
        if not await self._close_command_line():
            self.program.action_home()

    def leave(self) -> None:
        """Write the draft, leave the session, and note the last words; once."""
        if self._presenter is not None and not self._left:
            self._left = True
            self._presenter.leave()
            self.program.note_end(self.session)

    def on_unmount(self) -> None:
        """Whatever ends this screen ends its session."""
        self.leave()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "whole":
            return self.phase == "told" and (self.view.cut or self.view.whole)
        name = str(parameters[0]) if action == "act" else action
        return name in self._live or not hasattr(self, f"action_{action}")
