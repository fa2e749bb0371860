"""What `choice` and `multiple` share: options, how they are checked, and how they are offered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from quizapp.kinds import checks
from quizapp.kinds.base import Fault, Mark, Offer, Question
from quizapp.kinds.selection import by_words, shuffled
from quizapp.structs import Struct

if TYPE_CHECKING:
    from quizapp.grading.verdict import Reason, Verdict


class Option(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may be chosen, and the feedback for choosing it."""

    text: str
    correct: bool = False
    feedback: str = ""


class Optioned(Question, frozen=True, kw_only=True):
    """A question with options."""

    selection: ClassVar[bool] = True
    answer_field: ClassVar[str] = "options"
    parts_tell_answer: ClassVar[bool] = True

    options: tuple[Option, ...]

    def words(self) -> tuple[str, ...]:
        """The options' words, in the bank's order."""
        return tuple(option.text for option in self.options)

    def right(self) -> tuple[str, ...]:
        """The right options' words, in the bank's order."""
        return tuple(option.text for option in self.options if option.correct)

    def faults(self) -> Iterator[Fault]:
        """Options that are too few or many, blank, of several lines or alike."""
        yield from checks.too_few("options", len(self.options), 2, "options")
        yield from checks.too_many("options", len(self.options))
        yield from checks.listed("options", self.words(), "option")

    def offer(self, seed: int) -> Offer:
        """The options, shuffled unless `shuffle` is false."""
        words = self.words()
        return Offer(shuffled(words, seed, self.id) if self.shuffle else words)

    def model_answer(self) -> str:
        """The right options, one a line."""
        return "\n".join(self.right())

    def marks(self, offer: Offer, response: str, verdict: Verdict) -> tuple[Mark, ...]:
        """All options as they were offered: the chosen ones, and the right ones."""
        picked = {by_words(self.words(), line) for line in response.split("\n")}
        right = self.right()
        return tuple(
            _mark(text, str(number), text in picked, text in right)
            for number, text in enumerate(offer.options or self.words(), 1)
        )

    def accepted(self) -> tuple[str, ...]:
        """The right options' words."""
        return self.right()

    def feedback_on(self, option: Option) -> str | None:
        """The feedback on an option: its own, or that of a wrong answer with its words."""
        if option.feedback:
            return option.feedback
        for entry in self.wrong:
            if by_words(entry.answers, option.text) is not None:
                return entry.feedback or None
        return None


def _mark(text: str, label: str, chosen: bool, right: bool) -> Mark:
    if chosen:
        return Mark(text, label, "correct" if right else "wrong", "your answer")
    return Mark(text, label, "missed", "the answer") if right else Mark(text, label)


def unknown(response: str) -> Reason:
    """The reason for refusing a response that is not an option."""
    from quizapp.grading.verdict import Reason

    shown = response.strip().replace("\n", " / ")[:60]
    if not shown:
        return Reason("blank", "No option was chosen.")
    return Reason("unknown", f"“{shown}” is not one of the options.")
