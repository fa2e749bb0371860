"""`text`: an answer in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from quizapp import grading
from quizapp.kinds import checks
from quizapp.kinds.base import Fault, Question, shown
from quizapp.kinds.ideas import Idea, Worded, expected, words_key
from quizapp.kinds.item_writing import of_ideas, of_key
from quizapp.kinds.shorthand import KEY, Forms


class Text(Question, frozen=True, kw_only=True, tag="text"):
    """An answer in words; the first of `answers` is the model answer.

    A response that expresses all `ideas`, or so many as it has to (`need`), is right as well; some
    of them earn their share, unless `part` is false.
    """

    free_text: ClassVar[bool] = True
    answer_field: ClassVar[str] = "answers"
    single: ClassVar[bool] = True
    short_forms: ClassVar[Forms] = KEY

    answers: tuple[str, ...]
    ideas: tuple[Idea, ...] = ()
    ordered: bool = False
    need: int | None = None
    part: bool = True

    @classmethod
    def expand_shorthand(cls, raw: dict[str, Any]) -> None:
        """`answers` may be written `answer`."""
        if "answers" not in raw and "answer" in raw:
            raw["answers"] = raw.pop("answer")
        super().expand_shorthand(raw)

    def faults(self) -> Iterator[Fault]:
        """Answers and ideas that are missing or blank; an order without ideas to be in it."""
        yield from checks.none_given("answers", self.answers)
        yield from checks.wordings("answers", self.answers, "an answer")
        yield from checks.idea_faults("ideas", self._worded(), ("ideas",))

    def advice(self) -> Iterator[Fault]:
        """A key that demands too much or nearly nothing, or is of few wordings where there are many
        ways to answer."""
        yield from of_key("answers", self.answers)
        yield from of_ideas("ideas", self.ideas)
        if not self.ideas:
            yield from checks.thin_key("answers", self.prompt, self.answers)

    def grade(self, context: grading.Context, response: str) -> grading.Verdict:
        return grading.grade_text(self.text_key(), context, response)

    def _worded(self) -> Worded:
        return Worded(ideas=self.ideas, ordered=self.ordered, need=self.need)

    def text_key(self) -> grading.TextKey:
        ideas = expected(self._worded())
        return words_key(self.answers, self.wrong, self.partial, ideas, self.part)

    def model_answer(self) -> str:
        return shown(self.answers[0])

    def accepted(self) -> tuple[str, ...]:
        return self.answers
