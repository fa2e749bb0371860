"""Watching for files that are touched where nothing should be."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_CHANGES = {
    "os.chmod", "os.chown", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir",
    "os.symlink", "os.truncate", "os.utime", "shutil.rmtree",
}  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_watching: list[tuple[str, list[str]]] = []


@contextmanager
def tripwire(folder: Path) -> Iterator[list[str]]:
    """The paths outside `folder` that this process writes to, deletes or renames meanwhile."""
    if not hasattr(tripwire, "laid"):
        sys.addaudithook(_look)
        tripwire.laid = True  # type: ignore[attr-defined]
    touched: list[str] = []
    _watching.append((os.path.realpath(folder) + os.sep, touched))
    try:
        yield touched
    finally:
        _watching.pop()


def _look(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching:
        return
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES
    if writes or event in _CHANGES:
        for path in arguments[: 2 if event in ("os.rename", "os.link", "os.symlink") else 1]:
            _report(path)


def _report(path: Any) -> None:
    if not isinstance(path, str | bytes | os.PathLike):
        return
    folder, touched = _watching[-1]
    name = os.fsdecode(path)
    compiled = f"{os.sep}__pycache__{os.sep}" in name or name.endswith("__pycache__")
    if not compiled and not (os.path.realpath(name) + os.sep).startswith(folder):
        touched.append(name)
