"""Reading an answer on plain lines, from a terminal or a pipe."""

from quizapp.app import colon_commands
from quizapp.app.wording import NOT_YET
from quizapp.plain import rendering
from quizapp.plain.commands import hands_in, obey
from quizapp.plain.console import Console, Leave, line_in_time
from quizapp.session.run import SessionRun


def read_answer(session: SessionRun, console: Console, draft: str, *, sure: bool) -> str | None:
    """What was typed for an answer ("" for an empty line); None where a command moved on.

    To hand an exam in moves on, too.

    An empty line sends the draft, if there is one; else it has to come twice, unless `sure`. A
    terminal is asked again for what has not the form that is asked for. From a pipe it counts as it
    came: each line there is an answer, and none may go to another question than it was written for.
    """
    question, offer = session.question, session.offer
    while True:
        response = _typed(session, console, draft, sure=sure)
        if response is None or not console.terminal:
            return response
        if session.state.mode == "exam" and hands_in(response):
            while session.turn is not None:
                session.forward()
            return None
        missed = question.unreadable(question.read(offer, response))
        if missed is None:
            return response
        console.say(f"{missed} {NOT_YET}")
        draft = ""


def _typed(session: SessionRun, console: Console, draft: str, *, sure: bool) -> str | None:
    turn, question, offer = session.turn, session.question, session.offer
    lines_typed: list[str] = []
    taken: int | None = 1
    doubted = ""
    while True:
        line = line_in_time(session, console, "Answer:" if not lines_typed else "")
        if line is None:
            if lines_typed:
                return "\n".join(lines_typed)
            raise Leave
        if line != doubted and _is_doubted(line, console):
            doubted = line
            continue
        meant = colon_commands.read(line)
        if meant.answer is None:
            obey(session, meant, console)
            if session.turn != turn:
                return None
        elif meant.answer.strip():
            if not lines_typed:
                taken = question.lines_taken(offer, meant.answer)
            lines_typed.append(meant.answer)
            if len(lines_typed) == taken:
                _end_of(lines_typed, console)
                return "\n".join(lines_typed)
        elif draft and not lines_typed:
            return draft
        elif lines_typed or sure:
            return "\n".join(lines_typed)
        else:
            sure = True
            console.say("Nothing typed. Enter once more means “I don't know”; or type an answer.")


def _is_doubted(line: str, console: Console) -> bool:
    """Whether a line typed at a terminal looks like a command without its colon; it is said."""
    suggested = colon_commands.suggestion(line) if console.terminal else ""
    if suggested:
        console.say(f"Did you mean :{suggested}? {NOT_YET} The same again is your answer.")
    return bool(suggested)


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
