"""A sheet of lines, each with choices of which one holds: up and down, left and right."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from quizapp.tui.literal_text import FAINT, KEY, hanging, lines, literal
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_bar import clickable

CHOICE = "choice"
"""In the style of a choice: its row and its place there."""
MOVES = "↑↓ another line · ←→ another choice · or type a number"
NAME = 12
WIDTH = 68


class Line(NamedTuple):
    """A line: what it is called and `sets`, its choices as (label, value), and what they mean."""

    name: str
    sets: str
    choices: Sequence[tuple[str, Any]]
    about: str = ""
    at_first: int = 0


class ChoiceSheet(Sheet):
    """Gives what `result` makes of the choices, or None."""

    BINDINGS = [
        Binding("enter", "start", "Take what is chosen"),
        Binding("up,shift+tab", "go(-1)", "To the line above", key_display="↑"),
        Binding("down,tab", "go(1)", "To the line below", key_display="↓"),
        Binding("left", "turn(-1)", "To the choice before", key_display="←"),
        Binding("right,space", "turn(1)", "To the next choice", key_display="→"),
    ]
    HELP = "Each line is a choice: what stands in brackets holds. Below stands what it means."
    TITLE_KEYS = "Enter starts · Esc goes back"
    TYPED = ""
    """The line in which a number may be typed as well."""
    most = 0
    """The highest number that may be typed."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._at: dict[str, int] = {}
        self._row = 0
        self._typed = ""

    def rows(self) -> list[Line]:
        """The lines, by what is chosen so far."""
        raise NotImplementedError

    def result(self) -> object:
        """What is asked for."""
        raise NotImplementedError

    def chosen(self, line: Line) -> Any:
        """What holds on a line."""
        choices, at = self._standing(line)
        return choices[at][1]

    def _standing(self, line: Line) -> tuple[Sequence[tuple[str, Any]], int]:
        """The choices of a line as it stands, and which one holds."""
        if line.name == self.TYPED and self._typed:
            return [(self._typed, int(self._typed))], 0
        at = self._at.get(line.name, line.at_first)
        return line.choices, min(at, len(line.choices) - 1)

    def _choose(self, line: Line, place: int) -> None:
        if line.name == self.TYPED:
            self._typed = ""
        self._at[line.name] = max(0, min(len(line.choices) - 1, place))
        self.show()

    def body(self) -> ComposeResult:
        yield Static("", id="said")
        enter, back = self.TITLE_KEYS.split(" · ")
        keys = literal(f"{MOVES}\n")
        keys += clickable(literal(enter, KEY), "enter") + literal("   ")
        yield Static(keys + clickable(literal(back, KEY), "escape"), id="keys")

    def on_mount(self) -> None:
        self.show()

    def show(self) -> None:
        """Show what holds now."""
        rows = self.rows()
        self._row = min(self._row, len(rows) - 1)
        about = literal(rows[self._row].about, FAINT)
        said = [self._laid(number, line) for number, line in enumerate(rows)]
        said += [literal(""), *hanging(literal(" " * 2), about, self._width)]
        self.query_one("#said", Static).update(lines(said))
        above = sum(each.plain.count("\n") + 1 for each in said[: self._row])
        sheet = self.query_one("#sheet", VerticalScroll)
        self.call_after_refresh(sheet.scroll_to, y=max(0, above - 1), animate=False)

    def _laid(self, number: int, line: Line) -> Content:
        here = number == self._row
        lead = literal("▸ " if here else "  ", KEY) + literal(
            line.name.ljust(NAME), "bold" if here else ""
        )
        body = Content("")
        choices, at = self._standing(line)
        for place, (label, _) in enumerate(choices):
            on = place == at
            choice = literal(f"[{label}]" if on else f" {label} ", KEY if on else FAINT)
            body += choice.stylize(Style.from_meta({CHOICE: (number, place)}))
            body += Content(" ")
        return lines(hanging(lead, body, self._width))

    @property
    def _width(self) -> int:
        """How many cells there are inside the sheet."""
        return min(WIDTH, self.app.size.width * 96 // 100 - 8)

    def on_resize(self) -> None:
        self.show()

    def action_go(self, by: int) -> None:
        self._row = (self._row + by) % len(self.rows())
        self.show()

    def action_turn(self, by: int) -> None:
        line = self.rows()[self._row]
        self._choose(line, min(self._at.get(line.name, line.at_first), len(line.choices) - 1) + by)

    def on_key(self, event: events.Key) -> None:
        """Digits are a number; Backspace takes them away."""
        if event.character and event.character.isdecimal() and event.character.isascii():
            number = int(self._typed + event.character)
            typed = str(min(number, self.most)) if number else ""
        elif event.key == "backspace":
            typed = self._typed[:-1]
        else:
            return
        names = [line.name for line in self.rows()]
        if self.TYPED in names:
            event.stop()
            self._typed, self._row = typed, names.index(self.TYPED)
            self.show()

    def clicked(self, meta: Mapping[str, Any]) -> None:
        if CHOICE in meta:
            self._row, place = meta[CHOICE]
            self._choose(self.rows()[self._row], place)

    def action_start(self) -> None:
        self.dismiss(self.result())
