"""A session on plain lines, from the choice of a bank to the exit status."""

import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType

from quizapp.app.errors import CommandError
from quizapp.app.formatting import problem_line, without_ids
from quizapp.app.launch import Launch
from quizapp.app.outlook import ahead, request_for_more
from quizapp.app.presenter import SessionPresenter, presented
from quizapp.app.session_end import BELOW, resume_command, same_paper
from quizapp.app.session_lists import unfinished
from quizapp.app.workspace import UnusableBank, Workspace
from quizapp.bank.ids import without_id
from quizapp.bank.model import Bank
from quizapp.plain import rendering
from quizapp.plain.commands import do
from quizapp.plain.console import Console, LineReader
from quizapp.plain.rendering import wrapped
from quizapp.plain.session import run as run_lines
from quizapp.planning.cards import due_counts
from quizapp.planning.daily_plan import DoneForToday
from quizapp.planning.request import SessionRequest
from quizapp.report.regrade import in_words, outdated
from quizapp.session.begin import begin
from quizapp.session.run import SessionRun
from quizapp.store.errors import StoreError
from quizapp.store.rows import UnfinishedRow
from quizapp.text import clean

ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""The signals that ask a program to end, where the system has them."""


SEE_ALSO = (
    "`quizapp progress BANK --plain` says how you stand, `quizapp scores` lists your sessions, "
    "`quizapp scores --missed` what you missed."
)
KEEPING_NOTHING = "Going on without keeping scores."


class Stopped(BaseException):
    """A signal asks the program to end; `status` is the exit status that tells of it."""

    def __init__(self, number: int) -> None:
        self.status = 128 + number


def run(start: Launch) -> int:
    """Study on plain lines; gives the exit status. Every end prints the score."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    console = Console(
        LineReader(sys.stdin.fileno()), _print_wrapped if terminal else _print, terminal
    )
    try:
        for number in ENDS:
            signal.signal(number, _stop)
        return _run(Workspace(start), console)
    except KeyboardInterrupt:
        return 130
    except Stopped as stopped:
        return stopped.status
    finally:
        for number in ENDS:
            signal.signal(number, signal.SIG_DFL)


def _run(workspace: Workspace, console: Console) -> int:
    try:
        session = _session(workspace, console)
        return 0 if session is None else _through(session, workspace, console)
    finally:
        workspace.close()


def _through(session: SessionRun, workspace: Workspace, console: Console) -> int:
    """Run the session and tell how it ended, whatever ended it."""
    status, one = 0, presented(session, workspace, asks=console.terminal)
    try:
        run_lines(one, console, workspace.judge(session.bank))
    except KeyboardInterrupt:
        status = 130
    except Stopped as stopped:
        status = stopped.status
    except OSError as error:
        # The terminal is gone: what was answered is kept, and there is nobody to tell.
        if isinstance(error, BrokenPipeError):
            raise
        status = 129
    _end(one, workspace, console)
    kept = (session.recorder.keeps and not session.recorder.problem) or not workspace.start.keep
    if status or not kept:
        return status or 1
    if (more := _ahead(one, console)) is not None:
        again = _begun(workspace, session.bank, more, console)
        return _through(again, workspace, console) if again is not None else 0
    return BELOW if session.passed is False else 0


def _end(one: SessionPresenter, workspace: Workspace, console: Console) -> None:
    """Tell what the session came to, what was kept of it, and how to go on."""
    session = one.session
    if one.phase != "over":
        # There is no answer after this one to try again with.
        session.recorder.keep_later()
        do(one, console, one.leave)
    console.say(*rendering.end(session), *same_paper(session, workspace.start))
    if told := rendering.kept(session):
        console.say(told)
    left = not session.state.finished or session.recorder.problem
    if left and not session.recorder.nothing_kept:
        console.say(f"To go on: {resume_command(session, workspace.start)}")


def _ahead(one: SessionPresenter, console: Console) -> SessionRequest | None:
    """What is to be expected; a request for more questions, if the limit held some back today."""
    expected, more = one.ahead if one.phase == "over" else ahead(one.session)
    if expected:
        console.say(expected)
    if not more:
        return None
    if not console.terminal:
        console.say(f"Done for today. There are new ones: --count {more} asks more of them.")
        return None
    line = console.hear(f"Done for today. Enter: {more} more. Anything else leaves:")
    return request_for_more(one.session) if line is not None and not line.strip() else None


def _session(workspace: Workspace, console: Console) -> SessionRun | None:
    """The session to run, or None where the learner chose none. Raises CommandError."""
    start = workspace.start
    try:
        if start.resume is not None:
            return workspace.resume(start.resume, start.bank)
        path = start.bank or _chosen(workspace, console)
        if path is None:
            return None
        if isinstance(path, str):
            return workspace.resume(path)
        bank = workspace.bank(path)
        if workspace.store is None and start.keep:
            print(f"quizapp: {workspace.trouble} {KEEPING_NOTHING}", file=sys.stderr)
        if start.bank is None and (unnamed := sum(1 for _ in without_id(workspace.loaded(path)))):
            fix = f"`quizapp check --fix {clean(str(path))}` writes them."
            print(f"quizapp: {without_ids(unnamed)} {fix}", file=sys.stderr)
        if console.terminal:
            _offer(workspace, bank, console)
        request = start.request if start.bank is not None else _way(bank, start.request, console)
        return _begun(workspace, bank, request, console) if request is not None else None
    except UnusableBank as error:
        told = "\n".join(problem_line(problem) for problem in error.loaded.problems[:20])
        raise CommandError(f"{error}\n{told}", status=1) from error


