"""A fault of the program: one sentence for the learner, and a file with the details."""

from __future__ import annotations

import os
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

STATUS = 70
"""The exit status of a program that has a fault in it, as `sysexits.h` has it."""
FILE = "fault.txt"
"""The latest fault is described in this file of the data folder."""
_LONGEST = 200


def told(error: BaseException, arguments: Sequence[str]) -> str:
    """Write the traceback to a file; gives the sentence that says so.

    `arguments` are those of the call: the file goes into the data folder that they name, or into
    the folder for temporary files where that cannot be written. Never raises an Exception.
    """
    said = " ".join(f"{type(error).__name__}: {_message(error)}".split())
    what = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    place = _written(_details(error, arguments), arguments)
    where = f"Details in {place}" if place else "The details could not be written anywhere."
    kept = "" if "--try" in arguments else "Your answers are kept. "
    return f"This is a fault of quizapp: {what.rstrip('.: ')}. {kept}{where}"


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return "no message"


def _details(error: BaseException, arguments: Sequence[str]) -> str:
    """The traceback, after what was called and where it ran."""
    import platform
    import traceback

    from quizapp import __version__

    trace = "".join(traceback.format_exception(error))
    python = f"Python {platform.python_version()} on {platform.platform()}"
    return f"quizapp {__version__}, {python}\narguments: {list(arguments)!r}\n\n{trace}"


def _written(details: str, arguments: Sequence[str]) -> Path | None:
    """Where the details were written; None if that failed everywhere."""
    import tempfile

    try:
        folder = _data_folder(arguments)
        folder.mkdir(parents=True, exist_ok=True)
        passing = _new_file(details, folder, ".fault-")
        os.replace(passing, folder / FILE)
        return folder / FILE
    except Exception:
        # Whatever is wrong with the data folder may be the fault itself.
        try:
            return _new_file(details, Path(tempfile.gettempdir()), "quizapp-fault-")
        except Exception:
            return None


def _new_file(text: str, folder: Path, beginning: str) -> Path:
    import tempfile

    handle, name = tempfile.mkstemp(".txt", beginning, folder)
    try:
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        os.unlink(name)
        raise
    return Path(name)


def _data_folder(arguments: Sequence[str]) -> Path:
    """The data folder of the call, which may have failed before its options were read."""
    from quizapp.app.settings import data_folder

    chosen = None
    for place, word in enumerate(arguments):
        if word == "--data":
            chosen = next(iter(arguments[place + 1 :]), None)
        elif word.startswith("--data="):
            chosen = word.partition("=")[2]
    return data_folder(chosen)
