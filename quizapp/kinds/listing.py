"""`list`: several items, each with its variants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from quizapp import grading
from quizapp.kinds import checks
from quizapp.kinds.base import Fault, Mark, Question, part_mark, shown
from quizapp.kinds.item_writing import of_key
from quizapp.kinds.shorthand import Forms, lists_of_texts


class Listing(Question, frozen=True, kw_only=True, tag="list"):
    """Items in any order, or in theirs if `ordered`; `need` of them give full credit (all)."""

    free_text: ClassVar[bool] = True
    answer_field: ClassVar[str] = "items"
    parts_tell_answer: ClassVar[bool] = True
    short_forms: ClassVar[Forms] = {"items": lists_of_texts}
    answering: ClassVar[str] = "Answer on one line, items separated by commas."

    items: tuple[tuple[str, ...], ...]
    need: int | None = None
    ordered: bool = False

    def faults(self) -> Iterator[Fault]:
        """Items that are missing, blank, of several lines or alike; a `need` that cannot be met."""
        yield from variant_faults("items", self.items, "item")
        yield from checks.need(self.need, len(self.items), "items")
        if self.ordered and self.need is not None and self.need < len(self.items):
            message = "an ordered list needs all of its items"
            yield Fault("need", "need", message, "leave need out, or ordered", ("items", "ordered"))

    def advice(self) -> Iterator[Fault]:
        """A key that demands too much, or nearly nothing."""
        yield from of_key("items", self.accepted())

    def grade(self, context: grading.Context, response: str) -> grading.Verdict:
        key = grading.ListKey(self.items, self.need or 0, self.ordered, self.errors_key())
        return grading.grade_list(key, context, response)

    def marks(self, response: str, verdict: grading.Verdict) -> tuple[Mark, ...]:
        """Each item by the variant that was given, else by its first."""
        return tuple(
            part_mark(part.matched or shown(item[0]), part)
            for item, part in zip(self.items, verdict.parts, strict=False)
        )

    def tally(self, response: str, verdict: grading.Verdict) -> str:
        """The items given, of those asked for; then the sum where wrong ones take some off."""
        need = self.need or len(self.items)
        right = min(need, sum(part.accepted for part in verdict.parts))
        if not verdict.parts or not verdict.score or abs(right / need - verdict.score) < 0.01:
            return f"{right} of {need}" if verdict.parts else ""
        of = max(need, round(right / verdict.score))
        wrong = f", {of - need} wrong" if of > need else ""
        return f"{right} of {need}{wrong}, so {round(of * verdict.score, 2):g} of {of}"

    def model_answer(self) -> str:
        return "\n".join(shown(item[0]) for item in self.items)

    def accepted(self) -> tuple[str, ...]:
        return tuple(variant for item in self.items for variant in item)


def variant_faults(field: str, items: tuple[tuple[str, ...], ...], what: str) -> Iterator[Fault]:
    """The faults of a list of lists of variants."""
    yield from checks.none_given(field, items)
    if not all(items):
        yield Fault(field, "empty-list", f"one {what} of {field} is empty", "give it a variant")
    texts = [text for item in items for text in item]
    yield from checks.wordings(field, texts, f"one {what}")
    yield from checks.several_lines(field, texts, f"one {what}")
    yield from checks.alike(field, checks.apart(items), what)
