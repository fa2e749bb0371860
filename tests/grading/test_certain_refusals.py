"""A refusal by ideas is certain only where something in the response speaks against the key."""

import pytest

from quizapp.grading import Anticipated, Context, Idea, Ideas, TextKey, grade_text


def idea(*says: str) -> Ideas:
    return Ideas((Idea(says),))


def refused(key: TextKey, asked: str, response: str) -> tuple[str, bool]:
    """Why a response is refused, and whether the grader is unsure of it."""
    verdict = grade_text(key, Context(asked), response)
    assert verdict.outcome == "wrong", verdict
    return verdict.reasons[0].code, verdict.unsure


BUOY = TextKey(
    ("it tells the crew that rocks are near",),
    wrong=(Anticipated((), "That is the lamp.", idea("shooting", "{bright|shine} light")),),
    ideas=idea("warn", "rocks near"),
)


@pytest.mark.parametrize(
    ("response", "unsure"),
    [
        ("a helmsman hears its clang in thick fog after two shots and steers well clear", True),
        ("two shots", False),
        ("for shooting at gulls, and keeping sailors awake on long moonless watches", False),
        ("a bright light", False),
    ],
)  # fmt: skip
def test_a_foreseen_error_is_certain_in_its_own_words_or_where_little_else_is_said(
    response: str, unsure: bool
) -> None:
    asked = "What is the bell of a buoy for?"
    assert refused(BUOY, asked, response) == ("anticipated", unsure)


@pytest.mark.parametrize(
    ("response", "code"),
    [
        ("it got all the rain water they need in the loft, nothing is short", "doubt"),
        ("it needs more water", "negation"),
        ("the people in it need more water", "negation"),
    ],
)
def test_a_missing_denial_is_certain_only_where_nothing_is_denied(response: str, code: str) -> None:
    key = TextKey(
        ("its cistern is already full",),
        ideas=idea("cistern full", "{not|no} need {rain|more} water"),
    )
    expected = (code, code == "doubt")
    assert refused(key, "Why does the tower ignore the rain?", response) == expected


@pytest.mark.parametrize(
    ("response", "unsure"),
    [
        ("sees that of all the sacks put aboard none vanishes between the cart and the hold", True),
        ("none vanishes", False),
        ("carries sacks aboard", False),
    ],
)  # fmt: skip
def test_what_is_said_at_length_may_mean_the_answer(response: str, unsure: bool) -> None:
    key = TextKey(("checking the tally",), ideas=idea("tally", "{same|match} {count|number}"))
    assert refused(key, "What is the steward there for?", response) == ("missing", unsure)
