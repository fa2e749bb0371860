"""What is wrong with a table that does not convert, field by field and entry by entry.

Imported only once a table has been refused.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect

from quizapp.bank.model import DataPath, Report
from quizapp.kinds import KINDS
from quizapp.text import clean

MOST_GUESSES = 100
"""A misspelt name is compared with this many names: a broken bank may have thousands of each."""
MOST_GUESSED = 1000
"""After this many problems, no more names are suggested."""


OTHER_NAMES = {
    "choice": "multiplechoice mc mcq singlechoice radio select onecorrect",
    "multiple": "multipleanswer multipleanswers multipleresponse multiselect checkbox checkboxes "
    "mr allthatapply",
    "boolean": "truefalse trueorfalse tf bool yesno yesorno",
    "text": "shortanswer short string words open openended freetext free saq",
    "number": "numeric numerical integer int float quantity calculated",
    "date": "year time when day",
    "list": "enumeration enumerate several",
    "cloze": "gap gaps gapfill fillin fillintheblank fillintheblanks fillinblank blank blanks",
    "order": "ordering sequence sort sorting rank ranking",
    "match": "matching pairs pair connect",
    "points": "essay explain longanswer long paragraph discussion",
}
"""What other programs call the kinds, in small letters without signs."""


def other_name(name: str) -> str:
    """The kind that other programs call `name`; "" for none."""
    bare = "".join(filter(str.isalnum, name.lower())).removesuffix("question")
    return next((kind for kind, names in OTHER_NAMES.items() if bare in names.split()), "")


class Plain(NamedTuple):
    """A type of field: its name for people, the Python types of its values, and a stand-in."""

    name: str
    types: tuple[type, ...] = ()
    stand_in: Any = ""


PLAIN: dict[type[inspect.Type], Plain] = {
    inspect.StrType: Plain("a text in quotes", (str,)),
    inspect.BoolType: Plain("true or false", (bool,), False),
    inspect.IntType: Plain("a whole number", (int,), 1),
    inspect.FloatType: Plain("a number", (int, float), 1.0),
    inspect.DictType: Plain("a table", (dict,)),
    inspect.StructType: Plain("a table"),
    inspect.LiteralType: Plain("a text in quotes", (str,)),
    inspect.VarTupleType: Plain("a list", (list,), ()),
    inspect.TupleType: Plain("a list"),
}
SOMETHING = Plain("something else")


def _plain(described: inspect.Type) -> Plain:
    return PLAIN.get(type(described), SOMETHING)


def closest_name(word: str, known: Iterable[str]) -> str:
    """The name in `known` that is most like `word`; "" if none is similar."""
    near = (name for name in known if abs(len(name) - len(word)) <= 4)
    return _closest(word.lower()[:40], tuple(islice(near, MOST_GUESSES)))


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """The remedy for a name that is not known: the one most like it, `otherwise` where none is."""
    guess = closest_name(word, known)
    return f"did you mean {guess!r}?" if guess else otherwise


@lru_cache(maxsize=1024)
def _closest(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, known, 1, 0.6)
    return close[0] if close else ""


def salvage(
    kind: type[msgspec.Struct], raw: Any, report: Report
) -> tuple[dict[str, Any], frozenset[str]]:
    """The fields in `raw` that convert to those of `kind`, and the names of the missing or wrong.

    Required fields among the latter get a stand-in value. What is wrong is reported.
    """
    table = raw if isinstance(raw, dict) else {}
    if table is not raw:
        _wrong_type(report, "a table", raw)
    values: dict[str, Any] = {}
    fields = _fields(kind)
    bad = _unknown(kind, table, fields, report)
    for name, field in fields.items():
        if name in table:
            before = len(report.findings)
            explain(field.type, table[name], report.at(name))
            if len(report.findings) == before:
                values[name] = table[name]
                continue
            bad.add(name)
        elif field.required:
            if table is raw and name not in bad:
                what, *_ = report.path
                inner = (step for step in report.path[2:] if isinstance(step, str))
                message = f"{'.'.join((str(what), *inner))} has no {name}"
                report.add("missing-field", message, f"add {name} = …")
            bad.add(name)
        if field.required:
            values[name] = _stand_in(field.type)
    return values, frozenset(bad)


@lru_cache(maxsize=64)
def _fields(kind: type[msgspec.Struct]) -> dict[str, inspect.Field]:
    described = inspect.type_info(kind)
    assert isinstance(described, inspect.StructType)
    return {field.encode_name: field for field in described.fields}


def _stand_in(described: inspect.Type) -> Any:
    if isinstance(described, inspect.UnionType):
        return _stand_in(described.types[0])
    return _plain(described).stand_in


def _unknown(
    kind: type[msgspec.Struct], table: dict[str, Any], fields: Mapping[str, object], report: Report
) -> set[str]:
    """Report the keys of `table` that `kind` does not have; returns the fields they stand for."""
    stood_for = set()
    known_here = "remove it; known here: " + ", ".join(fields)
    tag = kind.__struct_config__.tag_field
    for key in table:
        if key in fields or key == tag:
            continue
        guess = closest_name(key, fields) if len(report.findings) < MOST_GUESSED else ""
        others = [name for name, other in KINDS.items() if key in other.__struct_fields__]
        if guess:
            remedy = f"did you mean {guess!r}?"
            if guess not in table:
                stood_for.add(guess)
        elif tag and others:
            remedy = f"it belongs to the kind {' or '.join(others)}"
        else:
            remedy = known_here
        report.at(key).add("unknown-field", f"unknown field {clean(key)[:60]!r}", remedy)
    return stood_for


def unknown_to_all(raw: dict[str, Any], report: Report) -> set[str]:
    """Report the keys of a question that no kind has; returns the fields they stand for."""
    known = {"kind": None}
    for kind in KINDS.values():
        known.update(dict.fromkeys(kind.__struct_fields__))
    return _unknown(KINDS["text"], raw, known, report)


def explain(described: inspect.Type, value: Any, report: Report) -> None:
    """Report everything in `value` that is not of the type `described`."""
    if isinstance(described, inspect.StructType):
        salvage(described.cls, value, report)
    elif isinstance(described, inspect.UnionType):
        _explain_union(described, value, report)
    elif not _fits(described, value):
        _wrong_type(report, _expected(described), value)
    elif isinstance(described, inspect.LiteralType) and value not in described.values:
        allowed = ", ".join(map(str, described.values))
        message = f"{_name(report.path)} is {clean(value)[:40]!r}"
        report.add("value", message, f"write one of {allowed}")
    elif isinstance(described, inspect.VarTupleType | inspect.TupleType):
        for number, item in enumerate(value):
            if isinstance(described, inspect.VarTupleType):
                kind = described.item_type
            else:
                kind = described.item_types[number]
            explain(kind, item, report.at(number))


def _explain_union(described: inspect.UnionType, value: Any, report: Report) -> None:
    """A value may be of any type in a union; a single mismatch is explained in detail, and so is
    that of a table with the one table among them."""
    options = [kind for kind in described.types if not isinstance(kind, inspect.NoneType)]
    for kind in options:
        tried = report._replace(findings=[])
        explain(kind, value, tried)
        if not tried.findings:
            return
        table = isinstance(kind, inspect.StructType) and isinstance(value, dict)
        if table or len(options) == 1:
            report.findings.extend(tried.findings)
            return
    names = dict.fromkeys(_expected(kind) for kind in options)
    if PLAIN[inspect.FloatType].name in names:
        names.pop(PLAIN[inspect.IntType].name, None)
    _wrong_type(report, " or ".join(names), value)


def _fits(described: inspect.Type, value: Any) -> bool:
    """Whether a value is of a type, its parts aside; a boolean is no number."""
    if isinstance(value, bool):
        return isinstance(described, inspect.BoolType)
    if isinstance(described, inspect.TupleType):
        return isinstance(value, list) and len(value) == len(described.item_types)
    return isinstance(value, _plain(described).types)


def _expected(described: inspect.Type) -> str:
    size = f" of {len(described.item_types)}" if isinstance(described, inspect.TupleType) else ""
    return _plain(described).name + size


def _wrong_type(report: Report, expected: str, value: Any) -> None:
    message = f"{_name(report.path)} is {_described(value)}, not {expected}"
    report.add("type", message, _rewritten(expected, value) or f"write {expected}")


def _rewritten(expected: str, value: Any) -> str:
    """How to write a value that stands in quotes and need not; "" for any other."""
    if not isinstance(value, str):
        return ""
    if "true" in expected and value.lower() in ("true", "false"):
        return f"write it without quotes: {value.lower()}"
    figure = re.fullmatch(r"\s*([+-]?\d+(?:\.\d+)?)\s*([^\W\d_][\w/ ]*|[°€$£].*)?\s*", value)
    if not figure or "number" not in expected:
        return ""
    if figure[2]:
        return f'write {figure[1]}, and on a line of its own unit = "{clean(figure[2])[:40]}"'
    return f"write it without quotes: {figure[1]}"


def _name(path: DataPath) -> str:
    """A path in words for people: `wrong[0].answers`, from within its question."""
    steps = path[2:] if len(path) > 2 and isinstance(path[1], int) else path
    name = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return clean(name.lstrip("."))[:80]


def _described(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "a text"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return "a table" if isinstance(value, dict) else "a date or time"
