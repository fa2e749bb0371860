"""The quiz on plain lines: for screen readers, pipes, scripts and terminals that cannot draw."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from quizapp.app import colon_commands, coming_back
from quizapp.app.verdict_text import verdict_text
from quizapp.app.wording import NOT_YET, clock, crammed, on_one_line
from quizapp.plain import rendering
from quizapp.plain.console import Console, Leave, Over, line_in_time
from quizapp.store.errors import NotKept
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.app.drafts import Drafts
    from quizapp.bank.attach import Copy
    from quizapp.bank.passage import Shown
    from quizapp.kinds.base import Question
    from quizapp.session.events import GradedResponse, Ruling
    from quizapp.session.run import SessionRun

Done = TypeVar("Done")

RULINGS: dict[str, Ruling] = {"right": "right", "wrong": "wrong", "void": "void"}


HAND_IN = "hand in"
GOES_ON = "Enter goes on (:right, :wrong, :void rule on your answer):"
READS = "Enter goes on; there is nothing to answer now."
WAITS = "That question is answered; Enter goes on to the next."


class Table(NamedTuple):
    """What a session is run with: `copy` is the learner's own of the source, `drafts` what was
    typed and not sent, `judge` the command to ask where the grader is not sure, "" for none."""

    session: SessionRun
    console: Console
    copy: Copy | None
    drafts: Drafts
    judge: str = ""

    def show(self, question: Question) -> Sequence[Shown]:
        """The passages that support a question."""
        from quizapp.bank.passage import shown

        return shown(self.session.bank, question, self.copy)


def run(table: Table) -> None:
    """Ask, hear, grade and tell until the session is over or the learner leaves.

    The caller prints the score.
    """
    from quizapp.session.errors import TimeUp

    session, console = table.session, table.console
    for gone in session.missing:
        console.say(f"The question {gone.question} is not in the bank any more; it is left out.")
    if console.terminal:
        console.say(f"{session.bank.title}. Type :help for the commands.", "")
    try:
        _through(table)
    except Leave:
        return
    except (Over, TimeUp):
        _kept(session, console, session.hand_in)
        console.say("The time is up: the exam is handed in as it stood.")
    if session.state.mode == "exam":
        with suppress(Leave):
            _walk(table)


def _through(table: Table) -> None:
    """All that is asked and read, to the end. Raises Leave, and Over."""
    session, console = table.session, table.console
    if session.state.finished:
        # It was resumed after its time: it is handed in already.
        raise Over
    while True:
        while session.reading is not None or session.turn is not None:
            if session.reading is not None:
                _read(table)
            else:
                _ask(table)
            _hear_rulings(session, console)
        if session.state.mode != "exam" or _hand_in(session, console):
            return


def _ask(table: Table) -> None:
    """One asking of the question in turn: until it is answered, put off or changed by a command."""
    session, console = table.session, table.console
    turn = session.turn
    assert turn is not None
    question = session.question
    console.say(*rendering.asking(question, session.offer, turn))
    if (left := session.seconds_left) is not None:
        console.say(f"Time left: {clock(left)}")
    if console.terminal and (way := question.how_to_answer()):
        console.say(way)
    draft = table.drafts.get(turn.question) if console.terminal else ""
    if draft:
        console.say(f"You had typed: {'; '.join(draft.splitlines())}", "Enter sends it as it is.")
    held = session.previous if session.state.mode == "exam" and not draft else None
    stands = held is not None and console.terminal
    if held is not None:
        console.say(f"Your answer so far: {on_one_line(held.response)}")
    if stands:
        console.say("Enter leaves it so.")
    began = time.monotonic()
    response = _readable(table, question, draft, sure=stands or not console.terminal)
    if response is None:
        return
    if stands and not response:
        session.forward()
        return
    seconds = time.monotonic() - began
    given = _sent(table, response, seconds)
    if session.state.mode != "exam":
        _tell(table, question, given)


def _sent(table: Table, response: str, seconds: float) -> GradedResponse:
    """The response with its certainty, where that is asked, graded and kept.

    Whatever ends the asking for the certainty, what was sent before is kept without it.
    """
    session, drafts = table.session, table.drafts
    turn = session.turn
    assert turn is not None
    certainty = None
    try:
        if session.asks_certainty and response.strip():
            drafts.set(turn.question, response)
            drafts.write()
            with suppress(NotKept):
                # So that there is a session to resume; what hinders it is told with the answer.
                keeping(session, table.console, session.hold)
            certainty = _certainty(table)
    finally:
        given = _kept(
            session, table.console, partial(_answer, session, response, seconds, certainty)
        )
        drafts.set(turn.question, "")
        drafts.write()
    return given


def _answer(
    session: SessionRun, response: str, seconds: float, certainty: int | None
) -> GradedResponse:
    if not response.strip():
        return session.give_up(seconds)
    return session.answer(session.question.read(session.offer, response), seconds, certainty)


def _certainty(table: Table) -> int | None:
    """How sure the learner is. From a pipe the next line says it, or nothing does."""
    console = table.console
    while True:
        line = line_in_time(table.session, console, rendering.SURE)
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


def _read(table: Table) -> None:
    """The paragraph after its questions; on a terminal Enter goes on."""
    from quizapp.bank.passage import to_read

    session, console = table.session, table.console
    passage = session.reading
    assert passage is not None
    console.say(
        *rendering.passages((to_read(passage, session.guessed, table.copy),), heading=False), ""
    )
    if console.terminal:
        _wait(session, None, console, "Enter goes on:")
    _kept(session, console, session.read_on)


def _readable(table: Table, question: Question, draft: str, *, sure: bool) -> str | None:
    """As `_response`; a terminal is asked again for what has not the form that is asked for.

    From a pipe it counts as it came: each line there is an answer, and none may go to another
    question than it was written for.
    """
    offer = table.session.offer
    while True:
        response = _response(table, question, draft, sure=sure)
        if response is None or not table.console.terminal:
            return response
        missed = question.unreadable(question.read(offer, response))
        if missed is None:
            return response
        table.console.say(f"{missed} {NOT_YET}")
        draft = ""


def _response(table: Table, question: Question, draft: str, *, sure: bool) -> str | None:
    """What was typed for an answer ("" for an empty line); None where a command moved on.

    An empty line sends the draft, if there is one; else it has to come twice, unless `sure`.
    """
    session, console = table.session, table.console
    turn = session.turn
    lines_typed: list[str] = []
    while True:
        line = line_in_time(session, console, "Answer:" if not lines_typed else "")
        if line is None:
            if lines_typed:
                return "\n".join(lines_typed)
            raise Leave
        meant = colon_commands.read(line)
        if meant.unknown is not None:
            console.say(colon_commands.refusal(meant.unknown))
        elif meant.command is not None:
            _command(session, meant.command, console)
            if session.turn != turn:
                return None
        elif meant.answer is not None and meant.answer.strip():
            if not question.multiline:
                return meant.answer
            lines_typed.append(meant.answer)
        elif draft and not lines_typed:
            return draft
        elif lines_typed or sure:
            return "\n".join(lines_typed)
        else:
            sure = True
            console.say("Nothing typed. Enter once more means “I don't know”; or type an answer.")


def _hear_rulings(session: SessionRun, console: Console) -> None:
    """After the last answer from a pipe: the commands that follow it there already."""
    while not console.terminal and _all_asked(session) and console.reads.at_hand():
        line = console.hear()
        meant = colon_commands.read(line) if line is not None else None
        if meant is None or (meant.command is None and meant.unknown is None):
            return
        if meant.command is not None:
            _command(session, meant.command, console)
        elif meant.unknown is not None:
            console.say(colon_commands.refusal(meant.unknown))


def _all_asked(session: SessionRun) -> bool:
    return session.turn is None and session.reading is None


def _command(session: SessionRun, name: str, console: Console, response: str | None = None) -> None:
    """Do one of the commands; what cannot be done now is said.

    `response` is the id of the one whose verdict was just told: an undo is about that.
    """
    from quizapp.session.errors import NotAllowed

    try:
        if name == "quit":
            raise Leave
        if name == "help":
            console.say(*rendering.help_lines())
        elif name == "repeat":
            if session.turn is not None:
                console.say(*rendering.asking(session.question, session.offer, session.turn))
        elif name == "hint":
            console.say(f"Hint (half credit): {_kept(session, console, session.hint)}")
        elif name == "skip":
            console.say(_skipped(session, console))
        elif name == "undo":
            console.say(_kept(session, console, lambda: session.undo(response)))
        else:
            _rule(session, RULINGS[name], console)
    except NotAllowed as refused:
        console.say(str(refused))


def _skipped(session: SessionRun, console: Console) -> str:
    """Skip the question, and say what has become of it."""
    if session.state.mode == "exam":
        session.skip()
        return "Left without an answer."
    question, skips = session.question, session.state.skips
    _kept(session, console, session.skip)
    gone = question.id in skips or session.state.mode == "read"
    return "Passed over." if gone else "Put off to the end."


def _rule(
    session: SessionRun, ruling: Ruling, console: Console, response: str | None = None
) -> None:
    """Rule the response with this id, or the last one."""
    given = _kept(session, console, lambda: session.rule(ruling, response))
    counts = "Not counted" if ruling == "void" else f"Counted as {ruling}"
    which = "your last answer, to" if response is None else "your answer to"
    prompt = clean(session.question_of(given.question).prompt)
    console.say(f"{counts}: {which} “{prompt}”. :undo takes this back.")


def _kept(session: SessionRun, console: Console, do: Callable[[], Done]) -> Done:
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


def _tell(table: Table, question: Question, given: GradedResponse) -> None:
    """The verdict and what settles it; on a terminal then wait for Enter, hearing commands.

    What was guessed before a paragraph is settled by reading it, which comes at once.
    """
    session, console = table.session, table.console
    if session.state.mode == "read":
        console.say("")
        return
    told = verdict_text(question, given, session.asked_before)
    back = coming_back.told(session, given.question)
    console.say(*rendering.verdict(told._replace(back=back)))
    if session.state.mode == "cram":
        console.say(crammed(session.times_right))
    console.say(*rendering.passages(table.show(question)))
    if table.judge:
        from quizapp.app.judge import consulted

        said = _kept(session, console, lambda: consulted(session, given, table.judge))
        if said:
            console.say(said)
    console.say("")
    if console.terminal:
        _wait(session, given, console)


def _wait(
    session: SessionRun, given: GradedResponse | None, console: Console, sign: str = GOES_ON
) -> None:
    """Wait for Enter, hearing commands; rulings are on the response `given`."""
    while True:
        line = console.hear(sign)
        if line is None:
            raise Leave
        meant = colon_commands.read(line)
        if meant.command in RULINGS and given is not None and given.id:
            _rule(session, RULINGS[meant.command], console, given.id)
        elif meant.command in ("quit", "help", "undo"):
            _command(session, meant.command, console, given.id if given is not None else None)
        elif meant.unknown is not None:
            console.say(colon_commands.refusal(meant.unknown))
        elif meant.command is not None or (meant.answer or "").strip():
            console.say(WAITS if given is not None else READS)
        else:
            return


def _hand_in(session: SessionRun, console: Console) -> bool:
    """Whether the exam is over: handed in. A terminal is asked; a pipe has said all that it says.

    Enter never hands in: it may be one too many.
    """
    while console.terminal:
        left = len(session.unanswered)
        told = f"{left} without an answer" if left else "Every question has an answer"
        where = "to the first of them" if left else "back to the first"
        line = line_in_time(
            session, console, f"{told}. Enter goes {where}; type {HAND_IN} to do so:"
        )
        if line is None or colon_commands.read(line).command == "quit":
            raise Leave
        words = " ".join(line.replace("-", " ").split()).casefold()
        if words == HAND_IN:
            break
        if words in ("", "back"):
            session.turn_to(session.unanswered[0] if left else session.state.plan[0].question)
            return False
        console.say(f"Nothing is handed in by “{line.strip()}”.")
    _kept(session, console, session.hand_in)
    return True


def _walk(table: Table) -> None:
    """After an exam: outcome and passage of every question, in order."""
    session, console = table.session, table.console
    asked = session.asked_before
    for number, given in enumerate(session.review, 1):
        question = session.question_of(given.question)
        console.say("", f"[{number}/{len(session.review)}] {clean(question.prompt)}")
        if given.response:
            console.say(f"You: {'; '.join(given.response.splitlines())}")
        console.say(*rendering.verdict(verdict_text(question, given, asked)))
        console.say(*rendering.passages(table.show(question)))
        if console.terminal:
            _wait(session, given, console)
    console.say("")
    _hear_rulings(session, console)
