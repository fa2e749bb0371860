"""What the pages that list things share: their style, the list itself, and how it is filled."""

import asyncio
from collections.abc import Iterable

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.app.workspace import UnusableBank
from quizapp.tui.literal_text import FAINT, KEY, literal
from quizapp.tui.page import Page


class ListPage(Page):
    """A page of lists and short texts."""

    CSS_PATH = "list_page.tcss"

    def put(self, part: str, words: Content) -> None:
        """Show these words in a part of the page, which is not there without any."""
        shown = self.query_one(f"#{part}", Static)
        shown.update(words)
        shown.display = bool(words.plain)


class Picker(OptionList):
    """A list of which Enter opens one."""

    BINDINGS = [
        Binding("enter", "select", "Open"),
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]

    def __init__(self, name: str = "list") -> None:
        super().__init__(id=name, markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It never scrolls sideways: these keys are the page's."""
        return action not in ("scroll_left", "scroll_right")

    def refill(self, rows: Iterable[Content]) -> None:
        """Put these in place of those that were there; what was pointed at stays so."""
        at = self.highlighted or 0
        self.clear_options()
        self.add_options(rows)
        self.highlighted = min(at, self.option_count - 1) if self.option_count else None


class StartPicker(Picker):
    """A list of what can be studied; the two cells before each line are for the mark."""

    BINDINGS = [
        Binding("enter", "select", "Start"),
        Binding("enter", "go_on", "Go on"),
    ]

    def on_option_list_option_highlighted(self) -> None:
        self.mark()

    def mark(self) -> None:
        """Put the mark before what is pointed at, and nowhere else."""
        for number in range(self.option_count):
            option = self.get_option_at_index(number)
            sign = "▸ " if number == self.highlighted else "  "
            line = option.prompt
            if isinstance(line, Content) and not option.disabled and line.plain[:2] != sign:
                self.replace_option_prompt_at_index(number, literal(sign, KEY) + line[2:])

    def action_go_on(self) -> None:
        self.action_select()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter starts a session, or goes on with one that waits."""
        if action in ("select", "go_on"):
            option = self.highlighted_option
            waits = option is not None and (option.id or "").startswith("session ")
            return waits == (action == "go_on")
        return super().check_action(action, parameters)


def heading(words: str) -> Option:
    """A line between the options that cannot be chosen."""
    return Option(literal(f"  {words}", FAINT), disabled=True)


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
        from quizapp.store.errors import StoreError

        try:
            await asyncio.to_thread(self.look)
        except (StoreError, UnusableBank) as error:
            self.say(str(error), "bold $text-warning")
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
