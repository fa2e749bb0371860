"""Pairs to be put together."""

from textual.app import ComposeResult
from textual.binding import Binding

from quizapp.tui.answer_boxes.pick import LETTERS, PickAnswer
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
        drafted, rights = draft.split("\n"), self.offer.options
        self.partners: list[int | None] = [
            next((n for n, right in enumerate(rights) if f"{left} = {right}" in drafted), None)
            for left in self.offer.lefts
        ]

    def compose(self) -> ComposeResult:
        yield Rows(self._lefts(), 0, name="lefts", typed=self.typed)
        yield Rows(
            self._rights(),
            name="rights",
            chosen=lambda right: self._give(right, on=True),
            to_choose=False,
        )

    def _lefts(self) -> list[Row]:
        rows = []
        width = max((len(left) for left in self.offer.lefts), default=0)
        width = width if width <= 24 else 0
        for number, (left, partner) in enumerate(zip(self.offer.lefts, self.partners, strict=True)):
            right = "…" if partner is None else f"{LETTERS[partner]}  {self.offer.options[partner]}"
            rows.append(Row(f"{left.ljust(width)}  =  {right}", str(number + 1)))
        return rows

    def _rights(self) -> list[Row]:
        taken = set(self.partners)
        rows = []
        for number, text in enumerate(self.offer.options[: len(LETTERS)]):
            sign, style = ("·", FAINT) if number in taken else (" ", "")
            rows.append(Row(text, LETTERS[number], sign, style=style))
        return rows

    def response(self) -> str:
        """`left = right`, one a line; blank if no pair was made."""
        return "\n".join(
            f"{left} = {self.offer.options[partner]}"
            for left, partner in zip(self.offer.lefts, self.partners, strict=True)
            if partner is not None
        )

    def lacking(self) -> str:
        """How many have no partner, while some have."""
        left = self.partners.count(None)
        if not left or left == len(self.partners):
            return ""
        return f"{left} {'has' if left == 1 else 'have'} no partner yet."

    def begin(self) -> None:
        self.query_one("#lefts", Rows).focus()

    def press(self, key: str) -> bool:
        """A letter is a right side's, a digit a left side's."""
        right = LETTERS.find(key)
        if 0 <= right < len(self.offer.options):
            self._give(right, on=True)
        elif key.isdecimal() and key.isascii() and 1 <= int(key) <= len(self.offer.lefts):
            self.query_one("#lefts", Rows).point_at(int(key) - 1)
        else:
            return False
        return True

    def action_clear(self) -> None:
        self._give(None, on=False)

    def action_turn(self, by: int) -> None:
        at = self.query_one("#lefts", Rows).cursor or 0
        now = self.partners[at]
        count = len(self.offer.options)
        start = now if now is not None else (-1 if by > 0 else count)
        self._give((start + by) % count, on=False)

    def _give(self, partner: int | None, *, on: bool) -> None:
        """Give the marked left a partner; with `on`, go to the next that has none."""
        lefts = self.query_one("#lefts", Rows)
        at = lefts.cursor or 0
        self.partners[at] = partner
        if on:
            later = [*range(at + 1, len(self.partners)), *range(at)]
            at = next((n for n in later if self.partners[n] is None), at)
        lefts.cursor = at
        self.show()
        self.changed()

    def show(self) -> None:
        lefts = self.query_one("#lefts", Rows)
        lefts.show(self._lefts(), lefts.cursor)
        self.query_one("#rights", Rows).show(self._rights(), None)
