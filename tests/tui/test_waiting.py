"""While another program holds the store, the screen says what it waits for."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic

import pytest
from tui.driving import BANK, SMALL, looked, program, shown, until

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
async def test_it_says_so_within_a_second_and_goes_on_once_it_is_let_go(
    data: Path, bank: Path | None
) -> None:
    app = program(data, bank=bank)
    with held(data) as other:
        async with app.run_test(size=SMALL) as pilot:
            begun = monotonic()
            await until(pilot, lambda: WAITS in shown(app))
            assert monotonic() - begun < 1
            other.execute("ROLLBACK")
            await until(pilot, lambda: WAITS not in shown(app))
            await looked(pilot)
            assert app.workspace.trouble == ""
            assert "not kept" not in shown(app)


async def test_after_the_wait_it_says_that_nothing_is_kept(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "quizapp.store.sqlite.open_store.__kwdefaults__", {"write": True, "wait": 0.5}
    )
    app = program(data, bank=None)
    with held(data):
        async with app.run_test(size=SMALL) as pilot:
            await until(pilot, lambda: WAITS in shown(app))
            await looked(pilot)
            assert "held by another program" in app.workspace.trouble
            assert WAITS not in shown(app)
