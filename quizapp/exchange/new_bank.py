"""Questions from other programs as the files of a new bank, or as a file more of one."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from quizapp.bank.ids import slug, unlike
from quizapp.bank.model import Bank
from quizapp.bank.writing import head, tables
from quizapp.exchange.item import Item, Loss, Read
from quizapp.exchange.proposals import supported
from quizapp.exchange.to_bank import taken
from quizapp.text import clean


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
        kept = tuple(quoted for quoted in item.quoted if quoted.passage in passages)
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
