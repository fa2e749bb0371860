"""Asking the learner's own judge on the screen: the verdict stands as not sure meanwhile."""

import asyncio
from collections.abc import Callable
from functools import partial

from quizapp.app import judge
from quizapp.app.workspace import Workspace
from quizapp.tui.presenter import SessionPresenter


async def opinion_on(
    workspace: Workspace, presenter: SessionPresenter
) -> Callable[[], None] | None:
    """Ask the judge about the response that is shown, which takes a while; what is to be done then,
    None where it is not asked."""
    given, session = presenter.given, presenter.session
    command = await asyncio.to_thread(workspace.judge, session.bank)
    about = judge.to_be_asked(session, given) if command and given is not None else None
    if about is None or given is None:
        return None
    opinion = await asyncio.to_thread(judge.ask, command, about)
    return partial(presenter.judged, given.id, opinion)
