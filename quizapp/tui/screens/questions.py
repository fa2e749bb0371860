"""The questions of a bank, or groups of them: some are marked, and make a session."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizapp.app.formatting import count, percent
from quizapp.app.launch import Opening
from quizapp.app.progress_text import signs
from quizapp.bank.model import Bank, Passage, passage, sections
from quizapp.bank.passage import Shown, to_read
from quizapp.planning.days import day_in_words, on_day
from quizapp.report.progress import is_known
from quizapp.report.standing import Standing, standings
from quizapp.tui import rendering
from quizapp.tui.literal_text import FAINT, KEY, STRONG, hanging, lines, literal, one_line
from quizapp.tui.page import BACK
from quizapp.tui.screens.list_page import FilledPage, Picker
from quizapp.tui.screens.passage_sheet import PassageSheet

FIRST_WORDS = 60
"""So many characters of a passage are shown in a list of passages."""


class Entry(NamedTuple):
    """A row: its words and a note under them, the questions it stands for, what it opens, and how
    far it is moved in."""

    words: Content
    note: Content
    questions: tuple[str, ...]
    opens: Callable[[], Screen[Any]]
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
        self.query_one(Picker).refill(map(self._line, range(len(self._entries))))
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

    def open_row(self, number: int) -> None:
        self.app.push_screen(self._entries[number].opens())

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
        self.program.study(Opening(self._path, request))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("mark", "begin"):
            return any(entry.questions for entry in self._entries)
        return True


class QuestionsScreen(MarkingPage):
    """The questions of these names, in this order; or all those on a `passage`, below it."""

    HELP = (
        "The questions behind what you chose, and how each stands with you. Enter shows one with "
        "its answer and its passage. Space marks some; b begins a session on those that are "
        "marked, or on all where none is."
    )

    def __init__(
        self, path: Path, title: str, names: tuple[str, ...] = (), passage: str = ""
    ) -> None:
        super().__init__(path, title)
        self._names, self._passage = names, passage

    def entries(self, bank: Bank) -> list[Entry]:
        names = self._names
        if self._passage:
            names = tuple(
                one.id
                for one in bank.questions
                if any(each.passage == self._passage for each in one.support)
            )
            self.show_passage(bank)
        found = (self._standings[name] for name in names if name in self._standings)
        return [
            Entry(
                one_line(each.question.prompt), standing_words(each, self._today),
                (each.question.id,),
                partial(PassageSheet, bank, each.question, self.workspace.copy, bool(each.last)),
            )
            for each in found
        ]  # fmt: skip

    @work(exclusive=True, group="passage")
    async def show_passage(self, bank: Bank) -> None:
        """Show the passage above its questions, in the learner's own copy if there is one."""
        shown = await asyncio.to_thread(self._read_passage, bank)
        if shown is None:
            return
        told = [one_line(shown.title, "bold $text-accent"), rendering.passage(shown)]
        if shown.note:
            told.append(literal(shown.note, FAINT))
        self.query_one("#passage", Static).update(lines(told))
        self.query_one("#above").display = True

    def _read_passage(self, bank: Bank) -> Shown | None:
        one = passage(bank, self._passage)
        return to_read(one, (), self.workspace.copy(bank)) if one is not None else None


class BrowseScreen(MarkingPage):
    """The sections, and under each its passages."""

    HELP = (
        "The text by sections and paragraphs, with how likely you know the questions on each. "
        "Enter shows a paragraph with its questions. Space marks sections and paragraphs; b begins "
        "a session on the questions of those that are marked, or on all where none is."
    )

    def entries(self, bank: Bank) -> list[Entry]:
        """The rows; a question stands on all passages that support its answer, in one section."""
        section_of = sections(bank)
        within = {one.id: section_of(one) for one in bank.questions}
        on: dict[str, list[str]] = {one.id: [] for one in bank.passages}
        for question in bank.questions:
            for support in question.support:
                if question.id not in on.get(support.passage, [question.id]):
                    on[support.passage].append(question.id)
        rows: list[Entry] = []
        section = ""
        places = list(dict.fromkeys(one.section for one in bank.passages))
        for one in sorted(bank.passages, key=lambda each: places.index(each.section)):
            if one.section and one.section != section:
                section = one.section
                asked = tuple(dict.fromkeys(
                    name for each in bank.passages if each.section == section
                    for name in on[each.id] if within[name] == section
                ))  # fmt: skip
                opens = partial(QuestionsScreen, self._path, one_line(section).plain, asked)
                rows.append(Entry(one_line(section, STRONG), self._note(asked), asked, opens))
            number = literal(_number(one), FAINT)
            words = number + one_line(one.shown).truncate(
                min(FIRST_WORDS, self.size.width - 22), ellipsis=True
            )
            asked = tuple(on[one.id])
            opens = partial(QuestionsScreen, self._path, self._title, asked, one.id)
            rows.append(Entry(words, self._note(asked), asked, opens, 2))
        return rows

    def _note(self, names: tuple[str, ...]) -> Content:
        known = [self._standings[name].known or 0.0 for name in names]
        share = f" · {percent(sum(known) / len(known))} likely known" if known else ""
        return literal(f"{count(len(names), 'question')}{share}", FAINT)


def _number(one: Passage) -> str:
    if one.note:
        return f"note {one.note}  "
    return f"¶ {one.paragraph}  " if one.paragraph else ""


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
