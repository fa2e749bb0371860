"""Pairs to be put together."""

from textual.app import ComposeResult
from textual.binding import Binding

from quizapp.tui.answer_boxes.options import LETTERS, PickAnswer
from quizapp.tui.literal_text import FAINT
from quizapp.tui.widgets.rows import Row, Rows


class MatchAnswer(PickAnswer):
    """Each left side gets a right side by its letter; Backspace takes it away."""

    TITLE = "Match"
    TIP = "a letter is the partner · ↑↓ · Enter answers"

    BINDINGS = [
        Binding("backspace,delete", "clear", "Clear"),
        Binding("right,space", "turn(1)", "Next partner", show=False),
        Binding("left", "turn(-1)", "Partner before", show=False),
    ]

    def take(self, draft: str) -> None:
        """Give the lefts the partners that the draft names, `left = right` a line, and no other."""
        drafted = draft.split("\n")
        self.partners: list[int | None] = [
            next((n for n, right in enumerate(self.items) if f"{left} = {right}" in drafted), None)
            for left in self.offer.lefts
        ]

    def compose(self) -> ComposeResult:
        yield Rows(self.rows(), 0, name="lefts", typed=self.typed, moved=self.moved)
        yield Rows(self._rights(), name="rights", chosen=self.pick, to_choose=False)

    def rows(self) -> list[Row]:
        rows = []
        width = max((len(left) for left in self.offer.lefts), default=0)
        width = width if width <= 24 else 0
        for number, (left, partner) in enumerate(zip(self.offer.lefts, self.partners, strict=True)):
            right = "…" if partner is None else f"{LETTERS[partner]}  {self.items[partner]}"
            rows.append(Row(f"{left.ljust(width)}  =  {right}", str(number + 1)))
        return rows

    def _rights(self) -> list[Row]:
        taken = set(self.partners)
        rows = []
        for number, text in enumerate(self.items[: len(LETTERS)]):
            sign, style = ("·", FAINT) if number in taken else (" ", "")
            rows.append(Row(text, LETTERS[number], sign, style=style))
        return rows

    def response(self) -> str:
        """`left = right`, one a line; blank if no pair was made."""
        return "\n".join(
            f"{left} = {self.items[partner]}"
            for left, partner in zip(self.offer.lefts, self.partners, strict=True)
            if partner is not None
        )

    def lacking(self) -> str:
        """How many have no partner, while some have."""
        left = self.partners.count(None)
        if not left or left == len(self.partners):
            return ""
        return f"{left} {'has' if left == 1 else 'have'} no partner yet."

    def press(self, key: str) -> bool:
        """A letter is a right side's, a digit a left side's."""
        right = LETTERS.find(key)
        if 0 <= right < len(self.items):
            self.pick(right)
        elif key.isdecimal() and key.isascii() and 1 <= int(key) <= len(self.partners):
            self.query_one("#lefts", Rows).point_at(int(key) - 1)
        else:
            return False
        return True

    def pick(self, place: int) -> None:
        """This right side is the partner; on to the next left side that has none."""
        at = self.cursor or 0
        self.partners[at] = place
        later = [*range(at + 1, len(self.partners)), *range(at)]
        self.cursor = next((n for n in later if self.partners[n] is None), at)
        self.show()
        self.changed()

    def action_clear(self) -> None:
        self._give(None)

    def action_turn(self, by: int) -> None:
        now, count = self.partners[self.cursor or 0], len(self.items)
        start = now if now is not None else (-1 if by > 0 else count)
        self._give((start + by) % count)

    def _give(self, partner: int | None) -> None:
        self.partners[self.cursor or 0] = partner
        self.show()
        self.changed()

    def show(self) -> None:
        super().show()
        self.query_one("#rights", Rows).show(self._rights(), None)
