"""A line for `:right` and its kin, where there is no text box to type it in."""

from textual import on
from textual.message import Message
from textual.widgets import Input

from quizapp.tui.answer_boxes.line import Line


class CommandLine(Line):
    """The line, begun with a colon, while it is mounted."""

    class Entered(Message):
        """A command was entered; "" where there is nothing but the colon."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self) -> None:
        super().__init__(":", name="command")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        words = event.value.lstrip(" :")
        self.post_message(self.Entered(f":{words}" if words.strip() else ""))
