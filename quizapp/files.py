"""Reading files from outside: regular files only, of a bounded size, as UTF-8 text.

Every file that the program did not install or write itself is read here. Whatever is wrong with
one is raised as Refused, with a message and a remedy.
"""

import os
import stat
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import IO

KIB, MIB = 1 << 10, 1 << 20
PATIENCE = 30.0
"""Reading one file may take this long, in seconds: a network or a device may never end."""
OTHER_KINDS = (
    (b"PK\x03\x04", "a zip archive or a document of a word processor",
     "unpack it, or save the document as plain text"),
    (b"%PDF-", "a PDF document", "copy its words into a file of plain text"),
    (b"{\\rtf", "a document in Rich Text Format", "save it as plain text"),
)  # fmt: skip
"""How files begin that are no text, what they are, and what to do."""
_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY")
)  # fmt: skip


class Refused(Exception):
    """A file that is not read: `code`, `message`, `remedy` say why, `line` and `column` where."""

    def __init__(
        self, code: str, message: str, remedy: str, line: int = 0, column: int = 0
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy
        self.line, self.column = line, column

    def sentence(self, name: str | Path) -> str:
        """Message and remedy in one sentence about the file `name`."""
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{name}{place}: {self.message}; {self.remedy}."


def expanded(name: str) -> Path:
    """The path `name`, with `~` and `~user` expanded.

    Raises Refused if there is no such user, or `name` cannot be a path.
    """
    if "\0" in name:
        raise Refused("path", "a path cannot contain a NUL character", "take it out")
    try:
        return Path(name).expanduser()
    except RuntimeError:
        user = Path(name).parts[0]
        raise Refused(
            "path", f"the home folder of {user} is not known", "write the whole path"
        ) from None


def open_file(path: str | Path) -> IO[bytes]:
    """The regular file at `path`, open for reading; raises Refused for anything else."""
    try:
        # Some devices act when they are opened, so look first; the file may change in between,
        # so look again at what was opened. O_NONBLOCK: a named pipe would wait for a writer.
        _check_regular(os.stat(path))
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise unreadable(error) from None
    try:
        _check_regular(os.fstat(descriptor))
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_bytes(path: str | Path, limit: int) -> bytes:
    """The content of the regular file at `path`, of `limit` bytes at most; raises Refused."""
    pieces, size, until = [], 0, monotonic() + PATIENCE
    with open_file(path) as file:
        try:
            if os.fstat(file.fileno()).st_size > limit:
                raise _too_large(limit)
            # Files that grow, and those that state no size (as in /proc), are bounded as well.
            while piece := file.read(MIB):
                pieces.append(piece)
                size += len(piece)
                if size > limit:
                    raise _too_large(limit)
                if monotonic() > until:
                    message = f"reading it takes over {PATIENCE:g} seconds"
                    raise Refused("slow", message, "copy it to this disk")
        except OSError as error:
            raise unreadable(error) from None
    return b"".join(pieces)


def read_text(path: str | Path, limit: int) -> str:
    """The text of the regular file at `path`, of `limit` bytes at most; raises Refused."""
    return decode(read_bytes(path, limit))


def lines(file: IO[bytes], longest: int) -> Iterator[bytes]:
    """The lines of `file`; of one with more than `longest` bytes, only the first `longest` + 1."""
    while line := file.readline(longest + 1):
        yield line
        while len(line) > longest and not line.endswith(b"\n"):
            line = file.readline(longest + 1)


def decode(data: bytes) -> str:
    """UTF-8 bytes, with or without a byte order mark, as text.

    Raises Refused with the line and column of the first byte that is not UTF-8, or is NUL.
    """
    for beginning, kind, remedy in OTHER_KINDS:
        if data.startswith(beginning):
            raise Refused("not-text", f"this is {kind}, not text", remedy, 1, 1)
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise Refused("encoding", "the text is in UTF-16, not UTF-8", "save it as UTF-8", 1, 1)
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        message = f"byte 0x{data[error.start]:02X} is not UTF-8"
        raise Refused("encoding", message, "save it as UTF-8", *_place(data, error.start)) from None
    if "\0" in text:
        place = _place(data, data.index(b"\0"))
        raise Refused("nul", "a NUL character: this is not text", "save it as UTF-8 text", *place)
    return text


def decode_any(data: bytes) -> str:
    """A text in any encoding: UTF-8, UTF-16 and UTF-32 with a byte order mark, UTF-16 without one,
    otherwise Windows-1252. Raises Refused where it is no text.
    """
    if data.startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_BE)):
        from json import detect_encoding  # which tells UTF-32 with the mark of UTF-16 as well

        return data.decode(detect_encoding(data), "replace")
    head = data[:4096]
    if head[1::2].count(0) > len(head) // 5:
        return data.decode("utf-16-le", "replace")
    if head[0::2].count(0) > len(head) // 5:
        return data.decode("utf-16-be", "replace")
    if b"\0" in head:
        raise Refused("not-text", "it is not text", "name a plain text file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def unreadable(error: OSError | ValueError) -> Refused:
    """An error of the system as Refused; a ValueError is a path with a NUL in it."""
    if isinstance(error, FileNotFoundError):
        return Refused("missing", "there is no such file", "check the path")
    reason = getattr(error, "strerror", None) or "the path cannot be read"
    return Refused(
        "unreadable", f"it cannot be read: {reason.lower()}", "check the path and its permissions"
    )


def size_of(limit: int) -> str:
    """A number of bytes for people: `64 MiB`."""
    return f"{limit // MIB} MiB" if limit >= MIB else f"{limit // KIB} KiB"


def _place(data: bytes, at: int) -> tuple[int, int]:
    """The line and the column, both from 1, of the byte at `at`."""
    start = data.rfind(b"\n", 0, at) + 1
    column = len(data[start:at].decode("utf-8-sig", "replace")) + 1
    return data.count(b"\n", 0, at) + 1, column


def _too_large(limit: int) -> Refused:
    return Refused("too-large", f"the file is larger than {size_of(limit)}", "use a smaller file")


def _check_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        message = f"it is {_sort(status.st_mode)}, not a regular file"
        raise Refused("not-a-file", message, "name a regular file")


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
    return "something else"
