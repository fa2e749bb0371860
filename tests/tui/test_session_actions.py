"""What can be done besides answering: hints, skipping, rulings, undo, typed commands, help."""

import re
from pathlib import Path

import pytest
from textual.app import App
from textual.widgets import Input
from tui.driving import LARGE, SMALL, answer, press, program, ready, shown, studying, until

from quizapp.store.flags import flags
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.widgets.key_bar import live_keys


def quiz_of(app: object) -> QuizScreen:
    """The quiz that is shown."""
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, QuizScreen)
    return screen


def footer(app: App[None]) -> str:
    """The line of keys."""
    return shown(app).splitlines()[-1]


def words_of(app: App[None]) -> str:
    """What stands on the screen, its lines joined and without frames."""
    return " ".join(re.sub("[│▌▎▊▐]", " ", shown(app)).split())


async def test_the_hint_says_what_it_costs_and_halves_the_credit(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        assert "F2 Hint: half credit" in footer(app)
        await press(pilot, ["f2"])
        assert "It is igneous" in shown(app)
        assert "F2" not in footer(app)
        await answer(pilot, "granite")
        assert "halved by the hint" in shown(app)
        assert quiz_of(app).session.score().points == 0.5


async def test_what_is_skipped_comes_back_and_the_skip_can_be_undone(data: Path) -> None:
    async with studying(data, "text", "number") as (app, pilot):
        first = quiz_of(app).session.question.id
        await press(pilot, ["f3"], "asking")
        assert quiz_of(app).session.question.id != first
        assert "Skipped: it comes back later." in shown(app)
        assert "1/2" in shown(app)
        await press(pilot, ["f4"], "asking")
        assert quiz_of(app).session.question.id == first
        assert "is asked again" in shown(app)


RULINGS = {
    "sandstone": {"rr": ("right", "✓ Counted as right: you overruled it")},
    "granite": {
        "w": ("wrong", "✗ Counted as wrong: you overruled it"),
        "v": ("void", "○ Not counted"),
    },
}


@pytest.mark.parametrize("typed", RULINGS)
async def test_rulings_by_bare_keys_and_their_undo(data: Path, typed: str) -> None:
    async with studying(data, "text") as (app, pilot):
        await answer(pilot, typed)
        for keys, (ruling, said) in RULINGS[typed].items():
            await press(pilot, [*keys])
            given = quiz_of(app).session.last
            assert given is not None
            assert given.ruling == ruling
            assert said in shown(app)
            await press(pilot, ["u"])
            given = quiz_of(app).session.last
            assert given is not None
            assert given.ruling is None
            assert "Undone" in shown(app)


async def test_undo_is_about_the_answer_that_is_shown(data: Path) -> None:
    async with studying(data, "text", "number") as (app, pilot):
        await answer(pilot, "7")
        await press(pilot, ["r", "r"])
        await press(pilot, ["enter"], "asking")
        await answer(pilot, "8")
        session = quiz_of(app).session
        assert "F4 Undo" not in footer(app)
        await press(pilot, ["u"])
        await press(pilot, [*":undo", "enter"])
        assert "not ruled on this answer" in shown(app)
        assert [given.ruling for given in session.state.responses] == ["right", None]
        await press(pilot, ["r", "r"])
        assert "F4 Undo" in footer(app)
        await press(pilot, ["u"])
        assert [given.ruling for given in session.state.responses] == ["right", None]
        assert "F4 Undo" not in footer(app)


async def test_undo_while_a_question_is_asked_names_the_one_it_is_about(data: Path) -> None:
    async with studying(data, "text", "number") as (app, pilot):
        asked = quiz_of(app).session.question.prompt
        await answer(pilot, "7")
        await press(pilot, ["r", "r"])
        await press(pilot, ["enter"], "asking")
        await press(pilot, ["f4"], "asking")
        assert asked[:30] in shown(app)
        assert "the ruling “right” on" in shown(app)


async def test_what_was_sent_by_mistake_stands_in_the_box_again(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        await answer(pilot, "gra")
        await press(pilot, ["x"])
        assert "It is asked again now." in shown(app)
        assert "again today" not in shown(app)
        await press(pilot, ["enter"], "asking")
        assert app.screen.query_one(Input).value == "gra"
        await press(pilot, "x")
        assert app.screen.query_one(Input).value == "x", "it was selected"


async def test_commands_are_typed_where_nothing_else_is(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        await answer(pilot, "sandstone")
        for command, ruling in ((":r", None), (":right", "right")):
            for _ in range(2):
                await press(pilot, [*command])
                await press(pilot, ["enter"])
            given = quiz_of(app).session.last
            assert given is not None
            assert given.ruling == ruling


async def test_a_command_in_the_answer_box_is_no_answer(data: Path) -> None:
    async with studying(data, "text", "number") as (app, pilot):
        await answer(pilot, "no idea")
        await press(pilot, ["enter"], "asking")
        await press(pilot, [*":right", "enter"])
        assert "You said that you don't know." in shown(app)
        await press(pilot, [*":right", "enter"])
        given = quiz_of(app).session.last
        assert given is not None
        assert given.ruling == "right"
        assert "counts as right now" in shown(app)
        assert app.screen.query_one(Input).value == ""


async def test_an_unknown_command_is_refused_and_two_colons_begin_an_answer(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        await press(pilot, [*":nonsense", "enter"])
        assert "There is no command :nonsense" in shown(app)
        app.screen.query_one(Input).value = ""
        await answer(pilot, "::-)")
        given = quiz_of(app).session.last
        assert given is not None
        assert given.response == ":-)"


async def test_where_the_grader_cannot_know_it_asks(data: Path) -> None:
    async with studying(data, "boolean") as (app, pilot):
        await answer(pilot, "true: each block is locked into the others")
        quiz = quiz_of(app)
        assert quiz.presenter.given is not None
        assert quiz.presenter.given.verdict.unsure
        assert "Not sure" in shown(app)
        for key, ruled in (("y", "yours says the same"), ("n", "yours does not say the same")):
            assert "Does yours say the same?" in shown(app)
            assert "Enter No, next" in footer(app)
            await press(pilot, [key])
            assert ruled in shown(app)
            assert "Does yours say the same?" not in shown(app)
            assert "Enter Next" in footer(app)
            await press(pilot, ["u"])
        await press(pilot, ["enter"], to="SummaryScreen")
        assert quiz.session.last is not None
        assert quiz.session.last.missed


async def test_every_key_that_is_shown_is_live(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        for _ in range(2):
            for live in live_keys(app.screen):
                assert live.key in app.screen.active_bindings
            await answer(pilot, "granite") if quiz_of(app).phase == "asking" else None
        assert "Enter Next" in footer(app)
        assert "F6 Flag" in footer(app)
        assert "F3" not in footer(app)


async def test_help_names_the_keys_and_escape_closes_it(data: Path) -> None:
    async with studying(data, "text", size=LARGE) as (app, pilot):
        await press(pilot, ["f1"])
        assert "Hint: half credit" in shown(app)
        assert ":hint" in shown(app)
        assert ":right" not in shown(app), "nothing was answered yet"
        await press(pilot, ["escape"])
        await press(pilot, ["?"])
        assert app.screen.query_one(Input).value == "?", "in a text box it is typed"
        await answer(pilot, "sandstone")
        await press(pilot, ["f1"])
        assert ":right" in shown(app)
        assert ":skip" not in shown(app)


async def test_light_and_dark_are_remembered(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        app.action_turn_theme()
        await ready(pilot)
        assert app.theme == "quizapp-light"
    assert program(data, "text").theme == "quizapp-light"


async def test_without_colour_no_theme_in_the_terminals_own_colours(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.mkdir()
    (data / "settings.toml").write_text('theme = "ansi-dark"\n')
    monkeypatch.setenv("NO_COLOR", "1")
    async with studying(data, "text") as (app, pilot):
        assert app.theme == "quizapp-dark"
        app.theme = "ansi-light"
        await ready(pilot)
        assert app.theme == "quizapp-dark"


async def test_the_palette_offers_what_can_be_done_here(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert {
            "Help",
            "Home",
            "Past sessions",
            "Light or dark",
            "Hint: half credit",
            "Skip",
        } <= titles
        assert "Undo" not in titles
        assert titles.isdisjoint({"Copy selected text", "Focus Next", "Commands"})
        await press(pilot, ["escape"], to="HomeScreen")
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert "Hint: half credit" not in titles


async def test_a_question_is_flagged_with_a_word_why_wherever_it_is_shown(data: Path) -> None:
    async with studying(data, "text", notifications=True) as (app, pilot):
        assert "F6 Flag" in footer(app)
        await press(pilot, ["f6"], to="FlagSheet")
        assert "hand in your log" in words_of(app)
        assert "for the instructor" in words_of(app)
        await press(pilot, "two answers")
        await press(pilot, ["enter"], "asking")
        assert "Flagged: “two answers”, for the instructor; goes along" in words_of(app)
        await answer(pilot, "sandstone")
        await press(pilot, ["f6"], to="FlagSheet")
        assert "You flagged this question" in shown(app)
        assert "“two answers”" in words_of(app)
        await press(pilot, ["escape"])
        await press(pilot, ["f6", "enter"], "told")
        await press(pilot, ["escape", "s"], to="HistoryScreen")
        await press(pilot, ["enter"], to="ResponsesScreen")
        await press(pilot, ["enter"], to="ReviewScreen")
        await press(pilot, ["f6"], to="FlagSheet")
        assert "“two answers”" in words_of(app)
        await press(pilot, [*"late", "enter"], to="ReviewScreen")
        store = app.workspace.store
        assert store is not None
        assert [each.why for each in flags(store, "lighthouse")] == ["two answers", "late"]
        await press(pilot, ["f6"], to="FlagSheet")
        assert "F6 takes the flag back" in shown(app)
        await press(pilot, ["f6"], to="ReviewScreen")
        await until(pilot, lambda: "The flag is taken back." in shown(app))
        assert flags(store, "lighthouse") == []
        await press(pilot, ["f6"], to="FlagSheet")
        assert "takes the flag back" not in shown(app)


async def test_the_flag_can_be_written_with_the_answer_in_sight(data: Path) -> None:
    async with studying(data, "text", size=SMALL) as (app, pilot):
        await answer(pilot, "granite")
        below = app.screen.query_one("#verdict").region.bottom
        await press(pilot, ["f6"], to="FlagSheet")
        assert app.screen.query_one("#sheet").region.y >= below
        await press(pilot, ["enter"], "told")
        assert "F6 Take flag back" in footer(app)
        await press(pilot, ["f6"], to="FlagSheet")
        await press(pilot, ["f6"], "told")
        assert "F6 Flag" in footer(app)


async def test_what_is_not_kept_is_not_flagged(data: Path) -> None:
    async with studying(data, "text", keep=False, notifications=True) as (app, pilot):
        await press(pilot, ["f6"], "asking")
        assert "Not flagged: nothing is kept of this session." in words_of(app)
