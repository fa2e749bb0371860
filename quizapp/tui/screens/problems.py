"""A bank that cannot be used: what is wrong in it, where, and what to do."""

import asyncio

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.app.formatting import count
from quizapp.bank.model import Loaded, Problem
from quizapp.tui.literal_text import FAINT, lines, literal
from quizapp.tui.screens.list_page import ListPage

AT_MOST = 100


class ProblemsScreen(ListPage):
    """The problems of one bank."""

    HELP = (
        "This bank cannot be studied until its problems are mended in the files named. "
        "`quizapp check` prints the same list. Other banks are not touched by it."
    )

    BINDINGS = [
        Binding("r", "reload", "Read again"),
        Binding("escape", "back", "Back", key_display="Esc"),
    ]

    def __init__(self, loaded: Loaded) -> None:
        super().__init__()
        self._loaded = loaded

    def body(self) -> ComposeResult:
        with VerticalScroll(id="scroll"):
            yield Static(self._said(), id="said")

    def on_mount(self) -> None:
        name = self._loaded.title or self._loaded.path.name
        self.title_bar(name, count(len(self._loaded.problems), "problem"))

    def _said(self) -> Content:
        problems = self._loaded.problems
        if not problems:
            return literal("No problem was found.")
        told = [literal(f"This bank cannot be used as it is: {count(len(problems), 'problem')}.")]
        file = ""
        for problem in problems[:AT_MOST]:
            if problem.file != file:
                file = problem.file
                told += [literal(""), literal(file, "bold")]
            told.append(_line(problem))
            if problem.remedy:
                told.append(literal(f"             → {problem.remedy}", FAINT))
        if len(problems) > AT_MOST:
            told.append(literal(f"and {len(problems) - AT_MOST} more: `quizapp check` lists all."))
        told += [literal(""), literal("Mend it, and press r. The other banks can be used.", FAINT)]
        return lines(told)

    @work(exclusive=True)
    async def action_reload(self) -> None:
        self._loaded = await asyncio.to_thread(self.workspace.loaded, self._loaded.path)
        if self._loaded.bank is not None:
            self.notify("The bank is sound now.")
            self.program.action_home()
            return
        self.query_one("#said", Static).update(self._said())
        self.on_mount()

    def action_back(self) -> None:
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.program.action_home()


def _line(problem: Problem) -> Content:
    place = f"line {problem.line}" if problem.line else ""
    sign = "advice " if problem.severity == "advice" else ""
    return literal(f"  {place:<10} ", FAINT) + literal(f"{sign}{problem.message}")
