"""A conversation on plain lines: where they come from, where they go to, and for how long."""

from collections.abc import Callable
from typing import NamedTuple

from quizapp.app.wording import clock
from quizapp.plain.line_reader import LineReader
from quizapp.session.run import SessionRun
from quizapp.session.time_limit import GRACE

SLICE = 5.0
"""Seconds after which the time that is left of an exam is looked at again."""
WARNINGS = (300, 60)
"""With so many seconds left, a terminal is told."""


class Console(NamedTuple):
    """Where lines come from and go to. `terminal` is false for pipes and files: then no line is
    read for anything but an answer or a command."""

    reads: LineReader
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


class Over(Exception):
    """The time of an exam is up."""


def line_in_time(session: SessionRun, console: Console, sign: str = "") -> str | None:
    """The next line, None at the end of input. Raises Over where an exam's time is up before."""
    left = session.seconds_left
    if left is None:
        return console.hear(sign)
    if console.terminal and sign:
        console.say(sign)
    while left and not console.reads.within(min(left, SLICE)):
        before, left = left, session.seconds_left or 0.0
        for warning in WARNINGS:
            if console.terminal and left <= warning < before:
                console.say(f"{clock(left)} left.")
    if not left:
        if console.terminal:
            console.say("The time is up. Enter still sends what stands there, for five seconds.")
        if not console.reads.within(GRACE - 0.5):
            raise Over
    return console.hear()
