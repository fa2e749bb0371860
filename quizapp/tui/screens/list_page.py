"""What the screens that list things share: their style, and the list itself."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizapp.tui.literal_text import FAINT, literal
from quizapp.tui.page import Page


class ListPage(Page):
    """A page of lists and short texts."""

    CSS_PATH = "list_page.tcss"


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


def refill(listed: Picker, options: Sequence[Option]) -> None:
    """Put the options in place of those that were there; what was pointed at stays so."""
    at = listed.highlighted
    listed.clear_options()
    listed.add_options(options)
    if options:
        listed.highlighted = min(at or 0, len(options) - 1)
        listed.focus()


def heading(words: str) -> Option:
    """A line between the options that cannot be chosen."""
    return Option(literal(f"  {words}", FAINT), disabled=True)
