"""A line to type in, on pages that are no questions."""

from textual.binding import Binding
from textual.widgets import Input


class EntryLine(Input):
    """Typed text is taken as it stands; keys that do nothing in a line are the page's."""

    BINDINGS = [Binding("enter", "submit", "Go on")]

    def __init__(self, placeholder: str = "", value: str = "") -> None:
        super().__init__(value, placeholder=placeholder, select_on_focus=False)
        self.cursor_blink = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action not in ("scroll_up", "scroll_down", "page_up", "page_down")
