"""Questions from other programs as the files of a new bank, or as a file more of one, with passages
of the bank proposed as their support."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from quizapp.bank.ids import slug, unlike
from quizapp.bank.model import Bank
from quizapp.bank.passage import locate
from quizapp.bank.sentences import sentences
from quizapp.bank.writing import head, tables
from quizapp.exchange.item import Item, Loss, Read
from quizapp.exchange.to_bank import taken
from quizapp.grading.english.classes import FUNCTION
from quizapp.text import clean, folded

_WORD = re.compile(r"[^\W_]+")
_LEAST = 2
"""A passage must share so many words of weight with a question to be proposed for it."""
_LONGEST = 200
"""Evidence is the sentence, or where that is longer than this the words of the answer."""


class Made(NamedTuple):
    """Files by name, how many questions are in them, and what was lost on the way."""

    files: dict[str, bytes]
    questions: int
    losses: tuple[Loss, ...]


def bank_files(name: str, read: Sequence[tuple[str, Read]]) -> Made:
    """The files of a new bank in a folder of this `name`: one of questions for each file read."""
    passages: dict[str, dict[str, Any]] = {}
    made = _made(read, [], passages)
    title = next((one.title for _, one in read if one.title), name)
    about = {"id": slug(name) or "bank", "title": " ".join(clean(title).split()) or "A new bank"}
    parts = [head({"bank": about}), tables("passage", passages.values())]
    beginning = "\n".join(filter(None, parts)).encode()
    return made._replace(files={"bank.toml": beginning, **made.files})


def added_files(bank: Bank, read: Sequence[tuple[str, Read]]) -> Made:
    """A file more of the bank for each file read: drafts, with passages of the bank proposed."""
    known = [name for one in (*bank.questions, *bank.drafts) for name in one.names]
    passages = {passage.id for passage in bank.passages}
    return _made([(stem, _without_strange(one, passages)) for stem, one in read], known, {}, bank)


def _made(
    read: Sequence[tuple[str, Read]],
    known: list[str],
    passages: dict[str, dict[str, Any]],
    bank: Bank | None = None,
) -> Made:
    """A file of questions, or drafts for a `bank`, for each file read; those that it cites are
    added to `passages`."""
    files: dict[str, bytes] = {}
    losses: list[Loss] = []
    count = 0
    for stem, one in read:
        found = taken(one.items, known)
        losses += [*one.losses, *found.losses]
        known += [table["id"] for table in found.questions]
        for passage in found.passages:
            passages.setdefault(passage["id"], passage)
        questions = _drafts(bank, one.items, found.questions) if bank else found.questions
        if questions:
            files[_file(stem, files)] = _toml(stem, questions)
        count += len(questions)
    return Made(files, count, tuple(losses))


def _without_strange(read: Read, passages: set[str]) -> Read:
    """What was read, without the passages that the bank does not have."""
    items, losses = [], []
    for item in read.items:
        kept = tuple(quoted for quoted in item.quoted if quoted.passage.id in passages)
        if len(kept) < len(item.quoted):
            losses.append(Loss(item.id, "a passage that the bank does not have"))
        items.append(item._replace(quoted=kept))
    return read._replace(items=tuple(items), losses=(*losses, *read.losses))


def _drafts(
    bank: Bank, items: Sequence[Item], questions: Iterable[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The questions as drafts, with a support proposed for those that have none."""
    supports = supported(bank, items)
    proposed = {items[at].prompt.strip(): [support] for at, support in supports.items()}
    return [
        {**one, "support": one.get("support") or proposed.get(one["prompt"], []), "draft": True}
        for one in questions
    ]


def _file(stem: str, made: Mapping[str, bytes]) -> str:
    """A file name out of that of a file read, unlike those made."""
    taken_stems = {"bank", *(name.removesuffix(".toml") for name in made)}
    return unlike(slug(PurePath(stem).name) or "questions", taken_stems) + ".toml"


def _toml(stem: str, questions: Sequence[dict[str, Any]]) -> bytes:
    source = "".join(char for char in stem if char.isprintable())[:80]
    return f"# From {source}.\n\n{tables('question', questions)}".encode()


class _Place(NamedTuple):
    """A sentence of a passage, with its words."""

    passage: str
    number: int
    text: str
    words: frozenset[str]
    digest: bool


def supported(bank: Bank, items: Sequence[Item]) -> dict[int, dict[str, Any]]:
    """A support for each item by its place, where a sentence of the bank fits it."""
    places = [
        _Place(one.id, number, one.shown[start:end], _words(one.shown[start:end]), not one.text)
        for one in bank.passages
        for number, (start, end) in enumerate(sentences(one.shown), 1)
    ]
    rarity = Counter(word for place in places for word in place.words)
    weights = {word: 1 + math.log(len(places) / count) for word, count in rarity.items()}
    found = {}
    for at, item in enumerate(items):
        support = _best(item, places, weights)
        if support:
            found[at] = support
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(
        word for word in _WORD.findall(folded(text)) if word not in FUNCTION and len(word) > 1
    )


def _best(
    item: Item, places: Sequence[_Place], weights: Mapping[str, float]
) -> dict[str, Any] | None:
    answers = [*item.right, *(one.text for gap in item.gaps for one in gap if one.share == 1)]
    answers += [side for pair in item.pairs for side in pair]
    answered = _words(" ".join(answers))
    asked = _words(f"{item.prompt} {item.explanation}")

    def worth(place: _Place) -> float:
        shared = place.words & (asked | answered)
        if len(shared) < _LEAST or not place.words & answered:
            return 0.0
        return sum(weights[word] * (2 if word in answered else 1) for word in shared)

    best = max(places, key=worth, default=None)
    if best is None or not worth(best):
        return None
    support: dict[str, Any] = {"passage": best.passage}
    spans = (locate(best.text, answer) for answer in answers)
    span = next(filter(None, spans), None)
    if len(best.text) <= _LONGEST:
        support["evidence"] = best.text
    elif span:
        support["evidence"] = best.text[span[0] : span[1]]
    if not best.digest:
        support["sentences"] = [best.number]
    return support
