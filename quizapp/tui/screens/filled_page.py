"""What the pages share that are filled from a thread: a heading, and rows that open."""

import asyncio

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import OptionList, Static

from quizapp.app.workspace import UnusableBank
from quizapp.store.errors import StoreError
from quizapp.tui.literal_text import literal
from quizapp.tui.screens.list_page import ListPage, Picker

WARNING = "bold $text-warning"


class FilledPage(ListPage):
    """Its rows are looked for in a thread, shown when they are there, and opened by Enter."""

    MARGIN = 8
    """The cells beside a row."""
    filled = False

    def body(self) -> ComposeResult:
        yield Static("", id="heading")
        yield Picker()

    def look(self) -> None:
        """Read what is to be shown, in a thread. Raises StoreError, UnusableBank."""
        raise NotImplementedError

    def show_rows(self) -> None:
        """Show the rows, for the width that there is."""
        raise NotImplementedError

    def open_row(self, number: int) -> None:
        """Show what is behind a row."""
        raise NotImplementedError

    @work(exclusive=True, group="read")
    async def read(self) -> None:
        """Look, and show what was found or what went wrong."""
        try:
            await asyncio.to_thread(self.look)
        except (StoreError, UnusableBank) as error:
            self.say(str(error), WARNING)
        else:
            self.filled = True
            self.found()

    def found(self) -> None:
        """What was looked for is there."""
        self.show_rows()

    def say(self, words: str, style: str = "") -> None:
        """Say this above the rows."""
        self.query_one("#heading", Static).update(literal(words, style))

    @property
    def row_width(self) -> int:
        """The cells that a row has."""
        return min(80, self.size.width - self.MARGIN)

    def resized(self) -> None:
        if self.filled:
            self.call_after_refresh(self.show_rows)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.open_row(event.option_index)
