"""The ways of studying on the screen: certainty, exams by the clock, cramming, reading, limits."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from tui.driving import (
    BANK,
    PATIENCE,
    SIZES,
    SMALL,
    click,
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

from quizapp.app import settings
from quizapp.app.bank_overview import BankOverview, bank_overview
from quizapp.app.launch import Launch
from quizapp.app.workspace import Workspace
from quizapp.bank.model import Bank
from quizapp.planning.request import SessionRequest, StudySettings
from quizapp.session.run import SessionRun
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.quiz import QuizScreen

ONE_LINE = ("text", "number", "date")
RIGHT = {"stone": "granite", "range": "18", "paraffin": "1872"}


def quiz(pilot: Pilot[None]) -> QuizScreen:
    """The quiz that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, QuizScreen)
    return screen


def asked(pilot: Pilot[None]) -> str:
    """The question that is asked."""
    return quiz(pilot).session.question.id


async def send(pilot: Pilot[None], words: str, phase: str = "told") -> None:
    """Type and answer."""
    await press(pilot, words)
    await press(pilot, ["enter"], phase)


# Certainty


async def test_one_key_says_how_sure_before_the_verdict(data: Path) -> None:
    async with studying(data, request=SessionRequest(seed=1, kinds=("text",), certainty=True)) as (
        app,
        pilot,
    ):
        await send(pilot, "granite", "sure")
        assert "How sure are you?" in shown(app)
        assert "Correct" not in shown(app)
        assert "right 3 · wrong −6" in shown(app)
        await press(pilot, ["3"], "told")
        assert "✓ Correct" in shown(app)
        assert "You said 3, certain: +3 marks" in shown(app)
        await press(pilot, ["enter"], to="SummaryScreen")
        assert "Certainty: 3 of 3 marks." in shown(app)
        assert "You were right 100 % of the time, and had said 90 %." in shown(app)
        assert "Brier score 0.01" in shown(app)
        assert "|···o  100 % right of 1" in shown(app)


async def test_escape_goes_back_from_the_certainty_to_the_answer(data: Path) -> None:
    async with studying(data, request=SessionRequest(seed=1, kinds=("text",), certainty=True)) as (
        app,
        pilot,
    ):
        await send(pilot, "sandstone", "sure")
        await press(pilot, ["escape"], "asking")
        assert app.screen.query_one(Input).value == "sandstone"
        app.screen.query_one(Input).value = "granite"
        await press(pilot, ["enter"], "sure")
        await press(pilot, ["down", "enter"], "told")
        given = quiz(pilot).session.last
        assert given is not None
        assert (given.response, given.certainty) == ("granite", 1)


async def test_a_retry_and_i_dont_know_ask_for_no_certainty(data: Path) -> None:
    two = SessionRequest(seed=1, kinds=("text", "number"), certainty=True)
    async with studying(data, request=two) as (app, pilot):
        first = asked(pilot)
        await press(pilot, ["enter"], "asking")
        await press(pilot, ["enter"], "told")
        await press(pilot, ["enter"], "asking")
        await send(pilot, RIGHT[asked(pilot)], "sure")
        await press(pilot, ["1"], "told")
        await press(pilot, ["enter"], "asking")
        assert asked(pilot) == first
        assert "asked again" in shown(app)
        await send(pilot, RIGHT[first])


async def test_what_was_sent_without_its_certainty_stands_there_again(data: Path) -> None:
    request = SessionRequest(seed=1, kinds=("text",), certainty=True)
    async with studying(data, request=request) as (_app, pilot):
        await send(pilot, "granite", "sure")
        session = quiz(pilot).session.id
        # What a kill leaves behind.
        killed = shutil.copytree(data, data.with_name("killed"))
    again = program(killed, resume=session)
    async with again.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        assert again.screen.query_one(Input).value == "granite"
        await press(pilot, ["enter"], "sure")
        await press(pilot, ["2"], "told")


