"""Keys pressed before there was anything to press them for do nothing."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input
from tui.driving import SMALL, answer, program, ready

from quizapp.tui import gate
from quizapp.tui.gate import Gate
from quizapp.tui.screens.quiz import QuizScreen


def key(name: str, time: float) -> events.Key:
    """A key that was pressed at that time."""
    event = events.Key(name, None)
    event.time = time
    return event


def test_a_gate_opens_a_moment_after_the_painting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "SETTLES", 0.3)
    one = Gate()
    assert not one.lets(key("a", 5.0)), "nothing was painted yet"
    one.painted(10.0)
    assert not one.lets(key("a", 9.9)), "pressed before, though read after"
    assert not one.lets(key("a", 10.2))
    assert one.lets(key("a", 10.3))
    one.close()
    assert not one.lets(key("a", 11.0))


def test_leaving_is_always_let_through() -> None:
    assert Gate().lets(key("ctrl+q", 0.0))
    assert Gate().lets(key("ctrl+c", 0.0))


async def test_enter_typed_ahead_does_not_skip_the_verdict(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = program(data, "text")
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        monkeypatch.setattr(gate, "SETTLES", 0.3)
        await pilot.press(*"granite", "enter", "enter", "enter", "x", "y")
        await ready(pilot, "told")
        assert isinstance(app.screen, QuizScreen)
        assert app.screen.given is not None
        assert app.screen.given.response == "granite"


async def test_keys_typed_ahead_do_not_answer_the_next_question(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = program(data, "text", "number")
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        await answer(pilot, "no idea")
        monkeypatch.setattr(gate, "SETTLES", 0.3)
        await pilot.press("enter", *"early")
        await ready(pilot, "asking")
        assert app.screen.query_one(Input).value == ""
        await pilot.press(*"late")
        await pilot.pause()
        assert app.screen.query_one(Input).value == "late"
