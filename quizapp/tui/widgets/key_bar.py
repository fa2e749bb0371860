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


class LiveKey(NamedTuple):
    """A key that is live: what is pressed, how it is written, what it does, by which action."""

    key: str
    written: str
    does: str
    action: str


def live_keys(screen: Screen[Any], own: bool = False) -> list[LiveKey]:
    """The keys that do something now and are shown (of the screen's `own`), one for each action:
    Enter first, help and Escape last."""
    found: dict[str, LiveKey] = {}
    for active in screen.active_bindings.values():
        one = active.binding
        if one.show and active.enabled and one.description and (active.node is screen or not own):
            written = one.key_display or NAMES.get(one.key) or one.key
            found.setdefault(one.action, LiveKey(one.key, written, one.description, one.action))
    return sorted(found.values(), key=_rank)


class KeyBar(Widget):
    """Made anew whenever another key comes alive; a click on one presses it."""

    ALLOW_SELECT = False

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[Any]) -> None:
        if screen is self.screen:
            self.refresh()

    def render(self) -> Content:
        """As many of them as there is room for, and a sign where that is not all."""
        live = live_keys(self.screen)
        ends = [_words(each) for each in live if each.key in LAST]
        others = [_words(each) for each in live if each.key not in LAST]
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


def _words(live: LiveKey) -> Content:
    words = literal(live.written, KEY) + literal(f" {live.does}  ", FAINT)
    return clickable(words, live.key)


def _cells(words: Sequence[Content]) -> int:
    return sum(each.cell_length for each in words)


def _rank(live: LiveKey) -> int:
    if live.key == "enter":
        return 0
    if live.key in LAST:
        return 3 + LAST.index(live.key)
    return 2 if live.key in EVERYWHERE else 1
