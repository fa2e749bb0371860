"""The quiz on plain lines: for screen readers, pipes, scripts and terminals that cannot draw."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TextIO, TypeVar

from quizapp import lines, typed
from quizapp.store.errors import NotKept

if TYPE_CHECKING:
    from quizapp.bank.passage import Shown
    from quizapp.kinds.base import Question
    from quizapp.session.sitting import Sitting
    from quizapp.session.state import Given, Ruling

Done = TypeVar("Done")

LONGEST = 64 * 1024
"""A response is kept as given up to this many characters; a longer one is refused."""

RULINGS: dict[str, Ruling] = {"right": "right", "wrong": "wrong", "void": "void"}


class Talk(NamedTuple):
    """Where lines come from and go to. `terminal` is false for pipes and files: then no line is
    read for anything but an answer or a command."""

    reads: TextIO
    prints: Callable[[str], None]
    terminal: bool

    def say(self, *told: str) -> None:
        """Print lines."""
        for line in told:
            self.prints(line)

    def hear(self, sign: str = "") -> str | None:
        """The next line without its end, None at the end of input; too long a line is refused."""
        while True:
            if self.terminal and sign:
                self.say(sign)
            line = self.reads.readline(LONGEST + 2)
            if not line:
                return None
            if line.endswith("\n") or len(line) <= LONGEST:
                return line.rstrip("\r\n")
            while line and not line.endswith("\n"):
                line = self.reads.readline(LONGEST)
            self.say("That is longer than 64 KiB: too long for an answer. Type a shorter one.")


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
            if sitting.session.mode != "exam" or _hand_in(sitting, talk):
                break
    except Leave:
        return
    if sitting.session.mode == "exam":
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
    while True:
        response = _response(sitting, question, talk)
        if response is None:
            if sitting.turn != turn or sitting.session.finished:
                return
            continue
        seconds = time.monotonic() - began
        given = _kept(sitting, talk, partial(_answer, sitting, response, seconds))
        if sitting.session.mode != "exam":
            _tell(sitting, question, given, show, talk)
        return


def _answer(sitting: Sitting, response: str, seconds: float) -> Given:
    if not response.strip():
        return sitting.give_up(seconds)
    return sitting.answer(sitting.question.read(sitting.offer, response), seconds)


def _response(sitting: Sitting, question: Question, talk: Talk) -> str | None:
    """What was typed for an answer ("" for "I don't know"), or None where it was a command."""
    typed_lines: list[str] = []
    while True:
        line = talk.hear("" if typed_lines else "Answer:")
        if line is None:
            if typed_lines:
                return "\n".join(typed_lines)
            raise Leave
        meant = typed.read(line)
        if meant.unknown is not None:
            talk.say(typed.refusal(meant.unknown))
            return None
        if meant.command is not None:
            _command(sitting, meant.command, talk)
            return None
        answer = meant.answer or ""
        if not question.lines:
            return answer if answer.strip() or _sure(talk) else None
        if not answer.strip():
            return "\n".join(typed_lines) if typed_lines or _sure(talk) else None
        typed_lines.append(answer)


def _sure(talk: Talk) -> bool:
    """Whether an empty line means "I don't know": asked once on a terminal."""
    if not talk.terminal:
        return True
    talk.say("Nothing typed. Enter once more means “I don't know”; or type an answer.")
    line = talk.hear()
    if line is None:
        raise Leave
    if line.strip():
        talk.say("Type the answer again, please.")
    return not line.strip()


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
            _kept(sitting, talk, sitting.skip)
            talk.say("Put off to the end." if sitting.turn else "Passed over.")
        elif name == "undo":
            talk.say(_kept(sitting, talk, sitting.undo))
        else:
            _rule(sitting, RULINGS[name], talk)
    except Refused as refused:
        talk.say(str(refused))


def _rule(sitting: Sitting, ruling: Ruling, talk: Talk) -> None:
    given = _kept(sitting, talk, lambda: sitting.rule(ruling))
    prompt = sitting.question_of(given.question).prompt
    if ruling == "void":
        talk.say(f"Not counted: your last answer, to “{prompt}”. :undo takes this back.")
    else:
        talk.say(f"Counted as {ruling}: your last answer, to “{prompt}”. :undo takes this back.")


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
    talk.say(*lines.verdict(question, given, _asked_before(sitting)))
    talk.say(*lines.passages(show(question)), "")
    while talk.terminal:
        line = talk.hear("Enter goes on (:right, :wrong, :void rule on your answer):")
        if line is None:
            raise Leave
        meant = typed.read(line)
        if meant.command is not None and meant.command not in ("hint", "skip", "repeat"):
            _command(sitting, meant.command, talk)
        elif meant.unknown is not None:
            talk.say(typed.refusal(meant.unknown))
        elif meant.answer is not None and meant.answer.strip():
            talk.say("That question is answered; Enter goes on to the next.")
        else:
            return


def _asked_before(sitting: Sitting) -> frozenset[str]:
    asked = dict.fromkeys(given.question for given in sitting.session.given)
    return lines.named_before([sitting.question_of(name) for name in asked])


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
    asked = _asked_before(sitting)
    for number, given in enumerate(sitting.review, 1):
        question = sitting.question_of(given.question)
        talk.say("", f"[{number}/{len(sitting.review)}] {question.prompt}")
        if given.response:
            talk.say(f"You: {'; '.join(given.response.splitlines())}")
        talk.say(*lines.verdict(question, given, asked))
        talk.say(*lines.passages(show(question)))
    talk.say("")
