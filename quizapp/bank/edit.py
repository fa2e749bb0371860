"""Adding to the questions of a bank in its files; their comments and order are kept."""

import os
import stat
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from msgspec.structs import replace

from quizapp import files
from quizapp.bank.files import LIMIT
from quizapp.bank.model import Loaded
from quizapp.bank.writing import inline
from quizapp.kinds.base import Question
from quizapp.kinds.ideas import Wrong
from quizapp.kinds.shorthand import ENTRY

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Field = Literal["answers", "wrong", "accept", "reject"]
_BOM = b"\xef\xbb\xbf"


class Addition(NamedTuple):
    """Words to add to a question: to its `answers`, to `accept` or `reject` of its tests, or as an
    entry of `wrong` of its own, whose feedback is still to be written. Or its `ideas`, as TOML."""

    question: str
    field: Field | Literal["ideas"]
    words: str


class CannotEdit(Exception):
    """A file that cannot be edited in place; the message says which and why."""


def added(one: Question, field: Field, words: str) -> Question:
    """The question with the words added."""
    if field == "answers":
        return replace(one, answers=(*one.accepted(), words))
    if field == "wrong":
        return replace(one, wrong=(*one.wrong, Wrong(answers=(words,))))
    tests = replace(one.tests, **{field: (*getattr(one.tests, field), words)})
    return replace(one, tests=tests)


def edited(loaded: Loaded, additions: Iterable[Addition]) -> dict[Path, bytes]:
    """The new contents of the files that change. Raises CannotEdit."""
    wanted: dict[str, list[Addition]] = {}
    for addition in additions:
        wanted.setdefault(addition.question, []).append(addition)
    found: dict[Path, bytes] = {}
    for file in loaded.files:
        here = [wanted.get(one.id, []) for one in file.questions]
        if any(here):
            found[file.path] = _edited(file.path, here)
    return found


def write(contents: dict[Path, bytes]) -> None:
    """Replace each file by its new content, atomically. Raises CannotEdit."""
    for path, content in contents.items():
        real = Path(os.path.realpath(path))
        try:
            handle, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}-")
            with open(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, stat.S_IMODE(real.stat().st_mode))
            os.replace(name, real)
        except OSError as error:
            raise CannotEdit(f"{path}: cannot be written ({error.strerror}).") from error


def rewritten(path: Path, change: Callable[[str], str]) -> bytes:
    """The new content of a file whose text is changed so; its byte order mark stays. Raises
    CannotEdit."""
    try:
        before = files.read_bytes(path, LIMIT)
        after = change(files.decode(before))
    except files.Refused as refused:
        raise CannotEdit(refused.sentence(path)) from refused
    return (_BOM if before.startswith(_BOM) else b"") + after.encode()


def in_place(text: str, change: Callable[["TOMLDocument"], None]) -> str:
    """A text whose document is changed so; all else in it stays, its ends of line too."""
    import tomlkit

    document = tomlkit.parse(text)
    change(document)
    after = document.as_string().replace("\r\n", "\n")
    return after.replace("\n", "\r\n") if "\r\n" in text else after


def with_ids(loaded: Loaded) -> dict[Path, bytes]:
    """The new contents of the files in which questions have no id. Raises CannotEdit."""
    from quizapp.bank.ids import without_id
    from quizapp.bank.positions import places

    changed = {}
    for path, group in groupby(without_id(loaded), lambda lacking: lacking[0].path):
        listed = list(group)
        file = listed[0][0]
        known = places(file.text, file.data)
        below = {known.at(("question", number)).line: name for _, number, name in listed}
        changed[path] = rewritten(path, partial(_with_lines, path, below))
    return changed


