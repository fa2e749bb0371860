"""A session on plain lines, from the choice of a bank to the exit status."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from quizapp.commands import Refused
from quizapp.desk import Desk, Unusable
from quizapp.drafts import Drafts
from quizapp.ends import BELOW, ahead
from quizapp.incoming import Incoming
from quizapp.plain import Table
from quizapp.plain import run as run_lines
from quizapp.session.sitting import Sitting
from quizapp.session.wish import Wish
from quizapp.start import Start
from quizapp.talk import Talk
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.bank.model import Bank


ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""The signals that ask a program to end, where the system has them."""


KEEPING_NOTHING = "Going on without keeping scores."


class Stopped(BaseException):
    """A signal asks the program to end; `status` is the exit status that tells of it."""

    def __init__(self, number: int) -> None:
        self.status = 128 + number


def run(start: Start) -> int:
    """Study on plain lines; gives the exit status. Every end prints the score."""
    talk = Talk(Incoming(sys.stdin.fileno()), _print, sys.stdin.isatty() and sys.stdout.isatty())
    try:
        for number in ENDS:
            signal.signal(number, _stop)
        return _run(Desk(start), talk)
    except KeyboardInterrupt:
        return 130
    except Stopped as stopped:
        return stopped.status
    finally:
        for number in ENDS:
            signal.signal(number, signal.SIG_DFL)


def _run(desk: Desk, talk: Talk) -> int:
    try:
        sitting = _sitting(desk, talk)
        return 0 if sitting is None else _through(sitting, desk, talk)
    finally:
        desk.close()


def _through(sitting: Sitting, desk: Desk, talk: Talk) -> int:
    """Run the session and tell how it ended, whatever ended it."""
    status = 0
    try:
        drafts = Drafts(desk.start.data if sitting.kept else None, sitting.id)
        run_lines(Table(sitting, talk, desk.copy(sitting.bank), drafts))
    except KeyboardInterrupt:
        status = 130
    except Stopped as stopped:
        status = stopped.status
    except OSError as error:
        # The terminal is gone: what was answered is kept, and there is nobody to tell.
        if isinstance(error, BrokenPipeError):
            raise
        status = 129
    kept = sitting.kept or not desk.start.keep
    _end(sitting, desk, talk)
    if status or not kept:
        return status or 1
    if (more := _ahead(sitting, talk)) is not None:
        again = _begun(desk, sitting.bank, more, talk)
        return _through(again, desk, talk) if again is not None else 0
    return BELOW if sitting.passed is False else 0


def _end(sitting: Sitting, desk: Desk, talk: Talk) -> None:
    """Tell what the session came to, and how to go on."""
    from quizapp import lines
    from quizapp.farewell import resume_command, same_paper
    from quizapp.store.errors import NotKept

    try:
        finished = sitting.leave()
    except NotKept as error:
        talk.say(f"NOT KEPT: {error}")
        finished = sitting.session.finished
    talk.say(*lines.end(sitting), *same_paper(sitting, desk.start))
    if not finished and sitting.kept:
        talk.say(f"To go on: {resume_command(sitting, desk.start)}")
    elif not sitting.kept:
        talk.say("Nothing of this was kept.")


def _ahead(sitting: Sitting, talk: Talk) -> Wish | None:
    """What is to be expected, and whether there is more today than the limit; a wish for that."""
    expected, more = ahead(sitting)
    if expected:
        talk.say(expected)
    if not more:
        return None
    if not talk.terminal:
        talk.say(f"Done for today. There are new ones: --count {more} asks more of them.")
        return None
    line = talk.hear(f"Done for today. Enter: {more} more. Anything else leaves:")
    return sitting.more() if line is not None and not line.strip() else None


