"""`quizapp study`, and `quizapp` alone: a session, or the home screen."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.app import settings
from quizapp.app.launch import Launch
from quizapp.cli.commands import Refused
from quizapp.cli.lookup import say_shadowed, the_settings
from quizapp.planning.request import SessionRequest

if TYPE_CHECKING:
    from quizapp.app.workspace import Workspace
    from quizapp.store.rows import SessionGlance


def run(options: argparse.Namespace) -> int:
    """Study the bank that was named, or resume; on the screen or on plain lines."""
    start = begin(options, _wish(options), keep=not options.trial)
    if options.resume is not None:
        start = _resuming(start, options.resume, options.bank)
    elif options.bank:
        start = start._replace(bank=_resolved(options.bank, start))
    if options.confused:
        start = start._replace(wish=start.wish._replace(questions=_confused(start)))
    return open_shell(start, options, study=True)


def _wish(options: argparse.Namespace) -> SessionRequest:
    """What was asked for. Raises Refused where that makes no sense together."""
    wish = SessionRequest(
        mode=options.mode or ("exam" if options.paper else "learn"),
        count=options.count,
        seed=options.seed,
        sections=tuple(options.section),
        tags=tuple(options.tag),
        kinds=tuple(options.kind),
        objectives=tuple(options.objective),
        certainty=options.certainty,
        due=options.due,
        by=_day(options.by) if options.by is not None else None,
        paper=options.paper,
        minutes=options.minutes,
        extra_time=options.extra_time or 0.0,
        pass_mark=options.pass_mark,
    )
    given = options.mode is not None or options.extra_time is not None
    given = given or options.trial or options.confused
    if options.resume is not None and (given or wish._replace(mode="learn") != SessionRequest()):
        raise Refused("--resume goes on with a session as it was planned: leave the rest out.")
    if (reason := _senseless(wish, options.extra_time is not None)) is not None:
        raise Refused(reason)
    return wish


def _senseless(wish: SessionRequest, more_time: bool) -> str | None:
    """Why the options do not go together; None where they do."""
    of_exams = {
        "--paper": wish.paper is not None,
        "--minutes": wish.minutes is not None,
        "--extra-time": more_time,
        "--pass-mark": wish.pass_mark is not None,
    }
    of_learning = {"--due": wish.due, "--by": wish.by is not None}
    for mode, of_it in (("exam", of_exams), ("learn", of_learning)):
        named = [name for name, used in of_it.items() if used]
        if named and wish.mode != mode:
            change = "say --mode exam" if wish.mode == "learn" else f"leave --mode {wish.mode} out"
            return f"{named[0]} goes with --mode {mode}: {change}, or leave {named[0]} out."
    if more_time and wish.minutes is None and wish.paper is None:
        return "--extra-time lengthens a time limit: add --minutes, or a --paper that has one."
    if wish.certainty and wish.mode == "read":
        return "--certainty has no use in --mode read: what is guessed there counts for nothing."
    return None


def _day(words: str) -> str:
    """The day that was named, as 2027-05-31. Raises Refused."""
    from datetime import date, timedelta

    from quizapp.planning.days import meant

    today = date.today()
    found = meant(words, today.toordinal())
    if found is None:
        raise Refused(
            f"--by: {words!r} is no day: write it as {today + timedelta(days=7)}, or as friday, "
            "tomorrow, in 10 days."
        )
    return date.fromordinal(found).isoformat()


def begin(options: argparse.Namespace, wish: SessionRequest, keep: bool = True) -> Launch:
    """What the program starts from, by options and settings."""
    data = settings.data_folder(options.data)
    kept = the_settings(data)
    return Launch(data, None, wish, options.learner or kept.learner, keep=keep)


def open_shell(start: Launch, options: argparse.Namespace, study: bool) -> int:
    """Run the session on the screen, or on plain lines where asked for or nothing else is there."""
    plain = options.plain or os.environ.get("QUIZAPP_PLAIN", "") not in ("", "0")
    if plain or not _can_draw():
        from quizapp.plain.run import run as run_plain

        return run_plain(start)
    if study and start.bank is None and start.resume is None:
        start = start._replace(bank=_only_bank(start))
    from quizapp.tui.run import run as run_screens

    return run_screens(start)


def _can_draw() -> bool:
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return terminal and os.environ.get("TERM", "dumb") not in ("", "dumb", "unknown")


def _workspace(start: Launch) -> Workspace:
    from quizapp.app.workspace import Workspace

    return Workspace(start)


def _only_bank(start: Launch) -> Path | None:
    """The bank where there is one alone; else None, and the home screen offers them."""
    banks = _workspace(start).banks(count=False).banks
    return banks[0].path if len(banks) == 1 else None


def _resolved(name: str, start: Launch) -> Path:
    from quizapp.bank.find import NoSuchBank, among, find, places

    seen = places(start.data, _workspace(start).settings.banks)
    found = find(seen, count=False)
    try:
        path = among(name, found, seen)
    except NoSuchBank as error:
        raise Refused(str(error)) from error
    say_shadowed(found, used=path)
    return path


def _confused(start: Launch) -> tuple[str, ...]:
    """The questions of the bank that the learner confuses. Raises Refused where there are none."""
    from quizapp.cli.lookup import the_bank, the_store
    from quizapp.report.confused import confused, drill

    if start.bank is None:
        raise Refused("--confused needs the bank: `quizapp study BANK --confused`.")
    bank = the_bank(str(start.bank), start.data)
    with the_store(start.data) as store:
        found = drill(confused(bank, store, start.learner))
    if not found:
        raise Refused(
            f"You confuse nothing on {bank.id}: no answer of yours belongs to another question."
        )
    return found


def _resuming(start: Launch, beginning: str, bank: str | None) -> Launch:
    """The start with the whole id of the session to resume; `bank` as it was typed.

    A bank's id only says which session is meant: it is resumed on the bank where it was begun.
    """
    from quizapp.store.errors import StoreError

    workspace = _workspace(start)
    try:
        store = workspace.store
        if store is None:
            raise Refused(f"No session can be resumed. {workspace.trouble}", status=1)
        if beginning:
            row = store.session(beginning)
            if bank and not row.bank.startswith(bank):
                start = start._replace(bank=_resolved(bank, start))
            return start._replace(resume=row.id)
        waiting = workspace.unfinished()
        for sentence in workspace.unreadable.values():
            print(f"quizapp: {sentence}", file=sys.stderr)
        if bank:
            of_id = [one for one in waiting if one.bank.startswith(bank)]
            waiting = of_id or _on(waiting, _resolved(bank, start))
    except StoreError as error:
        raise Refused(error.message) from error
    finally:
        workspace.close()
    if not waiting:
        which = f" on {bank}" if bank else ""
        raise Refused(
            f"There is no unfinished session{which} to resume. `quizapp study` begins one."
        )
    return start._replace(resume=waiting[0].id)


def _on(sessions: list[SessionGlance], path: Path) -> list[SessionGlance]:
    """Those of the sessions that are on the bank at `path`."""
    wanted = os.path.realpath(path)
    return [one for one in sessions if os.path.realpath(one.place) == wanted]
