"""A question, what was answered, the verdict and the passage, in one area that scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quizapp.app.formatting import on_one_line
from quizapp.tui.columns import FRAME, SIDE, columns
from quizapp.tui.literal_text import FAINT, KEY, literal, one_line
from quizapp.tui.page import was_left

if TYPE_CHECKING:
    from quizapp.app.presenter import SessionPresenter
    from quizapp.app.verdict_text import VerdictText
    from quizapp.bank.passage import Shown
    from quizapp.kinds.base import Question


class QuestionView(VerticalScroll):
    """Question and verdict in one column; the passage below, or beside where it is wide.

    While a verdict or a passage is shown, it has the class `-told`.
    """

    BINDINGS = [
        Binding("down", "scroll_down", "More", key_display="↓"),
    ]

    def __init__(self) -> None:
        super().__init__(id="view", can_focus=False)
        self._prompt = Content("")
        self._said: VerdictText | None = None
        self._passages: tuple[Shown, ...] = ()
        self._evidence = (0, 0)
        self.whole = False
        self.cut = False
        """Whether there is more of the question or the passage than is shown."""

    def compose(self) -> ComposeResult:
        with Container(id="columns"):
            with Container(id="left"):
                yield Static("", id="prompt")
                yield Static("", id="hint")
                yield Container(id="frame")
                yield Static("", id="verdict")
                yield Static("", id="notice")
            yield Container(id="passage")
        yield Static("", id="after")

    def say_hint(self, hint: str) -> None:
        """Show the hint; "" for none."""
        shown = self.query_one("#hint", Static)
        shown.display = bool(hint)
        shown.update(literal("Hint  ", KEY) + literal(hint) + literal("  (half credit)", FAINT))

    def notice(self, words: str, tone: str = FAINT) -> None:
        """A sentence under the answer; "" takes it away."""
        shown = self.query_one("#notice", Static)
        shown.update(literal(words, tone))
        shown.display = bool(words)
        if words:
            self.call_after_refresh(shown.scroll_visible, animate=False)

    def say(self, words: str) -> None:
        """Show words where the question stands, and nothing else."""
        self.remove_class("-told")
        self.query_one("#frame").display = False
        self.query_one("#prompt", Static).update(literal(words))

    async def present(self, presenter: SessionPresenter) -> None:
        """Show what the presenter says: a question, the certainty, a verdict, a paragraph."""
        from quizapp.tui.rendering import prompt

        if was_left(self, "#frame"):
            return
        session = presenter.session
        if presenter.phase == "asking":
            from quizapp.tui.answer_boxes.by_kind import box_for

            box = box_for(session.question, session.offer, presenter.answer.draft)
            again = session.turn is not None and session.turn.again
            title = f"{box.TITLE} · asked again" if again else box.TITLE
            empty = "left open" if presenter.exam else "I don't know"
            tip = f"{box.TIP} · empty: {empty}"
            if len(tip) > columns(self.app.size.width).left - SIDE - FRAME:
                tip = box.TIP
            await self.ask(session.question, title, tip, box)
            box.begin()
            if session.turn is not None and session.turn.question == presenter.restored:
                box.select_all()
        elif presenter.phase == "sure" and presenter.answer.sent is not None:
            from quizapp.tui.widgets.certainty import certainties

            answer = on_one_line(presenter.answer.sent.answer, " · ")
            sent = Static(literal(answer, FAINT), id="sent")
            sure = certainties(lambda certainty: self.app.simulate_key(str(certainty)))
            tip = "1, 2 or 3 · Esc changes the answer"
            await self.ask(session.question, "How sure are you?", tip, sent, sure)
            sure.focus()
        elif presenter.phase == "told":
            question = presenter.question
            gone = literal(f"The question {presenter.named} is not in the bank any more.")
            words = prompt(question) if question is not None else gone
            await self.tell(words, presenter.said, presenter.passages)
        elif presenter.phase == "reading":
            marked = any(shown.spans for shown in presenter.passages)
            said = " What you guessed at is marked." if marked else ""
            words = literal(f"Read this (↑↓ scrolls); Enter goes on.{said}")
            await self.tell(words, None, presenter.passages)

    async def ask(self, question: Question, title: str, tip: str, *boxes: Widget) -> None:
        """Show the question, with these in the frame to answer it."""
        from quizapp.tui.rendering import prompt

        frame = self.query_one("#frame", Container)
        await frame.remove_children()
        self.remove_class("-told")
        self.can_focus = False
        frame.display = True
        frame.border_title, frame.border_subtitle = title, tip
        self.query_one("#prompt", Static).update(prompt(question))
        await frame.mount(*boxes)
        self.scroll_home(animate=False)

    async def tell(
        self, prompt: Content, said: VerdictText | None, passages: Sequence[Shown]
    ) -> None:
        """Show the verdict on the question, or (None) a passage to read; the keys scroll."""
        self._prompt, self._said, self._passages = prompt, said, tuple(passages)
        self.whole = said is None
        self.add_class("-told")
        frame = self.query_one("#frame", Container)
        frame.display = False
        await frame.remove_children()
        self.can_focus = True
        self.focus()
        await self.lay_out()

    async def toggle_whole(self) -> None:
        """Show all of the question and the passage, or again as much as fits."""
        self.whole = not self.whole
        await self.lay_out()

    async def lay_out(self) -> None:
        """Fit what is told onto the screen."""
        wide = columns(self.size.width)
        self.query_one("#left").styles.width = wide.left
        box = self.query_one("#passage", Container)
        box.styles.width = wide.passage
        if not self.has_class("-told"):
            return
        from quizapp.tui.rendering import lay_out

        laid = lay_out(
            self._prompt, self._said, self._passages, *self.size_for_text, whole=self.whole
        )
        self.cut, self._evidence = laid.cut, laid.evidence
        self.query_one("#prompt", Static).update(laid.prompt)
        self.query_one("#verdict", Static).update(laid.verdict)
        self.query_one("#verdict").set_class(self._said is None, "-none")
        self.query_one("#after", Static).update(laid.after)
        box.set_class(not laid.passages, "-none")
        box.border_title = (
            one_line(self._passages[0].title) if len(self._passages) == 1 else "Passages"
        )
        note = next((one.note for one in self._passages if one.note), "")
        box.border_subtitle = one_line(note)
        await box.remove_children()
        await box.mount_all(Static(text) for text in laid.passages)
        self.call_after_refresh(self._to_evidence)

    @property
    def size_for_text(self) -> tuple[int, int]:
        """The columns of the screen, and the rows that text may take."""
        return self.size.width, self.size.height - self.query_one("#prompt").styles.padding.top

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "scroll_down" or self.scroll_y < self.max_scroll_y

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        end = self.max_scroll_y
        if (old_value < end) != (new_value < end) and self.is_attached:
            self.screen.refresh_bindings()

    async def on_resize(self) -> None:
        await self.lay_out()

    def _to_evidence(self) -> None:
        """Scroll no further than it takes to see all evidence, and the verdict if both fit."""
        self.screen.refresh_bindings()
        if not self.max_scroll_y or self._said is None:
            self.scroll_home(animate=False)
            return
        room = self.content_region.height
        first, last = (self._top("#passage") + 1 + line for line in self._evidence)
        verdict = self._top("#verdict")
        least = last + 1 - room
        self.scroll_to(
            y=max(0, least if least <= verdict else max(verdict, first + 1 - room)), animate=False
        )

    def _top(self, selector: str) -> int:
        """The line of this area on which a part of it begins."""
        return self.query_one(selector).region.y - self.content_region.y + round(self.scroll_y)
