"""The end of a session: the score in words, by section, and what to go over again."""

import asyncio
from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.app.formatting import SIGNS, count, figure, points
from quizapp.app.launch import Opening
from quizapp.app.learned import in_sentences, learned
from quizapp.app.markdown_pages import put, summary_page, without_fonts
from quizapp.app.outlook import request_for_more
from quizapp.app.presenter import SessionPresenter
from quizapp.app.session_end import certainty, passing, practice, same_paper
from quizapp.app.verdict_text import response_words, tone
from quizapp.kinds.base import Question
from quizapp.session.responses import GradedResponse
from quizapp.session.run import SessionRun
from quizapp.session.score import Score, SectionScore, in_words
from quizapp.session.state import review
from quizapp.store.errors import StoreError
from quizapp.tui.literal_text import FAINT, KEY, TONES, bar, hanging, lines, literal, one_line
from quizapp.tui.screens.list_page import ListPage
from quizapp.tui.screens.review import ReviewScreen

SHOWN = 3
"""So many of the missed questions are shown, each with a key."""
BAR = 20
LATE = "The time was up: the exam is handed in as it stood."


class SummaryScreen(ListPage):
    """What a session came to; made from its presenter."""

    HELP = (
        "The score counts first answers; what you got right later is practice, and said beside it. "
        "1, 2 and 3 show a question that you missed with the passage that settles it. Retry asks "
        "once more what was missed, as a session of its own. What you save goes into the data "
        "folder, and its path is said."
    )

    BINDINGS = [
        Binding("enter", "more", "More"),
        Binding("enter", "app.home", "Home"),
        Binding("v", "walk", "Every answer"),
        Binding("1", "look(1)", "Passage", key_display="1–3"),
        Binding("2", "look(2)", show=False),
        Binding("3", "look(3)", show=False),
        Binding("m", "retry", "Retry what was missed"),
        Binding("p", "progress", "Progress"),
        Binding("s", "app.history", "Past sessions"),
        Binding("w", "save('md')", "Save as Markdown"),
        Binding("g", "save('svg')", "Save as a picture"),
        Binding("escape", "app.home", "Home", show=False),
        Binding("q", "app.quit", "Leave"),
    ]

    def __init__(self, presenter: SessionPresenter) -> None:
        super().__init__()
        self._presenter, self._session = presenter, presenter.session
        self._expected, self._more = presenter.ahead
        self._score = presenter.session.score()
        self._learned: list[str] = []

    def body(self) -> ComposeResult:
        with VerticalScroll(id="scroll"):
            for part in ("headline", "learned", "more", "missed", "certainty", "sections", "paper"):
                yield Static("", id=part)

    def on_mount(self) -> None:
        session = self._session
        over = "handed in" if session.state.mode == "exam" else "done"
        warning = "" if session.recorder.keeps else "not kept"
        self.title_bar(f"{session.bank.title} · {over}", "", warning)
        self.query_one("#scroll").focus()

    @work(exclusive=True, group="learned")
    async def look_back(self) -> None:
        """Find what was learned in a thread; rulings change it."""
        try:
            found = await asyncio.to_thread(learned, self._session)
        except StoreError:
            # The learner was told of it when the session began.
            return
        self._learned = in_sentences(found, self._session.today)
        self.put("learned", lines(map(literal, self._learned)))

    def on_screen_resume(self) -> None:
        """Rulings on a walk may have changed the words."""
        self._score = self._session.score()
        self._show()
        self.look_back()
        self.refresh_bindings()
        self.program.note_end(self._session)

    def resized(self) -> None:
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        session, score = self._session, self._score
        width = min(80, self.size.width - 8)
        missed = self._missed
        nothing = literal("Nothing to look at again.", FAINT) if score.answered else Content("")
        paper = [literal(line, FAINT) for line in same_paper(session, self.workspace.start)]
        self.put("headline", headline(session, score, self._presenter.late, self._expected))
        self.put("more", more_words(self._more) if self._more else Content(""))
        self.put("missed", to_look_at(missed, width) if missed else nothing)
        self.put("certainty", lines(literal(line) for line in certainty(session)))
        self.put("sections", by_section(score))
        self.put("paper", lines(paper))

    @property
    def _missed(self) -> list[tuple[Question, GradedResponse | None]]:
        """What to look at again, with the response that counts, if there is one."""
        session = self._session
        given = {each.question: each for each in review(session.state)}
        return [
            (session.question_of(name), given.get(name))
            for name in self._score.missed if name not in session.state.gone
        ]  # fmt: skip

    def action_retry(self) -> None:
        request = self.workspace.request(questions=self._score.missed)
        self.program.study(Opening(self._session.bank.path, request))

    def action_more(self) -> None:
        request = request_for_more(self._session)
        self.program.study(Opening(self._session.bank.path, request))

    def action_progress(self) -> None:
        from quizapp.tui.screens.progress import ProgressScreen

        bank = self._session.bank
        self.app.push_screen(ProgressScreen(bank.path, bank.title))

    def action_walk(self, at: int = 0) -> None:
        given = review(self._session.state)
        self.app.push_screen(ReviewScreen(self._presenter, given, at))

    def action_look(self, number: int) -> None:
        _, given = self._missed[number - 1]
        if given is not None:
            self.action_walk(review(self._session.state).index(given))

    def action_save(self, suffix: str) -> None:
        """Save the summary as Markdown, or this screen as a picture, and say where."""
        if suffix == "svg":
            text = without_fonts(self.app.export_screenshot(title=self._session.bank.title))
        else:
            text = summary_page(self._session, self._learned)
        try:
            path = put(self.workspace.start.data, self._session, suffix, text)
        except OSError as error:
            self.notify(f"It cannot be saved: {error.strerror}.", severity="warning", markup=False)
        else:
            self.notify(f"Saved as {path}", markup=False, timeout=10)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "save":
            return not self.workspace.start.served
        if action == "retry":
            return bool(self._missed)
        if action == "more":
            return self._more > 0
        if action == "look":
            given = [each for _, each in self._missed[:SHOWN]]
            number = parameters[0]
            return isinstance(number, int) and number <= len(given) and bool(given[number - 1])
        return self._score.answered > 0 if action == "walk" else True


