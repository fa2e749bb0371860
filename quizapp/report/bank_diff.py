"""What changed from one version of a bank to the next, question by question."""

from typing import NamedTuple

from quizapp.bank.model import Bank
from quizapp.kinds.base import Question
from quizapp.structs import asdict

BESIDE = frozenset({"id", "was", "hint", "explanation", "support", "objective", "level", "tags",
                    "tests", "expects", "reveals", "shuffle", "draft"})  # fmt: skip
"""Fields by which no response is graded."""


class Changed(NamedTuple):
    """A question that is in both versions, by its id of today, and the fields that differ.

    `was` is its former id, "" where it is the same. `reworded` says that its prompt differs,
    `rekeyed` something by which responses are graded.
    """

    question: str
    was: str
    fields: tuple[str, ...]
    reworded: bool
    rekeyed: bool


class BankDiff(NamedTuple):
    """Questions that are only in the newer version, only in the older, and that differ; and which
    fields of the bank itself differ, by which all are graded or that all show."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Changed, ...]
    bank: tuple[str, ...]


def bank_diff(old: Bank, new: Bank) -> BankDiff:
    """What has changed from `old` to `new`; drafts count as questions."""
    before = {one.id: one for one in (*old.questions, *old.drafts)}
    added: list[str] = []
    changed: list[Changed] = []
    kept: set[str] = set()
    for one in (*new.questions, *new.drafts):
        former = next((before[name] for name in one.names if name in before), None)
        if former is None:
            added.append(one.id)
            continue
        kept.add(former.id)
        if (found := _changed(former, one)) is not None:
            changed.append(found)
    removed = tuple(name for name in before if name not in kept)
    fields = ("title", "passages", "papers", "synonyms", "distinct", "strict")
    return BankDiff(
        tuple(added),
        removed,
        tuple(changed),
        tuple(name for name in fields if getattr(old, name) != getattr(new, name)),
    )


def _changed(old: Question, new: Question) -> Changed | None:
    before, after = asdict(old), asdict(new)
    if type(old) is not type(new):
        before["kind"], after["kind"] = old.kind, new.kind
    missing = object()
    fields = tuple(
        name
        for name in dict.fromkeys((*before, *after))
        if before.get(name, missing) != after.get(name, missing)
    )
    if not fields:
        return None
    graded = set(fields) - BESIDE - {"prompt"}
    was = old.id if old.id != new.id else ""
    return Changed(new.id, was, fields, "prompt" in fields, bool(graded))
