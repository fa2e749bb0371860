"""Rows to go up and down in: options, items, sides of pairs; each may take several lines."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from quizapp.tui.literal_text import FAINT, KEY, hanging, lines, literal
from quizapp.tui.widgets.key_queue import at_once

HERE = "bold $text-primary"


class Row(NamedTuple):
    """One row: a sign and a key before the text, a note in smaller voice behind it.

    All are literal text; `style` is that of sign and text.
    """

    text: str
    key: str = ""
    sign: str = ""
    note: str = ""
    style: str = ""


def widths(rows: Sequence[Row]) -> tuple[int, int]:
    """How many cells the signs and the keys take where the rows stand under each other."""
    return (
        max((len(row.sign) for row in rows), default=0),
        max((len(row.key) for row in rows), default=0),
    )


def laid_out(
    row: Row, beside: tuple[int, int], width: int, here: bool | None = False
) -> list[Content]:
    """The lines of a row, wrapped to `width` cells.

    Where the cursor is (`here`) it has a pointer; None means rows that no cursor goes to.
    """
    style = row.style or (HERE if here else "")
    lead = literal("" if here is None else "▸ " if here else "  ", HERE)
    sign, key = beside
    if sign:
        lead += literal(row.sign.ljust(sign) + " ", style)
    if key:
        lead += literal(row.key.rjust(key) + "  ", KEY)
    note = literal(f"   {row.note}", FAINT) if row.note else Content("")
    return hanging(lead, literal(row.text, style) + note, width)


class RowLine(Widget):
    """One row on the screen."""

    ALLOW_SELECT = False

    def __init__(self, row: Row, beside: tuple[int, int], here: bool | None) -> None:
        super().__init__(classes="-here" if here else "")
        self.row, self.beside, self.here = row, beside, here

    def show(self, row: Row, beside: tuple[int, int], here: bool | None) -> None:
        """Show this row instead."""
        if (row, beside, here) != (self.row, self.beside, self.here):
            self.row, self.beside, self.here = row, beside, here
            self.set_class(bool(here), "-here")
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(laid_out(self.row, self.beside, width, self.here))

    def render(self) -> Content:
        return lines(laid_out(self.row, self.beside, self.content_size.width, self.here))


class Rows(Widget):
    """Rows with a cursor, or none yet. Arrows move it; a click chooses a row.

    `typed` hears every key first, and says whether it has done what the key is for. `chosen` is
    called with the number of a row that was clicked (without it, the cursor goes there), `moved`
    when the cursor came to stand elsewhere.
    """

    can_focus = True

    BINDINGS = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("home", "move(-1000)", "First", show=False),
        Binding("end", "move(1000)", "Last", show=False),
    ]

    def __init__(
        self,
        rows: Sequence[Row],
        cursor: int | None = None,
        *,
        typed: Callable[[events.Key], Awaitable[bool]] | None = None,
        name: str | None = None,
        chosen: Callable[[int], None] | None = None,
        moved: Callable[[int], None] | None = None,
        to_choose: bool = True,
    ) -> None:
        super().__init__(id=name)
        self.can_focus = to_choose
        self._chosen = chosen or self.point_at
        self._moved = moved
        self.rows = tuple(rows)
        self.cursor = cursor
        self._typed = typed

    def compose(self) -> ComposeResult:
        beside = widths(self.rows)
        for number, row in enumerate(self.rows):
            yield RowLine(row, beside, self._here(number))

    def show(self, rows: Sequence[Row], cursor: int | None) -> None:
        """Show these rows, as many as before, and the cursor there."""
        self.rows, self.cursor = tuple(rows), cursor
        beside = widths(self.rows)
        for number, line in enumerate(self.query(RowLine)):
            line.show(self.rows[number], beside, self._here(number))
            if number == cursor:
                line.scroll_visible(animate=False)

    def _here(self, number: int) -> bool | None:
        return number == self.cursor if self.can_focus else None

    def action_move(self, by: int) -> None:
        """Move the cursor; from nowhere it comes to the first row, or the last."""
        last = len(self.rows) - 1
        start = self.cursor if self.cursor is not None else (-1 if by > 0 else last + 1)
        self.point_at(max(0, min(last, start + by)))

    def point_at(self, index: int) -> None:
        """Put the cursor on a row."""
        if index != self.cursor and 0 <= index < len(self.rows):
            self.show(self.rows, index)
            if self._moved is not None:
                self._moved(index)

    async def on_key(self, event: events.Key) -> None:
        """Let `typed` have it first."""
        if self._typed is not None and await self._typed(event):
            event.stop()
            event.prevent_default()
        else:
            await at_once(self, event)

    def on_click(self, event: events.Click) -> None:
        for index, line in enumerate(self.query(RowLine)):
            if line is event.widget:
                self._chosen(index)
