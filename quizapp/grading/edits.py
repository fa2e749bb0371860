"""Edits between short strings, counted and shown: a swap of neighbours is one edit."""

from functools import lru_cache
from typing import Literal

Edit = tuple[Literal["same", "missing", "extra"], str]
LONGEST = 64
"""Longer strings are not compared letter by letter."""


@lru_cache(maxsize=16384)
def distance(left: str, right: str, most: int) -> int:
    """Edits between two strings (optimal string alignment); `most + 1` stands for any more."""
    if left == right:
        return 0
    gap = len(left) - len(right)
    if abs(gap) > most or max(len(left), len(right)) > LONGEST or _apart(left, right) > most:
        return most + 1
    start = 0
    while start < len(left) and start < len(right) and left[start] == right[start]:
        start += 1
    end = 0
    while end < min(len(left), len(right)) - start and left[-1 - end] == right[-1 - end]:
        end += 1
    return min(_osa(left[start : len(left) - end], right[start : len(right) - end]), most + 1)


def _apart(left: str, right: str) -> int:
    """A lower bound of the edits: letters that one string has more of than the other."""
    rest = list(right)
    over = 0
    for char in left:
        if char in rest:
            rest.remove(char)
        else:
            over += 1
    return max(over, len(rest))


def _osa(left: str, right: str) -> int:
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, char in enumerate(left, 1):
        last, row, older = row, [at], before
        for to, other in enumerate(right, 1):
            cost = min(row[to - 1] + 1, last[to] + 1, last[to - 1] + (char != other))
            if at > 1 and to > 1 and char == right[to - 2] and left[at - 2] == other:
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
        before = last
    return row[-1]


def script(typed: str, meant: str) -> tuple[Edit, ...]:
    """The runs of letters that two strings share, and those that only one of them has, in order."""
    if max(len(typed), len(meant)) > 2 * LONGEST:
        return (("extra", typed), ("missing", meant))
    one, other = typed.casefold(), meant.casefold()
    if len(one) != len(typed) or len(other) != len(meant):
        one, other = typed, meant
    size = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for at in range(len(one) - 1, -1, -1):
        for to in range(len(other) - 1, -1, -1):
            same = one[at] == other[to]
            size[at][to] = (
                size[at + 1][to + 1] + 1 if same else max(size[at + 1][to], size[at][to + 1])
            )
    runs: list[tuple[Literal["same", "missing", "extra"], list[str]]] = []

    def add(tag: Literal["same", "missing", "extra"], char: str) -> None:
        if runs and runs[-1][0] == tag:
            runs[-1][1].append(char)
        else:
            runs.append((tag, [char]))

    at = to = 0
    while at < len(typed) or to < len(meant):
        if at < len(typed) and to < len(meant) and one[at] == other[to]:
            add("same", meant[to])
            at, to = at + 1, to + 1
        elif to < len(meant) and (at == len(typed) or size[at][to + 1] >= size[at + 1][to]):
            add("missing", meant[to])
            to += 1
        else:
            add("extra", typed[at])
            at += 1
    return tuple((tag, "".join(chars)) for tag, chars in runs)
