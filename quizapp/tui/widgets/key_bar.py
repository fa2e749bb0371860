"""The last line: the keys that do something now, and only those."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual import events
from textual.content import Content
from textual.widget import Widget

from quizapp.tui.literal import FAINT, literal

if TYPE_CHECKING:
    from textual.screen import Screen

KEY = "bold $footer-key-foreground"
NAMES = {"enter": "Enter", "escape": "Esc", "space": "Space", "backspace": "⌫"}
MORE = "…  "
"""Says that there is no room for all keys; help has them."""
LAST = ("f1", "escape")
"""These stand at the right end, and stay when the room is short."""


class Shown(NamedTuple):
    """A key that is live: what is pressed, how it is written, what it does."""

    key: str
    written: str
    does: str


class KeyBar(Widget):
    """Made anew whenever another key comes alive; a click on one presses it."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Listen for keys that come and go."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[Any]) -> None:
        if screen is self.screen:
            self.refresh()

    def live(self) -> list[Shown]:
        """The keys that are shown: Enter first, help and Escape last."""
        found: dict[str, Shown] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.description:
                written = binding.key_display or NAMES.get(binding.key) or binding.key
                shown = Shown(binding.key, written, binding.description)
                found.setdefault(binding.action, shown)
        return sorted(found.values(), key=_rank)

    def render(self) -> Content:
        """As many of them as there is room for, and a sign where that is not all."""
        live = self.live()
        ends = [shown for shown in live if shown.key in LAST]
        others = [shown for shown in live if shown.key not in LAST]
        room = self.size.width - sum(map(_width, ends)) - 1
        line, self._places = literal(" "), []
        if sum(map(_width, others)) + 1 > room:
            room -= len(MORE)
        for shown in others:
            if line.cell_length + _width(shown) <= room:
                line = self._with(line, shown)
        if len(self._places) < len(others):
            start = line.cell_length
            self._places.append((start, start + len(MORE), "f1"))
            line += literal(MORE, FAINT)
        gap = self.size.width - line.cell_length - sum(map(_width, ends))
        line += literal(" " * max(0, gap))
        for shown in ends:
            line = self._with(line, shown)
        return line

    def _with(self, line: Content, shown: Shown) -> Content:
        start = line.cell_length
        self._places.append((start, start + _width(shown), shown.key))
        return line + literal(shown.written, KEY) + literal(f" {shown.does}  ", FAINT)

    def on_click(self, event: events.Click) -> None:
        """A click presses the key under it."""
        for start, end, key in self._places:
            if start <= event.x < end:
                self.app.simulate_key(key)


def _width(shown: Shown) -> int:
    return literal(shown.written + shown.does).cell_length + 3


def _rank(shown: Shown) -> int:
    if shown.key == "enter":
        return 0
    return 2 + LAST.index(shown.key) if shown.key in LAST else 1
