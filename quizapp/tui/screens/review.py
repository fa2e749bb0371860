"""Looking back: responses one by one, each with its verdict and the passage that settles it."""

import asyncio
from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding

from quizapp.app.rulings import asks_first
from quizapp.app.verdict_text import verdict_text
from quizapp.app.wording import flag_told
from quizapp.bank.model import Bank
from quizapp.bank.passage import Shown, shown
from quizapp.kinds.base import Question, all_accepted
from quizapp.session.errors import NotAllowed
from quizapp.session.responses import GradedResponse, Ruling
from quizapp.store.errors import StoreError
from quizapp.tui.literal_text import FAINT, literal
from quizapp.tui.page import Page
from quizapp.tui.question_view import QuestionView
from quizapp.tui.rendering import prompt
from quizapp.tui.screens.ask import ask_why
from quizapp.tui.session_keys import rulings

Decide = Callable[[str, "Ruling | None"], "GradedResponse"]
"""Rules the response of this id, or (None) takes its latest ruling back; has that kept, and gives
the response as it is then. Raises Refused, and StoreError."""


class Step(NamedTuple):
    """One stop: a response and its question, None where the bank has it no more."""

    question: Question | None
    given: GradedResponse


class ReviewScreen(Page):
    """A walk through `steps`; the responses may be ruled on the way."""

    HELP = (
        "Your responses one by one, each beside the passage that settles it. "
        "Where a verdict was not fair, rule on it: scores and schedule follow, and the verdict is "
        "kept beside your ruling. An exam's score stays; what it would be is said beside it."
    )

    CSS_PATH = "question.tcss"

    BINDINGS = [
        Binding("enter,right,n", "step(1)", "Next"),
        Binding("left,p", "step(-1)", "Before", key_display="←"),
        Binding("r", "rule('right')", "I was right"),
        Binding("w", "rule('wrong')", "I was wrong"),
        Binding("x", "rule('void')", "Don't count it"),
        Binding("f4,u", "undo", "Undo", key_display="F4"),
        Binding("f6", "flag", "Flag", key_display="F6"),
        Binding("z", "whole", "All of it"),
        Binding("escape", "app.back", "Back", key_display="Esc"),
    ]

    def __init__(
        self,
        title: str,
        bank: Bank | None,
        steps: Sequence[Step],
        decide: Decide,
        flag: Callable[[str, str | None], None],
        at: int = 0,
    ) -> None:
        super().__init__()
        self._title, self._bank, self._steps, self._at = title, bank, list(steps), at
        self._decide, self._flag = decide, flag
        self._everything = all_accepted(step.question for step in steps if step.question)
        """What is right for any question: on a look back all have been asked."""
        self._confirming = ""

    def body(self) -> ComposeResult:
        yield QuestionView()

    @property
    def view(self) -> QuestionView:
        return self.query_one(QuestionView)

    def on_mount(self) -> None:
        self.view.say_hint("")
        self.show_step()

    @work(exclusive=True, group="step")
    async def show_step(self, notice: str = "", tone: str = FAINT) -> None:
        """Show where the walk stands, with a sentence below."""
        self.gate.close()
        question, given = self._steps[self._at]
        self.title_bar(self._title, f"{self._at + 1}/{len(self._steps)}")
        asked = (
            prompt(question)
            if question is not None
            else literal(f"The question {given.question} is not in the bank any more.")
        )
        said = verdict_text(question, given, self._everything)
        passages = await asyncio.to_thread(self._passages, question)
        await self.view.tell(asked, said._replace(asks=False), passages)
        self.view.notice(notice, tone)
        self.refresh_bindings()
        self.settle()

    def _passages(self, question: Question | None) -> tuple[Shown, ...]:
        if question is None or self._bank is None:
            return ()
        return shown(self._bank, question, self.workspace.copy(self._bank))

    def action_step(self, by: int) -> None:
        to = self._at + by
        if to >= len(self._steps):
            self.app.pop_screen()
        elif to >= 0:
            self._at = to
            self.show_step()

    async def action_whole(self) -> None:
        await self.view.toggle_whole()

    def action_rule(self, ruling: Ruling) -> None:
        question, given = self._steps[self._at]
        doubt = asks_first(question, given, ruling) if question is not None else ""
        before, self._confirming = self._confirming, given.id
        if doubt and before != given.id:
            self.view.notice(doubt)
        else:
            self._decided(ruling)

    def action_undo(self) -> None:
        self._decided(None)

    @work(group="step")
    async def _decided(self, ruling: Ruling | None) -> None:
        at = self._at
        question, given = self._steps[at]
        self.gate.close()
        try:
            given = await asyncio.to_thread(self._decide, given.id, ruling)
        except (StoreError, NotAllowed) as error:
            self.show_step(str(error), "bold $text-warning")
        else:
            self._steps[at] = Step(question, given)
            self.show_step()

    @work(exclusive=True, group="flag")
    async def action_flag(self) -> None:
        question = self._steps[self._at].given.question
        bank = self._bank.id if self._bank is not None else ""
        try:
            wish = await ask_why(self, bank, question)
            if wish is None:
                return
            await asyncio.to_thread(self._flag, question, wish.why)
        except (StoreError, NotAllowed) as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.notify(flag_told(wish.why), markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        given = self._steps[self._at].given
        if action == "rule":
            return parameters[0] in rulings(given)
        if action == "undo":
            return given.claim is not None and given.decision is None
        if action == "whole":
            return self.view.cut or self.view.whole
        if action == "step" and parameters and parameters[0] == -1:
            return self._at > 0
        return True
