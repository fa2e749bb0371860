"""What `choice` and `multiple` share: options, how they are checked, and how they are offered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from quizapp.kinds import checks
from quizapp.kinds.base import Fault, Offer, Question
from quizapp.kinds.item_writing import of_options
from quizapp.kinds.selection import by_words, shuffled
from quizapp.kinds.shorthand import texts, words
from quizapp.structs import Struct
from quizapp.text import same

if TYPE_CHECKING:
    from quizapp.grading.verdict import Reason


class Option(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may be chosen, and the feedback for choosing it."""

    text: str
    correct: bool = False
    feedback: str = ""


class Optioned(Question, frozen=True, kw_only=True):
    """A question with options."""

    selection: ClassVar[bool] = True
    answer_field: ClassVar[str] = "options"

    options: tuple[Option, ...]

    @classmethod
    def expand_shorthand(cls, raw: dict[str, Any]) -> None:
        """`"*yeast"` is a right option and `"salt"` another; two stars begin an option with one.
        Or `answer` says which of them are right."""
        options = raw.get("options")
        if not isinstance(options, list):
            return
        right = texts(raw["answer"]) if "answer" in raw else []
        if isinstance(right, list) and all(isinstance(one, str) for one in right):
            raw.pop("answer", None)
            known = {same(one) for one in right}
            raw["options"] = [_option(words(one), known) for one in options]

    def words(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.options)

    def right(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.options if option.correct)

    def faults(self) -> Iterator[Fault]:
        """Options that are too few or many, blank, of several lines or alike."""
        yield from checks.too_few("options", len(self.options), 2, "options")
        yield from checks.too_many("options", len(self.options))
        yield from checks.listed("options", self.words(), "option")

    def advice(self) -> Iterator[Fault]:
        """A prompt or options that mislead, or give the answer away."""
        yield from of_options(self.prompt, self.words(), self.right())

    def offer(self, seed: int) -> Offer:
        """The options, shuffled unless `shuffle` is false."""
        words = self.words()
        return Offer(shuffled(words, seed, self.id) if self.shuffle else words)

    def model_answer(self) -> str:
        return "\n".join(self.right())

    def accepted(self) -> tuple[str, ...]:
        return self.right()

    def feedback_on(self, option: Option) -> str | None:
        """The feedback on an option: its own, or that of a wrong answer with its words."""
        if option.feedback:
            return option.feedback
        for entry in self.wrong:
            if by_words(entry.answers, option.text) is not None:
                return entry.feedback or None
        return None


def _option(value: Any, right: set[str]) -> Any:
    """An option as a table, from its words; any other value unchanged."""
    if not isinstance(value, str):
        return value
    starred = value.startswith("*") and not value.startswith("**")
    text = value[1:].strip() if value.startswith("*") else value
    return {"text": text, "correct": starred or same(text) in right}


def unknown(response: str) -> Reason:
    """The reason for refusing a response that is not an option."""
    from quizapp.grading.verdict import Reason

    shown = response.strip().replace("\n", " / ")[:60]
    if not shown:
        return Reason("blank", "No option was chosen.")
    return Reason("unknown", f"“{shown}” is not one of the options.")
