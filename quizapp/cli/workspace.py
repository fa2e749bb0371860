"""The workspace of a command: the data folder, settings and learner that its options name."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.app import settings
from quizapp.app.errors import CommandError
from quizapp.app.launch import Launch
from quizapp.app.workspace import Workspace
from quizapp.cli.output import say
from quizapp.planning.request import SessionRequest
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.bank.find import Found
    from quizapp.bank.model import Bank
    from quizapp.kinds.base import Question
    from quizapp.store.sqlite import Store


def open_workspace(
    options: argparse.Namespace, request: SessionRequest | None = None, keep: bool = True
) -> Workspace:
    """The workspace of `--data`, for `--learner` or the learner of the settings.

    Problems in the settings are printed.
    """
    data = settings.data_folder(options.data)
    kept = settings.read(data)
    for problem in kept.problems:
        say(problem)
    named: str | None = getattr(options, "learner", None)
    learner = kept.learner if named is None else named
    start = Launch(data, None, request or SessionRequest(), learner, keep=keep)
    return Workspace(start, lambda said: say(f"{said} Ctrl+C stops."))


def wants_plain(options: argparse.Namespace) -> bool:
    """Whether plain lines are asked for, by an option or in the environment."""
    return bool(options.plain) or os.environ.get("QUIZAPP_PLAIN", "") not in ("", "0")


def print_shadowed(found: Found, used: Path | None = None) -> None:
    """Print which of two banks with one id is used (only for the bank at `used`, if given)."""
    for hidden in found.shadowed:
        if used is None or hidden.used == used:
            say(f"two banks have the id {hidden.id}: using {hidden.used}, not {hidden.hidden}")


def asked_of(bank: Bank, name: str) -> Question:
    """The question of the bank whose id is, was or alone begins with `name`. Raises
    CommandError."""
    from quizapp.bank.model import by_name

    known = by_name(bank)
    if name in known:
        return known[name]
    begun = {one.id: one for one in bank.questions if name and one.id.startswith(name)}
    if len(begun) == 1:
        return next(iter(begun.values()))
    from quizapp.bank.field_problems import closest_name

    guess = closest_name(name, known)
    told = f"could be {', '.join(list(begun)[:5])}" if begun else "is no question of it"
    more = f" Did you mean {guess!r}?" if guess and not begun else ""
    raise CommandError(f"{bank.id}: {clean(name)[:60]!r} {told}.{more}")


@contextmanager
def counted_records(workspace: Workspace, logs: Sequence[str]) -> Iterator[tuple[Store, int]]:
    """The records to count: the exported `logs` together, else the store of the workspace.

    With them the exit status: 1 where a log had bad lines, which are printed. Raises StoreError,
    and CommandError for a log that cannot be read.
    """
    if not logs:
        with workspace.records() as store:
            yield store, 0
        return
    from quizapp.cli.commands.import_log import text_of
    from quizapp.exchange.imports import merged
    from quizapp.exchange.log import read
    from quizapp.store.sqlite import in_memory

    found = [read(text_of(name)) for name in logs]
    with in_memory() as store:
        left_out = merged(store, found)
        for name, bad in zip(logs, left_out, strict=True):
            for line, why in bad:
                print(f"{name}:{line}: {why}", file=sys.stderr)
        yield store, 1 if any(left_out) else 0
