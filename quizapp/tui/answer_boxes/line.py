"""An answer on a line (words, figures, dates), or on one for each gap."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from quizapp.app.formatting import TOO_LONG, too_long
from quizapp.kinds.cloze import Cloze
from quizapp.kinds.number import Number
from quizapp.text import clean
from quizapp.tui.answer_boxes.base import Answer, TextField
from quizapp.tui.literal_text import FAINT, KEY, literal

READ = 200
"""So many characters are read as they are typed."""


class Line(TextField, Input):
    """A line to type in, into which several lines can be pasted without losing any."""

    BINDINGS = [Binding("enter", "submit", "Answer")]

    def __init__(self, value: str = "", placeholder: str = "", name: str | None = None) -> None:
        super().__init__(
            value=value, placeholder=placeholder, compact=True, select_on_focus=False, id=name
        )
        self.cursor_blink = False

    async def action_submit(self) -> None:
        """Answer with what is there now; on a line of its own, say that it was sent."""
        box = next((above for above in self.ancestors if isinstance(above, Answer)), None)
        if box is not None:
            box.action_send()
        else:
            await super().action_submit()

    def put_in(self, text: str) -> None:
        """Put outside text at the cursor, its lines joined."""
        found = [line.strip() for line in clean(text).splitlines() if line.strip()]
        line = " ".join(found)
        if too_long(self.value + line):
            self.post_message(Answer.Noted(TOO_LONG))
            return
        self.replace(line, *self.selection)
        if len(found) > 1:
            self.post_message(Answer.Noted(f"{len(found)} pasted lines were joined into one."))


class TextAnswer(Answer):
    """Words on a line."""

    FIELD: Any = Line
    """In what it is typed."""
    PLACEHOLDER = "type your answer"

    def compose(self) -> ComposeResult:
        yield self.FIELD(self.first_draft, self.question.expects or self.PLACEHOLDER)

    @property
    def field(self) -> Any:
        return self.query_one(self.FIELD)

    def response(self) -> str:
        return self.field.value if self.is_mounted else self.first_draft

    def clear_command(self) -> None:
        self.field.value = ""

    def select_all(self) -> None:
        self.field.select_all()


class ReadAnswer(TextAnswer):
    """A line with a live reading under it of what is understood."""

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Static(self._reading(self.first_draft), id="reading", markup=False)

    def reading(self, text: str) -> str:
        """What is understood of `text`, "" where nothing can be said."""
        return ""

    def _reading(self, text: str) -> Content:
        found = self.reading(text.strip()) if text.strip() and not text.startswith(":") else ""
        return literal(f"reads as {found}" if found else " ", FAINT)

    @on(Input.Changed)
    def _read(self, event: Input.Changed) -> None:
        if self.is_mounted:
            self.query_one("#reading", Static).update(self._reading(event.value))


class NumberAnswer(ReadAnswer):
    """A quantity, in figures or words."""

    PLACEHOLDER = "a figure, or words"

    def reading(self, text: str) -> str:
        """The quantities that are understood; a bare figure is in the unit that is asked for."""
        from quizapp.grading.quantities import describe, read_quantity

        unit = self.question.unit if isinstance(self.question, Number) else ""
        found = read_quantity(text[:READ], unit)
        plain = [quantity for quantity in found if quantity.kind == "plain"] or list(found[:1])
        return " and ".join(
            describe(quantity)
            + (f" {unit}" if unit and quantity.unit is None and not quantity.noun else "")
            for quantity in plain[:3]
        )


class DateAnswer(ReadAnswer):
    """A date in any usual form."""

    PLACEHOLDER = "such as March 2020"

    def reading(self, text: str) -> str:
        from quizapp.grading.dates import describe_date, read_dates

        return " and ".join(map(describe_date, read_dates(text[:READ])[:3]))


class GapsAnswer(Answer):
    """One line for each gap; Enter goes to an empty one first."""

    def compose(self) -> ComposeResult:
        count = len(self.question.gaps) if isinstance(self.question, Cloze) else 1
        typed = [*self.first_draft.split("\n"), *([""] * count)]
        if count == 1:
            yield Line(typed[0], "fill the gap")
            return
        for number in range(count):
            with Horizontal(classes="gap"):
                yield Static(literal(f"{number + 1} ", KEY), classes="gap-number")
                yield Line(typed[number], f"gap {number + 1}")

    def _typed_lines(self) -> list[str]:
        return [line.value for line in self.query(Line)]

    def response(self) -> str:
        """One line a gap; blank if all of them are."""
        typed = self._typed_lines() if self.is_mounted else self.first_draft.split("\n")
        return "\n".join(typed) if any(line.strip() for line in typed) else ""

    def lacking(self) -> str:
        """Which gaps are empty, while some are not."""
        typed = self._typed_lines()
        if len(typed) == 1 or typed[0].startswith(":"):
            return ""
        empty = [str(number) for number, line in enumerate(typed, 1) if not line.strip()]
        if not empty or len(empty) == len(typed):
            return ""
        gaps = f"Gap {empty[0]} is" if len(empty) == 1 else f"Gaps {', '.join(empty)} are"
        return f"{gaps} empty."

    def action_send(self) -> None:
        """Answer, and go to the first gap that is empty, in case there is more to say."""
        super().action_send()
        if self.lacking():
            next(line for line in self.query(Line) if not line.value.strip()).focus()

    def clear_command(self) -> None:
        for line in self.query(Line):
            if line.value.lstrip().startswith(":"):
                line.value = ""
