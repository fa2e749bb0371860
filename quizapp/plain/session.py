"""The quiz on plain lines: for screen readers, pipes, scripts and terminals that cannot draw."""

from contextlib import suppress
from functools import partial

from quizapp.app import colon_commands
from quizapp.app.formatting import clock, on_one_line
from quizapp.app.presenter import SessionPresenter
from quizapp.plain import rendering
from quizapp.plain.commands import HAND_IN, do, hands_in, read_answer, read_certainty, wait
from quizapp.plain.console import Console, Leave, Over, line_in_time
from quizapp.session.state import review, unanswered
from quizapp.text import clean


def run(one: SessionPresenter, console: Console, judge: str = "") -> None:
    """Ask, hear, grade and tell until the session is over or the learner leaves.

    `judge` is the command to ask where the grader is not sure, "" for none. The caller prints the
    score.
    """
    session = one.session
    for gone in session.missing:
        console.say(f"The question {gone} is not in the bank any more; it is left out.")
    if console.terminal:
        console.say(f"{session.bank.title}. Type :help for the commands.", "")
    with suppress(Leave):
        while one.phase != "over":
            try:
                _step(one, console, judge)
            except Over:
                do(one, console, lambda: one.time_up(""))
        if one.late:
            console.say("The time is up: the exam is handed in as it stood.")
        if one.exam:
            _walk(one, console)
        if not console.terminal:
            wait(one, console)


def _step(one: SessionPresenter, console: Console, judge: str) -> None:
    """What is shown now, and what is typed then. Raises Leave, and Over."""
    match one.phase:
        case "asking":
            _ask(one, console)
        case "sure":
            _sure(one, console)
        case "told":
            _tell(one, console, judge)
            wait(one, console)
            do(one, console, one.go_on)
        case "reading":
            console.say(*rendering.passages(one.passages, heading=False), "")
            wait(one, console)
            do(one, console, one.go_on)
        case "handing in":
            _hand_in(one, console)


def _ask(one: SessionPresenter, console: Console) -> None:
    """One asking of the question in turn: until it is answered, put off or changed by a command."""
    session, turn, shown = one.session, one.session.turn, one.shows
    assert turn is not None
    question, offer = session.question, session.offer
    console.say(*rendering.asking(question, offer, turn))
    if (left := session.seconds_left) is not None:
        console.say(f"Time left: {clock(left)}")
    if console.terminal and (way := question.how_to_answer()):
        console.say(way)
    draft = one.answer.drafts.get(turn.question) if console.terminal else ""
    if draft:
        console.say(f"You had typed: {'; '.join(draft.splitlines())}", "Enter sends it as it is.")
    held = session.previous if one.exam and not draft else None
    stands = held is not None and console.terminal
    if held is not None:
        console.say(f"Your answer so far: {on_one_line(held.response)}")
    if stands:
        console.say("Enter leaves it so.")
    while one.shows == shown:
        response = read_answer(one, console) or draft
        if one.shows != shown:
            return
        draft = ""
        if one.exam and console.terminal and hands_in(response):
            while session.turn is not None:
                session.forward()
            do(one, console, one.ask)
            return
        if one.exam and not response.strip() and not stands:
            console.say("Left open.")
        answer = question.read(offer, response) if response.strip() else ""
        do(one, console, partial(one.send, answer))


def _sure(one: SessionPresenter, console: Console) -> None:
    """Ask for the certainty; whatever ends that, what was sent before is kept without it."""
    certainty = None
    try:
        certainty = read_certainty(one.session, console)
    finally:
        do(one, console, partial(one.state_certainty, certainty))


def _tell(one: SessionPresenter, console: Console, judge: str = "") -> None:
    """The verdict and what settles it."""
    assert one.said is not None
    console.say(*rendering.verdict(one.said))
    if one.notice:
        console.say(one.notice)
    console.say(*rendering.passages(one.passages))
    if judge and one.given is not None:
        from quizapp.app.judge import ask, to_be_asked

        about = to_be_asked(one.session, one.given)
        if about is not None:
            do(one, console, partial(one.judged, one.given.id, ask(judge, about)))
    console.say("")


def _hand_in(one: SessionPresenter, console: Console) -> None:
    """Whether the exam is to be handed in. A pipe has said all that it says.

    Enter never hands in: it may be one too many.
    """
    if not console.terminal:
        wait(one, console)
        do(one, console, one.hand_in)
        return
    left_open = unanswered(one.session.state)
    told = f"{len(left_open)} left open" if left_open else "Every question has an answer"
    where = "to the first of them" if left_open else "back to the first"
    line = line_in_time(
        one.session, console, f"{told}. Enter goes {where}; type {HAND_IN} to do so:"
    )
    if line is None or colon_commands.read(line).command == "quit":
        raise Leave
    if hands_in(line):
        do(one, console, one.hand_in)
    elif line.strip().casefold() in ("", "back"):
        do(one, console, one.to_first_open)
    else:
        console.say(f"Nothing is handed in by “{line.strip()}”.")


def _walk(one: SessionPresenter, console: Console) -> None:
    """After an exam: outcome and passage of every question, in order."""
    found = review(one.session.state)
    for number, given in enumerate(found, 1):
        one.look_at(given)
        prompt = one.session.question_of(given.question).prompt
        console.say("", f"[{number}/{len(found)}] {clean(prompt)}")
        if given.response:
            console.say(f"You: {'; '.join(given.response.splitlines())}")
        _tell(one, console)
        if console.terminal:
            wait(one, console)
