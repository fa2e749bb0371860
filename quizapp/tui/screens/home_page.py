"""Home as it is shown: filled from a thread, and told about what is pointed at."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.app.wording import count
from quizapp.tui.literal_text import FAINT, KEY, lines, literal, one_line
from quizapp.tui.page import was_left
from quizapp.tui.screens import home_text
from quizapp.tui.screens.list_page import ListPage, heading
from quizapp.tui.screens.start_picker import StartPicker
from quizapp.tui.session_opening import opened, soon

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


def _overview(workspace: Workspace) -> Overview:
    from quizapp.app.overview import overview

    return overview(workspace)


class Body(VerticalScroll, inherit_bindings=False):
    """Scrolls to what has the focus; its keys are the page's."""


class HomePage(ListPage):
    """Painted at once; filled from a thread, which begins before the first paint."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._begin(workspace)
        self._seen: Overview | None = None
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
        self.look_again(told=True)

    def banks_changed(self) -> None:
        """Look for them."""
        self.look_again()

    def look_again(self, told: bool = False) -> None:
        """Look for the banks again, and say when that is done if it is to be `told`."""
        self._begin(self.workspace)
        self.look(told)

    def _begin(self, workspace: Workspace) -> None:
        self._begun = workspace.ahead(partial(_overview, workspace))

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
            lambda said: self._say(f"{said} Esc goes on without it." if said else ""),
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
        await self._look_inside(seen, again)

    def _show_found(self, seen: Overview) -> None:
        from quizapp.app.overview import pace

        self._seen, self._pace = seen, pace(seen.sessions)
        self._show()
        self.settle()
        if self._clock is None and any(waiting.limit for waiting in seen.waiting):
            self._clock = self.set_interval(1.0, self._tick)

    async def _look_inside(self, seen: Overview, again: bool) -> None:
        """Look into the banks, one after the other, and say how each stands."""
        from quizapp.app.bank_overview import bank_overview

        for number, bank in enumerate(seen.found.banks):
            self._inside[bank.path] = await asyncio.to_thread(
                bank_overview, self.workspace, bank.path
            )
            if was_left(self, "#list"):
                return
            self._sections_of = None if again else self._sections_of
            self._replace(f"bank:{number}")
            self._tell()
            self._offer()

    def _say(self, words: str) -> None:
        self.query_one("#today", Static).update(literal(words, "bold $text-warning"))

    def _tick(self) -> None:
        """The clock of an exam runs on."""
        assert self._seen is not None
        for number, waiting in enumerate(self._seen.waiting[:WAITING]):
            if waiting.limit is not None:
                self._replace(f"session:{number}")

    # Showing

    def _show(self) -> None:
        assert self._seen is not None
        banks, pointed = self._banks, self._pointed
        waiting = [f"session:{number}" for number, _ in enumerate(self._seen.waiting[:WAITING])]
        more = len(self._seen.waiting) - len(waiting)
        found = [f"bank:{number}" for number, _ in enumerate(self._seen.found.banks)]
        options = [heading("Waiting for you")] if waiting else []
        options += [Option(self._line(which), id=which) for which in waiting]
        options += [heading(f"and {more} more: s Past sessions")] if more else []
        options += [heading("Banks")] if waiting and found else []
        options += [Option(self._line(which), id=which) for which in found]
        banks.clear_options()
        banks.add_options(options)
        banks.display = bool(options)
        if not options:
            self.query_one("#today", Static).update(literal(home_text.EMPTY))
        else:
            shown = (*waiting, *found)
            at = pointed if pointed in shown else self._studied or shown[0]
            banks.highlighted = banks.get_option_index(at)
            banks.mark()
        self.query_one("#week", Static).update(home_text.week(self._seen.week))
        self.query_one("#week").display = any(answers for _, answers in self._seen.week)
        self._warn()
        learner = self.workspace.start.learner
        number = count(len(found), "bank")
        kept = "" if self.workspace.store is not None else "not kept"
        self.title_bar("quizapp", f"{learner} · {number}" if learner else number, kept)
        self._tell()

    def _replace(self, which: str) -> None:
        """Draw a line of the list anew."""
        if which.partition(":")[0] in ("session", "bank"):
            self._banks.replace_option_prompt(which, self._line(which))
            self._banks.mark()

    def _line(self, which: str) -> Content:
        bank, waiting = self._bank(which), self._waiting(which)
        if waiting is not None:
            return home_text.waiting_line(waiting, self._width)
        assert bank is not None
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

    def _warn(self) -> None:
        assert self._seen is not None
        workspace = self.workspace
        told = home_text.warnings(
            workspace.trouble, workspace.settings.problems, workspace.unreadable,
            self._seen.found.shadowed,
        )  # fmt: skip
        shown = self.query_one("#warnings", Static)
        shown.display = bool(told)
        shown.update(lines(map(literal, told)))

    def _offer(self) -> None:
        """Offer the verdicts that an update of a bank makes other ones."""
        from quizapp.report.regrade import in_words

        told: list[Content] = []
        for bank, outdated in self._updated():
            key = literal("u  " if not told else "   ", KEY)
            told.append(key + literal(f"{in_words(outdated)}  ", "bold") + one_line(bank.title))
        shown = self.query_one("#offer", Static)
        shown.display = bool(told)
        shown.update(lines(told))
        self.refresh_bindings()

    def _updated(self) -> list[tuple[Bank, tuple[Change, ...]]]:
        """The banks that make another verdict of answers on which no ruling stands."""
        banks = self._seen.found.banks if self._seen else ()
        inside = [self._inside[bank.path] for bank in banks if bank.path in self._inside]
        found = [(each.bank, each.outdated) for each in inside if each.bank is not None]
        if not found:
            return []
        from quizapp.report.regrade import in_words

        return [(bank, outdated) for bank, outdated in found if in_words(outdated)]

    @on(OptionList.OptionHighlighted, "#list")
    def _tell(self) -> None:
        """Tell about what is pointed at."""
        if self._seen is None or (which := self._pointed) is None:
            return
        waiting, bank = self._waiting(which), self._pointed_bank
        inside = self._inside.get(bank.path) if bank is not None else None
        if waiting is not None:
            words = home_text.waiting_words(waiting)
        else:
            words = home_text.today_words(inside, self._pace)
        if self._seen.first_run:
            words = lines((literal(home_text.WELCOME), words))
        shown = self.query_one("#today", Static)
        shown.update(words)
        # The layout after several updates in one moment is lost now and then: a line is then cut.
        self.call_after_refresh(shown.refresh, layout=True)
        right = self.query_one("#right")
        missed = self.query_one("#missed", Static)
        missed.update(home_text.missed(inside.missed if inside else (), self._width))
        missed.display = bool(inside and inside.missed)
        right.display = bank is not None
        if bank is not None:
            from quizapp.app.overview import last_sessions

            if inside is not None and self.workspace.start.served:
                inside = inside._replace(digests=False)  # No copy can be attached there.
            told = home_text.about(bank, inside, last_sessions(self._seen, bank.id), self._width)
            self.query_one("#about", Static).update(told)
            self._show_sections(bank, inside)
        self.refresh_bindings()

    def _show_sections(self, bank: Glance, inside: BankOverview | None) -> None:
        found = inside.sections if inside is not None else ()
        several = len(found) > 1
        self.query_one("#sections-of", Static).display = several
        self._sections.display = several
        if not several or self._sections_of == bank.path:
            return
        self._sections_of = bank.path
        title = one_line(f"Sections of {bank.title}", "bold $text-accent")
        self.query_one("#sections-of", Static).update(title.truncate(self._width, ellipsis=True))
        self._sections.clear_options()
        self._sections.add_options([
            Option(home_text.section_line(each, self._width), id=f"section:{number}")
            for number, each in enumerate(found)
        ])  # fmt: skip

    # What is pointed at

    @property
    def _pointed(self) -> str | None:
        option = self._banks.highlighted_option
        return option.id if option is not None else None

    @property
    def _studied(self) -> str | None:
        """The bank of the session that was just over."""
        banks = self._seen.found.banks if self._seen else ()
        at = (n for n, bank in enumerate(banks) if bank.id == self.workspace.studied)
        return next((f"bank:{number}" for number in at), None)

    def _waiting(self, which: str | None) -> Waiting | None:
        sort, _, number = (which or "").partition(":")
        return self._seen.waiting[int(number)] if self._seen and sort == "session" else None

    def _bank(self, which: str | None) -> Glance | None:
        sort, _, number = (which or "").partition(":")
        return self._seen.found.banks[int(number)] if self._seen and sort == "bank" else None

    @property
    def _pointed_bank(self) -> Glance | None:
        """The bank that is pointed at, or on which the session is."""
        waiting = self._waiting(self._pointed)
        if waiting is None or self._seen is None:
            return self._bank(self._pointed)
        banks = self._seen.found.banks
        return next((bank for bank in banks if bank.id == waiting.row.bank), None)

    @property
    def _section(self) -> str | None:
        """The section that is pointed at, while its list has the focus."""
        bank, at = self._pointed_bank, self._sections.highlighted
        if bank is None or at is None or not self._sections.has_focus:
            return None
        return self._inside[bank.path].sections[at].name
