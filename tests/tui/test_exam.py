"""An exam: no verdicts until it is handed in, back and change, then a walk through all of it."""

from pathlib import Path

import pytest
from textual.widgets import Input
from tui.driving import press, shown, studying, until

from quizapp.planning.request import SessionRequest
from quizapp.tui.widgets.key_bar import live_keys

EXAM = SessionRequest(mode="exam", seed=1, kinds=("text", "number"))


async def test_an_exam_to_its_end(data: Path) -> None:
    async with studying(data, request=EXAM) as (app, pilot):
        assert "F2" not in shown(app)
        first = app.screen.session.question.id  # type: ignore[attr-defined]
        await press(pilot, ["7", "enter"], "asking")
        assert "Wrong" not in shown(app)
        assert app.screen.session.question.id != first  # type: ignore[attr-defined]
        await press(pilot, ["f7"], "asking")
        assert app.screen.query_one(Input).value == "7"
        app.screen.query_one(Input).value = {"stone": "granite", "range": "18"}[first]
        await press(pilot, ["enter"], "asking")
        await press(pilot, ["f9"])
        assert "1 question is left open:" in shown(app)
        await press(pilot, ["escape"], "asking")
        await press(pilot, [*"wrong words", "enter"])
        assert "Every question has an answer." in shown(app)
        await press(pilot, ["f9"], to="SummaryScreen")
        assert "50 %   1 of 2 points" in shown(app)
        await press(pilot, ["v"], to="ReviewScreen")
        assert "✓ Correct" in shown(app)
        assert "paragraph 1" in shown(app)
        await press(pilot, ["enter"])
        assert "✗ Wrong" in shown(app)
        await press(pilot, ["r", "r"])
        assert "Counted as right: you overruled it" in shown(app)
        await press(pilot, ["enter"], to="SummaryScreen")
        assert "With your rulings: 2 points" in shown(app)
        assert "50 %" in shown(app)


async def test_escape_from_the_last_question_goes_back_to_it(data: Path) -> None:
    async with studying(data, request=EXAM) as (app, pilot):
        await press(pilot, ["f8"], "asking")
        await press(pilot, ["f8"])
        assert "2 questions are left open:" in shown(app)
        await press(pilot, ["escape"], "asking")
        assert "2/2" in shown(app)


@pytest.mark.parametrize("first", ["enter", "7"])
async def test_no_number_of_enters_hands_in(data: Path, first: str) -> None:
    async with studying(data, request=EXAM) as (app, pilot):
        await press(pilot, [first])
        for _ in range(9):
            await press(pilot, ["enter"])
            assert not app.screen_stack[0].session.state.finished  # type: ignore[attr-defined]


async def test_enter_on_the_last_goes_to_the_first_open_question(data: Path) -> None:
    async with studying(data, request=EXAM) as (app, pilot):
        await press(pilot, ["f8"], "asking")
        await press(pilot, [*"nonsense", "enter"])
        assert "1 question is left open:" in shown(app)
        await press(pilot, [*"handy f9 yes", "enter"], "asking")
        assert "1/2" in shown(app)


async def test_handing_in_is_chosen_by_the_arrows_too(data: Path) -> None:
    async with studying(data, request=EXAM) as (_app, pilot):
        await press(pilot, ["f9"])
        await press(pilot, ["down", "enter"], to="SummaryScreen")


async def test_an_exam_left_in_the_middle_says_no_score(data: Path) -> None:
    async with studying(data, request=EXAM) as (app, pilot):
        await press(pilot, ["7", "enter"], "asking")
        await press(pilot, ["escape"], to="HomeScreen")
        await until(pilot, lambda: "1 of 2 answered" in shown(app))
        await press(pilot, ["s"], to="HistoryScreen")
        assert "1 of 2 answered · exam · r resumes it" in shown(app)
        assert "%" not in shown(app)
        assert "points" not in shown(app)
        await press(pilot, ["enter"], to="QuizScreen")
        assert "100 %" not in shown(app)
    assert app.last_words.startswith("1 of 2 answered, not handed in yet. To go on: quizapp study")


async def test_what_was_left_open_is_told_so_everywhere(data: Path) -> None:
    async with studying(data, request=EXAM) as (app, pilot):
        assert "empty: left open" in shown(app)
        await press(pilot, ["7", "enter"], "asking")
        await press(pilot, ["f9"])
        assert "1 question is left open:" in shown(app)
        await press(pilot, ["down", "enter"], to="SummaryScreen")
        assert "left open" in shown(app)
        await press(pilot, ["v"], to="ReviewScreen")
        await press(pilot, ["enter"])
        assert "○ Left open" in shown(app)
        await press(pilot, ["escape"], to="SummaryScreen")
        await press(pilot, ["s"], to="HistoryScreen")
        await press(pilot, ["enter"], to="ResponsesScreen")
        assert shown(app).count("left open\n") == 1, "no time was taken"


async def test_the_keys_of_the_session_are_live_in_the_box_of_every_kind(data: Path) -> None:
    async with studying(data, request=SessionRequest(mode="exam", seed=1)) as (app, pilot):
        walked: list[str] = []
        while type(app.screen).__name__ == "QuizScreen":
            asked = app.screen.session.question  # type: ignore[attr-defined]
            live = {each.key for each in live_keys(app.screen)}
            assert {"f6", "f7", "f8", "f9"} <= live, asked.kind
            assert "empty: left open" in shown(app), asked.kind
            await press(pilot, ["f6"], to="FlagSheet")
            await press(pilot, ["escape"], "asking")
            if walked:
                await press(pilot, ["f7"], "asking")
                assert app.screen.session.question.id == walked[-1]  # type: ignore[attr-defined]
                await press(pilot, ["f8"], "asking")
            walked.append(asked.id)
            await press(pilot, ["f8"])
        assert {"duties", "landing", "dovetail"} <= {*walked}
