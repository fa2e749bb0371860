"""From findings in a bank's data to problems with line and column, as they are shown."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from quizapp.bank.model import Elsewhere, File, Finding, Problem, Severity
from quizapp.files import Refused
from quizapp.text import clean

MOST_PROBLEMS = 1_000
"""So many problems of a bank are listed; the rest are counted."""
LONGEST_MESSAGE = 500
"""A message has this many characters at most."""


def located(file: File, findings: Sequence[Finding], others: Iterable[File] = ()) -> list[Problem]:
    """The findings in a file as problems with line and column; `others` are the bank's files."""
    if not findings:
        return []
    from quizapp.bank.positions import Place, locate

    places = locate(file.text, file.data, [finding.path for finding in findings])
    elsewhere = _elsewhere(file, findings, others)
    problems = []
    for finding, place in zip(findings, places, strict=True):
        there = elsewhere.get(finding.other, "") if finding.other else ""
        message, remedy = (
            _short(said.replace("{other}", there)) for said in (finding.message, finding.remedy)
        )
        line, column = place if finding.path else Place(1, 1)
        how = (line, column, finding.code, message, remedy, finding.severity)
        problems.append(Problem(clean(str(file.path)), *how))
    return problems


def _elsewhere(
    file: File, findings: Iterable[Finding], others: Iterable[File]
) -> dict[Elsewhere, str]:
    """The second places that findings speak of, in words: `line 12`, `line 12 of parts.toml`."""
    from quizapp.bank.positions import locate

    wanted: dict[Path | None, list[Elsewhere]] = {}
    for finding in findings:
        if finding.other:
            wanted.setdefault(finding.other.file, []).append(finding.other)
    files: dict[Path | None, File] = {other.path: other for other in others} if wanted else {}
    told: dict[Elsewhere, str] = {}
    for path, listed in wanted.items():
        there = files.get(path, file)
        where = "" if there.path == file.path else f" of {there.path.name}"
        places = locate(there.text, there.data, [one.path for one in listed])
        told |= {
            one: f"line {place.line}{where}" for one, place in zip(listed, places, strict=True)
        }
    return told


def unread(path: Path, refused: Refused) -> Problem:
    """The problem of a file that cannot be read."""
    place = (refused.line, refused.column)
    message = clean(refused.message)
    return Problem(clean(str(path)), *place, refused.code, message, refused.remedy)


def unlisted(path: Path, count: int, severity: Severity = "error") -> tuple[Problem, ...]:
    """A problem that stands for `count` more of the bank at `path`; none for 0."""
    if not count:
        return ()
    what = "problem" if count == 1 else "problems"
    message, remedy = f"and {count:,} more {what}", "fix the ones above first"
    return (Problem(clean(str(path)), 0, 0, "more", message, remedy, severity),)


def _short(message: str) -> str:
    """A message fit to be shown: clean, and cut where it quotes a long text."""
    message = clean(message)
    if len(message) <= LONGEST_MESSAGE:
        return message
    return f"{message[: LONGEST_MESSAGE - 60]} … {message[-50:]}"
