"""What a learner says besides answers on plain lines: commands, rulings, and Enter to go on."""

from collections.abc import Callable
from typing import TypeVar

from quizapp.app import colon_commands
from quizapp.app.rulings import asks_first
from quizapp.plain import rendering
from quizapp.plain.console import Console, Leave
from quizapp.session.errors import NotAllowed
from quizapp.session.responses import GradedResponse, Ruling
from quizapp.session.run import SessionRun
from quizapp.session.state import response_of
from quizapp.store.errors import NotKept
from quizapp.text import clean

Done = TypeVar("Done")

RULINGS: dict[str, Ruling] = {"right": "right", "wrong": "wrong", "void": "void"}
HAND_IN = "hand in"
GOES_ON = "Enter goes on (:right, :wrong, :void rule on your answer):"
READS = "Enter goes on; there is nothing to answer now."
WAITS = "That question is answered; Enter goes on to the next."


def run_command(
    session: SessionRun, name: str, console: Console, response: str | None = None
) -> None:
    """Do one of the commands; what cannot be done now is said.

    `response` is the id of the one whose verdict was just told: an undo is about that.
    """
    try:
        if name == "quit":
            raise Leave
        if name == "help":
            console.say(*rendering.help_lines())
        elif name == "repeat":
            if session.turn is not None:
                console.say(*rendering.asking(session.question, session.offer, session.turn))
        elif name == "hint":
            console.say(f"Hint (half credit): {kept(session, console, session.hint)}")
        elif name == "skip":
            console.say(_skipped(session, console))
        elif name == "undo":
            console.say(kept(session, console, lambda: session.undo(response)))
        else:
            rule(session, RULINGS[name], console)
    except NotAllowed as refused:
        console.say(str(refused))


def _skipped(session: SessionRun, console: Console) -> str:
    """Skip the question, and say what has become of it."""
    if session.state.mode == "exam":
        session.skip()
        return "Left open."
    question, skips = session.question, session.state.skips
    kept(session, console, session.skip)
    gone = question.id in skips or session.state.mode == "read"
    return "Passed over." if gone else "Put off to the end."


def rule(
    session: SessionRun, ruling: Ruling, console: Console, response: str | None = None
) -> None:
    """Rule the response with this id, or the last one; a terminal is asked once where the ruling
    is one that `asks_first`."""
    about = response_of(session.state, response) if response is not None else session.last
    if console.terminal and about is not None:
        doubt = asks_first(session.question_of(about.question), about, ruling)
        if doubt:
            line = console.hear(f"{doubt} Type :right again to count it; Enter leaves it:")
            if line is None or colon_commands.read(line).command != "right":
                return
    given = kept(session, console, lambda: session.rule(ruling, response))
    counts = "Not counted" if ruling == "void" else f"Counted as {ruling}"
    which = "your last answer, to" if response is None else "your answer to"
    prompt = clean(session.question_of(given.question).prompt)
    console.say(f"{counts}: {which} “{prompt}”. :undo takes this back.")


def kept(session: SessionRun, console: Console, do: Callable[[], Done]) -> Done:
    """Do what must be kept; where it cannot be, say so, and go on as the learner wishes."""
    while True:
        try:
            return keeping(session, console, do)
        except NotKept as error:
            if console.terminal:
                console.say(f"NOT KEPT: {error}")
                line = console.hear("Enter tries again; type go to go on and try later:")
                if line is not None and line.strip().casefold() != "go":
                    continue
            session.recorder.keep_later()


def keeping(session: SessionRun, console: Console, do: Callable[[], Done]) -> Done:
    """Do it, and say what is not kept yet, or that all is again. Raises NotKept."""
    before, waiting = session.recorder.problem, session.recorder.unkept
    done = do()
    if session.recorder.problem:
        console.say(*rendering.waiting(session, before))
    elif before:
        console.say(rendering.kept_again(waiting))
    return done


def obey(session: SessionRun, meant: colon_commands.TypedLine, console: Console) -> None:
    """Do what a line says that begins with a colon, or say that there is no such command."""
    if meant.command is not None:
        run_command(session, meant.command, console)
    else:
        console.say(colon_commands.refusal(meant.unknown or ""))


def hear_rulings(session: SessionRun, console: Console) -> None:
    """After the last answer from a pipe: the commands that follow it there already."""
    if console.terminal:
        return
    while session.turn is None and session.reading is None and console.reads.at_hand():
        line = console.hear()
        meant = colon_commands.read(line or "")
        if line is None or meant.answer is not None:
            return
        obey(session, meant, console)


def wait(
    session: SessionRun, given: GradedResponse | None, console: Console, sign: str = GOES_ON
) -> None:
    """Wait for Enter, hearing commands; rulings are on the response `given`."""
    while True:
        line = console.hear(sign)
        if line is None:
            raise Leave
        meant = colon_commands.read(line)
        if meant.command in RULINGS and given is not None and given.id:
            rule(session, RULINGS[meant.command], console, given.id)
        elif meant.command in ("quit", "help", "undo"):
            run_command(session, meant.command, console, given.id if given is not None else None)
        elif meant.unknown is not None:
            console.say(colon_commands.refusal(meant.unknown))
        elif meant.command is not None or (meant.answer or "").strip():
            meant_by = colon_commands.suggestion(line)
            asks = f"Did you mean :{meant_by}? " if meant_by else ""
            console.say(asks + (WAITS if given is not None else READS))
        else:
            return


def hands_in(line: str) -> bool:
    """Whether the line hands an exam in."""
    return " ".join(line.replace("-", " ").split()).casefold() == HAND_IN
