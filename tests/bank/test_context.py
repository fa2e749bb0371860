"""What the grader is told of the rest of the bank."""

from pathlib import Path

import pytest

from quizapp.bank.model import Bank, context, contexts
from quizapp.kinds.text import Text


def text(name: str, *answers: str, objective: tuple[str, ...] = ()) -> Text:
    return Text(id=name, prompt=f"Which town is {name}?", answers=answers, objective=objective)


BANK = Bank(
    "towns",
    "Towns",
    Path("towns.toml"),
    "sha256:towns",
    (
        text("a", "Sandhamn", objective=("ports",)),
        text("b", "Sandham", "Sandhaven", "Sandhafen", objective=("ports",)),
        text("c", "Sandhaven", "Sand-hamm"),
        text("d", "Sandhamm", "Sandhamn"),
    ),
)


@pytest.mark.parametrize(
    ("asked", "response", "outcome"),
    [
        (0, "Sandhamn", "correct"),
        # Of a question on the same objective the answer may be a slip of this one …
        (0, "Sandham", "close"),
        # … but not where a question on something else has it as well.
        (0, "Sandhaven", "wrong"),
        (0, "Sand hamm", "wrong"),
        (2, "Sandhafen", "wrong"),
        (2, "Sandhavn", "close"),
        # Its own answer is right, whatever else it answers.
        (3, "Sandhamn", "correct"),
        (3, "sandhamm", "correct"),
    ],
)
def test_an_answer_to_something_else_is_no_slip(asked: int, response: str, outcome: str) -> None:
    one = BANK.questions[asked]
    verdict = one.grade(context(BANK, one), response)
    assert verdict.outcome == outcome
    assert (outcome == "wrong") == any(reason.code == "rival" for reason in verdict.reasons)


def test_the_answers_of_the_bank_are_gathered_once_for_all_questions() -> None:
    of = contexts(BANK)
    assert of(BANK.questions[0]).answers is of(BANK.questions[3]).answers
