"""How a session is opened out of the screen's way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from quizapp.app.launch import Launch
from quizapp.app.workspace import Workspace

if TYPE_CHECKING:
    from quizapp.planning.request import SessionRequest
    from quizapp.session.run import SessionRun

Opening = Callable[[Workspace], "SessionRun"]
T = TypeVar("T")
SOON = 0.1
"""Seconds that a first paint waits for what it is to show: two paints take longer than one."""


class Enough(Exception):
    """Nothing is left for today; `more` opens a session all the same, of `count` questions."""

    def __init__(self, message: str, more: Opening, count: int) -> None:
        super().__init__(message)
        self.more = more
        self.count = count


def studied(path: Path, request: SessionRequest) -> Opening:
    """Opening a new session on the bank at `path`. The opening raises Enough too."""

    def opening(workspace: Workspace) -> SessionRun:
        from quizapp.planning.daily_plan import DoneForToday

        try:
            return workspace.begin(workspace.bank(path), request)
        except DoneForToday as done:
            if done.more is None:
                raise
            raise Enough(str(done), studied(path, done.more), done.more.count or 0) from done

    return opening


def resumed(session: str, path: Path | None = None) -> Opening:
    """Opening a session again."""
    return lambda workspace: workspace.resume(session, path)


async def soon(begun: Future[T]) -> None:
    """Wait for what was `begun`, but no longer than a first paint without it may wait."""
    if not begun.done():
        await asyncio.wait({_awaitable(begun)}, timeout=SOON)


async def opened(begun: Future[T], workspace: Workspace, say: Callable[[str], None]) -> T:
    """What was `begun` gives. While the workspace waits for something, `say` is told what."""
    said = ""
    work = _awaitable(begun)
    while not begun.done() and not (await asyncio.wait({work}, timeout=0.1))[0]:
        if workspace.waiting != said:
            said = workspace.waiting
            say(said)
    return begun.result()


def _awaitable(begun: Future[T]) -> asyncio.Future[T]:
    """The same, to be waited for; its error is raised by `begun` alone."""
    work = asyncio.wrap_future(begun)
    # An error that nobody took from it would be printed when the program ends.
    work.add_done_callback(lambda done: done.cancelled() or done.exception())
    return work


def opening_of(start: Launch) -> Opening | None:
    """Opening what the command line named: a session or a bank; None where it named neither."""
    if start.resume is not None:
        return resumed(start.resume, start.bank)
    return studied(start.bank, start.request) if start.bank is not None else None
