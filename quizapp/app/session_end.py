"""How a session ended, in sentences: the same on the screen, on plain lines and after both."""

import shlex
from contextlib import suppress
from pathlib import Path

from quizapp.app.formatting import count, figure, percent, signed
from quizapp.app.launch import Launch
from quizapp.app.settings import data_folder, read
from quizapp.bank.model import Bank
from quizapp.files import Refused
from quizapp.session.reading import paragraphs
from quizapp.session.run import SessionRun
from quizapp.session.score import in_words
from quizapp.text import clean

BELOW = 3
"""The exit status of an exam below its pass mark."""
LEGEND = "| what you said   o what came of it   X both"


def farewell(session: SessionRun, start: Launch) -> str:
    """The score in figures and words, and the command that resumes the session.

    All in one line; an exam that is handed in has more, by which to set it again.
    """
    score = session.score()
    mode = session.state.mode
    exam = session.state.mode == "exam" and not session.state.finished
    if exam:
        said = f"{score.answered} of {score.planned} answered, not handed in yet"
    elif mode == "read":
        said = practice(session).rstrip(".")
    elif not score.answered and not score.skipped:
        said = "Nothing answered yet"
    else:
        points = f"{figure(score.points)} of {figure(score.out_of)}"
        said = f"Score: {points} ({figure(score.percent)} %): {in_words(score)}"
    if not exam and score.unsure:
        said += f"; {len(score.unsure)} not sure, for you to rule on"
    if session.state.finished:
        return "\n".join([f"{said}. {passing(session)}".rstrip(), *same_paper(session, start)])
    if not session.recorder.keeps:
        return f"{said}. Nothing was kept of this session."
    return f"{said}. To go on: {resume_command(session, start)}"


def resume_command(session: SessionRun, start: Launch) -> str:
    """What to type to go on with the session."""
    return _command(session.bank.id, ["--resume", session.id], start)


def same_paper(session: SessionRun, start: Launch) -> list[str]:
    """How to set the same exam again, and how to know that it is the same; else nothing."""
    if session.state.mode != "exam" or not session.state.finished:
        return []
    return [
        f"The same paper again: {_paper_command(session, start)}",
        f"It is the same while the bank's digest is {short(session.recorder.row.digest)}.",
    ]


def _paper_command(session: SessionRun, start: Launch) -> str:
    """What to type for the same questions in the same order; what its paper says goes unsaid."""
    request = session.request
    paper = next((each for each in session.bank.papers if each.id == request.paper), None)
    words = ["--paper", paper.id] if paper else ["--mode", "exam"]
    words += ["--seed", session.recorder.row.seed]
    for option, value, said in (
        ("--count", request.count, paper and paper.count),
        ("--minutes", request.minutes, paper and paper.minutes),
        ("--extra-time", request.extra_time or None, None),
        ("--pass-mark", request.pass_mark, paper and paper.pass_mark),
    ):
        if value is not None and value != said:
            words += [option, figure(value)]
    for option, names in (
        ("--section", () if paper and request.sections == paper.sections else request.sections),
        ("--tag", request.tags),
        ("--kind", request.kinds),
        ("--objective", request.objectives),
    ):
        words += [word for name in names for word in (option, name)]
    if request.certainty:
        words.append("--certainty")
    return _command(_name(session.bank, start.data), words, start)


def _name(bank: Bank, data: Path) -> str:
    """What to call the bank: its id where that leads to it, else its path."""
    from quizapp.bank.find import NoSuchBank, places, resolve

    path = bank.path.absolute()
    with suppress(NoSuchBank, OSError):
        if resolve(bank.id, places(data, read(data).banks)).samefile(path):
            return bank.id
    return str(path)


def _command(bank: str, words: list[str], start: Launch) -> str:
    words = ["quizapp", "study", bank, *words]
    if start.data != _usual_folder():
        words += ["--data", str(start.data)]
    if start.learner:
        words += ["--learner", start.learner]
    return " ".join(map(quoted, words))


def quoted(word: str) -> str:
    """The word as a shell takes it, on one line; what must not be printed is in octal bytes."""
    if word.isprintable() and clean(word) == word:
        return shlex.quote(word)
    return f"$'{''.join(map(_in_dollar_quotes, word))}'"


def _in_dollar_quotes(char: str) -> str:
    if char.isprintable() and clean(char) == char and char not in "\\'":
        return char
    # A byte of a file name that is not UTF-8 stands as half a pair.
    errors = "surrogateescape" if "\udc80" <= char <= "\udcff" else "surrogatepass"
    return "".join(f"\\{byte:03o}" for byte in char.encode("utf-8", errors))


def _usual_folder() -> Path | None:
    try:
        return data_folder(None)
    except Refused:
        return None


def passing(session: SessionRun) -> str:
    """Whether an exam reached its pass mark; "" where it has none."""
    passed, mark = session.passed, session.request.pass_mark
    if passed is None or mark is None:
        return ""
    return f"{'Passed' if passed else 'Not passed'}: the pass mark is {figure(mark)} %."


def short(digest: str) -> str:
    """As much of a digest as two versions of a bank need to differ."""
    return digest.removeprefix("sha256:")[:12]


def practice(session: SessionRun) -> str:
    """What cramming or reading came to, beside the score; "" in other modes."""
    state = session.state
    if state.mode == "cram":
        left = len(state.queue)
        done = len(state.plan) - left
        return f"{done} of {len(state.plan)} right three times. Your schedule is as it was."
    if state.mode != "read":
        return ""
    guesses = [given for given in state.responses if given.ruling != "void"]
    right = sum(not given.missed for given in guesses)
    of = count(paragraphs(session.bank, session.request), "paragraph")
    told = f"Read: {len(state.read)} of {of}."
    if guesses:
        guessed = count(len(guesses), "guess", "guesses")
        told += f" Right: {right} of {guessed}, which count for nothing."
    return told


def certainty(session: SessionRun) -> list[str]:
    """Marks, accuracy and Brier score, then stated against observed as a picture; or nothing."""
    from quizapp.app.charts import calibrated
    from quizapp.report.calibration import of_session

    score = session.score()
    found = of_session(session.state)
    hidden = session.state.mode == "exam" and not session.state.finished
    if hidden or score.marks is None or found.accuracy is None or found.brier is None:
        return []
    stated = sum(level.stated * level.times for level in found.levels) / found.times
    return [
        f"Certainty: {signed(score.marks)} of {figure(score.marks_out_of)} marks.",
        f"You were right {percent(found.accuracy)} of the time, and had said {percent(stated)}.",
        *calibrated(found),
        LEGEND,
        f"Brier score {found.brier:.2f} (0 is perfect, 0.25 is no better than a coin).",
    ]
