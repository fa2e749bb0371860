"""What a learner says on plain lines: answers, commands, rulings, and Enter to go on."""

from collections.abc import Callable
from functools import partial

from quizapp.app import colon_commands
from quizapp.app.presenter import RULINGS, SessionPresenter
from quizapp.plain import rendering
from quizapp.plain.console import Console, Leave, line_in_time
from quizapp.session.run import SessionRun

HAND_IN = "hand in"
READS = "Enter goes on; there is nothing to answer now."
WAITS = "That question is answered; Enter goes on to the next."


def do(one: SessionPresenter, console: Console, call: Callable[[], object]) -> None:
    """Have the presenter do this, and say what it says of it.

    What cannot be kept is tried again, or with what comes later, as the learner wishes.
    """
    recorder, shown = one.session.recorder, one.shows
    before, waiting = recorder.problem, recorder.unkept
    while True:
        one.notice = one.unkept = ""
        call()
        if not one.unkept:
            break
        line = None
        if console.terminal:
            console.say(f"NOT KEPT: {one.unkept}")
            line = console.hear("Enter tries again; type go to go on and try later:")
        if line is None or line.strip().casefold() == "go":
            recorder.keep_later()
    if recorder.problem:
        console.say(*rendering.waiting(one.session, before))
    elif before:
        console.say(rendering.kept_again(waiting))
    if one.notice and (one.phase != "told" or one.shows == shown):
        console.say(one.notice)


def obey(one: SessionPresenter, meant: colon_commands.TypedLine, console: Console) -> None:
    """Do what a line says that begins with a colon; what cannot be done now is said."""
    name = meant.command
    if name is None:
        console.say(colon_commands.refusal(meant.unknown or ""))
    elif name == "quit":
        raise Leave
    elif name == "help":
        console.say(*rendering.help_lines())
    elif name in ("hint", "skip", "repeat") and one.phase != "asking":
        console.say(READS if one.given is None else WAITS)
    elif name == "repeat":
        session = one.session
        if session.turn is not None:
            console.say(*rendering.asking(session.question, session.offer, session.turn))
    else:
        before = one.session.state
        do(one, console, partial(one.act, name))
        if name == "hint" and one.hint:
            console.say(f"Hint (half credit): {one.hint}")
        elif name == "skip" and one.exam:
            console.say("Left open.")
        elif name in RULINGS and one.session.state is not before:
            ruled = f"{one.said.headline}. " if one.said is not None else ""
            console.say(f"{ruled}:undo takes this back.")


def wait(one: SessionPresenter, console: Console) -> None:
    """Wait for Enter, hearing commands; rulings are on the response that is shown.

    From a pipe hear the commands that follow the last answer, as far as they are there already.
    """
    told, session = one.given is not None, one.session
    rules = " (:right, :wrong, :void rule on your answer)" if told else ""
    while console.terminal or (
        session.turn is None and session.reading is None and console.reads.at_hand()
    ):
        line = console.hear(f"Enter goes on{rules}:")
        if line is None and console.terminal:
            raise Leave
        meant = colon_commands.read(line or "")
        if meant.answer is None and (told or meant.command not in RULINGS):
            obey(one, meant, console)
        elif meant.answer is not None and (not console.terminal or not meant.answer.strip()):
            return
        else:
            suggested = colon_commands.suggestion(line or "")
            asks = f"Did you mean :{suggested}? " if suggested else ""
            console.say(asks + (WAITS if told else READS))


def hands_in(line: str) -> bool:
    """Whether the line hands an exam in."""
    return " ".join(line.replace("-", " ").split()).casefold() == HAND_IN


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
