"""`boolean`: whether a statement is true, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from quizapp import grading
from quizapp.kinds import checks
from quizapp.kinds.base import Fault, Mark, Offer, Question, WordKey, refused, shown
from quizapp.kinds.ideas import Partial, Worded, Wrong, expected, words_key
from quizapp.kinds.item_writing import of_ideas, of_key
from quizapp.kinds.shorthand import KEY, Forms, entries, expanded, texts

VALUES = {
    **dict.fromkeys(("true", "t", "yes", "y", "correct", "right", "a", "1"), True),
    **dict.fromkeys(("false", "f", "no", "n", "incorrect", "wrong", "untrue", "b", "2"), False),
}
NAMES = ("true", "false")
_VALUE = r"""(?ix)\s* (?P<negated>not\s+)?
    (?: (?P<word>true|false|yes|no) (?!\w|[-'’]\w)
      | (?P<synonym>correct|right|incorrect|wrong|untrue)
        (?=\W*\Z | \s*[,.;:!)] | \s+[-–—]\s | \s+(?:because|since|as)\b)
      | (?P<letter>[tfyn]) (?=\W*\Z | \s*[,;:] | \s+(?:because|since)\b)
      | (?P<key>[ab12]) (?=\W*\Z | \s+(?:because|since)\b)
    )"""
"""A value at the beginning. A word that may also begin a reason ("Right tides …", "A rock …") is
one only where it stands alone, or where a mark or "because" follows. Compiled at first use (1 ms).
"""


class Why(Worded, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The reason to be given: as the fields of `text`."""

    answers: tuple[str, ...]
    part: bool = True
    wrong: tuple[Wrong, ...] = ()
    partial: tuple[Partial, ...] = ()


def _reason(value: Any) -> Any:
    """A reason with answers alone may be written as them."""
    if isinstance(value, str | list):
        return {"answers": texts(value)}
    return expanded(value, {**KEY, "wrong": entries, "partial": entries})


class Boolean(Question, frozen=True, kw_only=True, tag="boolean"):
    """The value is the first word of the response, the reason all that follows."""

    answer_field: ClassVar[str] = "answer"
    lettered: ClassVar[bool] = False
    parts_tell_response: ClassVar[bool] = True
    short_forms: ClassVar[Forms] = {"reason": _reason}

    answer: bool
    reason: Why | None = None

    def how_to_answer(self) -> str:
        """The value, and the reason where one is asked."""
        return f"Answer true or false{', then why, on one line' if self.reason else ''}."

    def faults(self) -> Iterator[Fault]:
        """Reasons that are missing, blank, or both accepted and wrong; scores out of range."""
        if self.reason is None:
            return
        yield from checks.none_given("reason", self.reason.answers)
        yield from checks.wordings("reason", self.reason.answers, "an answer")
        yield from checks.idea_faults("reason", self.reason)
        yield from checks.entry_faults("reason", (*self.reason.wrong, *self.reason.partial))
        wrong = [text for entry in self.reason.wrong for text in entry.answers]
        yield from checks.answers_wrong("reason", self.reason.answers, wrong)
        if any(not 0 < credit.score < 1 for credit in self.reason.partial):
            message = "a partial score of the reason is not between 0 and 1"
            yield Fault("reason", "score", message, "give a number such as 0.5")

    def offer(self, seed: int) -> Offer:
        return Offer(NAMES)

    def read(self, offer: Offer, line: str) -> str:
        """The value in full, then behind a comma the reason as it was typed."""
        value, rest = _split(line)
        if value is None:
            return line
        return ", ".join(filter(None, (NAMES[0 if value else 1], rest)))

    def form_missed(self, response: str) -> str | None:
        """A value that is not stated."""
        if stated(response)[0] is not None:
            return None
        then = ", then say why" if self.reason is not None else ""
        return f"Begin with true or false{then}."

    def grade(self, context: grading.Context, response: str) -> grading.Verdict:
        """Half for the value and half for the reason, nothing for a wrong value."""
        value, rest = _split(response)
        stated = NAMES[0 if self.answer else 1]
        if value is None:
            return refused("blank", "The answer begins with “true” or “false”.")
        truth = grading.Reason("value", f"The statement is {stated}.")
        if value is not self.answer:
            return grading.wrong(truth, feedback=self._feedback_on(value))
        right = grading.correct(stated, truth)
        if self.reason is None:
            return right
        why = self._grade_reason(context, rest)
        score = (1 + why.score) / 2
        outcome = why.outcome if why.accepted else "partial"
        reasons = (right.reasons[0], *why.reasons)
        matched = f"{stated}\n{why.matched}" if why.matched else stated
        return grading.Verdict(
            outcome, score, matched, reasons, (right, why), why.feedback, why.slip, why.unsure
        )

    def _grade_reason(self, context: grading.Context, rest: str) -> grading.Verdict:
        if not rest:
            return refused("reason", "The reason is missing: it is worth half.")
        return grading.grade_text(self._reason_key(), context, rest)

    def _reason_key(self) -> grading.TextKey:
        why = self.reason or Why(answers=())
        wrong, partial = (*why.wrong, *self.wrong), (*why.partial, *self.partial)
        return words_key(why.answers, wrong, partial, expected(why), why.part)

    def word_keys(self) -> tuple[WordKey, ...]:
        return () if self.reason is None else (WordKey(("reason",), "reason", self._reason_key()),)

    def in_words(self, response: str) -> str:
        return _split(response)[1]

    def advice(self) -> Iterator[Fault]:
        """A reason whose wordings demand too much or nearly nothing."""
        if self.reason is not None:
            yield from of_key("reason", self.reason.answers)
            yield from of_ideas("reason", self.reason.ideas)

    def marks(self, response: str, verdict: grading.Verdict) -> tuple[Mark, ...]:
        """The value, and the reason below it, where both were judged."""
        value, reason = _split(response)
        if len(verdict.parts) < 2 or not reason:
            return ()
        why = verdict.parts[1].outcome
        return (Mark(str(value), "correct"), Mark(f"because {reason}", why))

    def _feedback_on(self, value: bool) -> str | None:
        """The feedback of the wrong answer that consists of this value alone."""
        for entry in self.wrong:
            if any(_split(answer) == (value, "") for answer in entry.answers):
                return entry.feedback or None
        return None

    def model_answer(self) -> str:
        stated = NAMES[0 if self.answer else 1]
        return f"{stated}\n{shown(self.reason.answers[0])}" if self.reason else stated


def stated(text: str) -> tuple[bool | None, int]:
    """The value that a text begins with, and where it ends in the text; (None, 0) for no value.

    >>> stated("Not true: it ebbs"), stated("A tide, truly")
    ((False, 8), (None, 0))
    """
    found = re.match(_VALUE, text)
    if found is None:
        return _misspelt(text)
    value = VALUES[next(filter(None, found.group("word", "synonym", "letter", "key"))).lower()]
    return value is not bool(found["negated"]), found.end()


def _misspelt(text: str) -> tuple[bool | None, int]:
    """The value that a text begins with by a slip of one letter, and where it ends."""
    from quizapp.grading.edits import distance
    from quizapp.grading.slips import is_word

    first = re.match(r"\s*([A-Za-z]{4,6})\b", text)
    typed = first[1].lower() if first else ""
    near = [name for name in NAMES if typed and distance(typed, name, 1) == 1]
    if first is None or len(near) != 1 or is_word(typed):
        return None, 0
    return near[0] == NAMES[0], first.end()


def _split(response: str) -> tuple[bool | None, str]:
    """The value that a response begins with (None for no value), and the rest."""
    value, end = stated(response)
    rest = response[end:].strip().lstrip(" \t\n.,;:!-–—)")
    words = rest.split(maxsplit=1)
    if words and words[0].lower().rstrip(",:") in ("because", "since", "as"):
        rest = words[1] if len(words) > 1 else ""
    return value, rest