# An exam against the clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """A clock that goes on by so many seconds when it is called."""
    from quizapp.app import workspace
    from quizapp.session import begin as opened

    now = [datetime.now(UTC).astimezone()]

    def on(seconds: float) -> None:
        now[0] += timedelta(seconds=seconds)

    class Timed(workspace.Workspace):
        def begin(self, bank: Bank, request: SessionRequest) -> SessionRun:
            return opened.begin(bank, self.store, request, "", lambda: now[0])

        def resume(self, session: str, place: Path | None = None) -> SessionRun:
            del place
            assert self.store is not None
            return opened.resume(self.bank(BANK), self.store, session, lambda: now[0])

    monkeypatch.setattr("quizapp.tui.app.Workspace", Timed)
    return on


TIMED = SessionRequest(mode="exam", seed=1, kinds=ONE_LINE, minutes=20, extra_time=25, pass_mark=60)


async def test_the_time_left_stands_on_the_screen_and_runs(
    data: Path, clock: Callable[[float], None]
) -> None:
    async with studying(data, request=TIMED) as (app, pilot):
        assert "25:00 left · 1/3" in shown(app)
        clock(600)
        await until(pilot, lambda: "15:00 left" in shown(app))
        clock(850)
        await until(pilot, lambda: "⚠ 0:50 left" in shown(app))


@pytest.mark.parametrize("on_top", ["f1", pytest.param("", marks=pytest.mark.slow), "f9"])
async def test_when_the_time_is_up_what_stands_in_the_box_is_handed_in(
    data: Path, clock: Callable[[float], None], on_top: str
) -> None:
    async with studying(data, request=TIMED) as (app, pilot):
        await press(pilot, RIGHT[asked(pilot)])
        if on_top:
            await press(pilot, [on_top])
        clock(1501)
        await on_page(pilot, "SummaryScreen")
        told = shown(app)
        assert "1 of 3 points" in told
        assert "Not passed: the pass mark is 60 %." in told
        assert "The time was up" in told
    assert app.below
    assert f"The same paper again: quizapp study {BANK} --mode exam --seed 1" in app.last_words
    assert "--minutes 20 --extra-time 25 --pass-mark 60" in app.last_words


async def test_an_answer_that_waits_for_its_certainty_counts_when_the_time_is_up(
    data: Path, clock: Callable[[float], None]
) -> None:
    async with studying(data, request=TIMED._replace(certainty=True)) as (app, pilot):
        await send(pilot, RIGHT[asked(pilot)], "sure")
        clock(1501)
        await on_page(pilot, "SummaryScreen")
        assert "1 of 3 points" in shown(app)


async def test_the_clock_runs_on_while_one_is_away(
    data: Path, clock: Callable[[float], None]
) -> None:
    async with studying(data, request=TIMED) as (_app, pilot):
        await press(pilot, ["a"])
        session = quiz(pilot).session.id
        await pilot.pause(0.5)
    clock(600)
    again = program(data, resume=session)
    async with again.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        assert "15:00 left" in shown(again)
    clock(1000)
    late = program(data, resume=session)
    async with late.run_test(size=SMALL) as pilot:
        await on_page(pilot, "SummaryScreen")
        assert "The time was up" in shown(late)


# Cramming and reading


async def test_cramming_to_its_end(data: Path) -> None:
    async with studying(
        data, request=SessionRequest(mode="cram", seed=1, kinds=("text", "number"))
    ) as (app, pilot):
        for times in (1, 2, 3):
            for _ in range(2):
                await send(pilot, RIGHT[asked(pilot)])
                done = f"Right {times} of 3 times." if times < 3 else "Right 3 times: done"
                assert done in shown(app)
                assert f"{len(quiz(pilot).session.state.responses)} of 6 right" in shown(app)
                await press(pilot, ["enter"])
        await on_page(pilot, "SummaryScreen")
        assert "2 of 2 right three times. Your schedule is as it was." in shown(app)


