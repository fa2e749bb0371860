"""The slips that authors make in TOML: how each is told apart, its place, and what to write.

Imported only once the parser has refused a text. Its own words are used to tell the cases apart and
are never passed on.
"""

import re
from collections.abc import Iterator

from quizapp.bank.broken_toml import Broken, Slip
from quizapp.bank.positions import Opened, read
from quizapp.text import clean

CURLY = "“”„‟‘’‚‛«»″′"
LISTED = frozenset(
    ("question", "passage", "paper", "wrong", "partial", "support", "options", "points", "ideas")
)
"""Tables of which there may be several: in double brackets."""
STRING_ENDS = ("Unterminated string", r"Illegal character '\n'")
"""How the parser begins when a line ends within a string."""
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)|^={7}$", re.MULTILINE)
_HEADER = re.compile(r"[ \t]*\[\[?[ \t]*([\w.\- ]+?)[ \t]*(\]*)[ \t]*(?:#.*)?$")
_PAIR = re.compile(r"[ \t]*[\w-]+[ \t]*=")
_TRUTH = {
    **dict.fromkeys(("true", "yes", "on", "y"), "true"),
    **dict.fromkeys(("false", "no", "off", "n"), "false"),
}


def _whole_file(broken: Broken) -> Iterator[Slip]:
    """A file of another kind, or with a merge conflict in it."""
    text = broken.text
    conflict = _CONFLICT.search(text)
    if conflict:
        yield Slip(
            "two versions were merged here, and the marks of the merge are left",
            "keep one of the versions, and delete the lines that begin with <<<<<<<, ======= and "
            ">>>>>>>",
            conflict.start(),
        )
    begins = re.match(r"\s*(\{|<|\[\s*[{\"])", text)
    if begins:
        what = "HTML or XML" if begins[1] == "<" else "JSON"
        yield Slip(
            f"this is {what}, not TOML",
            "begin with format = 1, then [bank] and a [[question]] for each question",
            begins.start(1),
        )
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
            yield Slip(
                f"the text that {quote} opens here is never closed",
                f"write {quote} where it ends",
                start,
            )
    if not broken.statement.opened or broken.why.startswith(STRING_ENDS):
        return
    sign, start = broken.statement.opened[-1]
    line_start = text.rfind("\n", 0, at) + 1
    older = [one for one in broken.statement.opened if one.at < line_start]
    header = _HEADER.match(broken.line)
    if older and ((header and header[2]) or (older[-1].sign == "[" and _PAIR.match(broken.line))):
        yield _unclosed(older[-1])
    elif not text[at:].strip() or (_PAIR.match(broken.rest) and "\n" in text[start:at]):
        yield _unclosed(broken.statement.opened[-1])
    elif broken.rest[:1] and broken.rest[0] in "]}":
        right = "]" if sign == "[" else "}"
        if broken.rest[0] != right and broken.why.startswith("Unclosed"):
            yield Slip(f"{sign} is closed by {broken.rest[0]}", f"write {right} here", at)


def _unclosed(opened: Opened) -> Slip:
    right = "]" if opened.sign == "[" else "}"
    message = f"the {opened.sign} that is opened here is never closed"
    return Slip(message, f"write {right} behind its last entry", opened.at)


def _strings(broken: Broken) -> Iterator[Slip]:
    """Quotes: curly, not closed, within others; backslashes."""
    text, at, rest = broken.text, broken.at, broken.rest
    line_start = text.rfind("\n", 0, at) + 1
    if rest[:1] and rest[0] in CURLY:
        yield Slip("these are curly quotes", 'write straight ones: "…"', at)
    if broken.line.lstrip()[:1] and broken.line.lstrip()[0] in CURLY:
        yield Slip("these are curly quotes", 'write straight ones: "…"', line_start)
    if broken.why.startswith(STRING_ENDS):
        open_quote = max(text.rfind('"', line_start, at), text.rfind("'", line_start, at))
        if text[open_quote + 1 : at].rstrip(" ,]}")[-1:] in [*CURLY]:
            curly = len(text[:at].rstrip(" ,]}")) - 1
            yield Slip("a straight quote is closed by a curly one", 'write " here too', curly)
        yield Slip("the line ends within a string", "close the quotes", at)
    if broken.why.startswith(("Unescaped '\\'", "Invalid hex", "Escaped char")):
        back = text.rfind("\\", line_start, at + 1)
        yield Slip(
            "within double quotes a backslash has a meaning of its own",
            r"write \\ for a backslash, or put the text in single quotes: '…'",
            back if back >= 0 else at,
        )
    if rest.startswith("`"):
        yield Slip("these are backquotes", 'write straight double quotes: "…"', at)
    ended = text[at - 1 : at] or text[at - 1 :]
    if ended and ended in "\"'" and re.match(r"[\w$€£(.]|\s+\w[^=]*[\"']", rest):
        if _PAIR.match(rest):
            return
        if re.search(r"\w[ ]?,[ ]?[\"']$", text[line_start:at]):
            comma = text.rindex(",", line_start, at)
            yield Slip("the text before the comma is not closed", f"write {ended} here", comma)
        if ended == "'":
            yield Slip(
                "an apostrophe ends a text in single quotes",
                'put the text in double quotes: "…"',
                at - 1,
            )
        yield Slip(
            "there are double quotes within double quotes",
            'put the text in single quotes: \'… "…" …\', or write \\" for those inside',
            at - 1,
        )


