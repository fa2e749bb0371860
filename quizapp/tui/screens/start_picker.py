"""The lists of home, of which Enter starts something."""

from __future__ import annotations

from textual.binding import Binding

from quizapp.tui.screens.list_page import Picker


class StartPicker(Picker):
    """A list of what can be studied."""

    BINDINGS = [
        Binding("enter", "select", "Start"),
        Binding("enter", "go_on", "Go on"),
    ]

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