async def test_cramming_is_resumed_in_the_middle(data: Path) -> None:
    async with studying(
        data, request=SessionRequest(mode="cram", seed=1, kinds=("text", "number"))
    ) as (_app, pilot):
        for _ in range(3):
            await send(pilot, RIGHT[asked(pilot)])
            await press(pilot, ["enter"], "asking")
        session = quiz(pilot).session.id
    again = program(data, resume=session)
    async with again.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        await send(pilot, RIGHT[asked(pilot)])
        assert "Right 2 of 3 times." in shown(again)


@pytest.mark.parametrize("size", SIZES)
async def test_reading_to_its_end(data: Path, size: tuple[int, int]) -> None:
    async with studying(
        data, request=SessionRequest(mode="read", seed=1, kinds=("text", "choice")), size=size
    ) as (app, pilot):
        assert "paragraph 1 of 2" in shown(app)
        await send(pilot, "slate", "reading")
        assert "Wrong" not in shown(app)
        assert "You guessed: slate" in shown(app)
        assert "Building it · paragraph 1" in shown(app)
        assert "▐built of granite▌" in shown(app)
        assert "Your answer" not in shown(app)
        assert "paragraph 1 of 2" in shown(app)
        await press(pilot, ["enter"], "asking")
        session = quiz(pilot).session.id
    again = program(data, resume=session)
    async with again.run_test(size=size) as pilot:
        await ready(pilot, "asking")
        await press(pilot, "1")
        await press(pilot, ["enter"], "reading")
        assert "paragraph 2 of 2" in shown(again)
        await press(pilot, ["enter"], to="SummaryScreen")
        assert "Read: 2 of 2 paragraphs. Right: " in shown(again)
        assert "%" not in shown(again)


# The daily limit, and an examination ahead


async def test_at_the_limit_enter_asks_more_from_the_summary_and_from_the_start(data: Path) -> None:
    settings.save(data, {"new_a_day": 1})
    request = SessionRequest(kinds=("text", "number"))
    async with studying(data, request=request) as (app, pilot):
        await send(pilot, RIGHT[asked(pilot)])
        await press(pilot, ["enter"], to="SummaryScreen")
        assert "Done for today. Enter: 1 more" in shown(app)
        await press(pilot, ["enter"], to="QuizScreen")
        await ready(pilot, "asking")
        assert "1/1" in shown(app)
    again = program(data, request=request)
    async with again.run_test(size=SMALL) as pilot:
        await ready(pilot, "enough")
        assert "Done for today" in shown(again)
        assert "Enter: 1 more." in shown(again)
        await press(pilot, ["enter"], "asking")


async def test_what_is_expected_is_told_at_the_start_and_at_the_end(data: Path) -> None:
    today = StudySettings().day_of(datetime.now())
    by = date.fromordinal(today + 1).isoformat()
    async with studying(data, request=SessionRequest(kinds=("text",), by=by)) as (app, pilot):
        assert "Expected tomorrow: 1 of 1" in shown(app)
        await send(pilot, "granite")
        await press(pilot, ["enter"], to="SummaryScreen")
        assert "Expected tomorrow: 1 of 1" in shown(app)


# Choosing how to study, at home


@pytest.fixture
def home(data: Path) -> QuizApp:
    """Home with the bank of these tests, which sets a paper."""
    shutil.copytree(BANK, data / "banks" / "lighthouse")
    with (data / "banks" / "lighthouse" / "bank.toml").open("a") as file:
        file.write('\n[[paper]]\nid = "mock"\ntitle = "A [mock]"\ncount = 2\nminutes = 30\n')
    return QuizApp(Launch(data, None, SessionRequest(), ""))


CHOICES = [
    ([], ("learn", None, None, None, 0.0)),
    (["right", "right"], ("cram", 10, None, None, 0.0)),
    (["right", "right", "right"], ("read", None, None, None, 0.0)),
    (["right", "down", "right"], ("exam", 2, "mock", 30, 0.0)),
    (["right", "down", "right", "down", "right"], ("exam", 2, "mock", 30, 25.0)),
    (["right", "down", "down", "left", "down", "right"], ("exam", 5, None, 10.0, 0.0)),
    (["right", "7"], ("exam", 7, None, None, 0.0)),
]


