"""Reading the files of a bank: only regular files, of a bounded size, as text."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

LIMIT = 64 * 1024 * 1024
"""No file larger than this is read (bytes)."""
UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Refused(Exception):
    """A file that is not read: `code`, `message`, `remedy` say why, `line` and `column` where."""

    def __init__(
        self, code: str, message: str, remedy: str, line: int = 0, column: int = 0
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy
        self.line, self.column = line, column


class BankFiles(NamedTuple):
    """The files of a bank: `head` has `[bank]`, `others` have questions only."""

    head: Path
    others: tuple[Path, ...]


def list_files(path: Path) -> BankFiles:
    """The files of the bank at `path`, a folder or a single file.

    Raises Refused where there is none, or the folder cannot be listed.
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
        raise _unreadable(error) from None
    if "bank.toml" not in names:
        raise Refused(
            "no-bank", "the folder has no bank.toml",
            "put [bank], [source] and the passages into a file named bank.toml",
        )  # fmt: skip
    return BankFiles(
        path / "bank.toml", tuple(path / name for name in names if name != "bank.toml")
    )


def within(path: Path, folder: Path) -> bool:
    """Whether `path`, its links followed, lies in `folder`."""
    try:
        root = os.path.realpath(folder)
        return os.path.realpath(path).startswith(root.rstrip(os.sep) + os.sep)
    except (OSError, ValueError):
        return False


def read_bytes(path: Path, limit: int = LIMIT) -> bytes:
    """The content of the regular file at `path`; raises Refused, before reading, for any other."""
    try:
        # Without O_NONBLOCK, opening a named pipe waits for a writer for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Refused("not-a-file", f"it is {_sort(status.st_mode)}", "name a regular file")
        if status.st_size > limit:
            raise _large(limit)
        return _all_of(descriptor, limit)
    except OSError as error:
        raise _unreadable(error) from None
    finally:
        os.close(descriptor)


def _all_of(descriptor: int, limit: int) -> bytes:
    """All that can be read; files that grow or say no size (as in /proc) are bounded as well."""
    pieces, size = [], 0
    while piece := os.read(descriptor, 1 << 20):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise _large(limit)
    return b"".join(pieces)


def decode(data: bytes) -> str:
    """The text of a bank's file: UTF-8, with or without a byte order mark.

    Raises Refused with the line and column of the first byte that is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if data.startswith(UTF16):
            raise Refused(
                "encoding", "the file is in UTF-16, not UTF-8", "save it as UTF-8", 1, 1
            ) from None
        before = data[: error.start]
        start = before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace")) + 1
        raise Refused(
            "encoding",
            f"byte 0x{data[error.start]:02X} is not UTF-8",
            "save the file as UTF-8",
            before.count(b"\n") + 1,
            column,
        ) from None


def _large(limit: int) -> Refused:
    return Refused(
        "too-large", f"the file is larger than {limit >> 20} MiB", "split it into smaller files"
    )


def _sort(mode: int) -> str:
    for test, name in (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    ):
        if test(mode):
            return name
    return "no regular file"


def _unreadable(error: OSError | ValueError) -> Refused:
    """What the system said, in its own words; a ValueError is a NUL in the path."""
    if isinstance(error, FileNotFoundError):
        return Refused("missing", "there is no such file", "look at the path")
    said = getattr(error, "strerror", None) or "the path cannot be read"
    return Refused(
        "unreadable", f"it cannot be read: {said.lower()}", "look at the path and its permissions"
    )
