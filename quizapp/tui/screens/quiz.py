"""The quiz: asks question after question, and tells what each answer was worth."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from quizapp.desk import Desk, Unusable
from quizapp.tui.screens.deeds import DeedsPage
from quizapp.tui.widgets.answer import TOO_LONG, Answer, too_long
from quizapp.tui.widgets.progress import Progress

if TYPE_CHECKING:
    from quizapp.bank.passage import Shown
    from quizapp.session.sitting import Sitting
    from quizapp.session.state import Given
    from quizapp.session.wish import Wish

Opening = Callable[[Desk], "Sitting"]

UNTOLD = "The passage that settles it will stand here."
DONT_KNOW = "Nothing is recorded yet. Enter once more means “I don't know”."
WRITE_AFTER = 0.4
"""Seconds after which what was typed is written to the draft."""
BOUNCE = 0.3
"""Seconds after which a second Enter is one, and not the first bouncing."""


class Enough(Exception):
    """Nothing is left for today; `more` opens a session all the same."""

    def __init__(self, message: str, more: Opening) -> None:
        super().__init__(message)
        self.more = more


def studied(path: Path, wish: Wish) -> Opening:
    """Opening a new session on the bank at `path`. The opening raises Enough too."""

    def opening(desk: Desk) -> Sitting:
        from quizapp.session.learn import DoneForToday

        try:
            return desk.begin(desk.bank(path), wish)
        except DoneForToday as done:
            if done.more is None:
                raise
            raise Enough(str(done), studied(path, done.more)) from done

    return opening


def resumed(session: str, path: Path | None = None) -> Opening:
    """Opening a session again."""
    return lambda desk: desk.resume(session, path)


class QuizScreen(DeedsPage):
    """Built from how to open its session, which is done out of the screen's way."""

    HELP = (
        "Type or choose your answer; Enter answers, Enter goes on. An empty Enter records nothing; "
        "a second one means “I don't know”. The hint halves the credit. What you skip comes back "
        "at the end, what you miss after three others. A verdict may be overruled: it is your "
        "learning. Everything is kept as you go: leave whenever you like."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "Next"),
        Binding("f7,ctrl+pageup", "turn_back", "Back", key_display="F7"),
        Binding("f8,ctrl+pagedown", "turn_on", "Forward", key_display="F8"),
        Binding("f9", "hand_in", "Hand in", key_display="F9"),
        Binding("escape", "home", "Home", key_display="Esc"),
    ]

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self._begun = 0.0
        self._confirming: str | None = None
        self._confirms_from = 0.0
        self._write_due = False
        self._held = False

    def on_mount(self) -> None:
        """Open the session once the screen has been painted."""
        self.notice("")
        self.say_hint("")
        self.call_after_refresh(self.open)

    @work(exclusive=True, group="open")
    async def open(self) -> None:
        """Open the session in a thread, and ask its first question."""
        from quizapp.drafts import Drafts

        try:
            sitting = await asyncio.to_thread(self._opening, self.desk)
        except Unusable as unusable:
            from quizapp.tui.screens.problems import ProblemsScreen

            self.quiz.to(ProblemsScreen(unusable.loaded))
            return
        except Enough as enough:
            self._opening = enough.more
            self.stuck(str(enough), "Enter: more all the same. Escape leads to the home screen.")
            self.phase = "enough"
            return
        except _expected() as error:
            self.stuck(str(error))
            return
        self.open_sitting = sitting
        self.drafts = Drafts(self.desk.start.data if sitting.kept else None, sitting.id)
        if sitting.dropped:
            gone = len(sitting.dropped)
            what = "1 question is" if gone == 1 else f"{gone} questions are"
            self.notify(f"{what} not in the bank any more and left out.", markup=False)
        await self.ask()

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
        from quizapp.tui.widgets.boxes import box

        self.gate.close()
        turn = self.sitting.turn
        if turn is None:
            await self._at_the_end()
            return
        question = self.sitting.question
        answer = box(question, self.sitting.offer, self._draft(turn.question))
        self.given, self._confirming = None, None
        self.hide_verdict("" if self.exam else UNTOLD)
        self.say_prompt(question)
        self.say_hint(question.hint if turn.question in self.sitting.session.hinted else "")
        self.notice("")
        self.phase = "asking"
        await self.put(answer, answer.TITLE, answer.TIP)
        self.show_progress()
        answer.begin()
        self._begun = monotonic()
        self.refresh_bindings()
        self.settle()

    def _draft(self, question: str) -> str:
        """What was typed there before; in an exam, what was answered."""
        draft = self.drafts.get(question) if self.drafts is not None else ""
        previous = self.sitting.previous if self.exam and not draft else None
        return previous.response if previous is not None else draft

    def show_progress(self) -> None:
        """Show the number of the question, and how far the session has come."""
        sitting, turn = self.sitting, self.sitting.turn
        plan = sitting.session.plan
        where = ""
        if self.given is not None:
            asked = self.given.question
            number = next((n for n, p in enumerate(plan, 1) if p.question == asked), 0)
            where = f"{number}/{len(plan)}"
        elif turn is not None:
            where = f"{turn.number}/{turn.planned}" + (" again" if turn.again else "")
        warning = "" if sitting.kept else "not kept"
        self.title_bar(sitting.bank.title + (" · exam" if self.exam else ""), where, warning)
        self.query_one(Progress).show_session(sitting.session)

    @on(Answer.Noted)
    def _noted(self, event: Answer.Noted) -> None:
        self.notice(event.note)

    @on(Answer.Changed)
    def _changed(self, event: Answer.Changed) -> None:
        turn = self.open_sitting.turn if self.open_sitting is not None else None
        if self.phase != "asking" or self.drafts is None or turn is None:
            return
        draft = event.answer.draft
        if self._confirming not in (None, draft):
            self._confirming = None
            self.notice("")
        self.drafts.set(turn.question, "" if draft.lstrip().startswith(":") else draft)
        if not self._write_due:
            self._write_due = True
            self.set_timer(WRITE_AFTER, self._write)

    def _write(self) -> None:
        """Write the drafts, and keep a session in which nothing else has happened yet."""
        self._write_due = False
        if self.drafts is None or self.open_sitting is None:
            return
        if self.drafts.any and not self._held:
            self._held = True
            try:
                self.open_sitting.hold()
            except _expected():
                # Whatever hinders the store is told with the answer; the draft needs none.
                self._held = False
        self.drafts.write()

    # Answering

    @on(Answer.Sent)
    def _sent(self, event: Answer.Sent) -> None:
        from quizapp import typed

        text = event.response
        read = typed.read(text)
        if self.phase != "asking":
            return
        if "\n" not in text.strip() and read.answer is None:
            self.run_command(text)
            return
        answer = read.answer if read.answer is not None else text
        if too_long(answer):
            self.notice(TOO_LONG)
            return
        blank = not answer.strip()
        if ((blank and not self.exam) or event.lacking) and not self._confirmed(text):
            again = f"{event.lacking} Enter once more answers as it is."
            self.notice(DONT_KNOW if blank else again)
            return
        self.send(answer)

    def _confirmed(self, draft: str) -> bool:
        """Whether this is a second Enter on the same draft."""
        if self._confirming == draft:
            return monotonic() >= self._confirms_from
        self._confirming = draft
        self._confirms_from = monotonic() + BOUNCE
        return False

    @work(exclusive=True, group="deed")
    async def send(self, answer: str) -> None:
        """Have the answer graded and kept, and tell the verdict; in an exam, go on."""
        sitting, seconds = self.sitting, monotonic() - self._begun
        asked, box = sitting.turn, self.answer_box
        if asked is None or box is None or self.drafts is None:
            return
        if self.exam and not answer.strip():
            await self.turn(sitting.forward)
            return
        if answer.strip():
            given = await self.deed(lambda: sitting.answer(answer, seconds))
        else:
            given = await self.deed(lambda: sitting.give_up(seconds))
        if given is None:
            return
        self.drafts.set(asked.question, "")
        self.drafts.write()
        if self.exam:
            await self.ask()
        else:
            await self.tell(given, box)

    async def tell(self, given: Given, box: Answer) -> None:
        """Show the verdict, why, the answer, and the passage that settles it."""
        self.given = given
        await self.show_given(box.question, box.offer, given)
        self.phase = "told"
        self.notice("")
        self.show_ruled(given)
        await self.show_passages(await asyncio.to_thread(self._passages, given))
        self.settle()

    def _passages(self, given: Given) -> tuple[Shown, ...]:
        from quizapp.bank.passage import shown

        bank = self.sitting.bank
        return shown(bank, self.sitting.question_of(given.question), self.desk.copy(bank))

    async def action_go_on(self) -> None:
        """On to the next question; or to more than is due today."""
        if self.phase == "enough":
            self.phase = "opening"
            self.query_one("#frame").display = True
            self.open()
            return
        await self.ask()

    async def action_turn_back(self) -> None:
        """In an exam, the question before."""
        await self.turn(self.sitting.back)

    async def action_turn_on(self) -> None:
        """In an exam, the next question."""
        await self.turn(self.sitting.forward)

    # Ends

    async def _at_the_end(self) -> None:
        from quizapp.tui.screens.summary import SummaryScreen

        sitting = self.sitting
        if self.exam and not sitting.session.finished:
            self.action_hand_in()
            return
        await self.deed(sitting.leave)
        if self.drafts is not None and sitting.session.finished:
            self.drafts.forget()
        self._note_last_words()
        self.open_sitting = None
        self.quiz.to(SummaryScreen(sitting))

    @work(exclusive=True, group="hand-in")
    async def action_hand_in(self) -> None:
        """Hand in the exam, after asking once."""
        from quizapp.tui.screens.sheets import HandInSheet

        sitting = self.sitting
        if await self.app.push_screen_wait(HandInSheet(len(sitting.unanswered))):
            await self.deed(sitting.hand_in)
            if sitting.session.finished:
                await self._at_the_end()
        elif sitting.turn is None:
            await self.turn(sitting.back)

    async def action_home(self) -> None:
        """Home, where the session waits; or only away from the command line."""
        if not await self.close_command_line():
            self.quiz.action_home()

    def on_unmount(self) -> None:
        """Whatever ends this screen: the draft is written, and the last words are known."""
        if self.open_sitting is not None:
            self._write()
            try:
                self.open_sitting.leave()
            except _expected():
                # It stays open then, and can be resumed.
                pass
            self._note_last_words()

    def _note_last_words(self) -> None:
        from quizapp.farewell import farewell

        self.quiz.last_words = farewell(self.sitting, self.desk.start)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now has a key in the footer."""
        if action == "go_on":
            return self.phase in ("told", "enough")
        if action in ("turn_back", "turn_on", "hand_in"):
            return self.phase == "asking" and self.exam
        return super().check_action(action, parameters)


def _expected() -> tuple[type[Exception], ...]:
    """What may go wrong with a session by no fault of the program."""
    from quizapp.session.plan import NothingToAsk
    from quizapp.session.sitting import Refused
    from quizapp.store.errors import StoreError

    return (NothingToAsk, Refused, StoreError)