def _headers(broken: Broken) -> Iterator[Slip]:
    """Brackets of a header, and what stands twice."""
    header = _HEADER.match(broken.line)
    lone = broken.line.lstrip().startswith("[") and not broken.statement.opened
    if lone and re.match(r"[ \t]*\[\[?[\w.\- ]+\]\]?[ \t]*[^\s#\]]", broken.line):
        yield Slip(
            "a header stands on a line of its own", "put what follows on the next line", broken.at
        )
    if not header or not lone:
        return
    name, last = header[1], header[1].rpartition(".")[2]
    start = broken.text.rfind("\n", 0, broken.at) + 1
    whole = f"[[{name}]]" if last in LISTED else f"[{name}]"
    if broken.line.count("[") != broken.line.count("]"):
        yield Slip("a header has as many brackets behind as before", f"write {whole}", start)
    if "twice" in broken.why:
        first = _line(broken, broken.statement.earlier(name))
        remedy = (
            f"write {whole}, in double brackets, at both places"
            if last in LISTED
            else "put its lines below the first, and take this one away"
        )
        yield Slip(f"[{name}] stands a second time; the first is line {first}", remedy, start)
    if "namespace" in broken.why or "overwrite" in broken.why:
        first = _line(broken, broken.statement.earlier(name))
        yield Slip(
            f"{last} is given in line {first} already, and here again",
            f"write all of it in one way: there, or each under {whole}",
            start,
        )


def _twice(broken: Broken) -> Iterator[Slip]:
    """A name that is given twice in one table."""
    if "overwrite" not in broken.why and "Duplicate" not in broken.why:
        return
    inline = re.search(r"([\w-]+)[ \t]*=[^=]*$", broken.before)
    name = inline[1] if broken.statement.opened and inline else broken.name
    if broken.statement.opened:
        yield Slip(f"{name} stands twice between these braces", "keep one of them", broken.at)
    first = _line(broken, broken.statement.earlier(name))
    yield Slip(
        f"{name} stands a second time here; the first is line {first}",
        "keep one of them; if this is another question, write [[question]] above it",
        broken.statement.begin + len(broken.before) - len(broken.before.lstrip()),
    )


def _values(broken: Broken) -> Iterator[Slip]:
    """A value that is none: no quotes, another language's words, nothing at all."""
    at, rest = broken.at, broken.rest
    if not broken.why.startswith("Invalid value"):
        return
    bare = rest.split("#")[0].strip().rstrip(",]}").strip()
    word = re.match(r"[^\W\d_]+", bare)
    if not bare:
        yield Slip("no value follows the sign =", 'write one: a text stands in quotes, "…"', at)
    if bare.startswith("="):
        yield Slip("there are two signs =", "write one", at)
    if bare.startswith(","):
        yield Slip("there is a comma too many", "take it away", at)
    if bare.startswith("("):
        yield Slip("a list stands in square brackets", 'write ["…", "…"]', at)
    if re.fullmatch(r"[.,]\d+", bare):
        yield Slip("a figure stands before the point", f"write 0.{bare[1:]}", at)
    if bare.lower() in _TRUTH:
        yield Slip(f"{bare} is not a value here", f"write {_TRUTH[bare.lower()]}", at)
    if bare.lower() in ("none", "null", "nil", "undefined"):
        yield Slip(f"{bare} is not a value here", "leave the whole line out", at)
    if word or (bare and bare[0] not in "\"'[{"):
        yield Slip("this text is not in quotes", f'write "{_short(bare)}"', at)


def _names(broken: Broken) -> Iterator[Slip]:
    """A line that is not of the form `name = value`."""
    line, at = broken.line, broken.at
    start = broken.text.rfind("\n", 0, at) + 1
    if not broken.why.startswith(("Expected '='", "Invalid statement", "Invalid initial")):
        return
    hidden = next((char for char in line if char.isspace() and char not in " \t"), "")
    if hidden:
        where = start + line.index(hidden)
        yield Slip(f"the blank here is U+{ord(hidden):04X}", "write an ordinary blank", where)
    named = re.match(r"[ \t]*(\w[\w-]*)[ \t]*(:|->|\s[\"'\[\d])", line)
    if named and named[2] == ":":
        yield Slip("a colon stands for the sign =", f"write {named[1]} = …", start + named.start(2))
    if named:
        yield Slip("the sign = is missing", f"write {named[1]} = …", start + named.end(1))
    if re.match(r"[ \t]*[-*+][ \t]", line):
        yield Slip("a line of Markdown stands here", 'write a list as name = ["…", "…"]', start)
    if line.lstrip().startswith("="):
        yield Slip("there is no name before the sign =", "write name = value", at)
    words = re.match(r"[ \t]*(\w[\w-]*(?:[ \t]+\w[\w-]*)+)[ \t]*=", line)
    if words:
        yield Slip(
            "a name is one word",
            f"write {'_'.join(words[1].split())} = …, or the name that is meant",
            start,
        )
    yield Slip(
        "this line is not name = value",
        'write it so, with texts in quotes; a note for people begins with "#"',
        at,
    )


