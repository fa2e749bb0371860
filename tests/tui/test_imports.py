"""What the first screens import: nothing that can wait until it is needed."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LATER = (
    "msgspec", "tomlkit", "rapidfuzz", "fsrs", "sqlite3", "quizapp.grading",
    "quizapp.kinds", "quizapp.bank", "quizapp.store", "quizapp.session.run",
    "textual.widgets._text_area", "textual.widgets._data_table", "textual.widgets._markdown",
)  # fmt: skip


@pytest.mark.parametrize("screen", ["home", "quiz"])
def test_the_first_paint_waits_for_nothing(screen: str) -> None:
    code = f"import sys, quizapp.tui.app, quizapp.tui.screens.{screen}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert set(LATER).isdisjoint(done.stdout.split())
