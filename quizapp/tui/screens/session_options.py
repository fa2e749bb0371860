"""How a session on a bank is to be: its mode, and what goes with it."""

from datetime import date, timedelta

from quizapp.app.bank_overview import BankOverview
from quizapp.app.formatting import count, figure
from quizapp.bank.model import Paper
from quizapp.planning.request import Mode, SessionRequest
from quizapp.tui.screens.choice_sheet import ChoiceSheet, Line

MODES: tuple[tuple[Mode, str], ...] = (
    ("learn", "What is due first, then new questions; verdicts at once. What you miss comes back, "
              "today and when it is due."),
    ("exam", "No hints and no verdicts until you hand it in; then every answer with its passage."),
    ("cram", "Until all was right three times. When a question is due does not change."),
    ("read", "The text paragraph by paragraph, each after a guess at its questions. No score."),
)  # fmt: skip
PAPERS = "An exam that the bank sets, or one of your own."
LIMIT = "The clock runs on while you are away; when it is up, what you have answered is handed in."
COUNTS = (5, 10, 20, 40)
AHEAD = (
    ("none", None), ("1 day", 1), ("3 days", 3), ("1 week", 7), ("2 weeks", 14), ("1 month", 30),
)  # fmt: skip
MINUTES = (("none", None), *((f"{n} min", float(n)) for n in (10, 20, 30, 60)))
EXTRA = (("none", 0.0), ("+25 %", 25.0), ("+50 %", 50.0), ("+100 %", 100.0))
MARKS = (("none", None), *((f"{n} %", float(n)) for n in (50, 60, 70, 80)))


class SessionOptionsSheet(ChoiceSheet):
    """Gives a SessionRequest, or None, for a bank of so many questions, or for one section of it.

    All lines are there from the beginning: one that came later would move under the pointer.
    """

    TYPED = "Questions"

    def __init__(
        self,
        title: str,
        questions: int,
        offers: BankOverview,
        section: str | None = None,
        certainty: bool = False,
    ) -> None:
        super().__init__(section or title)
        sizes = {each.name: each.questions for each in offers.sections}
        self.most = sizes.get(section or "", questions)
        self._today = offers.today if section is None else None
        self._papers = offers.papers if section is None else ()
        self._section, self._certainty = section, certainty

    @property
    def _mode(self) -> Mode:
        return MODES[self._at.get("Mode", 0)][0]

    def rows(self) -> list[Line]:
        mode = self._mode
        about = dict(MODES)[mode]
        found = [Line("Mode", "mode", [(name, name) for name, _ in MODES], about)]
        if mode == "learn":
            return [*found, self._share(), self._by(), self._sureness()]
        if mode == "exam":
            return found + self._exam()
        return found if mode == "read" else [*found, self._counts()]

    def _counts(self) -> Line:
        numbers = [n for n in COUNTS if n < self.most]
        choices = [*((str(n), n) for n in numbers), ("all", self.most)]
        at_first = numbers.index(10) if 10 in numbers else len(choices) - 1
        return Line("Questions", "count", choices, f"Of {count(self.most, 'question')}.", at_first)

    def _share(self) -> Line:
        """In learn, what is for today stands before the numbers."""
        numbered = self._counts()
        today = self._today
        label = f"today's {today.asked}" if today is not None else "today's"
        about = ""
        if today is not None:
            about = f"Today: {', '.join(today.parts)}. " if today.parts else f"{today.done} "
        about += f"Or as many as you like of {count(self.most, 'question')}."
        empty = today is not None and not today.asked
        at_first = 1 + numbered.at_first if empty else 0
        return Line("Questions", "count", [(label, None), *numbered.choices], about, at_first)

    def _by(self) -> Line:
        about = (
            "An examination ahead: the new questions are spread over the days left, and you see "
            "what to expect. For any other day: quizapp study --by DATE."
        )
        days = [(label, ahead and _day(ahead)) for label, ahead in AHEAD]
        return Line("Exam in", "by", days, about)

    def _exam(self) -> list[Line]:
        papers = {each.id: each for each in self._papers}
        named = [(each.title or each.id, each.id) for each in self._papers]
        line = Line("Paper", "paper", [("of your own", None), *named])
        paper = papers.get(self.chosen(line))
        about = _paper(paper) if paper is not None else PAPERS
        found = [line._replace(about=about)] if papers else []
        if paper is not None:
            minutes = paper.minutes
        else:
            limit = Line("Time limit", "minutes", MINUTES, LIMIT)
            minutes = self.chosen(limit)
            found += [self._counts(), limit]
        if minutes is not None:
            found.append(Line("Extra time", "extra_time", EXTRA, "More time than the limit."))
        if paper is None:
            told = "Whether you passed is said on the score."
            found.append(Line("Pass mark", "pass_mark", MARKS, told))
        return [*found, self._sureness()]

    def _sureness(self) -> Line:
        return Line(
            "Certainty",
            "certainty",
            (("no", False), ("yes", True)),
            "After each answer you say how sure you are; the summary shows how well you know it.",
            int(self._certainty),
        )

    def result(self) -> SessionRequest:
        held = {line.sets: self.chosen(line) for line in self.rows()}
        return SessionRequest(sections=(self._section,) if self._section else (), **held)


def _paper(paper: Paper) -> str:
    told = [count(paper.count, "question")] if paper.count else ["one question an objective"]
    if paper.sections:
        told.append("on " + ", ".join(paper.sections))
    if paper.minutes is not None:
        told.append(f"{figure(paper.minutes)} minutes")
    if paper.pass_mark is not None:
        told.append(f"pass mark {figure(paper.pass_mark)} %")
    return " · ".join(told)


def _day(ahead: int) -> str:
    return (date.today() + timedelta(days=ahead)).isoformat()
