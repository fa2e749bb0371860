"""Past sessions and their scores; each opens into its responses."""

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from quizapp.app.formatting import SIGNS, count, figure, lasted, local, points
from quizapp.app.launch import Opening
from quizapp.app.presenter import SessionPresenter, looking_back
from quizapp.app.session_lists import sessions, unfinished
from quizapp.app.verdict_text import response_words, tone
from quizapp.kinds.base import Question
from quizapp.session.responses import GradedResponse
from quizapp.session.run import SessionRun
from quizapp.session.score import percent
from quizapp.session.state import left_open, unanswered
from quizapp.store.rows import SessionScoreRow, UnfinishedRow
from quizapp.tui.literal_text import FAINT, TONES, bar, hanging, lines, literal, one_line
from quizapp.tui.page import BACK
from quizapp.tui.screens.list_page import FilledPage, Picker
from quizapp.tui.screens.review import ReviewScreen

AT_MOST = 500
"""So many sessions are listed; `quizapp scores` has them all."""


class HistoryScreen(FilledPage):
    """The sessions, the newest first."""

    HELP = (
        "Your sessions, the newest first. Enter shows the responses of one. One that was left "
        "waits for a day: r resumes it."
    )

    BINDINGS = [
        Binding("r", "resume", "Resume"),
        BACK,
    ]
    MARGIN = 6

    def __init__(self) -> None:
        super().__init__()
        self._sessions: list[SessionScoreRow | UnfinishedRow] = []
        self._waiting: set[str] = set()

    def on_mount(self) -> None:
        self.title_bar("Past sessions")

    def on_screen_resume(self) -> None:
        """Rulings that were made on the way change the scores."""
        self.read()

    def look(self) -> None:
        waiting = {each.id: each for each in unfinished(self.workspace)}
        scores = {each.id: each for each in sessions(self.workspace, AT_MOST) if each.answered}
        found: dict[str, SessionScoreRow | UnfinishedRow] = {**waiting, **scores}
        self._sessions = sorted(found.values(), key=lambda each: each.started, reverse=True)
        self._waiting = set(waiting)

    def show_rows(self) -> None:
        if not self._sessions:
            why = self.workspace.trouble or "They appear here once a question has been answered."
            self.say(f"No sessions yet. {why}")
            return
        self.query_one("#heading").display = False
        self.query_one(Picker).refill(
            _line(each, each.id in self._waiting, self.row_width) for each in self._sessions
        )
        self.title_bar("Past sessions", count(len(self._sessions), "session"))

    @on(OptionList.OptionHighlighted)
    def _pointed(self) -> None:
        self.refresh_bindings()

    def open_row(self, number: int) -> None:
        row = self._sessions[number]
        if isinstance(row, SessionScoreRow):
            self.app.push_screen(ResponsesScreen(row))
        else:
            self.action_resume()

    @property
    def _waits(self) -> str | None:
        """The id of the session that is pointed at, if it can be resumed."""
        at = self.query_one(Picker).highlighted if self.is_mounted else None
        found = self._sessions[at : at + 1] if at is not None else ()
        return next((each.id for each in found if each.id in self._waiting), None)

    def action_resume(self) -> None:
        if self._waits is not None:
            self.program.study(Opening(resume=self._waits))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "resume" or self._waits is not None


class ResponsesScreen(FilledPage):
    """The responses of one session."""

    HELP = (
        "What you answered in this session. Enter shows one with its verdict and its passage; "
        "there you can still rule that you were right, wrong, or sent it by mistake."
    )

    BINDINGS = [BACK]
    MARGIN = 6

    def __init__(self, row: SessionScoreRow) -> None:
        super().__init__()
        self._row = row
        self._presenter: SessionPresenter | None = None
        self._responses: list[GradedResponse] = []

    def on_mount(self) -> None:
        row = self._row
        self.title_bar(row.title or row.bank, f"{row.mode} · {local(row.started)}")

    def on_screen_resume(self) -> None:
        """Read them, and again after rulings on the way."""
        self.read()

    def look(self) -> None:
        self._presenter = looking_back(self.workspace, self._row.id)
        state = self._presenter.session.state
        exam = state.mode == "exam" and state.finished
        self._responses = [*state.responses, *map(left_open, unanswered(state) if exam else ())]

    def show_rows(self) -> None:
        assert self._presenter is not None
        session, width = self._presenter.session, self.row_width
        self.query_one("#heading", Static).update(_outcomes(session))
        self.query_one(Picker).refill(
            _response(session.questions.get(each.question), each, width) for each in self._responses
        )

    def open_row(self, number: int) -> None:
        assert self._presenter is not None
        self.app.push_screen(ReviewScreen(self._presenter, self._responses, number))


def _line(row: SessionScoreRow | UnfinishedRow, waits: bool, width: int) -> Content:
    resume = " · r resumes it" if waits else ""
    if isinstance(row, SessionScoreRow):
        share = percent(row.points, row.out_of)
        lead = literal(f"{round(share):>3} %  ", "bold $text-primary") + bar(share / 100, 8)
        done = f"{points(row.points, row.out_of)} · {lasted(row.seconds)}"
        resume = resume or ("" if row.finished else " · not finished")
    else:
        lead = literal(" " * 13)
        done = f"{row.answered} of {row.planned} answered"
    lead, under = lead + literal("  "), literal(" " * (lead.cell_length + 2))
    said = literal(f"{local(row.started)} · {done} · {row.mode}{resume}", FAINT)
    title = one_line(row.title or row.bank, "bold")
    return lines([*hanging(lead, title, width), *hanging(under, said, width)])


def _outcomes(session: SessionRun) -> Content:
    score = session.score()
    said = (
        ("correct", score.correct, "right"),
        ("close", score.close, "close"),
        ("partial", score.partial, "partly right"),
        ("wrong", score.wrong - score.not_known, "wrong"),
        ("open", score.not_known, "not known yet"),
    )
    shown = [f"{SIGNS[sign]} {number} {word}" for sign, number, word in said if number]
    share = score.points / score.out_of if score.out_of else 0.0
    earned = f"  {figure(score.points)} of {figure(score.out_of)}   "
    took = f"   in {lasted(sum(given.seconds for given in session.state.responses))}"
    return bar(share, 20) + literal(earned + "   ".join(shown)) + literal(took, FAINT)


def _response(question: Question | None, given: GradedResponse, width: int) -> Content:
    outcome = tone(question, given)
    asked = one_line(question.prompt) if question else literal(f"({given.question})", FAINT)
    sign = (
        literal("– ") if given.ruling == "void" else literal(f"{SIGNS[outcome]} ", TONES[outcome])
    )
    asides = (
        lasted(given.seconds) if given.seconds or given.response else "",
        f"ruled {given.ruling}" if given.ruling else "",
        "again" if given.again else "",
    )
    told = one_line(response_words(given))
    told += literal("".join(f"  · {aside}" for aside in asides if aside), FAINT)
    return lines([*hanging(sign, asked, width), *hanging(literal("  "), told, width)])
