"""A conversation on plain lines: where they come from, where they go to, and for how long."""

import os
import select
from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from quizapp.app.formatting import clock
from quizapp.session.run import SessionRun
from quizapp.session.time_limit import GRACE

SLICE = 5.0
"""Seconds after which the time that is left of an exam is looked at again."""
WARNINGS = (300, 60)
"""With so many seconds left, a terminal is told."""
LONGEST = 64 * 1024
"""A line is given up to this many characters."""
_BYTES = 4 * LONGEST


class LineReader:
    """The lines that a file descriptor gives. Bytes that are no UTF-8 come as lone surrogates.

    After a line that was longer than LONGEST, `cut` is true: the rest of it is gone.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._held = b""
        self._ended = False
        self._begun = False
        self.cut = False

    def hold(self, line: str) -> None:
        """Give this line back: it is the next."""
        self._held = line.encode("utf-8", "surrogateescape") + b"\n" + self._held

    def line(self) -> str | None:
        """The next line without its end, None after the last; waits for it."""
        while b"\n" not in self._held and not self._ended:
            self._read()
        if not self._held and self._ended:
            return None
        raw, _, self._held = self._held.partition(b"\n")
        # A lead of three bytes is how some editors mark a file as UTF-8.
        text = raw.decode("utf-8-sig" if not self._begun else "utf-8", "surrogateescape")
        self._begun = True
        text = text.removesuffix("\r")
        self.cut = len(text) > LONGEST
        return text[:LONGEST]

    def at_hand(self) -> bool:
        """Whether a line, or the end, can be had without waiting."""
        return self._within(0, unknown=False)

    def within(self, seconds: float) -> bool:
        """Wait so long at most for a line, or the end; whether it came.

        True, too, where the system cannot tell: `line` then waits.
        """
        return self._within(seconds, unknown=True)

    def _within(self, seconds: float, unknown: bool) -> bool:
        until = monotonic() + seconds
        while b"\n" not in self._held and not self._ended:
            try:
                wait = max(0.0, until - monotonic())
                if not select.select([self._descriptor], [], [], wait)[0]:
                    return False
            except (OSError, ValueError):
                return unknown
            self._read()
        return True

    def _read(self) -> None:
        piece = os.read(self._descriptor, 1 << 16)
        self._ended = not piece
        if len(self._held) > _BYTES and b"\n" not in self._held:
            # Nothing of a line as long as this is used beyond here: only its end is waited for.
            end = piece.find(b"\n")
            piece = piece[end:] if end >= 0 else b""
        self._held += piece


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
