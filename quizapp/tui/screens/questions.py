"""Some questions of a bank, with how each stands, below the passage that they are on."""

import asyncio
from pathlib import Path

from textual import work
from textual.widgets import Static

from quizapp.bank.model import Bank, passage
from quizapp.bank.passage import Shown, to_read
from quizapp.tui import rendering
from quizapp.tui.literal_text import FAINT, lines, literal, one_line
from quizapp.tui.screens.marking import Entry, MarkingPage, standing_words
from quizapp.tui.screens.passage_sheet import PassageSheet


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
        self._shown: list[str] = []

    def entries(self, bank: Bank) -> list[Entry]:
        names = self._names
        if self._passage:
            names = tuple(
                one.id
                for one in bank.questions
                if any(each.passage == self._passage for each in one.support)
            )
            self.show_passage(bank)
        self._shown = [name for name in names if name in self._standings]
        found = (self._standings[name] for name in self._shown)
        return [
            Entry(one_line(each.question.prompt), standing_words(each, self._today),
                  (each.question.id,))
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

    def open_row(self, number: int) -> None:
        assert self._bank is not None
        one = self._standings[self._shown[number]]
        sheet = PassageSheet(self._bank, one.question, self.workspace.copy, bool(one.last))
        self.app.push_screen(sheet)
