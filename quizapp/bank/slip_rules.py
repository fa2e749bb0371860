"""The slips that authors make in TOML: how each is told apart, its place, and what to write.

Imported only once the parser has refused a text. Its own words are used to tell the cases apart and
are never passed on.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.bank.positions import Opened, Scan, read
from quizapp.text import clean

CURLY = "“”„‟‘’‚‛«»″′"
LISTED = frozenset(
    ("question", "passage", "paper", "wrong", "partial", "support", "options", "points", "ideas")
)
"""Tables of which there may be several: in double brackets."""
STRING_ENDS = ("Unterminated string", r"Illegal character '\n'")
"""How the parser begins when a line ends within a string."""
CLOSING = {"[": "]", "{": "}"}
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$", re.MULTILINE)
_HEADER = re.compile(r"[ \t]*\[\[?[ \t]*([\w.\- ]+?)[ \t]*(\]*)[ \t]*(?:#.*)?$")
_PAIR = re.compile(r"[ \t]*[\w-]+[ \t]*=")


class Slip(NamedTuple):
    """What is wrong, what to write, and where: an offset in the text."""

    message: str
    remedy: str
    at: int


class Broken(NamedTuple):
    """A text with the offset at which the parser gave up, and why.

    `statement` is what was read before, and stopped in the statement with the slip.
    """

    text: str
    at: int
    why: str
    statement: Scan

    @property
    def rest(self) -> str:
        """What follows on the line."""
        return self.text[self.at :].split("\n", 1)[0]

    @property
    def start(self) -> int:
        """Where the line begins."""
        return self.text.rfind("\n", 0, self.at) + 1

    @property
    def line(self) -> str:
        """The whole line."""
        return self.text[self.start :].split("\n", 1)[0]

    @property
    def before(self) -> str:
        """The statement up to where the parser gave up."""
        return self.text[self.statement.begin : self.at]

    @property
    def name(self) -> str:
        """The name that the statement gives a value to; "" for a header."""
        found = re.match(r"\s*([\w.-]+)\s*=", self.text[self.statement.begin :])
        return found[1] if found else ""


Rules = tuple[tuple[str, str, str], ...]
"""How a text with a slip begins, the message and the remedy, which may quote its groups; the slip
is where the group `here` is, if there is one."""


def _by(rules: Rules, text: str, at: int) -> Iterator[Slip]:
    """The slips that the rules find in a text, which stands at `at`."""
    for pattern, message, remedy in rules:
        if found := re.match(pattern, text):
            here = found.start("here") if "here" in found.re.groupindex else 0
            yield Slip(found.expand(message), found.expand(remedy), at + here)


def _whole_file(broken: Broken) -> Iterator[Slip]:
    """A file of another kind, or with a merge conflict in it."""
    text = broken.text
    if conflict := _CONFLICT.search(text):
        message = "two versions were merged here, and the marks of the merge are left"
        marks = "<<<<<<<, ======= and >>>>>>>"
        remedy = f"keep one of the versions, and delete the lines that begin with {marks}"
        yield Slip(message, remedy, conflict.start())
    if begins := re.match(r"\s*(\{|<|\[\s*[{\"])", text):
        what = "HTML or XML" if begins[1] == "<" else "JSON"
        remedy = "begin with format = 1, then [bank] and a [[question]] for each question"
        yield Slip(f"this is {what}, not TOML", remedy, begins.start(1))
    if broken.line.lstrip().startswith(("```", "~~~")):
        yield Slip("a line of Markdown stands here", "delete the lines with ``` or ~~~", broken.at)


def _never_closed(broken: Broken) -> Iterator[Slip]:
    """A text or a bracket that is still open where the next thing begins."""
    text, at = broken.text, broken.at
    many = re.search(r"=\s*(\"\"\"|''')", text[broken.statement.begin : at])
    if many:
        quote, start = many[1], broken.statement.begin + many.start(1)
        inside = text[start:at].split("\n")[1:]
        swallowed = any(_HEADER.match(one) or _PAIR.match(one) for one in inside)
        if broken.why.startswith("Unterminated") or (swallowed and "\n" in text[start:at]):
            message = f"the text that {quote} opens here is never closed"
            yield Slip(message, f"write {quote} where it ends", start)
    if not broken.statement.opened or broken.why.startswith(STRING_ENDS):
        return
    sign, start = broken.statement.opened[-1]
    older = [one for one in broken.statement.opened if one.at < broken.start]
    header = _HEADER.match(broken.line)
    if older and ((header and header[2]) or (older[-1].sign == "[" and _PAIR.match(broken.line))):
        yield _unclosed(older[-1])
    elif not text[at:].strip() or (_PAIR.match(broken.rest) and "\n" in text[start:at]):
        yield _unclosed(broken.statement.opened[-1])
    elif broken.rest[:1] in {"]", "}"} - {CLOSING[sign]} and broken.why.startswith("Unclosed"):
        yield Slip(f"{sign} is closed by {broken.rest[0]}", f"write {CLOSING[sign]} here", at)


def _unclosed(opened: Opened) -> Slip:
    message = f"the {opened.sign} that is opened here is never closed"
    return Slip(message, f"write {CLOSING[opened.sign]} behind its last entry", opened.at)


def _strings(broken: Broken) -> Iterator[Slip]:
    """Quotes: curly, not closed, within others; backslashes."""
    text, at, rest, line_start = broken.text, broken.at, broken.rest, broken.start
    for begins, where in ((rest, at), (broken.line.lstrip(), line_start)):
        if begins.startswith((*CURLY,)):
            yield Slip("these are curly quotes", 'write straight ones: "…"', where)
    if broken.why.startswith(STRING_ENDS):
        open_quote = max(text.rfind('"', line_start, at), text.rfind("'", line_start, at))
        if text[open_quote + 1 : at].rstrip(" ,]}")[-1:] in [*CURLY]:
            curly = len(text[:at].rstrip(" ,]}")) - 1
            yield Slip("a straight quote is closed by a curly one", 'write " here too', curly)
        yield Slip("the line ends within a string", "close the quotes", at)
    if broken.why.startswith(("Unescaped '\\'", "Invalid hex", "Escaped char")):
        back = text.rfind("\\", line_start, at + 1)
        message = "within double quotes a backslash has a meaning of its own"
        remedy = r"write \\ for a backslash, or put the text in single quotes: '…'"
        yield Slip(message, remedy, back if back >= 0 else at)
    if rest.startswith("`"):
        yield Slip("these are backquotes", 'write straight double quotes: "…"', at)
    ended = text[at - 1 : at] or text[at - 1 :]
    if ended and ended in "\"'" and re.match(r"[\w$€£(.]|\s+\w[^=]*[\"']", rest):
        if _PAIR.match(rest):
            return
        if re.search(r"\w[ ]?,[ ]?[\"']$", text[line_start:at]):
            comma = text.rindex(",", line_start, at)
            yield Slip("the text before the comma is not closed", f"write {ended} here", comma)
        message = "there are double quotes within double quotes"
        remedy = 'put the text in single quotes: \'… "…" …\', or write \\" for those inside'
        if ended == "'":
            message = "an apostrophe ends a text in single quotes"
            remedy = 'put the text in double quotes: "…"'
        yield Slip(message, remedy, at - 1)


def _headers(broken: Broken) -> Iterator[Slip]:
    """Brackets of a header, and what stands twice."""
    header = _HEADER.match(broken.line)
    lone = broken.line.lstrip().startswith("[") and not broken.statement.opened
    if lone and re.match(r"[ \t]*\[\[?[\w.\- ]+\]\]?[ \t]*[^\s#\]]", broken.line):
        remedy = "put what follows on the next line"
        yield Slip("a header stands on a line of its own", remedy, broken.at)
    if not header or not lone:
        return
    name, last = header[1], header[1].rpartition(".")[2]
    start = broken.start
    whole = f"[[{name}]]" if last in LISTED else f"[{name}]"
    if broken.line.count("[") != broken.line.count("]"):
        yield Slip("a header has as many brackets behind as before", f"write {whole}", start)
    if "twice" in broken.why:
        first = _line(broken, broken.statement.earlier(name))
        remedy = "put its lines below the first, and take this one away"
        if last in LISTED:
            remedy = f"write {whole}, in double brackets, at both places"
        yield Slip(f"[{name}] stands a second time; the first is line {first}", remedy, start)
    if "namespace" in broken.why or "overwrite" in broken.why:
        first = _line(broken, broken.statement.earlier(name))
        message = f"{last} is given in line {first} already, and here again"
        yield Slip(message, f"write all of it in one way: there, or each under {whole}", start)


def _twice(broken: Broken) -> Iterator[Slip]:
    """A name that is given twice in one table."""
    if "overwrite" not in broken.why and "Duplicate" not in broken.why:
        return
    inline = re.search(r"([\w-]+)[ \t]*=[^=]*$", broken.before)
    name = inline[1] if broken.statement.opened and inline else broken.name
    if broken.statement.opened:
        yield Slip(f"{name} stands twice between these braces", "keep one of them", broken.at)
    first = _line(broken, broken.statement.earlier(name))
    message = f"{name} stands a second time here; the first is line {first}"
    remedy = "keep one of them; if this is another question, write [[question]] above it"
    yield Slip(message, remedy, broken.at - len(broken.before.lstrip()))


VALUES: Rules = (
    (r"\Z", "no value follows the sign =", 'write one: a text stands in quotes, "…"'),
    (r"=", "there are two signs =", "write one"),
    (r",", "there is a comma too many", "take it away"),
    (r"\(", "a list stands in square brackets", 'write ["…", "…"]'),
    (r"[.,](\d+)\Z", "a figure stands before the point", r"write 0.\1"),
    (r"(?i)(true|yes|on|y)\Z", r"\1 is not a value here", "write true"),
    (r"(?i)(false|no|off|n)\Z", r"\1 is not a value here", "write false"),
    (r"(?i)(none|null|nil|undefined)\Z", r"\1 is not a value here", "leave the whole line out"),
)


def _values(broken: Broken) -> Iterator[Slip]:
    """A value that is none: no quotes, another language's words, nothing at all."""
    if not broken.why.startswith("Invalid value"):
        return
    bare = broken.rest.split("#")[0].strip().rstrip(",]}").strip()
    yield from _by(VALUES, bare, broken.at)
    if bare[:1] not in "\"'[{":
        yield Slip("this text is not in quotes", f'write "{_short(bare)}"', broken.at)


