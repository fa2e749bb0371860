"""Choosing among options: one, or several."""

from textual.app import ComposeResult
from textual.binding import Binding

from quizapp.tui.answer_boxes.pick import PickAnswer, keys_for
from quizapp.tui.widgets.rows import Row, Rows


class ChoiceAnswer(PickAnswer):
    """One option: its key or the arrows point at it, Enter answers."""

    TITLE = "Choose one"
    TIP = "a number or ↑↓ · Enter answers"

    def take(self, draft: str) -> None:
        """Point at the option with these words, or at none."""
        options = self.offer.options
        self.cursor = options.index(draft) if draft in options else None

    def compose(self) -> ComposeResult:
        yield Rows(self._rows(), self.cursor, typed=self.typed, chosen=self.pick, moved=self.pick)

    def _rows(self) -> list[Row]:
        options = self.offer.options
        return [Row(text, key) for text, key in zip(options, keys_for(len(options)), strict=False)]

    def response(self) -> str:
        return "" if self.cursor is None else self.offer.options[self.cursor]

    def pick(self, place: int) -> None:
        self.cursor = place
        self.show()
        self.changed()

    def show(self) -> None:
        self.query_one(Rows).show(self._rows(), self.cursor)


class MultipleAnswer(PickAnswer):
    """All options that fit: Space or its key ticks one, Enter answers."""

    TITLE = "Choose all that are right"
    TIP = "a number ticks · a wrong tick costs a point"

    BINDINGS = [Binding("space", "tick", "Tick")]

    def take(self, draft: str) -> None:
        """Tick the options with these words, one a line, and no other."""
        given = draft.split("\n")
        self.ticked = {n for n, text in enumerate(self.offer.options) if text in given}

    def compose(self) -> ComposeResult:
        yield Rows(self._rows(), 0, typed=self.typed, chosen=self.pick)

    def _rows(self) -> list[Row]:
        options = self.offer.options
        return [
            Row(text, key, "[x]" if number in self.ticked else "[ ]")
            for number, (text, key) in enumerate(zip(options, keys_for(len(options)), strict=False))
        ]

    def response(self) -> str:
        return "\n".join(self.offer.options[number] for number in sorted(self.ticked))

    def action_tick(self) -> None:
        cursor = self.query_one(Rows).cursor
        if cursor is not None:
            self.pick(cursor)

    def pick(self, place: int) -> None:
        self.ticked ^= {place}
        self.query_one(Rows).show(self._rows(), place)
        self.changed()

    def show(self) -> None:
        rows = self.query_one(Rows)
        rows.show(self._rows(), rows.cursor)
