"""The end of a session: the score in words, by section, and what to go over again."""

import asyncio

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizapp.app.exit_message import same_paper
from quizapp.app.learned import in_sentences, learned
from quizapp.app.session_end import certainty
from quizapp.app.summary_page import page, put, without_fonts
from quizapp.kinds.base import Question
from quizapp.planning.plan import NothingToAsk
from quizapp.planning.request import SessionRequest
from quizapp.session.events import GradedResponse
from quizapp.session.outlook import request_for_more
from quizapp.session.run import SessionRun
from quizapp.session.state import review
from quizapp.store.errors import StoreError
from quizapp.tui.literal_text import FAINT, lines, literal
from quizapp.tui.screens.list_page import ListPage
from quizapp.tui.screens.review import ReviewScreen, Step
from quizapp.tui.screens.summary_text import by_section, headline, more_words, to_look_at

SHOWN = 3
"""So many of the missed questions are shown, each with a key."""


class SummaryScreen(ListPage):
    """What a session came to; made from the session.

    `expected` says what is to be expected on the day of an examination; `more` is how many more
    questions there are today, where the daily limit has held some back; `late` says that an exam
    was handed in because its time was up.
    """

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

    def __init__(
        self, session: SessionRun, expected: str = "", more: int = 0, late: bool = False
    ) -> None:
        super().__init__()
        self._session = session
        self._expected = expected
        self._more = more
        self._late = late
        self._score = session.score()
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
        super().on_screen_resume()
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
        self.put("headline", headline(session, score, self._late, self._expected))
        self.put("more", more_words(self._more) if self._more else Content(""))
        self.put("missed", to_look_at(missed, SHOWN, width) if missed else nothing)
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

    @property
    def _can_retry(self) -> bool:
        return bool(self._missed)

    def action_retry(self) -> None:
        self.begin(self.workspace.request(questions=self._score.missed))

    def action_more(self) -> None:
        request = request_for_more(self._session)
        if request is not None:
            self.begin(request)

    @work(exclusive=True)
    async def begin(self, request: SessionRequest) -> None:
        try:
            session = await asyncio.to_thread(self.workspace.begin, self._session.bank, request)
        except (NothingToAsk, StoreError) as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self.program.study(lambda _workspace: session)

    def action_progress(self) -> None:
        from quizapp.tui.screens.progress import ProgressScreen

        bank = self._session.bank
        self.app.push_screen(ProgressScreen(bank.path, bank.title))

    def action_walk(self, at: int = 0) -> None:
        session = self._session
        steps = [
            Step(None if given.question in session.state.gone
                 else session.question_of(given.question), given)
            for given in review(session.state)
        ]  # fmt: skip
        walk = ReviewScreen(
            session.bank.title,
            session.bank,
            steps,
            lambda response, ruling: session.rule(ruling, response),
            at,
            session.flag,
        )
        self.app.push_screen(walk)

    def action_look(self, number: int) -> None:
        _, given = self._missed[number - 1]
        if given is not None:
            self.action_walk(review(self._session.state).index(given))

    def action_save(self, suffix: str) -> None:
        """Save the summary as Markdown, or this screen as a picture, and say where."""
        if suffix == "svg":
            text = without_fonts(self.app.export_screenshot(title=self._session.bank.title))
        else:
            text = page(self._session, self._learned)
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
            return self._can_retry
        if action == "more":
            return self._more > 0
        if action == "look":
            given = [each for _, each in self._missed[:SHOWN]]
            number = parameters[0]
            return isinstance(number, int) and number <= len(given) and bool(given[number - 1])
        return self._score.answered > 0 if action == "walk" else True
