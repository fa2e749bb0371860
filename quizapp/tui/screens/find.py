"""Finding a question or a passage in any bank by its words."""

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from quizapp.app.formatting import count
from quizapp.app.session_lists import met
from quizapp.bank.model import Bank
from quizapp.bank.search import Entry, entries, find, hits
from quizapp.tui.literal_text import FAINT, KEY, hanging, lines, literal, one_line
from quizapp.tui.screens.ask import EntryLine
from quizapp.tui.screens.list_page import FilledPage, Picker
from quizapp.tui.screens.passage_sheet import PassageSheet
from quizapp.tui.screens.questions import QuestionsScreen

MOST = 100
"""So many of what is found are shown."""
FOUND = "bold underline $text-accent"
BEFORE, SHOWN = 60, 150
"""So many characters of a passage are shown before what was found, and in all."""


class FindLine(EntryLine):
    """Enter leads to something once there is something."""

    BINDINGS = [Binding("enter", "submit", "Show the first")]
    found = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return (self.found or action != "submit") and super().check_action(action, parameters)


class FindScreen(FilledPage):
    """A line to type in, and what is found as one types."""

    HELP = (
        "Type words, or how they begin, in any order. Questions are found by their words, their "
        "answers and what they test, passages by their text. ↓ goes to what was found, Enter "
        "shows it."
    )

    BINDINGS = [
        Binding("down", "results", "To what was found", key_display="↓"),
        Binding("escape", "app.back", "Back", key_display="Esc"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[Entry, Bank] = {}
        self._met: dict[str, frozenset[str]] = {}
        self._found: list[Entry] = []

    def body(self) -> ComposeResult:
        yield FindLine("Words of a question or of the text")
        yield Static(literal("Reading the banks …"), id="heading")
        yield Picker()

    def on_mount(self) -> None:
        self.title_bar("Find")
        self.query_one(Input).focus()
        self.read()

    def look(self) -> None:
        loaded = [self.workspace.loaded(bank.path).bank
                  for bank in self.workspace.banks(count=False).banks]  # fmt: skip
        self._places = {one: bank for bank in loaded if bank for one in entries(bank)}
        self._met = {bank.id: met(self.workspace, bank) for bank in loaded if bank}

    def found(self) -> None:
        """Find what was typed meanwhile."""
        self._find()
        self.settle()

    @on(Input.Changed)
    def _find(self) -> None:
        self._found = list(find(self._places, self.query_one(Input).value))
        self.show_rows()

    def show_rows(self) -> None:
        listed, number = self.query_one(Picker), len(self._found)
        listed.clear_options()
        listed.add_options(map(self._line, self._found[:MOST]))
        line = self.query_one(FindLine)
        typed, line.found = line.value.strip(), bool(self._found)
        said = f"{count(number, 'place')} found" if typed else "Type to find"
        if number > MOST:
            said += f", the first {MOST} shown: type more words"
        self.say(said)
        self.refresh_bindings()

    def _line(self, entry: Entry) -> Content:
        title, width = self._places[entry].title, self.row_width
        sign = literal("? " if entry.sort == "question" else "¶ ", KEY)
        text = self._marked(one_line(entry.text), entry.sort == "passage")
        where = " · ".join(part for part in (title, entry.section) if part)
        return lines([*hanging(sign, text, width), literal("  ") + one_line(where, FAINT)])

    def _marked(self, text: Content, cut: bool) -> Content:
        """The text with what was found in it marked; `cut` to what stands around the first."""
        found = hits(text.plain, self.query_one(Input).value)
        for start, end in found:
            text = text.stylize(FOUND, start, end)
        if not cut:
            return text
        at = found[0][0] - BEFORE if found else 0
        start = text.plain.find(" ", at) + 1 if at > 0 else 0
        more = start + SHOWN < len(text)
        end = text.plain.rfind(" ", start, start + SHOWN) if more else len(text)
        return literal("… " if start else "") + text[start:end] + literal(" …" if more else "")

    def action_results(self) -> None:
        listed = self.query_one(Picker)
        listed.focus()
        if listed.highlighted is None:
            listed.action_first()

    async def on_key(self, event: events.Key) -> None:
        """Above the first thing found is the line again."""
        listed = self.query_one(Picker)
        if event.key == "up" and listed.has_focus and not listed.highlighted:
            event.stop()
            event.prevent_default()
            self.query_one(Input).focus()

    @on(Input.Submitted)
    def _sent(self) -> None:
        if self._found:
            self.open_row(0)

    def open_row(self, number: int) -> None:
        entry = self._found[number]
        bank = self._places[entry]
        if entry.sort == "passage":
            self.app.push_screen(QuestionsScreen(bank.path, bank.title, passage=entry.name))
            return
        question = next(one for one in bank.questions if one.id == entry.name)
        was_met = question.id in self._met[bank.id]
        self.app.push_screen(PassageSheet(bank, question, self.workspace.copy, was_met))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "results":
            return bool(self._found) and not self.query_one(Picker).has_focus
        return True
