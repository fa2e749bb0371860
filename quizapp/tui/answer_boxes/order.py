"""Items to be moved into their order."""

from textual.app import ComposeResult
from textual.binding import Binding

from quizapp.tui.answer_boxes.pick import PickAnswer, keys_for
from quizapp.tui.widgets.rows import Row, Rows


class OrderAnswer(PickAnswer):
    """Space lifts the item under the cursor, the arrows carry it; its new number moves it too."""

    TITLE = "Put into order"
    TIP = "Space lifts, ↑↓ carry it; or its new number"

    BINDINGS = [
        Binding("space", "lift", "Lift or put down"),
        Binding("shift+up,ctrl+up", "carry(-1)", "Move up", show=False),
        Binding("shift+down,ctrl+down", "carry(1)", "Move down", show=False),
    ]

    def take(self, draft: str) -> None:
        """Put the items into the order of the draft, one a line; else as they are offered."""
        drafted, offered = tuple(draft.split("\n")), self.offer.options
        known = sorted(drafted) == sorted(offered)
        self.items = list(drafted if known else offered)
        self.lifted = False
        self.moved = known and drafted != offered
        self._at = 0

    def compose(self) -> ComposeResult:
        yield Rows(
            self._rows(),
            0,
            typed=self.typed,
            chosen=self.pick,
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
        return "\n".join(self.items) if self.moved else ""

    def response(self) -> str:
        """The items in their order, one a line; blank until one was moved."""
        return self.draft

    def action_lift(self) -> None:
        self.lifted = not self.lifted
        self.show()

    def action_carry(self, by: int) -> None:
        self.pick(max(0, min(len(self.items) - 1, self._at + by)))

    def pick(self, place: int) -> None:
        if place != self._at:
            self.items.insert(place, self.items.pop(self._at))
            self._at = place
            self.moved = True
            self.changed()
        self.show()

    def show(self) -> None:
        self.query_one(Rows).show(self._rows(), self._at)

    def _cursor_at(self, place: int) -> None:
        if self.lifted:
            self.pick(place)
        self._at = place
