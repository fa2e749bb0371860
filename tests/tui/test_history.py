"""After a session: its summary, retrying what was missed, and the sessions of the past."""

import re
from datetime import date
from pathlib import Path

import pytest
from tui.driving import SIZES, SMALL, answer, at_home, on_page, press, program, ready, shown, until
from tui.past import studied

from quizapp.app.learned import Learned, in_sentences
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
async def test_the_summary_its_passages_and_the_retry(data: Path, size: tuple[int, int]) -> None:
    app = program(data, request=TWO)
    async with app.run_test(size=size) as pilot:
        await one_right_one_wrong(pilot)
        await on_page(pilot, "SummaryScreen")
        for words in (
            "50 %   1 of 2 points",
            "Look at again",
            "Of what stone is the tower built?",
            "yours  sandstone",
            "answer  granite",
            "1–3 Passage",
        ):
            assert words in shown(app)
        await until(pilot, lambda: "Learned: 1 new question." in shown(app))
        back = re.compile(r"Comes back: \d (tomorrow|on \w+day)")
        await until(pilot, lambda: back.search(shown(app)) is not None)
        await press(pilot, ["2"])
        assert type(app.screen).__name__ == "SummaryScreen", "only one was missed"
        await press(pilot, ["1"], to="ReviewScreen")
        assert "Of what stone is the tower built?" in shown(app)
        await press(pilot, ["escape"], to="SummaryScreen")
        await press(pilot, ["m"], to="QuizScreen")
        await ready(pilot, "asking")
        assert "Of what stone" in shown(app)
        assert "1/1" in shown(app)


async def test_one_point_is_not_several(data: Path) -> None:
    app = program(data, request=SessionRequest(seed=1, kinds=("number",), count=1))
    async with app.run_test(size=SMALL) as pilot:
        await answer(pilot, "18")
        await press(pilot, ["enter"], to="SummaryScreen")
        assert "1 of 1 point\n" in shown(app)
        await press(pilot, ["s"], to="HistoryScreen")
        assert "1 of 1 point ·" in shown(app)


async def test_no_past_is_said(data: Path) -> None:
    app = program(data, bank=None)
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot)
        await press(pilot, ["s"], to="HistoryScreen")
        assert "No sessions yet." in shown(app)
        await press(pilot, ["escape"], to="HomeScreen")


@pytest.mark.parametrize("size", SIZES)
async def test_past_sessions_open_into_responses_whose_rulings_change_the_score(
    data: Path, size: tuple[int, int]
) -> None:
    studied(data, 1, stone="sandstone", range="18")
    async with at_home(data, size=size) as (app, pilot):
        await press(pilot, ["s"], to="HistoryScreen")
        assert "50 %" in shown(app)
        await press(pilot, ["enter"], to="ResponsesScreen")
        assert "sandstone" in shown(app)
        at = next(
            at
            for at, given in enumerate(app.screen._responses)  # type: ignore[attr-defined]
            if given.response == "sandstone"
        )
        await press(pilot, [*["down"] * at, "enter"], to="ReviewScreen")
        assert "paragraph 1" in shown(app)
        await press(pilot, ["r"])
        assert "shares no word with the right one" in shown(app)
        await press(pilot, ["r"])
        assert "Counted as right: you overruled it" in shown(app)
        await press(pilot, ["escape"], to="ResponsesScreen")
        assert "ruled right" in shown(app)
        await press(pilot, ["escape"], to="HistoryScreen")
        assert "100 %" in shown(app)
        await press(pilot, ["enter"], to="ResponsesScreen")
        await press(pilot, [*["down"] * at, "enter"], to="ReviewScreen")
        await press(pilot, ["u"])
        assert "you overruled it" not in shown(app)
        await press(pilot, ["v", "x"])
        assert "○ Not counted" in shown(app)
        await press(pilot, ["escape"], to="ResponsesScreen")
        assert re.search(r"– .*\n.*sandstone.*ruled void", shown(app))
        for page in ("HistoryScreen", "HomeScreen"):
            await press(pilot, ["escape"])
            await on_page(pilot, page)


async def test_undo_on_a_walk_is_about_the_answer_that_is_shown(data: Path) -> None:
    studied(data, 1, stone="sandstone", range="18")
    async with at_home(data) as (app, pilot):
        for page in ("HistoryScreen", "ResponsesScreen", "ReviewScreen"):
            await press(pilot, ["s" if page == "HistoryScreen" else "enter"])
            await on_page(pilot, page)
        await press(pilot, ["v"])
        assert "Not counted" not in shown(app)
        await press(pilot, ["x"])
        assert "○ Not counted" in shown(app)
        await press(pilot, ["right"])
        await press(pilot, ["u"])
        await press(pilot, ["left"])
        assert "○ Not counted" in shown(app)
        await press(pilot, ["u"])
        assert "Not counted" not in shown(app)


async def test_a_ruling_on_the_walk_after_a_session_changes_its_summary(data: Path) -> None:
    app = program(data, request=TWO)
    async with app.run_test(size=SMALL) as pilot:
        await one_right_one_wrong(pilot)
        await on_page(pilot, "SummaryScreen")
        await press(pilot, ["v"], to="ReviewScreen")
        if "sandstone" not in shown(app):
            await press(pilot, ["right"])
        await press(pilot, ["r", "r"])
        await press(pilot, ["escape"], to="SummaryScreen")
        assert "100 %" in shown(app)
        assert "Nothing to look at again." in shown(app)


async def test_the_summary_is_saved_as_markdown_and_as_a_picture(data: Path) -> None:
    app = program(data, request=TWO)
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await one_right_one_wrong(pilot)
        await on_page(pilot, "SummaryScreen")
        await until(pilot, lambda: "Learned:" in shown(app))
        (data / "shared").write_text("a file in the way")
        await press(pilot, ["w"])
        await until(pilot, lambda: "It cannot be saved" in shown(app))
        (data / "shared").unlink()
        await press(pilot, ["w"])
        await until(pilot, lambda: "Saved as" in shown(app))
        await press(pilot, ["g"])
        await until(pilot, lambda: len(list((data / "shared").iterdir())) == 2)
    found = {each.suffix: each.read_text("utf-8") for each in (data / "shared").iterdir()}
    page = found[".md"]
    assert page.startswith("# The lighthouse \\[/b\\] on the skerry\n")
    assert "**50 %**: 1 of 2 points" in page
    assert "Learned: 1 new question." in page
    assert (
        "**Of what stone is the tower built?**\n\n- you: sandstone\n- answer: **granite**" in page
    )
    assert "- evidence: “built of granite”" in page
    assert found[".svg"].startswith("<svg")
    assert "@font-face" not in found[".svg"]


TODAY = date(2026, 11, 30).toordinal()
LEARNED = [
    (Learned(), []),
    (Learned(1, 0, ((TODAY, 1),)), ["Learned: 1 new question.", "Comes back: 1 today."]),
    (
        Learned(9, 2, tuple((TODAY + ahead, 2) for ahead in (1, 3, 12, 30, 40))),
        [
            "Learned: 9 new questions; 2 that you had missed are right now.",
            "Comes back: 2 tomorrow, 2 on Thursday, 2 on 12 December, 4 later.",
        ],
    ),
    (Learned(0, 1), ["Learned: 1 that you had missed is right now."]),
]


@pytest.mark.parametrize(("found", "said"), LEARNED)
def test_what_was_learned_is_said_in_two_sentences(found: Learned, said: list[str]) -> None:
    assert in_sentences(found, TODAY) == said
