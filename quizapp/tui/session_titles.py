"""What the screen says of a session by its mode: its title, where it stands, its help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizapp.app.formatting import clock
from quizapp.planning.request import Mode
from quizapp.session.responses import GradedResponse
from quizapp.session.state import crammed, place

if TYPE_CHECKING:
    from quizapp.session.run import SessionRun

ANSWERING = (
    "Type or choose your answer; Enter answers, Enter goes on. An empty Enter records nothing; "
    "a second one means “I don't know”."
)
HELP: dict[Mode, str] = {
    "learn": ANSWERING
    + " The hint halves the credit. What you skip comes back at the end, what you miss after three "
    "others. A verdict may be overruled: it is your learning. Everything is kept as you go: leave "
    "whenever you like.",
    "exam": "Type or choose your answer; Enter goes to the next question, an empty Enter leaves "
    "one open. Go back and change what you like until you hand in (F9); then come the verdicts. "
    "With a time limit the clock runs on while you are away, and what stands in the box when it is "
    "up is handed in.",
    "cram": ANSWERING
    + " Each question returns until it was right three times. Nothing of this changes when a "
    "question is due.",
    "read": "Before a paragraph you guess at one question, which makes the reading stick: a guess "
    "counts for nothing. Then comes the paragraph, with the answer marked; Enter goes on.",
}
SURE = (
    " After an answer you say how sure you are: a high certainty earns more when you are right, "
    "and costs more when you are wrong."
)
LAST_MINUTE = 60.0


def help_words(session: SessionRun | None) -> str:
    """What F1 says of a session, before the keys."""
    if session is None:
        return HELP["learn"]
    return HELP[session.state.mode] + (SURE if session.request.certainty else "")


def title(session: SessionRun, given: GradedResponse | None) -> tuple[str, str, str]:
    """The title line (left, right, warning) while a question is asked, or what was `given` is told,
    or one reads."""
    mode = session.state.mode
    left = session.bank.title + (f" · {mode}" if mode != "learn" else "")
    warnings = [] if session.recorder.keeps else ["not kept"]
    where = _where(session, given)
    seconds = session.seconds_left
    if seconds is not None and not session.state.finished:
        time = f"{clock(seconds)} left"
        if seconds <= LAST_MINUTE:
            warnings.append(time)
        else:
            where = " · ".join(filter(None, (time, where)))
    return left, where, " · ".join(warnings)


def _where(session: SessionRun, given: GradedResponse | None) -> str:
    plan, turn = session.state.plan, session.turn
    if session.state.mode == "read":
        from quizapp.session.reading import paragraphs

        of = paragraphs(session.bank, session.request)
        return f"paragraph {min(len(session.state.read) + 1, of)} of {of}"
    if session.state.mode == "cram":
        done, of = crammed(session.state)
        return f"{done} of {of} right" + (" · again" if turn is not None and turn.again else "")
    if given is not None:
        return f"{place(session.state, given.question)}/{len(plan)}"
    if turn is not None:
        return f"{turn.number}/{turn.planned}" + (" again" if turn.again else "")
    return ""
