"""Home: what is for today, the banks and their sections, and the session that waits."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.binding import Binding
from textual.widgets import OptionList

from quizapp.app.launch import Opening
from quizapp.tui.screens.home_page import HomePage

if TYPE_CHECKING:
    from quizapp.bank.find import Glance
    from quizapp.planning.request import SessionRequest


class HomeScreen(HomePage):
    """What its keys do."""

    HELP = (
        "Choose a bank and press Enter: you are asked what is due, then what is new. o offers the "
        "other ways: an exam, cramming, reading the text, fewer questions or more. → goes to the "
        "bank's sections, of which each can be studied alone. A session that was left waits at the "
        "top. The bars show how much you are likely to know now. Everything is kept as you go."
    )

    BINDINGS = [
        Binding("o", "options", "Other ways"),
        Binding("right", "sections", "Sections", key_display="→"),
        Binding("left", "banks", "Banks", key_display="←"),
        Binding("u", "updated", "Look at the update"),
        Binding("p", "progress", "Progress"),
        Binding("comma", "app.settings", "Settings", key_display=","),
        Binding("v", "browse", "Browse"),
        Binding("m", "missed", "Missed most"),
        Binding("s", "app.history", "Past sessions"),
        Binding("a", "attach", "Attach your copy"),
        Binding("t", "app.turn_theme", "Light or dark"),
        Binding("r", "look", "Look again"),
        Binding("q", "app.quit", "Leave"),
        Binding("escape", "without_store", show=False),
    ]

    def action_sections(self) -> None:
        self._sections.focus()
        if self._sections.highlighted is None:
            self._sections.action_first()

    def action_banks(self) -> None:
        self._banks.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Other keys are live in the other list."""
        if self._banks.has_focus and self._sections.highlighted is not None:
            self._sections.highlighted = None
            self._sections.mark()
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        waiting, bank = self._waiting.get(self._pointed or ""), self._pointed_bank
        section = self._section
        if waiting is not None and section is None:
            self.program.study(Opening(resume=waiting.row.id))
        elif bank is not None:
            today = self._inside[bank.path].today if bank.path in self._inside else None
            done = section is None and today is not None and not today.asked
            self._start(
                bank,
                self.workspace.request(
                    sections=(section,) if section else (),
                    count=today.more or None if done and today is not None else None,
                ),
            )

    def _start(self, bank: Glance, request: SessionRequest) -> None:
        inside = self._inside.get(bank.path)
        if bank.problem or (inside is not None and inside.problems):
            self._show_problems(bank.path)
        else:
            self.program.study(Opening(bank.path, request))

    @work(exclusive=True, group="start")
    async def _show_problems(self, path: Path) -> None:
        from quizapp.tui.screens.problems import ProblemsScreen

        loaded = await asyncio.to_thread(self.workspace.loaded, path)
        self.app.push_screen(ProblemsScreen(loaded))

    @work(exclusive=True, group="start")
    async def action_options(self) -> None:
        from quizapp.app.bank_overview import bank_overview
        from quizapp.tui.screens.session_options import SessionOptionsSheet

        bank, section = self._bank, self._section
        inside = self._inside.get(bank.path)
        if inside is None:
            inside = await asyncio.to_thread(bank_overview, self.workspace, bank.path)
        if self.app.screen is not self:
            return
        sheet = SessionOptionsSheet(
            bank.title, bank.questions, inside, section, self.workspace.settings.certainty
        )
        request: SessionRequest | None = await self.app.push_screen_wait(sheet)
        if request is not None:
            self._start(bank, request)

    @property
    def _bank(self) -> Glance:
        """The bank that is pointed at, for keys that are live only where there is one."""
        bank = self._pointed_bank
        assert bank is not None
        return bank

    def action_browse(self) -> None:
        from quizapp.tui.screens.questions import BrowseScreen

        self.app.push_screen(BrowseScreen(self._bank.path, self._bank.title))

    def action_updated(self) -> None:
        from quizapp.tui.screens.bank_update import BankUpdateScreen

        self.app.push_screen(BankUpdateScreen(*self._updated()[0]))

    def action_progress(self) -> None:
        from quizapp.tui.screens.progress import ProgressScreen

        self.app.push_screen(ProgressScreen(self._bank.path, self._bank.title))

    def action_missed(self) -> None:
        from quizapp.report.errors import by_day
        from quizapp.tui.screens.questions import QuestionsScreen

        path = self._bank.path
        names = by_day(self._inside[path].missed, self.workspace.settings.study)
        self.app.push_screen(QuestionsScreen(path, "Missed, the latest first", names))

    @work(exclusive=True, group="attach")
    async def action_attach(self) -> None:
        from quizapp.app.attached_copy import attach
        from quizapp.tui.screens.ask import AskSheet

        sheet = AskSheet(
            "Your copy of the text",
            "A text file with the author's paragraphs, in any layout. Only its path is kept.",
            "Its path, such as ~/texts/essay.txt",
        )
        bank = self._bank.path
        path: str | None = await self.app.push_screen_wait(sheet)
        if not path:
            return
        told = await asyncio.to_thread(attach, self.workspace, bank, path)
        self.notify(
            " ".join(told.lines), markup=False, timeout=10,
            severity="information" if told.attached else "warning",
        )  # fmt: skip
        self.banks_changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "updated":
            return bool(self._updated())
        if action == "attach" and self.workspace.start.served:
            return False
        if action in ("progress", "options", "attach", "browse"):
            return self._pointed_bank is not None
        if action == "missed":
            bank = self._pointed_bank
            inside = self._inside.get(bank.path) if bank is not None else None
            return inside is not None and bool(inside.missed)
        if action == "sections":
            return self._sections.display and not self._sections.has_focus
        return self._sections.has_focus if action == "banks" else True
