"""The quiz on plain lines: for screen readers, pipes, scripts and terminals that cannot draw."""

import time
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from quizapp.app import colon_commands, outlook
from quizapp.app.drafts import Drafts
from quizapp.app.verdict_text import verdict_text
from quizapp.app.wording import clock, crammed, on_one_line
from quizapp.bank.attach import Copy
from quizapp.bank.passage import Shown, shown, to_read
from quizapp.kinds.base import Question
from quizapp.plain import rendering
from quizapp.plain.answer_reading import read_answer, read_certainty
from quizapp.plain.commands import HAND_IN, hands_in, hear_rulings, keeping, kept, wait
from quizapp.plain.console import Console, Leave, Over, line_in_time
from quizapp.session.errors import TimeUp
from quizapp.session.reading import guessed
from quizapp.session.responses import GradedResponse
from quizapp.session.run import SessionRun
from quizapp.session.state import review, times_right, unanswered
from quizapp.store.errors import NotKept
from quizapp.text import clean


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
        return shown(self.session.bank, question, self.copy)


def run(table: Table) -> None:
    """Ask, hear, grade and tell until the session is over or the learner leaves.

    The caller prints the score.
    """
    session, console = table.session, table.console
    for gone in session.missing:
        console.say(f"The question {gone} is not in the bank any more; it is left out.")
    if console.terminal:
        console.say(f"{session.bank.title}. Type :help for the commands.", "")
    try:
        _through(table)
    except Leave:
        return
    except (Over, TimeUp):
        kept(session, console, session.hand_in)
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
            hear_rulings(session, console)
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
    exam = session.state.mode == "exam"
    response = read_answer(session, console, draft, sure=exam or not console.terminal)
    if response is None:
        return
    if exam and not response.strip():
        if not stands:
            console.say("Left open.")
        session.forward()
        return
    seconds = time.monotonic() - began
    given = _sent(table, response, seconds)
    if not exam:
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
                keeping(session, table.console, session.recorder.flush)
            certainty = read_certainty(session, table.console)
    finally:
        answer = session.question.read(session.offer, response) if response.strip() else ""
        given = kept(session, table.console, partial(session.answer, answer, seconds, certainty))
        drafts.set(turn.question, "")
        drafts.write()
    return given


def _read(table: Table) -> None:
    """The paragraph after its questions; on a terminal Enter goes on."""
    session, console = table.session, table.console
    passage = session.reading
    assert passage is not None
    settled = guessed(passage, session.state, session.questions)
    shown = to_read(passage, settled, table.copy)
    console.say(*rendering.passages((shown,), heading=False), "")
    if console.terminal:
        wait(session, None, console, "Enter goes on:")
    kept(session, console, session.read_on)


def _tell(table: Table, question: Question, given: GradedResponse) -> None:
    """The verdict and what settles it; on a terminal then wait for Enter, hearing commands.

    What was guessed before a paragraph is settled by reading it, which comes at once.
    """
    session, console = table.session, table.console
    if session.state.mode == "read":
        console.say("")
        return
    told = verdict_text(question, given, session.asked_before)
    back = outlook.coming_back(session, given.question)
    console.say(*rendering.verdict(told._replace(back=back)))
    if session.state.mode == "cram":
        console.say(crammed(times_right(session.state)))
    console.say(*rendering.passages(table.show(question)))
    if table.judge:
        from quizapp.app.judge import consulted

        said = kept(session, console, lambda: consulted(session, given, table.judge))
        if said:
            console.say(said)
    console.say("")
    if console.terminal:
        wait(session, given, console)


def _hand_in(session: SessionRun, console: Console) -> bool:
    """Whether the exam is over: handed in. A terminal is asked; a pipe has said all that it says.

    Enter never hands in: it may be one too many.
    """
    while console.terminal:
        left_open = unanswered(session.state)
        told = f"{len(left_open)} left open" if left_open else "Every question has an answer"
        where = "to the first of them" if left_open else "back to the first"
        line = line_in_time(
            session, console, f"{told}. Enter goes {where}; type {HAND_IN} to do so:"
        )
        if line is None or colon_commands.read(line).command == "quit":
            raise Leave
        if hands_in(line):
            break
        if line.strip().casefold() in ("", "back"):
            session.turn_to(left_open[0] if left_open else session.state.plan[0].question)
            return False
        console.say(f"Nothing is handed in by “{line.strip()}”.")
    kept(session, console, session.hand_in)
    return True


def _walk(table: Table) -> None:
    """After an exam: outcome and passage of every question, in order."""
    session, console = table.session, table.console
    asked = session.asked_before
    for number, given in enumerate(review(session.state), 1):
        question = session.question_of(given.question)
        console.say("", f"[{number}/{len(review(session.state))}] {clean(question.prompt)}")
        if given.response:
            console.say(f"You: {'; '.join(given.response.splitlines())}")
        console.say(*rendering.verdict(verdict_text(question, given, asked)))
        console.say(*rendering.passages(table.show(question)))
        if console.terminal:
            wait(session, given, console)
    console.say("")
    hear_rulings(session, console)
