"""Looking back: responses one by one, each with its verdict and the passage that settles it."""

from collections.abc import Sequence
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding

from quizapp.app.presenter import SessionPresenter
from quizapp.session.responses import GradedResponse, Ruling
from quizapp.session.state import response_of
from quizapp.tui.literal_text import FAINT
from quizapp.tui.page import Page
from quizapp.tui.question_view import QuestionView
from quizapp.tui.screens.ask import flag
from quizapp.tui.session_keys import rulings


class ReviewScreen(Page):
    """A walk through responses of a session, which may be ruled on the way."""

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
        self, presenter: SessionPresenter, responses: Sequence[GradedResponse], at: int = 0
    ) -> None:
        super().__init__()
        self.view = QuestionView()
        self.presenter = presenter
        self._responses, self._at = responses, at

    def body(self) -> ComposeResult:
        yield self.view

    def on_mount(self) -> None:
        self.view.say_hint("")
        self.do(partial(self.presenter.look_at, self._given))

    @property
    def _given(self) -> GradedResponse:
        """The response that is shown, as it stands now."""
        given = self._responses[self._at]
        return response_of(self.presenter.session.state, given.id) or given

    async def show(self) -> None:
        presenter = self.presenter
        self.title_bar(presenter.session.bank.title, f"{self._at + 1}/{len(self._responses)}")
        if presenter.said is not None:
            presenter.said = presenter.said._replace(asks=False, back="")
        await self.view.present(presenter)
        tone = "bold $text-warning" if presenter.unkept else FAINT
        self.view.notice(presenter.unkept or presenter.notice, tone)
        self.refresh_bindings()
        self.settle()

    def action_step(self, by: int) -> None:
        to = self._at + by
        if to >= len(self._responses):
            self.app.pop_screen()
        elif to >= 0:
            self._at = to
            self.do(partial(self.presenter.look_at, self._given))

    def action_rule(self, ruling: Ruling) -> None:
        self.do(partial(self.presenter.rule, ruling))

    def action_undo(self) -> None:
        self.do(self.presenter.undo)

    async def action_whole(self) -> None:
        await self.view.toggle_whole()

    @work(exclusive=True, group="flag")
    async def action_flag(self) -> None:
        await flag(self, self.presenter)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        given = self._given
        if action == "rule":
            return parameters[0] in rulings(given)
        if action == "undo":
            return given.claim is not None and given.decision is None
        if action == "whole":
            return self.view.cut or self.view.whole
        if action == "step" and parameters and parameters[0] == -1:
            return self._at > 0
        return True
