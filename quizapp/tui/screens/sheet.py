"""A small screen on top of another."""

from collections.abc import Mapping
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from quizapp.tui.literal_text import one_line
from quizapp.tui.page import GuardedScreen
from quizapp.tui.widgets.key_bar import press


class Sheet(ModalScreen[Any], GuardedScreen):
    """A box in the middle of the screen; Escape closes it."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("f1", "app.help", show=False),
    ]
    HELP = "This stands on top of a screen; Escape leads back to it."
    KEYS = ""
    """What to press, said at its lower edge."""
    SCROLLS = False
    """Whether the arrows scroll it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=self.SCROLLS) as sheet:
            sheet.border_title, sheet.border_subtitle = one_line(self._title), self.KEYS
            yield from self.body()

    def body(self) -> ComposeResult:
        """What is in the box."""
        yield from ()

    def on_click(self, event: events.Click) -> None:
        """A click on the name of a key presses it; one beside the sheet leaves it."""
        if press(self, event):
            return
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss(None)
        else:
            self.clicked(event.style.meta)

    def clicked(self, meta: Mapping[str, Any]) -> None:
        """Something on the sheet was clicked, whose style says this of it."""
