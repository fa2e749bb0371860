"""Choosing among options: one, several, or true and false with a reason."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from quizapp.kinds.base import Offer, Question
from quizapp.kinds.boolean import NAMES, Boolean
from quizapp.tui.widgets.answer import Answer
from quizapp.tui.widgets.line import Line
from quizapp.tui.widgets.rows import Row, Rows

DIGITS = "123456789"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def keys_for(count: int) -> str:
    """The keys of so many rows: digits as long as they go round, else letters."""
    return DIGITS if count <= len(DIGITS) else LETTERS


class ChoiceAnswer(Answer):
    """One option: its key or the arrows point at it, Enter answers."""

    TITLE = "Choose one"
    TIP = "a number or ↑↓ chooses, Enter answers"

    def compose(self) -> ComposeResult:
        """The options."""
        options = self.offer.options
        cursor = options.index(self.first_draft) if self.first_draft in options else None
        yield Rows(
            [Row(text, key) for text, key in zip(options, keys_for(len(options)), strict=False)],
            cursor,
            keys=keys_for(len(options)),
            moved=lambda _: self.changed(),
        )

    def response(self) -> str:
        """The option's words."""
        if not self.is_mounted:
            return self.first_draft
        cursor = self.query_one(Rows).cursor
        return "" if cursor is None else self.offer.options[cursor]


class MultipleAnswer(Answer):
    """All options that fit: Space or its key ticks one, Enter answers."""

    TITLE = "Choose all that are right"
    TIP = "a number or Space ticks, Enter answers"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "tick", "Tick")]

    def __init__(self, question: Question, offer: Offer, draft: str = "") -> None:
        super().__init__(question, offer, draft)
        given = draft.split("\n")
        self.ticked = {n for n, text in enumerate(offer.options) if text in given}

    def compose(self) -> ComposeResult:
        """The options with their boxes."""
        yield Rows(self._rows(), 0, keys=keys_for(len(self.offer.options)), chosen=self._toggle)

    def _rows(self) -> list[Row]:
        options = self.offer.options
        return [
            Row(text, key, "[x]" if number in self.ticked else "[ ]")
            for number, (text, key) in enumerate(zip(options, keys_for(len(options)), strict=False))
        ]

    def response(self) -> str:
        """The ticked options' words, one a line."""
        return "\n".join(self.offer.options[number] for number in sorted(self.ticked))

    def action_tick(self) -> None:
        """Tick the option under the cursor, or take its tick away."""
        cursor = self.query_one(Rows).cursor
        if cursor is not None:
            self._toggle(cursor)

    def _toggle(self, number: int) -> None:
        self.ticked ^= {number}
        self.query_one(Rows).show(self._rows(), number)
        self.changed()


class BooleanAnswer(Answer):
    """True or false, and why where that is asked."""

    TITLE = "True or false?"
    TIP = "1 or t: true · 2 or f: false · Enter answers"

    @property
    def _asks_why(self) -> bool:
        return isinstance(self.question, Boolean) and self.question.reason is not None

    def compose(self) -> ComposeResult:
        """The two values, and a line for the reason."""
        value, _, reason = self.first_draft.partition(" ")
        cursor = NAMES.index(value) if value in NAMES else None
        yield Rows(
            [Row("True", "1"), Row("False", "2")],
            cursor,
            keys="12",
            chosen=self._pick,
            moved=lambda _: self.changed(),
        )
        if self._asks_why:
            yield Line(reason if cursor is not None else self.first_draft, "because … (half of it)")

    def _parts(self) -> tuple[str, str]:
        cursor = self.query_one(Rows).cursor
        reason = self.query_one(Line).value if self._asks_why else ""
        return ("" if cursor is None else NAMES[cursor]), reason

    @property
    def draft(self) -> str:
        """The value and the reason, as far as they are there."""
        if not self.is_mounted:
            return self.first_draft
        value, reason = self._parts()
        return f"{value} {reason}" if value else reason

    def response(self) -> str:
        """The value as first word, then the reason; blank without a value."""
        value, reason = self._parts()
        if not value:
            return reason if reason.lstrip().startswith(":") else ""
        return f"{value} {reason}".rstrip()

    def lacking(self) -> str:
        """A reason that is asked for."""
        value, reason = self._parts()
        if value and self._asks_why and not reason.strip():
            return "The reason is still missing: it is worth half."
        return ""

    def action_send(self) -> None:
        """Answer, and go to what is missing, in case there is more to say."""
        value, reason = self._parts()
        if not value and reason.strip() and not reason.lstrip().startswith(":"):
            self.post_message(self.Noted("Choose true or false first: 1 or 2."))
            self.query_one(Rows).focus()
            return
        super().action_send()
        if self.lacking():
            self.query_one(Line).focus()

    async def on_key(self, event: events.Key) -> None:
        """`t` and `f` choose, where they are not typed."""
        place = "tf".find(event.character) if event.character else -1
        if place >= 0 and self.query_one(Rows).has_focus:
            event.stop()
            self._pick(place)

    def _pick(self, number: int) -> None:
        self.query_one(Rows).point_at(number)
        if self._asks_why:
            self.query_one(Line).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()

    def clear_command(self) -> None:
        """Take away the command."""
        for line in self.query(Line):
            if line.value.lstrip().startswith(":"):
                line.value = ""
