"""`cloze`: a sentence with gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, ClassVar

from quizapp import grading
from quizapp.kinds.base import Fault, Mark, Offer, Question, earned, part_mark, shown
from quizapp.kinds.item_writing import of_key
from quizapp.kinds.listing import variant_faults
from quizapp.kinds.shorthand import Forms, lists_of_texts

GAP = "___"
IN_PROMPT = r"\[\[(.+?)\]\]"
"""A gap with what fills it, within the prompt."""
BETWEEN_WAYS = r"\|(?![^{}]*\})"
"""What parts the ways to fill it: a bar outside of braces."""
_GAP = re.compile("_{3,}")
LEAST_READ = 200
"""Each gap takes at least this many characters, however many gaps there are."""


class Cloze(Question, frozen=True, kw_only=True, tag="cloze"):
    """`___` in the prompt for each of the `gaps`; a response has one line a gap."""

    free_text: ClassVar[bool] = True
    answer_field: ClassVar[str] = "gaps"
    parts_tell_answer: ClassVar[bool] = True
    short_forms: ClassVar[Forms] = {"gaps": lists_of_texts}
    parts_tell_response: ClassVar[bool] = True

    gaps: tuple[tuple[str, ...], ...]

    def lines_taken(self, offer: Offer, first: str) -> int | None:
        return len(self.gaps)

    @property
    def single_answer(self) -> bool:
        return len(self.gaps) == 1

    def prompt_pieces(self) -> tuple[str, ...]:
        return tuple(_GAP.split(self.prompt))

    def how_to_answer(self) -> str:
        several = len(self.gaps) > 1
        return "Answer one gap a line; an empty line ends the answer." if several else ""

    @classmethod
    def expand_shorthand(cls, raw: dict[str, Any]) -> None:
        """A gap with one variant may be written without its brackets, and all of them in the
        prompt: `"A [[chain]] drove the [[rear|back]] wheel."`."""
        prompt = raw.get("prompt")
        if "gaps" not in raw and isinstance(prompt, str):
            raw["gaps"] = [
                [way.strip() for way in re.split(BETWEEN_WAYS, inside)]
                for inside in re.findall(IN_PROMPT, prompt)
            ]
            raw["prompt"] = re.sub(IN_PROMPT, GAP, prompt)
        super().expand_shorthand(raw)

    def faults(self) -> Iterator[Fault]:
        """Gaps that are missing, blank, of several lines or alike, or more or fewer than shown."""
        yield from variant_faults("gaps", self.gaps, "gap")
        shown = len(self.prompt_pieces()) - 1
        if shown != len(self.gaps):
            message = f"the prompt has {shown} {GAP} and gaps has {len(self.gaps)}"
            remedy = f"write one {GAP} in the prompt for each gap"
            yield Fault("gaps", "gap-count", message, remedy, ("prompt",))

    def advice(self) -> Iterator[Fault]:
        """A key that demands too much, or nearly nothing."""
        yield from of_key("gaps", self.accepted())

    def grade(self, context: grading.Context, response: str) -> grading.Verdict:
        """Each line graded as free text for its gap; the score is the mean."""
        from quizapp.grading.fold import MAX_CHARS

        key = self.errors_key()
        if len(self.gaps) == 1:
            return grading.grade_text(key._replace(answers=self.gaps[0]), context, response)
        typed = _lines(response, len(self.gaps))
        most = max(LEAST_READ, MAX_CHARS // len(self.gaps))
        if any(len(line) > most for line in typed):
            too_long = grading.Reason("long", f"No gap takes more than {most} characters.")
            return grading.Verdict("wrong", 0.0, None, (too_long,))
        parts = []
        for number, (gap, line) in enumerate(zip(self.gaps, typed, strict=True)):
            # The variants of the other gaps are wrong here, and not slips.
            others = chain.from_iterable((*self.gaps[:number], *self.gaps[number + 1 :]))
            around = context._replace(rivals=(*context.rivals, *others))
            parts.append(grading.grade_text(key._replace(answers=gap), around, line))
        score = sum(part.score for part in parts) / len(parts)
        right = sum(part.accepted for part in parts)
        outcome = grading.combined(score)
        if outcome == "correct" and any(part.outcome == "close" for part in parts):
            outcome = "close"
        return grading.Verdict(
            outcome,
            round(score, 4),
            self.model_answer() if outcome in ("correct", "close") else None,
            (grading.Reason("gaps", f"{right} of {len(parts)} gaps are filled rightly."),),
            tuple(parts),
            next((part.feedback for part in parts if part.feedback), None),
            next((part.slip for part in parts if part.slip), None),
            outcome != "correct" and any(part.unsure for part in parts),
        )

    def marks(self, response: str, verdict: grading.Verdict) -> tuple[Mark, ...]:
        """What was typed into each of several gaps, and what belongs there."""
        filled = zip(_lines(response, len(self.gaps)), self.gaps, verdict.parts, strict=False)
        found = []
        for number, (line, gap, part) in enumerate(filled, 1):
            right = "" if part.accepted else shown(gap[0])
            mark = part_mark(line or "—", part)
            found.append(mark._replace(outcome=part.outcome, label=str(number), right=right))
        return tuple(found)

    def tally(self, response: str, verdict: grading.Verdict) -> str:
        return earned(verdict, len(self.gaps), "gaps")

    def model_answer(self) -> str:
        return "\n".join(shown(gap[0]) for gap in self.gaps)

    def accepted(self) -> tuple[str, ...]:
        return tuple(variant for gap in self.gaps for variant in gap)


def _lines(response: str, count: int) -> list[str]:
    """One line for each gap; a single line may hold several, separated by `;`."""
    lines = response.split("\n")
    filled = [line for line in lines if line.strip()]
    if len(filled) == count:
        lines = filled
    elif len(filled) == 1 and count > 1 and ";" in filled[0]:
        lines = filled[0].split(";")
    lines = [*lines[: count - 1], " ".join(lines[count - 1 :])]
    return lines + [""] * (count - len(lines))
