"""`match`: pairs to be put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from quizapp import grading
from quizapp.kinds import checks
from quizapp.kinds.base import Fault, Mark, Offer, Question, earned, quoted, refused
from quizapp.kinds.selection import by_words, chosen, shuffled_away
from quizapp.kinds.shorthand import Forms, texts
from quizapp.text import same

DIGITS = "0123456789"
SIGNS = "=:-–—→>"


def _pairs(value: Any) -> Any:
    """Pairs whose sides are texts; figures may be written without quotes."""
    if not isinstance(value, list):
        return value
    return [texts(pair) if isinstance(pair, list) else pair for pair in value]


class Match(Question, frozen=True, kw_only=True, tag="match"):
    """`pairs` of left and right, `extra` rights without a left; `left = right`, one a line."""

    answer_field: ClassVar[str] = "pairs"
    chooses_several: ClassVar[bool] = True
    answer_separator: ClassVar[str] = "\n"
    parts_tell_answer: ClassVar[bool] = True
    short_forms: ClassVar[Forms] = {"pairs": _pairs, "extra": texts}
    parts_tell_response: ClassVar[bool] = True
    answering: ClassVar[str] = "Answer with pairs, such as: 1c 2a; or one pair a line."

    pairs: tuple[tuple[str, str], ...]
    extra: tuple[str, ...] = ()

    @property
    def lefts(self) -> tuple[str, ...]:
        return tuple(left for left, _ in self.pairs)

    @property
    def rights(self) -> tuple[str, ...]:
        """The right sides in the order of the lefts, then the extra ones."""
        return (*(right for _, right in self.pairs), *self.extra)

    def faults(self) -> Iterator[Fault]:
        """Sides that are too few or many, blank, of several lines or alike, `extra` among them."""
        yield from checks.too_few("pairs", len(self.pairs), 2, "pairs")
        yield from checks.too_many("pairs", len(self.rights))
        yield from checks.listed("pairs", self.lefts, "left side")
        yield from checks.listed("pairs", [right for _, right in self.pairs], "right side")
        yield from checks.listed("extra", self.extra, "right side")
        taken = {same(right): right for _, right in self.pairs}
        for text in self.extra:
            if same(text) in taken:
                message = f"{text!r} is the right side of a pair as well"
                yield Fault("extra", "alike", message, "take it out of extra", ("pairs",))

    def offer(self, seed: int) -> Offer:
        """The lefts as they are, and all rights shuffled, never opposite their lefts."""
        answer = tuple(right for _, right in self.pairs)
        return Offer(shuffled_away(self.rights, seed, self.id, answer), self.lefts)

    def read(self, offer: Offer, line: str) -> str:
        """`1c 2a` as `left = right`, one a line; words and letters may be mixed."""
        pieces = [piece for piece in line.replace("\n", ";").split(";") if piece.strip()]
        pairs = [
            pair for piece in pieces for pair in (_lettered(offer, piece) or [_spelt(offer, piece)])
        ]
        return "\n".join(pairs) or line

    def lines_taken(self, offer: Offer, first: str) -> int | None:
        """All pairs on one line; after a line with a single pair, one line a pair."""
        pairs = self.read(offer, first).split("\n")
        alone = len(pairs) == 1 and _parted(self.lefts, pairs[0])[0] is not None
        return len(self.pairs) if alone else 1

    def form_missed(self, response: str) -> str | None:
        """A line that is no pair of a left and a right side."""
        for line in filter(str.strip, response.split("\n")):
            left, right = _parted(self.lefts, line)
            if left is None or by_words(self.rights, right) is None:
                return f"{quoted(line)} is no pair: give numbers with letters, such as 1c 2a."
        return None

    def grade(self, context: grading.Context, response: str) -> grading.Verdict:
        """The share of lefts with their own right; a left with two rights earns nothing."""
        given: dict[str, set[str]] = {}
        for line in response.split("\n"):
            left, right = _parted(self.lefts, line)
            if left is not None:
                given.setdefault(left, set()).add(by_words(self.rights, right) or right)
        parts = []
        for left, right in self.pairs:
            partners = given.get(left, set())
            if partners == {right}:
                parts.append(grading.correct(f"{left} = {right}"))
            elif len(partners) > 1:
                parts.append(refused("two", f"“{left}” was given two partners."))
            elif partners:
                shown = next(iter(partners))[:60]
                parts.append(refused("pair", f"“{left}” does not go with “{shown}”."))
            else:
                parts.append(refused("missing", f"“{left}” has no partner."))
        right_ones = sum(part.accepted for part in parts)
        told = grading.Reason("pairs", f"{right_ones} of {len(parts)} pairs are right.")
        return self.by_share(right_ones / max(1, len(parts)), told, parts)

    def marks(self, response: str, verdict: grading.Verdict) -> tuple[Mark, ...]:
        """Each pair as it was given, and as it should be."""
        lines = response.split("\n")
        found = []
        for (left, right), part in zip(self.pairs, verdict.parts, strict=False):
            given = next((line for line in lines if line.startswith(f"{left} = ")), f"{left} = …")
            should = "" if part.accepted else f"{left} = {right}"
            found.append(Mark(given, part.outcome, right=should))
        return tuple(found)

    def tally(self, response: str, verdict: grading.Verdict) -> str:
        return earned(verdict, len(self.pairs), "pairs")

    def model_answer(self) -> str:
        return "\n".join(f"{left} = {right}" for left, right in self.pairs)


def _parted(lefts: tuple[str, ...], line: str) -> tuple[str | None, str]:
    """The left that a line begins with, the longest first, and what stands after the sign."""
    folded = same(line)
    for left in sorted(lefts, key=len, reverse=True):
        known = same(left)
        if not folded.startswith(known):
            continue
        for place, char in enumerate(line):
            if char in SIGNS and same(line[:place]) == known:
                return left, line[place + 1 :].strip(" \t>" + SIGNS)
    return None, line


def _spelt(offer: Offer, piece: str) -> str:
    """`left = right` in the offer's own words, as far as they are known."""
    left, right = _parted(offer.lefts, piece)
    if left is None:
        for place, char in enumerate(piece):
            number = piece[:place].strip().strip("()")
            if char in SIGNS + ")." and number.isdecimal() and 1 <= int(number) <= len(offer.lefts):
                left, right = offer.lefts[int(number) - 1], piece[place + 1 :]
                break
        else:
            return piece.strip()
    right = right.strip(" \t" + SIGNS)
    return f"{left} = {chosen(offer.options, right) or right}"


def _lettered(offer: Offer, line: str) -> list[str]:
    """The pairs of a line such as `1c 2a`, `1-c, 2-a` or `c a`; [] for any other line."""
    bare = re.sub(r"[,=:–—.()→>-]", " ", line.lower())
    if not re.fullmatch(r"[a-z0-9\s]*", bare):
        return []
    tokens = re.findall(r"[0-9]+|[a-z]+", bare)
    letters = [token for token in tokens if token[0] not in DIGITS]
    numbers = [token for token in tokens if token[0] in DIGITS]
    known = all(len(letter) == 1 and chosen(offer.options, letter) for letter in letters)
    if not letters or not known:
        return []
    if not numbers and len(letters) == len(offer.lefts):
        numbers = [str(place) for place in range(1, len(letters) + 1)]
    elif tokens[0::2] != numbers or tokens[1::2] != letters or len(numbers) != len(letters):
        return []
    if any(len(number) > 3 or not 1 <= int(number) <= len(offer.lefts) for number in numbers):
        return []
    return [
        f"{offer.lefts[int(number) - 1]} = {chosen(offer.options, letter)}"
        for number, letter in zip(numbers, letters, strict=True)
    ]
