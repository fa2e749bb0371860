"""Parsing TOML: errors with line, column and remedy, whatever the data is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from quizapp.files import Refused
from quizapp.text import RARE

if TYPE_CHECKING:
    from quizapp.bank.model import DataPath

_LONG_FIGURE = re.compile(r"[0-9][0-9_]{17}|0[xob][0-9A-Fa-f_]{16}")
"""What may be a whole number of more than 64 bits, in a string or not."""
_ESCAPED = re.compile(r"\\[uUxbfer]")
_CONTROL = re.compile(r"character '\\(x[01][0-9a-f]|x7f|r)'")


def parse(text: str) -> dict[str, Any]:
    """The data of a TOML text; raises Refused, with the place, if it is not valid TOML."""
    import tomli

    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        if named := _CONTROL.search(error.msg):
            message = f"illegal character '\\{named[1]}'"
            raise Refused("control", message, "take it out", error.lineno, error.colno) from None
        from quizapp.bank.slip_rules import explain

        raise Refused("toml", *explain(text, error.lineno, error.colno, error.msg)) from None
    except RecursionError:
        raise Refused("nested", "it is nested too deeply", "make it flatter") from None
    except ValueError:
        raise _too_long(text, ()) from None
    if _LONG_FIGURE.search(text) and (path := _path_to_long(data)):
        raise _too_long(text, path, data)
    return data


def _path_to_long(data: Any, path: DataPath = ()) -> DataPath:
    """The path to a whole number of more than 64 bits, which TOML does not allow; () if none."""
    if isinstance(data, int):
        return () if -(2**63) <= data < 2**63 else path
    inside: Any = ()
    if isinstance(data, dict):
        inside = data.items()
    elif isinstance(data, list):
        inside = enumerate(data)
    return next(filter(None, (_path_to_long(value, (*path, step)) for step, value in inside)), ())


def _too_long(text: str, path: DataPath, data: dict[str, Any] | None = None) -> Refused:
    from quizapp.bank.positions import Place, locate

    line, column = locate(text, data, [path])[0] if data is not None else Place(0, 0)
    return Refused("toml", "a whole number has too many digits", "write it in quotes", line, column)


def may_hide(text: str) -> bool:
    """Whether a TOML text may have invisible characters, literal or escaped."""
    bare = text.replace("\n", "")
    if "\t" in bare:
        bare = bare.replace("\t", "")
    if "\r" in bare:
        bare = bare.replace("\r", "")
    if not bare.isprintable():
        return True
    if "\\" in text and _ESCAPED.search(text):
        return True
    return not text.isascii() and any(char in text for char in RARE)
