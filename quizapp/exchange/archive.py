"""Zip archives: the same bytes for the same files, and read within bounds, in memory alone."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

from quizapp.files import MIB, Refused, size_of

MOST_FILES = 5_000
MOST_BYTES = 64 * MIB
"""An archive has this many bytes at most once it is unpacked."""
_DATE = (1980, 1, 1, 0, 0, 0)


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files as an archive, in their order, without times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, content)
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of an archive by name. Raises Refused where it is none, swells, or climbs out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check(entries)
            return {entry.filename: _content(archive, entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        reason = str(error).rstrip(".")[:80] or "it is damaged"
        raise Refused("archive", f"the archive cannot be read: {reason}", "pack it again") from None


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        message = f"unpacked it has more than {size_of(MOST_BYTES)} or {MOST_FILES:,} files"
        raise Refused("too-large", message, "export fewer questions at once")
    for entry in entries:
        path = PurePosixPath(entry.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise Refused(
                "outside", f"{entry.filename[:60]!r} leads out of the archive", "pack it again"
            )


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        content = file.read(entry.file_size + 1)
    if len(content) > entry.file_size:
        raise Refused("too-large", "a file in it is larger than it says", "pack it again")
    return content
