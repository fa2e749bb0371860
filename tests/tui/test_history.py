"""After a session: its summary, retrying what was missed, and the sessions of the past."""

import re
from pathlib import Path

import pytest
from tui.driving import SIZES, SMALL, answer, on_page, press, program, ready, shown

from quizapp.planning.request import SessionRequest

TWO = SessionRequest(seed=1, kinds=("text", "number"))
RIGHT = {"stone": "granite", "range": "18"}


async def one_right_one_wrong(pilot: object) -> None:
    """Answer two questions, the number rightly, and what was missed wrongly to the end."""
    app = pilot.app  # type: ignore[attr-defined]
    while type(app.screen).__name__ == "QuizScreen":
        await ready(pilot, "asking")  # type: ignore[arg-type]
        asked = app.screen.session.question.id
        await answer(pilot, "18" if asked == "range" else "sandstone")  # type: ignore[arg-type]
        await press(pilot, ["enter"])  # type: ignore[arg-type]


@pytest.mark.parametrize("size", SIZES)
async def test_the_summary_and_the_retry(data: Path, size: tuple[int, int]) -> None:
    app = program(data, request=TWO)
    async with app.run_test(size=size) as pilot:
        await one_right_one_wrong(pilot)
        await on_page(pilot, "SummaryScreen")
        screen = shown(app)
        assert "50 %   1 of 2 points" in screen
        assert "To revisit" in screen
        assert "Of what stone is the tower built?" in screen
        assert "yours sandstone" in screen
        assert "answer granite" in screen
        await press(pilot, ["m"])
        await on_page(pilot, "QuizScreen")
        await ready(pilot, "asking")
        assert "Of what stone" in shown(app)
        assert "1/1" in shown(app)


async def test_past_sessions_open_into_responses_with_their_passages(data: Path) -> None:
    app = program(data, request=TWO)
    async with app.run_test(size=SMALL) as pilot:
        await one_right_one_wrong(pilot)
        await on_page(pilot, "SummaryScreen")
        await press(pilot, ["s"])
        await on_page(pilot, "HistoryScreen")
        assert "50 %" in shown(app)
        await press(pilot, ["enter"])
        await on_page(pilot, "ResponsesScreen")
        assert "sandstone" in shown(app)
        assert "again" in shown(app)
        await press(pilot, ["enter"])
        await on_page(pilot, "ReviewScreen")
        assert "paragraph 1" in shown(app)
        for page in ("ResponsesScreen", "HistoryScreen", "SummaryScreen"):
            await press(pilot, ["escape"])
            await on_page(pilot, page)


async def test_no_past_is_said(data: Path) -> None:
    app = program(data, bank=None)
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot)
        await press(pilot, ["s"])
        await on_page(pilot, "HistoryScreen")
        assert "No sessions yet." in shown(app)
        await press(pilot, ["escape"])
        await on_page(pilot, "HomeScreen")


@pytest.mark.parametrize("size", SIZES)
async def test_a_ruling_from_the_history_changes_the_score(
    data: Path, size: tuple[int, int]
) -> None:
    app = program(data, request=TWO)
    async with app.run_test(size=size) as pilot:
        await one_right_one_wrong(pilot)
        await on_page(pilot, "SummaryScreen")
        await press(pilot, ["s"])
        await on_page(pilot, "HistoryScreen")
        await press(pilot, ["enter"])
        await on_page(pilot, "ResponsesScreen")
        at = next(
            at
            for at, step in enumerate(app.screen._steps)  # type: ignore[attr-defined]
            if step.given.response == "sandstone" and not step.given.again
        )
        await press(pilot, [*["down"] * at, "enter"])
        await on_page(pilot, "ReviewScreen")
        await press(pilot, ["r"])
        assert "Right, by your ruling" in shown(app)
        await press(pilot, ["escape"])
        await on_page(pilot, "ResponsesScreen")
        assert "ruled right" in shown(app)
        await press(pilot, ["escape"])
        await on_page(pilot, "HistoryScreen")
        assert "100 %" in shown(app)
        await press(pilot, ["enter"])
        await on_page(pilot, "ResponsesScreen")
        await press(pilot, [*["down"] * at, "enter"])
        await on_page(pilot, "ReviewScreen")
        await press(pilot, ["u"])
        assert "by your ruling" not in shown(app)
        await press(pilot, ["v"])
        assert "Sent by mistake" in shown(app)
        await press(pilot, ["escape"])
        await on_page(pilot, "ResponsesScreen")
        assert re.search(r"– .*\n.*sandstone.*ruled void", shown(app))


@pytest.mark.parametrize("past", [False, True])
async def test_undo_on_a_walk_is_about_the_answer_that_is_shown(data: Path, past: bool) -> None:
    app = program(data, request=TWO)
    async with app.run_test(size=SMALL) as pilot:
        await one_right_one_wrong(pilot)
        await on_page(pilot, "SummaryScreen")
        await press(pilot, ["s" if past else "v"])
        if past:
            await on_page(pilot, "HistoryScreen")
            await press(pilot, ["enter"])
            await on_page(pilot, "ResponsesScreen")
            await press(pilot, ["enter"])
        await on_page(pilot, "ReviewScreen")
        await press(pilot, ["v"])
        assert "Sent by mistake" in shown(app)
        await press(pilot, ["right"])
        await press(pilot, ["u"])
        await press(pilot, ["left"])
        assert "Sent by mistake" in shown(app)
        await press(pilot, ["u"])
        assert "not counted" not in shown(app)


async def test_a_ruling_on_the_walk_after_a_session_changes_its_summary(data: Path) -> None:
    app = program(data, request=TWO)
    async with app.run_test(size=SMALL) as pilot:
        await one_right_one_wrong(pilot)
        await on_page(pilot, "SummaryScreen")
        await press(pilot, ["v"])
        await on_page(pilot, "ReviewScreen")
        if "sandstone" not in shown(app):
            await press(pilot, ["right"])
        await press(pilot, ["r"])
        await press(pilot, ["escape"])
        await on_page(pilot, "SummaryScreen")
        assert "100 %" in shown(app)
        assert "Nothing to revisit." in shown(app)
