"""In a browser, files and programs of the machine are out of reach."""

from pathlib import Path

import pytest
from tui.driving import BANK, LARGE, answer, looked, on_page, press, ready
from tui.past import add_bank

from quizapp.app.launch import Launch
from quizapp.planning.request import SessionRequest
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.settings import SettingsSheet


def program(data: Path, bank: Path | None, served: bool) -> QuizApp:
    request = SessionRequest(questions=("range",))
    return QuizApp(Launch(data, bank, request, "ada", served=served))


@pytest.mark.parametrize("served", [True, False])
async def test_home_and_settings_ask_for_no_path(data: Path, served: bool) -> None:
    add_bank(data)
    app = program(data, None, served)
    async with app.run_test(size=LARGE) as pilot:
        await looked(pilot)
        assert app.screen.check_action("attach", ()) is not served
        app.action_settings()
        await on_page(pilot, "SettingsSheet")
        assert isinstance(app.screen, SettingsSheet)
        assert ("Banks" in [line.name for line in app.screen.rows()]) is not served


@pytest.mark.parametrize("served", [True, False])
async def test_a_summary_writes_no_file(data: Path, served: bool) -> None:
    app = program(data, BANK, served)
    async with app.run_test(size=LARGE) as pilot:
        await ready(pilot, "asking")
        await answer(pilot, "18")
        await press(pilot, ["enter"], to="SummaryScreen")
        assert app.screen.check_action("save", ("md",)) is not served
