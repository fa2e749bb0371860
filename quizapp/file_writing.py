"""Writing new files: all of them or none, each whole, and over others only where that was said."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from quizapp.files import Refused


def write_new(contents: Mapping[Path, bytes], replace: bool = False, private: bool = False) -> None:
    """Write each content to its path; missing folders are made.

    All are written beside their places first, and then moved there, so that a full disk or an end
    of the program leaves no half a file. A `private` file can be read by its owner alone. Raises
    Refused if a file is there already (unless `replace`), or cannot be written.
    """
    if not replace:
        for path in contents:
            if os.path.lexists(path):
                raise Refused(
                    "exists", f"{path} is there already",
                    "name another place, or write over it with --force",
                )  # fmt: skip
    waiting: list[tuple[str, Path]] = []
    made: list[Path] = []
    place = next(iter(contents), Path())
    try:
        for place, content in contents.items():
            _make_folder(place.parent, made)
            handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:40]}-")
            waiting.append((name, place))
            with open(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if not private:  # as it was made, only its owner may read it
                os.chmod(name, 0o666 & ~_umask())
        while waiting:
            name, place = waiting[0]
            os.replace(name, place)
            waiting.pop(0)
            made.clear()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no path"
        raise Refused(
            "unwritable", f"{place} cannot be written: {reason.lower()}",
            "name a place where files can be made",
        ) from None  # fmt: skip
    finally:
        for name, _ in waiting:
            with suppress(OSError):
                os.unlink(name)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those above it; those that were not there are added to `made`."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir()
        made.append(one)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