def _with_lines(path: Path, below: dict[int, str], text: str) -> str:
    """The text of a file with `id = "…"` below these lines, which are headers of questions."""
    lines = text.split("\n")
    if not all(line and "[[" in lines[line - 1] for line in below):
        raise CannotEdit(f"{path}: write the ids by hand: a question is not under [[question]].")
    for number in sorted(below, reverse=True):
        line = lines[number - 1]
        indent = line[: len(line) - len(line.lstrip())]
        end = "\r" if line.endswith("\r") else ""
        lines.insert(number, f'{indent}id = "{below[number]}"{end}')
    return "\n".join(lines)


def _edited(path: Path, wanted: list[list[Addition]]) -> bytes:
    """A file's content with the additions to each of its questions, in their order."""
    from tomlkit.exceptions import TOMLKitError

    def add(document: "TOMLDocument") -> None:
        for table, additions in zip(document["question"], wanted, strict=True):
            for addition in additions:
                _add(table, addition)

    try:
        return rewritten(path, lambda text: in_place(text, add))
    except (TOMLKitError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CannotEdit(f"{path}: cannot be edited in place ({error}). Add it by hand.") from error


def _add(table: Any, addition: Addition) -> None:
    words = addition.words
    if addition.field == "answers":
        if "answer" in table:
            table["answers"] = table.pop("answer")
        _append(table, "answers", words)
    elif addition.field == "ideas":
        _put_after(table, "answers", "ideas", words)
    elif addition.field == "wrong":
        _append_wrong(table, words)
    elif isinstance(table.get("tests"), dict):
        _append(table["tests"], addition.field, words)
    elif "tests" in table:
        held = table["tests"].unwrap()
        accept = inline(held if isinstance(held, list) else [held])
        table["tests"] = _parsed(f"{{ accept = {accept} }}")
        _append(table["tests"], addition.field, words)
    else:
        _put(table, "tests", f"{{ {addition.field} = {inline([words])} }}")


def _append(table: Any, field: str, words: str) -> None:
    """Add the words to a list; a single text becomes a list first."""
    held = table.get(field)
    if held is None:
        _put(table, field, inline([words]))
    elif isinstance(held, list):
        held.append(words)
    else:
        table[field] = _parsed(inline([str(held), words]))


def _append_wrong(table: Any, words: str) -> None:
    from tomlkit.items import AoT, Array

    entry = f'{{ answers = {inline([words])}, feedback = "" }}'
    held = table.get("wrong")
    if held is None:
        _put(table, "wrong", f"[{entry}]")
    elif isinstance(held, Array):
        held.append(_parsed(entry))
    elif isinstance(held, AoT):
        import tomlkit

        one = tomlkit.table()
        one["answers"] = _parsed(inline([words]))
        one["feedback"] = ""
        last = held[-1]
        tail = _cut_tail(last)
        last.add(tomlkit.nl())
        held.append(one)
        one.value.body.extend(tail)
    elif ENTRY.isdisjoint(held):
        held[words] = ""
    else:
        raise ValueError("`wrong` is a table alone: write it as [[question.wrong]]")


def _put(table: Any, field: str, value: str) -> None:
    """Give the table a new key, before the comments at its end, which belong to what follows."""
    tail = _cut_tail(table)
    table[field] = _parsed(value)
    if tail:
        table.value.body.extend(tail)


def _put_after(table: Any, before: str, field: str, value: str) -> None:
    """Give the table a new key, right after another that it has."""
    from tomlkit.items import Table

    if isinstance(table, Table):
        table.value._insert_after(before, field, _parsed(value))
    else:
        table[field] = _parsed(value)


def _cut_tail(table: Any) -> list[Any]:
    """Take the blank lines and comments off the end of a table."""
    from tomlkit.items import Table

    if not isinstance(table, Table):
        return []
    body = table.value.body
    end = len(body)
    while end and body[end - 1][0] is None:
        end -= 1
    tail = body[end:]
    del body[end:]
    return list(tail)


def _parsed(value: str) -> Any:
    import tomlkit

    return tomlkit.parse(f"x = {value}\n")["x"]
