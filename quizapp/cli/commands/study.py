"""`quizapp study`, and `quizapp` alone: a session, or the home screen."""

import argparse
import gc
import os
import sys
from pathlib import Path

from quizapp.app.errors import CommandError
from quizapp.app.launch import Launch
from quizapp.app.workspace import Workspace
from quizapp.cli.output import say
from quizapp.cli.workspace import asked_of, open_workspace, print_shadowed, wants_plain
from quizapp.planning.request import SessionRequest


def run(options: argparse.Namespace) -> int:
    """Study the bank that was named, or resume; on the screen or on plain lines."""
    workspace = open_workspace(options, _request(options), keep=not options.trial)
    start = workspace.start
    if options.certainty is None and options.resume is None and start.request.mode != "read":
        start = start._replace(
            request=start.request._replace(certainty=workspace.settings.certainty)
        )
    try:
        if options.resume is not None:
            start = _resuming(workspace, options.resume, options.bank)
        elif options.bank:
            start = start._replace(bank=_bank_path(workspace, options.bank))
            if start.keep and start.bank is not None:
                _give_ids(workspace, start.bank)
        if options.question:
            named = _named(workspace, start.bank, options.question)
            start = start._replace(request=start.request._replace(questions=named))
        if options.confused:
            confused = _confused(workspace, start.bank)
            start = start._replace(request=start.request._replace(questions=confused))
        if options.answers is not None or options.format == "json":
            from quizapp.plain.scripted import run as run_script

            return run_script(Workspace(start), options.answers)
    finally:
        workspace.close()
    return open_shell(start, options, study=True)


def _give_ids(workspace: Workspace, path: Path) -> None:
    """Write ids into questions that have none, in a bank that does not come with the program."""
    from quizapp.bank.find import shipped
    from quizapp.cli.ids import write_ids_if_owned

    if not path.resolve().is_relative_to(shipped().resolve()):
        write_ids_if_owned(workspace.loaded(path))


def _request(options: argparse.Namespace) -> SessionRequest:
    """What was asked for. Raises CommandError where that makes no sense together."""
    request = SessionRequest(
        mode=options.mode or ("exam" if options.paper else "learn"),
        count=options.count,
        seed=options.seed,
        sections=tuple(options.section),
        tags=tuple(options.tag),
        kinds=tuple(options.kind),
        objectives=tuple(options.objective),
        certainty=bool(options.certainty),
        due=options.due,
        by=_day(options.by) if options.by is not None else None,
        paper=options.paper,
        minutes=options.minutes,
        extra_time=options.extra_time or 0.0,
        pass_mark=options.pass_mark,
    )
    given = options.mode is not None or options.extra_time is not None
    given = given or options.trial or options.confused or options.question
    if options.resume is not None and (given or request._replace(mode="learn") != SessionRequest()):
        raise CommandError("--resume goes on with a session as it was planned: leave the rest out.")
    if (reason := _senseless(request, options.extra_time is not None)) is not None:
        raise CommandError(reason)
    return request


def _senseless(request: SessionRequest, more_time: bool) -> str | None:
    """Why the options do not go together; None where they do."""
    of_exams = {
        "--paper": request.paper is not None,
        "--minutes": request.minutes is not None,
        "--extra-time": more_time,
        "--pass-mark": request.pass_mark is not None,
    }
    of_learning = {"--due": request.due, "--by": request.by is not None}
    for mode, of_it in (("exam", of_exams), ("learn", of_learning)):
        named = [name for name, used in of_it.items() if used]
        if named and request.mode != mode:
            change = (
                "say --mode exam" if request.mode == "learn" else f"leave --mode {request.mode} out"
            )
            return f"{named[0]} goes with --mode {mode}: {change}, or leave {named[0]} out."
    if more_time and request.minutes is None and request.paper is None:
        return "--extra-time lengthens a time limit: add --minutes, or a --paper that has one."
    if request.certainty and request.mode == "read":
        return "--certainty has no use in --mode read: what is guessed there counts for nothing."
    return None