@pytest.mark.parametrize(
    ("keys", "held"),
    [
        pytest.param(*each, marks=[] if number in (0, 4, 6) else [pytest.mark.slow])
        for number, each in enumerate(CHOICES)
    ],
)
async def test_the_start_sheet_offers_every_mode(
    home: QuizApp, keys: list[str], held: tuple[object, ...]
) -> None:
    async with home.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "lighthouse" in shown(home))
        await press(pilot, ["o"], to="SessionOptionsSheet")
        assert "learn" in shown(home)
        for key in keys:
            await press(pilot, [key])
        await press(pilot, ["enter"], to="QuizScreen")
        await ready(pilot, "asking")
        request = quiz(pilot).session.request
        assert (
            request.mode,
            request.count,
            request.paper,
            request.minutes,
            request.extra_time,
        ) == held


async def test_the_start_sheet_appears_with_all_its_lines_however_long_they_take_to_find(
    home: QuizApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Event()

    def slowly(workspace: Workspace, path: Path) -> BankOverview:
        assert found.wait(PATIENCE)
        return bank_overview(workspace, path)

    monkeypatch.setattr("quizapp.app.bank_overview.bank_overview", slowly)
    async with home.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "lighthouse" in shown(home))
        await strike(pilot, "o", "right", "down", "right")
        assert isinstance(home.screen, HomeScreen)
        found.set()
        await on_page(pilot, "SessionOptionsSheet")
        assert "[learn]" in shown(home)
        assert "[today's 10]" in shown(home)
        await strike(pilot, "right", "down", "right")
        await until(pilot, lambda: "[A [mock]]" in shown(home))


async def test_the_start_sheet_says_what_is_for_today_and_what_a_paper_is(home: QuizApp) -> None:
    async with home.run_test(size=SMALL) as pilot:
        await until(pilot, lambda: "lighthouse" in shown(home))
        await press(pilot, ["o"], to="SessionOptionsSheet")
        await press(pilot, ["down"])
        assert "[today's 10]" in shown(home)
        assert "Today: 10 new." in shown(home)
        await press(pilot, ["up", "right", "down", "right"])
        assert "[A [mock]]" in shown(home)
        assert "2 questions · 30 minutes" in shown(home)


