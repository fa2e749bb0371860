"""What every screen has: the gate for early keys, help, a word for a terminal that is too small."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from time import monotonic
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from quizapp.app.launch import Opening
from quizapp.app.workspace import Workspace
from quizapp.tui.key_guard import KeyGuard
from quizapp.tui.literal_text import literal, one_line
from quizapp.tui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from quizapp.session.run import SessionRun

T = TypeVar("T")
SOON = 0.1
"""Seconds that a first paint waits for what it is to show: two paints take longer than one."""
DEED = "deed"
"""The group of the workers that do something to what is kept."""
BACK = Binding("escape,q", "app.back", "Back", key_display="Esc")
SLOW = 0.15
"""Seconds after which it shows that no key counts."""
LEAST = Size(40, 10)
TOO_SMALL = "This window is too small: 40 columns and 10 lines are needed. Nothing is lost."


class Program(Protocol):
    """The program, as its pages see it, which it knows and they do not."""

    workspace: Workspace
    last_key: str
    """The key that was pressed last, of those that counted."""

    def note_end(self, session: SessionRun) -> None:
        """Remember how a session stands, for when the program is left."""

    def to(self, page: Callable[[], Page]) -> None:
        """Leave the page that is there, with all that is on top of it, and then make another."""

    def study(self, opening: Opening) -> None:
        """Go to the session that is to be opened."""

    def action_home(self) -> None:
        """Back to the home screen, whatever is on top of it."""


class GuardedScreen(Screen[Any]):
    """A screen that takes no key before what it shows was painted, and a moment more."""

    HELP = ""
    """What F1 says of it, before its keys."""
    typed: frozenset[str] = frozenset()
    """The commands that would do something now, typed with a colon."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.gate = KeyGuard()

    def help_words(self) -> str:
        """What F1 says of it as it stands."""
        return self.HELP

    @property
    def at_work(self) -> bool:
        """Whether something is being done that the next key has to wait for."""
        return False

    def lets(self, event: events.Key | events.Paste) -> bool:
        from textual.widgets import Input, TextArea

        typing = isinstance(self.focused, Input | TextArea)
        passes = self.gate.lets(event, typing, self.at_work)
        if passes and isinstance(event, events.Key):
            self.program.last_key = event.key
        return passes

    @property
    def program(self) -> Program:
        return cast(Program, self.app)

    def on_screen_resume(self) -> None:
        """Keys count once this is painted."""
        for bar in self.query(KeyBar):
            bar.visible = True
        self.settle()

    def settle(self) -> None:
        """Something new is shown: keys count again once it is painted."""
        self.gate.close(self.program.last_key)
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        self.gate.painted(monotonic())
        self.show_refusal()

    def show_refusal(self) -> None:
        """Dim the keys in the footer while none of them counts."""
        for bar in self.query(KeyBar):
            bar.set_class(self.gate.closed, "-refused")


class Page(GuardedScreen):
    """A full screen."""

    BINDINGS = [
        Binding("f1", "app.help", "Help", key_display="F1"),
        Binding("question_mark", "app.help", "Help", show=False),
        Binding("slash", "app.find", "Find", key_display="/"),
        Binding("colon", "app.command_palette", "Commands", show=False),
    ]

    _focus_held: Widget | None = None

    @property
    def at_work(self) -> bool:
        """Whether a deed is being done: another would be done to what it is about to change."""
        return any(one.group == DEED and not one.is_finished for one in self.workers)

    def do(self, call: Callable[[], object]) -> None:
        """Do a deed in a thread, and show what came of it.

        Not at all while something else is being done: keys can come in a burst (a paste is one in
        many terminals), and the second was not meant for what the first is about to show.
        """
        if not self.at_work:
            self.gate.close(self.program.last_key)
            self.set_timer(SLOW, self.show_refusal)
            self.run_worker(self._done(call), group=DEED)

    async def _done(self, call: Callable[[], object]) -> None:
        await asyncio.to_thread(call)
        await self.show()

    async def show(self) -> None:
        """Show what there is now: for pages that do deeds."""

    @property
    def workspace(self) -> Workspace:
        return self.program.workspace

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield from self.body()
        yield KeyBar()
        yield Static(TOO_SMALL, id="small")

    def banks_changed(self) -> None:
        """There may be other banks now: for pages that show them."""

    def leave(self) -> None:
        """This page is left for good: keep what has to be kept before the next one looks."""

    def body(self) -> ComposeResult:
        """What stands between title and keys."""
        yield from ()

    def title_bar(self, left: str, right: str = "", warning: str = "") -> None:
        """Say where one is (left), how far (right), and what must not be overlooked."""
        self.query_one(TitleBar).show(left, right, warning)

    def on_screen_suspend(self) -> None:
        """What is on top has keys of its own; those of this page do nothing there."""
        for bar in self.query(KeyBar):
            bar.visible = False

    def on_resize(self, event: events.Resize) -> None:
        """What is hidden in a window too small loses the focus, and gets it back."""
        if event.size.width < LEAST.width or event.size.height < LEAST.height:
            self._focus_held = self.focused or self._focus_held
        elif self._focus_held is not None:
            self.call_after_refresh(self._give_back_focus)
        self.resized()

    def resized(self) -> None:
        """The screen has another size: for pages that have to do something about it."""

    def _give_back_focus(self) -> None:
        if self.focused is None and self._focus_held is not None and self._focus_held.is_attached:
            self._focus_held.focus()
        self._focus_held = None


def was_left(shown: Widget, part: str) -> bool:
    """Whether what is shown has lost this part of it, since one has left it: a worker may outlive
    by a moment what it works for."""
    return not shown.query(part)


async def soon(begun: Future[T]) -> None:
    """Wait for what was `begun`, but no longer than a first paint without it may wait."""
    if not begun.done():
        await asyncio.wait({_awaitable(begun)}, timeout=SOON)


async def opened(begun: Future[T], workspace: Workspace, say: Callable[[str], None]) -> T:
    """What was `begun` gives. While the workspace waits for something, `say` is told what."""
    said = ""
    work = _awaitable(begun)
    while not begun.done() and not (await asyncio.wait({work}, timeout=0.1))[0]:
        if workspace.waiting != said:
            said = workspace.waiting
            say(said)
    return begun.result()


def _awaitable(begun: Future[T]) -> asyncio.Future[T]:
    """The same, to be waited for; its error is raised by `begun` alone."""
    work = asyncio.wrap_future(begun)
    # An error that nobody took from it would be printed when the program ends.
    work.add_done_callback(lambda done: done.cancelled() or done.exception())
    return work


class TitleBar(Widget):
    """One line at the top."""

    _said = ("quizapp", "", "")

    def show(self, left: str, right: str = "", warning: str = "") -> None:
        """Show these, the left cut where the room is short."""
        self._said = (left, right, warning)
        self.refresh()

    def render(self) -> Content:
        left, right, warning = self._said
        end = literal(f"⚠ {warning}" if warning else "", "bold $text-warning")
        end += literal("   " if warning and right else "") + one_line(right)
        width = self.content_size.width
        room = max(0, width - end.cell_length - 2)
        start = one_line(left, "bold").truncate(room, ellipsis=True)
        gap = max(1, width - start.cell_length - end.cell_length)
        return start + literal(" " * gap) + end
