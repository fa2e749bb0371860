"""Converting one table of a bank's file to its type, and finding everything wrong in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from quizapp.bank.model import DataPath, Elsewhere, Finding, Report
from quizapp.kinds import KINDS
from quizapp.kinds.base import Fault, Question
from quizapp.kinds.checks import common, contradictions
from quizapp.kinds.inferred import inferred
from quizapp.kinds.shorthand import COMMON, Raw, expanded
from quizapp.structs import Struct, ValidationError, convert

UNREADABLE = (ValidationError, RecursionError, OverflowError, ValueError)
"""What converting an invalid table may raise; huge numbers overflow."""
T = TypeVar("T", bound=Struct)


class Read(NamedTuple):
    """A question as far as it could be read; the fields in `bad` hold stand-in values.

    What is wrong with it, in its `file`, is told to its `report`. `unnamed` says that it has no id
    of its own.
    """

    question: Question
    report: Report
    bad: frozenset[str] = frozenset()
    file: Path = Path()
    unnamed: bool = False


def read_question(raw: Any, report: Report, file: Path = Path()) -> Read | None:
    """The question in `raw`, None if it is not a table; reports what is wrong in it."""
    if not isinstance(raw, dict):
        report.add("type", "a question is not a table", "write it under [[question]]")
        return None
    raw = dict(raw)  # as parsed, the table tells the places of its fields
    unnamed = "id" not in raw
    if unnamed:
        raw["id"] = ""
    kind = _kind(raw, report)
    if kind is None:
        # The fields that all kinds share are checked all the same.
        raw = {key: value for key, value in raw.items() if key in Question.__struct_fields__}
        expanded(raw, COMMON)
        read = _salvaged(Question, raw, report)
        read = read._replace(bad=read.bad | {"wrong", "partial", "tests"})
    else:
        expanded(raw, COMMON)
        kind.expand_shorthand(raw)
        try:
            read = Read(convert(raw, kind), report)
        except UNREADABLE:
            read = _salvaged(kind, raw, report)
    known = read.question.id and "id" not in read.bad
    name = f"question {read.question.id!r}: " if known else ""
    for fault in _faults(read):
        report.at(fault.field).add(fault.code, f"{name}{fault.message}", fault.remedy)
    return read._replace(file=file, unnamed=unnamed)


def question_of(table: dict[str, Any]) -> tuple[Question | None, str]:
    """The question that a table is; None, and what is wrong with it, where it cannot be one."""
    from copy import deepcopy

    report = Report([], ("question", 0))
    read = read_question(deepcopy(table), report)
    if read is None or report.findings:
        return None, report.findings[0].message.removeprefix(f"question {table.get('id')!r}: ")
    return read.question, ""


def _faults(read: Read) -> Iterator[Fault]:
    """What is wrong in each field, and then in the combination of those that are sound."""
    unsound, between = set(read.bad), []
    for fault in (*common(read.question), *read.question.faults()):
        if fault.beside:
            between.append(fault)
        elif fault.field not in read.bad:
            unsound.add(fault.field)
            yield fault
    yield from contradictions(read.question, unsound)
    yield from (fault for fault in between if unsound.isdisjoint((fault.field, *fault.beside)))


def _kind(raw: Raw, report: Report) -> type[Question] | None:
    """The type of the question in `raw`, which is told it if it does not say so; None, which is
    reported, if it has no known kind."""
    if "kind" not in raw and (meant := inferred(raw)):
        raw["kind"] = meant
    name = raw.get("kind")
    if isinstance(name, str) and name in KINDS:
        return KINDS[name]
    from quizapp.bank.field_problems import did_you_mean, other_name, unknown_to_all

    kinds = "one of " + ", ".join(KINDS)
    stood_for = unknown_to_all(raw, report)
    if name is None and "kind" in stood_for:
        return None
    if name is None:
        message, remedy = "a question has no kind, and no answer that tells it", f"add {kinds}"
        if "items" in raw:
            message = "these items may be named, or put into order"
            remedy = 'write kind = "list" for the first, kind = "order" for the second'
        report.add("missing-field", message, remedy)
    else:
        shown = str(name)[:40]
        remedy = did_you_mean(shown, KINDS, f"write {kinds}")
        if known_as := other_name(shown):
            remedy = f'write kind = "{known_as}"'
        report.at("kind").add("kind", f"there is no kind {shown!r}", remedy)
    return None


def _salvaged(kind: type[Question], raw: Raw, report: Report) -> Read:
    """As much of a question as converts field by field; the rest is reported."""
    from quizapp.bank.field_problems import salvage

    within = report._replace(findings=[])
    values, bad = salvage(kind, raw, within)
    report.findings.extend(_moved_up(one, kind, raw) for one in within.findings)
    return Read(convert(values, kind), report, bad)


def _moved_up(finding: Finding, kind: type[Question], raw: Raw) -> Finding:
    """A finding of a field that belongs to the question and stands below a header within it."""
    at, key = finding.path, finding.path[-1]
    inside = finding.code == "unknown-field" and len(at) > 3
    if not inside or key not in kind.__struct_fields__ or key in raw:
        return finding
    first = next(
        name for name, value in raw.items()
        if name == at[2] or isinstance(value, dict)
        or (isinstance(value, list) and any(isinstance(entry, dict) for entry in value))
    )  # fmt: skip
    where: DataPath = (*at[:2], first, *((0,) if isinstance(raw[first], list) else ()))
    message = f"{key} belongs to the question, not to {at[2]}"
    return finding._replace(message=message, remedy="move it above {other}", other=Elsewhere(where))


def read_table(kind: type[T], raw: Any, report: Report) -> tuple[T, frozenset[str]]:
    """The table in `raw` as a `kind`, and the fields that could not be read."""
    try:
        return convert(raw, kind), frozenset()
    except UNREADABLE:
        from quizapp.bank.field_problems import salvage

        values, bad = salvage(kind, raw, report)
        return convert(values, kind), bad
