"""`choice`: one option of several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from quizapp.kinds.base import Fault, Offer, quoted
from quizapp.kinds.options import Optioned, unknown
from quizapp.kinds.selection import by_words, chosen

if TYPE_CHECKING:
    from quizapp.grading.key import Context
    from quizapp.grading.verdict import Verdict


class Choice(Optioned, frozen=True, kw_only=True, tag="choice"):
    """One option, of which one is right."""

    answering: ClassVar[str] = "Answer with a letter."
    single: ClassVar[bool] = True

    def faults(self) -> Iterator[Fault]:
        """Those of every list of options, and a number of right ones other than one."""
        yield from super().faults()
        if len(self.right()) != 1:
            yield Fault(
                "options",
                "correct-count",
                f"{len(self.right())} options are correct; a choice has one",
                'mark one option with correct = true ("*…" in short), or make it kind = "multiple"',
            )

    def advice(self) -> Iterator[Fault]:
        """Those of all options, and a right one that stands out by its length."""
        yield from super().advice()
        right = self.model_answer()
        longest = max((len(text) for text in self.words() if text != right), default=0)
        if len(right) > 1.25 * longest and len(right) - longest > 5:
            yield Fault(
                "options", "longest-key", "the right option is much the longest",
                "shorten it, or lengthen another: length gives it away",
            )  # fmt: skip

    def read(self, offer: Offer, line: str) -> str:
        """The option's words, given by them or by its letter."""
        return chosen(offer.options, line) or line

    def form_missed(self, response: str) -> str | None:
        """An option that there is not."""
        if by_words(self.words(), response) is not None:
            return None
        return f"{quoted(response)} is none of the options: give a letter, or an option's words."

    def grade(self, context: Context, response: str) -> Verdict:
        """Right, or wrong with the option's feedback; part credit where the bank gives it."""
        from quizapp.grading.verdict import Reason, Verdict, correct, wrong

        picked = by_words(self.words(), response)
        option = next((entry for entry in self.options if entry.text == picked), None)
        if option is None:
            return wrong(unknown(response))
        feedback = self.feedback_on(option)
        if option.correct:
            chosen_right = Reason("option", f"“{option.text}” is the right option.")
            return correct(option.text, chosen_right)._replace(feedback=option.feedback or None)
        for credit in self.partial:
            if by_words(credit.answers, option.text) is not None:
                half = Reason("part", f"“{option.text}” is a part of the answer.")
                return Verdict(
                    "partial", credit.score, None, (half,), (), feedback or credit.feedback or None
                )
        return wrong(
            Reason("option", f"“{option.text}” is not the right option."), feedback=feedback
        )
