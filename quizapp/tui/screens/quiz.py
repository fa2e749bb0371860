"""The quiz: asks question after question, and tells what each answer was worth."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.worker import WorkerError

from quizapp.app import session_end
from quizapp.app.workspace import UnusableBank
from quizapp.tui.opening import Enough, Opening, expected, opened
from quizapp.tui.screens.answering import AnsweringPage
from quizapp.tui.screens.question_page import DEED, one_at_a_time
from quizapp.tui.session_titles import help_words, title
from quizapp.tui.widgets.progress import Progress

UNTOLD = {
    "learn": "The passage that settles it will stand here.",
    "cram": "The passage that settles it will stand here.",
    "read": "The paragraph will stand here.",
}


class QuizScreen(AnsweringPage):
    """Built from how to open its session, which is done out of the screen's way."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Next"),
        Binding("f7,ctrl+pageup", "turn_back", "Back", key_display="F7"),
        Binding("f8,ctrl+pagedown", "turn_on", "Forward", key_display="F8"),
        Binding("f9", "hand_in", "Hand in", key_display="F9"),
        Binding("escape", "home", "Home", key_display="Esc"),
        Binding("escape", "change", "Change the answer", key_display="Esc"),
    ]

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self._handing_in = False
        self._late = False
        self._left = False

    def help_words(self) -> str:
        """By the mode of the session."""
        return help_words(self.open_session)

    def on_mount(self) -> None:
        """Open the session once the screen has been painted."""
        self.notice("")
        self.say_hint("")
        self.call_after_refresh(self.open)

    @work(exclusive=True, group="open")
    async def open(self) -> None:
        """Open the session in a thread, and ask its first question."""
        from quizapp.app.drafts import Drafts

        try:
            session = await opened(
                partial(self._opening, self.workspace),
                self.workspace,
                partial(self.say_prompt, None),
            )
        except UnusableBank as unusable:
            from quizapp.tui.screens.problems import ProblemsScreen

            self.quiz.to(ProblemsScreen(unusable.loaded))
            return
        except Enough as enough:
            self._opening = enough.more
            self.stuck(str(enough), f"Enter: {enough.count} more. Escape leads to the home screen.")
            self.phase = "enough"
            return
        except expected() as error:
            self.stuck(str(error))
            return
        self.open_session = session
        self.drafts = Drafts(
            self.workspace.start.data if session.recorder.keeps else None, session.id
        )
        if session.missing:
            gone = len(session.missing)
            what = "1 question is" if gone == 1 else f"{gone} questions are"
            self.notify(f"{what} not in the bank any more and left out.", markup=False)
        if session.time_limit is not None:
            self.set_interval(1.0, self._tick)
        self._late = session.state.finished
        ahead = ""
        if session.request.by is not None:
            ahead, _ = await asyncio.to_thread(session_end.ahead, session)
        await self.ask()
        if ahead and self.phase == "asking":
            self.notice(ahead)

    def stuck(self, words: str, way_on: str = "Escape leads to the home screen.") -> None:
        """There is no session: say why, and what leads on."""
        self.phase = "stuck"
        self.say_prompt(None, words)
        self.query_one("#frame").display = False
        self.notice(way_on)
        self.settle()

    # Asking

    async def ask(self) -> None:
        """Show the question whose turn it is, or what comes after the last."""
        from quizapp.tui.answer_boxes.by_kind import box

        self.gate.close()
        self._sent_answer = None
        turn = self.session.turn
        if self.session.reading is not None:
            await self.read()
            return
        if turn is None:
            await self._at_the_end()
            return
        question = self.session.question
        answer = box(question, self.session.offer, self._draft(turn.question))
        self.given, self._confirming = None, None
        self.hide_verdict(UNTOLD.get(self.session.state.mode, ""))
        self.say_prompt(question)
        self.say_hint(question.hint if turn.question in self.session.state.hinted else "")
        self.notice("")
        self.phase = "asking"
        await self.put(answer, answer.TITLE, answer.TIP)
        self.show_progress()
        answer.begin()
        self._begun = monotonic()
        self.refresh_bindings()
        self.settle()

    def show_progress(self) -> None:
        """Show the number of the question, and how far the session has come."""
        self.title_bar(*title(self.session, self.given))
        self.query_one(Progress).show_session(self.session.state)

    async def read(self) -> None:
        """Show the paragraph that comes after its questions."""
        from quizapp.bank.passage import to_read

        session = self.session
        passage, bank = session.reading, session.bank
        if passage is None:
            return
        self.given = None
        guessed = session.guessed
        shown = await asyncio.to_thread(
            lambda: to_read(passage, guessed, self.workspace.copy(bank))
        )
        self.phase = "reading"
        marked = " What your guesses were about is marked." if shown.spans else ""
        self.say_prompt(None, f"Read this (↑↓ scrolls); Enter goes on.{marked}")
        self.say_hint("")
        self.notice("")
        await self.show_reading(shown)
        self.show_progress()
        self.refresh_bindings()
        self.settle()

    @one_at_a_time
    async def action_go_on(self) -> None:
        """On to the next question or paragraph; or to more than is due today."""
        if self.phase == "enough":
            self.phase = "opening"
            self.query_one("#frame").display = True
            self.open()
            return
        if self.phase == "reading":
            await self.turn(self.session.read_on)
            return
        await self.ask()

    @one_at_a_time
    async def action_change(self) -> None:
        """Back from the certainty to the answer that was sent."""
        await self.ask()

    @one_at_a_time
    async def action_turn_back(self) -> None:
        """In an exam, the question before."""
        await self.turn(self.session.back)

    @one_at_a_time
    async def action_turn_on(self) -> None:
        """In an exam, the next question."""
        await self.turn(self.session.forward)

    # Ends

    async def _at_the_end(self) -> None:
        from quizapp.tui.screens.summary import SummaryScreen

        session = self.session
        if self.exam and not session.state.finished:
            self.action_hand_in()
            return
        await self.deed(session.leave)
        ahead = await asyncio.to_thread(session_end.ahead, session)
        if self.drafts is not None and session.state.finished:
            self.drafts.forget()
        self._note_last_words()
        self.open_session = None
        self.quiz.to(SummaryScreen(session, *ahead, late=self._late))

    @work(exclusive=True, group="hand-in")
    async def action_hand_in(self) -> None:
        """Hand in the exam, after asking once."""
        from quizapp.tui.screens.hand_in import HandInDialog

        session = self.session
        request = await self.app.push_screen_wait(HandInDialog(len(session.unanswered)))
        if request == "hand in":
            await self.deed(session.hand_in)
            if session.state.finished:
                await self._at_the_end()
        elif request == "open":
            await self.turn(lambda: session.turn_to(session.unanswered[0]))
        elif session.turn is None and not session.state.finished:
            await self.turn(session.back)

    def _tick(self) -> None:
        """Each second of an exam with a time limit."""
        if self.open_session is None or self._handing_in:
            return
        self.show_progress()
        if self.session.seconds_left == 0:
            self._handing_in = True
            self.hand_in_late()

    @work(exclusive=True, group="time")
    async def hand_in_late(self) -> None:
        """The time is up: what stands in the box counts, and the exam is handed in."""
        session = self.session
        # An answer that is just being graded comes first, so that it does not count twice.
        under_way = [worker for worker in self.workers if worker.group == DEED]
        with suppress(WorkerError):
            await self.workers.wait_for_complete(under_way)
        sent = self.standing
        if sent is not None and not session.state.finished:
            await self.deed(lambda: session.answer(sent.answer, sent.seconds))
        await self.deed(session.hand_in)
        self._handing_in = session.state.finished
        if session.state.finished:
            while isinstance(self.app.screen, ModalScreen):
                await self.app.screen.dismiss(None)
            self._late = True
            await self._at_the_end()

    async def action_home(self) -> None:
        """Home, where the session waits; or only away from the command line."""
        if not await self.close_command_line():
            self.quiz.action_home()

    def leave(self) -> None:
        """Write the draft, leave the session, and note the last words; once."""
        if self.open_session is None or self._left:
            return
        self._left = True
        if self.drafts is not None:
            self.drafts.write()
        try:
            self.open_session.leave()
        except expected():
            # It stays open then, and can be resumed.
            pass
        self._note_last_words()

    def on_unmount(self) -> None:
        """Whatever ends this screen ends its session."""
        self.leave()

    def _note_last_words(self) -> None:
        self.quiz.note_end(self.session)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now has a key in the footer."""
        if action == "go_on":
            return self.phase in ("told", "enough", "reading")
        if action in ("home", "change"):
            return (action == "change") == (self.phase == "sure")
        if action in ("turn_back", "turn_on", "hand_in"):
            return self.phase == "asking" and self.exam
        return super().check_action(action, parameters)
