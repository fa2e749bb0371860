"""Some questions of a bank, with how each stands; those chosen make a session."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.app.wording import count, percent
from quizapp.tui import navigation
from quizapp.tui.literal import FAINT, KEY, hanging, lines, literal, one_line
from quizapp.tui.screens.list_page import ListPage, Picker

if TYPE_CHECKING:
    from quizapp.bank.model import Bank
    from quizapp.report.standing import Standing


class QuestionsScreen(ListPage):
    """The questions of these names, in this order."""

    HELP = (
        "The questions behind what you chose, and how each stands with you. Enter shows one with "
        "its answer and its passage. Space marks some; b begins a session on those that are "
        "marked, or on all where none is."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Mark"),
        Binding("b", "begin", "Begin a session"),
        Binding("escape,q", "back", "Back", key_display="Esc"),
    ]

    def __init__(self, path: Path, title: str, names: tuple[str, ...]) -> None:
        super().__init__()
        self._path, self._title, self._names = path, title, names
        self._bank: Bank | None = None
        self._found: list[Standing] = []
        self._marked: set[str] = set()
        self._today = 0

    def body(self) -> ComposeResult:
        """A heading and the list."""
        yield Static(literal("Looking at the questions …"), id="heading")
        yield Picker()

    def on_mount(self) -> None:
        """Say where one is, and read."""
        self.title_bar(self._title, count(len(self._names), "question"))
        self.query_one(Picker).focus()
        self.read()

    @work(exclusive=True, group="read")
    async def read(self) -> None:
        """Find the questions in a thread."""
        from quizapp.app.workspace import UnusableBank
        from quizapp.store.errors import StoreError

        try:
            self._bank, standings = await asyncio.to_thread(self.workspace.standings, self._path)
            self._today = self.workspace.today
        except (StoreError, UnusableBank) as error:
            self.query_one("#heading", Static).update(literal(str(error), "bold $text-warning"))
            return
        self._found = [standings[name] for name in self._names if name in standings]
        self._show()
        self.settle()

    def resized(self) -> None:
        """The prompts are wrapped anew."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        listed = self.query_one(Picker)
        at, width = listed.highlighted, min(84, self.size.width - 8)
        listed.clear_options()
        listed.add_options([Option(self._line(each, width)) for each in self._found])
        if self._found:
            listed.highlighted = min(at or 0, len(self._found) - 1)
        marked = f"{len(self._marked)} marked" if self._marked else "none marked: b asks all"
        self.query_one("#heading", Static).update(literal(marked))
        self.refresh_bindings()

    def _line(self, each: Standing, width: int) -> Content:
        sign = literal("● " if each.question.id in self._marked else "○ ", KEY)
        said = hanging(sign, one_line(each.question.prompt), width)
        return lines([*said, literal("  ") + standing_words(each, self._today)])

    def action_mark(self) -> None:
        """Mark the question, or take its mark away; on to the next."""
        listed = self.query_one(Picker)
        if listed.highlighted is None:
            return
        self._marked ^= {self._found[listed.highlighted].question.id}
        self._show()
        listed.action_cursor_down()

    def action_begin(self) -> None:
        """A session on what is marked, or on all."""
        from quizapp.tui.opening import studied

        names = [each.question.id for each in self._found]
        chosen = tuple(name for name in names if name in self._marked) or tuple(names)
        request = self.workspace.request(questions=chosen)
        self.post_message(navigation.Study(studied(self._path, request)))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        from quizapp.tui.screens.passage_sheet import PassageSheet

        assert self._bank is not None
        question = self._found[event.option_index].question
        self.app.push_screen(PassageSheet(self._bank, question, self.workspace.copy))

    def action_back(self) -> None:
        """Back to where it was asked for."""
        self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be marked or begun before there is anything."""
        del parameters
        return bool(self._found) if action in ("mark", "begin") else True


def standing_words(each: Standing, today: int) -> Content:
    """How a question stands: its last answers, how likely it is known, when it is due."""
    from quizapp.app.progress_text import signs
    from quizapp.planning.days import day_in_words

    if each.known is None or each.due is None:
        return literal("not asked yet", FAINT)
    when = "due" if each.due <= today else f"back {day_in_words(each.due, today)}"
    return literal(f"{signs(each.last)}  {percent(each.known)} likely known · {when}", FAINT)
