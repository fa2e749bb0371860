"""Sessions in a child process, as its own result has them."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from cli.program import BANK, quizapp
from cli.program import environment as surroundings

__all__ = ["BANK", "PROGRAM", "quiz", "study", "surroundings"]

PROGRAM = [sys.executable, "-m", "quizapp"]


def quiz(
    data: Path, *words: str | Path, typed: str | bytes = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """What `quizapp WORDS` prints to standard output and error, given `typed`, and its status."""
    sent = typed.encode("utf-8", "surrogateescape") if isinstance(typed, str) else typed
    done = quizapp(data, *map(str, words), typed=sent, **more)
    return subprocess.CompletedProcess(words, done.status, done.out, done.err)


def study(
    data: Path, answers: Sequence[str], *words: str, **more: str
) -> subprocess.CompletedProcess[str]:
    """A plain session on the bank, with a line for each of `answers`."""
    typed = "".join(f"{line}\n" for line in answers)
    return quiz(data, "study", BANK, "--plain", "--seed", "1", *words, typed=typed, **more)
