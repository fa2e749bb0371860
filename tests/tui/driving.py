"""Driving the real program without a terminal: starting it, waiting for a state, reading it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from time import monotonic

import pytest
from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot

from quizapp.app.launch import Launch
from quizapp.planning.request import SessionRequest
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.sheet import Sheet

BANK = Path(__file__).parent / "bank"
SMALL, LARGE = (80, 24), (120, 40)
SIZES = [
    pytest.param(SMALL, id="80x24"),
    pytest.param(LARGE, id="120x40", marks=pytest.mark.slow),
]
"""For what should not depend on the size."""
PATIENCE = 60.0
"""Seconds to wait for a state that must come."""


def program(
    data: Path,
    *kinds: str,
    bank: Path | None = BANK,
    request: SessionRequest | None = None,
    learner: str = "",
    resume: str | None = None,
    keep: bool = True,
) -> QuizApp:
    """The program as `study` starts it, on questions of these kinds; without a bank, home."""
    request = request or SessionRequest(seed=1, kinds=kinds)
    return QuizApp(Launch(data, bank, request, learner, resume, keep))


@asynccontextmanager
async def studying(
    data: Path,
    *kinds: str,
    size: tuple[int, int] = SMALL,
    notifications: bool = False,
    request: SessionRequest | None = None,
    resume: str | None = None,
    keep: bool = True,
) -> AsyncIterator[tuple[QuizApp, Pilot[None]]]:
    """The program as `study` starts it, once the first question is asked."""
    app = program(data, *kinds, request=request, resume=resume, keep=keep)
    async with app.run_test(size=size, notifications=notifications) as pilot:
        await ready(pilot, "asking")
        yield app, pilot


@asynccontextmanager
async def at_home(
    data: Path, *, size: tuple[int, int] = SMALL, notifications: bool = False
) -> AsyncIterator[tuple[QuizApp, Pilot[None]]]:
    """The program at home, once it has looked at every bank."""
    app = program(data, bank=None)
    async with app.run_test(size=size, notifications=notifications) as pilot:
        await looked(pilot)
        yield app, pilot


async def until(pilot: Pilot[None], state: Callable[[], object]) -> None:
    """Wait until the state has come and is painted."""
    end = monotonic() + PATIENCE
    # Looking costs more than what is waited for: ever less often, until fifty times a second.
    rest = 0.0
    while not (await _at_rest(pilot) and state()):
        if monotonic() > end:
            raise AssertionError(f"the state did not come:\n{_account(pilot.app)}")
        await asyncio.sleep(rest)
        rest = min(rest + 0.001, 0.02)


async def ready(pilot: Pilot[None], phase: str = "") -> None:
    """Wait until keys count on the screen (and it is in this phase)."""
    await until(
        pilot,
        lambda: (
            (not phase or getattr(pilot.app.screen, "phase", "") == phase) and _takes_keys(pilot)
        ),
    )


async def on_page(pilot: Pilot[None], name: str) -> None:
    """Wait until the screen of this class is there, and keys count."""
    await until(pilot, lambda: type(pilot.app.screen).__name__ == name and _takes_keys(pilot))


async def looked(pilot: Pilot[None]) -> None:
    """Wait until home has looked at every bank."""
    await until(pilot, lambda: not _at_work(pilot) and _takes_keys(pilot))


async def press(
    pilot: Pilot[None], keys: str | Sequence[str], phase: str = "", *, to: str = ""
) -> None:
    """Type a text in one burst, or press keys one after the other, each once keys count; then wait
    until keys count again (in this phase, or on the screen of this class)."""
    strokes = [keys] if isinstance(keys, str) else [[key] for key in keys]
    for number, stroke in enumerate(strokes):
        with _noting(f"before {stroke!r}, number {number + 1} of {keys!r}"):
            await ready(pilot)
            await strike(pilot, *stroke)
    with _noting(f"after {keys!r}"):
        await (on_page(pilot, to) if to else ready(pilot, phase))


async def strike(pilot: Pilot[None], *keys: str, later: float = 0.0) -> None:
    """Press keys in one burst, whether or not they count, `later` seconds from now as the program
    is told; wait until all were looked at."""
    for key in keys:
        character = {"space": " "}.get(key, key)
        name = _character_to_key(character) if len(character) == 1 else key
        event = events.Key(name, character if len(character) == 1 else None)
        event.time += later
        pilot.app.post_message(event)
    await pilot.pause(0)


async def answer(pilot: Pilot[None], keys: str | Sequence[str]) -> None:
    """Answer the question with these keys and Enter, and wait for the verdict."""
    await press(pilot, keys)
    await press(pilot, ["enter"], "told")


async def click(pilot: Pilot[None], words: str) -> None:
    """Click on the first place where the words stand on the screen."""
    await ready(pilot)
    for y, line in enumerate(shown(pilot.app).splitlines()):
        if words in line:
            await pilot.click(offset=(line.index(words) + 1, y))
            await ready(pilot)
            return
    raise AssertionError(f"{words!r} is not on the screen:\n{shown(pilot.app)}")


def shown(app: App[None]) -> str:
    """What stands on the screen, as text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def _at_rest(pilot: Pilot[None]) -> bool:
    """Let all messages that wait be handled and painted; gives whether they led to no others."""
    await pilot.pause(0)
    await pilot.pause(0)
    app = pilot.app
    return not any(
        pump.message_queue_size for pump in (app, *app.screen.walk_children(with_self=True))
    )


def _at_work(pilot: Pilot[None]) -> bool:
    """Whether anything is done out of the screen's way that it waits for."""
    # A worker that asks on a sheet is not at work: it waits for the learner.
    return not isinstance(pilot.app.screen, Sheet) and any(
        not worker.is_finished for worker in pilot.app.workers
    )


def _takes_keys(pilot: Pilot[None]) -> bool:
    """Whether what the screen shows was painted, and a key pressed now counts."""
    gate = getattr(pilot.app.screen, "gate", None)
    return not _at_work(pilot) and (gate is None or gate.is_open(monotonic()))


@contextmanager
def _noting(keys: str) -> Iterator[None]:
    try:
        yield
    except AssertionError as failure:
        failure.add_note(f"It was waited for {keys}.")
        raise


def _account(app: App[None]) -> str:
    """The screens, from the lowest to the topmost, the work under way, and what is shown."""
    screens = [
        f"{type(each).__name__}(phase={getattr(each, 'phase', None)!r})"
        for each in app.screen_stack
    ]
    work = [f"{worker.name} ({worker.state.name})" for worker in app.workers]
    return f"screens: {' < '.join(screens)}\nwork: {', '.join(work) or 'none'}\n{shown(app)}"
