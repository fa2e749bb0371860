"""A bank as values, once its files have been read and checked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from quizapp import grading
from quizapp.kinds.base import Question
from quizapp.structs import Struct

Severity = Literal["error", "advice"]
DataPath = tuple[str | int, ...]
"""The keys and numbers that lead to a value in a file: `("question", 3, "wrong", 0, "answers")`."""


class Problem(NamedTuple):
    """Something to put right, with its place; `line` and `column` count from 1, 0 for unknown."""

    file: str
    line: int
    column: int
    code: str
    message: str
    remedy: str
    severity: Severity = "error"


class Elsewhere(NamedTuple):
    """Another place that a finding speaks of; `file` is None for one in the same file."""

    path: DataPath
    file: Path | None = None


class Finding(NamedTuple):
    """A problem at a path in a file's data, before its line and column are looked up.

    `other` is a second place: `{other}` in the remedy or the message stands for it.
    """

    path: DataPath
    code: str
    message: str
    remedy: str
    severity: Severity = "error"
    other: Elsewhere | None = None


class Report(NamedTuple):
    """Where to say what is wrong with a value: among the `findings` of its file, at its path."""

    findings: list[Finding]
    path: DataPath = ()

    def at(self, *steps: str | int) -> "Report":
        """The same for what is within the value."""
        return Report(self.findings, (*self.path, *steps))

    def add(self, code: str, message: str, remedy: str, other: Elsewhere | None = None) -> None:
        """Say that something is wrong."""
        self.findings.append(Finding(self.path, code, message, remedy, other=other))


def advised(path: DataPath, code: str, message: str, remedy: str) -> Finding:
    """A finding that is no error: something that could be better."""
    return Finding(path, code, message, remedy, "advice")


def named(asked: Question, path: DataPath, found: Iterable[Finding]) -> Iterator[Finding]:
    """Findings within a question, at its `path` in the file and with its name."""
    for one in found:
        message = f"question {asked.id!r}: {one.message}"
        yield one._replace(path=(*path, *one.path), message=message)


class Head(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[bank]`: what the bank is, and what applies to all of its questions."""

    id: str
    title: str
    language: str = "en"
    authors: tuple[str, ...] = ()
    license: str = ""
    synonyms: tuple[tuple[str, ...], ...] = ()
    distinct: tuple[tuple[str, ...], ...] = ()
    strict: bool = False
    allow: tuple[str, ...] = ()


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The text that is taught."""

    title: str = ""
    author: str = ""
    year: str = ""
    url: str = ""
    note: str = ""


TO_WRITE = "To be written: the content of this paragraph in your own words."
"""How a digest begins that a new bank leaves to be written."""


class Passage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One paragraph of the source: its own `text`, or a `digest` of it in other words.

    With a `note` it is that note to the paragraph: shown after an answer, but not read as a part of
    the text.
    """

    id: str
    section: str = ""
    paragraph: int = 0
    note: str = ""
    text: str = ""
    digest: str = ""
    fingerprint: str = ""

    @property
    def shown(self) -> str:
        """The text of the paragraph, or its digest."""
        return self.text or self.digest


