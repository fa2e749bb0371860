"""A sentence with gaps: one line a gap."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from quizapp.kinds.cloze import Cloze
from quizapp.tui.answer_boxes.base import Answer
from quizapp.tui.answer_boxes.line import Line
from quizapp.tui.literal_text import KEY, literal


class GapsAnswer(Answer):
    """One line for each gap; Enter goes to an empty one first."""

    def compose(self) -> ComposeResult:
        count = len(self.question.gaps) if isinstance(self.question, Cloze) else 1
        typed = [*self.first_draft.split("\n"), *([""] * count)]
        if count == 1:
            yield Line(typed[0], "fill the gap")
            return
        for number in range(count):
            with Horizontal(classes="gap"):
                yield Static(literal(f"{number + 1} ", KEY), classes="gap-number")
                yield Line(typed[number], f"gap {number + 1}")

    def _typed_lines(self) -> list[str]:
        return [line.value for line in self.query(Line)]

    def response(self) -> str:
        """One line a gap; blank if all of them are."""
        typed = self._typed_lines() if self.is_mounted else self.first_draft.split("\n")
        return "\n".join(typed) if any(line.strip() for line in typed) else ""

    def lacking(self) -> str:
        """Which gaps are empty, while some are not."""
        typed = self._typed_lines()
        if len(typed) == 1 or typed[0].startswith(":"):
            return ""
        empty = [str(number) for number, line in enumerate(typed, 1) if not line.strip()]
        if not empty or len(empty) == len(typed):
            return ""
        gaps = f"Gap {empty[0]} is" if len(empty) == 1 else f"Gaps {', '.join(empty)} are"
        return f"{gaps} empty."

    def action_send(self) -> None:
        """Answer, and go to the first gap that is empty, in case there is more to say."""
        super().action_send()
        if self.lacking():
            next(line for line in self.query(Line) if not line.value.strip()).focus()

    def clear_command(self) -> None:
        for line in self.query(Line):
            if line.value.lstrip().startswith(":"):
                line.value = ""
