"""A verdict and a passage on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from quizapp.tui.literal import FAINT, STRONG, literal, one_line

if TYPE_CHECKING:
    from quizapp.bank.passage import Shown
    from quizapp.tui.rendering import Piece


class VerdictPanel(Widget):
    """Paragraphs that keep their indent when they are wrapped."""

    def __init__(self, told: Sequence[Piece] = ()) -> None:
        super().__init__()
        self.told = tuple(told)

    def show(self, told: Sequence[Piece]) -> None:
        """Tell this instead."""
        self.told = tuple(told)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes."""
        del container, viewport
        return self._laid(width).plain.count("\n") + 1 if self.told else 0

    def render(self) -> Content:
        """All of it."""
        return self._laid(self.content_size.width)

    def _laid(self, width: int) -> Content:
        if not self.told:
            return Content("")
        from quizapp.tui.rendering import laid

        return laid(self.told, width)


class PassagePanel(VerticalScroll):
    """The passages that settle an answer, scrolled to what decides."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[Shown, ...] = ()

    async def show(self, shown: Sequence[Shown]) -> None:
        """Show these passages; none: say nothing yet."""
        self.shown = tuple(shown)
        self.set_class(bool(shown), "-told")
        await self.remove_children()
        self.border_title = one_line(shown[0].title) if len(shown) == 1 else "Passages"
        await self.mount_all(self._bodies())
        self.scroll_home(animate=False)
        self.call_after_refresh(self._to_evidence)

    def wait(self, words: str) -> None:
        """Say what will stand here."""
        self.shown = ()
        self.remove_class("-told")
        self.border_title = ""
        self.remove_children()
        self.mount(Static(literal(words), classes="waiting"))

    def compose(self) -> ComposeResult:
        """What is shown so far."""
        yield from self._bodies()

    def _bodies(self) -> list[Static]:
        if not self.shown:
            return []
        from quizapp.tui.rendering import passage

        found: list[Static] = []
        for one in self.shown:
            if len(self.shown) > 1:
                later = " later" if found else ""
                found.append(Static(one_line(one.title, STRONG), classes=f"title{later}"))
            found.append(Static(passage(one), classes="text"))
            if one.note:
                found.append(Static(literal(one.note, FAINT), classes="note"))
        return found

    def on_resize(self) -> None:
        """Keep what decides in view."""
        self._to_evidence()

    def _to_evidence(self) -> None:
        if not self.shown or not self.is_attached or not self.max_scroll_y:
            return
        width = self.scrollable_content_region.width
        text = next((body for body in self.query(".text") if isinstance(body, Static)), None)
        if text is None:
            return
        from quizapp.tui.rendering import line_of_evidence

        top = text.virtual_region.y + line_of_evidence(self.shown[0], width)
        room = self.scrollable_content_region.height
        self.scroll_to(y=max(0, top - max(1, room // 3)), animate=False)
