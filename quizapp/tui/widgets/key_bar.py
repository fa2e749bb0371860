"""The last line: the keys that do something now, and only those."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from quizapp.tui.literal_text import FAINT, literal

if TYPE_CHECKING:
    from textual.binding import Binding
    from textual.screen import Screen

KEY = "bold $footer-key-foreground"
NAMES = {"enter": "Enter", "escape": "Esc", "space": "Space", "backspace": "⌫"}
MORE = "…  "
"""Says that there is no room for all keys; help has them."""
EVERYWHERE = ("slash",)
"""These are the same on all pages: where the room is short they make room for a page's own."""
LAST = ("f1", "escape")
"""These stand at the right end, and stay when the room is short."""


PRESSES = "key"
"""In the style of what can be clicked: the key that it stands for."""


def clickable(words: Content, key: str) -> Content:
    """The words, which press the key when they are clicked."""
    return words.stylize(Style.from_meta({PRESSES: key}))


def press(widget: Widget, event: events.Click) -> bool:
    """Press the key that was clicked; False if there is none."""
    key = event.style.meta.get(PRESSES)
    if key:
        widget.app.simulate_key(key)
    return bool(key)


class Shown(NamedTuple):
    """A key that is live: what is pressed, how it is written, what it does."""

    key: str
    written: str
    does: str


class KeyBar(Widget):
    """Made anew whenever another key comes alive; a click on one presses it."""

    ALLOW_SELECT = False

    def on_mount(self) -> None:
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
                shown = Shown(binding.key, written(binding), binding.description)
                found.setdefault(binding.action, shown)
        return sorted(found.values(), key=_rank)

    def render(self) -> Content:
        """As many of them as there is room for, and a sign where that is not all."""
        live = self.live()
        ends = [_words(shown) for shown in live if shown.key in LAST]
        others = [_words(shown) for shown in live if shown.key not in LAST]
        room = self.size.width - _cells(ends) - 1
        line, cut = literal(" "), False
        if _cells(others) + 1 > room:
            room -= len(MORE)
        for words in others:
            if line.cell_length + words.cell_length <= room:
                line += words
            else:
                cut = True
        if cut:
            line += clickable(literal(MORE, FAINT), "f1")
        gap = self.size.width - line.cell_length - _cells(ends)
        return Content("").join([line, literal(" " * max(0, gap)), *ends])

    def on_click(self, event: events.Click) -> None:
        press(self, event)


def _words(shown: Shown) -> Content:
    words = literal(shown.written, KEY) + literal(f" {shown.does}  ", FAINT)
    return clickable(words, shown.key)


def _cells(words: Sequence[Content]) -> int:
    return sum(each.cell_length for each in words)


def written(binding: Binding) -> str:
    """The name of its key."""
    return binding.key_display or NAMES.get(binding.key) or binding.key


def _rank(shown: Shown) -> int:
    if shown.key == "enter":
        return 0
    if shown.key in LAST:
        return 3 + LAST.index(shown.key)
    return 2 if shown.key in EVERYWHERE else 1
