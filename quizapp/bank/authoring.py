"""A bank as its author sees it while writing: each question with its place, tests and advice."""

from pathlib import Path
from typing import NamedTuple

from quizapp.bank.check import check
from quizapp.bank.files import Stamp, stamp
from quizapp.bank.load import load
from quizapp.bank.model import Bank, Loaded, Problem
from quizapp.bank.positions import places
from quizapp.bank.self_tests import as_promised, promises
from quizapp.grading.key import Context
from quizapp.grading.verdict import Verdict
from quizapp.kinds.base import Question
from quizapp.text import clean


class Placed(NamedTuple):
    """A question, and the line of the file at which it begins."""

    question: Question
    file: Path
    line: int


class Draft(NamedTuple):
    """A bank as it was last saved: its questions in the order of the files, and what is found.

    `stamp` tells whether it has been saved since.
    """

    loaded: Loaded
    problems: tuple[Problem, ...]
    questions: tuple[Placed, ...]
    stamp: Stamp

    @property
    def bank(self) -> Bank | None:
        """The bank, unless errors forbid it."""
        return self.loaded.bank


class Trial(NamedTuple):
    """A response whose outcome the bank knows, and the verdict on it."""

    wanted: str
    response: str
    verdict: Verdict
    kept: bool


def read(path: Path) -> Draft:
    """The bank at `path` as it stands."""
    seen = stamp(path)
    loaded = load(path)
    placed = []
    for file in loaded.files:
        known = places(file.text, file.data)
        for number, question in enumerate(file.questions):
            placed.append(Placed(question, file.path, known.at(("question", number)).line))
    return Draft(loaded, check(loaded, each=True), tuple(placed), seen)


def first_changed(before: Draft, after: Draft) -> int | None:
    """The number of the first question that is new or says something else; None for none."""
    known = {one.question.id: one.question for one in before.questions}
    for number, one in enumerate(after.questions):
        if known.get(one.question.id) != one.question:
            return number
    return None


def problems_of(draft: Draft, number: int) -> tuple[Problem, ...]:
    """What is found in one question: what stands between its first line and the next one's."""
    one = draft.questions[number]
    later = [
        other.line for other in draft.questions if other.file == one.file and other.line > one.line
    ]
    end = min(later, default=1 << 30)
    name = clean(str(one.file))
    return tuple(
        problem
        for problem in draft.problems
        if problem.file == name and one.line <= problem.line < end
    )


def trials(question: Question, around: Context) -> tuple[Trial, ...]:
    """The responses whose outcome the bank knows, graded, each once; first those gone wrong.

    Of the prompt and the hint, given as a response, only what goes wrong.
    """
    found: dict[str, Trial] = {}
    for wanted, _, response in promises(question):
        if response.strip() and response not in found:
            verdict = question.grade(around, response)
            kept = as_promised(wanted, verdict.outcome)
            if wanted != "refuse" or not kept:
                found[response] = Trial(wanted, response, verdict, kept)
    return tuple(sorted(found.values(), key=lambda one: one.kept))
