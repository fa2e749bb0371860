"""A learner's own errors beside the evidence: what to go over before an examination."""

import re
from typing import NamedTuple

from quizapp.app.wording import on_one_line
from quizapp.bank.model import Bank, passage, sections
from quizapp.kinds.base import Question
from quizapp.planning.spaced_repetition import ENOUGH
from quizapp.store.answers import LastWords, last_words
from quizapp.store.sqlite import Store
from quizapp.text import clean


class Missed(NamedTuple):
    """A question that was missed when it was last asked first.

    `response` is what was said then ("" for "I don't know"), `answer` the model answer, one part a
    line; `evidence` are the decisive words of the source.
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
    said = {each.question: each for each in last_words(store, bank.id, learner)}
    section = sections(bank)
    found = []
    for one in bank.questions:
        # Of a question and its namesakes of before, today's name was answered last.
        last = next((said[name] for name in one.names if name in said), None)
        if last is not None and last.share < ENOUGH:
            found.append(_missed(bank, one, section(one), last))
    return tuple(found)


def page(bank: Bank, found: tuple[Missed, ...]) -> str:
    """The errors on the bank as a page of Markdown, section by section."""
    lines = [f"# {_plain(bank.title)}: what to go over", ""]
    if not found:
        return f"{lines[0]}\n\nNothing: whatever was asked was known the last time.\n"
    before = None
    order = _sections(bank)
    for one in sorted(found, key=lambda each: order.index(each.section)):
        if one.section != before:
            lines += [f"## {_plain(one.section)}", ""] if one.section else []
            before = one.section
        lines += [f"**{_plain(one.prompt)}**", ""]
        lines.append(f"- you: {_plain(on_one_line(one.response))}")
        lines.append(f"- answer: **{_plain(on_one_line(one.answer))}**")
        lines += [f"- evidence: “{_plain(words)}”" for words in one.evidence]
        lines.append("")
    return "\n".join(lines)


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


def _sections(bank: Bank) -> list[str]:
    """The sections in the source's order, then what stands in none."""
    return [*dict.fromkeys(one.section for one in bank.passages if one.section), ""]


_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")


def _plain(text: str) -> str:
    """The words as they stand, on one line: nothing in them is Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(clean(text).split()))
