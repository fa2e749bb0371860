"""Rows to go up and down in: options, items, sides of pairs; each may take several lines."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
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


class Rows(Widget):
    """Rows with a cursor, or none yet. Arrows move it; a click chooses a row.

    `typed` hears every key first, and says whether it has done what the key is for. `chosen` is
    called with the number of a row that was clicked (without it, the cursor goes there), `moved`
    when the cursor came to stand elsewhere.
    """

    ALLOW_SELECT = False
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

    def show(self, rows: Sequence[Row], cursor: int | None) -> None:
        """Show these rows, as many as before, and the cursor there."""
        self.rows, self.cursor = tuple(rows), cursor
        self.refresh(layout=True)
        if cursor is not None:
            self.call_after_refresh(self._to_cursor)

    def _laid(self, width: int) -> list[list[Content]]:
        """The lines of each row, wrapped to `width` cells, the texts under each other."""
        signs = max((len(row.sign) for row in self.rows), default=0)
        keys = max((len(row.key) for row in self.rows), default=0)
        told = []
        for number, row in enumerate(self.rows):
            here = number == self.cursor and self.can_focus
            style = row.style or (HERE if here else "")
            lead = literal(("▸ " if here else "  ") if self.can_focus else "", HERE)
            lead += literal(row.sign.ljust(signs) + " " if signs else "", style)
            lead += literal(row.key.rjust(keys) + "  " if keys else "", KEY)
            note = literal(f"   {row.note}" if row.note else "", FAINT)
            told.append(hanging(lead, literal(row.text, style) + note, width))
        return told

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return sum(map(len, self._laid(width)))

    def render(self) -> Content:
        return lines(line for row in self._laid(self.content_size.width) for line in row)

    def _to_cursor(self) -> None:
        """Scroll what the rows stand in to the one that is pointed at."""
        area = next((each for each in self.ancestors if isinstance(each, VerticalScroll)), None)
        if area is None:
            return
        heights = [len(row) for row in self._laid(self.content_size.width)]
        top = self.content_region.y - area.content_region.y + area.scroll_offset.y
        at = self.cursor or 0
        here = Region(0, top + sum(heights[:at]), 1, heights[at])
        area.scroll_to_region(here, animate=False, x_axis=False)

    def action_move(self, by: int) -> None:
        """Move the cursor; from nowhere it comes to the first row, or the last."""
        last = len(self.rows) - 1
        start = self.cursor if self.cursor is not None else (-1 if by > 0 else last + 1)
        self.point_at(max(0, min(last, start + by)))

    def point_at(self, index: int) -> None:
        if index != self.cursor and 0 <= index < len(self.rows):
            self.show(self.rows, index)
            if self._moved is not None:
                self._moved(index)

    async def on_key(self, event: events.Key) -> None:
        if self._typed is not None and await self._typed(event):
            event.stop()
            event.prevent_default()
        else:
            await at_once(self, event)

    def on_click(self, event: events.Click) -> None:
        rows = enumerate(self._laid(self.content_size.width))
        owners = [number for number, row in rows for _ in row]
        if (at := event.get_content_offset(self)) is not None:
            self._chosen(owners[at.y])
