"""`multiple`: all options that are right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from quizapp.kinds.base import Fault, Mark, Offer, quoted
from quizapp.kinds.options import Optioned, unknown
from quizapp.kinds.selection import by_words, read_choices, stranger

if TYPE_CHECKING:
    from quizapp.grading.key import Context
    from quizapp.grading.verdict import Verdict


class Multiple(Optioned, frozen=True, kw_only=True, tag="multiple"):
    """All options that are right: each wrong one takes off what a right one earns."""

    chooses_several: ClassVar[bool] = True
    parts_tell_answer: ClassVar[bool] = True
    parts_tell_response: ClassVar[bool] = True
    answering: ClassVar[str] = "Answer with letters, such as: a c"

    def faults(self) -> Iterator[Fault]:
        """Those of every list of options, and options of which none is right."""
        yield from super().faults()
        if not self.right():
            yield Fault(
                "options", "correct-count", "no option is correct",
                'mark at least one option with correct = true ("*…" in short)',
            )  # fmt: skip

    def choices(self, response: str) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(line for line in response.split("\n") if line.strip()))
        return chosen or (response,)

    def read(self, offer: Offer, line: str) -> str:
        return read_choices(offer.options, line)

    def form_missed(self, response: str) -> str | None:
        """An option that there is not."""
        strange = stranger(self.words(), response)
        if strange is None:
            return None
        return f"{quoted(strange)} is none of the options: give letters, such as a c."

    def marks(self, response: str, verdict: Verdict) -> tuple[Mark, ...]:
        """The options that were chosen, each with the remark on it, and the right ones that were
        not."""
        if not verdict.parts:
            return ()
        picked = {by_words(self.words(), line) for line in response.split("\n")}
        return tuple(
            Mark(option.text, "unchosen", note="right as well, not chosen")
            if option.text not in picked
            else Mark(
                option.text,
                "correct" if option.correct else "wrong",
                note=self.feedback_on(option) or "",
            )
            for option in self.options
            if option.correct or option.text in picked
        )

    def tally(self, response: str, verdict: Verdict) -> str:
        """The right options less the wrong ones, over all right ones."""
        marked = [mark.outcome for mark in self.marks(response, verdict)]
        hits, extra, all_right = marked.count("correct"), marked.count("wrong"), len(self.right())
        if not marked:
            return ""
        sum_of = (
            f", {extra} wrong, so {max(0, hits - extra)} of {all_right} points" if extra else ""
        )
        return f"{hits} of {all_right} right{sum_of}"

    def grade(self, context: Context, response: str) -> Verdict:
        """Right options less wrong ones, over all right ones."""
        from quizapp.grading.verdict import Reason, correct, wrong

        strange = stranger(self.words(), response)
        if not response.strip() or strange is not None:
            return wrong(unknown(strange or ""))
        picked = {by_words(self.words(), line) for line in response.split("\n") if line.strip()}
        parts, notes = [], []
        for option in self.options:
            if option.text in picked:
                notes.append(self.feedback_on(option))
            if option.correct and option.text in picked:
                parts.append(correct(option.text))
            elif option.correct:
                parts.append(wrong(Reason("missing", f"“{option.text}” is right as well.")))
            elif option.text in picked:
                parts.append(wrong(Reason("option", f"“{option.text}” is not right.")))
        hits = len(picked.intersection(self.right()))
        extra = len(picked) - hits
        score = max(0.0, (hits - extra) / max(1, len(self.right())))
        detail = f"{hits} of the {len(self.right())} right options"
        detail += f", and {extra} that {'is' if extra == 1 else 'are'} not." if extra else "."
        feedback = "\n".join(filter(None, notes)) or None
        return self.by_share(score, Reason("options", detail), parts, feedback)
