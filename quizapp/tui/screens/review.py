"""Looking back: responses one by one, each with its verdict and the passage that settles it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import work
from textual.binding import Binding, BindingType

from quizapp.kinds.base import Offer, Question
from quizapp.tui.screens.question_page import QuestionPage, one_at_a_time

if TYPE_CHECKING:
    from quizapp.bank.model import Bank
    from quizapp.bank.passage import Shown
    from quizapp.session.events import GradedResponse, Ruling
    from quizapp.session.run import SessionRun


Decide = Callable[[str, "Ruling | None"], "GradedResponse"]
"""Rules the response of this id, or (None) takes its latest ruling back; has that kept, and gives
the response as it is then. Raises Refused, and StoreError."""


def in_session(session: SessionRun) -> Decide:
    """Rulings on the responses of a session that is at hand."""

    def decide(response: str, ruling: Ruling | None) -> GradedResponse:
        from quizapp.session.state import response_of

        if ruling is not None:
            return session.rule(ruling, response)
        session.undo(response)
        given = response_of(session.state, response)
        assert given is not None
        return given

    return decide


class Step(NamedTuple):
    """One stop: a response and its question, None where the bank has it no more."""

    question: Question | None
    given: GradedResponse


class ReviewScreen(QuestionPage):
    """A walk through `steps`; the responses may be ruled on the way."""

    HELP = (
        "Your responses one by one, each beside the passage that settles it. "
        "Where a verdict was not fair, rule on it: scores and schedule follow, and the verdict is "
        "kept beside your ruling. An exam's score stays; what it would be is said beside it."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right,n", "step(1)", "Next"),
        Binding("left,p", "step(-1)", "Before", key_display="←"),
        Binding("r", "rule('right')", "I was right"),
        Binding("w", "rule('wrong')", "I was wrong"),
        Binding("v", "rule('void')", "Sent by mistake"),
        Binding("u", "undo", "Undo"),
        Binding("escape", "back", "Back", key_display="Esc"),
    ]

    def __init__(
        self,
        title: str,
        bank: Bank | None,
        steps: Sequence[Step],
        decide: Decide,
        at: int = 0,
    ) -> None:
        super().__init__()
        self._title = title
        self._bank = bank
        self._steps = list(steps)
        self._at = at
        self._decide = decide

    def on_mount(self) -> None:
        """Show the first."""
        self.show_step()

    @work(exclusive=True, group="step")
    async def show_step(self) -> None:
        """Show where the walk stands."""
        self.gate.close()
        question, given = self._steps[self._at]
        self.title_bar(self._title, f"{self._at + 1}/{len(self._steps)}")
        self.query_one("Progress").display = False
        self.say_prompt(question, f"The question {given.question} is not in the bank any more.")
        self.say_hint("")
        self.notice("")
        await self.show_given(question, question.offer(0) if question else Offer(), given)
        self.show_verdict(question, given, self._everything())
        await self.show_passages(await asyncio.to_thread(self._passages, question))
        self.refresh_bindings()
        self.settle()

    def _everything(self) -> frozenset[str]:
        """On a look back all questions have been asked."""
        from quizapp.session.run import accepted_answers

        return accepted_answers(step.question for step in self._steps if step.question)

    def _passages(self, question: Question | None) -> tuple[Shown, ...]:
        from quizapp.bank.passage import shown

        if question is None or self._bank is None:
            return ()
        return shown(self._bank, question, self.workspace.copy(self._bank))

    def action_step(self, by: int) -> None:
        """On or back; past the last, out."""
        to = self._at + by
        if to >= len(self._steps):
            self.action_back()
        elif to >= 0:
            self._at = to
            self.show_step()

    @one_at_a_time
    async def action_rule(self, ruling: Ruling) -> None:
        """Rule this response right, wrong or sent by mistake."""
        await self._decided(ruling)

    @one_at_a_time
    async def action_undo(self) -> None:
        """Take back the ruling on this response."""
        await self._decided(None)

    async def _decided(self, ruling: Ruling | None) -> None:
        from quizapp.session.errors import NotAllowed
        from quizapp.store.errors import StoreError

        at = self._at
        question, given = self._steps[at]
        self.gate.close()
        try:
            given = await asyncio.to_thread(self._decide, given.id, ruling)
        except (StoreError, NotAllowed) as error:
            self.notice(str(error), "bold $text-warning")
        else:
            self._steps[at] = Step(question, given)
            self.show_verdict(question, given, self._everything())
            self.notice("")
        self.refresh_bindings()
        self.settle()

    def action_back(self) -> None:
        """Back to where the walk began."""
        self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        given = self._steps[self._at].given
        if action == "rule":
            if not given.id or given.ruling is not None:
                return False
            return "void" in parameters or ("right" in parameters) != given.verdict.accepted
        if action == "undo":
            return given.ruling is not None
        if action == "step" and parameters and parameters[0] == -1:
            return self._at > 0
        return True
