"""The program in tests: a folder of its own, no waiting for keys to settle, no blinking."""

from pathlib import Path

import pytest

from quizapp.tui import key_guard


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
