"""The program in tests: a folder of its own, no waiting for keys to settle, no blinking."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from quizapp.tui import key_guard
from quizapp.tui.app import QuizApp


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys count as soon as something was painted; tests of just that set it back."""
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(key_guard, "SETTLES", 0.0)


@pytest.fixture(autouse=True)
def no_bank_but_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Home finds the banks that a test puts before it: those that ship take long to look into."""
    monkeypatch.setattr("quizapp.bank.find.shipped", lambda: tmp_path / "none")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with nothing in it."""
    return tmp_path / "data"


@pytest.fixture(autouse=True)
def closes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that a test has left closes what it opened, as one that ends does."""
    run_test = QuizApp.run_test

    @asynccontextmanager
    async def run_and_close(app: QuizApp, **how: Any) -> AsyncIterator[Pilot[None]]:
        try:
            async with run_test(app, **how) as pilot:
                yield pilot
        finally:
            app.workspace.close()

    monkeypatch.setattr(QuizApp, "run_test", run_and_close)
