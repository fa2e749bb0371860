"""Keys pressed before there was anything to press them for do nothing."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

import pytest
from textual import events
from textual.widgets import Input
from tui.driving import PATIENCE, answer, ready, shown, strike, studying, until

from quizapp.session.run import SessionRun
from quizapp.tui import key_guard
from quizapp.tui.key_guard import KeyGuard
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.widgets.key_bar import KeyBar

HOUR = 3600.0


def key(name: str, time: float) -> events.Key:
    """A key that was pressed at that time."""
    event = events.Key(name, None)
    event.time = time
    return event


def test_nothing_passes_before_it_is_painted_and_then_all_but_a_bounce(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(key_guard, "SETTLES", 0.3)
    one = KeyGuard()
    assert not one.lets(key("f2", 5.0)), "nothing was painted yet"
    one.close("enter")
    one.painted(10.0)
    assert not one.lets(key("f2", 9.9)), "pressed before, though read after"
    assert one.lets(key("f2", 10.0))
    assert not one.lets(key("enter", 10.2)), "the key that led here may bounce"
    assert one.lets(key("enter", 10.3))
    assert not one.lets(letter("r", 10.2)), "the end of what was typed before"
    assert one.lets(letter("r", 10.2), typing=True)
    one.close()
    assert not one.lets(key("f2", 11.0))


def letter(name: str, time: float) -> events.Key:
    """A letter that was typed at that time."""
    event = events.Key(name, name)
    event.time = time
    return event


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
    async with studying(data, "text") as (app, pilot):
        patient()
        await strike(pilot, *"granite", "enter", "enter", "enter", "x", "y")
        quiz = app.screen
        assert isinstance(quiz, QuizScreen)
        await until(pilot, lambda: quiz.phase == "told" and quiz.gate.is_open(monotonic() + HOUR))
        assert quiz.presenter.given is not None
        assert quiz.presenter.given.response == "granite"


async def test_an_enter_that_bounces_is_no_second_one(
    data: Path, patient: Callable[[], None]
) -> None:
    async with studying(data, "text") as (app, pilot):
        quiz = app.screen
        assert isinstance(quiz, QuizScreen)
        patient()
        await strike(pilot, "enter", "enter", "enter")
        await until(pilot, lambda: quiz.gate.is_open(monotonic() + HOUR))
        assert quiz.session.last is None


async def test_keys_typed_ahead_do_not_answer_the_next_question(
    data: Path, patient: Callable[[], None]
) -> None:
    async with studying(data, "text", "number") as (app, pilot):
        await answer(pilot, "no idea")
        quiz = app.screen
        assert isinstance(quiz, QuizScreen)
        patient()
        await strike(pilot, "enter", *"early")
        await until(pilot, lambda: quiz.phase == "asking" and quiz.gate.is_open(monotonic() + HOUR))
        assert quiz.query_one(Input).value == ""
        await strike(pilot, *"late", later=HOUR)
        await until(pilot, lambda: quiz.query_one(Input).value == "late")


async def test_only_the_key_that_led_on_waits_once_a_question_is_painted(
    data: Path, patient: Callable[[], None]
) -> None:
    async with studying(data, "text", "number") as (app, pilot):
        await answer(pilot, "no idea")
        quiz = app.screen
        assert isinstance(quiz, QuizScreen)
        patient()
        await strike(pilot, "enter", later=HOUR)
        await until(pilot, lambda: quiz.phase == "asking" and not quiz.gate.closed)
        await strike(pilot, "enter")
        assert "Nothing is recorded" not in shown(app)
        await strike(pilot, *"9")
        assert quiz.query_one(Input).value == "9"
        await strike(pilot, "f3")
        await until(pilot, lambda: bool(quiz.session.state.skips))


async def test_the_footer_is_dim_while_no_key_counts(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    grade = SessionRun.answer

    def waits(*given: Any) -> Any:
        go_on.wait(PATIENCE)
        return grade(*given)

    monkeypatch.setattr(SessionRun, "answer", waits)
    async with studying(data, "text") as (app, pilot):
        bar = app.screen.query_one(KeyBar)
        assert not bar.has_class("-refused")
        await strike(pilot, *"granite", "enter")
        await until(pilot, lambda: bar.has_class("-refused"))
        go_on.set()
        await ready(pilot, "told")
        assert not bar.has_class("-refused")
