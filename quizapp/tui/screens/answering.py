"""Answering: what is typed and sent, how sure one is of it, and the verdict that comes back."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from textual import on

from quizapp.app.wording import NOT_YET, crammed
from quizapp.tui.answer_boxes.base import TOO_LONG, Answer, too_long
from quizapp.tui.opening import expected
from quizapp.tui.screens.question_page import one_at_a_time
from quizapp.tui.screens.session_actions import SessionActionsPage

if TYPE_CHECKING:
    from quizapp.bank.passage import Shown
    from quizapp.kinds.base import Offer, Question
    from quizapp.session.events import GradedResponse

DONT_KNOW = f"{NOT_YET} Enter once more means “I don't know”."
WRITE_AFTER = 0.4
"""Seconds after which what was typed is written to the draft."""
BOUNCE = 0.3
"""Seconds after which a second Enter is one, and not the first bouncing."""


class SentAnswer(NamedTuple):
    """What was sent and is not graded yet: to the planned question `name`, as it was offered."""

    name: str
    answer: str
    seconds: float
    question: Question
    offer: Offer


class AnsweringPage(SessionActionsPage):
    """A page on which questions are answered; what is typed is kept as a draft until it counts."""

    def __init__(self) -> None:
        super().__init__()
        self._begun = 0.0
        self._confirming: str | None = None
        self._confirms_from = 0.0
        self._write_due = False
        self._held = False
        self._sent_answer: SentAnswer | None = None

    @property
    def standing(self) -> SentAnswer | None:
        """What was answered and does not count yet: sent without a certainty, or only typed."""
        from quizapp.app import colon_commands

        if self._sent_answer is not None:
            return self._sent_answer
        session, box = self.session, self.answer_box
        turn = session.turn
        if box is None or turn is None:
            return None
        answer = colon_commands.read(box.response()).answer or ""
        held = session.previous.response if session.previous is not None else ""
        if not answer.strip() or answer == held or too_long(answer):
            return None
        if box.question.unreadable(answer) is not None:
            return None
        seconds = monotonic() - self._begun
        return SentAnswer(turn.question, answer, seconds, box.question, box.offer)

    def _draft(self, question: str) -> str:
        """What was typed there before; in an exam, what was answered."""
        draft = self.drafts.get(question) if self.drafts is not None else ""
        previous = self.session.previous if self.exam and not draft else None
        return previous.response if previous is not None else draft

    @on(Answer.Noted)
    def _noted(self, event: Answer.Noted) -> None:
        self.notice(event.note)

    @on(Answer.Changed)
    def _changed(self, event: Answer.Changed) -> None:
        turn = self.open_session.turn if self.open_session is not None else None
        if self.phase != "asking" or self.at_work or self.drafts is None or turn is None:
            return
        draft = event.answer.draft
        if self._confirming not in (None, draft):
            self._confirming = None
            self.notice("")
        self.drafts.set(turn.question, "" if draft.lstrip().startswith(":") else draft)
        if not self._write_due:
            self._write_due = True
            self.set_timer(WRITE_AFTER, lambda: self.run_worker(self._write(), group="drafts"))

    async def _write(self) -> None:
        """Write the drafts, and keep a session in which nothing else has happened yet.

        The store may have to wait for another program, so a thread sees to it.
        """
        self._write_due = False
        if self.drafts is None or self.open_session is None:
            return
        self.drafts.write()
        if self.drafts.any and not self._held:
            self._held = True
            try:
                await asyncio.to_thread(self.open_session.hold)
            except expected():
                # Whatever hinders the store is told with the answer; the draft needs none.
                self._held = False

    @on(Answer.Sent)
    def _sent(self, event: Answer.Sent) -> None:
        from quizapp.app import colon_commands

        text = event.response
        read = colon_commands.read(text)
        if self.phase != "asking" or self.at_work:
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

    @one_at_a_time
    async def send(self, answer: str) -> None:
        """Have the answer graded and kept, and tell the verdict; in an exam, go on.

        What has not the form that is asked for stays in the box, and nothing is recorded.
        """
        session, seconds = self.session, monotonic() - self._begun
        asked, box = session.turn, self.answer_box
        if asked is None or box is None or self.drafts is None:
            return
        missed = await asyncio.to_thread(box.question.unreadable, answer)
        if missed is not None:
            self.notice(f"{missed} {NOT_YET}")
            return
        if self.exam and not answer.strip():
            await self.turn(session.forward)
            return
        self._sent_answer = SentAnswer(asked.question, answer, seconds, box.question, box.offer)
        if answer.strip() and session.asks_certainty:
            # It was sent: whatever ends the program now, it stands there again.
            self.drafts.set(asked.question, box.draft)
            await self._write()
            await self.ask_certainty(answer)
        else:
            await self.grade(None)

    async def ask_certainty(self, answer: str) -> None:
        """Ask how sure the learner is of what was sent, before the verdict."""
        from quizapp.tui.rendering import response_line
        from quizapp.tui.widgets.certainty import CertaintyPrompt

        self.gate.close()
        self.phase = "sure"
        self.notice("")
        sure = CertaintyPrompt(response_line(answer), self.certainty_said)
        await self.put(sure, "How sure are you?", "1, 2 or 3 · Esc changes the answer")
        sure.begin()
        self.refresh_bindings()
        self.settle()

    def certainty_said(self, certainty: int) -> None:
        """Have the answer graded with this certainty."""
        if self.phase == "sure":
            self.grade_in_turn(certainty)

    @one_at_a_time
    async def grade_in_turn(self, certainty: int) -> None:
        """As `grade`, after whatever is being done."""
        await self.grade(certainty)

    async def grade(self, certainty: int | None) -> None:
        """Have what was sent graded and kept, and tell the verdict; in an exam, go on."""
        session, sent = self.session, self._sent_answer
        if sent is None or self.drafts is None:
            return
        if sent.answer.strip():
            given = await self.deed(lambda: session.answer(sent.answer, sent.seconds, certainty))
        else:
            given = await self.deed(lambda: session.give_up(sent.seconds))
        if given is None:
            return
        self._sent_answer = None
        self.drafts.set(sent.name, "")
        self.drafts.write()
        if self.exam:
            await self.ask()
        else:
            await self.tell(given, sent)

    async def tell(self, given: GradedResponse, sent: SentAnswer) -> None:
        """Show the verdict, why, the answer, and the passage that settles it."""
        self.given = given
        await self.show_given(sent.question, sent.offer, given)
        self.phase = "told"
        mode = self.session.state.mode
        self.notice(crammed(self.session.times_right) if mode == "cram" else "")
        self.show_ruled(given)
        await self.show_passages(await asyncio.to_thread(self._passages, given))
        self.settle()

    def _passages(self, given: GradedResponse) -> tuple[Shown, ...]:
        from quizapp.bank.passage import shown

        bank = self.session.bank
        if self.session.state.mode == "read":
            # The paragraph itself comes once all its questions were guessed at.
            return ()
        return shown(bank, self.session.question_of(given.question), self.workspace.copy(bank))
