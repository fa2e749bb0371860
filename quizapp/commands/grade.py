"""`quizapp grade`: JSON lines in, JSON lines out; or each step of one verdict, for people."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from quizapp.commands import Refused
from quizapp.grading.case import grade_case, verdict_object

if TYPE_CHECKING:
    from quizapp.bank.model import Bank
    from quizapp.grading.key import Context
    from quizapp.kinds.base import Question

KINDS = ("text", "number", "date", "list")
LONGEST = 1 << 24

Ask = Callable[[dict[str, Any]], dict[str, Any]]


class Unreadable(Exception):
    """A line that is no case; the message says why."""


def run(options: argparse.Namespace) -> int:
    """Grade every line; exit status 1 if any could not be read."""
    if options.explain or options.response is not None:
        return _explain(options)
    grade_on_bank = _on_banks(options)
    failed = False
    for line in _lines(options.file):
        if not line.strip():
            continue
        identity: Any = None
        try:
            case = _case(line)
            identity = case.get("id")
            graded = grade_on_bank(case) if "question_id" in case else grade_case(_sound(case))
        except Unreadable as error:
            graded = {"id": identity, "error": str(error)}
            failed = True
        sys.stdout.write(json.dumps(graded, ensure_ascii=True) + "\n")
    return 1 if failed else 0


def _lines(name: str) -> Iterator[bytes]:
    if name == "-":
        yield from sys.stdin.buffer
        return
    try:
        with open(name, "rb") as file:
            yield from file
    except OSError as error:
        raise Refused(f"{name}: {error.strerror}.") from error


def _case(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST:
        raise Unreadable("the line is longer than 16 MiB")
    try:
        case = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON: {error}") from error
    if not isinstance(case, dict):
        raise Unreadable("not an object")
    return case


def _sound(case: dict[str, Any]) -> dict[str, Any]:
    """The case, once its fields are known to be what they must be."""
    answers = case.get("answers")
    if not isinstance(answers, list) or not answers or not _all_words(answers):
        raise Unreadable('"answers" must be a list of one text or more')
    for name in ("question", "response"):
        if not isinstance(case.get(name, ""), str):
            raise Unreadable(f'"{name}" must be a text')
    if "response" not in case:
        raise Unreadable('"response" is missing')
    if case.get("kind", "text") not in KINDS:
        raise Unreadable(f'"kind" must be one of {", ".join(KINDS)}')
    spec = case.get("spec")
    if spec is not None and not isinstance(spec, dict):
        raise Unreadable('"spec" must be an object')
    _sound_spec(spec or {})
    return case


def _sound_spec(spec: dict[str, Any]) -> None:
    tolerance = spec.get("tolerance", 0)
    if isinstance(tolerance, bool) or not isinstance(tolerance, int | float | str):
        raise Unreadable('"tolerance" must be a number, or a share such as "5%"')
    for name in ("unit", "precision"):
        if not isinstance(spec.get(name) or "", str):
            raise Unreadable(f'"{name}" must be a text')
    for name in ("parts", "synonyms"):
        groups = spec.get(name) or []
        if not isinstance(groups, list) or not all(
            isinstance(group, list) and _all_words(group) for group in groups
        ):
            raise Unreadable(f'"{name}" must be a list of lists of texts')
    if not isinstance(spec.get("wrong") or [], list):
        raise Unreadable('"wrong" must be a list')


def _all_words(entries: Iterable[Any]) -> bool:
    return all(isinstance(entry, str) for entry in entries)


def _on_banks(options: argparse.Namespace) -> Ask:
    """A function that grades cases on banks; each bank is read once."""
    banks: dict[str, Bank | str] = {}
    around: dict[str, Callable[[Question], Context]] = {}

    def grade(case: dict[str, Any]) -> dict[str, Any]:
        from quizapp.bank.model import contexts, question

        name = case.get("bank")
        if not isinstance(name, str) or not isinstance(case.get("response"), str):
            raise Unreadable('"bank" and "response" must be texts')
        if name not in banks:
            banks[name] = _bank(name, options)
        bank = banks[name]
        if isinstance(bank, str):
            raise Unreadable(bank)
        if name not in around:
            around[name] = contexts(bank)
        try:
            asked = question(bank, str(case["question_id"]))
        except KeyError:
            raise Unreadable(f"{bank.id} has no question {case['question_id']}") from None
        verdict = asked.grade(around[name](asked), case["response"])
        return verdict_object(case.get("id"), verdict)

    return grade


def _bank(name: str, options: argparse.Namespace) -> Bank | str:
    """The bank, or a sentence that says why there is none."""
    from quizapp import settings
    from quizapp.commands.meant import the_bank

    try:
        return the_bank(name, settings.data_folder(options.data))
    except Refused as refused:
        return str(refused)


def _explain(options: argparse.Namespace) -> int:
    if options.response is None or not options.answer:
        raise Refused("--explain needs at least one --answer, and --response=…")
    from quizapp.grading.case import explain

    case = {
        "question": options.prompt,
        "answers": options.answer,
        "kind": options.kind,
        "response": options.response,
    }
    for line in explain(case):
        print(line)
    return 0
