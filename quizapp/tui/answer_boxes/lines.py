"""An answer on several lines: lists and points."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from quizapp.app.response_size import TOO_LONG, too_long
from quizapp.text import clean
from quizapp.tui.answer_boxes.base import Answer
from quizapp.tui.literal import literal
from quizapp.tui.widgets.key_queue import at_once


class Lines(TextArea):
    """A box of lines: Enter answers, Ctrl+J begins a new line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer", "Answer"),
        Binding("ctrl+j,shift+enter", "new_line", "New line", key_display="Ctrl+J"),
    ]

    def __init__(self, value: str, placeholder: str) -> None:
        super().__init__(
            value,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            compact=True,
            placeholder=literal(placeholder),
        )
        self.cursor_blink = False
        self.move_cursor(self.document.end)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """F6 and F7, which select in any other such box, are keys of the session."""
        return action not in ("select_line", "select_all") and super().check_action(
            action, parameters
        )

    async def on_key(self, event: events.Key) -> None:
        """What is bound here is done in the order of typing."""
        await at_once(self, event)

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste whole, or not at all where it is too long."""
        event.stop()
        event.prevent_default()
        self._put(event.text)

    def action_paste(self) -> None:
        """As any other paste."""
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        text = clean(text).rstrip("\n")
        if too_long(self.text + text):
            self.post_message(Answer.Noted(TOO_LONG))
        elif text:
            self.replace(text, *self.selection)

    def action_new_line(self) -> None:
        """Begin a new line at the cursor."""
        self.replace("\n", *self.selection)

    def action_answer(self) -> None:
        """Enter answers, here as everywhere."""
        parent = self.parent
        if isinstance(parent, Answer):
            parent.action_send()


class LinesAnswer(Answer):
    """Sentences, on as many lines as one likes."""

    TIP = "Enter answers · Ctrl+J: a new line"
    PLACEHOLDER: ClassVar[str] = "in your own words"

    def compose(self) -> ComposeResult:
        """The box."""
        yield Lines(self.first_draft, self.question.expects or self.PLACEHOLDER)

    def response(self) -> str:
        """What was typed."""
        return self.query_one(Lines).text if self.is_mounted else self.first_draft

    def clear_command(self) -> None:
        """Take away the command."""
        self.query_one(Lines).text = ""

    def select_all(self) -> None:
        """Select all lines."""
        self.query_one(Lines).select_all()

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.changed()


class ListAnswer(LinesAnswer):
    """Items, one a line or with any separator."""

    PLACEHOLDER = "one a line, or with commas between"
