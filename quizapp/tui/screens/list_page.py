"""What the screens that list things share: their style, and the list itself."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

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
        """Choose a session that waits."""
        self.action_select()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter starts a session, or goes on with one that waits."""
        if action in ("select", "go_on"):
            option = self.highlighted_option
            waits = option is not None and (option.id or "").startswith("session ")
            return waits == (action == "go_on")
        return super().check_action(action, parameters)


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
