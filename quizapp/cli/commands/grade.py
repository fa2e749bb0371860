"""`quizapp grade`: JSON lines in, JSON lines out; or each step of one verdict, for people."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from math import inf
from typing import TYPE_CHECKING, Any

from quizapp import files
from quizapp.app.errors import MISUSED, CommandError, refusals
from quizapp.grading.grade_case import grade_case, verdict_object
from quizapp.text import clean

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
        yield from files.lines(sys.stdin.buffer, LONGEST)
        return
    with refusals(name, MISUSED), files.open_file(name) as file:
        yield from files.lines(file, LONGEST)


def _case(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST:
        raise Unreadable("the line is longer than 16 MiB")
    try:
        case = json.loads(files.decode(line))
    except files.Refused as refused:
        raise Unreadable(f"{refused.message}: {refused.remedy}") from refused
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not JSON: {error}") from error
    if not isinstance(case, dict):
        raise Unreadable("not an object")
    return case


def _fits(value: Any, shape: Any) -> bool:
    """Whether a value is of a shape: of a type; a list of one shape, or a tuple for any of several;
    a table whose fields, if they are there, have the shapes named; or what a function says."""
    match shape:
        case type():
            return type(value) is shape
        case list():
            return isinstance(value, list) and all(_fits(one, shape[0]) for one in value)
        case tuple():
            return any(_fits(value, one) for one in shape)
        case dict():
            return isinstance(value, dict) and all(
                _fits(value[name], inner) for name, inner in shape.items() if name in value
            )
    return bool(shape(value))


def _is_share(value: Any) -> bool:
    return isinstance(value, int | float) and 0 <= value <= 1


def _is_amount(value: Any) -> bool:
    figure = type(value) is int or isinstance(value, float)
    return figure and 0 <= value < (2**63 if type(value) is int else inf)


def _are_texts(value: Any) -> bool:
    return value != [] and _fits(value, [str])


_WORDINGS = (str, _are_texts)
_BY = (_WORDINGS, lambda value: value == [])
_NAMED = (str, lambda value: _fits(value, {"says": _WORDINGS, "by": _BY}) and "says" in value)
_SAYS = (*_WORDINGS, lambda value: value != [] and _fits(value, [_NAMED]))
_IDEA = {"says": _SAYS, "missing": str, "by": _BY, "alone": bool}
_IDEAS = [(*_SAYS, lambda value: _fits(value, _IDEA) and "says" in value)]
_ENTRY = {"answers": [str], "feedback": str, "ideas": _IDEAS, "need": int}
_CASE: dict[str, tuple[Any, str]] = {
    "answers": (_are_texts, "a list of one text or more"),
    "response": (str, "a text"),
    "question": (str, "a text"),
    "kind": (lambda value: value in KINDS, f"one of {', '.join(KINDS)}"),
    "spec": ((dict, lambda value: value is None), "an object"),
}
_SPEC: dict[str, tuple[Any, str]] = {
    "tolerance": ((_is_amount, str), 'a number from 0 up, or a share such as "5%"'),
    "unit": (str, "a text"),
    "precision": (str, "a text"),
    "parts": ([[str]], "a list of lists of texts"),
    "synonyms": ([[str]], "a list of lists of texts"),
    "distinct": ([[str]], "a list of lists of texts"),
    "wrong": ([(str, [str], _ENTRY)], "a list of texts, lists of texts, or objects with `answers`"),
    "partial": (
        [{**_ENTRY, "score": _is_share}],
        "a list of objects with `answers` or `ideas`, and a `score`",
    ),
    "ideas": (_IDEAS, "a list of lists of texts, or of objects with `says`"),
    "language": (str, "a text"),
    "part": (bool, "true or false"),
    "need": (int, "a whole number"),
    "ordered": (bool, "true or false"),
    "strict": (bool, "true or false"),
}
"""The shapes of the fields of a case and of its `spec`, and how to say so."""


def _sound(case: dict[str, Any]) -> dict[str, Any]:
    """The case, once its fields are known to be what they must be."""
    for name in ("answers", "response"):
        if name not in case:
            raise Unreadable(f'"{name}" is missing')
    _check(case, _CASE)
    spec = case.get("spec") or {}
    _check({name: value for name, value in spec.items() if value is not None}, _SPEC)
    return case


def _check(fields: dict[str, Any], rules: dict[str, tuple[Any, str]]) -> None:
    for name, (shape, what) in rules.items():
        if name in fields and not _fits(fields[name], shape):
            raise Unreadable(f'"{name}" must be {what}')


def _on_banks(options: argparse.Namespace) -> Ask:
    """A function that grades cases on banks; each bank is read once."""
    from quizapp.cli.workspace import open_workspace

    workspace = cache(lambda: open_workspace(options))

    @cache
    def opened(name: str) -> tuple[Bank, Callable[[Question], Context]] | str:
        """The bank with the context of its questions, or a sentence why there is none."""
        from quizapp.app.workspace import UnusableBank
        from quizapp.bank.find import NoSuchBank
        from quizapp.bank.model import contexts

        try:
            bank = workspace().bank_named(name)
        except (NoSuchBank, UnusableBank) as error:
            return str(error)
        return bank, contexts(bank)

    def grade(case: dict[str, Any]) -> dict[str, Any]:
        from quizapp.bank.model import question

        name = case.get("bank")
        if not isinstance(name, str) or not isinstance(case.get("response"), str):
            raise Unreadable('"bank" and "response" must be texts')
        found = opened(name)
        if isinstance(found, str):
            raise Unreadable(found)
        bank, context = found
        try:
            asked = question(bank, str(case["question_id"]))
        except KeyError:
            raise Unreadable(f"{bank.id} has no question {case['question_id']}") from None
        return verdict_object(case.get("id"), asked.grade(context(asked), case["response"]))

    return grade


def _explain(options: argparse.Namespace) -> int:
    if options.bank is not None or options.question is not None:
        return _explain_on_bank(options)
    if options.response is None or not options.answer:
        raise CommandError(
            "--explain needs at least one --answer, or --bank and --question; and --response=…"
        )
    from quizapp.grading.grade_case import explain

    case = {
        "question": options.prompt or "",
        "answers": options.answer,
        "kind": options.kind,
        "response": options.response,
        "spec": {"ideas": [[idea] for idea in options.idea]},
    }
    for line in explain(case):
        print(line)
    return 0


def _explain_on_bank(options: argparse.Namespace) -> int:
    """Each step for one response to a question of a bank."""
    from quizapp.bank.find import NoSuchBank
    from quizapp.bank.grading_steps import graded_in_steps
    from quizapp.bank.model import context
    from quizapp.cli.workspace import asked_of, open_workspace

    if None in (options.bank, options.question, options.response):
        raise CommandError("--explain on a bank needs --bank, --question and --response=…")
    try:
        bank = open_workspace(options).bank_named(options.bank)
    except NoSuchBank as error:
        raise CommandError(str(error), status=1) from error
    asked = asked_of(bank, options.question)
    response = asked.read(asked.offer(0), options.response)
    _, steps = graded_in_steps(asked, context(bank, asked), response)
    width = max(len(step.name) for step in steps)
    for step in steps:
        print(clean(f"{step.name:<{width}}  {step.saw}"))
    return 0
