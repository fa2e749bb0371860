"""The program on a full screen: its screens, themes and signals."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events, work
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen
from textual.worker import WorkerFailed

from quizapp.app.launch import Launch, Opening
from quizapp.app.workspace import Workspace
from quizapp.tui import themes
from quizapp.tui.page import GuardedScreen, Page
from quizapp.tui.widgets.key_bar import live_keys

if TYPE_CHECKING:
    from textual.driver import Driver

    from quizapp.session.run import SessionRun

ENDINGS = [getattr(signal, n) for n in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, n)]


class QuizApp(App[None]):
    """Screens, and what goes for all of them."""

    TITLE = "quizapp"
    CSS_PATH = "app.tcss"
    DEFAULT_MODE = "page 0"
    PAUSE_GC_ON_SCROLL = True
    HORIZONTAL_BREAKPOINTS = [
        (0, "-tiny"), (40, "-narrow"), (100, "-wide"),
    ]  # fmt: skip
    VERTICAL_BREAKPOINTS = [
        (0, "-flat"), (10, "-short"), (20, "-medium"), (34, "-tall"),
    ]  # fmt: skip
    BINDINGS = [
        Binding("ctrl+q", "quit", "Leave", show=False, priority=True),
    ]

    def __init__(self, start: Launch) -> None:
        no_colour = bool(os.environ.get("NO_COLOR"))
        super().__init__()
        self._pages = 0
        self.workspace = Workspace(start)
        self.last_words = ""
        self.last_key = ""
        self.below = False
        self.ended_by = 0
        """The signal that asked the program to end; before the screen is there it may be set."""
        self.leaving = False
        self.no_colour = no_colour
        for theme in (themes.DARK, themes.LIGHT):
            self.register_theme(theme)
        kept = self.workspace.settings if (start.data / "settings.toml").exists() else None
        wanted = os.environ.get("TEXTUAL_THEME") or (kept.theme if kept is not None else "")
        self.theme = themes.chosen(wanted, set(self.available_themes), no_colour)
        self._let_move(kept is None or kept.motion)

    @property
    def fault(self) -> BaseException | None:
        """The exception that ended the program, if one did."""
        error = self._exception
        return error.error if isinstance(error, WorkerFailed) else error

    def get_driver_class(self) -> type[Driver]:
        """The usual driver, on a terminal with our own way of reading keys."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from quizapp.tui.driver import TerminalDriver

        return TerminalDriver

    def _print_error_renderables(self) -> None:
        """Print no traceback: what ended the program is told once the screen has gone."""
        self._exit_renderables.clear()

    def get_css_variables(self) -> dict[str, str]:
        """The theme's variables, its texts such that they can be read."""
        return themes.readable(super().get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that do not know them."""
        return themes.own_variables(self.current_theme)

    def get_default_screen(self) -> Screen[Any]:
        """The first page, its style read beside the app's own: so all is parsed once to paint."""
        page = self._first()
        self.stylesheet.read_all(page.css_path)
        self.add_mode(self.DEFAULT_MODE, lambda: page)
        return page

    def _first(self) -> Page:
        """What the author sees, the quiz where a bank or a session was named, or home."""
        start = self.workspace.start
        if start.author is not None and start.bank is not None:
            from quizapp.tui.screens.author import AuthorScreen

            return AuthorScreen(start.bank, start.author)
        if start.opening is None:
            from quizapp.tui.screens.home import HomeScreen

            return HomeScreen(self.workspace)
        from quizapp.tui.screens.quiz import QuizScreen

        return QuizScreen(start.opening, self.workspace)

    def on_mount(self) -> None:
        """Leave cleanly when asked to from outside; remember a theme that is chosen."""
        loop = asyncio.get_running_loop()
        for number in ENDINGS:
            # Windows, or a loop that is not the main thread's: the default stands.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self._ended, int(number))
        if self.ended_by:
            self._ended(self.ended_by)
        self.theme_changed_signal.subscribe(self, self._theme_chosen)

    def on_ready(self) -> None:
        """The first frame was shown: from now on look for garbage, but not in what is there."""
        gc.freeze()
        gc.enable()

    def _ended(self, number: int) -> None:
        self.ended_by = number
        self.exit(return_code=128 + number)

    def _theme_chosen(self, theme: Any) -> None:
        readable = themes.chosen(theme.name, set(self.available_themes), self.no_colour)
        if readable != theme.name:
            self.theme = readable
            return
        if trouble := self.workspace.save({"theme": theme.name}):
            self.notify(trouble, severity="warning", markup=False)

    def exit(self, *args: Any, **how: Any) -> None:
        """Leave; what is asked for after it is not begun any more."""
        self.leaving = True
        top = self.screen_stack[-1] if self.screen_stack else None
        if self.is_running and (top is None or not top.is_mounted):
            # A page that is taken away while it is being made looks for what is not there yet.
            self.set_timer(0.01, partial(self.exit, *args, **how))
        else:
            super().exit(*args, **how)

    async def run_action(self, *args: Any, **how: Any) -> bool:
        """Do what a key says, unless it came in one burst with the key that leaves."""
        return not self.leaving and await super().run_action(*args, **how)

    async def on_event(self, event: events.Event) -> None:
        """Hold back keys that were pressed before there was anything to press them for."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            screen = self.screen_stack[-1] if self.screen_stack else None
            if isinstance(screen, GuardedScreen) and not screen.lets(event):
                return
        await super().on_event(event)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the command palette offers: what goes everywhere, then the keys of the page."""
        everywhere = (
            SystemCommand("Help", "The keys of this screen", self.action_help),
            SystemCommand("Home", "All banks; the session can be resumed", self.action_home),
            SystemCommand("Find", "A question or a passage by its words", self.action_find),
            SystemCommand("Past sessions", "Scores and responses", self.action_history),
            SystemCommand("Resume a session", "One that waits: r resumes", self.action_history),
            SystemCommand("Settings", "Theme, new questions, and more", self.action_settings),
            SystemCommand("Light or dark", "Turn the theme around", self.action_turn_theme),
            SystemCommand("Theme", "Choose among all themes", self.action_change_theme),
            SystemCommand("Leave", "Everything is kept", self.action_quit),
        )
        yield from everywhere
        if isinstance(screen, Page):
            named = {each.title for each in everywhere}
            for live in live_keys(screen, own=True):
                if live.does not in named:
                    act = partial(self.run_action, live.action, screen)
                    yield SystemCommand(live.does, f"On this screen: {live.written}", act)

    def note_end(self, session: SessionRun) -> None:
        """Remember how a session stands, for when the program is left."""
        from quizapp.app.session_end import farewell

        self.last_words = farewell(session, self.workspace.start)
        self.below = session.passed is False
        self.workspace.studied = session.bank.id if session.complete else ""

    def action_turn_theme(self) -> None:
        self.theme = themes.LIGHT.name if self.current_theme.dark else themes.DARK.name

    def action_help(self) -> None:
        from quizapp.tui.screens.help import HelpSheet

        if isinstance(self.screen, GuardedScreen) and not isinstance(self.screen, HelpSheet):
            self.push_screen(HelpSheet(self.screen))

    def action_help_quit(self) -> None:
        """Ctrl+C, which ends programs elsewhere: say what does so here."""
        self.clear_notifications()
        self.notify("Ctrl+Q leaves; everything is kept.", markup=False)

    def action_home(self) -> None:
        """Back to the home screen, whatever is on top of it."""
        from quizapp.tui.screens.home import HomeScreen

        if not isinstance(self.screen, HomeScreen):
            self.to(partial(HomeScreen, self.workspace))

    def action_find(self) -> None:
        """Find a question or a passage; while one is asked, that would tell its answer."""
        from quizapp.tui.screens.find import FindScreen

        if not self._asks:
            self.push_screen(FindScreen())
        else:
            self.notify("Answer first: what is found would show the answer.", markup=False)

    @property
    def _asks(self) -> bool:
        """Whether a question is asked that has no answer yet."""
        phase = getattr(self.screen, "phase", "told")
        return phase not in ("told", "stuck", "enough", "reading")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where one types, a stroke is a letter; and nothing is found while a question is asked."""
        if action == "find":
            page = self.screen_stack[-1] if self.screen_stack else None
            types = page is not None and hasattr(page.focused, "cursor_blink")
            return isinstance(page, Page) and not types and not self._asks
        return super().check_action(action, parameters)

    def action_history(self) -> None:
        from quizapp.tui.screens.history import HistoryScreen

        if not isinstance(self.screen, HistoryScreen):
            self.push_screen(HistoryScreen())

    @work(exclusive=True, group="settings")
    async def action_settings(self) -> None:
        from quizapp.app.settings import FILE
        from quizapp.tui.screens.settings import ASK_JUDGE, SettingsSheet, ask_judge

        workspace = self.workspace
        path = None if workspace.start.served else workspace.start.data / FILE
        sheet = SettingsSheet(workspace.settings, self.theme, path)
        if not (changes := await self.push_screen_wait(sheet)):
            return
        if changes.pop("banks", ""):
            await self._add_banks()
        if changes.get("judge") == ASK_JUDGE:
            changes["judge"] = await ask_judge(self)
            if not changes["judge"]:
                del changes["judge"]
        self.theme = changes.pop("theme", self.theme)
        trouble = workspace.save(changes) if changes else ""
        self._let_move(workspace.settings.motion)
        later = changes.keys() - {"motion"}
        said = trouble or ("Kept. It holds from the next session on." if later else "Kept.")
        self.notify(said, severity="warning" if trouble else "information", markup=False)

    async def _add_banks(self) -> None:
        """Ask for a folder of banks, and look for banks there from now on."""
        from quizapp.app.settings import SettingsError, add_banks
        from quizapp.tui.screens.ask import AskSheet

        words = "A folder with banks in it, or one bank. They are found there from now on."
        name: str | None = await self.push_screen_wait(AskSheet("Add banks", words, "Its path"))
        if not name:
            return
        try:
            add_banks(self.workspace.start.data, name)
        except SettingsError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self.workspace.forget_settings()
        if isinstance(self.screen, Page):
            self.screen.banks_changed()

    def _let_move(self, motion: bool) -> None:
        """Let things move by themselves, or not; the environment says so before the settings do."""
        if not os.environ.get("TEXTUAL_ANIMATIONS"):
            self.animation_level = "full" if motion else "none"

    def to(self, page: Callable[[], Page]) -> None:
        """Leave the page that is there, with all that is on top of it, and then make another."""
        for screen in self.screen_stack:
            if isinstance(screen, Page):
                screen.leave()
        before = self.current_mode
        self._pages += 1
        self.add_mode(f"page {self._pages}", page)
        self.switch_mode(f"page {self._pages}")
        self.remove_mode(before)

    def study(self, opening: Opening) -> None:
        from quizapp.tui.screens.quiz import QuizScreen

        self.to(partial(QuizScreen, opening, self.workspace))
