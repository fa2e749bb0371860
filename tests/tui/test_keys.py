"""Every key in the footer works where it stands: each is pressed on each screen, and does something
that shows, or leads away."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot
from tui.driving import (
    SIZES,
    SMALL,
    answer,
    at_home,
    looked,
    on_page,
    press,
    program,
    ready,
    shown,
    strike,
    studying,
    until,
)
from tui.past import add_bank, studied

from quizapp.planning.request import SessionRequest
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.widgets.key_bar import live_keys

TWO = SessionRequest(seed=1, kinds=("text", "number"))


class Way(NamedTuple):
    """How to get to a screen: what the program starts with, and the keys that lead on from there,
    each with the class of the screen that it leads to."""

    request: SessionRequest | None
    steps: Sequence[tuple[Sequence[str], str]]
    stop: str = ""
    """The phase of the session at which to stop, "" for none."""


WAYS = {
    "home": Way(None, ()),
    "sections": Way(None, [(["right"], "HomeScreen")]),
    "progress": Way(None, [(["p"], "ProgressScreen")]),
    "questions": Way(None, [(["p"], "ProgressScreen"), (["enter"], "QuestionsScreen")]),
    "browse": Way(None, [(["v"], "BrowseScreen")]),
    "passage": Way(None, [(["v"], "BrowseScreen"), (["down", "enter"], "QuestionsScreen")]),
    "find": Way(None, [(["/", *"stone"], "FindScreen")]),
    "past sessions": Way(None, [(["s"], "HistoryScreen")]),
    "responses": Way(None, [(["s"], "HistoryScreen"), (["enter"], "ResponsesScreen")]),
    "review": Way(
        None,
        [(["s"], "HistoryScreen"), (["enter"], "ResponsesScreen"), (["enter"], "ReviewScreen")],
    ),
    "question": Way(TWO, [], "asking"),
    "verdict": Way(TWO, [], "told"),
    "certainty": Way(TWO._replace(certainty=True), [], "sure"),
    "summary": Way(TWO, [(["enter"], "SummaryScreen")]),
}


async def there(pilot: Pilot[None], way: Way) -> None:
    """Go to the screen; before a summary two questions are answered, one of them wrongly."""
    await looked(pilot)
    if way.request is not None:
        while isinstance(pilot.app.screen, QuizScreen):
            await ready(pilot, "asking")
            if way.stop == "asking":
                return
            number = pilot.app.screen.session.question.id == "range"
            await press(pilot, "18" if number else "sandstone")
            await press(pilot, ["enter"], way.stop or "told")
            if way.stop:
                return
            await press(pilot, ["enter"])
            await looked(pilot)
        return
    for keys, name in way.steps:
        await press(pilot, keys)
        await on_page(pilot, name)
        await looked(pilot)


def told(pilot: Pilot[None]) -> tuple[object, ...]:
    """All by which it shows that a key did something."""
    app = pilot.app
    return (
        type(app.screen).__name__, len(app.screen_stack), shown(app), app.theme, app.return_code,
        app.focused, len(app._notifications), app._exit,
    )  # fmt: skip


WALKED = [pytest.param(name, marks=[] if name == "find" else [pytest.mark.slow]) for name in WAYS]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", WALKED)
async def test_each_key_that_a_footer_shows_does_something(
    data: Path, name: str, size: tuple[int, int]
) -> None:
    studied(data, 3, stone="sandstone", range="18")
    way = WAYS[name]
    bank = data / "banks" / "lighthouse" if way.request is not None else None
    tried: set[str] = set()
    left = True
    while left:
        app = program(data, bank=bank, request=way.request)
        async with app.run_test(size=size, notifications=True) as pilot:
            await there(pilot, way)
            screen = app.screen
            while app.screen is screen and not app._exit:
                live = [each.key for each in live_keys(screen) if each.key != "f1"]
                key = next((each for each in live if each not in tried), "")
                if not key:
                    left = False
                    break
                tried.add(key)
                before, depth = told(pilot), len(app.screen_stack)
                await strike(pilot, key)
                await until(pilot, done_by(pilot, before))
                if len(app.screen_stack) > depth:
                    await press(pilot, ["escape"])
                    await looked(pilot)
    assert len(tried) >= 2


def done_by(pilot: Pilot[None], before: tuple[object, ...]) -> Callable[[], bool]:
    """Whether something shows that did not before."""
    return lambda: told(pilot) != before


@pytest.mark.parametrize("name", WALKED)
async def test_help_names_the_screen_that_it_is_on_and_all_its_keys(data: Path, name: str) -> None:
    studied(data, 3, stone="sandstone", range="18")
    way = WAYS[name]
    bank = data / "banks" / "lighthouse" if way.request is not None else None
    app = program(data, bank=bank, request=way.request)
    async with app.run_test(size=(120, 60)) as pilot:
        await there(pilot, way)
        keys = live_keys(app.screen)
        words = app.screen.help_words().split()  # type: ignore[attr-defined]
        assert words
        await press(pilot, ["f1"], to="HelpSheet")
        for key in keys:
            assert f"{key.written} " in shown(app)
            assert key.does in shown(app)
        assert " ".join(words[:4]) in shown(app)


async def test_the_footer_of_home_leads_to_the_settings_on_a_small_screen(data: Path) -> None:
    add_bank(data)
    async with at_home(data, size=SMALL) as (app, pilot):
        await until(pilot, lambda: ", Settings" in shown(app).splitlines()[-1])


@pytest.mark.parametrize("size", [SMALL, (60, 20)])
async def test_a_footer_that_has_no_room_for_all_keys_says_so(
    data: Path, size: tuple[int, int]
) -> None:
    add_bank(data)
    async with at_home(data, size=size) as (app, _pilot):
        footer = shown(app).splitlines()[-1]
        assert footer.split("…")[1].strip() == "F1 Help"
        assert len(footer) <= size[0]


async def test_the_keys_of_a_page_are_not_shown_below_a_sheet(data: Path) -> None:
    add_bank(data)
    async with at_home(data) as (app, pilot):
        assert "F1 Help" in shown(app)
        await press(pilot, ["o"], to="SessionOptionsSheet")
        assert "Mode" in shown(app)
        assert "F1 Help" not in shown(app)
        await press(pilot, ["escape"])
        await until(pilot, lambda: "F1 Help" in shown(app))


async def test_progress_without_an_answer_offers_nothing_to_open(data: Path) -> None:
    add_bank(data)
    async with at_home(data) as (app, pilot):
        await press(pilot, ["p"], to="ProgressScreen")
        await until(pilot, lambda: "Nothing to tell yet." in shown(app))
        assert "Enter Open" not in shown(app)
        await press(pilot, ["escape"], to="HomeScreen")
        await press(pilot, ["enter"], to="QuizScreen")


async def test_enter_is_named_after_what_home_says_it_does(data: Path) -> None:
    add_bank(data)
    async with studying(data, "text", "number") as (app, pilot):
        await answer(pilot, "7")
        await press(pilot, ["escape"], to="HomeScreen")
        await looked(pilot)
        assert "Enter Go on" in shown(app)
        await press(pilot, ["down"])
        await until(pilot, lambda: "Enter Start" in shown(app))
        await press(pilot, ["up", "enter"], to="QuizScreen")


async def test_a_low_window_shows_that_help_goes_on_and_the_keys_of_the_settings(
    data: Path,
) -> None:
    add_bank(data)
    async with at_home(data, size=(60, 20)) as (app, pilot):
        await press(pilot, ["f1"])
        await until(pilot, lambda: "↓ more · Esc closes" in shown(app))
        await press(pilot, ["escape", ","], to="SettingsSheet")
        await until(pilot, lambda: "Enter keeps it   Esc leaves it as it is" in shown(app))
        await press(pilot, ["down", "down"])
        assert "Enter keeps it   Esc leaves it as it is" in shown(app)
