# ruff: noqa: SIM905
"""The work of a verdict is bounded: its steps are counted, whatever the response."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import product
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import pytest
from examples import COSTLY
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.load import load
from quizapp.bank.model import context
from quizapp.grading import Context, Point, TextKey, Verdict, grade_points, grade_text
from quizapp.grading.fold import MAX_CHARS, MAX_WORDS

PACKAGE = f"{os.sep}quizapp{os.sep}"
BENCH = Path(__file__).parents[1] / "bench"
SIZE = 64 * 1024
MOST = 200_000
"""So many lines of Python a verdict may run; a verdict on a short response runs about 3,000."""

BANK = load(BENCH / "worst.toml").bank
assert BANK is not None
QUESTIONS = {question.id: question for question in BANK.questions}
PIECES = [
    *"""not no never or and but a A the is isn't who that than half one twenty-one third I XIV 1 12
    1905 1,000 -3 10^9 1500km $5 3/4 9/11/1989 May 747 Su-35 B12 7:45 . , ; : ? … - / ( [ | ' " +
    < ≤ ± ♯ ² × → & # \\d x, a. U.S. á ﷺ λ привет 北京 😀 Moon fear sea or, no, A. (x)""".split(),
    *("\u0301", "\n", " ", "a" * 40, "1" * 40),
]


class Repeated(NamedTuple):
    """A response that is a pattern again and again, up to a size in characters."""

    pieces: tuple[str, ...]
    gap: str
    size: int

    def __str__(self) -> str:
        once = self.gap.join(self.pieces) + self.gap or " "
        return (once * (1 + self.size // len(once)))[: self.size]


RESPONSES = st.builds(
    Repeated,
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(tuple),
    st.sampled_from(["", " ", ", ", "-", "\n", ". ", "; ", " and "]),
    st.sampled_from([60, 500, 2100, SIZE]),
)


@contextmanager
def counted() -> Iterator[list[int]]:
    """Counts the lines of the package that run inside, but for those of imports."""
    lines = [0]

    def trace(frame: FrameType, event: str, arg: Any) -> Callable[..., Any] | None:
        del arg
        code = frame.f_code
        if PACKAGE not in code.co_filename or code.co_name == "<module>":
            return None
        lines[0] += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield lines
    finally:
        sys.settrace(before)


def grade(kind: str, response: str) -> Verdict:
    question = QUESTIONS[kind]
    assert BANK is not None
    start = "false " if question.kind == "boolean" else ""
    return question.grade(context(BANK, question), start + response)


HOSTILE = [
    Repeated(("not",), " ", SIZE),
    Repeated(("x", "or"), " ", SIZE),
    Repeated(("±10",), "", SIZE),
    Repeated(("35", "7:45", "2014"), " ", SIZE),
    Repeated(("\ufdfa",), "", SIZE),
    Repeated(("10^9", "&", "10^9", "\ufdfa"), "", SIZE),
    Repeated(("a.", "/"), "", SIZE),
    Repeated(("two", "♯", "attack", "-3"), "-", SIZE),
    Repeated(("fear", "Moon", "sea", "9 May 1905"), ", ", SIZE),
]


@cache
def warm(kind: str) -> None:
    """Lets what is made once (expressions, tables, the key) be made before steps are counted."""
    for response in HOSTILE:
        grade(kind, f"warm {response}")


def steps(run: Callable[[], Verdict]) -> int:
    with counted() as lines:
        verdict = run()
    assert verdict.reasons
    return lines[0]


@pytest.mark.parametrize("response", HOSTILE, ids=lambda one: ascii(one.pieces))
@pytest.mark.parametrize("kind", QUESTIONS)
def test_hostile_responses_take_no_more_steps_than_the_budget(
    kind: str, response: Repeated
) -> None:
    warm(kind)
    assert steps(lambda: grade(kind, str(response))) < MOST


@pytest.mark.parametrize("kind", QUESTIONS)
@COSTLY
@given(RESPONSES)
def test_no_response_takes_more_steps_than_the_budget(kind: str, response: Repeated) -> None:
    warm(kind)
    assert steps(lambda: grade(kind, str(response))) < MOST


SYLLABLES = ["ba", "ko", "ri", "tem", "sul", "ne", "dor", "vi", "gan", "lo"]
NAMES = ["".join(three) for three in product(SYLLABLES, repeat=3)]
MANY = tuple(f"{one} {other}" for one, other in product(NAMES[:100], NAMES[-100:]))


@pytest.mark.parametrize("count", [100, 10_000])
@pytest.mark.parametrize("response", ["something else", MANY[70][:-3] + "xx", " ".join(NAMES)])
def test_many_accepted_answers_take_no_more_steps(count: int, response: str) -> None:
    key, around = TextKey(MANY[:count]), Context("Which is it?", rivals=MANY[:500])
    grade_text(key, around, "once 5 > 4")
    assert steps(lambda: grade_text(key, around, response)) < 3 * MOST


def test_many_points_take_no_more_steps() -> None:
    points = tuple(Point(str(at), MANY[at * 3 : at * 3 + 3]) for at in range(8))
    response = ". ".join(NAMES)
    assert steps(lambda: grade_points(points, 0, Context("Why?"), response)) < 4 * MOST


@pytest.mark.parametrize("kind", ["text", "number", "date", "list", "points", "boolean"])
@pytest.mark.parametrize("long", ["word " * (MAX_WORDS + 1), "x" * (MAX_CHARS + 1)])
def test_a_response_that_is_cut_is_told_so(kind: str, long: str) -> None:
    for verdict in (grade(kind, long), grade(kind, QUESTIONS[kind].model_answer() + ". " + long)):
        assert "cut" in {reason.code for reason in verdict.reasons}
    assert "cut" not in {reason.code for reason in grade(kind, "word " * MAX_WORDS).reasons}


def test_a_gap_takes_no_heap_of_words() -> None:
    verdict = grade("cloze", "Moon\nwater\n" + "not at all " * 100)
    assert verdict.outcome == "wrong"
    assert verdict.reasons[0].code == "long"
