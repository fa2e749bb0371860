"""How one stands on a bank: over time, by section and objective, and what falls due."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static

from quizapp.app.launch import Opening
from quizapp.app.progress_text import Branch, blocks, headline, part_line, parts_heading, tree
from quizapp.report.errors import drill, missed
from quizapp.report.learner_report import LearnerReport, learner_report
from quizapp.tui.literal_text import FAINT, TONES, lines, literal, one_line
from quizapp.tui.page import BACK
from quizapp.tui.screens.list_page import FilledPage, Picker
from quizapp.tui.screens.questions import QuestionsScreen

TREE = ("sections", "objectives", "forecast")
"""What is shown as rows that open; the other blocks are plots."""
WIDEST, BESIDE = 84, 50
"""The cells that the rows have at most, and those of the plots beside them."""
_DRAWN = re.compile("[█▁▂▃▄▅▆▇]+|[░▒▓·]+|✓+|✗+|◐+")
_TONES = {
    "✓": TONES["correct"],
    "✗": TONES["wrong"],
    "◐": TONES["partial"],
    "░": "$rule",
    "·": "$rule",
}


class Row(NamedTuple):
    """A line of the lists: what it says, and the questions behind it (none: a plot)."""

    words: Content
    title: str = ""
    questions: tuple[str, ...] = ()
    section: str = ""


class ProgressScreen(FilledPage):
    """The figures and plots of one bank."""

    HELP = (
        "What you know of this text by now. “Likely known” is what the schedule expects of you "
        "today, over all questions, those never right counting nothing. ✓ right, ◐ in part, "
        "✗ wrong: your last answers, the newest at the right. A lapse is a miss of what was known. "
        "→ unfolds a section into what its questions test, ← folds it; Enter on a row shows the "
        "questions behind it."
    )

    BINDINGS = [
        Binding("right", "fold(False)", "Unfold", key_display="→"),
        Binding("left", "fold(True)", "Fold", key_display="←"),
        Binding("tab", "other", "Plots", key_display="Tab"),
        Binding("m", "study('missed')", "Go over what was missed"),
        Binding("c", "study('confused')", "Drill what you confuse"),
        BACK,
    ]

    def __init__(self, path: Path, title: str) -> None:
        super().__init__()
        self._path = path
        self._title = title
        self._report: LearnerReport | None = None
        self._tree: tuple[Branch, ...] = ()
        self._to_study: dict[str, tuple[str, ...]] = {}
        self._unfolded: set[str] = set()
        self._rows: dict[str, list[Row]] = {}

    def body(self) -> ComposeResult:
        yield Static(literal("Reading what was answered …", FAINT), id="heading")
        with Container(id="body"):
            yield Picker()
            yield Picker("side")

    def on_mount(self) -> None:
        self.title_bar(f"{self._title} · progress", self.workspace.start.learner)
        self.query_one("#list").focus()
        self.read()

    def look(self) -> None:
        workspace = self.workspace
        bank, learner = workspace.bank(self._path), workspace.start.learner
        with workspace.aside() as store:
            if store is not None:
                self._report = learner_report(bank, store, learner, workspace.settings.study)
                self._tree = tree(self._report)
                self._to_study = {
                    "missed": tuple(one.question for one in missed(bank, store, learner)),
                    "confused": drill(self._report.pairs),
                }

    # Showing

    def say(self, words: str, style: str = "") -> None:
        """Say this, above the rows or instead of them."""
        super().say(words, style)
        self.query_one("#body").display = self.filled

    def found(self) -> None:
        """The headline, and what it rests on; or that there is nothing yet."""
        self.filled = self._report is not None and self._report.progress.seen > 0
        if self._report is None or not self.filled:
            why = self.workspace.trouble or "It appears here once a question has been answered."
            self.say(f"Nothing to tell yet. {why}")
            return
        self.say(headline(self._report), "bold $foreground")
        self.show_rows()
        self.settle()

    def show_rows(self) -> None:
        wide = self.has_class("-wide")
        room = self.size.width - 6
        width = min(WIDEST, room - BESIDE if wide else room)
        tree = self._branches(width) + self._falling(width)
        plots = self._plots(BESIDE - 6 if wide else width)
        self._fill("list", tree if wide else tree + plots)
        self._fill("side", plots if wide else [])
        self.refresh_bindings()

    def _fill(self, name: str, rows: list[Row]) -> None:
        listed = self.query_one(f"#{name}", Picker)
        self._rows[name] = rows
        listed.refill(row.words for row in rows)
        listed.display = bool(rows)

    def _branches(self, width: int) -> list[Row]:
        rows: list[Row] = []
        for branch in self._tree:
            name, open_ = branch.part.name, branch.part.name in self._unfolded
            lead = ("▾ " if open_ else "▸ ") if branch.under else "  "
            words = _painted(part_line(branch.part, width, lead))
            if not rows:
                heading = literal(parts_heading("Sections", width), "bold $text-accent")
                words = lines((heading, words))
            title = branch.part.title or self._title
            rows.append(Row(words, title, branch.questions, name))
            for leaf in branch.under if open_ else ():
                words = _painted(part_line(leaf.part, width, "    "))
                rows.append(Row(words, leaf.part.title, leaf.questions, name))
        return rows

    def _falling(self, width: int) -> list[Row]:
        """A row for each day on which something falls due."""
        report = self._report
        assert report is not None
        block = next((each for each in blocks(report, width) if each.name == "forecast"), None)
        in_order = [name for branch in self._tree for name in branch.questions]
        rows: list[Row] = []
        for falling, line in zip(
            report.progress.forecast, block.lines if block else (), strict=False
        ):
            day = date.fromisoformat(falling.day).toordinal()
            due = {name for name, when in report.due.items() if max(when, report.today) == day}
            names = tuple(name for name in in_order if name in due)
            words = _painted(line)
            if not rows:
                words = lines((literal(""), literal("Falls due", "bold $text-accent"), words))
            rows.append(Row(words, f"Due {line.split('  ')[0].strip()}", names))
        return rows

    def _plots(self, width: int) -> list[Row]:
        assert self._report is not None
        found = [each for each in blocks(self._report, width) if each.name not in TREE]
        return [
            Row(lines((
                literal(each.heading, "bold $text-accent"), *map(_painted, each.lines), literal(""),
            )))
            for each in found
        ]  # fmt: skip

    # Keys

    @property
    def _here(self) -> Row | None:
        """The row that is pointed at."""
        for name, rows in self._rows.items():
            listed = self.query_one(f"#{name}", Picker)
            if listed.has_focus and listed.highlighted is not None:
                return rows[listed.highlighted]
        return None

    @on(OptionList.OptionHighlighted)
    def _pointed(self) -> None:
        self.refresh_bindings()

    def open_row(self, number: int) -> None:
        """The questions behind the row; behind a plot, the past sessions."""
        if (row := self._here) is not None and row.questions:
            title = one_line(row.title).plain
            self.app.push_screen(QuestionsScreen(self._path, title, row.questions))
        else:
            self.run_worker(self.run_action("app.history"))

    def action_fold(self, fold: bool) -> None:
        """Fold a section, or unfold it; from an objective, fold the one above it."""
        row = self._here
        assert row is not None
        self._unfolded ^= {row.section}
        self.show_rows()
        if fold:
            sections = [each.section for each in self._rows["list"]]
            self.query_one("#list", Picker).highlighted = sections.index(row.section)

    def action_other(self) -> None:
        there = "#list" if self.query_one("#side").has_focus else "#side"
        self.query_one(there).focus()
        self.refresh_bindings()

    def action_study(self, what: str) -> None:
        request = self.workspace.request(questions=self._to_study[what])
        self.program.study(Opening(self._path, request))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "study":
            return bool(self._to_study.get(str(parameters[0])))
        if action == "other":
            return bool(self._rows.get("side"))
        if action == "fold":
            row = self._here
            under = {each.part.name for each in self._tree if each.under}
            if row is None or not row.questions or row.section not in under:
                return False
            return (row.section in self._unfolded) == parameters[0]
        return True


def _painted(line: str) -> Content:
    """The line with its plots in colour; they can be read without."""
    told, end = literal(""), 0
    for found in _DRAWN.finditer(line):
        told += literal(line[end : found.start()])
        told += literal(found[0], _TONES.get(found[0][0], "$primary"))
        end = found.end()
    return told + literal(line[end:])
