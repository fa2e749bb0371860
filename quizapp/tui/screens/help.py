"""Help on the screen that it was asked from: what it is for, and the keys that are live there."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.app import colon_commands
from quizapp.tui.literal_text import FAINT, KEY, hanging, lines, literal
from quizapp.tui.page import GuardedScreen
from quizapp.tui.screens.sheet import Sheet
from quizapp.tui.widgets.key_bar import live_keys

EVERYWHERE = (
    ("Ctrl+P", "Commands: themes, past sessions and more (where nothing is typed, also :)"),
    ("Ctrl+Q", "Leave; everything is kept (or Escape to home, then q)"),
)
WIDTH = 66


class HelpSheet(Sheet):
    """Made from the screen below it."""

    BINDINGS = [Binding("f1,question_mark,q,enter", "dismiss(None)", "Back", show=False)]
    KEYS = "Esc closes"
    SCROLLS = True

    def __init__(self, below: GuardedScreen) -> None:
        super().__init__("Help")
        self._words = below.help_words()
        keys = live_keys(below, own=isinstance(below, Sheet))
        self._keys = [(each.written, each.does) for each in keys]
        self._typed = below.typed

    def body(self) -> ComposeResult:
        yield Static(literal(self._words))
        yield Static(literal("Keys", "bold"), classes="heading")
        yield Static(_table((*self._keys, *EVERYWHERE)))
        if self._typed:
            yield Static(literal("Typed instead of an answer", "bold"), classes="heading")
            commands = [each for each in colon_commands.COMMANDS.items() if each[0] in self._typed]
            yield Static(_table([(f":{name}", what) for name, what in commands]))
            yield Static(literal("An answer that begins with a colon: type it twice.", FAINT))

    def on_resize(self) -> None:
        """Say whether there is more than fits."""
        self.call_after_refresh(self._say_more)

    def _say_more(self) -> None:
        sheet = self.query_one("#sheet", VerticalScroll)
        sheet.border_subtitle = f"↓ more · {self.KEYS}" if sheet.max_scroll_y else self.KEYS


def _table(rows: Sequence[tuple[str, str]]) -> Content:
    width = max((len(key) for key, _ in rows), default=0)
    return lines(
        line
        for key, what in rows
        for line in hanging(literal(key.ljust(width) + "   ", KEY), literal(what), WIDTH)
    )
