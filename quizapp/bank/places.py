"""Where the keys of a TOML file stand, for problems in what parsed well.

The scanner reads headers and keys, and skips values. It is run only once there is something to
report, on text that the parser has accepted, and its result is held against what the parser read:
if the two differ in any key, no place is given at all.
"""

from typing import Any, NamedTuple

Path = tuple[str | int, ...]
"""A way into the data: `("question", 3, "wrong", 0, "answers")`."""


class Place(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


Places = dict[Path, Place]


class _Lost(Exception):
    """The text is not what a scanner of accepted text expects."""


def scan(text: str, data: dict[str, Any]) -> Places:
    """The place of every header and key of `text`, which parsed as `data`; {} if in any doubt."""
    try:
        places = _Scanner(text).run()
    except (_Lost, IndexError, RecursionError, ValueError):
        return {}
    return places if all(_leads_somewhere(data, path) for path in places) else {}


def find(places: Places, path: Path) -> Place:
    """The place of `path`, or of the nearest thing that holds it; (0, 0) where none is known."""
    for end in range(len(path), 0, -1):
        place = places.get(path[:end])
        if place is not None:
            return place
    return Place(0, 0)


def _leads_somewhere(data: Any, path: Path) -> bool:
    for step in path:
        if isinstance(step, str) and isinstance(data, list) and len(data) == 1:
            data = data[0]  # a table that stood for a list of one
        if isinstance(step, int):
            if not isinstance(data, list) or step >= len(data):
                return False
            data = data[step]
        elif isinstance(data, dict) and step in data:
            data = data[step]
        else:
            return False
    return True


class _Scanner:
    """One pass over a text: `at` is where it is, `line` and `start` the line that this is on."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n") + "\n"
        self.at = 0
        self.line = 1
        self.start = 0
        self.table: Path = ()
        self.counts: dict[Path, int] = {}
        self.places: Places = {}

    def run(self) -> Places:
        """All places."""
        while self.at < len(self.text):
            self.skip_blank()
            char = self.text[self.at] if self.at < len(self.text) else ""
            if char == "[":
                self.header()
            elif char and char not in "\n#":
                self.pair()
            self.end_of_line()
        return self.places

    def here(self) -> Place:
        return Place(self.line, self.at - self.start + 1)

    def skip_blank(self) -> None:
        while self.text[self.at : self.at + 1] in (" ", "\t"):
            self.at += 1

    def newline(self) -> None:
        """Step over the newline that stands here."""
        self.at += 1
        self.line += 1
        self.start = self.at

    def end_of_line(self) -> None:
        """Step over what may follow on a line: blanks, a comment, the newline."""
        self.skip_blank()
        if self.at >= len(self.text):
            return
        if self.text[self.at] == "#":
            self.at = self.text.index("\n", self.at)
        if self.text[self.at] != "\n":
            raise _Lost
        self.newline()

    def header(self) -> None:
        place = self.here()
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        parts = self.key()
        if not self.text.startswith("]]" if many else "]", self.at):
            raise _Lost
        self.at += 2 if many else 1
        path = self.resolve((), parts[:-1])
        path = (*path, parts[-1])
        self.places.setdefault(path, place)
        if many:
            number = self.counts.get(path, 0)
            self.counts[path] = number + 1
            path = (*path, number)
            self.places[path] = place
        self.table = path

    def resolve(self, path: Path, parts: list[str]) -> Path:
        """`parts` below `path`, where an array of tables means its last one."""
        for part in parts:
            path = (*path, part)
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        return path

    def pair(self) -> None:
        place = self.here()
        path = self.table
        for part in self.key():
            path = (*path, part)
            self.places.setdefault(path, place)
        if self.text[self.at] != "=":
            raise _Lost
        self.at += 1
        self.value()

    def key(self) -> list[str]:
        """The parts of a dotted key; stops at what follows it."""
        parts = []
        while True:
            self.skip_blank()
            parts.append(self.key_part())
            self.skip_blank()
            if self.text[self.at] != ".":
                return parts
            self.at += 1

    def key_part(self) -> str:
        quote = self.text[self.at]
        begin = self.at
        if quote in "\"'":
            self.one_line_string(quote)
            token = self.text[begin : self.at]
            if quote == '"' and "\\" in token:
                from tomli import loads

                return str(loads(f"key = {token}")["key"])
            return token[1:-1]
        while self.text[self.at].isalnum() or self.text[self.at] in "-_":
            self.at += 1
        if begin == self.at:
            raise _Lost
        return self.text[begin : self.at]

    def value(self) -> None:
        """Step over a value; inside brackets it may go on over lines and comments."""
        depth = 0
        while True:
            char = self.text[self.at]
            if char == "\n":
                if depth == 0:
                    return
                self.newline()
            elif char == "#":
                if depth == 0:
                    return
                self.at = self.text.index("\n", self.at)
            elif char in "\"'":
                self.string(char)
            else:
                depth += (char in "[{") - (char in "]}")
                self.at += 1

    def string(self, quote: str) -> None:
        if not self.text.startswith(quote * 3, self.at):
            self.one_line_string(quote)
            return
        begin = self.at
        self.at += 3
        while not self.text.startswith(quote * 3, self.at):
            if self.text[self.at] == "\\" and quote == '"':
                self.at += 1
            self.at += 1
            if self.at >= len(self.text):
                raise _Lost
        self.at += 3
        # Up to two quotes may stand before the closing three.
        while self.text.startswith(quote, self.at):
            self.at += 1
        breaks = self.text.count("\n", begin, self.at)
        if breaks:
            self.line += breaks
            self.start = self.text.rindex("\n", begin, self.at) + 1

    def one_line_string(self, quote: str) -> None:
        self.at += 1
        while self.text[self.at] != quote:
            if self.text[self.at] == "\n":
                raise _Lost
            self.at += 2 if self.text[self.at] == "\\" and quote == '"' else 1
        self.at += 1
