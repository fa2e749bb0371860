"""Running the real program from a test, as a child process."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

BANK = Path(__file__).parent / "bank"
ROOT = Path(__file__).resolve().parents[2]


class Done(NamedTuple):
    """How a run ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def environment(data: Path, **more: str) -> dict[str, str]:
    """The environment of a child: everything kept in `data`, nothing of the developer's own."""
    ours = {key: value for key, value in os.environ.items() if not key.startswith("QUIZAPP_")}
    return {**ours, "QUIZAPP_DATA": str(data), "PYTHONPATH": str(ROOT), **more}


def quizapp(
    data: Path, *words: str, typed: str | bytes = "", folder: Path | None = None, **more: str
) -> Done:
    """Run `quizapp` with these words, `typed` on its standard input, and no terminal."""
    raw = typed.encode() if isinstance(typed, str) else typed
    done = subprocess.run(
        [sys.executable, "-m", "quizapp", *words],
        input=raw,
        capture_output=True,
        cwd=folder or data.parent,
        env=environment(data, **more),
        check=False,
        timeout=60,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def study(data: Path, *words: str, typed: str | bytes = "", **more: str) -> Done:
    """A session on the tests' bank on plain lines."""
    return quizapp(data, "study", str(BANK), "--plain", *words, typed=typed, **more)