async def test_settings_are_changed_at_home_and_kept(
    home: QuizApp, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TEXTUAL_ANIMATIONS")
    async with home.run_test(size=SMALL, notifications=True) as pilot:
        await ready(pilot)
        await press(pilot, [","], to="SettingsSheet")
        for holds in ("[10]", "[90 %]", "[4:00]", "[usual]"):
            assert holds in shown(home)
        await press(pilot, ["1", "2", "down", "right", "down", "right"])
        await press(pilot, ["down", "right", "down", "left", "down", "right", "enter"])
        kept = settings.Settings(
            new_a_day=12, day_begins=5, retention=0.95, tolerance="strict", certainty=True,
            motion=False,
        )  # fmt: skip
        await until(pilot, lambda: settings.read(data) == kept)
        assert home.animation_level == "none"
        await until(pilot, lambda: "next session" in str(list(home._notifications)))
        home.clear_notifications()
        await press(pilot, [",", "right", "enter"])
        await until(pilot, lambda: settings.read(data) == kept._replace(theme="quizapp-light"))
        assert home.theme == "quizapp-light"
        await until(pilot, lambda: "Kept." in str(list(home._notifications)))
        assert "next session" not in str(list(home._notifications))
        await press(pilot, [","], to="SettingsSheet")
        assert "[12]" in shown(home)
        assert "[light]" in shown(home)


async def test_a_judge_is_named_in_the_settings_if_it_could_be_started(
    home: QuizApp, data: Path
) -> None:
    async with home.run_test(size=SMALL, notifications=True) as pilot:
        await looked(pilot)
        for command, kept in (("'odd", ""), ("my-judge --quick", "my-judge --quick")):
            await press(pilot, [",", *["down"] * 7, "right", "enter"])
            await on_page(pilot, "AskSheet")
            await press(pilot, command)
            await press(pilot, ["enter"])
            await on_page(pilot, "HomeScreen")
            await until(pilot, lambda kept=kept: settings.read(data).judge == kept)  # type: ignore[misc]
            assert ("No judge is kept" in str(list(home._notifications))) is not bool(kept)
            home.clear_notifications()
        await press(pilot, [",", *["down"] * 7])
        assert "[my-judge --quick]" in shown(home)
        await press(pilot, ["left", "enter"])
        await until(pilot, lambda: not settings.read(data).judge)


async def test_a_folder_of_banks_is_added_in_the_settings(home: QuizApp, tmp_path: Path) -> None:
    shutil.copytree(BANK, tmp_path / "mine" / "other")
    about = tmp_path / "mine" / "other" / "bank.toml"
    about.write_text(about.read_text("utf-8").replace('"lighthouse"', '"other"', 1), "utf-8")
    async with home.run_test(size=SMALL, notifications=True) as pilot:
        await looked(pilot)
        for path in ("nowhere", "mine"):
            await press(pilot, [",", "up", "right", "enter"], to="AskSheet")
            await press(pilot, str(tmp_path / path))
            await press(pilot, ["enter"])
            if path == "nowhere":
                await until(pilot, lambda: "there is no such folder" in shown(home))
        await until(pilot, lambda: "2 banks" in shown(home))


@pytest.mark.parametrize("tolerance", settings.TOLERANCES)
async def test_strict_tolerance_takes_no_slip(data: Path, tolerance: str) -> None:
    settings.save(data, {"tolerance": tolerance})
    async with studying(data, request=SessionRequest(seed=1, kinds=("text",))) as (app, pilot):
        await send(pilot, "grannite")
        assert ("✗ Wrong" in shown(app)) == (tolerance == "strict")


async def test_certainty_of_the_settings_is_asked_in_the_usual_session(
    home: QuizApp, data: Path
) -> None:
    settings.save(data, {"certainty": True})
    async with home.run_test(size=SMALL) as pilot:
        await looked(pilot)
        await press(pilot, ["enter"], to="QuizScreen")
        await ready(pilot, "asking")
        assert quiz(pilot).session.request.certainty


@pytest.mark.parametrize("variable", ["", "basic"])
async def test_the_environment_wins_over_the_settings(
    data: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", variable)
    monkeypatch.setenv("TEXTUAL_THEME", "nord")
    settings.save(data, {"motion": False, "theme": "quizapp-light"})
    app = program(data, bank=None)
    assert (app.animation_level == "none") == (not variable)
    async with app.run_test(size=SMALL) as pilot:
        await looked(pilot)
        assert app.theme == "nord"


async def test_the_start_sheet_takes_the_mouse(home: QuizApp) -> None:
    async with home.run_test(size=SMALL) as pilot:
        await looked(pilot)
        await press(pilot, ["o"], to="SessionOptionsSheet")
        await click(pilot, " cram ")
        assert "[cram]" in shown(home)
        await click(pilot, " 5 ")
        assert "[5]" in shown(home)
        await click(pilot, "Enter starts   Esc")
        await on_page(pilot, "QuizScreen")
        await ready(pilot, "asking")
        request = quiz(pilot).session.request
        assert (request.mode, request.count) == ("cram", 5)


async def test_a_click_beside_a_sheet_or_on_escape_leaves_it(home: QuizApp) -> None:
    async with home.run_test(size=SMALL) as pilot:
        await looked(pilot)
        for leave in ("Esc leaves it", "quizapp"):
            await press(pilot, [","], to="SettingsSheet")
            await click(pilot, leave)
            await on_page(pilot, "HomeScreen")
