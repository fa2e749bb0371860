"""The files of a bank: listed, and read within limits."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from quizapp.files import MIB, Refused, read_bytes, size_of, unreadable

if TYPE_CHECKING:
    from quizapp.bank.model import Problem

LIMIT = 16 * MIB
"""The files of a bank have this many bytes at most, all together."""
MOST_FILES = 1000
"""A bank has this many files at most."""
MOST_VALUES = 400_000
"""A bank has this many values, lists and tables at most, counted by the signs before them."""
BACKUPS = ("~", ".bak", ".orig", ".swp", ".tmp", ".rej")
"""What editors and merges leave beside a file."""
_SIGNS = (b"[", b"{", b"=", b",")


class BankFiles(NamedTuple):
    """The files of a bank: `head` has `[bank]`, `others` have questions only."""

    head: Path
    others: tuple[Path, ...]


def list_files(path: Path) -> BankFiles:
    """The files of the bank at `path`, a folder or a single file.

    Raises Refused if there is none, or the folder cannot be listed.
    """
    try:
        mode = os.stat(path).st_mode
        if not stat.S_ISDIR(mode):
            return BankFiles(path, ())
        names = sorted(
            entry.name
            for entry in os.scandir(path)
            if entry.name.endswith(".toml") and not entry.name.startswith(".")
        )
    except (OSError, ValueError) as error:
        raise unreadable(error) from None
    if "bank.toml" not in names:
        remedy = "put [bank], [source] and the passages into a file named bank.toml"
        near = (Path(one.file) for one in not_read(path))
        if meant := [one.name for one in near if one.stem == "bank.toml"]:
            remedy = f"rename {meant[0]} to bank.toml"
        raise Refused("no-bank", "the folder has no bank.toml", remedy)
    if len(names) > MOST_FILES:
        message = f"the folder has more than {MOST_FILES:,} TOML files"
        raise Refused("too-many", message, "put the questions into fewer files")
    return BankFiles(
        path / "bank.toml", tuple(path / name for name in names if name != "bank.toml")
    )


Stamp = tuple[tuple[str, int, int], ...]
"""The names, times and sizes of files."""


def stamp(path: Path) -> Stamp:
    """The names, times and sizes of a bank's files, by which a change of them is seen."""
    try:
        entries = list(os.scandir(path)) if path.is_dir() else [path]
        found = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(".toml")]
    except (OSError, ValueError):
        return ()
    return tuple(sorted((name, status.st_mtime_ns, status.st_size) for name, status in found))


def not_read(folder: Path, of_banks: bool = False) -> Iterator[Problem]:
    """Advice on what in a bank's folder looks as if it should be read, and is not; never raises.

    With `of_banks` the folder holds banks, each a file or a folder.
    """
    from quizapp.bank.model import Problem
    from quizapp.text import clean

    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (OSError, ValueError):
        return
    for entry in entries:
        path, name = Path(entry.path), entry.name
        is_bank = entry.is_dir() and os.path.exists(path / "bank.toml")
        if name.startswith((".", "#")) or name.endswith(BACKUPS) or (is_bank and of_banks):
            continue
        if is_bank:
            message = "a bank within a bank is not read"
            remedy = "move it out, beside this bank's folder"
        elif entry.is_dir() and any(path.glob("*.toml")):
            message = "a folder within a bank is not read"
            remedy = "move its files up, beside bank.toml"
            if of_banks:
                message, remedy = "the folder has no bank.toml", "write one, with [bank] in it"
        elif not entry.is_dir() and ".toml" in name.lower() and not name.endswith(".toml"):
            message = "its name does not end in .toml, so it is not read"
            remedy = f"rename it {clean(name[: name.lower().index('.toml')])}.toml"
        else:
            continue
        yield Problem(clean(str(path)), 0, 0, "not-read", message, remedy, "advice")


def read_files(
    listed: BankFiles, path: Path, edited: Mapping[Path, bytes] = MappingProxyType({})
) -> Iterator[tuple[Path, bytes | Refused]]:
    """The content of each file of the bank at `path`, or the reason for not reading it.

    That of an `edited` file is given. Stops at the file that makes the bank too large.
    """
    size = values = 0
    for file in (listed.head, *listed.others):
        try:
            if listed.head != path and not _within(file, path):
                raise Refused(
                    "outside", "it leads out of the bank's folder", "put the file itself there"
                )
            content = edited.get(file) or read_bytes(file, LIMIT)
        except Refused as refused:
            yield file, refused
            continue
        size += len(content)
        values += sum(map(content.count, _SIGNS))
        if size > LIMIT or values > MOST_VALUES:
            much = size_of(LIMIT) if size > LIMIT else f"{MOST_VALUES:,} values, lists and tables"
            message, remedy = f"the bank has more than {much}", "split it into several banks"
            yield file, Refused("too-large", message, remedy)
            return
        yield file, content


def _within(path: Path, folder: Path) -> bool:
    """Whether `path`, its links followed, lies in `folder`."""
    try:
        root = os.path.realpath(folder)
        return os.path.realpath(path).startswith(root.rstrip(os.sep) + os.sep)
    except (OSError, ValueError):
        return False
