"""The end of a session: the score in words, by section, and what to go over again."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.app.exit_message import same_paper
from quizapp.app.session_end import certainty, passing, practice
from quizapp.app.wording import SIGNS, figure
from quizapp.session.score import in_words
from quizapp.tui import rendering
from quizapp.tui.literal import FAINT, KEY, TONES, lines, literal, one_line
from quizapp.tui.screens.list_page import ListPage, bar
from quizapp.tui.screens.review import ReviewScreen, Step, in_session

if TYPE_CHECKING:
    from quizapp.planning.request import SessionRequest
    from quizapp.session.run import SessionRun
    from quizapp.session.score import SectionScore

BAR = 20
LATE = "The time was up: the exam is handed in as it stood."


class SummaryScreen(ListPage):
    """What a session came to; made from the session.

    `expected` says what is to be expected on the day of an examination; `more` is how many more
    questions there are today, where the daily limit has held some back; `late` says that an exam
    was handed in because its time was up.
    """

    HELP = (
        "The score counts first answers; what you got right later is practice, and said beside it. "
        "Retry asks once more what was missed, as a session of its own."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "more", "More"),
        Binding("enter", "app.home", "Home"),
        Binding("m", "retry", "Retry what was missed"),
        Binding("v", "walk", "Look at every answer"),
        Binding("p", "progress", "Progress"),
        Binding("s", "app.history", "Past sessions"),
        Binding("escape", "app.home", "Home", show=False),
        Binding("q", "app.quit", "Leave"),
    ]

    def __init__(
        self, session: SessionRun, expected: str = "", more: int = 0, late: bool = False
    ) -> None:
        super().__init__()
        self._session = session
        self._expected = expected
        self._more = more
        self._late = late
        self._score = session.score()

    def body(self) -> ComposeResult:
        """All of it in one column."""
        with VerticalScroll(id="scroll"):
            yield Static(self._headline(), id="headline")
            yield Static(self._certainty(), id="certainty")
            yield Static(self._sections(), id="sections")
            yield Static("", id="missed")
            yield Static("", id="paper")

    def on_mount(self) -> None:
        """Say where one is; what was missed needs the width."""
        session = self._session
        over = "handed in" if session.state.mode == "exam" else "done"
        warning = "" if session.recorder.keeps else "not kept"
        self.title_bar(f"{session.bank.title} · {over}", "", warning)
        self.query_one("#missed", Static).update(self._missed())
        paper = [literal(line, FAINT) for line in same_paper(session, self.workspace.start)]
        self.query_one("#paper", Static).update(lines(paper))
        self.query_one("#paper").display = bool(paper)
        self.query_one("#certainty").display = self._score.marks is not None
        self.query_one("#sections").display = bool(self._sections().plain)
        self.query_one("#scroll").focus()

    def on_screen_resume(self) -> None:
        """Rulings on a walk may have changed the words."""
        super().on_screen_resume()
        self._score = self._session.score()
        self.query_one("#headline", Static).update(self._headline())
        self.query_one("#certainty", Static).update(self._certainty())
        self.query_one("#sections", Static).update(self._sections())
        self.query_one("#missed", Static).update(self._missed())
        self.refresh_bindings()
        self.quiz.note_end(self._session)

    def _headline(self) -> Content:
        score, session = self._score, self._session
        told = [literal(LATE, FAINT)] if self._late else []
        if session.state.mode != "read":
            told += [
                literal(f"{figure(round(score.percent))} %", "bold $text-primary")
                + literal(f"   {figure(score.points)} of {figure(score.out_of)} points", "bold"),
                literal(in_words(score)[:1].upper() + in_words(score)[1:] + "."),
            ]
        told += [literal(each) for each in (passing(session), practice(session)) if each]
        if score.rulings and self._session.state.mode == "exam":
            told.append(literal(f"With your rulings: {figure(score.with_rulings)} points.", FAINT))
        if self._expected:
            told.append(literal(self._expected))
        if self._more:
            told += [
                literal(""),
                literal("Done for today. ")
                + literal("Enter", KEY)
                + literal(f": {self._more} more   ")
                + literal("Esc", KEY)
                + literal(": home"),
            ]
        return lines(told)

    def _certainty(self) -> Content:
        return lines(literal(line) for line in certainty(self._session))

    def _sections(self) -> Content:
        listed = [section for section in self._score.by_section if section.answered]
        if len(listed) < 2:
            return literal("")
        width = min(36, max(len(section.section or "–") for section in listed))
        return lines([literal("By section", "bold"), *(_section(each, width) for each in listed)])

    def _missed(self) -> Content:
        if not self._score.missed:
            return literal("Nothing to revisit.", FAINT) if self._score.answered else literal("")
        counted = {given.question: given for given in self._session.review}
        told = [literal("To revisit", "bold")]
        for name in self._score.missed:
            if name in self._session.state.gone:
                continue
            question, given = self._session.question_of(name), counted[name]
            outcome = given.verdict.outcome
            told.append(literal(f"{SIGNS[outcome]} ", TONES[outcome]) + one_line(question.prompt))
            yours = one_line(rendering.response_line(given.response))
            answer = one_line(" · ".join(question.model_answer().split("\n")))
            told.append(literal("    yours ", FAINT) + yours)
            told.append(literal("   answer ", FAINT) + answer)
        return lines(told)

    @property
    def _can_retry(self) -> bool:
        return any(name not in self._session.state.gone for name in self._score.missed)

    def action_retry(self) -> None:
        """A new session, on what was missed."""
        from quizapp.planning.request import SessionRequest

        self.begin(SessionRequest(questions=self._score.missed))

    def action_more(self) -> None:
        """More than the daily limit leaves for today."""
        from quizapp.session.outlook import request_for_more

        request = request_for_more(self._session)
        if request is not None:
            self.begin(request)

    @work(exclusive=True)
    async def begin(self, request: SessionRequest) -> None:
        """Go to a new session on the same bank."""
        from quizapp.planning.plan import NothingToAsk
        from quizapp.store.errors import StoreError

        try:
            session = await asyncio.to_thread(self.workspace.begin, self._session.bank, request)
        except (NothingToAsk, StoreError) as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self.quiz.study(session)

    def action_progress(self) -> None:
        """How one stands on the bank by now."""
        from quizapp.tui.screens.progress import ProgressScreen

        bank = self._session.bank
        self.app.push_screen(ProgressScreen(bank.path, bank.title))

    def action_walk(self) -> None:
        """Every response with its passage."""
        session = self._session
        steps = [
            Step(None if given.question in session.state.gone
                 else session.question_of(given.question), given)
            for given in session.review
        ]  # fmt: skip
        walk = ReviewScreen(session.bank.title, session.bank, steps, in_session(session))
        self.app.push_screen(walk)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Retry only what there is to retry."""
        del parameters
        if action == "retry":
            return self._can_retry
        if action == "more":
            return self._more > 0
        return self._score.answered > 0 if action == "walk" else True


def _section(section: SectionScore, width: int) -> Content:
    share = section.points / section.out_of if section.out_of else 0.0
    name = one_line(section.section or "–").truncate(width, ellipsis=True)
    name = name + literal(" " * max(0, width - name.cell_length))
    points = f"  {figure(section.points)}/{figure(section.out_of)}"
    return literal("  ") + name + literal("  ") + bar(share, BAR) + literal(points)
