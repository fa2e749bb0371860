"""Reading the tables of cases: a question, its key, and what each response must come out as.

A table is text. A line `? question | answer | answer …` opens a question; a line `+ response` must
earn full credit, `- response` must not; of those refused, `~ response` must be told as not sure and
`x response` as wrong for certain; `: word = word` gives the bank's synonyms.
"""

from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """One response to one question."""

    prompt: str
    answers: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...]
    response: str
    accept: bool
    unsure: bool | None = None

    def __str__(self) -> str:
        return f"{self.answers[0][:30]} {'+' if self.accept else '-'} {self.response[:50]}"


def tables() -> list[tuple[str, Case]]:
    """All cases of the files in `tables/`, each with its group."""
    paths = sorted((Path(__file__).parent / "tables").glob("*.txt"))
    return [(path.stem, case) for path in paths for case in table(path.read_text("utf-8"))]


def table(text: str) -> list[Case]:
    """The cases of a table."""
    cases: list[Case] = []
    prompt = ""
    answers: tuple[str, ...] = ("",)
    synonyms: tuple[tuple[str, ...], ...] = ()
    for line in text.strip().splitlines():
        mark, _, rest = line.strip().partition(" ")
        if mark == "?":
            parts = [part.strip() for part in rest.split("|")]
            prompt, answers, synonyms = parts[0], tuple(parts[1:]), ()
        elif mark == ":":
            synonyms += (tuple(part.strip() for part in rest.split("=")),)
        elif mark in "+-~x":
            unsure = {"~": True, "x": False}.get(mark)
            cases.append(Case(prompt, answers, synonyms, rest, mark == "+", unsure))
        else:
            raise ValueError(line)
    return cases
