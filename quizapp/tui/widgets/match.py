"""Pairs to be put together."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quizapp.kinds.base import Offer, Question
from quizapp.tui.literal import FAINT
from quizapp.tui.widgets.answer import Answer
from quizapp.tui.widgets.rows import Row, Rows

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class MatchAnswer(Answer):
    """Each left side gets a right side by its letter; Backspace takes it away."""

    TITLE = "Match"
    TIP = "a letter is the partner · ↑↓ another one · Enter answers"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace,delete", "clear", "Clear"),
        Binding("right,space", "turn(1)", "Next partner", show=False),
        Binding("left", "turn(-1)", "Partner before", show=False),
    ]

    def __init__(self, question: Question, offer: Offer, draft: str = "") -> None:
        super().__init__(question, offer, draft)
        drafted = draft.split("\n")
        self.partners: list[int | None] = [
            next(
                (n for n, right in enumerate(offer.options) if f"{left} = {right}" in drafted), None
            )
            for left in offer.lefts
        ]

    def compose(self) -> ComposeResult:
        """The left sides with their partners, and below them the right sides."""
        yield Rows(self._lefts(), 0, name="lefts")
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
        """Take the focus."""
        self.query_one("#lefts", Rows).focus()

    async def on_key(self, event: events.Key) -> None:
        """A letter is a right side's, a digit a left side's."""
        lefts = self.query_one("#lefts", Rows)
        letter = LETTERS.find(event.character) if event.character else -1
        if 0 <= letter < len(self.offer.options):
            event.stop()
            self._give(letter, on=True)
        elif event.character and event.character.isdecimal() and event.character.isascii():
            lefts.point_at(int(event.character) - 1)

    def action_clear(self) -> None:
        """Take the partner away."""
        self._give(None, on=False)

    def action_turn(self, by: int) -> None:
        """Try the next right side."""
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
        lefts.show(self._lefts(), at)
        self.query_one("#rights", Rows).show(self._rights(), None)
        self.changed()
