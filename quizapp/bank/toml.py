"""Parsing TOML: errors with line, column and remedy, and texts without invisible characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from quizapp.files import Refused
from quizapp.text import RARE, clean, suspect

if TYPE_CHECKING:
    from quizapp.bank.model import DataPath, Report

_LONG_FIGURE = re.compile(r"[0-9][0-9_]{17}|0[xob][0-9A-Fa-f_]{16}")
"""What may be a whole number of more than 64 bits, in a string or not."""
_ESCAPED = re.compile(r"\\[uUxbfer]")
_CONTROL = re.compile(r"character '\\(x[01][0-9a-f]|x7f|r)'")
_STAND_INS = {code: code + 0x80 for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: 0x9F}
"""For each control character that TOML forbids, one that it allows."""


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
    from quizapp.bank.positions import Place, places

    line, column = places(text, data).at(path) if data is not None else Place(0, 0)
    return Refused("toml", "a whole number has too many digits", "write it in quotes", line, column)


def _may_hide(text: str) -> bool:
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


def parse_clean(text: str, report: Report) -> tuple[str, dict[str, Any]]:
    """The text, and its data with every text in it clean; reports each that was not.

    A text that is refused for its control characters is returned with stand-ins for them: so each
    is reported at its key, together with everything else that is wrong. Raises Refused.
    """
    try:
        data = parse(text)
    except Refused as refused:
        if refused.code == "control" and (replaced := _with_stand_ins(text, report)):
            return replaced
        raise
    return text, _scrub(data, report) if _may_hide(text) else data


def _with_stand_ins(text: str, report: Report) -> tuple[str, dict[str, Any]] | None:
    """A text of the same length with stand-ins for control characters, and its data; None where
    they are outside of any value."""
    replaced = text.translate(_STAND_INS)
    within = report._replace(findings=[])
    try:
        data = _scrub(parse(replaced), within)
    except Refused:
        return None
    for finding in within.findings:
        named = re.sub(
            r"U\+00[89][0-9A-F]",
            lambda sign: f"U+{int(sign[0][2:], 16) - 0x80:04X}",
            finding.message,
        )
        report.findings.append(finding._replace(message=named))
    return (replaced, data) if within.findings else None


def _scrub(data: Any, report: Report) -> Any:
    """`data` with every text clean; reports each text with invisible characters."""
    if isinstance(data, str):
        _look(data, "", report)
        return clean(data)
    if isinstance(data, list):
        return [_scrub(item, report.at(number)) for number, item in enumerate(data)]
    if isinstance(data, dict):
        for key in data:
            _look(key, " in the name", report.at(key))
        return {clean(key): _scrub(item, report.at(key)) for key, item in data.items()}
    return data


def _look(text: str, where: str, report: Report) -> None:
    if hidden := suspect(text):
        names = [step for step in report.path if isinstance(step, str)]
        field = clean(names[-1]) if names else "text"
        message = f"{field} has characters that are not shown{where}: {hidden}"
        report.add("control", message, "take them out, or write what they should say")
