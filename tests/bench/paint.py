"""What the first paint with content costs: of home and of `study`, against a bare Textual app.

    python tests/bench/paint.py [ROUNDS] [BANK]

Each is started in a pseudo-terminal, by turns, and timed until it has something to show and keys
that count: a bare app with a footer, an input and a label; home with its banks, `study` with a
question and its box. The ratios of the minima are printed with their limits. In brackets the same
in CPU time, which a busy machine disturbs less.
"""

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from loading import as_installed

BARE = """
from textual.app import App
from textual.widgets import Footer, Input, Label

class Bare(App):
    BINDINGS = [("f1", "help", "Help"), ("f2", "hint", "Hint")]

    def compose(self):
        yield Label("BARE-APP")
        yield Input()
        yield Footer()

Bare().run()
"""
ROOT = Path(__file__).parents[2]
LIMITS = {"home": 1.15, "study": 1.30}


class Taken(NamedTuple):
    """Milliseconds on the clock, and of CPU time over all threads."""

    clock: float
    cpu: float


def main(rounds: int, bank: str) -> int:
    """Print the figures; 1 if one is over its limit."""
    with TemporaryDirectory() as data:
        apps = {
            "bare Textual app": (["-c", BARE], b"Hint"),
            "home": (["-m", "quizapp", "--data", data], b"questions"),
            "study": (["-m", "quizapp", "study", bank, "--data", data], b"Skip"),
        }
        taken: dict[str, list[Taken]] = {name: [] for name in apps}
        for number in range(rounds + 1):
            for name, (words, mark) in apps.items():
                once = timed([sys.executable, *words], mark, data)
                if number:
                    taken[name].append(once)
    least = {name: Taken(*map(min, zip(*times, strict=True))) for name, times in taken.items()}
    bare = least["bare Textual app"]
    over = 0
    for name, one in least.items():
        limit = LIMITS.get(name)
        ratio = one.clock / bare.clock
        over += limit is not None and ratio > limit
        must = f"   must be at most {limit:.2f}" if limit is not None else ""
        cpu = f"({one.cpu / bare.cpu:.2f})"
        print(f"{name:<18} least {one.clock:6.0f} ms   ratio {ratio:.2f} {cpu}{must}")
    return int(over > 0)


def timed(command: list[str], mark: bytes, compiled: str) -> Taken:
    """What it takes until `mark` was written to the terminal.

    Bytecode is kept in the folder `compiled`: of the libraries it is there anyway.
    """
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="80", LINES="24", PYTHONPATH=str(ROOT))
        os.environ.update(as_installed(compiled))
        os.execv(command[0], command)
    seen = b""
    try:
        while time.perf_counter() - start < 20:
            if not select.select([terminal], [], [], 1)[0]:
                continue
            seen += os.read(terminal, 1 << 16)
            if mark in seen:
                return Taken(1000 * (time.perf_counter() - start), cpu_time(child))
        raise TimeoutError(f"{mark!r} did not come: {seen[-500:]!r}")
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def cpu_time(process: int) -> float:
    """The milliseconds of CPU time that the process has taken; 1 where the system does not say."""
    try:
        threads = Path(f"/proc/{process}/task").iterdir()
        return sum(int((each / "schedstat").read_text().split()[0]) for each in threads) / 1e6
    except OSError:
        return 1.0


if __name__ == "__main__":
    given = sys.argv[1:]
    bank = given[1] if len(given) > 1 else str(ROOT / "tests" / "tui" / "bank")
    sys.exit(main(int(given[0]) if given else 15, bank))
