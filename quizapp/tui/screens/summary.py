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

from quizapp.farewell import farewell
from quizapp.session.score import in_words
from quizapp.tui import telling
from quizapp.tui.literal import FAINT, TONES, lines, literal, one_line
from quizapp.tui.screens.lists import ListPage, bar
from quizapp.tui.screens.walk import Step, WalkScreen, in_sitting
from quizapp.wording import SIGNS, figure

if TYPE_CHECKING:
    from quizapp.session.score import SectionScore
    from quizapp.session.sitting import Sitting

BAR = 20


class SummaryScreen(ListPage):
    """What a session came to; made from the session."""

    HELP = (
        "The score counts first answers; what you got right later is practice, and said beside it. "
        "Retry asks once more what was missed, as a session of its own."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.home", "Home"),
        Binding("m", "retry", "Retry what was missed"),
        Binding("v", "walk", "Look at every answer"),
        Binding("s", "app.past", "Past sessions"),
        Binding("escape", "app.home", "Home", show=False),
        Binding("q", "app.quit", "Leave"),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._score = sitting.score()

    def body(self) -> ComposeResult:
        """All of it in one column."""
        with VerticalScroll(id="scroll"):
            yield Static(self._headline(), id="headline")
            yield Static(self._sections(), id="sections")
            yield Static("", id="missed")

    def on_mount(self) -> None:
        """Say where one is; what was missed needs the width."""
        sitting = self._sitting
        over = "handed in" if sitting.session.mode == "exam" else "done"
        warning = "" if sitting.kept else "not kept"
        self.title_bar(f"{sitting.bank.title} · {over}", "", warning)
        self.query_one("#missed", Static).update(self._missed())
        self.query_one("#scroll").focus()

    def on_screen_resume(self) -> None:
        """Rulings on a walk may have changed the words."""
        super().on_screen_resume()
        self._score = self._sitting.score()
        self.query_one("#headline", Static).update(self._headline())
        self.query_one("#sections", Static).update(self._sections())
        self.query_one("#missed", Static).update(self._missed())
        self.refresh_bindings()
        self.quiz.last_words = farewell(self._sitting, self.desk.start)

    def _headline(self) -> Content:
        score = self._score
        told = [
            literal(f"{figure(round(score.percent))} %", "bold $text-primary")
            + literal(f"   {figure(score.points)} of {figure(score.out_of)} points", "bold"),
            literal(in_words(score)[:1].upper() + in_words(score)[1:] + "."),
        ]
        if score.rulings and self._sitting.session.mode == "exam":
            told.append(literal(f"With your rulings: {figure(score.with_rulings)} points.", FAINT))
        return lines(told)

    def _sections(self) -> Content:
        listed = [section for section in self._score.by_section if section.answered]
        if len(listed) < 2:
            return literal("")
        width = min(36, max(len(section.section or "–") for section in listed))
        return lines([literal("By section", "bold"), *(_section(each, width) for each in listed)])

    def _missed(self) -> Content:
        if not self._score.missed:
            return literal("Nothing to revisit.", FAINT) if self._score.answered else literal("")
        counted = {given.question: given for given in self._sitting.review}
        told = [literal("To revisit", "bold")]
        for name in self._score.missed:
            if name in self._sitting.session.gone:
                continue
            question, given = self._sitting.question_of(name), counted[name]
            outcome = given.verdict.outcome
            told.append(literal(f"{SIGNS[outcome]} ", TONES[outcome]) + one_line(question.prompt))
            yours = one_line(telling.response_line(given.response))
            answer = one_line(" · ".join(question.model_answer().split("\n")))
            told.append(literal("    yours ", FAINT) + yours)
            told.append(literal("   answer ", FAINT) + answer)
        return lines(told)

    @property
    def _can_retry(self) -> bool:
        return any(name not in self._sitting.session.gone for name in self._score.missed)

    @work(exclusive=True)
    async def action_retry(self) -> None:
        """A new session, on what was missed."""
        from quizapp.session.plan import NothingToAsk
        from quizapp.session.wish import Wish
        from quizapp.store.errors import StoreError

        wish = Wish(questions=self._score.missed)
        try:
            sitting = await asyncio.to_thread(self.desk.begin, self._sitting.bank, wish)
        except (NothingToAsk, StoreError) as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self.quiz.study(sitting)

    def action_walk(self) -> None:
        """Every response with its passage."""
        sitting = self._sitting
        steps = [
            Step(None if given.question in sitting.session.gone
                 else sitting.question_of(given.question), given)
            for given in sitting.review
        ]  # fmt: skip
        walk = WalkScreen(sitting.bank.title, sitting.bank, steps, in_sitting(sitting))
        self.app.push_screen(walk)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Retry only what there is to retry."""
        del parameters
        if action == "retry":
            return self._can_retry
        return self._score.answered > 0 if action == "walk" else True


def _section(section: SectionScore, width: int) -> Content:
    share = section.points / section.out_of if section.out_of else 0.0
    name = one_line(section.section or "–").truncate(width, ellipsis=True)
    name = name + literal(" " * max(0, width - name.cell_length))
    points = f"  {figure(section.points)}/{figure(section.out_of)}"
    return literal("  ") + name + literal("  ") + bar(share, BAR) + literal(points)
