"""`quizapp import-log`: add exported logs to what is kept."""

import argparse
import os
import sys

from quizapp import files
from quizapp.app.errors import MISUSED, CommandError, refusals
from quizapp.app.formatting import count
from quizapp.app.workspace import Workspace
from quizapp.cli.output import say
from quizapp.cli.workspace import open_workspace
from quizapp.exchange.imports import Imported, ImportMode, import_log, take_back

LIMIT = 256 * files.MIB
"""A log has this many bytes at most."""


def text_of(name: str) -> list[str]:
    """The lines of a log, "-" being standard input. Raises CommandError."""
    if name == "-":
        return list(sys.stdin)
    with refusals(name, MISUSED):
        return files.read_text(name, LIMIT).split("\n")


def run(options: argparse.Namespace) -> int:
    """Import each log, or take an import back; 1 if a line was left out."""
    workspace = open_workspace(options)
    if options.undo is not None:
        return _undo(options, workspace)
    if not options.logs:
        raise CommandError("Name the log to import: `quizapp import-log LOG`, or - for the input.")
    if options.mine and options.by:
        raise CommandError("--mine takes rulings in as well: leave --by out.")
    texts = [(name, text_of(name)) for name in options.logs]
    way: ImportMode = "mine" if options.mine else "instructor" if options.by else "others"
    done = []
    with workspace.records(write=True) as store:
        for name, text in texts:
            done.append(import_log(store, text, way, name=os.path.basename(name)))
            _tell(name, done[-1])
    return 1 if any(each.bad or each.refused for each in done) else 0


def _tell(name: str, done: Imported) -> None:
    """What became of a log, and of which lines nothing."""
    refused = f", {len(done.refused)} refused" if done.refused else ""
    print(f"{name}: {done.lines} lines, {done.added} new, {len(done.bad)} bad{refused}")
    for line, why in sorted(done.bad + done.refused):
        print(f"{name}:{line}: {why}", file=sys.stderr)
    if done.refused:
        say(
            "What is kept is not changed by a log. Where it is your own, of another "
            "machine, --mine goes on with its sessions; --by instructor takes in rulings. Where "
            "what is kept is wrong, --undo takes back the import that brought it."
        )
    if done.id:
        say(f"`quizapp import-log --undo {done.id[:8]}` takes this import back.")


def _undo(options: argparse.Namespace, workspace: Workspace) -> int:
    if options.logs or options.mine or options.by:
        raise CommandError("--undo takes back one import, and reads no log: leave the rest out.")
    with workspace.records(write=True) as store:
        taken = take_back(store, options.undo)
    print(
        f"Taken back: the import of {taken.row.name} on {taken.row.stamp.day} "
        f"({count(taken.sessions, 'session')}, {count(taken.rows, 'line')})."
    )
    if taken.later:
        print(f"{count(taken.later, 'line')} of these had been added here since.", file=sys.stderr)
    return 0
