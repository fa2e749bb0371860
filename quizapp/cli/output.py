"""What the program prints goes out through here: no control byte gets to a terminal."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager

from quizapp.text import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any, TextIO

NAMES = ("stdin", "stdout", "stderr")


class Clean:
    """A text stream that cleans what is written to it; in all else the stream it is given."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write the text without control, bidirectional and invisible characters."""
        self._stream.write(clean(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each of the lines."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def say(sentence: str) -> None:
    """Print a sentence to standard error: standard output is for results."""
    print(f"quizapp: {sentence}", file=sys.stderr)


def print_json(value: object) -> None:
    """Print a value as JSON: named tuples as objects, wherever they are in it."""
    import json

    print(json.dumps(_plain(value), indent=2))


def _plain(value: Any) -> Any:
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def print_csv(rows: Sequence[Any]) -> None:
    """Print named tuples, or objects of the same fields, as CSV; nothing where there are none."""
    from quizapp.exchange import spreadsheet

    if rows:
        found = [_plain(row) for row in rows]
        spreadsheet.write((found[0], *(row.values() for row in found)), sys.stdout)


def agreed(question: str, otherwise: bool) -> bool:
    """Whether the answer to a question is yes; `otherwise` where there is no terminal to ask."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return otherwise
    print(f"{question} [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


@contextmanager
def safe_streams() -> Iterator[None]:
    """Print through clean streams, until it is left.

    A stream that is closed goes nowhere; a character that an encoding lacks becomes a `?`.
    """
    before = {name: getattr(sys, name) for name in NAMES}
    for name, stream in before.items():
        if stream is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w"))  # noqa: SIM115
    for name in NAMES[1:]:
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
        setattr(sys, name, Clean(stream))
    try:
        yield
    finally:
        for name, stream in before.items():
            setattr(sys, name, stream)
