"""Looking back: responses one by one, each with its verdict and the passage that settles it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import work
from textual.binding import Binding, BindingType

from quizapp.kinds.base import Offer, Question
from quizapp.tui.screens.asked import AskedPage

if TYPE_CHECKING:
    from quizapp.bank.model import Bank
    from quizapp.bank.passage import Shown
    from quizapp.session.sitting import Sitting
    from quizapp.session.state import Given, Ruling


class Step(NamedTuple):
    """One stop: a response and its question, None where the bank has it no more."""

    question: Question | None
    given: Given


class WalkScreen(AskedPage):
    """A walk through `steps`; with a `sitting`, the responses may be ruled on the way."""

    HELP = (
        "Your responses one by one, each beside the passage that settles it. "
        "A ruling of yours is kept beside the verdict, which stays as it was."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right,n", "step(1)", "Next"),
        Binding("left,p", "step(-1)", "Before", key_display="←"),
        Binding("r", "rule('right')", "I was right"),
        Binding("w", "rule('wrong')", "I was wrong"),
        Binding("escape", "back", "Back", key_display="Esc"),
    ]

    def __init__(
        self,
        title: str,
        bank: Bank | None,
        steps: Sequence[Step],
        at: int = 0,
        sitting: Sitting | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._bank = bank
        self._steps = list(steps)
        self._at = at
        self._sitting = sitting

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
        from quizapp.session.view import accepted_answers

        return accepted_answers(step.question for step in self._steps if step.question)

    def _passages(self, question: Question | None) -> tuple[Shown, ...]:
        from quizapp.bank.passage import shown

        if question is None or self._bank is None:
            return ()
        return shown(self._bank, question, self.desk.copy(self._bank))

    def action_step(self, by: int) -> None:
        """On or back; past the last, out."""
        to = self._at + by
        if to >= len(self._steps):
            self.action_back()
        elif to >= 0:
            self._at = to
            self.show_step()

    @work(exclusive=True, group="deed")
    async def action_rule(self, ruling: Ruling) -> None:
        """Rule this response."""
        from quizapp.session.sitting import Refused
        from quizapp.store.errors import NotKept

        question, given = self._steps[self._at]
        sitting = self._sitting
        if sitting is None:
            return
        call: Callable[[], Given] = lambda: sitting.rule(ruling, given.id)  # noqa: E731
        try:
            ruled = await asyncio.to_thread(call)
        except (NotKept, Refused) as error:
            self.notice(str(error), "bold $text-warning")
            return
        self._steps[self._at] = Step(question, ruled)
        self.show_verdict(question, ruled, self._everything())
        self.refresh_bindings()

    def action_back(self) -> None:
        """Back to where the walk began."""
        self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now."""
        if action == "rule":
            given = self._steps[self._at].given
            if self._sitting is None or not given.id or given.ruling is not None:
                return False
            return ("right" in parameters) != given.verdict.accepted
        if action == "step" and parameters and parameters[0] == -1:
            return self._at > 0
        return True
