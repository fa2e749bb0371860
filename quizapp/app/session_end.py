"""How a session ended, in sentences: the same on the screen and on plain lines."""

from quizapp.app.wording import count, figure, percent, signed
from quizapp.session.reading import paragraphs
from quizapp.session.run import SessionRun

BELOW = 3
"""The exit status of an exam below its pass mark."""
LEGEND = "| what you said   o what came of it   X both"


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
