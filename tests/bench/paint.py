"""What the first paint costs: of home and of `study`, against a bare Textual app.

    python tests/bench/paint.py [ROUNDS] [BANK]

Each is started in a pseudo-terminal, by turns, and timed until its last line stands on the screen
(a bare app with a footer, an input and a label; home and `study` with their line of keys). The
ratios of the minima are printed with their limits: 1.20, aim 1.10. The last column is when the
banks are listed, or the question stands there.
"""

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

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
LIMIT, AIM = 1.20, 1.10


def main(rounds: int, bank: str) -> int:
    """Print the figures; 1 if one is over its limit."""
    with TemporaryDirectory() as data:
        apps = {
            "bare Textual app": (["-c", BARE], b"Hint", b"Hint"),
            "home": (["-m", "quizapp", "--data", data], b"Help", b"questions"),
            "study": (["-m", "quizapp", "study", bank, "--data", data], b"Help", b"Skip"),
        }
        first: dict[str, list[float]] = {name: [] for name in apps}
        whole: dict[str, list[float]] = {name: [] for name in apps}
        for number in range(rounds + 1):
            for name, (words, mark, last) in apps.items():
                times = timed([sys.executable, *words], mark, last, data)
                if number:
                    first[name].append(times[0])
                    whole[name].append(times[1])
    bare = min(first["bare Textual app"])
    over = 0
    for name in apps:
        ratio = min(first[name]) / bare
        over += ratio > LIMIT
        print(
            f"{name:<18} first paint, least {min(first[name]):6.0f} ms   ratio {ratio:.2f}"
            f"   filled {min(whole[name]) / bare:.2f}"
        )
    print(f"the ratios must be at most {LIMIT:.2f}, aim {AIM:.2f}")
    return int(over > 0)


def timed(command: list[str], mark: bytes, last: bytes, compiled: str) -> tuple[float, float]:
    """Milliseconds until `mark`, and until `last`, was written to the terminal.

    Bytecode is kept in the folder `compiled`: of the libraries it is there anyway.
    """
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="80", LINES="24", PYTHONPATH=str(ROOT))
        os.environ.update(as_installed(compiled))
        os.execv(command[0], command)
    seen, at_mark = b"", 0.0
    try:
        while time.perf_counter() - start < 20:
            if not select.select([terminal], [], [], 1)[0]:
                continue
            seen += os.read(terminal, 1 << 16)
            now = 1000 * (time.perf_counter() - start)
            if not at_mark and mark in seen:
                at_mark = now
            if at_mark and last in seen:
                return at_mark, now
        raise TimeoutError(f"{mark!r}, {last!r} did not come: {seen[-500:]!r}")
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


if __name__ == "__main__":
    given = sys.argv[1:]
    bank = given[1] if len(given) > 1 else str(ROOT / "tests" / "tui" / "bank")
    sys.exit(main(int(given[0]) if given else 15, bank))
