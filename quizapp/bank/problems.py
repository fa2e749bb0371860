"""From findings in a bank's data to problems with line and column, as they are shown."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from quizapp.bank.model import File, Finding, Problem, Severity
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
    from quizapp.bank.positions import Place, Places, places

    files = {one.path: one for one in (*others, file)}

    @cache
    def within(path: Path) -> Places:
        return places(files[path].text, files[path].data)

    problems = []
    for finding in findings:
        message, remedy, elsewhere = finding.message, finding.remedy, finding.other
        if elsewhere:
            there = elsewhere.file or file.path
            line = f"line {within(there).at(elsewhere.path).line}"
            line += f" of {there.name}" if there != file.path else ""
            message, remedy = (said.replace("{other}", line) for said in (message, remedy))
        place = within(file.path).at(finding.path) if finding.path else Place(1, 1)
        name, message, remedy = clean(str(file.path)), _short(message), _short(remedy)
        problems.append(Problem(name, *place, finding.code, message, remedy, finding.severity))
    return problems


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
