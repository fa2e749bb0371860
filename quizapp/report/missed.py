"""A learner's own errors beside the evidence: what to go over before an examination."""

from typing import NamedTuple

from quizapp.bank.model import Bank, passage, sections
from quizapp.kinds.base import Question
from quizapp.planning.spaced_repetition import ENOUGH
from quizapp.store.answers import LastWords, last_words
from quizapp.store.sqlite import Store


class Missed(NamedTuple):
    """A question that was missed when it was last asked first.

    `response` is the answer given then ("" for "I don't know"), `answer` the model answer, one part
    a line; `evidence` are the decisive words of the source.
    """

    bank: str
    question: str
    section: str
    prompt: str
    response: str
    outcome: str
    answer: str
    evidence: tuple[str, ...]


def missed(bank: Bank, store: Store, learner: str) -> tuple[Missed, ...]:
    """What the learner missed the last time, in the bank's order. Raises StoreError."""
    last_given = {each.question: each for each in last_words(store, bank.id, learner)}
    section = sections(bank)
    found = []
    for one in bank.questions:
        # Of a question and its namesakes of before, today's name was answered last.
        last = next((last_given[name] for name in one.names if name in last_given), None)
        if last is not None and last.share < ENOUGH:
            found.append(_missed(bank, one, section(one), last))
    return tuple(found)


def _missed(bank: Bank, one: Question, section: str, last: LastWords) -> Missed:
    evidence: list[str] = []
    for support in one.support:
        found = passage(bank, support.passage)
        if support.evidence:
            evidence += support.evidence
        elif found is not None:
            evidence.append(found.shown)
    return Missed(
        bank.id,
        one.id,
        section,
        one.prompt,
        last.response,
        "partial" if last.share > 0 else "wrong",
        one.model_answer(),
        tuple(evidence),
    )
