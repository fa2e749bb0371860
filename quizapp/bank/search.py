"""Finding questions and passages by their words, in any order and from their beginnings."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from quizapp.bank.fingerprint import fold
from quizapp.bank.model import Bank


class Entry(NamedTuple):
    """What can be found: a question or a passage by its `name`; `text` is shown, `words` are
    looked through (folded, a space before each)."""

    sort: Literal["question", "passage"]
    name: str
    text: str
    section: str
    words: str


def entries(bank: Bank) -> list[Entry]:
    """All that can be found in the bank: passages in order, then questions."""
    from quizapp.bank.model import sections

    section = sections(bank)
    passages = [
        Entry("passage", one.id, one.shown, one.section, _words(one.section, one.shown))
        for one in bank.passages
    ]
    questions = []
    for one in bank.questions:
        objectives = (bank.objectives.get(aim, aim) for aim in one.objective)
        answers = (one.explanation, *one.accepted(), one.model_answer())
        words = _words(one.id, one.prompt, *answers, *one.tags, *objectives)
        questions.append(Entry("question", one.id, one.prompt, section(one), words))
    return [*passages, *questions]


def find(among: Iterable[Entry], query: str) -> Sequence[Entry]:
    """The entries in which each word of the query begins a word; those first in whose shown text
    all stand. None for a query without words."""
    wanted = [f" {word}" for word in fold(query).decode().split()]
    if not wanted:
        return ()
    found = [entry for entry in among if all(word in entry.words for word in wanted)]
    shown = {entry: _words(entry.text) for entry in found}
    return sorted(found, key=lambda entry: not all(word in shown[entry] for word in wanted))


def hits(text: str, query: str) -> list[tuple[int, int]]:
    """Where words of the text begin with a word of the query: each word's start and end."""
    wanted = tuple(fold(query).decode().split())
    return [
        word.span()
        for word in re.finditer(r"\w+", text)
        if wanted and fold(word[0]).decode().startswith(wanted)
    ]


def _words(*texts: str) -> str:
    return " " + fold("\n".join(texts)).decode()
