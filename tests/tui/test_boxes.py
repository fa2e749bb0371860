"""The answer boxes: what keys and pastes do in each, and that a draft survives."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, TextArea
from tui.driving import SMALL, press, program, ready, shown, studying

from quizapp.planning.request import SessionRequest
from quizapp.tui.answer_boxes.base import Answer
from quizapp.tui.screens.quiz import QuizScreen


def box_of(app: object) -> Answer:
    """The answer box that is shown."""
    return app.screen.query_one(Answer)  # type: ignore[attr-defined,no-any-return]


def offer_of(app: object) -> tuple[str, ...]:
    """What is offered."""
    quiz = app.screen  # type: ignore[attr-defined]
    assert isinstance(quiz, QuizScreen)
    return quiz.session.offer.options


STEPS = {
    "choice": [(["up"], [3]), (["home"], [0]), (["down"], [1]), ("3", [2])],
    "multiple": [("13", [0, 2]), ("3", [0]), (["home", "space"], []), (["down", "space"], [1])],
    "order": [
        ("4", [1, 2, 3, 0]),
        (["shift+up"], [1, 2, 0, 3]),
        (["ctrl+down"], [1, 2, 3, 0]),
        (["up", "space", "up", "up", "space"], [3, 1, 2, 0]),
    ],
}
"""By kind, keys one after the other, and what is chosen or how it is ordered then."""


@pytest.mark.parametrize("kind", STEPS)
async def test_choosing_and_ordering_by_keys(data: Path, kind: str) -> None:
    async with studying(data, kind) as (app, pilot):
        offered = offer_of(app)
        for keys, places in STEPS[kind]:
            await press(pilot, keys)
            chosen = [offered.index(each) for each in box_of(app).response().split("\n") if each]
            assert chosen == places, keys


async def test_pairs_by_letters_arrows_and_backspace(data: Path) -> None:
    async with studying(data, "match") as (app, pilot):
        rights = offer_of(app)
        await press(pilot, "ba")
        assert box_of(app).response() == f"keepers = {rights[1]}\nfog signal = {rights[0]}"
        await press(pilot, ["1", "backspace"])
        assert box_of(app).response() == f"fog signal = {rights[0]}"
        await press(pilot, ["right"])
        assert f"keepers = {rights[0]}" in box_of(app).response()


TRUE_OR_FALSE: list[tuple[str | list[str], str, str]] = [
    ("False: its lead grows", "False: its lead grows", "false, its lead grows"),
    ("false, its lead", "false, its lead", "false, its lead"),
    ("true because the sea presses", "true because the sea presses", "true, the sea presses"),
    ("Yes. The sea presses", "Yes. The sea presses", "true, The sea presses"),
    ("t", "t", "true"),
    ("F", "F", "false"),
    ("2", "2", "false"),
    ("true it is f 2", "true it is f 2", "true, it is f 2"),
    ("the sea presses", "the sea presses", "the sea presses"),
    (["down"], "false, ", "false"),
    (["up", *"it holds"], "true, it holds", "true, it holds"),
    ([*"true, it holds", "down"], "false, it holds", "false, it holds"),
    ([*"it holds", "up"], "true, it holds", "true, it holds"),
]


async def test_true_and_false_are_the_beginning_of_one_text(data: Path) -> None:
    async with studying(data, "boolean") as (app, pilot):
        for keys, draft, response in TRUE_OR_FALSE:
            await press(pilot, keys)
            assert (box_of(app).draft, box_of(app).response()) == (draft, response)
            marked = [line for line in shown(app).splitlines() if "▸" in line]
            value = response.split()[0].rstrip(",").capitalize()
            chosen = [True] if value in ("True", "False") else []
            assert [value in line for line in marked] == chosen, keys
            app.screen.query_one(Input).value = ""
            await ready(pilot)


async def test_the_line_stands_ready_for_a_reason_that_is_missing(data: Path) -> None:
    async with studying(data, "boolean") as (app, pilot):
        await press(pilot, [*"false", "enter"], "asking")
        assert "The reason is still missing" in shown(app)
        await press(pilot, "its lead grows")
        assert box_of(app).draft == "false, its lead grows"
        assert "The reason is still missing" not in shown(app)
        await press(pilot, ["enter"], "told")
        assert "you     false, its lead grows" in shown(app)


async def test_a_reason_without_a_value_stays_and_asks_for_the_value(data: Path) -> None:
    async with studying(data, "boolean") as (app, pilot):
        await press(pilot, [*"the sea presses", "enter"], "asking")
        assert "Begin with true or false" in shown(app)
        assert box_of(app).draft == "the sea presses"


async def test_what_a_wrong_tick_costs_is_said_before_and_a_right_option_is_no_error(
    data: Path,
) -> None:
    async with studying(data, "multiple") as (app, pilot):
        assert "a wrong tick costs a point" in shown(app)
        options = box_of(app).offer.options
        ticked = [f"{options.index(words) + 1}" for words in ("Colza oil", "Coal gas")]
        await press(pilot, [*ticked, "enter"], "told")
        assert "✗ Wrong: 1 of 2 right, 1 wrong, so 0 of 2 points" in shown(app)
        assert "✗ Coal gas" in shown(app)
        assert "○ Paraffin  right as well, not chosen" in shown(app)


@pytest.mark.parametrize("kind", ["choice", "multiple", "order", "match"])
async def test_words_typed_where_keys_pick_pick_nothing(data: Path, kind: str) -> None:
    async with studying(data, kind) as (app, pilot):
        for before in ("", "1"):
            await press(pilot, [*before, "left"] if kind == "choice" else [*before, "down", "up"])
            was = box_of(app).draft
            for words in ("a charge of 2 guncottons", "every four", "2 bad lamps"):
                await press(pilot, words)
                assert "Words cannot be typed here" in shown(app)
                await press(pilot, ["enter"], "asking")
                assert box_of(app).draft == was
        await press(pilot, "1")
        if kind == "choice":
            assert box_of(app).draft == offer_of(app)[0]


@pytest.mark.parametrize(
    ("kind", "typed", "read"),
    [
        ("number", "eighteen", "18 nautical miles"),
        ("number", "1,5 million", "1.5 million"),
        ("date", "12 March 1872", "12 March 1872"),
    ],
)
async def test_a_live_reading_says_what_was_understood(
    data: Path, kind: str, typed: str, read: str
) -> None:
    async with studying(data, kind) as (app, pilot):
        await press(pilot, typed)
        assert f"reads as {read}" in shown(app)


async def test_a_paste_of_several_lines_loses_none_of_them(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        app.post_message(events.Paste("\n grey\r\ngranite \x1b[31m\n"))
        await ready(pilot)
        assert app.screen.query_one(Input).value == "grey granite [31m"
        assert "2 pasted lines were joined" in shown(app)


async def test_a_paste_into_lines_keeps_them(data: Path) -> None:
    async with studying(data, "points") as (app, pilot):
        app.post_message(events.Paste("one\r\ntwo\x07\n"))
        await ready(pilot)
        assert app.screen.query_one(TextArea).text == "one\ntwo"


@pytest.mark.parametrize("kind", ["text", "points"])
async def test_a_huge_paste_is_left_out_with_a_word(data: Path, kind: str) -> None:
    async with studying(data, kind) as (app, pilot):
        await press(pilot, "kept")
        app.post_message(events.Paste("x" * 70_000))
        await ready(pilot)
        assert box_of(app).response() == "kept"
        assert "over 64 KiB" in shown(app)


async def test_enter_answers_and_ctrl_j_begins_a_line(data: Path) -> None:
    async with studying(data, "points") as (app, pilot):
        await press(pilot, [*"low water", "ctrl+j", *"calm"])
        assert box_of(app).response() == "low water\ncalm"
        await press(pilot, ["enter"], "told")


DRAFTS = {
    "text": "gra",
    "number": "eigh",
    "list": ["a", "ctrl+j", "b"],
    "cloze": [*"three", "tab", "f"],
    "choice": "2",
    "multiple": "13",
    "boolean": "true why",
    "order": "3",
    "match": "cb",
    "points": "low",
}


async def test_what_was_typed_and_not_sent_survives_escape(data: Path) -> None:
    request = SessionRequest(mode="exam", seed=1, kinds=tuple(DRAFTS))
    app = program(data, request=request)
    drafts = []
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        session = app.screen.session.id  # type: ignore[attr-defined]
        for number in range(len(DRAFTS)):
            await press(pilot, ["f8"] if number else [], "asking")
            await press(pilot, DRAFTS[box_of(app).question.kind])
            drafts.append(box_of(app).draft)
        await press(pilot, ["escape"])
    assert all(drafts)
    again = program(data, bank=None, resume=session)
    async with again.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        for number, draft in enumerate(drafts):
            await press(pilot, ["f8"] if number else [], "asking")
            assert box_of(again).draft == draft


async def test_what_was_typed_survives_every_size(data: Path) -> None:
    async with studying(data, "text") as (app, pilot):
        await press(pilot, "gra")
        for width, height in ((20, 5), (120, 40), (1, 1), (39, 9), (300, 80), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
        await press(pilot, "nite")
        assert box_of(app).response() == "granite"
