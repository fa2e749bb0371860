"""One question, one screen: how a question, an answer, a verdict and a passage stand on it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, ParamSpec, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from quizapp.app.wording import SAME
from quizapp.tui.literal import FAINT, KEY, literal
from quizapp.tui.page import Page
from quizapp.tui.widgets.progress import Progress
from quizapp.tui.widgets.verdict_panel import PassagePanel, VerdictPanel

if TYPE_CHECKING:
    from quizapp.bank.passage import Shown
    from quizapp.kinds.base import Offer, Question
    from quizapp.session.events import GradedResponse

P = ParamSpec("P")
Here = TypeVar("Here", bound="QuestionPage")
DEED = "deed"
"""The group of the workers that do something to what was answered."""


def one_at_a_time(
    do: Callable[Concatenate[Here, P], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[Here, P], None]:
    """Have this done by a worker; not at all where it is asked for while another is at work.

    Keys can come in a burst (a paste is one in many terminals): the second of them was not meant
    for what the first is about to show.
    """

    def begin(page: Here, /, *args: P.args, **how: P.kwargs) -> None:
        if not page.at_work:
            page.run_worker(do(page, *args, **how), group=DEED)

    return begin


class QuestionPage(Page):
    """Question, answer and verdict on one side; the passage below, or beside where it is wide.

    While a verdict is shown the page has the class `-told`.
    """

    CSS_PATH: ClassVar[str] = "question.tcss"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("pagedown", "scroll_page(1)", show=False),
        Binding("up", "scroll_line(-1)", show=False),
        Binding("down", "scroll_line(1)", show=False),
    ]

    def body(self) -> ComposeResult:
        """Empty places for all of it."""
        yield Progress()
        with Container(id="body"):
            with VerticalScroll(id="left", can_focus=False):
                yield Static("", id="prompt")
                yield Static("", id="hint")
                yield Container(id="frame")
                yield Static("", id="notice")
                yield Static("", id="head")
                yield VerdictPanel()
            yield PassagePanel()

    @property
    def at_work(self) -> bool:
        """Whether a deed is being done: another would be done to what it is about to change."""
        return any(one.group == DEED and not one.is_finished for one in self.workers)

    @property
    def left(self) -> VerticalScroll:
        """The side with the question."""
        return self.query_one("#left", VerticalScroll)

    @property
    def panel(self) -> PassagePanel:
        """The side with the passage."""
        return self.query_one(PassagePanel)

    def say_prompt(self, question: Question | None, otherwise: str = "") -> None:
        """Show the question, or other words where there is none."""
        from quizapp.tui.rendering import prompt

        said = prompt(question) if question is not None else literal(otherwise)
        self.query_one("#prompt", Static).update(said)

    def say_hint(self, hint: str) -> None:
        """Show the hint; "" for none."""
        shown = self.query_one("#hint", Static)
        shown.display = bool(hint)
        if hint:
            shown.update(literal("Hint  ", KEY) + literal(hint) + literal("  (half credit)", FAINT))

    def notice(self, words: str, tone: str = FAINT) -> None:
        """A sentence under the answer; "" takes it away."""
        shown = self.query_one("#notice", Static)
        shown.update(literal(words, tone))
        shown.display = bool(words)
        if words:
            self.call_after_refresh(shown.scroll_visible, animate=False)

    async def put(self, widget: Widget, title: str, tip: str) -> None:
        """Put an answer box, or what was answered, into the frame."""
        frame = self.query_one("#frame", Container)
        await frame.remove_children()
        frame.display = True
        frame.border_title = title
        frame.border_subtitle = tip
        await frame.mount(widget)

    async def show_given(
        self, question: Question | None, offer: Offer, given: GradedResponse
    ) -> None:
        """Show what was answered, marked, in the frame."""
        from quizapp.tui.widgets.response import rows
        from quizapp.tui.widgets.rows import Rows

        marked = rows(question, offer, given.response, given.verdict)
        await self.put(Rows(marked, name="given", to_choose=False), "Your answer", "")
        self.add_class("-told")

    def show_verdict(
        self,
        question: Question | None,
        given: GradedResponse,
        asked_before: frozenset[str] = frozenset(),
        ask_same: bool = False,
    ) -> None:
        """Show the verdict and why; `ask_same` asks whether the response means the same."""
        from quizapp.tui import rendering

        head = rendering.head(given)
        if ask_same:
            head += literal(f"  {SAME}  ") + literal("y", KEY) + literal(" yes  ", FAINT)
            head += literal("n", KEY) + literal(" no", FAINT)
        self.query_one("#head", Static).update(head)
        self.query_one(VerdictPanel).show(rendering.pieces(question, given, asked_before))

    async def show_passages(self, shown: Sequence[Shown]) -> None:
        """Show the passages, and let the keys scroll them; nothing where there are none."""
        await self.panel.show(shown)
        self.panel.set_class(not shown, "-none")
        self.left.can_focus = True
        (self.panel if shown else self.left).focus()
        self.call_after_refresh(self._verdict_in_view)

    async def show_reading(self, shown: Shown) -> None:
        """Show a passage to be read: nothing is asked, and nothing was answered."""
        frame = self.query_one("#frame", Container)
        await frame.remove_children()
        frame.display = False
        self.query_one("#head", Static).update("")
        self.query_one(VerdictPanel).show(())
        self.add_class("-told")
        await self.show_passages((shown,))

    def hide_verdict(self, waiting: str) -> None:
        """Take verdict and passage away; `waiting` says what will stand there, "" for nothing."""
        self.remove_class("-told")
        self.left.can_focus = False
        self.panel.set_class(not waiting, "-none")
        self.panel.wait(waiting)
        self.left.scroll_home(animate=False)

    def resized(self) -> None:
        """Keep the verdict in view."""
        if self.has_class("-told"):
            self.call_after_refresh(self._verdict_in_view)

    def _verdict_in_view(self) -> None:
        """Scroll no further down than it takes to see the verdict whole, or its first line."""
        if not self.left.max_scroll_y or not self.has_class("-told"):
            return
        top = self.query_one("#head").virtual_region.y
        bottom = self.query_one(VerdictPanel).virtual_region.bottom
        room = self.left.scrollable_content_region.height
        self.left.scroll_to(y=max(0, min(top, bottom - room)), animate=False)

    def action_scroll_page(self, by: int) -> None:
        """Scroll the question and the verdict by a page."""
        (self.left.scroll_page_down if by > 0 else self.left.scroll_page_up)(animate=False)

    def action_scroll_line(self, by: int) -> None:
        """Scroll the question and the verdict by a line."""
        self.left.scroll_relative(y=by, animate=False)