class Paper(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`[[paper]]`: an exam that the bank sets. Without a `seed` it is drawn anew each time.

    `sections` are those that it is on (none: all), `count` is its number of questions, `minutes`
    its time limit, `pass_mark` the score needed to pass, in per cent.
    """

    id: str
    title: str = ""
    sections: tuple[str, ...] = ()
    count: int | None = None
    seed: int | None = None
    minutes: float | None = None
    pass_mark: float | None = None


class Bank(NamedTuple):
    """A bank without errors.

    `questions` may be asked, `drafts` not yet; `digest` is the SHA-256 of its files; `path` is its
    folder or file.
    """

    id: str
    title: str
    path: Path
    digest: str
    questions: tuple[Question, ...]
    passages: tuple[Passage, ...] = ()
    source: Source = Source()
    objectives: Mapping[str, str] = MappingProxyType({})
    language: str = "en"
    authors: tuple[str, ...] = ()
    license: str = ""
    synonyms: tuple[tuple[str, ...], ...] = ()
    distinct: tuple[tuple[str, ...], ...] = ()
    strict: bool = False
    allow: tuple[str, ...] = ()
    drafts: tuple[Question, ...] = ()
    papers: tuple[Paper, ...] = ()

    @property
    def foreign(self) -> str:
        """The bank's language, if it is another than English, whose rules the grader has."""
        main = self.language.replace("_", "-").partition("-")[0].strip().casefold()
        return "" if main in ("", "en", "eng") else self.language


class File(NamedTuple):
    """A file of a bank as it was parsed, and where to say what is wrong in it.

    `questions` are those read from it, in its order, once the bank has no errors.
    """

    path: Path
    text: str
    data: dict[str, Any]
    report: Report
    questions: tuple[Question, ...] = ()


class Loaded(NamedTuple):
    """The outcome of reading a bank: the bank unless an error forbids it, and all problems.

    `files` are those it was read from, for further checks.
    """

    bank: Bank | None
    problems: tuple[Problem, ...]
    path: Path
    id: str = ""
    title: str = ""
    files: tuple[File, ...] = ()


def question(bank: Bank, name: str) -> Question:
    """The question whose id is or was `name`; raises KeyError if there is none."""
    return by_name(bank)[name]


def by_name(bank: Bank) -> dict[str, Question]:
    """The questions by their present and former ids; a present id wins over a former one."""
    found = {name: one for one in bank.questions for name in one.was}
    return found | {one.id: one for one in bank.questions}


def contexts(bank: Bank) -> "Callable[[Question], grading.Context]":
    """Gives the context in which the grader judges a question; goes through the bank once.

    Rivals are the accepted answers of questions that test something else: two questions on one
    objective may well have the same answers.
    """
    from functools import cache

    owners: dict[str, list[Question]] = {}
    tested_by: dict[str, list[Question]] = {}
    for one in bank.questions:
        for answer in one.accepted():
            owners.setdefault(answer, []).append(one)
        for objective in one.objective:
            tested_by.setdefault(objective, []).append(one)
    answers = tuple(owners)

    @cache
    def shared(objectives: tuple[str, ...]) -> tuple[str, ...]:
        """The answers that only questions on these objectives have."""
        alike = frozenset(objectives)
        accepted = (
            answer
            for objective in objectives
            for one in tested_by.get(objective, ())
            for answer in one.accepted()
        )
        return tuple(
            answer
            for answer in dict.fromkeys(accepted)
            if not any(alike.isdisjoint(one.objective) for one in owners[answer])
        )

    def of(asked: Question) -> "grading.Context":
        own = (*asked.accepted(), *shared(asked.objective))
        strict = bank.strict if asked.strict is None else asked.strict
        distinct = (*bank.distinct, *asked.distinct)
        return grading.Context(asked.prompt, bank.synonyms, (), strict, answers, own, distinct)

    return of


def context(bank: Bank, asked: Question) -> "grading.Context":
    """The context of one question; see `contexts`."""
    return contexts(bank)(asked)


def content_digest(asked: Question) -> str:
    """The SHA-256 of all fields of the question but `allow`, in hexadecimal.

    Fields that the format had not from the beginning count where they are set: what was asked
    before is still the same.
    """
    from msgspec import json, to_builtins

    from quizapp.hashing import sha256

    fields = to_builtins(asked)
    del fields["allow"]  # what its author was advised does not change what is asked
    return sha256(json.encode(_set(fields), order="sorted")).hexdigest()


LATER = frozenset({"distinct", "alone"})
"""Fields that came to the format later; so did `need` beside `ideas`."""


def _set(value: Any) -> Any:
    """A value without those of the later fields that are not set, in all its tables."""
    if isinstance(value, dict):
        later = LATER | {"need"} if "ideas" in value else LATER
        return {name: _set(one) for name, one in value.items() if one or name not in later}
    return [_set(one) for one in value] if isinstance(value, list | tuple) else value


def passage(bank: Bank, name: str) -> Passage | None:
    """The passage whose id is `name`."""
    return next((one for one in bank.passages if one.id == name), None)


def sections(bank: Bank) -> Callable[[Question], str]:
    """Gives the section of a question; goes through the bank's passages once.

    It is that of the first passage that supports the answer; "" if none does.
    """
    where = {one.id: one.section for one in bank.passages}
    return lambda asked: where.get(asked.support[0].passage, "") if asked.support else ""


def source_order(bank: Bank) -> Callable[[Question], int]:
    """Gives the place of a question in the source: that of the first passage that supports it."""
    places = {passage.id: place for place, passage in enumerate(bank.passages)}
    last = len(places)
    return lambda one: min((places.get(each.passage, last) for each in one.support), default=last)
