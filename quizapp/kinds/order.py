"""`order`: items to be put into their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from quizapp import grading
from quizapp.kinds import checks
from quizapp.kinds.base import Fault, Mark, Offer, Question, quoted, refused
from quizapp.kinds.selection import by_words, read_choices, shuffled_away, stranger


class Order(Question, frozen=True, kw_only=True, tag="order"):
    """Items in the right order; the response has them one a line."""

    answer_field: ClassVar[str] = "items"
    chooses_several: ClassVar[bool] = True
    answer_separator: ClassVar[str] = " → "
    parts_tell_response: ClassVar[bool] = True
    answering: ClassVar[str] = "Answer with letters in order, such as: c a b"

    items: tuple[str, ...]

    def faults(self) -> Iterator[Fault]:
        """Items that are too few or many, blank, of several lines or alike."""
        yield from checks.options("items", self.items, "item")

    def offer(self, seed: int) -> Offer:
        """The items, always shuffled: their own order is the answer."""
        return Offer(shuffled_away(self.items, seed, self.id, self.items))

    def read(self, offer: Offer, line: str) -> str:
        """The items' words in the order given, one a line."""
        return read_choices(offer.options, line)

    def form_missed(self, response: str) -> str | None:
        """An item that there is not."""
        strange = stranger(self.items, response)
        if strange is None:
            return None
        return f"{quoted(strange)} is none of the items: give letters in order, such as c a b."

    def grade(self, context: grading.Context, response: str) -> grading.Verdict:
        """By the longest subsequence of items in the right order.

        One item out of place costs its own share; the reversed order earns nothing.
        """
        if not response.strip():
            return refused("blank", "Nothing was ordered.")
        if (strange := stranger(self.items, response)) is not None:
            return refused("unknown", f"“{strange.strip()[:60]}” is not one of the items.")
        found = (by_words(self.items, line) for line in response.split("\n"))
        given = list(dict.fromkeys(item for item in found if item is not None))
        kept = {self.items[place] for place in in_order([self.items.index(i) for i in given])}
        score = (len(kept) - 1) / max(1, len(self.items) - 1)
        parts = tuple(
            grading.correct(item)
            if score > 0 and item in kept
            else refused("place", f"“{item}” belongs in place {number}.")
            for number, item in enumerate(self.items, 1)
        )
        in_place = len(kept) if score > 0 else 0
        detail = f"{in_place} of {len(self.items)} items stand in order."
        return self.by_share(score, grading.Reason("place", detail), parts)

    def marks(self, response: str, verdict: grading.Verdict) -> tuple[Mark, ...]:
        """Each item in the order given; what stands out of order with the place it belongs in."""
        given = [by_words(self.items, line) for line in response.split("\n") if line.strip()]
        parts = dict(zip(self.items, verdict.parts, strict=False))
        found = []
        for at, item in enumerate(given, 1):
            if item in parts and parts[item].accepted:
                found.append(Mark(item, "correct", str(at)))
            elif item in parts:  # it may stand in its place, among items that do not
                place = self.items.index(item) + 1
                note = f"belongs in place {place}" if place != at else ""
                found.append(Mark(item, "wrong", str(at), note))
        return tuple(found)

    def tally(self, response: str, verdict: grading.Verdict) -> str:
        """What stands in order; the first item of an order earns nothing yet."""
        kept, steps = sum(part.accepted for part in verdict.parts), len(self.items) - 1
        if not kept:
            return ""
        points = "point" if steps == 1 else "points"
        return f"{kept} of {steps + 1} in order, so {kept - 1} of {steps} {points}"

    def model_answer(self) -> str:
        return "\n".join(self.items)


def in_order(places: Sequence[int]) -> list[int]:
    """The longest increasing subsequence of `places`; of several the one with most of those that
    stand in their own place."""
    best: list[tuple[int, int, list[int]]] = []
    for at, place in enumerate(places):
        before = max(
            (chain for chain in reversed(best) if chain[2][-1] < place),
            key=lambda chain: chain[:2],
            default=(0, 0, []),
        )
        best.append((before[0] + 1, before[1] + (place == at), [*before[2], place]))
    return max(reversed(best), key=lambda chain: chain[:2])[2] if best else []
