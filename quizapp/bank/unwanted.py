"""Taking the drafts out of the files of a bank; all else in them stands as it stood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizapp.bank.edit import CannotEdit, in_place, rewritten
from quizapp.bank.model import File, Loaded
from quizapp.bank.positions import places
from quizapp.bank.toml import parse

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


def without_drafts(loaded: Loaded, only: Path | None = None) -> tuple[dict[Path, bytes], int]:
    """The new contents of the files that change, and how many drafts are gone from them.

    `only` names the one file that may lose drafts. A comment goes with the draft that it stands in
    or right above; a draft's id goes from the `reveals` of others too. Raises CannotEdit.
    """
    gone: dict[Path, set[int]] = {}
    dropped, kept = set(), set()
    for file in loaded.files:
        drafts = gone[file.path] = set()
        for number, one in _questions(file).items():
            if one.get("draft") is True and only in (None, file.path):
                drafts.add(number)
                dropped.add(one.get("id"))
            else:
                kept.add(one.get("id"))
    names = dropped - kept  # another question may have the same id by mistake
    found = {file.path: _without(file, gone[file.path], names) for file in loaded.files}
    contents = {path: content for path, content in found.items() if content is not None}
    return contents, sum(map(len, gone.values()))


def _questions(file: File) -> dict[int, Mapping[str, Any]]:
    """The tables of a file's questions, by their numbers in it."""
    found = file.data.get("question")
    listed = enumerate(found) if isinstance(found, list) else ()
    return {number: one for number, one in listed if isinstance(one, dict)}


def _without(file: File, gone: set[int], names: set[Any]) -> bytes | None:
    """A file's content without these questions, and without `names` in `reveals`; None where
    nothing changes."""
    kept = {n: one for n, one in _questions(file).items() if n not in gone}
    named = any(not names.isdisjoint(_revealed(one)) for one in kept.values())
    if not gone and not named:
        return None

    def change(text: str) -> str:
        data = parse(text)  # the loaded tables may have been completed
        after = _cut(text, data, gone)
        if named:
            after = in_place(after, partial(_unnamed, names))
        left = parse(after)
        wanted = [one for number, one in enumerate(data["question"]) if number in kept]
        if _compared(left, left.get("question", ())) != _compared(data, wanted):
            raise CannotEdit(f"{file.path}: cannot be edited in place. Delete the drafts by hand.")
        return after

    return rewritten(file.path, change)


def _compared(
    data: Mapping[str, Any], questions: Iterable[Mapping[str, Any]]
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What must be the same before and after, beside what the questions reveal."""
    rest = {name: value for name, value in data.items() if name != "question"}
    return rest, [
        {name: value for name, value in one.items() if name != "reveals"} for one in questions
    ]


def _revealed(table: Mapping[str, Any]) -> set[str]:
    found = table.get("reveals", [])
    return {one for one in (found if isinstance(found, list) else [found]) if isinstance(one, str)}


def _cut(text: str, data: dict[str, Any], gone: set[int]) -> str:
    """The text without the lines of these questions, and without the comments right above them."""
    lines = text.split("\n")
    known = places(text, data)
    begins = sorted(
        (known.at(way).line, way)
        for way in known.offsets
        if way[0] != "question" or (len(way) == 2 and isinstance(way[1], int))
    )
    cut: set[int] = set()
    for (start, way), (end, _) in zip(begins, [*begins[1:], (len(lines) + 1, ())], strict=True):
        if way[0] == "question" and way[1] in gone:
            cut.update(_extent(lines, start, end))
    after = "\n".join(line for number, line in enumerate(lines, 1) if number not in cut)
    return after if after.endswith("\n") or not after else f"{after}\n"


def _extent(lines: list[str], start: int, end: int) -> range:
    """The numbers of the lines that are a question's, which begins at `start`, before `end`."""
    while end > start + 1 and _COMMENT_OR_BLANK.fullmatch(lines[end - 2]):
        end -= 1  # what stands at its end belongs to what follows
    while end <= len(lines) and not lines[end - 1].strip():
        end += 1  # the blank lines above it are left
    above = start
    while above > 1 and lines[above - 2].lstrip().startswith("#"):
        above -= 1
    # Comments at the very top are about the file.
    return range(start if above == 1 else above, end)


_COMMENT_OR_BLANK = re.compile(r"\s*(#.*)?")


def _unnamed(names: set[Any], document: TOMLDocument) -> None:
    """Take these ids out of what questions reveal."""
    for table in document.get("question", []):
        for name in names & _revealed(table.unwrap()):
            held = table["reveals"]
            if isinstance(held, list) and len(held) > 1:
                held.remove(name)
            else:
                del table["reveals"]
