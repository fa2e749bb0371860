"""How long a key takes to show: typed with 10,000 questions, and scrolling a long passage.

    python tests/bench/echo.py [KEYS]

In pseudo-terminals, by turns, each key is sent once the screen is still, and timed until the
terminal is written to. The 99th percentile while typing, and the longest while scrolling a passage
of 2,000 lines, must be at most 50 ms, or not much more than a bare Textual app takes on a machine
that is busy.
"""

import os
import pty
import select
import signal
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from loading import as_installed, bank
from paint import BARE, ROOT

LIMIT, BESIDE_BARE = 50.0, 1.5
"""Milliseconds; or so many times what the bare app takes."""
QUESTIONS, LINES = 10_000, 2_000
STILL = 0.12
"""Seconds without output after which the screen is still."""
LONG = """
format = 1
[bank]
id = "long"
title = "A long text"
[[passage]]
id = "p"
text = '''
{text}
'''
[[question]]
id = "q"
kind = "text"
prompt = "What is written down?"
answers = ["the height of the water"]
support = [{{ passage = "p", evidence = ["line 1 of the book in which"] }}]
"""


def main(keys: int) -> int:
    """Print the figures; 1 if one is over its limit."""
    with TemporaryDirectory() as folder, ExitStack() as open_ones:
        large, long = Path(folder, "large.toml"), Path(folder, "long.toml")
        large.write_text(bank(QUESTIONS), encoding="utf-8")
        line = "This is line {} of the book in which somebody writes the water down."
        text = "\n\n".join(map(line.format, range(1, LINES // 2 + 1)))
        long.write_text(LONG.format(text=text), encoding="utf-8")
        study = ["-m", "quizapp", "study", "--data", folder]
        bare = open_ones.enter_context(terminal(["-c", BARE], folder))
        wait_for(bare, b"Hint")
        typing = open_ones.enter_context(terminal([*study, str(large)], folder))
        wait_for(typing, b"Skip")
        reading = open_ones.enter_context(terminal([*study, str(long), "--mode", "read"], folder))
        wait_for(reading, b"Skip")
        time.sleep(1)  # Keys count once what is there was painted, and a moment more.
        os.write(reading, b"height\r")
        wait_for(reading, b"scrolls")
        usual, typed, scrolled = [], [], []
        for number in range(keys):
            letter = b"abcdefgh"[number % 8 : number % 8 + 1] if number % 16 < 8 else b"\x7f"
            usual.append(echo(bare, letter))
            typed.append(echo(typing, letter))
            scrolled.append(echo(reading, b"\x1b[B" if number % 4 else b"\x1b[6~"))
    over = 0
    for name, times, figure, against in (
        (f"typing, {QUESTIONS} questions", typed, hundredth(typed), hundredth(usual)),
        (f"scrolling, {LINES} lines", scrolled, max(scrolled), max(usual)),
    ):
        over += figure > max(LIMIT, BESIDE_BARE * against)
        print(
            f"{name:<24} median {statistics.median(times):5.1f} ms   99th {hundredth(times):5.1f}"
            f"   most {max(times):5.1f}   (a bare app {against:.1f})"
        )
    print(f"must be at most {LIMIT:.0f} ms: the 99th percentile typing, the most scrolling")
    return int(over > 0)


def hundredth(times: list[float]) -> float:
    """The 99th percentile."""
    return sorted(times)[int(len(times) * 0.99)]


@contextmanager
def terminal(words: list[str], compiled: str) -> Iterator[int]:
    """A program of this interpreter in a terminal of its own."""
    child, screen = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="80", LINES="24", PYTHONPATH=str(ROOT))
        os.environ.update(as_installed(compiled))
        os.execv(sys.executable, [sys.executable, *words])
    try:
        yield screen
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(screen)


def wait_for(screen: int, mark: bytes) -> None:
    """Wait until this was written to the terminal."""
    seen, end = b"", time.monotonic() + 60
    while mark not in seen:
        if time.monotonic() > end:
            raise TimeoutError(f"{mark!r} did not come: {seen[-500:]!r}")
        if select.select([screen], [], [], 1)[0]:
            seen += os.read(screen, 1 << 16)


def echo(screen: int, key: bytes) -> float:
    """Milliseconds from the key until something is written for it."""
    while select.select([screen], [], [], STILL)[0]:
        os.read(screen, 1 << 16)
    start = time.perf_counter()
    os.write(screen, key)
    if not select.select([screen], [], [], 5)[0]:
        raise TimeoutError(f"nothing was written for {key!r}")
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
