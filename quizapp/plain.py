"""The quiz on plain lines: for screen readers, pipes, scripts and terminals that cannot draw."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from quizapp import lines, typed
from quizapp.store.errors import NotKept
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.bank.passage import Shown
    from quizapp.incoming import Incoming
    from quizapp.kinds.base import Question
    from quizapp.session.sitting import Sitting
    from quizapp.session.state import Given, Ruling

Done = TypeVar("Done")

RULINGS: dict[str, Ruling] = {"right": "right", "wrong": "wrong", "void": "void"}


class Talk(NamedTuple):
    """Where lines come from and go to. `terminal` is false for pipes and files: then no line is
    read for anything but an answer or a command."""

    reads: Incoming
    prints: Callable[[str], None]
    terminal: bool

    def say(self, *told: str) -> None:
        """Print lines."""
        for line in told:
            self.prints(line)

    def hear(self, sign: str = "") -> str | None:
        """The next line without its end, None at the end of input."""
        if self.terminal and sign:
            self.say(sign)
        line = self.reads.line()
        if self.reads.cut:
            self.say("That line is longer than 64 KiB; what is beyond was left out.")
        return line


class Leave(Exception):
    """The learner leaves, or the input has ended."""


def run(sitting: Sitting, show: Callable[[Question], Sequence[Shown]], talk: Talk) -> None:
    """Ask, hear, grade and tell until the session is over or the learner leaves.

    `show` gives the passages that support a question. The caller prints the score.
    """
    for gone in sitting.dropped:
        talk.say(f"The question {gone.question} is not in the bank any more; it is left out.")
    if talk.terminal:
        talk.say(f"{sitting.bank.title}. Type :help for the commands.", "")
    try:
        while True:
            while sitting.turn is not None:
                _ask(sitting, show, talk)
                _hear_rulings(sitting, talk)
            if sitting.session.mode != "exam" or _hand_in(sitting, talk):
                break
    except Leave:
        return
    if sitting.session.mode == "exam":
        with suppress(Leave):
            _walk(sitting, show, talk)


def _ask(sitting: Sitting, show: Callable[[Question], Sequence[Shown]], talk: Talk) -> None:
    """One asking of the question in turn: until it is answered, put off or changed by a command."""
    turn = sitting.turn
    assert turn is not None
    question = sitting.question
    talk.say(*lines.asking(question, sitting.offer, turn))
    if talk.terminal and (way := lines.how(question)):
        talk.say(way)
    if (held := sitting.previous) is not None and sitting.session.mode == "exam":
        talk.say(f"Your answer so far: {held.response}")
    began = time.monotonic()
    response = _response(sitting, question, talk)
    if response is None:
        return
    given = _kept(sitting, talk, partial(_answer, sitting, response, time.monotonic() - began))
    if sitting.session.mode != "exam":
        _tell(sitting, question, given, show, talk)


def _answer(sitting: Sitting, response: str, seconds: float) -> Given:
    if not response.strip():
        return sitting.give_up(seconds)
    return sitting.answer(sitting.question.read(sitting.offer, response), seconds)


def _response(sitting: Sitting, question: Question, talk: Talk) -> str | None:
    """What was typed for an answer ("" for "I don't know"); None where a command moved on."""
    turn, sure = sitting.turn, not talk.terminal
    lines_typed: list[str] = []
    while True:
        line = talk.hear("Answer:" if not lines_typed else "")
        if line is None:
            if lines_typed:
                return "\n".join(lines_typed)
            raise Leave
        meant = typed.read(line)
        if meant.unknown is not None:
            talk.say(typed.refusal(meant.unknown))
        elif meant.command is not None:
            _command(sitting, meant.command, talk)
            if sitting.turn != turn:
                return None
        elif meant.answer is not None and meant.answer.strip():
            if not question.lines:
                return meant.answer
            lines_typed.append(meant.answer)
        elif lines_typed or sure:
            return "\n".join(lines_typed)
        else:
            sure = True
            talk.say("Nothing typed. Enter once more means “I don't know”; or type an answer.")


def _hear_rulings(sitting: Sitting, talk: Talk) -> None:
    """After the last answer from a pipe: the commands that follow it there already."""
    while not talk.terminal and sitting.turn is None and talk.reads.at_hand():
        line = talk.hear()
        meant = typed.read(line) if line is not None else None
        if meant is None or (meant.command is None and meant.unknown is None):
            return
        if meant.command is not None:
            _command(sitting, meant.command, talk)
        elif meant.unknown is not None:
            talk.say(typed.refusal(meant.unknown))


def _command(sitting: Sitting, name: str, talk: Talk) -> None:
    """Do one of the commands; what cannot be done now is said."""
    from quizapp.session.sitting import Refused

    try:
        if name == "quit":
            raise Leave
        if name == "help":
            talk.say(*lines.help_lines())
        elif name == "repeat":
            if sitting.turn is not None:
                talk.say(*lines.asking(sitting.question, sitting.offer, sitting.turn))
        elif name == "hint":
            talk.say(f"Hint (half credit): {_kept(sitting, talk, sitting.hint)}")
        elif name == "skip":
            talk.say(_skipped(sitting, talk))
        elif name == "undo":
            talk.say(_kept(sitting, talk, sitting.undo))
        else:
            _rule(sitting, RULINGS[name], talk)
    except Refused as refused:
        talk.say(str(refused))


def _skipped(sitting: Sitting, talk: Talk) -> str:
    """Skip the question, and say what has become of it."""
    if sitting.session.mode == "exam":
        sitting.skip()
        return "Left without an answer."
    question, skips = sitting.question, sitting.session.skips
    _kept(sitting, talk, sitting.skip)
    return "Passed over." if question.id in skips else "Put off to the end."


def _rule(sitting: Sitting, ruling: Ruling, talk: Talk, response: str | None = None) -> None:
    """Rule the response with this id, or the last one."""
    given = _kept(sitting, talk, lambda: sitting.rule(ruling, response))
    counts = "Not counted" if ruling == "void" else f"Counted as {ruling}"
    which = "your last answer, to" if response is None else "your answer to"
    prompt = clean(sitting.question_of(given.question).prompt)
    talk.say(f"{counts}: {which} “{prompt}”. :undo takes this back.")


def _kept(sitting: Sitting, talk: Talk, do: Callable[[], Done]) -> Done:
    """Do what must be kept; where it cannot be, say so, and go on as the learner wishes."""
    while True:
        try:
            return do()
        except NotKept as error:
            talk.say(f"NOT KEPT: {error}")
            if talk.terminal:
                line = talk.hear("Enter tries again; type go to go on without keeping scores:")
                if line is not None and line.strip().casefold() != "go":
                    continue
            talk.say("From here on nothing is kept.")
            sitting.keep_nothing()


def _tell(
    sitting: Sitting,
    question: Question,
    given: Given,
    show: Callable[[Question], Sequence[Shown]],
    talk: Talk,
) -> None:
    """The verdict and what settles it; on a terminal then wait for Enter, hearing commands."""
    talk.say(*lines.verdict(question, given, sitting.asked_before))
    talk.say(*lines.passages(show(question)), "")
    if talk.terminal:
        _wait(sitting, given, talk)


def _wait(sitting: Sitting, given: Given, talk: Talk) -> None:
    """Wait for Enter, hearing commands; rulings are on the response `given`."""
    while True:
        line = talk.hear("Enter goes on (:right, :wrong, :void rule on your answer):")
        if line is None:
            raise Leave
        meant = typed.read(line)
        if meant.command in RULINGS and given.id:
            _rule(sitting, RULINGS[meant.command], talk, given.id)
        elif meant.command in ("quit", "help", "undo"):
            _command(sitting, meant.command, talk)
        elif meant.unknown is not None:
            talk.say(typed.refusal(meant.unknown))
        elif meant.command is not None or (meant.answer or "").strip():
            talk.say("That question is answered; Enter goes on to the next.")
        else:
            return


def _hand_in(sitting: Sitting, talk: Talk) -> bool:
    """Whether the exam is over. On a terminal unanswered questions may be gone back to first."""
    unanswered = sitting.unanswered
    if talk.terminal and unanswered:
        line = talk.hear(
            f"{len(unanswered)} without an answer. Enter hands in; type back to return to them:"
        )
        if line is None:
            raise Leave
        if line.strip().casefold() == "back":
            first = unanswered[0]
            while sitting.turn is None or sitting.turn.question != first:
                sitting.back()
            return False
    _kept(sitting, talk, sitting.hand_in)
    return True


def _walk(sitting: Sitting, show: Callable[[Question], Sequence[Shown]], talk: Talk) -> None:
    """After an exam: outcome and passage of every question, in order."""
    asked = sitting.asked_before
    for number, given in enumerate(sitting.review, 1):
        question = sitting.question_of(given.question)
        talk.say("", f"[{number}/{len(sitting.review)}] {clean(question.prompt)}")
        if given.response:
            talk.say(f"You: {'; '.join(given.response.splitlines())}")
        talk.say(*lines.verdict(question, given, asked))
        talk.say(*lines.passages(show(question)))
        if talk.terminal:
            _wait(sitting, given, talk)
    talk.say("")
    _hear_rulings(sitting, talk)
