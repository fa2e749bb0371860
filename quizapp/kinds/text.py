"""`text`: an answer in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from quizapp.kinds.base import Fault, Question
from quizapp.kinds.checks import blank, none_given
from quizapp.kinds.forms import texts

if TYPE_CHECKING:
    from quizapp.grading.key import Context
    from quizapp.grading.verdict import Verdict


class Text(Question, frozen=True, kw_only=True, tag="text"):
    """An answer in words; the first of `answers` is the model answer."""

    free_text: ClassVar[bool] = True
    answer_field: ClassVar[str] = "answers"

    answers: tuple[str, ...]

    @classmethod
    def mend(cls, raw: dict[str, Any]) -> None:
        """`answers = "x"` is a list of one."""
        if "answers" in raw:
            raw["answers"] = texts(raw["answers"])

    def faults(self) -> Iterator[Fault]:
        """Answers that are missing or blank."""
        yield from none_given("answers", self.answers)
        yield from blank("answers", self.answers, "an answer")

    def grade(self, context: Context, response: str) -> Verdict:
        """Graded as free text."""
        from quizapp.grading import TextKey, grade_text

        key = TextKey(self.answers, self.anticipated(), self.credits())
        return grade_text(key, context, response)

    def model_answer(self) -> str:
        """The first answer."""
        return self.answers[0]

    def accepted(self) -> tuple[str, ...]:
        """All answers."""
        return self.answers
