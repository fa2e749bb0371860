"""An answer on several lines: lists and points."""

from textual.binding import Binding
from textual.widgets import TextArea

from quizapp.app.formatting import TOO_LONG, too_long
from quizapp.text import clean
from quizapp.tui.answer_boxes.base import Answer, TextField
from quizapp.tui.answer_boxes.line import TextAnswer
from quizapp.tui.literal_text import literal


class Lines(TextField, TextArea):
    """A box of lines: Enter answers, Ctrl+J begins a new line."""

    BINDINGS = [
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

    @property
    def value(self) -> str:
        """What was typed."""
        return self.text

    @value.setter
    def value(self, value: str) -> None:
        self.text = value

    def put_in(self, text: str) -> None:
        text = clean(text).rstrip("\n")
        if too_long(self.text + text):
            self.post_message(Answer.Noted(TOO_LONG))
        elif text:
            self.replace(text, *self.selection)

    def action_new_line(self) -> None:
        self.replace("\n", *self.selection)

    def action_answer(self) -> None:
        parent = self.parent
        if isinstance(parent, Answer):
            parent.action_send()


class LinesAnswer(TextAnswer):
    """Sentences, on as many lines as one likes."""

    FIELD = Lines
    TIP = "Enter answers · Ctrl+J: a new line"
    PLACEHOLDER = "in your own words"


class ListAnswer(LinesAnswer):
    """Items, one a line or with any separator."""

    PLACEHOLDER = "one a line, or with commas between"
