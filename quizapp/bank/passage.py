"""The passages that settle an answer, as they are shown, with the evidence found and marked."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from quizapp.bank.attach import Copy
from quizapp.bank.model import Bank, Passage, passage
from quizapp.bank.sentences import sentences
from quizapp.kinds.base import Question, Support
from quizapp.text import folded

DIGEST = "A digest in the bank's own words, not the source."
CHANGED = "Your copy differs here: this is the digest."
_ALIKE = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―−", '\'\'\'\'""""""-------')


class Shown(NamedTuple):
    """A passage as it is shown: `spans` are the (start, end) in `text` of the evidence."""

    title: str
    note: str
    text: str
    spans: tuple[tuple[int, int], ...]


def shown(bank: Bank, question: Question, copy: Copy | None = None) -> tuple[Shown, ...]:
    """The passages that support the answer of `question`, each once, in their order.

    The source's own paragraph where the bank or the learner's `copy` has it, otherwise the digest
    and a `note` that says why.
    """
    supports: dict[str, list[Support]] = {}
    for support in question.support:
        supports.setdefault(support.passage, []).append(support)
    found = ((passage(bank, name), listed) for name, listed in supports.items())
    return tuple(_one(one, listed, copy) for one, listed in found if one is not None)


def to_read(one: Passage, guessed: Iterable[Question] = (), copy: Copy | None = None) -> Shown:
    """A passage to read, with the evidence for the questions that were just `guessed` marked."""
    supports = [each for asked in guessed for each in asked.support if each.passage == one.id]
    return _one(one, supports, copy)


def excerpt(one: Shown, around: int) -> Shown:
    """The sentences with evidence and so many before and after each; … stands for what is left out.

    Without evidence the beginning.
    """
    parts = sentences(one.text)
    decisive = [
        at
        for at, (start, end) in enumerate(parts)
        if any(start < stop and begin < end for begin, stop in one.spans)
    ] or [0]
    kept = {n for at in decisive for n in range(at - around, at + around + 1)}
    text, spans = "", []
    for at, (start, end) in enumerate(parts):
        if at not in kept:
            if at == 0 or at - 1 in kept:
                text += " …" if at else "…"
            continue
        text += " " if at else ""
        moved = len(text) - start
        spans += [
            (max(begin, start) + moved, min(stop, end) + moved)
            for begin, stop in one.spans
            if begin < end and start < stop
        ]
        text += one.text[start:end]
    return one._replace(text=text, spans=tuple(spans))


def title(one: Passage) -> str:
    """`section · paragraph 3`, or `section · note 8`, as far as they are known."""
    paragraph = f"paragraph {one.paragraph}" if one.paragraph else ""
    paragraph = f"note {one.note}" if one.note else paragraph
    return " · ".join(part for part in (one.section, paragraph) if part) or one.id


def _one(one: Passage, supports: list[Support], copy: Copy | None) -> Shown:
    original = _flowing(one.text) or (copy.paragraphs.get(one.id, "") if copy else "")
    if one.note:  # its title has the number, and two notes may be alike but for that
        original = re.sub(r"^\[[0-9]+\] ", "", original)
    if original:
        return Shown(title(one), "", original, _merged(_in_original(original, supports)))
    digest = _flowing(one.digest)
    spans = _merged(_evidence(digest, supports))
    why = DIGEST
    if copy and copy.note:
        why = f"{copy.note} {DIGEST}"
    elif copy and one.id in copy.differ:
        why = CHANGED
    return Shown(title(one), why, digest, spans)


def _flowing(text: str) -> str:
    """`text` without single line breaks: only blank lines separate paragraphs."""
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _in_original(text: str, supports: list[Support]) -> list[tuple[int, int]]:
    """The listed sentences; where none are listed, the evidence as far as it is found."""
    parts = sentences(text)
    spans = []
    for support in supports:
        listed = [parts[n - 1] for n in support.sentences if 1 <= n <= len(parts)]
        spans += listed or _evidence(text, [support])
    return spans


def _evidence(text: str, supports: list[Support]) -> list[tuple[int, int]]:
    found = (locate(text, words) for support in supports for words in support.evidence)
    return [span for span in found if span is not None]


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """`spans` in order, overlapping ones joined."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def locate(text: str, words: str) -> tuple[int, int] | None:
    """The (start, end) in `text` of the first occurrence of `words`; None if there is none.

    Case, accents, forms of quotes and dashes and the amount of space do not matter. Whole words are
    preferred to parts of longer ones.
    """
    wanted = " ".join(_form(words)[0].split())
    if not wanted:  # signs that fold to nothing, such as a diaeresis by itself
        at = text.find(words) if words.strip() else -1
        return (at, at + len(words)) if at >= 0 else None
    form, offsets = _form(text)
    found = None
    at = form.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        span = (offsets[at], offsets[end - 1] + 1)
        if _whole(form, at, end):
            return span
        found = found or span
        at = form.find(wanted, at + 1)
    return found


def says(text: str, words: str) -> bool:
    """Whether `locate` finds `words` in `text`; faster for many look-ups in one text."""
    wanted = " ".join(_form(words)[0].split())
    return wanted in _folded(text) if wanted else locate(text, words) is not None


@lru_cache(maxsize=16)
def _folded(text: str) -> str:
    return _form(text)[0]


def _whole(form: str, start: int, end: int) -> bool:
    """Whether no word continues past either end."""
    before = form[start - 1 : start] if start else ""
    after = form[end : end + 1]
    return not (before.isalnum() and form[start].isalnum()) and not (
        after.isalnum() and form[end - 1].isalnum()
    )


def _form(text: str) -> tuple[str, list[int]]:
    """`text` folded, runs of spaces as one, with the offset in `text` of each character."""
    pieces: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text.translate(_ALIKE)):
        piece = " " if char.isspace() else folded(char)
        if piece == " " and pieces and pieces[-1] == " ":
            continue
        for part in piece:
            pieces.append(part)
            offsets.append(offset)
    return "".join(pieces), offsets
