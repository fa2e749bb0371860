"""A session for scripts, from the answers in a file to the JSON on standard output."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from quizapp.app.errors import MISUSED, CommandError, refusals
from quizapp.cli.output import say

if TYPE_CHECKING:
    from quizapp.app.workspace import Workspace
    from quizapp.session.run import SessionRun

LIMIT = 16 << 20
"""A file of answers has this many bytes at most."""


def run_scripted(workspace: Workspace, name: str | None) -> int:
    """Run a session from a file of answers, print what came of it. Raises CommandError.

    It asks the questions that are answered there; an exam by a paper what the paper asks.
    """
    from quizapp import files
    from quizapp.app.session_end import BELOW
    from quizapp.plain import scripted

    if name is None:
        raise CommandError("--format json needs --answers FILE, with an answer on each line.")
    start = workspace.start
    try:
        with refusals(name, MISUSED):
            answers = scripted.read(files.read_text(name, LIMIT).split("\n"))
    except scripted.BadLine as error:
        raise CommandError(f"{name}: {error}.", status=1) from error
    try:
        session = _session_of(workspace, tuple(dict.fromkeys(one.question for one in answers)))
        scripted.run(session, answers)
        print(json.dumps(scripted.result(session, workspace.copy(session.bank)), indent=2))
    finally:
        workspace.close()
    if not session.recorder.keeps and start.keep:
        say(workspace.trouble)
        return 1
    return BELOW if session.passed is False else 0


def _session_of(workspace: Workspace, answered: tuple[str, ...]) -> SessionRun:
    """The session to run: resumed, or begun on these questions. Raises CommandError."""
    start = workspace.start
    if start.resume is not None:
        return workspace.resume(start.resume, start.bank)
    if start.bank is None:
        raise CommandError("Name the bank: `quizapp study BANK --answers FILE`.")
    bank, request = workspace.bank(start.bank), start.request
    if unknown := set(answered) - {one.id for one in bank.questions}:
        raise CommandError(f"{bank.id} has no question {min(unknown)!r}.", status=1)
    if request.paper is None:
        count = request.count or max(len(answered), 1)
        request = request._replace(questions=answered, count=count)
    return workspace.begin(bank, request)