def _numbers(broken: Broken) -> Iterator[Slip]:
    """A number with what does not belong to it."""
    found = re.search(r"[=\[,]\s*([+-]?\d[\d._]*[ \t]*)$", broken.before)
    if not found or not broken.rest.strip():
        return
    begin = broken.at - len(found[1])
    digits = found[1].strip()
    bare = (found[1] + broken.rest).split("#")[0].strip()
    if re.match(r"\d{1,2}\.\d{1,2}\.\d{4}", bare) or re.match(r"\d{1,4}/\d", bare):
        yield Slip(f"{bare} is not a date here", 'write it in quotes: "1987-09-16"', begin)
    if digits.lstrip("+-") == "0" and bare[1:].isdigit():
        yield Slip("a number does not begin with 0", f'write {int(bare)}, or "{bare}"', begin)
    comma = re.match(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$", bare)
    if comma:
        yield Slip("a number has no comma in it", f"write {bare.replace(',', '')}", begin)
    if re.match(r"[+-]?\d+,\d+$", bare):
        yield Slip("a number has a point, not a comma", f"write {bare.replace(',', '.')}", begin)
    if re.match(r"[+-]?\d+\.$", bare):
        yield Slip("a figure follows the point", f"write {bare}0", begin)
    if bare.endswith("%"):
        yield Slip("a share stands in quotes", f'write "{bare}"', begin)
    unit = re.match(r"([+-]?[\d.]+)[ \t]*([^\W\d_][\w/ ]*|[°€$£].*)$", bare)
    if unit and broken.name in ("answer", "tolerance"):
        unit_remedy = (
            f'write {unit[1]}, and on a line of its own unit = "{unit[2]}"'
            if broken.name == "answer"
            else f"write {unit[1]}: it is counted in the unit of the answer"
        )
        yield Slip("a number stands without its unit", unit_remedy, begin)
    if re.search(r"[^\W\d_]", bare):
        yield Slip("this text is not in quotes", f'write "{_short(bare)}"', begin)


def _after_value(broken: Broken) -> Iterator[Slip]:
    """What may not follow a value: commas, comments, the next one."""
    at, rest = broken.at, broken.rest.lstrip()
    if broken.statement.opened and broken.why.startswith("Unclosed"):
        if rest.startswith(";"):
            yield Slip("a semicolon stands between two entries", "write a comma", at)
        yield Slip("a comma is missing before this", "write , before it", at)
    if rest.startswith(("//", "--", "/*", ";", "<!")) and len(rest) > 1:
        yield Slip("a note for people begins with another sign", "write # before it", at)
    if re.match(r"[,;]\s*(#.*)?$", rest):
        yield Slip(f"no {rest[0]} stands at the end of a line", "take it away", at)
    if re.match(r",?\s*[\"'\d\[{]", rest):
        yield Slip(
            "several values stand in square brackets", "write [ before the first, ] behind the "
            "last, and a comma between two", at,
        )  # fmt: skip
    if re.match(r"[\]})]", rest):
        yield Slip(f"there is a {rest[0]} too many", "take it away", at)
    if _PAIR.match(rest):
        yield Slip("two fields stand on one line", "put this one on a line of its own", at)
    if rest.startswith("%"):
        yield Slip("a % stands outside the quotes", 'write "5%", all in quotes', at)


def _anything(broken: Broken) -> Iterator[Slip]:
    """What no other says: still in words of ours."""
    yield Slip(
        "this cannot be read as name = value",
        "put texts in quotes, lists in square brackets, and each field on a line of its own",
        broken.at,
    )


SLIPS = (
    _whole_file, _never_closed, _strings, _headers, _twice, _numbers, _values, _names, _after_value,
    _anything,
)  # fmt: skip
"""What finds slips, the surest first; the first slip found is told."""


def explain(text: str, line: int, column: int, why: str) -> tuple[str, str, int, int]:
    """Message, remedy, line and column for a text that the parser refused at a place."""
    text = text.replace("\r\n", "\n")
    before = text.split("\n")[: line - 1]
    at = sum(len(one) + 1 for one in before) + column - 1
    broken = Broken(text, min(at, len(text)), why, read(text[:at]))
    slip = next(slip for find in SLIPS for slip in find(broken))
    return slip.message, slip.remedy, _line(broken, slip.at), slip.at - text.rfind("\n", 0, slip.at)


def _line(broken: Broken, at: int) -> int:
    return broken.text.count("\n", 0, at) + 1


def _short(text: str) -> str:
    text = clean(text).replace('"', "'")
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
