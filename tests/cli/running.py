"""Running the real program in a child process, on a small bank of every kind."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

BANK = Path(__file__).parent / "bank"
ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "quizapp"]


def surroundings(data: Path, **more: str) -> dict[str, str]:
    """The environment of a child: the data folder, and nothing of the tester's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP_")}
    return {**kept, "PYTHONPATH": str(ROOT), "QUIZAPP_DATA": str(data), **more}


def quiz(
    data: Path, *words: str | Path, typed: str | bytes = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """What `quizapp WORDS` prints to standard output and error, given `typed`, and its status."""
    sent = typed.encode("utf-8", "surrogateescape") if isinstance(typed, str) else typed
    ended = subprocess.run(
        [*PROGRAM, *map(str, words)],
        input=sent,
        capture_output=True,
        env=surroundings(data, **more),
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(
        ended.args, ended.returncode, ended.stdout.decode(), ended.stderr.decode()
    )


def study(
    data: Path, answers: Sequence[str], *words: str, **more: str
) -> subprocess.CompletedProcess[str]:
    """A plain session on the bank, with a line for each of `answers`."""
    typed = "".join(f"{line}\n" for line in answers)
    return quiz(data, "study", BANK, "--plain", "--seed", "1", *words, typed=typed, **more)