NAMES: Rules = (
    (r"[ \t]*(\w[\w-]*)[ \t]*(?P<here>):", "a colon stands for the sign =", r"write \1 = …"),
    (r"[ \t]*(\w[\w-]*)(?P<here>)[ \t]*(->|\s[\"'\[\d])", "the sign = is missing", r"write \1 = …"),
    (r"[ \t]*[-*+][ \t]", "a line of Markdown stands here", 'write a list as name = ["…", "…"]'),
)


def _names(broken: Broken) -> Iterator[Slip]:
    """A line that is not of the form `name = value`."""
    line, at = broken.line, broken.at
    if not broken.why.startswith(("Expected '='", "Invalid statement", "Invalid initial")):
        return
    hidden = next((char for char in line if char.isspace() and char not in " \t"), "")
    if hidden:
        where = broken.start + line.index(hidden)
        yield Slip(f"the blank here is U+{ord(hidden):04X}", "write an ordinary blank", where)
    yield from _by(NAMES, line, broken.start)
    if line.lstrip().startswith("="):
        yield Slip("there is no name before the sign =", "write name = value", at)
    if words := re.match(r"[ \t]*(\w[\w-]*(?:[ \t]+\w[\w-]*)+)[ \t]*=", line):
        remedy = f"write {'_'.join(words[1].split())} = …, or the name that is meant"
        yield Slip("a name is one word", remedy, broken.start)
    remedy = 'write it so, with texts in quotes; a note for people begins with "#"'
    yield Slip("this line is not name = value", remedy, at)


