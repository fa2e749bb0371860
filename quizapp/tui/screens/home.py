"""Home: the banks, their last scores, and the session that waits."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.tui.literal import FAINT, KEY, lines, literal, one_line
from quizapp.tui.screens.lists import ListPage
from quizapp.wording import count

if TYPE_CHECKING:
    from quizapp.bank.find import Found, Glance
    from quizapp.session.plan import Wish
    from quizapp.store.rows import SessionGlance, SessionSum

SESSIONS = 300
"""How many past sessions are looked at for the last scores of the banks."""

EMPTY = """\
There is no bank here yet.

A bank is a folder with a bank.toml, or one TOML file: passages of a text, and questions about them.

  quizapp banks --add FOLDER     look for banks in that folder, from now on
  quizapp check FOLDER           what is wrong in a bank, and how to mend it

Banks are also found in ./questions and in the data folder. Press r to look again."""


class Seen(NamedTuple):
    """What home shows: banks, what is wrong with whom, sessions past and open."""

    found: Found
    unfinished: list[SessionGlance]
    sessions: list[SessionSum]


class HomeScreen(ListPage):
    """Painted at once; filled from a thread."""

    HELP = (
        "Choose a bank and press Enter: you are asked how many questions there shall be, and Enter "
        "again starts. A session that was left waits at the top. Everything is kept as you go."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Start"),
        Binding("s", "app.past", "Past sessions"),
        Binding("t", "app.turn_theme", "Light or dark"),
        Binding("r", "look", "Look again"),
        Binding("q", "app.quit", "Leave"),
        Binding("escape", "nothing", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._seen: Seen | None = None
        self._problems: dict[str, int] = {}

    def body(self) -> ComposeResult:
        """The list, and what is to be said of the one that is pointed at."""
        yield Static("", id="warnings")
        with Container(id="body"):
            yield OptionList(id="list", markup=False)
            yield Static(literal("Looking for banks …"), id="about")

    def on_mount(self) -> None:
        """Look for banks once the screen is painted."""
        self.title_bar("quizapp")
        self.query_one(OptionList).focus()
        self.call_after_refresh(self.look)

    def action_look(self) -> None:
        """Look again."""
        self.desk.open_again()
        self.look()

    def action_nothing(self) -> None:
        """Home is where Escape ends."""

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Find the banks and sessions in a thread, show them, and then check the banks."""
        self._seen = await asyncio.to_thread(self._look)
        self._show()
        self.settle()
        for bank in self._seen.found.banks:
            loaded = await asyncio.to_thread(self.desk.loaded, bank.path)
            if loaded.bank is None:
                self._problems[str(bank.path)] = len(loaded.problems)
                self._show()
            elif self._problems.pop(str(bank.path), None) is not None:
                self._show()

    def _look(self) -> Seen:
        from quizapp.store.errors import StoreError

        desk = self.desk
        found = desk.banks()
        try:
            return Seen(found, desk.unfinished(), desk.sessions(SESSIONS))
        except StoreError as error:
            desk.trouble = error.message
            return Seen(found, [], [])

    def _show(self) -> None:
        assert self._seen is not None
        listed = self.query_one(OptionList)
        at = listed.highlighted or 0
        listed.clear_options()
        options = [
            Option(_waiting(glance), id=f"session:{number}")
            for number, glance in enumerate(self._seen.unfinished[:3])
        ]
        options += [
            Option(self._line(bank), id=f"bank:{number}")
            for number, bank in enumerate(self._seen.found.banks)
        ]
        listed.add_options(options)
        listed.display = bool(options)
        if options:
            listed.highlighted = min(at, len(options) - 1)
            listed.focus()
        else:
            self.query_one("#about", Static).update(literal(EMPTY))
        self._warn()
        banks = count(len(self._seen.found.banks), "bank")
        learner = self.desk.start.learner
        kept = "" if self.desk.store is not None else "not kept"
        self.title_bar("quizapp", f"{learner} · {banks}" if learner else banks, kept)
        self.refresh_bindings()

    def _line(self, bank: Glance) -> Content:
        wrong = self._problems.get(str(bank.path), 0)
        if bank.problem or wrong:
            said = bank.problem or f"{count(wrong, 'problem')}: Enter shows them"
            state = literal(f"✗ {said}", "$text-error")
        else:
            state = literal(f"{count(bank.questions, 'question')} · {self._last(bank)}", FAINT)
        return lines((one_line(bank.title, "bold"), literal("  ") + state))

    def _sessions_on(self, bank: str) -> list[SessionSum]:
        assert self._seen is not None
        return [each for each in self._seen.sessions if each.bank == bank and each.answered]

    def _last(self, bank: Glance) -> str:
        past = self._sessions_on(bank.id)
        if not past:
            return "not studied yet"
        return f"last {_score(past[0])} on {day(past[0].started)}"

    def _warn(self) -> None:
        assert self._seen is not None
        told = []
        if self.desk.trouble:
            told.append(f"⚠ You are studying without keeping scores. {self.desk.trouble}")
        for hidden in self._seen.found.shadowed:
            told.append(
                f"⚠ Two folders have a bank “{hidden.id}”: {hidden.used} is used, "
                f"{hidden.hidden} is not."
            )
        shown = self.query_one("#warnings", Static)
        shown.display = bool(told)
        shown.update(lines(literal(each) for each in told))

    @on(OptionList.OptionHighlighted)
    def _pointed(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#about", Static).update(self._about(event.option_id or ""))
        self.refresh_bindings()

    def _about(self, which: str) -> Content:
        sort, _, number = which.partition(":")
        if self._seen is None or not number:
            return literal("")
        if sort == "session":
            glance = self._seen.unfinished[int(number)]
            return lines((
                literal("A session that waits", "bold"),
                literal(f"{glance.mode}, begun {day(glance.started)}: {glance.answered} of "
                        f"{count(glance.planned, 'question')} answered."),
                literal("Enter goes on where it stood.", FAINT),
            ))  # fmt: skip
        bank = self._seen.found.banks[int(number)]
        told = [one_line(bank.title, "bold"), literal(str(bank.path), FAINT)]
        past = self._sessions_on(bank.id)[:5]
        if past:
            told.append(literal("Last sessions  ") + literal(" · ".join(map(_percent, past))))
        return lines(told)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        sort, _, number = (event.option_id or "").partition(":")
        if self._seen is None or not number:
            return
        if sort == "session":
            self._resume(self._seen.unfinished[int(number)])
        else:
            self._start(self._seen.found.banks[int(number)])

    def _resume(self, glance: SessionGlance) -> None:
        from quizapp.tui.screens.quiz import QuizScreen, resumed

        self.quiz.to(QuizScreen(resumed(glance.id)))

    @work(exclusive=True, group="start")
    async def _start(self, bank: Glance) -> None:
        from quizapp.tui.screens.quiz import QuizScreen, studied

        if bank.problem or self._problems.get(str(bank.path)):
            from quizapp.tui.screens.problems import ProblemsScreen

            loaded = await asyncio.to_thread(self.desk.loaded, bank.path)
            self.app.push_screen(ProblemsScreen(loaded))
            return
        from quizapp.tui.screens.sheets import StartSheet

        wish: Wish | None = await self.app.push_screen_wait(StartSheet(bank.title, bank.questions))
        if wish is not None:
            self.quiz.to(QuizScreen(studied(bank.path, wish)))

    def action_choose(self) -> None:
        """As Enter in the list."""
        self.query_one(OptionList).action_select()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be started where there is nothing."""
        del parameters
        if action == "choose":
            return self._seen is not None and self.query_one(OptionList).option_count > 0
        return True


def _waiting(glance: SessionGlance) -> Content:
    what = f"{glance.answered} of {glance.planned} answered"
    return lines((
        literal("▸ Go on: ", KEY) + one_line(glance.title or glance.bank, "bold"),
        literal(f"  {what} · {glance.mode} · {day(glance.last)}", FAINT),
    ))  # fmt: skip


def _score(session: SessionSum) -> str:
    from quizapp.tui.farewell import figure

    points = f"{figure(session.points)} of {figure(session.out_of)}"
    return f"{points} ({_percent(session)})"


def _percent(session: SessionSum) -> str:
    from quizapp.session.score import percent

    return f"{round(percent(session.points, session.out_of))} %"


def day(at: str) -> str:
    """A time in UTC as the learner's own day and minute: `3 May 14:05`."""
    from datetime import datetime

    try:
        moment = datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone()
    except ValueError:
        return at[:16]
    return f"{moment.day} {moment:%b %H:%M}"
