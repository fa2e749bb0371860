"""The lists of home, of which Enter starts something."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content

from quizapp.tui.literal_text import KEY, literal
from quizapp.tui.screens.list_page import Picker


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
            waits = option is not None and (option.id or "").startswith("session:")
            return waits == (action == "go_on")
        return super().check_action(action, parameters)
