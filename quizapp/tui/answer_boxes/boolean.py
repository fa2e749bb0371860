"""True or false, and why where that is asked."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from quizapp.kinds.boolean import NAMES, Boolean, stated
from quizapp.tui.answer_boxes.line import Line, TextAnswer
from quizapp.tui.widgets.rows import HERE, Row, Rows


class BooleanAnswer(TextAnswer):
    """One line of text, which begins with the value; the rows show what is understood."""

    TITLE = "True or false?"
    TIP = "true or false, or ↑↓ · Enter answers"

    BINDINGS = [
        Binding("up", "state(True)", "True", show=False),
        Binding("down", "state(False)", "False", show=False),
    ]

    @property
    def _asks_why(self) -> bool:
        return isinstance(self.question, Boolean) and self.question.reason is not None

    def compose(self) -> ComposeResult:
        yield Rows(
            self._rows(self.first_draft),
            to_choose=False,
            chosen=lambda row: self.action_state(row == 0),
        )
        yield Line(
            self.first_draft,
            "true or false, then your reason (worth half)" if self._asks_why else "true or false",
        )

    def _rows(self, text: str) -> list[Row]:
        value, _ = stated(text)
        return [
            Row(words, sign="▸" if value is meant else " ", style=HERE if value is meant else "")
            for words, meant in (("True", True), ("False", False))
        ]

    @property
    def draft(self) -> str:
        return super().response()

    def response(self) -> str:
        """The value as first word, then the reason; what states no value, as it was typed."""
        return self.question.read(self.offer, self.draft)

    def lacking(self) -> str:
        if self._asks_why and self.response() in NAMES:
            return "The reason is still missing: it is worth half."
        return ""

    def action_send(self) -> None:
        """Answer; where the reason is missing, the line stands ready for it."""
        super().action_send()
        if self.lacking():
            line = self.query_one(Line)
            line.value = f"{self.response()}, "
            line.cursor_position = len(line.value)

    def action_state(self, value: bool) -> None:
        """Begin the line with this value; what else is typed there stays."""
        line = self.query_one(Line)
        _, end = stated(line.value)
        rest = line.value[end:]
        between = "" if end and rest else ", " if self._asks_why else " "
        line.value = f"{NAMES[0 if value else 1]}{between}{rest}"
        line.cursor_position = len(line.value)

    @on(Input.Changed)
    def _stated(self, event: Input.Changed) -> None:
        if self.is_mounted:
            self.query_one(Rows).show(self._rows(event.value), None)