def _sitting(desk: Desk, talk: Talk) -> Sitting | None:
    """The session to run, begun or resumed; None where the learner chose none. Raises Refused."""
    from quizapp.session.plan import NothingToAsk
    from quizapp.session.sitting import Refused as NotNow
    from quizapp.store.errors import StoreError

    start = desk.start
    try:
        if start.resume is not None:
            return desk.resume(start.resume, start.bank)
        path = start.bank or _chosen(desk, talk)
        if path is None:
            return None
        bank = desk.bank(path)
        if desk.store is None and start.keep:
            print(f"quizapp: {desk.trouble} {KEEPING_NOTHING}", file=sys.stderr)
        if talk.terminal:
            _offer(desk, bank, talk)
        wish = start.wish if start.bank is not None else _way(bank, start.wish, talk)
        return _begun(desk, bank, wish, talk) if wish is not None else None
    except Unusable as error:
        from quizapp.commands.check import as_line

        told = "\n".join(as_line(problem) for problem in error.loaded.problems[:20])
        raise Refused(f"{error}\n{told}", status=1) from error
    except NothingToAsk as error:
        raise Refused(str(error)) from error
    except NotNow as error:
        raise Refused(str(error)) from error
    except StoreError as error:
        raise Refused(error.message, status=1) from error


def _offer(desk: Desk, bank: Bank, talk: Talk) -> None:
    """Say what a change of the bank makes of answers that were given."""
    from quizapp.report.regrade import in_words

    words = in_words(desk.outdated(bank))
    if words:
        talk.say(f"{words}. `quizapp regrade {bank.id}` shows which, and applies it.")


def _way(bank: Bank, wish: Wish, talk: Talk) -> Wish | None:
    """How to study the bank that was chosen, where a terminal can be asked; None to leave."""
    if not talk.terminal or wish != Wish():
        return wish
    ways: dict[str, Wish] = {
        "": wish,
        "learn": wish,
        "exam": Wish(mode="exam"),
        "cram": Wish(mode="cram"),
        "read": Wish(mode="read"),
        **{paper.id.casefold(): Wish(mode="exam", paper=paper.id) for paper in bank.papers},
    }
    papers = "".join(f", {paper.id}" for paper in bank.papers)
    while True:
        line = talk.hear(f"Enter learns. Or type exam, cram, read{papers}:")
        if line is None or line.strip() == ":quit":
            return None
        if (found := ways.get(line.strip().casefold())) is not None:
            return found
        talk.say("Type one of these, or :quit to leave.")


def _begun(desk: Desk, bank: Bank, wish: Wish, talk: Talk) -> Sitting | None:
    """A new session; without keeping anything where the store fails at once.

    Where nothing is left for today there is more for the asking: a terminal is asked, a pipe has
    asked already. None if the learner has had enough.
    """
    from quizapp.session.learn import DoneForToday
    from quizapp.session.sitting import begin
    from quizapp.store.errors import StoreError

    try:
        return desk.begin(bank, wish)
    except StoreError as error:
        print(f"quizapp: {error.message} {KEEPING_NOTHING}", file=sys.stderr)
        return begin(bank, None, wish, desk.start.learner)
    except DoneForToday as done:
        if done.more is None:
            raise
        if wish.due and not talk.terminal:
            print(f"quizapp: {done}", file=sys.stderr)
            return None
        if talk.terminal:
            talk.say(str(done))
            line = talk.hear(f"Enter: {done.more.count} more. Anything else leaves:")
            if line is None or line.strip():
                return None
        else:
            print(f"quizapp: {done} Going on all the same.", file=sys.stderr)
        return _begun(desk, bank, done.more, talk)


def _chosen(desk: Desk, talk: Talk) -> Path | None:
    """The bank to study: the only one, or the one that is chosen on a terminal."""
    banks = desk.banks().banks
    if len(banks) == 1:
        return banks[0].path
    if not banks:
        raise Refused("There are no banks here. `quizapp banks --add PATH` adds a folder of them.")
    if not talk.terminal:
        names = ", ".join(bank.id for bank in banks)
        raise Refused(f"Name the bank to study: {names}.")
    due = desk.due()
    for number, bank in enumerate(banks, 1):
        waiting = f", {due[bank.id]} due" if bank.id in due else ""
        talk.say(f"{number}) {clean(bank.title)} ({bank.questions} questions{waiting})")
    while True:
        line = talk.hear("Which bank? Its number, or Enter to leave:")
        if line is None or not line.strip() or line.strip() == ":quit":
            return None
        if line.strip().isdecimal() and 1 <= int(line) <= len(banks):
            return banks[int(line) - 1].path
        talk.say(f"Type a number from 1 to {len(banks)}.")


def _print(line: str) -> None:
    print(line, flush=True)


def _stop(number: int, frame: FrameType | None) -> None:
    del frame
    if os.name == "posix":
        signal.signal(number, signal.SIG_IGN)
    raise Stopped(number)
