"""Lists of a bank's questions, or of groups of them: some are marked, and make a session."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from quizapp.app.progress_text import signs
from quizapp.app.wording import count, percent
from quizapp.bank.model import Bank
from quizapp.planning.days import day_in_words, on_day
from quizapp.report.progress import is_known
from quizapp.report.standing import Standing, standings
from quizapp.tui.literal_text import FAINT, KEY, hanging, lines, literal
from quizapp.tui.page import BACK
from quizapp.tui.screens.filled_page import FilledPage
from quizapp.tui.screens.list_page import Picker, refill
from quizapp.tui.session_opening import studied


class Entry(NamedTuple):
    """A row: its words and a note under them, the questions it stands for, how far it is moved
    in."""

    words: Content
    note: Content
    questions: tuple[str, ...]
    inwards: int = 0


class MarkingPage(FilledPage):
    """Filled from a thread by what `entries` makes of the bank and how its questions stand."""

    BINDINGS = [
        Binding("space", "mark", "Mark"),
        Binding("b", "begin", "Begin a session"),
        BACK,
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
        with VerticalScroll(id="above"):
            yield Static("", id="passage")
        yield Static(literal("Looking at the questions …"), id="heading")
        yield Picker()

    def on_mount(self) -> None:
        self.title_bar(self._title)
        self.query_one("#above").display = False
        self.query_one(Picker).focus()
        self.read()

    def look(self) -> None:
        workspace = self.workspace
        self._bank, self._today = workspace.bank(self._path), workspace.today
        with workspace.aside() as store:
            learner, study = workspace.start.learner, workspace.settings.study
            self._standings = standings(self._bank, store, learner, study)

    def found(self) -> None:
        assert self._bank is not None
        self._entries = self.entries(self._bank)
        every = {name for entry in self._entries for name in entry.questions}
        self.title_bar(self._title, count(len(every), "question"))
        self.show_rows()
        self.settle()

    def entries(self, bank: Bank) -> Sequence[Entry]:
        """The rows."""
        raise NotImplementedError

    def show_rows(self) -> None:
        refill(self.query_one(Picker), [Option(self._line(n)) for n in range(len(self._entries))])
        marked = f"{len(self._marked)} marked" if self._marked else "none marked: b asks all"
        self.say(marked if self._entries else "Nothing.")
        self.refresh_bindings()

    def _line(self, number: int) -> Content:
        entry = self._entries[number]
        lead = literal(" " * entry.inwards)
        lead += literal("● " if number in self._marked else "○ ", KEY)
        said = hanging(lead, entry.words, self.row_width)
        under = Content(" " * (entry.inwards + 2))
        return lines([*said, under + entry.note] if entry.note.plain else said)

    def action_mark(self) -> None:
        """Mark the row, or take its mark away; on to the next."""
        listed = self.query_one(Picker)
        if listed.highlighted is not None:
            self._marked ^= {listed.highlighted}
            self.show_rows()
            listed.action_cursor_down()

    def action_begin(self) -> None:
        chosen = sorted(self._marked) or range(len(self._entries))
        names = tuple(dict.fromkeys(name for n in chosen for name in self._entries[n].questions))
        request = self.workspace.request(questions=names)
        self.program.study(studied(self._path, request))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("mark", "begin"):
            return any(entry.questions for entry in self._entries)
        return True


def standing_words(each: Standing, today: int) -> Content:
    """How a question stands: its last answers, how likely it is known, when it is due."""
    if each.known is None or each.due is None:
        return literal("not asked yet", FAINT)
    when = "due" if each.due <= today else f"back {day_in_words(each.due, today)}"
    known = "right since, not at first try" if each.repeated else "not right yet"
    if each.known:
        known = f"{percent(each.known)} likely known"
    if each.missed is not None and not is_known(each.last[-1]):
        known = f"missed {on_day(each.missed, today)}, {known}"
    return literal(f"{signs(each.last)}  {known} · {when}", FAINT)
