"""A bank as values: what its files say, once they have been read and found to be sound."""

from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import Struct

from quizapp.kinds.base import Question

Severity = Literal["error", "advice"]


class Problem(NamedTuple):
    """Something to mend, with its place; `line` and `column` count from 1, 0 where unknown."""

    file: str
    line: int
    column: int
    code: str
    message: str
    remedy: str
    severity: Severity = "error"


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The text that is taught."""

    title: str = ""
    author: str = ""
    year: str = ""
    url: str = ""
    note: str = ""


class Passage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One paragraph of the source: itself (`text`), or its content in other words (`digest`)."""

    id: str
    section: str = ""
    paragraph: int = 0
    text: str = ""
    digest: str = ""
    fingerprint: str = ""

    @property
    def shown(self) -> str:
        """What the bank itself can show of the paragraph."""
        return self.text or self.digest


class Bank(NamedTuple):
    """A sound bank. `digest` is the SHA-256 of its content; `path` the folder or file it is in."""

    id: str
    title: str
    path: Path
    digest: str
    questions: tuple[Question, ...]
    passages: tuple[Passage, ...] = ()
    source: Source = Source()
    objectives: dict[str, str] = {}
    language: str = "en"
    authors: tuple[str, ...] = ()
    license: str = ""
    synonyms: tuple[tuple[str, ...], ...] = ()
    strict: bool = False


class Loaded(NamedTuple):
    """The outcome of reading a bank: the bank unless an error forbids it, and all problems."""

    bank: Bank | None
    problems: tuple[Problem, ...]
    path: Path
    id: str = ""
    title: str = ""
