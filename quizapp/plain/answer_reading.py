"""Reading an answer on plain lines, from a terminal or a pipe."""

from quizapp.app import colon_commands
from quizapp.app.presenter import SessionPresenter
from quizapp.plain import rendering
from quizapp.plain.commands import obey
from quizapp.plain.console import Console, Leave, line_in_time
from quizapp.session.run import SessionRun


def read_answer(one: SessionPresenter, console: Console) -> str:
    """What was typed for an answer, "" for an empty line; or until a command moved on."""
    session, shown = one.session, one.shows
    question, offer = session.question, session.offer
    lines_typed: list[str] = []
    taken: int | None = 1
    while one.shows == shown:
        line = line_in_time(session, console, "Answer:" if not lines_typed else "")
        if line is None and not lines_typed:
            raise Leave
        meant = colon_commands.read(line or "")
        if meant.answer is None:
            obey(one, meant, console)
        elif meant.answer.strip():
            if not lines_typed:
                taken = question.lines_taken(offer, meant.answer)
            lines_typed.append(meant.answer)
            if len(lines_typed) == taken:
                _end_of(lines_typed, console)
                break
        else:
            break
    return "\n".join(lines_typed)


def _end_of(lines_typed: list[str], console: Console) -> None:
    """From a pipe, an answer of several lines may be ended by an empty one: that is read, too."""
    if len(lines_typed) > 1 and not console.terminal and console.reads.at_hand():
        line = console.reads.line()
        if line is not None and line.strip():
            console.reads.hold(line)


def read_certainty(session: SessionRun, console: Console) -> int | None:
    """How sure the learner is. From a pipe the next line says it, or nothing does."""
    while True:
        line = line_in_time(session, console, rendering.SURE)
        if line is None:
            raise Leave
        said = line.strip()
        if said in ("1", "2", "3"):
            return int(said)
        if colon_commands.read(line).command == "quit":
            raise Leave
        if not console.terminal:
            console.say(f"“{said}” is no certainty (1, 2 or 3): the answer counts without one.")
            return None
        console.say("Type 1, 2 or 3; then comes the verdict.")
