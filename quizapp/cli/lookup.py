"""What the commands share: the bank and the store that are meant."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.app import settings
from quizapp.app.errors import CommandError

if TYPE_CHECKING:
    from quizapp.bank.find import Found
    from quizapp.bank.model import Bank, Loaded
    from quizapp.store.sqlite import Store


def the_bank(name: str, data: Path) -> Bank:
    """The sound bank that `name` means. Raises CommandError."""
    bank = the_loaded(name, data).bank
    assert bank is not None
    return bank


def the_loaded(name: str, data: Path) -> Loaded:
    """The sound bank that `name` means, with its files. Raises CommandError."""
    from quizapp.bank.find import NoSuchBank, places, resolve
    from quizapp.bank.load import load

    try:
        path = resolve(name, places(data, the_settings(data).banks))
    except NoSuchBank as error:
        raise CommandError(str(error)) from error
    loaded = load(path)
    if loaded.bank is None:
        raise CommandError(f"{path} has problems: `quizapp check {path}` lists them.", status=1)
    return loaded


def the_id(name: str, data: Path) -> str:
    """The id that is meant: of a bank that can be seen, or as it was typed (it may be gone)."""
    from quizapp.bank.find import NoSuchBank, glance, places, resolve

    try:
        return glance(resolve(name, places(data, the_settings(data).banks)), count=False).id
    except NoSuchBank:
        return name


def the_learner(options: argparse.Namespace, data: Path) -> str:
    """Whose scores are meant: `--learner`, else as set."""
    named: str | None = getattr(options, "learner", None)
    return the_settings(data).learner if named is None else named


def the_settings(data: Path) -> settings.Settings:
    """What the learner has set; what in it cannot be read is said."""
    found = settings.read(data)
    for problem in found.problems:
        _warn(problem)
    return found


@cache
def _warn(problem: str) -> None:
    """Say it, once only, however often a command reads the settings."""
    print(f"quizapp: {problem}", file=sys.stderr)


def say_shadowed(found: Found, used: Path | None = None) -> None:
    """Say of two banks with one id which is used (only of the bank at `used`, if it is given)."""
    for hidden in found.shadowed:
        if used is None or hidden.used == used:
            print(
                f"quizapp: two banks have the id {hidden.id}: using {hidden.used}, "
                f"not {hidden.hidden}",
                file=sys.stderr,
            )


@contextmanager
def the_store(data: Path, *, write: bool = False) -> Iterator[Store]:
    """The store in the data folder; what goes wrong with it comes as CommandError."""
    from quizapp.store import FILE
    from quizapp.store.errors import StoreError
    from quizapp.store.sqlite import open_store

    try:
        with open_store(data / FILE, write=write) as store:
            yield store
    except StoreError as error:
        raise CommandError(error.message, status=1) from error


@contextmanager
def the_records(logs: Sequence[str], data: Path) -> Iterator[tuple[Store, int]]:
    """The records to count: the exported `logs` together, else the store in the data folder.

    With them the exit status: 1 where a log had bad lines, which are named. Raises CommandError.
    """
    if not logs:
        with the_store(data) as store:
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
