"""Removing invisible characters from a file's data, and reporting each key that had some."""

import re
from typing import Any

from quizapp.bank.model import DataPath, Finding
from quizapp.bank.toml import parse
from quizapp.files import Refused
from quizapp.text import clean, suspect


def scrub(data: Any, findings: list[Finding], path: DataPath = ()) -> Any:
    """`data` with every text clean; adds a finding for each text with invisible characters."""
    if isinstance(data, str):
        _report(data, "", findings, path)
        return clean(data)
    if isinstance(data, list):
        return [scrub(item, findings, (*path, number)) for number, item in enumerate(data)]
    if isinstance(data, dict):
        for key in data:
            _report(key, " in the name", findings, (*path, key))
        return {clean(key): scrub(item, findings, (*path, key)) for key, item in data.items()}
    return data


_STAND_INS = {code: code + 0x80 for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: 0x9F}
"""For each control character that TOML forbids, one that it allows."""


def parse_controls(
    text: str, refused: Refused, findings: list[Finding]
) -> tuple[str, dict[str, Any]]:
    """A text that was refused for its control characters, with stand-ins for them, and its data.

    So each of them is reported at its key, together with everything else that is wrong. Raises
    `refused` where they are outside of any value. The text keeps its length.
    """
    replaced = text.translate(_STAND_INS)
    found: list[Finding] = []
    try:
        data = scrub(parse(replaced), found)
    except Refused:
        raise refused from None
    if not found:
        raise refused
    for finding in found:
        named = re.sub(
            r"U\+00[89][0-9A-F]",
            lambda sign: f"U+{int(sign[0][2:], 16) - 0x80:04X}",
            finding.message,
        )
        findings.append(finding._replace(message=named))
    return replaced, data


def _report(text: str, where: str, findings: list[Finding], path: DataPath) -> None:
    hidden = suspect(text)
    if hidden:
        steps = [step for step in path if isinstance(step, str)]
        field = clean(steps[-1]) if steps else "text"
        message = f"{field} has characters that are not shown{where}: {hidden}"
        findings.append(
            Finding(path, "control", message, "take them out, or write what they should say")
        )