def _day(words: str) -> str:
    """The day that was named, as 2027-05-31. Raises CommandError."""
    from datetime import date, timedelta

    from quizapp.planning.days import parse_day

    today = date.today()
    found = parse_day(words, today.toordinal())
    if found is None:
        raise CommandError(
            f"--by: {words!r} is no day: write it as {today + timedelta(days=7)}, or as friday, "
            "tomorrow, in 10 days."
        )
    return date.fromordinal(found).isoformat()


def open_shell(start: Launch, options: argparse.Namespace, study: bool) -> int:
    """Run the session on the screen, or on plain lines where asked for or nothing else is there."""
    plain = wants_plain(options)
    if plain or not can_draw():
        from quizapp.plain.run import run as run_plain

        return run_plain(start)
    if study and start.bank is None and start.resume is None:
        # Where there is one bank alone; of several the home screen offers a choice.
        banks = Workspace(start).banks(count=False).banks
        start = start._replace(bank=banks[0].path if len(banks) == 1 else None)
    # What is made until the first paint stays: looking for garbage in it is a tenth of the time.
    gc.disable()
    from quizapp.tui.run import run as run_screens

    return run_screens(start)


def can_draw() -> bool:
    """Whether there is a terminal to draw on."""
    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    return terminal and os.environ.get("TERM", "dumb") not in ("", "dumb", "unknown")


def _bank_path(workspace: Workspace, name: str) -> Path:
    """The path of the bank that is called so; prints which bank of the same id is not used."""
    found = workspace.banks(count=False)
    path = workspace.bank_path(name, found)
    print_shadowed(found, used=path)
    return path


def _named(workspace: Workspace, path: Path | None, names: list[str]) -> tuple[str, ...]:
    """The ids of the questions that are called so. Raises CommandError."""
    if path is None:
        raise CommandError("--question needs the bank: `quizapp study BANK --question ID`.")
    bank = workspace.bank(path)
    return tuple(dict.fromkeys(asked_of(bank, name).id for name in names))


def _confused(workspace: Workspace, path: Path | None) -> tuple[str, ...]:
    """The questions that the learner confuses. Raises CommandError where there are none."""
    from quizapp.report.errors import confused, drill

    if path is None:
        raise CommandError("--confused needs the bank: `quizapp study BANK --confused`.")
    bank = workspace.bank(path)
    with workspace.records() as store:
        found = drill(confused(bank, store, workspace.start.learner))
    if not found:
        raise CommandError(
            f"You confuse nothing on {bank.id}: no answer of yours belongs to another question."
        )
    return found


def _resuming(workspace: Workspace, beginning: str, bank: str | None) -> Launch:
    """What to start with to resume the session whose id begins so; `bank` as it was typed.

    A bank's id only says which session is meant: it is resumed on the bank where it was begun.
    """
    from quizapp.app.session_lists import unfinished

    start, store = workspace.start, workspace.store
    if store is None:
        raise CommandError(f"No session can be resumed. {workspace.trouble}", status=1)
    if beginning:
        row = store.session(beginning)
        if bank and not row.bank.startswith(bank):
            start = start._replace(bank=_bank_path(workspace, bank))
        return start._replace(resume=row.id)
    waiting = unfinished(workspace)
    for sentence in workspace.unreadable.values():
        say(sentence)
    if bank:
        of_id = [one for one in waiting if one.bank.startswith(bank)]
        waiting = of_id or [
            one
            for path in [os.path.realpath(_bank_path(workspace, bank))]
            for one in waiting
            if os.path.realpath(one.place) == path
        ]
    if not waiting:
        which = f" on {bank}" if bank else ""
        raise CommandError(
            f"There is no unfinished session{which} to resume. `quizapp study` begins one."
        )
    return start._replace(resume=waiting[0].id)
