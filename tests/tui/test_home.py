"""Home: banks, scores, what is broken, what waits; starting from there and coming back."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from store.samples import session_row
from tui.driving import (
    BANK,
    LARGE,
    SIZES,
    SMALL,
    answer,
    looked,
    on_page,
    press,
    program,
    ready,
    shown,
    until,
)

from quizapp.app.launch import Launch
from quizapp.app.workspace import Workspace
from quizapp.planning.request import SessionRequest
from quizapp.planning.timestamps import stamp
from quizapp.store import FILE
from quizapp.store.sqlite import open_store
from quizapp.tui.screens.home import HomeScreen

BROKEN = 'format = 1\n[bank]\nid = "torn"\ntitle = "A torn [bank]"\n[[question]]\nid = "a"\n'


def add_bank(data: Path, name: str = "lighthouse") -> None:
    """Put the bank of these tests into the data folder."""
    shutil.copytree(BANK, data / "banks" / name)


async def test_no_banks_teaches_what_a_bank_is(data: Path) -> None:
    app = program(data, bank=None)
    async with app.run_test(size=SMALL) as pilot:
        await looked(pilot)
        assert "There is no bank here yet." in shown(app)
        assert "quizapp banks --add FOLDER" in shown(app)


async def test_a_bank_in_another_language_says_whose_rules_grade_it(data: Path) -> None:
    add_bank(data)
    about = data / "banks" / "lighthouse" / "bank.toml"
    text = about.read_text("utf-8").replace("[bank]\n", '[bank]\nlanguage = "cs"\n', 1)
    about.write_text(text.replace('language = "en"\n', ""), "utf-8")
    app = program(data, bank=None)
    async with app.run_test(size=LARGE) as pilot:
        await looked(pilot)
        assert "In “cs”, graded by the rules of English" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_session_is_started_left_and_resumed_from_home(
    data: Path, size: tuple[int, int]
) -> None:
    add_bank(data)
    app = program(data, bank=None)
    async with app.run_test(size=size) as pilot:
        await looked(pilot)
        assert "11 questions · not studied yet" in shown(app)
        await press(pilot, ["enter"])
        assert "[learn]" in shown(app)
        await press(pilot, ["3", "enter"])
        await on_page(pilot, "QuizScreen")
        await ready(pilot, "asking")
        assert "1/3" in shown(app)
        await press(pilot, ["f3"], "asking")
        await press(pilot, ["escape"])
        await on_page(pilot, "HomeScreen")
        await looked(pilot)
        assert "Waiting for you" in shown(app)
        assert "0 of 3 answered" in shown(app)
        await press(pilot, ["enter"])
        await on_page(pilot, "QuizScreen")
        await ready(pilot, "asking")
        assert "2/3" in shown(app)


async def test_last_scores_stand_beside_the_bank(data: Path) -> None:
    add_bank(data)
    app = program(data, "text")
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        await answer(pilot, "granite")
        await press(pilot, ["escape"])
        await on_page(pilot, "HomeScreen")
        await looked(pilot)
        assert "last 1 of 1 (100 %)" in shown(app)


async def test_a_session_that_waits_is_not_the_last(data: Path) -> None:
    add_bank(data)
    app = program(data, "text", "number")
    async with app.run_test(size=LARGE) as pilot:
        await ready(pilot, "asking")
        await answer(pilot, "7")
        await press(pilot, ["escape"])
        await on_page(pilot, "HomeScreen")
        await looked(pilot)
        assert "1 of 2 answered" in shown(app)
        assert "not finished yet" in shown(app)
        assert "last" not in shown(app).lower().replace("lasts", "")


async def test_a_broken_bank_shows_its_problems_and_leaves_the_others_alone(data: Path) -> None:
    add_bank(data)
    (data / "banks" / "torn.toml").write_text(BROKEN)
    app = program(data, bank=None)
    async with app.run_test(size=SMALL) as pilot:
        await looked(pilot)
        assert "A torn [bank]" in shown(app)
        assert "cannot be used" in shown(app)
        await press(pilot, ["down", "enter"])
        await on_page(pilot, "ProblemsScreen")
        assert "line 5" in shown(app)
        await press(pilot, ["escape"])
        await on_page(pilot, "HomeScreen")
        await press(pilot, ["up", "enter"])
        assert "Mode" in shown(app)


async def test_studying_a_broken_bank_shows_its_problems(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "torn.toml"
    path.write_text(BROKEN)
    app = program(data, bank=path)
    async with app.run_test(size=SMALL) as pilot:
        await on_page(pilot, "ProblemsScreen")
        assert "cannot be used as it is" in shown(app)
        path.write_text(BROKEN + 'kind = "text"\nprompt = "?"\nanswers = ["a"]\n')
        await press(pilot, ["r"])
        await on_page(pilot, "HomeScreen")


async def test_two_folders_with_one_id_are_told(data: Path, tmp_path: Path) -> None:
    add_bank(data)
    other = tmp_path / "questions" / "lighthouse"
    shutil.copytree(BANK, other)
    (other / "more.toml").write_text("")
    app = program(data, bank=None)
    async with app.run_test(size=SMALL) as pilot:
        await looked(pilot)
        assert "Two folders have a bank “lighthouse”" in shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_store_that_cannot_be_used_is_said_in_plain_sight(
    data: Path, size: tuple[int, int]
) -> None:
    add_bank(data)
    (data / FILE).write_bytes(b"this is no database at all, but it is long enough")
    app = program(data, bank=None)
    async with app.run_test(size=size) as pilot:
        await looked(pilot)
        assert "You are studying without keeping scores." in shown(app)
        assert "not kept" in shown(app)
        await press(pilot, ["enter", "enter"])
        await on_page(pilot, "QuizScreen")
        await ready(pilot, "asking")
        assert "not kept" in shown(app)


async def test_a_try_keeps_nothing_and_says_so(data: Path) -> None:
    app = program(data, "text", keep=False)
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        assert "not kept" in shown(app)
        await answer(pilot, "granite")
    assert not data.exists()


async def test_a_bank_that_has_gone_is_said(data: Path, tmp_path: Path) -> None:
    app = program(data, bank=tmp_path / "nowhere.toml")
    async with app.run_test(size=SMALL) as pilot:
        await on_page(pilot, "ProblemsScreen")
        await press(pilot, ["escape"])
        await on_page(pilot, "HomeScreen")


async def test_escape_home_then_q_leaves(data: Path) -> None:
    app = program(data, "text")
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        await press(pilot, ["escape"])
        await on_page(pilot, "HomeScreen")
        assert isinstance(app.screen, HomeScreen)
        await looked(pilot)
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 0


async def test_when_nothing_is_left_for_today_enter_asks_more_all_the_same(data: Path) -> None:
    request = SessionRequest(kinds=("text",))
    for _ in range(2):
        app = program(data, request=request)
        async with app.run_test(size=SMALL) as pilot:
            await ready(pilot)
            if "Done for today" in shown(app):
                await press(pilot, ["enter"], "asking")
            await answer(pilot, "granite")
            told = shown(app)
    assert "✓ Correct" in told
    assert "Done for today" not in told


async def test_a_session_that_cannot_be_read_is_named_and_not_offered(data: Path) -> None:
    moment = stamp(datetime.now(UTC))
    with open_store(data / FILE) as store:
        broken = session_row(learner="", plan="[[null]]", stamp=moment)
        store.add(broken)
        store.add(session_row(learner="", title="A sound one", stamp=moment))
    app = program(data, bank=None)
    async with app.run_test(size=LARGE) as pilot:
        await looked(pilot)
        assert f"The session {broken.id[:8]} cannot be read: its 'plan'" in shown(app)
        assert shown(app).count("0 of 3 answered") == 1
        assert "A sound one" in shown(app)


async def test_a_session_that_runs_elsewhere_is_not_begun_here(data: Path) -> None:
    add_bank(data)
    elsewhere = Workspace(Launch(data, None, SessionRequest(), ""))
    sitting = elsewhere.begin(elsewhere.bank(BANK), SessionRequest(seed=1))
    sitting.hold()
    app = program(data, bank=None)
    async with app.run_test(size=SMALL) as pilot:
        await looked(pilot)
        await press(pilot, ["enter"])
        await on_page(pilot, "QuizScreen")
        await until(pilot, lambda: "is open in another quizapp" in shown(app))
        await press(pilot, ["escape"])
        await on_page(pilot, "HomeScreen")
    elsewhere.close()
