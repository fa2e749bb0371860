"""Questions from other programs as the files of a new bank, or as a file more of one."""

from collections.abc import Mapping, Sequence
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
    known: list[str] = []
    losses: list[Loss] = []
    passages: dict[str, dict[str, Any]] = {}
    files: dict[str, bytes] = {"bank.toml": b""}
    for stem, one in read:
        found = taken(one.items, known)
        losses += [*one.losses, *found.losses]
        known += [table["id"] for table in found.questions]
        for passage in found.passages:
            passages.setdefault(passage["id"], passage)
        if found.questions:
            files[_file(stem, files)] = _toml(stem, found.questions)
    title = next((one.title for _, one in read if one.title), name)
    about = {"id": slug(name) or "bank", "title": " ".join(clean(title).split()) or "A new bank"}
    parts = [head({"bank": about}), tables("passage", passages.values())]
    files["bank.toml"] = "\n".join(filter(None, parts)).encode()
    return Made(files, len(known), tuple(losses))


def added_files(bank: Bank, read: Sequence[tuple[str, Read]]) -> Made:
    """A file more of the bank for each file read: drafts, with passages of the bank proposed."""
    known = [name for one in (*bank.questions, *bank.drafts) for name in one.names]
    passages = {passage.id for passage in bank.passages}
    files: dict[str, bytes] = {}
    losses: list[Loss] = []
    count = 0
    for stem, one in read:
        items = [_without_strange(item, passages, losses) for item in one.items]
        proposed = supported(bank, items)
        found = taken(items, known)
        losses += [*one.losses, *found.losses]
        known += [table["id"] for table in found.questions]
        by_prompt = {items[at].prompt.strip(): support for at, support in proposed.items()}
        drafts = [_draft(table, by_prompt) for table in found.questions]
        count += len(drafts)
        if drafts:
            files[_file(stem, files)] = _toml(stem, drafts)
    return Made(files, count, tuple(losses))


def _without_strange(item: Item, passages: set[str], losses: list[Loss]) -> Item:
    """The item without the passages that the bank does not have."""
    kept = tuple(quoted for quoted in item.quoted if quoted.passage in passages)
    if len(kept) < len(item.quoted):
        losses.append(Loss(item.id, "a passage that the bank does not have"))
    return item._replace(quoted=kept)


def _draft(table: dict[str, Any], by_prompt: dict[str, dict[str, Any]]) -> dict[str, Any]:
    proposed = by_prompt.get(table["prompt"])
    support = table.get("support") or ([proposed] if proposed else [])
    return {**table, "support": support, "draft": True}


def _file(stem: str, made: Mapping[str, bytes]) -> str:
    """A file name out of that of a file read, unlike those made."""
    taken_stems = {"bank", *(name.removesuffix(".toml") for name in made)}
    return unlike(slug(PurePath(stem).name) or "questions", taken_stems) + ".toml"


def _toml(stem: str, questions: Sequence[dict[str, Any]]) -> bytes:
    source = "".join(char for char in stem if char.isprintable())[:80]
    return f"# From {source}.\n\n{tables('question', questions)}".encode()
