"""What a format did not carry: found by reading back what was written, and comparing."""

from collections.abc import Iterator, Mapping
from typing import Any

from quizapp.bank.model import Bank
from quizapp.bank.tables import question_of
from quizapp.exchange.item import Item, Loss
from quizapp.exchange.to_bank import table_of
from quizapp.kinds.base import Question
from quizapp.text import same

_OF_BANK = ("authors", "license", "synonyms", "distinct", "objectives", "papers", "drafts")


def compared(bank: Bank, back: tuple[Item, ...]) -> tuple[Loss, ...]:
    """What is not in the items `back` of what the bank says, question by question."""
    by_id = {item.id: item for item in back}
    by_prompt = {same(item.prompt): item for item in back}
    losses = list(of_bank(bank))
    for question in bank.questions:
        item = by_id.get(question.id) or by_prompt.get(same(question.prompt))
        losses.extend(_of_question(question, item))
    return tuple(losses)


def of_bank(bank: Bank) -> Iterator[Loss]:
    """What stands in `bank.toml` beside passages, which no format has a place for."""
    said = [name for name in _OF_BANK if getattr(bank, name)]
    if bank.source != type(bank.source)():
        said.append("source")
    if bank.strict:
        said.append("strict")
    if said:
        yield Loss("", f"of the bank: {', '.join(said)}")
    cited = {support.passage for question in bank.questions for support in question.support}
    alone = [passage.id for passage in bank.passages if passage.id not in cited]
    if alone:
        yield Loss("", f"passages that no question cites: {', '.join(alone)}")


def _of_question(question: Question, item: Item | None) -> Iterator[Loss]:
    if item is None:
        yield Loss(question.id, "left out: the format has nothing of this kind")
        return
    by_hand = f"{question.kind}: graded by a person there, without a key"
    back, _ = question_of(table_of(item) or {"id": question.id})
    if back is None:
        yield Loss(question.id, by_hand)
        return
    gone, changed = fields_that_differ(question, back)
    drafted = back.draft and not question.draft
    if drafted or "kind" in changed:
        yield Loss(question.id, by_hand if drafted else f"{question.kind} becomes {back.kind}")
        changed = [name for name in changed if name not in ("draft", "kind", back.answer_field)]
        gone = [name for name in gone if name != question.answer_field]
    if gone:
        yield Loss(question.id, f"not carried: {', '.join(gone)}")
    if changed:
        yield Loss(question.id, f"carried otherwise: {', '.join(changed)}")


def fields_that_differ(question: Question, back: Question) -> tuple[list[str], list[str]]:
    """The fields of a question that are empty in another, and those that say something else."""
    before, after = _fields(question), _fields(back)
    gone, changed = [], []
    for name, value in before.items():
        if name not in after:
            gone.append(name)
        elif after[name] != value:
            changed.append(name)
    added = [name for name in after if name not in before]
    return gone, changed + added


def _fields(question: Question) -> Mapping[str, Any]:
    """The fields of a question that are not at their defaults, and its kind."""
    from msgspec import to_builtins
    from msgspec.structs import fields

    values = ((field, getattr(question, field.name)) for field in fields(question))
    said = {field.name: to_builtins(value) for field, value in values if value != field.default}
    return {**said, "kind": question.kind}
