"""Answering, kind by kind, at both sizes: what is asked, what is told, and where it stands."""

from pathlib import Path

import pytest
from textual.widgets import Input
from tui.driving import (
    LARGE,
    SIZES,
    SMALL,
    answer,
    on_page,
    press,
    program,
    ready,
    shown,
    studying,
    until,
)

from quizapp.bank.passage import DIGEST
from quizapp.planning.request import Mode, SessionRequest
from quizapp.tui.answer_boxes.base import Answer
from quizapp.tui.screens.quiz import QuizScreen

ANSWERS = {
    "text": "granite",
    "number": "18",
    "date": "1872",
    "list": ["t", "r", "i", "m", "ctrl+j", "l", "o", "g"],
    "cloze": [*"three", "tab", *"four"],
    "choice": "1",
    "multiple": "12",
    "boolean": "true: the blocks are dovetailed",
    "order": ["space", "down", "space"],
    "match": "abc",
    "points": "only at low water, and only in calm weather",
}
"""For each kind, the keys of some answer."""


def screen_of(pilot: object) -> QuizScreen:
    """The quiz that is shown."""
    screen = pilot.app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, QuizScreen)
    return screen


@pytest.mark.parametrize("size", SIZES)
async def test_every_kind_is_answered_by_enter_and_left_by_enter(
    data: Path, size: tuple[int, int]
) -> None:
    app = program(data)
    async with app.run_test(size=size) as pilot:
        asked: set[str] = set()
        while asked < set(ANSWERS):
            await ready(pilot, "asking")
            quiz = screen_of(pilot)
            asked.add(quiz.session.question.kind)
            before = shown(app)
            prompt = quiz.query_one("#prompt").region.offset
            await answer(pilot, ANSWERS[quiz.session.question.kind])
            after = shown(app)
            assert quiz.session.last is not None
            assert quiz.session.last.response.strip()
            for word in ("paragraph", "Building it", "Keeping it"):
                assert word not in before
            assert "paragraph" in after
            assert ("▐" in after) is any(shown.spans for shown in quiz.presenter.passages)
            assert any(sign in after for sign in ("✓", "≈", "◐", "✗", "?"))
            if not quiz.view.scroll_y:
                assert quiz.query_one("#prompt").region.offset == prompt
            await press(pilot, ["enter"])
        assert app.screen is not quiz or quiz.phase == "asking"


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_of_a_verdict_stays_with_the_next_question(
    data: Path, size: tuple[int, int]
) -> None:
    async with studying(data, "text", "number", size=size) as (app, pilot):
        await answer(pilot, "7")
        assert "paragraph" in shown(app)
        await press(pilot, ["enter"], "asking")
        for left in ("paragraph", "▐", "Wrong", "digest", "you  "):
            assert left not in shown(app)


async def test_the_passage_stands_below_and_beside_where_it_is_wide(data: Path) -> None:
    for size, beside in ((SMALL, False), (LARGE, True)):
        app = program(data, "text", keep=False)
        async with app.run_test(size=size) as pilot:
            await ready(pilot, "asking")
            await answer(pilot, "granite")
            quiz = screen_of(pilot)
            passage, left = quiz.query_one("#passage").region, quiz.query_one("#left").region
            assert (passage.x >= left.right) is beside
            assert (passage.y >= left.bottom) is not beside
            assert f" {DIGEST} ─" in shown(app), "whole in the frame"


async def test_evidence_is_marked_by_signs_and_scrolled_into_view(data: Path) -> None:
    async with studying(data, "number", size=(80, 17)) as (app, pilot):
        await answer(pilot, "18")
        await pilot.pause()
        assert "▐18" in shown(app)


async def test_that_there_is_more_below_is_said_until_it_was_seen(data: Path) -> None:
    async with studying(data, "number", size=(80, 17)) as (app, pilot):
        await answer(pilot, "12")
        await press(pilot, ["z"])
        assert "↓ More" in shown(app)
        await press(pilot, ["end"])
        await until(pilot, lambda: "↓ More" not in shown(app))


