"""Taking out of a file's data what is not shown; each key that had some is reported."""

from typing import Any

from quizapp.bank.model import Way
from quizapp.bank.read import Finding
from quizapp.text import clean, suspect


def scrub(data: Any, findings: list[Finding], path: Way = ()) -> Any:
    """`data` with every text clean; a finding for each text that hid something."""
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


def _report(text: str, where: str, findings: list[Finding], path: Way) -> None:
    hidden = suspect(text)
    if hidden:
        steps = [step for step in path if isinstance(step, str)]
        field = clean(steps[-1]) if steps else "text"
        message = f"{field} has characters that are not shown{where}: {hidden}"
        findings.append(
            Finding(path, "control", message, "take them out, or write what they should say")
        )
