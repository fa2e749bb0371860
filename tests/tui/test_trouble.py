"""When nothing can be kept: the answer stays, it says what to do, and there are two ways on."""

from pathlib import Path

import pytest
from textual.widgets import Input
from tui.driving import answer, press, shown, studying

from quizapp.store.errors import StoreError
from quizapp.store.sqlite import Store


class Disk:
    """A disk that is full as long as one says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        add = Store.add

        def adding(store: Store, *rows: object) -> None:
            if self.full:
                raise StoreError("The disk is full. Make room.")
            add(store, *rows)  # type: ignore[arg-type]

        monkeypatch.setattr(Store, "add", adding)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """The disk."""
    return Disk(monkeypatch)


async def test_the_answer_stays_and_enter_tries_again(data: Path, disk: Disk) -> None:
    async with studying(data, "text") as (app, pilot):
        disk.full = True
        await press(pilot, [*"granite", "enter"])
        assert "The disk is full. Make room." in shown(app)
        assert "F5 goes on without keeping" in shown(app).replace("\n   ", " ")
        assert app.screen.query_one(Input).value == "granite"
        disk.full = False
        await press(pilot, ["enter"], "told")
        assert "✓ Correct" in shown(app)
        assert "not kept" not in shown(app)


async def test_going_on_without_keeping_is_said_in_plain_sight(data: Path, disk: Disk) -> None:
    async with studying(data, "text") as (app, pilot):
        disk.full = True
        await press(pilot, [*"granite", "enter"])
        await press(pilot, ["f5"], "told")
        assert "✓ Correct" in shown(app)
        assert "not kept" in shown(app)


async def test_a_ruling_that_cannot_be_kept_changes_nothing(data: Path, disk: Disk) -> None:
    async with studying(data, "text") as (app, pilot):
        await answer(pilot, "sandstone")
        disk.full = True
        await press(pilot, ["r", "r"])
        assert "The disk is full" in shown(app)
        assert "✗ Wrong" in shown(app)
        disk.full = False
        await press(pilot, ["r"])
        assert "Counted as right" in shown(app)


async def test_leaving_while_nothing_can_be_kept_is_no_trouble(data: Path, disk: Disk) -> None:
    async with studying(data, "text") as (app, pilot):
        await answer(pilot, "granite")
        disk.full = True
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert app.last_words.startswith("Score: 1 of 1 (100 %): 1 right. To go on: quizapp study")
