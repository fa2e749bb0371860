"""Items to be moved into their order."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quizapp.kinds.base import Offer, Question
from quizapp.tui.widgets.answer import Answer
from quizapp.tui.widgets.choose import keys_for
from quizapp.tui.widgets.rows import Row, Rows


class OrderAnswer(Answer):
    """Space lifts the item under the cursor, the arrows carry it; its new number moves it too."""

    TITLE = "Put into order"
    TIP = "Space lifts an item, ↑↓ carry it; or press its new number"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "lift", "Lift or put down"),
        Binding("shift+up,K,ctrl+up", "carry(-1)", "Move up", show=False),
        Binding("shift+down,J,ctrl+down", "carry(1)", "Move down", show=False),
    ]

    def __init__(self, question: Question, offer: Offer, draft: str = "") -> None:
        super().__init__(question, offer, draft)
        drafted = tuple(draft.split("\n"))
        known = sorted(drafted) == sorted(offer.options)
        self.items = list(drafted if known else offer.options)
        self.lifted = False
        self.moved = known and drafted != offer.options
        self._at = 0

    def compose(self) -> ComposeResult:
        """The items."""
        yield Rows(
            self._rows(),
            0,
            keys=keys_for(len(self.items)),
            chosen=self._carry_to,
            moved=self._cursor_at,
        )

    def _rows(self) -> list[Row]:
        keys = keys_for(len(self.items))
        return [
            Row(text, key, "↕" if self.lifted and number == self._at else " ")
            for number, (text, key) in enumerate(zip(self.items, keys, strict=False))
        ]

    @property
    def draft(self) -> str:
        """The items as they stand, once one was moved."""
        return "\n".join(self.items) if self.moved else ""

    def response(self) -> str:
        """The items in their order, one a line; blank until one was moved."""
        return self.draft

    def action_lift(self) -> None:
        """Lift the item under the cursor, or put it down."""
        self.lifted = not self.lifted
        self._show()

    def action_carry(self, by: int) -> None:
        """Move the item under the cursor up or down."""
        self._carry_to(max(0, min(len(self.items) - 1, self._at + by)))

    def _carry_to(self, place: int) -> None:
        if place != self._at:
            self.items.insert(place, self.items.pop(self._at))
            self._at = place
            self.moved = True
            self.changed()
        self._show()

    def _show(self) -> None:
        self.query_one(Rows).show(self._rows(), self._at)

    def _cursor_at(self, place: int) -> None:
        if self.lifted:
            self._carry_to(place)
        self._at = place
