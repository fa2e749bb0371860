"""Home as it is shown: filled from a thread, and told about what is pointed at."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.app.formatting import count
from quizapp.tui.literal_text import FAINT, KEY, lines, literal, one_line
from quizapp.tui.page import opened, soon, was_left
from quizapp.tui.screens import home_text
from quizapp.tui.screens.list_page import ListPage, StartPicker, heading

if TYPE_CHECKING:
    from textual.timer import Timer

    from quizapp.app.bank_overview import BankOverview
    from quizapp.app.overview import Overview, Waiting
    from quizapp.app.workspace import Workspace
    from quizapp.bank.find import Glance
    from quizapp.bank.model import Bank
    from quizapp.report.regrade import Change

WAITING, BESIDE = 3, 116
"""So many unfinished sessions are offered; and from so many columns on there are two."""


class Body(VerticalScroll, inherit_bindings=False):
    """Scrolls to what has the focus; its keys are the page's."""


class HomePage(ListPage):
    """Painted at once; filled from a thread, which begins before the first paint."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._begin(workspace)
        self._seen: Overview | None = None
        self._waiting: dict[str, Waiting] = {}
        """The sessions that are offered, by the names of their lines in the list."""
        self._found: dict[str, Glance] = {}
        """The banks, likewise."""
        self._inside: dict[Path, BankOverview] = {}
        self._sections_of: Path | None = None
        self._clock: Timer | None = None
        self._pace = 0.0

    def body(self) -> ComposeResult:
        yield Static("", id="warnings")
        yield Static("", id="offer")
        with Body(id="body", can_focus=False):
            with Vertical(id="left"):
                yield Static(literal("Looking for banks …", FAINT), id="today")
                yield StartPicker()
                yield Static("", id="week")
                yield Static("", id="missed")
            with Vertical(id="right"):
                yield Static("", id="sections-of")
                yield StartPicker("sections")
                yield Static("", id="about")

    async def on_mount(self) -> None:
        """Show the banks: before the first paint, or else as soon as they were found."""
        self.title_bar("quizapp")
        self._banks.focus()
        await soon(self._begun)
        if self._begun.done():
            self._show_found(self._begun.result())
        self.look()

    @property
    def _banks(self) -> StartPicker:
        return self.query_one("#list", StartPicker)

    @property
    def _sections(self) -> StartPicker:
        return self.query_one("#sections", StartPicker)

    # Looking

    def action_look(self) -> None:
        """Look again, and say when that is done."""
        self.workspace.open_again()
        self.banks_changed(told=True)

    def banks_changed(self, told: bool = False) -> None:
        """Look for the banks again, and say when that is done if it is to be `told`."""
        self._begin(self.workspace)
        self.look(told)

    def _begin(self, workspace: Workspace) -> None:
        def begun() -> Overview:
            from quizapp.app.overview import overview

            return overview(workspace)

        self._begun = workspace.ahead(begun)

    def action_without_store(self) -> None:
        """Home is where Escape ends; while the store is held by another program, go on without."""
        if self.workspace.waiting:
            self.workspace.stop_waiting()
        else:
            self._banks.focus()

    @work(exclusive=True, group="look")
    async def look(self, again: bool = False) -> None:
        """Show the banks and sessions that were found, and then look into the banks."""
        seen = await opened(
            self._begun, self.workspace,
            lambda said: self._today(literal(
                f"{said} Esc goes on without it." if said else "", "bold $text-warning")),
        )  # fmt: skip
        if was_left(self, "#list"):
            return
        if seen is not self._seen:
            self._show_found(seen)
        if again:
            self.notify(f"Found {count(len(seen.found.banks), 'bank')}.", markup=False)
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        await painted.wait()
        await self._look_inside(again)

    def _show_found(self, seen: Overview) -> None:
        from quizapp.app.overview import pace

        self._seen, self._pace = seen, pace(seen.sessions)
        self._show()
        self.settle()
        if self._clock is None and any(waiting.limit for waiting in seen.waiting):
            self._clock = self.set_interval(1.0, self._tick)

    async def _look_inside(self, again: bool) -> None:
        """Look into the banks, one after the other, and say how each stands."""
        from quizapp.app.bank_overview import bank_overview

        for name, bank in list(self._found.items()):
            found = await asyncio.to_thread(bank_overview, self.workspace, bank.path)
            self._inside[bank.path] = found
            if was_left(self, "#list"):
                return
            self._sections_of = None if again else self._sections_of
            self._replace(name)
            self._tell()
            self._offer()

    def _tick(self) -> None:
        for name, waiting in self._waiting.items():
            if waiting.limit is not None:
                self._replace(name)

    # Showing

    def _show(self) -> None:
        assert self._seen is not None
        seen, pointed = self._seen, self._pointed
        self._waiting = {f"session {each.row.id}": each for each in seen.waiting[:WAITING]}
        self._found = {str(bank.path): bank for bank in seen.found.banks}
        more = len(seen.waiting) - len(self._waiting)
        options = [heading("Waiting for you")] if self._waiting else []
        options += [Option(self._line(name), id=name) for name in self._waiting]
        options += [heading(f"and {more} more: s Past sessions")] if more else []
        options += [heading("Banks")] if self._waiting and self._found else []
        options += [Option(self._line(name), id=name) for name in self._found]
        self._banks.clear_options()
        self._banks.add_options(options)
        self._banks.display = bool(options)
        if options:
            names = [*self._waiting, *self._found]
            studied = self.workspace.studied
            first = [name for name, bank in self._found.items() if bank.id == studied]
            at = pointed if pointed in names else [*first, *names][0]
            self._banks.highlighted = self._banks.get_option_index(at)
            self._banks.mark()
        else:
            self._today(literal(home_text.EMPTY))
        self.put("week", home_text.week(seen.week))
        warnings = home_text.warnings(
            self.workspace.trouble, self.workspace.settings.problems, self.workspace.unreadable,
            seen.found.shadowed,
        )  # fmt: skip
        self.put("warnings", lines(map(literal, warnings)))
        learner, number = self.workspace.start.learner, count(len(self._found), "bank")
        kept = "" if self.workspace.store is not None else "not kept"
        self.title_bar("quizapp", f"{learner} · {number}" if learner else number, kept)
        self._tell()

    def _today(self, words: Content) -> None:
        shown = self.query_one("#today", Static)
        shown.update(words)
        # The layout after several updates in one moment is lost now and then: a line is then cut.
        self.call_after_refresh(shown.refresh, layout=True)

    def _replace(self, name: str) -> None:
        self._banks.replace_option_prompt(name, self._line(name))
        self._banks.mark()

    def _line(self, name: str) -> Content:
        if name in self._waiting:
            return home_text.waiting_line(self._waiting[name], self._width)
        bank = self._found[name]
        return home_text.bank_line(bank, self._inside.get(bank.path), self._width)

    @property
    def _width(self) -> int:
        """The cells that a line of a list has."""
        return min(80, self.size.width // (2 if self.size.width >= BESIDE else 1) - 5)

    def resized(self) -> None:
        """The lines are laid out for the width, the sections beside the banks where it is wide."""
        self.set_class(self.size.width >= BESIDE, "-beside")
        if self._seen is not None:
            self.call_after_refresh(self._lay_again)

    def _lay_again(self) -> None:
        self._sections_of = None
        self._show()

    def _offer(self) -> None:
        """Offer the verdicts that an update of a bank makes other ones."""
        from quizapp.report.regrade import in_words

        told: list[Content] = []
        for bank, outdated in self._updated():
            key = literal("u  " if not told else "   ", KEY)
            told.append(key + literal(f"{in_words(outdated)}  ", "bold") + one_line(bank.title))
        self.put("offer", lines(told))
        self.refresh_bindings()

    def _updated(self) -> list[tuple[Bank, tuple[Change, ...]]]:
        """The banks that make another verdict of answers on which no ruling stands."""
        inside = map(self._inside.get, [bank.path for bank in self._found.values()])
        found = [(each.bank, each.outdated) for each in inside if each and each.bank]
        if not found:
            return []
        from quizapp.report.regrade import in_words

        return [(bank, outdated) for bank, outdated in found if in_words(outdated)]

    @on(OptionList.OptionHighlighted, "#list")
    def _tell(self) -> None:
        """Tell about what is pointed at."""
        if self._seen is None or self._pointed is None:
            return
        waiting, bank = self._waiting.get(self._pointed), self._pointed_bank
        inside = self._inside.get(bank.path) if bank is not None else None
        if waiting is not None:
            words = home_text.waiting_words(waiting)
        else:
            words = home_text.today_words(inside, self._pace)
        welcome = [literal(home_text.WELCOME)] if self._seen.first_run else []
        self._today(lines((*welcome, words)))
        self.put("missed", home_text.missed(inside.missed if inside else (), self._width))
        self.query_one("#right").display = bank is not None
        if bank is not None:
            from quizapp.app.overview import last_sessions

            if inside is not None and self.workspace.start.served:
                inside = inside._replace(digests=False)  # No copy can be attached there.
            past = last_sessions(self._seen, bank.id)
            self.put("about", home_text.about(bank, inside, past, self._width))
            self._show_sections(bank, inside)
        self.refresh_bindings()

    def _show_sections(self, bank: Glance, inside: BankOverview | None) -> None:
        found = inside.sections if inside is not None else ()
        self._sections.display = len(found) > 1
        title = one_line(f"Sections of {bank.title}", "bold $text-accent")
        title = title.truncate(self._width, ellipsis=True)
        self.put("sections-of", title if self._sections.display else Content(""))
        if self._sections.display and self._sections_of != bank.path:
            self._sections_of = bank.path
            self._sections.clear_options()
            self._sections.add_options(home_text.section_line(each, self._width) for each in found)

    # What is pointed at

    @property
    def _pointed(self) -> str | None:
        option = self._banks.highlighted_option
        return option.id if option is not None else None

    @property
    def _pointed_bank(self) -> Glance | None:
        """The bank that is pointed at, or on which the session is."""
        waiting = self._waiting.get(self._pointed or "")
        if waiting is None:
            return self._found.get(self._pointed or "")
        banks = self._found.values()
        return next((bank for bank in banks if bank.id == waiting.row.bank), None)

    @property
    def _section(self) -> str | None:
        """The section that is pointed at, while its list has the focus."""
        bank, at = self._pointed_bank, self._sections.highlighted
        if bank is None or at is None or not self._sections.has_focus:
            return None
        return self._inside[bank.path].sections[at].name
