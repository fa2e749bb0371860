"""Driving the real program without a terminal: starting it, waiting for a state, reading it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic

from textual.pilot import Pilot

from quizapp.session.wish import Wish
from quizapp.start import Start
from quizapp.tui.app import QuizApp
from quizapp.tui.page import Sheet

BANK = Path(__file__).parent / "bank"
SMALL, LARGE = (80, 24), (120, 40)
PATIENCE = 15.0
"""Seconds to wait for a state that must come."""


def program(
    data: Path,
    *kinds: str,
    bank: Path | None = BANK,
    wish: Wish | None = None,
    learner: str = "",
    resume: str | None = None,
    keep: bool = True,
) -> QuizApp:
    """The program as `study` starts it, on questions of these kinds; without a bank, home."""
    wish = wish or Wish(seed=1, kinds=kinds)
    return QuizApp(Start(data, bank, wish, learner, resume, keep))


async def until(pilot: Pilot[None], state: Callable[[], object]) -> None:
    """Wait until the state has come."""
    end = monotonic() + PATIENCE
    while not state():
        if monotonic() > end:
            raise AssertionError(f"the state did not come:\n{shown(pilot.app)}")
        await pilot.pause()
    await pilot.pause()


async def ready(pilot: Pilot[None], phase: str = "") -> None:
    """Wait until keys count on the screen (and it is in this phase)."""

    def state() -> bool:
        screen = pilot.app.screen
        gate = getattr(screen, "gate", None)
        # A worker that asks on a sheet is not at work: it waits for the learner.
        asks = isinstance(screen, Sheet)
        at_work = not asks and any(not worker.is_finished for worker in pilot.app.workers)
        right = not phase or getattr(screen, "phase", "") == phase
        return right and not at_work and (gate is None or gate.is_open(monotonic()))

    await until(pilot, state)


async def on_page(pilot: Pilot[None], name: str) -> None:
    """Wait until the screen of this class is there, and keys count."""
    await until(pilot, lambda: type(pilot.app.screen).__name__ == name)
    await ready(pilot)


async def looked(pilot: Pilot[None]) -> None:
    """Wait until home has looked at every bank."""
    await until(pilot, lambda: all(worker.is_finished for worker in pilot.app.workers))
    await ready(pilot)


async def press(pilot: Pilot[None], keys: str | Sequence[str], phase: str = "") -> None:
    """Press the keys (a text is typed), then wait until it is ready again."""
    await pilot.press(*keys)
    await ready(pilot, phase)


async def answer(pilot: Pilot[None], keys: str | Sequence[str]) -> None:
    """Answer the question with these keys and Enter, and wait for the verdict."""
    await press(pilot, keys)
    await press(pilot, ["enter"], "told")


def shown(app: object) -> str:
    """What stands on the screen, as text."""
    assert isinstance(app, QuizApp)
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)
