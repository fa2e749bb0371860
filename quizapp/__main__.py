"""The way in: `quizapp`, and `python -m quizapp`."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import NoReturn

INTERRUPTED = 130


def main() -> int:
    """Run the command that was typed; gives its exit status. Ctrl+C at any time ends it quietly."""
    # Python would print a traceback where an interrupt cannot be caught: in callbacks, and at exit.
    sys.unraisablehook, sys.excepthook = _unraisable, _uncaught
    try:
        if sys.argv[1:] == ["--version"]:
            # Answered before anything is imported: a question of a few milliseconds.
            from quizapp import __version__

            print(f"quizapp {__version__}")
            return 0
        from quizapp.cli.main import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return INTERRUPTED


def _unraisable(unraisable: sys.UnraisableHookArgs) -> None:
    if isinstance(unraisable.exc_value, KeyboardInterrupt):
        os._exit(INTERRUPTED)
    sys.__unraisablehook__(unraisable)


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        os._exit(INTERRUPTED)
    sys.__excepthook__(kind, error, trace)


def start() -> NoReturn:
    """Run the command that was typed, and exit with its status."""
    status = main()
    if sys.argv[1:2] in (["check"], ["grade"]):
        # They keep nothing and have flushed their output: freeing all objects takes 12 of 72 ms.
        os._exit(status)
    sys.exit(status)


if __name__ == "__main__":
    start()
