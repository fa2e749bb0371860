"""A pseudo-terminal with the program in it: for what only a terminal shows."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic
from types import TracebackType

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
CLEAR = "\x15"
SCREEN_OFF = b"\x1b[?1049l"
_ESCAPE = re.compile(
    r"\x1b(?:\[[0-9;?<>=$]*[a-zA-Z]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][A-Z0-9]|[=>78])"
)


class Terminal:
    """The program, started with these arguments; a context manager that ends it."""

    def __init__(
        self,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.seen = b""
        self.status: int | None = None
        given = {"TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **(environment or {})}
        # Given outright: readline, which pytest imports, puts its own COLUMNS into the process.
        kept = {n: v for n, v in os.environ.items() if n not in ("NO_COLOR", "COLUMNS", "LINES")}
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            columns, lines = size
            window = struct.pack("HHHH", lines, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, window)
            words = [sys.executable, "-m", "quizapp", *arguments]
            os.execve(sys.executable, words, {**kept, **given})

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.status is None:
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)
        os.close(self.terminal)

    @property
    def text(self) -> str:
        """All that was written so far, without what only moves or colours."""
        return _ESCAPE.sub("", self.seen.decode("utf-8", "replace"))

    def type(self, keys: str) -> None:
        """Type."""
        self.type_bytes(keys.encode())

    def type_bytes(self, keys: bytes) -> None:
        """Type bytes, which need not be UTF-8: as fast as they are read, more than fit at once."""
        os.set_blocking(self.terminal, False)
        end = monotonic() + PATIENCE
        while keys:
            with suppress(BlockingIOError):
                keys = keys[os.write(self.terminal, keys) :]
            if keys and (not self.read(0.001) or monotonic() > end):
                raise AssertionError(f"{len(keys)} bytes were not read: {self.text[-2000:]}")
        os.set_blocking(self.terminal, True)

    def send(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.child, number)

    def forget(self) -> None:
        """Look only at what is written from now on."""
        self.seen = b""

    def until(self, words: str) -> None:
        """Read until the words were written."""
        end = monotonic() + PATIENCE
        while words not in self.text:
            if not self.read() or monotonic() > end:
                raise AssertionError(f"{words!r} did not come: {self.text[-2000:]}")

    def write(self, text: str) -> None:
        """Type into an empty line until it stands there: keys do nothing before they count."""
        end = monotonic() + PATIENCE
        self.forget()
        while text not in self.text:
            if monotonic() > end:
                raise AssertionError(f"{text!r} cannot be typed: {self.text[-2000:]}")
            self.type(f"{CLEAR}{text}")
            again = monotonic() + 0.8
            while text not in self.text and monotonic() < again:
                self.read()

    def rest(self) -> None:
        """Read until nothing more is written."""
        before = -1
        while before < len(self.seen):
            before = len(self.seen)
            self.read(0.5)

    @property
    def left_behind(self) -> str:
        """What stands on the terminal after the screen has gone."""
        return _ESCAPE.sub("", self.seen.rpartition(SCREEN_OFF)[2].decode("utf-8", "replace"))

    def end(self) -> int:
        """Read until the program ends; gives its exit status."""
        end = monotonic() + PATIENCE
        while self.read():
            if monotonic() > end:
                raise AssertionError(f"the program goes on: {self.text[-2000:]}")
        _, status = os.waitpid(self.child, 0)
        self.status = os.waitstatus_to_exitcode(status)
        return self.status

    def read(self, seconds: float = 0.1) -> bool:
        """Read what is written within so long; whether the program goes on."""
        try:
            if select.select([self.terminal], [], [], seconds)[0]:
                more = os.read(self.terminal, 1 << 16)
                self.seen += more
                return bool(more)
        except OSError:
            # Linux says so when the other end has closed.
            return False
        return True
