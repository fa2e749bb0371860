"""Writing the files of a bank as TOML, in the form that the instructors' guide shows."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

WIDE = 100
"""Lists that would make a longer line go over several."""


def head(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """The beginning of `bank.toml`: the format, and tables such as `bank` and `source`."""
    said = (
        table(name, values) for name, values in tables.items() if any(map(_said, values.values()))
    )
    return "\n".join(["format = 1\n", *said])


def table(name: str, values: Mapping[str, Any], several: bool = False) -> str:
    """A table under its heading, `[name]` or for one of `several` `[[name]]`; empty values are
    left out."""
    heading = f"[[{name}]]" if several else f"[{name}]"
    lines = [f"{_key(key)} = {_value(value)}" for key, value in values.items() if _said(value)]
    return "\n".join([heading, *lines, ""])


def tables(name: str, entries: Iterable[Mapping[str, Any]]) -> str:
    """Each of the entries as a `[[name]]`, with a blank line between them."""
    return "\n".join(table(name, entry, several=True) for entry in entries)


def _said(value: Any) -> bool:
    return value is not None and value != "" and value != [] and value != () and value != {}


def _key(name: str) -> str:
    bare = name.replace("-", "").replace("_", "")
    return name if bare.isascii() and bare.isalnum() else _quoted(name)


def _quoted(text: str) -> str:
    """A string on one line; what JSON escapes, TOML does too, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: Any) -> str:
    if isinstance(value, str):
        return _block(value) if "\n" in value or len(value) > 3 * WIDE else _quoted(value)
    if isinstance(value, Sequence) and len(one_line := inline(value)) > WIDE - 10:
        if len(value) > 1 or isinstance(value[0], Mapping):
            return "\n".join(["[", *(f"  {inline(item)}," for item in value), "]"])
        return one_line
    return inline(value)


def inline(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        inside = (f"{_key(key)} = {inline(one)}" for key, one in value.items() if _said(one))
        return "{ " + ", ".join(inside) + " }"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(inline, value)) + "]"
    return repr(value)


def _block(text: str) -> str:
    """A string over several lines; the line end after the opening quotes is not part of it."""
    text = text.replace("\\", "\\\\").replace('"""', '""\\"').replace("\x7f", "\\u007f")
    if text.endswith('"'):
        text = text[:-1] + '\\"'
    return f'"""\n{text}"""'
