"""While another program holds the store, the screen says what it waits for."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Timer
from time import monotonic

import pytest
from tui.driving import BANK, PATIENCE, SMALL, looked, on_page, program, shown, strike, until

from quizapp.app.launch import Launch
from quizapp.app.workspace import LONGEST, Workspace
from quizapp.bank.model import Bank
from quizapp.planning.request import SessionRequest
from quizapp.store import FILE
from quizapp.store.sqlite import open_store

WAITS = "Waiting for another program, which holds the store"


@contextmanager
def held(data: Path) -> Iterator[sqlite3.Connection]:
    """The store, held by another program until it is rolled back."""
    open_store(data / FILE).close()
    with closing(sqlite3.connect(data / FILE, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other


@pytest.mark.parametrize("bank", [None, BANK], ids=["home", "quiz"])
async def test_it_says_so_soon_and_goes_on_once_it_is_let_go(data: Path, bank: Path | None) -> None:
    app = program(data, bank=bank)
    with held(data) as other:
        async with app.run_test(size=SMALL) as pilot:
            begun = monotonic()
            await until(pilot, lambda: WAITS in shown(app))
            assert monotonic() - begun < LONGEST / 2
            other.execute("ROLLBACK")
            await until(pilot, lambda: WAITS not in shown(app))
            await looked(pilot)
            assert app.workspace.trouble == ""
            assert "not kept" not in shown(app)


async def test_after_the_wait_it_says_that_nothing_is_kept(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.app.workspace.LONGEST", 1.0)
    app = program(data, bank=None)
    with held(data):
        async with app.run_test(size=SMALL) as pilot:
            await until(pilot, lambda: WAITS in shown(app))
            await looked(pilot)
            assert "held by another program" in app.workspace.trouble
            assert WAITS not in shown(app)


async def test_escape_at_home_goes_on_without_the_store(data: Path) -> None:
    app = program(data, bank=None)
    with held(data):
        async with app.run_test(size=SMALL) as pilot:
            await until(pilot, lambda: f"{WAITS} … Esc goes on without it." in shown(app))
            await strike(pilot, "escape")
            await looked(pilot)
            assert WAITS not in shown(app)
            assert "You are studying without keeping scores." in shown(app)


async def test_a_bank_that_takes_long_to_read_can_be_left(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end, read = Event(), Workspace.bank

    def slowly(workspace: Workspace, path: Path) -> Bank:
        assert may_end.wait(PATIENCE)
        return read(workspace, path)

    monkeypatch.setattr(Workspace, "bank", slowly)
    app = program(data)
    try:
        async with app.run_test(size=SMALL) as pilot:
            await until(pilot, lambda: "Reading the bank … Esc leads to the home" in shown(app))
            await strike(pilot, "escape")
            await on_page(pilot, "HomeScreen")
            may_end.set()
            await looked(pilot)
    finally:
        may_end.set()


def test_a_command_says_what_it_waits_for_and_can_be_stopped(data: Path) -> None:
    said: list[str] = []
    workspace = Workspace(Launch(data, None, SessionRequest(), ""), said.append)
    with held(data):
        timer = Timer(0.8, workspace.stop_waiting)
        timer.start()
        begun = monotonic()
        assert workspace.store is None
        assert monotonic() - begun < 5
        timer.join()
    assert said == [f"{WAITS} …"]
    assert "held by another program" in workspace.trouble


def test_once_open_the_store_waits_for_other_writers_as_long_as_ever(data: Path) -> None:
    workspace = Workspace(Launch(data, None, SessionRequest(), ""))
    store = workspace.store
    assert store is not None
    assert store.read("PRAGMA busy_timeout", {}) == [(10_000,)]
    workspace.close()
