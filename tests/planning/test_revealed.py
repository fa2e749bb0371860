"""A question that gives another's answer away is asked after it."""

import pytest

from quizapp.kinds.base import Question
from quizapp.kinds.text import Text
from quizapp.planning.question_order import revealed_first


def questions(order: str, **reveals: str) -> list[Question]:
    """Questions named by letters, each with those that it reveals."""
    return [
        Text(id=name, prompt=f"{name}?", answers=(name,), reveals=tuple(reveals.get(name, "")))
        for name in order
    ]


@pytest.mark.parametrize(
    ("order", "reveals", "asked"),
    [
        ("abc", {}, "abc"),
        ("abc", {"a": "c"}, "cab"),
        ("abc", {"c": "a"}, "abc"),
        ("abcd", {"a": "b", "b": "d"}, "dbac"),
        ("ab", {"a": "b", "b": "a"}, "ba"),
        ("ab", {"a": "z"}, "ab"),
        ("ab", {"a": "a"}, "ab"),
    ],
)
def test_what_is_given_away_comes_first(order: str, reveals: dict[str, str], asked: str) -> None:
    found = revealed_first(questions(order, **reveals))
    assert "".join(question.id for question in found) == asked