def headline(session: SessionRun, score: Score, late: bool, expected: str) -> Content:
    """The score in figures and words, and what it means."""
    told = [literal(LATE, FAINT)] if late else []
    if session.state.mode != "read":
        words = in_words(score)
        told += [
            literal(f"{figure(round(score.percent))} %", "bold $text-primary")
            + literal(f"   {points(score.points, score.out_of)}", "bold"),
            literal(words[:1].upper() + words[1:] + "."),
        ]
    if score.unsure:
        doubts = count(len(score.unsure), "answer waits", "answers wait")
        told.append(literal(f"? {doubts} for your ruling: ") + key("v", "shows them"))
    told += [literal(each) for each in (passing(session), practice(session)) if each]
    if score.rulings and session.state.mode == "exam":
        told.append(literal(f"With your rulings: {points(score.with_rulings)}.", FAINT))
    if expected:
        told.append(literal(expected))
    return lines(told)


def more_words(more: int) -> Content:
    """That the day's share is done, and what leads on."""
    return (
        literal("Done for today. ") + key("Enter", f": {more} more   ", "")
        + key("Esc", ": home", "")
    )  # fmt: skip


def key(name: str, does: str, between: str = " ") -> Content:
    """A key and what it does."""
    return literal(name, KEY) + literal(between + does)


def by_section(score: Score) -> Content:
    """The points of each section, where there are several."""
    listed = [section for section in score.by_section if section.answered]
    if len(listed) < 2:
        return Content("")
    width = min(36, max(len(section.section or "–") for section in listed))
    head = literal("By section", "bold $text-accent")
    return lines([head, *(_section(each, width) for each in listed)])


def _section(section: SectionScore, width: int) -> Content:
    share = section.points / section.out_of if section.out_of else 0.0
    name = one_line(section.section or "–").truncate(width, ellipsis=True)
    name = name + literal(" " * max(0, width - name.cell_length))
    earned = f"  {figure(section.points)}/{figure(section.out_of)}"
    return literal("  ") + name + literal("  ") + bar(share, BAR) + literal(earned)


def to_look_at(missed: Sequence[tuple[Question, GradedResponse | None]], width: int) -> Content:
    """The first questions to look at again, a digit before each, with both answers under it."""
    told = [literal("Look at again", "bold $text-accent")]
    for number, (question, given) in enumerate(missed[:SHOWN], 1):
        outcome = tone(question, given) if given is not None else "open"
        lead = literal(f"{number} ", KEY) + literal(f"{SIGNS[outcome]} ", TONES[outcome])
        told += hanging(lead, one_line(question.prompt, "bold"), width)
        yours = response_words(given) if given is not None else "skipped"
        told += hanging(literal("     yours  ", FAINT), one_line(yours), width)
        answer = one_line(" · ".join(question.model_answer().split("\n")))
        told += hanging(literal("    answer  ", FAINT), answer, width)
    if (rest := len(missed) - SHOWN) > 0:
        told.append(literal(f"and {rest} more, among every answer: ", FAINT) + key("v", ""))
    return lines(told)