NUMBERS: Rules = (
    (
        r"\d{1,2}\.\d{1,2}\.\d{4}.*|\d{1,4}/\d.*",
        r"\g<0> is not a date here", 'write it in quotes: "1987-09-16"',
    ),
    (r"\+?(-?)0+(\d+)\Z", "a number does not begin with 0", r'write \1\2, or "\g<0>"'),
    (r"([+-]?\d+),(\d{1,2}|\d{4,})\Z", "a number has a point, not a comma", r"write \1.\2"),
    (r"[+-]?\d+\.\Z", "a figure follows the point", r"write \g<0>0"),
    (r".*%\Z", "a share stands in quotes", r'write "\g<0>"'),
)  # fmt: skip


def _numbers(broken: Broken) -> Iterator[Slip]:
    """A number with what does not belong to it."""
    found = re.search(r"[=\[,]\s*([+-]?\d[\d._]*[ \t]*)$", broken.before)
    if not found or not broken.rest.strip():
        return
    begin = broken.at - len(found[1])
    bare = (found[1] + broken.rest).split("#")[0].strip()
    if re.match(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z", bare):
        yield Slip("a number has no comma in it", f"write {bare.replace(',', '')}", begin)
    yield from _by(NUMBERS, bare, begin)
    unit = re.match(r"([+-]?[\d.]+)[ \t]*([^\W\d_][\w/ ]*|[°€$£].*)$", bare)
    if unit and broken.name in ("answer", "tolerance"):
        remedy = f"write {unit[1]}: it is counted in the unit of the answer"
        if broken.name == "answer":
            remedy = f'write {unit[1]}, and on a line of its own unit = "{unit[2]}"'
        yield Slip("a number stands without its unit", remedy, begin)
    if re.search(r"[^\W\d_]", bare):
        yield Slip("this text is not in quotes", f'write "{_short(bare)}"', begin)


AFTER_VALUE: Rules = (
    (r"//|--|/\*|<!|;.", "a note for people begins with another sign", "write # before it"),
    (r"([,;])\s*(#.*)?$", r"no \1 stands at the end of a line", "take it away"),
    (
        r",?\s*[\"'\d\[{]", "several values stand in square brackets",
        "write [ before the first, ] behind the last, and a comma between two",
    ),
    (r"([\]})])", r"there is a \1 too many", "take it away"),
    (_PAIR.pattern, "two fields stand on one line", "put this one on a line of its own"),
    (r"%", "a % stands outside the quotes", 'write "5%", all in quotes'),
)  # fmt: skip


def _after_value(broken: Broken) -> Iterator[Slip]:
    """What may not follow a value: commas, comments, the next one."""
    at, rest = broken.at, broken.rest.lstrip()
    if broken.statement.opened and broken.why.startswith("Unclosed"):
        if rest.startswith(";"):
            yield Slip("a semicolon stands between two entries", "write a comma", at)
        yield Slip("a comma is missing before this", "write , before it", at)
    yield from _by(AFTER_VALUE, rest, at)


SLIPS = (
    _whole_file, _never_closed, _strings, _headers, _twice, _numbers, _values, _names, _after_value
)  # fmt: skip
"""What finds slips, the surest first; the first slip found is told."""
OTHERWISE = (
    "this cannot be read as name = value",
    "put texts in quotes, lists in square brackets, and each field on a line of its own",
)


def explain(text: str, line: int, column: int, why: str) -> tuple[str, str, int, int]:
    """Message, remedy, line and column for a text that the parser refused at a place."""
    text = text.replace("\r\n", "\n")
    before = text.split("\n")[: line - 1]
    at = min(sum(len(one) + 1 for one in before) + column - 1, len(text))
    broken = Broken(text, at, why, read(text[:at]))
    slip = next((slip for find in SLIPS for slip in find(broken)), Slip(*OTHERWISE, at))
    return slip.message, slip.remedy, _line(broken, slip.at), slip.at - text.rfind("\n", 0, slip.at)


def _line(broken: Broken, at: int) -> int:
    return broken.text.count("\n", 0, at) + 1


def _short(text: str) -> str:
    text = clean(text).replace('"', "'")
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
