"""The line and column of keys in a TOML file that parses.

Headers and keys are read, and values skipped. It is done only where there is something to report,
on text that the parser has accepted. The result is compared with what the parser read: if they
differ in any key, no place is given at all. On faulty banks of 100 and 1,000 questions it takes
4 and 45 ms; parsing with tomlkit, which would give places, takes 68 and 910 ms.
"""

import re
from bisect import bisect_right
from typing import Any, NamedTuple

from quizapp.bank.model import DataPath


class Place(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


class Opened(NamedTuple):
    """A bracket that is open, and its offset."""

    sign: str
    at: int


_ONE_LINE = r'"(?!"")(?:[^"\\\n]++|\\.)*+"' r"|'(?!'')[^'\n]*+'"
_MANY_LINES = r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+""""?"?' r"|'''(?:[^']++|'(?!''))*+''''?'?"
_PART = rf"[A-Za-z0-9_-]++|{_ONE_LINE}"
_NAME = rf"(?:{_PART})(?:[ \t]*\.[ \t]*(?:{_PART}))*"
_STATEMENT = re.compile(
    rf"(?:[ \t\n]|#[^\n]*+)*+(?P<begin>)(?:(?P<key>{_NAME})[ \t]*+="
    rf"|\[\[[ \t]*(?P<many>{_NAME})[ \t]*\]\]|\[[ \t]*(?P<one>{_NAME})[ \t]*\]|(?P<end>))"
)
_LINE = re.compile(rf"(?:[^\"'\n#]++|{_ONE_LINE})*+(?=[\n#])")
"""A value, if the brackets on its line are closed there."""
_STRINGS = re.compile(rf"{_MANY_LINES}|{_ONE_LINE}")
_PIECE = re.compile(rf"(?:[^\"'\n#\[\]{{}}]++|{_STRINGS.pattern})++|#[^\n]*+|[\n\[\]{{}}]")
"""What a value is made of: words and strings, comments, line ends and brackets."""


class Scan(NamedTuple):
    """What was read of a text: the offsets of headers and keys, and how many tables each array has.

    It is `whole` where the end was reached. Otherwise it stopped in the statement at `begin`, below
    the header of `table`; in both cases with these brackets `opened`, the innermost last.
    """

    offsets: dict[DataPath, int]
    counts: dict[DataPath, int]
    table: DataPath
    begin: int
    opened: list[Opened]
    whole: bool

    def earlier(self, name: str) -> int:
        """The offset of the key or header of this name that stands before where it stopped."""
        *before, last = name.split(".")
        path: DataPath = ()
        for part in before:
            path = (*path, part)
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        return self.offsets.get((*self.table, name)) or self.offsets.get((*path, last), 0)


def read(text: str) -> Scan:
    """One pass over a text without carriage returns, as far as it is TOML."""
    offsets: dict[DataPath, int] = {}
    counts: dict[DataPath, int] = {}
    opened: list[Opened] = []
    table: DataPath = ()
    at = begin = 0
    while at < len(text) and (mark := _STATEMENT.match(text, at)):
        kind, begin, at = mark.lastgroup, mark.start("begin"), mark.end()
        if kind == "end":
            break
        path = table if kind == "key" else ()
        *before, last = _parts(mark[kind or ""])
        for part in before:
            path = (*path, part)
            offsets.setdefault(path, begin)
            if path in counts:
                path = (*path, counts[path] - 1)  # an array of tables means its last one
        path = (*path, last)
        offsets.setdefault(path, begin)
        if kind == "many":
            counts[path] = counts.get(path, 0) + 1
            path = (*path, counts[path] - 1)
            offsets[path] = begin
        if kind != "key":
            table = path
        elif (at := _behind_value(text, at, opened)) < 0 or opened:
            break
    return Scan(offsets, counts, table, begin, opened, at == len(text) and not opened)


def _parts(name: str) -> list[str]:
    """The parts of a dotted key."""
    parts = [name] if name.isidentifier() else re.findall(_PART, name)
    if "\\" in name:
        from tomli import loads

        return [next(iter(loads(f"{part} = 0"))) for part in parts]
    return [part[1:-1] if part[0] in "\"'" else part for part in parts]


def _behind_value(text: str, at: int, opened: list[Opened]) -> int:
    """Where a value ends, -1 where it does not; brackets that stay open are left in `opened`."""
    if line := _LINE.match(text, at):
        simple = line[0].lstrip(" \t")[:1] not in ("[", "{")
        bare = "" if simple else _STRINGS.sub("", line[0])
        if bare.count("[") == bare.count("]") and bare.count("{") == bare.count("}"):
            return line.end()
    while at < len(text) and (opened or text[at] not in "\n#"):
        piece = _PIECE.match(text, at)
        if piece is None:
            return -1
        if text[at] in "[{":
            opened.append(Opened(text[at], at))
        elif text[at] in "]}" and opened:
            opened.pop()
        at = piece.end()
    return at


class Places(NamedTuple):
    """Where the headers and keys of a text stand, which parsed as `data`; `lines` begin at these
    offsets."""

    data: dict[str, Any]
    offsets: dict[DataPath, int]
    lines: list[int]

    def at(self, path: DataPath) -> Place:
        """The place of what is at `path`, or of the nearest thing that holds it; (0, 0) where none
        is known."""
        path = _as_written(self.data, path)
        for end in range(len(path), 0, -1):
            if path[:end] in self.offsets:
                offset = self.offsets[path[:end]]
                line = bisect_right(self.lines, offset)
                return Place(line, offset - self.lines[line - 1] + 1)
        return Place(0, 0)


def places(text: str, data: dict[str, Any]) -> Places:
    """The places in `text`, which parsed as `data`; if in any doubt, none is known."""
    text = text.replace("\r\n", "\n")
    found = read(text)
    sure = found.whole and all(_at(data, path) is not None for path in found.offsets)
    sure = sure and all(len(_at(data, path)) == count for path, count in found.counts.items())
    lines = [0, *(end.end() for end in re.finditer("\n", text))]
    return Places(data, found.offsets if sure else {}, lines)


SHORT = {"answers": "answer", "gaps": "prompt"}
"""Where a field stands that is written shortly."""


def _as_written(data: dict[str, Any], path: DataPath) -> DataPath:
    """The path at which the file has what is at `path` once short forms are expanded."""
    field = path[2] if len(path) > 2 else ""
    if not isinstance(field, str) or field not in SHORT or _at(data, path[:3]) is not None:
        return path
    short = (*path[:2], SHORT[field])
    return short if _at(data, short) is not None else path


def _at(data: Any, path: DataPath) -> Any:
    """The value at `path` in `data`; None if there is none."""
    for step in path:
        if isinstance(step, str) and isinstance(data, list) and len(data) == 1:
            data = data[0]  # a table that stood for a list of one
        if isinstance(step, int):
            if not isinstance(data, list) or step >= len(data):
                return None
            data = data[step]
        elif isinstance(data, dict) and step in data:
            data = data[step]
        else:
            return None
    return data