async def test_a_slip_is_shown_letter_by_letter_without_colour(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        await answer(pilot, "grannite")
        assert "≈ Close: counted as right" in shown(app)
        assert "gran(n)ite" in shown(app)


async def test_an_anticipated_error_is_mended_and_nothing_in_it_is_markup(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        await answer(pilot, "sandstone")
        assert "✗ Wrong" in shown(app)
        assert "worn away [red]in a decade[/red]." in shown(app)
        assert "The lighthouse [/b] on the skerry" in shown(app)


async def test_an_empty_enter_records_nothing_and_a_second_one_gives_up(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        assert "empty: I don't know" in shown(app)
        quiz = screen_of(pilot)
        await press(pilot, ["enter"])
        assert "Nothing is recorded" in shown(app)
        await press(pilot, "g")
        assert "Nothing is recorded" not in shown(app), "typing takes the question back"
        await press(pilot, ["backspace", "enter"])
        assert "Nothing is recorded" in shown(app)
        await press(pilot, ["enter"], "told")
        assert quiz.session.last is not None
        assert quiz.session.last.response == ""
        assert "○ Not known yet" in shown(app)


HALF_DONE = {
    "cloze": ([*"three", "enter"], "Gap 2 is empty."),
    "match": (["a", "enter"], "2 have no partner yet."),
    "boolean": (["1", "enter"], "The reason is still missing"),
}
"""By kind, the keys of half an answer, and what is said of it."""


async def test_what_is_half_done_is_answered_by_a_second_enter(data: Path) -> None:
    app = program(data, *HALF_DONE)
    async with app.run_test(size=SMALL) as pilot:
        for number in range(len(HALF_DONE)):
            await press(pilot, ["enter"] if number else [], "asking")
            session = screen_of(pilot).session
            keys, said = HALF_DONE[session.question.kind]
            await press(pilot, keys)
            assert said in shown(app)
            assert len(session.state.responses) == number
            await press(pilot, ["enter"], "told")
            assert len(session.state.responses) == number + 1


SLIPS: dict[str, tuple[str, str, str | list[str]]] = {
    "number": ("many", "There is no figure in “many”", " hundreds 18"),
    "date": ("long ago", "There is no date in “long ago”", ", in 1872"),
    "boolean": ("the sea", "Begin with true or false, then say why.", ["up"]),
}
"""By kind, a slip of form, what is said of it, and the keys that complete it."""


@pytest.mark.parametrize("mode", ["learn", "exam"])
async def test_a_slip_of_form_is_asked_again_and_stays_in_the_box(data: Path, mode: Mode) -> None:
    app = program(data, request=SessionRequest(seed=1, kinds=tuple(SLIPS), mode=mode))
    async with app.run_test(size=SMALL) as pilot:
        for number in range(len(SLIPS)):
            await ready(pilot, "asking")
            quiz = screen_of(pilot)
            session = quiz.session
            slip, said, more = SLIPS[session.question.kind]
            await press(pilot, slip)
            for _ in range(3):
                await press(pilot, ["enter"], "asking")
                assert said in shown(app)
                assert "Nothing is recorded yet." in " ".join(shown(app).split())
                assert quiz.query_one(Input).value == slip
                assert len(session.state.responses) == number
            await press(pilot, more)
            await press(pilot, ["enter"])
            assert len(session.state.responses) == number + 1
            if mode == "learn":
                await press(pilot, ["enter"])


async def test_an_answer_over_64_kib_is_refused_and_nothing_is_cut(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        quiz = screen_of(pilot)
        quiz.query_one(Input).value = "x" * 70_000
        await press(pilot, ["enter"])
        assert "over 64 KiB" in shown(app)
        assert quiz.session.last is None
        assert len(quiz.query_one(Input).value) == 70_000


async def test_a_whole_session_by_keys_ends_in_the_summary(data: Path) -> None:
    async with studying(
        data, request=SessionRequest(seed=3, kinds=("text", "choice"), count=2)
    ) as (app, pilot):
        for _ in range(2):
            quiz = screen_of(pilot)
            right = quiz.session.question.model_answer()
            keys = right
            if quiz.session.question.kind == "choice":
                keys = str(quiz.session.offer.options.index(right) + 1)
            await answer(pilot, keys)
            await pilot.press("enter")
            await pilot.pause()
        await on_page(pilot, "SummaryScreen")
        assert "100 %   2 of 2 points" in shown(app)
        assert "Nothing to look at again." in shown(app)
    assert app.last_words == "Score: 2 of 2 (100 %): 2 right."


async def test_no_answer_box_keeps_the_one_before(data: Path) -> None:
    async with studying(data, "text", "choice") as (app, pilot):
        await press(pilot, ["f3"], "asking")
        assert len(app.screen.query(Answer)) == 1
