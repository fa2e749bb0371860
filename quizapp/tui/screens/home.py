"""Home: the banks, their last scores, and the session that waits."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.app.wording import count, day, local
from quizapp.tui.literal import FAINT, KEY, lines, literal, one_line
from quizapp.tui.opening import opened
from quizapp.tui.screens.list_page import ListPage, Picker, bar, heading

if TYPE_CHECKING:
    from quizapp.bank.find import Found, Glance
    from quizapp.bank.model import Bank
    from quizapp.planning.request import SessionRequest
    from quizapp.report.regrade import Change
    from quizapp.store.rows import SessionScoreRow, UnfinishedRow

WAITING = 3
"""So many unfinished sessions are offered, the latest first."""
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
    unfinished: list[UnfinishedRow]
    sessions: list[SessionScoreRow]


class Inside(NamedTuple):
    """What is in a bank: how many problems; its sections with their numbers of questions.

    `outdated` are the learner's answers that get another verdict, now that the bank has changed;
    `bank` is there with them only. `changed` counts the questions that were changed since the
    learner answered them. `foreign` is the bank's language, if it is not English.
    """

    problems: int
    sections: tuple[tuple[str, int], ...] = ()
    bank: Bank | None = None
    outdated: tuple[Change, ...] = ()
    changed: int = 0
    foreign: str = ""


class HomeScreen(ListPage):
    """Painted at once; filled from a thread."""

    HELP = (
        "Choose a bank and press Enter: you are asked how to study it, and Enter again starts: "
        "learn what is due and new, sit an exam, cram, or read the text. A session that was left "
        "waits at the top. Everything is kept as you go."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "updated", "Look at the update"),
        Binding("p", "progress", "Progress"),
        Binding("s", "app.history", "Past sessions"),
        Binding("l", "app.study_settings", "How you learn"),
        Binding("t", "app.turn_theme", "Light or dark"),
        Binding("r", "look", "Look again"),
        Binding("q", "app.quit", "Leave"),
        Binding("escape", "nothing", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._seen: Seen | None = None
        self._inside: dict[Path, Inside] = {}
        self._due: dict[str, int] = {}

    def body(self) -> ComposeResult:
        """The list, and what is to be said of the one that is pointed at."""
        yield Static("", id="warnings")
        yield Static("", id="offer")
        with Container(id="body"):
            yield Picker()
            yield Static(literal("Looking for banks …"), id="about")

    def on_mount(self) -> None:
        """Look for banks once the screen is painted."""
        self.title_bar("quizapp")
        self.query_one(Picker).focus()
        self.call_after_refresh(self.look)

    def action_look(self) -> None:
        """Look again."""
        self.workspace.open_again()
        self.look()

    def action_nothing(self) -> None:
        """Home is where Escape ends."""

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Find the banks and sessions in a thread, show them, and then look into the banks."""
        about = self.query_one("#about", Static)
        self._seen = await opened(
            self._look, self.workspace, lambda said: about.update(literal(said))
        )
        self._show()
        self.settle()
        self._due = await asyncio.to_thread(self.workspace.due)
        if self._due:
            self._show()
        for bank in self._seen.found.banks:
            inside = await asyncio.to_thread(self._look_inside, bank.path)
            before = self._inside.get(bank.path)
            self._inside[bank.path] = inside
            if inside.problems or (before is not None and before.problems):
                self._show()
            self._tell_about()
            self._offer()

    def _look_inside(self, path: Path) -> Inside:
        inside = _look_inside(path)
        if inside.bank is None:
            return inside
        outdated = self.workspace.outdated(inside.bank)
        return inside._replace(
            bank=inside.bank if outdated else None,
            outdated=outdated,
            changed=len(self.workspace.changed(inside.bank)),
        )

    def _look(self) -> Seen:
        from quizapp.store.errors import StoreError

        workspace = self.workspace
        found = workspace.banks()
        try:
            return Seen(found, workspace.unfinished(), workspace.sessions(SESSIONS))
        except StoreError as error:
            workspace.trouble = error.message
            return Seen(found, [], [])

    def _show(self) -> None:
        assert self._seen is not None
        listed = self.query_one(Picker)
        options: list[Option] = []
        if self._seen.unfinished:
            options.append(heading("Waiting for you"))
        for number, glance in enumerate(self._seen.unfinished[:WAITING]):
            options.append(Option(_waiting(glance), id=f"session:{number}"))
        if self._seen.found.banks:
            options.append(heading("Banks"))
        for number, bank in enumerate(self._seen.found.banks):
            options.append(Option(self._line(bank), id=f"bank:{number}"))
        at = listed.highlighted
        listed.clear_options()
        listed.add_options(options)
        listed.display = bool(options)
        if options:
            listed.highlighted = at if at is not None and at < len(options) else 1
            listed.focus()
        else:
            self.query_one("#about", Static).update(literal(EMPTY))
        self._warn()
        learner = self.workspace.start.learner
        banks = count(len(self._seen.found.banks), "bank")
        kept = "" if self.workspace.store is not None else "not kept"
        self.title_bar("quizapp", f"{learner} · {banks}" if learner else banks, kept)
        self.refresh_bindings()

    def _line(self, bank: Glance) -> Content:
        inside = self._inside.get(bank.path)
        if bank.problem or (inside is not None and inside.problems):
            problems = count(inside.problems, "problem") if inside is not None else "a problem"
            state = literal(f"✗ cannot be used: {problems} · Enter shows why", "$text-error")
        else:
            due = self._due.get(bank.id, 0)
            state = literal(f"{count(bank.questions, 'question')} · ", FAINT)
            state += literal(f"{due} due", "bold") + literal(" · ", FAINT) if due else literal("")
            state += literal(self._last(bank), FAINT)
        return lines((literal("  ") + one_line(bank.title, "bold"), literal("  ") + state))

    def _past_sessions(self, bank: str) -> list[SessionScoreRow]:
        """Those on a bank that are over: the score of one that waits is no last score yet."""
        assert self._seen is not None
        waiting = {each.id for each in self._seen.unfinished}
        past = (each for each in self._seen.sessions if each.bank == bank and each.answered)
        return [each for each in past if each.id not in waiting]

    def _last(self, bank: Glance) -> str:
        assert self._seen is not None
        past = self._past_sessions(bank.id)
        if not past:
            waits = bank.id in {each.bank for each in self._seen.unfinished}
            return f"not {'finished' if waits else 'studied'} yet"
        return f"last {score(past[0])} on {day(past[0].started)}"

    def _warn(self) -> None:
        assert self._seen is not None
        told = []
        if self.workspace.trouble:
            told.append(f"⚠ You are studying without keeping scores. {self.workspace.trouble}")
        told += [f"⚠ {problem}" for problem in self.workspace.settings.problems]
        told += [f"⚠ {sentence}" for sentence in self.workspace.unreadable.values()]
        for hidden in self._seen.found.shadowed:
            told.append(
                f"⚠ Two folders have a bank “{hidden.id}”: {hidden.used} is used, "
                f"{hidden.hidden} is not."
            )
        shown = self.query_one("#warnings", Static)
        shown.display = bool(told)
        shown.update(lines(literal(each) for each in told))

    def _offer(self) -> None:
        from quizapp.report.regrade import in_words

        told: list[Content] = []
        for bank, outdated in self._updated():
            key = literal("u  " if not told else "   ", KEY)
            told.append(key + literal(f"{in_words(outdated)}  ", "bold") + one_line(bank.title))
        shown = self.query_one("#offer", Static)
        shown.display = bool(told)
        shown.update(lines(told))
        self.refresh_bindings()

    def _updated(self) -> list[tuple[Bank, tuple[Change, ...]]]:
        """The banks that make another verdict of answers on which no ruling stands."""
        banks = self._seen.found.banks if self._seen else []
        inside = [self._inside[bank.path] for bank in banks if bank.path in self._inside]
        found = [(each.bank, each.outdated) for each in inside if each.bank is not None]
        if not found:
            return []
        from quizapp.report.regrade import in_words

        return [(bank, outdated) for bank, outdated in found if in_words(outdated)]

    def action_updated(self) -> None:
        """Look at what an update of a bank does to answers that were given."""
        from quizapp.tui.screens.bank_update import BankUpdateScreen

        self.app.push_screen(BankUpdateScreen(*self._updated()[0]))

    def action_progress(self) -> None:
        """How one stands on the bank that is pointed at."""
        from quizapp.tui.screens.progress import ProgressScreen

        bank = self._pointed_at()
        if bank is not None:
            self.app.push_screen(ProgressScreen(bank.path, bank.title))

    def _pointed_at(self) -> Glance | None:
        """The bank that is pointed at, or on which the session is."""
        option = self.query_one(Picker).highlighted_option
        if self._seen is None or option is None or option.id is None:
            return None
        sort, _, number = option.id.partition(":")
        if sort == "bank":
            return self._seen.found.banks[int(number)]
        name = self._seen.unfinished[int(number)].bank
        return next((bank for bank in self._seen.found.banks if bank.id == name), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what there is something for."""
        del parameters
        if action == "updated":
            return bool(self._updated())
        return self._pointed_at() is not None if action == "progress" else True

    @on(OptionList.OptionHighlighted)
    def _tell_about(self) -> None:
        listed = self.query_one(Picker)
        option = listed.highlighted_option
        if option is not None and option.id is not None:
            about = self.query_one("#about", Static)
            about.update(self._about(option.id))
            about.border_title = self._title(option.id)
            self.refresh_bindings()

    def _title(self, which: str) -> Content:
        assert self._seen is not None
        sort, _, number = which.partition(":")
        if sort == "session":
            return literal("A session that waits")
        return one_line(self._seen.found.banks[int(number)].title)

    def _about(self, which: str) -> Content:
        assert self._seen is not None
        sort, _, number = which.partition(":")
        if sort == "session":
            glance = self._seen.unfinished[int(number)]
            done = f"{glance.answered} of {count(glance.planned, 'question')} answered"
            return lines((
                literal(f"Begun {local(glance.started)}: {done}."),
                literal("Enter goes on where it stood; what you typed is still there."),
            ))  # fmt: skip
        bank = self._seen.found.banks[int(number)]
        told: list[Content] = []
        inside = self._inside.get(bank.path)
        if inside is not None and inside.sections:
            told += [literal("Sections", "bold")]
            told += [literal(f"{number:>5}  ") + one_line(name) for name, number in inside.sections]
            told += [literal("")]
        if inside is not None and inside.foreign:
            told += [literal(f"In “{inside.foreign}”, graded by the rules of English", FAINT)]
            told += [literal("")]
        if inside is not None and inside.changed:
            changed = count(inside.changed, "question has", "questions have")
            told += [literal(f"± {changed} changed since you answered"), literal("")]
        past = self._past_sessions(bank.id)[:5]
        if past:
            told += [literal("Last sessions", "bold"), *map(_past, past), literal("")]
        return lines([*told, literal(str(bank.path), FAINT)])

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        sort, _, number = (event.option_id or "").partition(":")
        if self._seen is None or not number:
            return
        if sort == "session":
            self._resume(self._seen.unfinished[int(number)])
        else:
            self._start(self._seen.found.banks[int(number)])

    def _resume(self, glance: UnfinishedRow) -> None:
        from quizapp.tui.opening import resumed
        from quizapp.tui.screens.quiz import QuizScreen

        self.quiz.to(QuizScreen(resumed(glance.id)))

    @work(exclusive=True, group="start")
    async def _start(self, bank: Glance) -> None:
        from quizapp.tui.opening import studied
        from quizapp.tui.screens.quiz import QuizScreen

        inside = self._inside.get(bank.path)
        if bank.problem or (inside is not None and inside.problems):
            from quizapp.tui.screens.problems import ProblemsScreen

            loaded = await asyncio.to_thread(self.workspace.loaded, bank.path)
            self.app.push_screen(ProblemsScreen(loaded))
            return
        from quizapp.tui.screens.session_options import SessionOptionsSheet

        look = partial(self.workspace.offers, bank.path)
        sheet = SessionOptionsSheet(bank.title, bank.questions, look)
        request: SessionRequest | None = await self.app.push_screen_wait(sheet)
        if request is not None:
            self.quiz.to(QuizScreen(studied(bank.path, request)))


def _look_inside(path: Path) -> Inside:
    """Read the bank: for what is wrong in it, and what it is about."""
    from collections import Counter

    from quizapp.bank.load import load
    from quizapp.bank.model import sections

    loaded = load(path)
    if loaded.bank is None:
        return Inside(len(loaded.problems))
    bank = loaded.bank
    counted = Counter(map(sections(bank), bank.questions))
    named = {one.section: None for one in bank.passages if one.section}
    listed = tuple((name, counted[name]) for name in named if counted[name])
    return Inside(0, listed, bank, foreign=bank.foreign)


def _waiting(glance: UnfinishedRow) -> Content:
    what = f"{glance.answered} of {glance.planned} answered"
    return lines((
        literal("  ") + one_line(glance.title or glance.bank, "bold"),
        literal(f"  {what} · {glance.mode} · left {local(glance.last)}", FAINT),
    ))  # fmt: skip


def _past(session: SessionScoreRow) -> Content:
    share = session.points / session.out_of if session.out_of else 0.0
    when = literal(f"{local(session.started):>12}  ")
    return when + bar(share, 12) + literal(f"  {score(session)}")


def score(session: SessionScoreRow) -> str:
    """Points and per cent: `17 of 20 (85 %)`."""
    from quizapp.app.wording import figure
    from quizapp.session.score import percent

    share = round(percent(session.points, session.out_of))
    return f"{figure(session.points)} of {figure(session.out_of)} ({share} %)"
