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
    code = f"import sys, quizapp.tui.run, quizapp.tui.screens.{screen}; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert set(LATER).isdisjoint(done.stdout.split())


ASKING = """
import asyncio, sys
from pathlib import Path
from quizapp.app.launch import Launch
from quizapp.planning.request import SessionRequest
from quizapp.tui.app import QuizApp

async def main():
    bank, request = Path("tests/tui/bank"), SessionRequest(kinds=("choice",))
    app = QuizApp(Launch(Path("unused"), bank, request, "", None, False))
    async with app.run_test(size=(80, 24)) as pilot:
        while getattr(app.screen, "phase", "") != "asking":
            await pilot.pause(0.05)
    app.workspace.close()

asyncio.run(main())
print(*sys.modules)
"""


def test_a_question_is_asked_without_what_a_verdict_needs() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKING], capture_output=True, text=True, check=True, cwd=ROOT
    )
    verdict = {"textual.widgets._text_area", "rapidfuzz"}
    assert verdict.isdisjoint(done.stdout.split())


LISTING = """
import sys
from pathlib import Path
from quizapp.app.launch import Launch
from quizapp.app.overview import overview
from quizapp.app.workspace import Workspace
from quizapp.planning.request import SessionRequest

workspace = Workspace(Launch(Path(sys.argv[1]), None, SessionRequest(), ""))
assert overview(workspace).found.banks
workspace.close()
print(*sys.modules)
"""


def test_home_lists_its_banks_without_what_looking_into_them_needs(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LISTING, data], capture_output=True, text=True, check=True, cwd=ROOT
    )
    inside = {"msgspec", "quizapp.kinds", "quizapp.grading", "quizapp.session.run", "hashlib"}
    assert inside.isdisjoint(done.stdout.split())