def _offer(workspace: Workspace, bank: Bank, console: Console) -> None:
    """Say what a change of the bank makes of answers that were given."""
    words = ""
    with suppress(StoreError), workspace.aside() as store:
        words = in_words(outdated(bank, store, workspace.start.learner)) if store else ""
    if words:
        console.say(f"{words}. `quizapp regrade {bank.id}` shows which, and applies it.")


def _way(bank: Bank, request: SessionRequest, console: Console) -> SessionRequest | None:
    """How to study the bank that was chosen, where a terminal can be asked; None to leave."""
    if not console.terminal or request != SessionRequest():
        return request
    ways: dict[str, SessionRequest] = {
        "": request,
        "learn": request,
        "exam": SessionRequest(mode="exam"),
        "cram": SessionRequest(mode="cram"),
        "read": SessionRequest(mode="read"),
        **{
            paper.id.casefold(): SessionRequest(mode="exam", paper=paper.id)
            for paper in bank.papers
        },
    }
    papers = "".join(f", {paper.id}" for paper in bank.papers)
    while True:
        line = console.hear(f"Enter learns. Or type exam, cram, read{papers}:")
        if line is None or line.strip() == ":quit":
            return None
        if (found := ways.get(line.strip().casefold())) is not None:
            return found
        console.say("Type one of these, or :quit to leave.")


def _begun(
    workspace: Workspace, bank: Bank, request: SessionRequest, console: Console
) -> SessionRun | None:
    """A new session; without keeping anything where the store fails at once.

    Where nothing is left for today there is more for the asking: a terminal is asked, a pipe has
    asked already. None if the learner has had enough.
    """
    try:
        return workspace.begin(bank, request)
    except StoreError as error:
        print(f"quizapp: {error.message} {KEEPING_NOTHING}", file=sys.stderr)
        return begin(bank, None, request, workspace.start.learner)
    except DoneForToday as done:
        if done.more is None:
            raise
        if request.due and not console.terminal:
            print(f"quizapp: {done}", file=sys.stderr)
            return None
        if console.terminal:
            console.say(str(done))
            line = console.hear(f"Enter: {done.more.count} more. Anything else leaves:")
            if line is None or line.strip():
                return None
        else:
            print(f"quizapp: {done} Going on all the same.", file=sys.stderr)
        return _begun(workspace, bank, done.more, console)


def _chosen(workspace: Workspace, console: Console) -> Path | str | None:
    """The bank to study: the only one, or the one that is chosen on a terminal; there the id of the
    session that waits, to go on with it."""
    banks = workspace.banks().banks
    if len(banks) == 1:
        return banks[0].path
    if not banks:
        raise CommandError(
            "There are no banks here. `quizapp banks --add PATH` adds a folder of them."
        )
    if not console.terminal:
        names = ", ".join(bank.id for bank in banks)
        raise CommandError(f"Name the bank to study: {names}.")
    due: dict[str, int] = {}
    with suppress(StoreError), workspace.aside() as store:
        # What is wrong with the store is said where something is to be kept.
        study, learner = workspace.settings.study, workspace.start.learner
        due = due_counts(store, learner, settings=study) if store else {}
    for number, bank in enumerate(banks, 1):
        waiting = f", {due[bank.id]} due" if bank.id in due else ""
        console.say(f"{number}) {clean(bank.title)} ({bank.questions} questions{waiting})")
    waits: list[UnfinishedRow] = []
    with suppress(StoreError):
        waits = unfinished(workspace)[:1]
    for one in waits:
        done = f"{one.answered} of {one.planned} answered"
        console.say(f"r) Go on where you stopped: {clean(one.title)}, {one.mode}, {done}")
    console.say(SEE_ALSO)
    which = "Its number, r to go on" if waits else "Its number"
    while True:
        line = console.hear(f"Which bank? {which}, or Enter to leave:")
        if line is None or not line.strip() or line.strip() == ":quit":
            return None
        if waits and line.strip().casefold() == "r":
            return waits[0].id
        if line.strip().isdecimal() and 1 <= int(line) <= len(banks):
            return banks[int(line) - 1].path
        console.say(f"Type a number from 1 to {len(banks)}.")


def _print(line: str) -> None:
    print(line, flush=True)


def _print_wrapped(line: str) -> None:
    """Print a line broken at words to the width of the terminal."""
    from shutil import get_terminal_size

    for part in wrapped(line, get_terminal_size().columns):
        _print(part)


def _stop(number: int, frame: FrameType | None) -> None:
    del frame
    if os.name == "posix":
        signal.signal(number, signal.SIG_IGN)
    raise Stopped(number)
