"""Lists of a bank's questions, or of groups of them: some are marked, and make a session."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.app.progress_text import signs
from quizapp.app.wording import count, percent
from quizapp.app.workspace import UnusableBank
from quizapp.bank.model import Bank
from quizapp.planning.days import day_in_words
from quizapp.report.standing import Standing, standings
from quizapp.store.errors import StoreError
from quizapp.tui import navigation
from quizapp.tui.literal import FAINT, KEY, hanging, lines, literal
from quizapp.tui.opening import studied
from quizapp.tui.screens.list_page import ListPage, Picker

WIDEST = 80


class Entry(NamedTuple):
    """A row: its words and a note under them, the questions it stands for, how far it is moved
    in."""

    words: Content
    note: Content
    questions: tuple[str, ...]
    inwards: int = 0


class MarkingPage(ListPage):
    """Filled from a thread by what `entries` makes of the bank and how its questions stand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Mark"),
        Binding("b", "begin", "Begin a session"),
        Binding("escape,q", "back", "Back", key_display="Esc"),
    ]

    def __init__(self, path: Path, title: str) -> None:
        super().__init__()
        self._path, self._title = path, title
        self._bank: Bank | None = None
        self._standings: dict[str, Standing] = {}
        self._today = 0
        self._entries: Sequence[Entry] = ()
        self._marked: set[int] = set()

    def body(self) -> ComposeResult:
        """What is above the list, and the list."""
        with VerticalScroll(id="above"):
            yield Static("", id="passage")
        yield Static(literal("Looking at the questions …"), id="heading")
        yield Picker()

    def on_mount(self) -> None:
        """Say where one is, and read."""
        self.title_bar(self._title)
        self.query_one("#above").display = False
        self.query_one(Picker).focus()
        self.read()

    @work(exclusive=True, group="read")
    async def read(self) -> None:
        """Read the bank and how it stands in a thread."""
        try:
            bank = await asyncio.to_thread(self._read)
        except (StoreError, UnusableBank) as error:
            self.query_one("#heading", Static).update(literal(str(error), "bold $text-warning"))
            return
        self._entries = self.entries(bank)
        every = {name for entry in self._entries for name in entry.questions}
        self.title_bar(self._title, count(len(every), "question"))
        self._show()
        self.settle()

    def _read(self) -> Bank:
        workspace = self.workspace
        self._bank, self._today = workspace.bank(self._path), workspace.today
        with workspace.aside() as store:
            learner, study = workspace.start.learner, workspace.settings.study
            self._standings = standings(self._bank, store, learner, study)
        return self._bank

    def entries(self, bank: Bank) -> Sequence[Entry]:
        """The rows."""
        raise NotImplementedError

    def open_entry(self, number: int) -> None:
        """Show what is behind a row."""
        raise NotImplementedError

    def resized(self) -> None:
        """The rows are wrapped anew."""
        if self._bank is not None:
            self.call_after_refresh(self._show)

    def _show(self) -> None:
        listed = self.query_one(Picker)
        at = listed.highlighted
        listed.clear_options()
        listed.add_options([Option(self._line(n)) for n in range(len(self._entries))])
        if self._entries:
            listed.highlighted = min(at or 0, len(self._entries) - 1)
        marked = f"{len(self._marked)} marked" if self._marked else "none marked: b asks all"
        self.query_one("#heading", Static).update(literal(marked if self._entries else "Nothing."))
        self.refresh_bindings()

    def _line(self, number: int) -> Content:
        entry = self._entries[number]
        width = min(WIDEST, self.size.width - 8)
        lead = literal(" " * entry.inwards)
        lead += literal("● " if number in self._marked else "○ ", KEY)
        said = hanging(lead, entry.words, width)
        under = Content(" " * (entry.inwards + 2))
        return lines([*said, under + entry.note] if entry.note.plain else said)

    def action_mark(self) -> None:
        """Mark the row, or take its mark away; on to the next."""
        listed = self.query_one(Picker)
        if listed.highlighted is not None:
            self._marked ^= {listed.highlighted}
            self._show()
            listed.action_cursor_down()

    def action_begin(self) -> None:
        """A session on what is marked, or on all."""
        chosen = sorted(self._marked) or range(len(self._entries))
        names = tuple(dict.fromkeys(name for n in chosen for name in self._entries[n].questions))
        request = self.workspace.request(questions=names)
        self.post_message(navigation.Study(studied(self._path, request)))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self.open_entry(event.option_index)

    def action_back(self) -> None:
        """Back to where it was asked for."""
        self.app.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be marked or begun before there is anything."""
        del parameters
        if action in ("mark", "begin"):
            return any(entry.questions for entry in self._entries)
        return True


def standing_words(each: Standing, today: int) -> Content:
    """How a question stands: its last answers, how likely it is known, when it is due."""
    if each.known is None or each.due is None:
        return literal("not asked yet", FAINT)
    when = "due" if each.due <= today else f"back {day_in_words(each.due, today)}"
    known = f"{percent(each.known)} likely known" if each.known else "not right yet"
    return literal(f"{signs(each.last)}  {known} · {when}", FAINT)
