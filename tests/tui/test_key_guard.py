"""Keys pressed before there was anything to press them for do nothing."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from textual import events
from textual.widgets import Input
from tui.driving import SMALL, answer, program, ready, strike, until

from quizapp.tui import key_guard
from quizapp.tui.key_guard import KeyGuard
from quizapp.tui.screens.quiz import QuizScreen

HOUR = 3600.0


def key(name: str, time: float) -> events.Key:
    """A key that was pressed at that time."""
    event = events.Key(name, None)
    event.time = time
    return event


def test_a_gate_opens_a_moment_after_the_painting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_guard, "SETTLES", 0.3)
    one = KeyGuard()
    assert not one.lets(key("a", 5.0)), "nothing was painted yet"
    one.painted(10.0)
    assert not one.lets(key("a", 9.9)), "pressed before, though read after"
    assert not one.lets(key("a", 10.2))
    assert one.lets(key("a", 10.3))
    one.close()
    assert not one.lets(key("a", 11.0))


def test_leaving_is_always_let_through() -> None:
    assert KeyGuard().lets(key("ctrl+q", 0.0))
    assert KeyGuard().lets(key("ctrl+c", 0.0))


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Has keys count only a long while after the painting, from the call on."""
    return lambda: monkeypatch.setattr(key_guard, "SETTLES", HOUR)


async def test_enter_typed_ahead_does_not_skip_the_verdict(
    data: Path, patient: Callable[[], None]
) -> None:
    app = program(data, "text")
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        patient()
        await strike(pilot, *"granite", "enter", "enter", "enter", "x", "y")
        quiz = app.screen
        assert isinstance(quiz, QuizScreen)
        await until(pilot, lambda: quiz.phase == "told" and quiz.gate.is_open(monotonic() + HOUR))
        assert quiz.given is not None
        assert quiz.given.response == "granite"


async def test_an_enter_that_bounces_is_no_second_one(
    data: Path, patient: Callable[[], None]
) -> None:
    app = program(data, "text")
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        quiz = app.screen
        assert isinstance(quiz, QuizScreen)
        patient()
        await strike(pilot, "enter", "enter", "enter")
        await until(pilot, lambda: quiz.gate.is_open(monotonic() + HOUR))
        assert quiz.session.last is None


async def test_keys_typed_ahead_do_not_answer_the_next_question(
    data: Path, patient: Callable[[], None]
) -> None:
    app = program(data, "text", "number")
    async with app.run_test(size=SMALL) as pilot:
        await ready(pilot, "asking")
        await answer(pilot, "no idea")
        quiz = app.screen
        assert isinstance(quiz, QuizScreen)
        patient()
        await strike(pilot, "enter", *"early")
        await until(pilot, lambda: quiz.phase == "asking" and quiz.gate.is_open(monotonic() + HOUR))
        assert quiz.query_one(Input).value == ""
        await strike(pilot, *"late", later=HOUR)
        await until(pilot, lambda: quiz.query_one(Input).value == "late")
