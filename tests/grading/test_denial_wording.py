"""How a denial is told: as one only where the whole answer is denied."""

import pytest

from quizapp.grading import Context, TextKey, grade_text

CASES = [
    (
        "the Moon pulls the water",
        "the Moon does not pull the water",
        "Your answer denies the right one.",
    ),
    (
        "because China lacks engines of its own",
        "because it lacks engines, though not China",
        "You say “not” of “China”; the answer does not.",
    ),
    ("the sea does not freeze", "the sea does freeze", "The answer says “not” of"),
]


@pytest.mark.parametrize(("answer", "response", "told"), CASES)
def test_only_a_denial_of_the_whole_answer_is_called_one(
    answer: str, response: str, told: str
) -> None:
    verdict = grade_text(TextKey((answer,)), Context(), response)
    assert any(told in reason.detail for reason in verdict.reasons), verdict.reasons
