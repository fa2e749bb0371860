"""A drafted question, and how its prompt and evidence are cut out of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from quizapp.bank.passage import locate
from quizapp.drafting.source import WORD, Found, Sentence, content_words

GAP = "___"
LONGEST_PROMPT = 260
_CLAUSE = re.compile(r"(?<=[,;:—–])\s+|\s+(?=[—–(])|(?<=\))\s+|\s*—\s*")
_TERSE = 40
_SHORTEST = 4
MOST_OF_IT = 0.7
"""Who reads this share of an answer's words in another question knows the answer."""


class Draft(NamedTuple):
    """A question as a table of the bank, without id and support.

    `answer` are the words in the sentence that settle it; `worth` ranks it among the others of its
    paragraph; `quotes` says that the prompt quotes the essay.
    """

    rule: str
    worth: float
    sentence: Sentence
    answer: str
    fields: Mapping[str, Any]
    quotes: bool = True

    def overlaps(self, other: Draft) -> bool:
        """Whether one of the two answers is a part of the other."""
        return self.answer in other.answer or other.answer in self.answer

    def gives_away(self, other: Draft) -> bool:
        """Whether one of the two prompts says the answer of the other, or most of it."""
        if self.sentence == other.sentence and (
            "gap" in (self.rule, other.rule) or self.overlaps(other)
        ):
            return True
        return self.told_by(other) or other.told_by(self)

    def told_by(self, other: Draft) -> bool:
        """Whether the prompt of another draft says this one's answer, or most of its words that
        this one's own prompt does not say."""
        prompt = str(other.fields["prompt"]).lower()
        own = set(WORD.findall(str(self.fields["prompt"]).lower()))
        telling = {word.lower() for word in content_words(self.answer)} - own
        told = telling.intersection(WORD.findall(prompt))
        return self.answer.lower() in prompt or (
            len(telling) > 1 and len(told) >= MOST_OF_IT * len(telling)
        )


def gapped(statement: str, start: int, end: int) -> str:
    """The statement in quotes with a gap in place of what stands from `start` to `end`.

    Of a long one, clauses far from the gap are cut off.
    """
    before, after = statement[:start], statement[end:]
    if len(before) + len(after) > LONGEST_PROMPT:
        before, after = _last_part(before), _first_part(after)
    return f"“{quotable(before)}{GAP}{quotable(after)}”"


def _last_part(text: str) -> str:
    """The end of a text that is too long: whole clauses, or failing that words."""
    room = LONGEST_PROMPT // 2
    if len(text) <= room:
        return text
    clauses = [mark.end() for mark in _CLAUSE.finditer(text)]
    at = next((at for at in clauses if _TERSE <= len(text) - at <= room), None)
    return "… " + (text[at:] if at is not None else text[-room:].split(" ", 1)[-1])


def _first_part(text: str) -> str:
    """The beginning of a text that is too long: whole clauses, or failing that words."""
    room = LONGEST_PROMPT // 2
    if len(text) <= room:
        return text
    clauses = [mark.start() for mark in _CLAUSE.finditer(text)]
    at = next((at for at in reversed(clauses) if _TERSE <= at <= room), None)
    cut = text[:at] if at is not None else text[:room].rsplit(" ", 1)[0]
    return cut.rstrip(" ,;:—–") + " …"


def quotable(text: str) -> str:
    """Double quotes as single ones, since the whole stands in double quotes."""
    return text.replace("“", "‘").replace("”", "’").replace('"', "'")


def evidence(sentence: Sentence, answer: str) -> str:
    """The words of the sentence round an answer, as they stand: its clause, if it is not long."""
    text = sentence.text
    span = locate(text, answer)
    if span is None:
        return text if len(text) <= LONGEST_PROMPT else ""
    start, end = span
    marks = [0, *(m.end() for m in _CLAUSE.finditer(text)), len(text)]
    left = max((m for m in marks if m <= start), default=0)
    right = min((m for m in marks if m >= end), default=len(text))
    if len(text[left:right].split()) < _SHORTEST:
        left, right = 0, len(text)
    words_before = text[left:start].split(" ")
    words_after = text[end:right].split(" ")
    before = " ".join(words_before[-9:])
    after = " ".join(words_after[:9])
    return f"{before}{text[start:end]}{after}".strip(" ,;:—–.")


def foreseen(
    found: Iterable[Found], sentence: Sentence, answer: str, most: int = 2
) -> list[dict[str, Any]]:
    """Errors to expect: things of the same kind that stand elsewhere, the nearest first."""
    here = sentence.text.lower()
    near: dict[str, Found] = {}
    own = set(answer.lower().split())
    for one in sorted(found, key=lambda one: abs(one.sentence.paragraph - sentence.paragraph)):
        if one.words.lower() not in here and own.isdisjoint(one.words.lower().split()):
            near.setdefault(one.words, one)
    return [
        {"answers": [one.words], "feedback": f"“{one.words}” belongs elsewhere: “{snippet(one)}”."}
        for one in list(near.values())[:most]
    ]


def snippet(found: Found) -> str:
    """The words round something that was found, to say where it stands."""
    plain = found.sentence.statement
    at = max(plain.find(found.words), 0)
    before = plain[:at].split(" ")
    after = plain[at + len(found.words) :].split(" ")
    cut = len(before) > 7
    text = " ".join(before[-7:]) + found.words + " ".join(after[:7])
    return quotable(("… " if cut else "") + text + (" …" if len(after) > 7 else "")).strip()
