"""The grader's door: each kind of key gives a verdict."""

import pytest

from quizapp.grading import (
    Context,
    DateKey,
    ListKey,
    NumberKey,
    Point,
    TextKey,
    grade_date,
    grade_list,
    grade_number,
    grade_points,
    grade_text,
)


@pytest.mark.parametrize("response", ["Canberra", " canberra ", "CANBERRA.", "Cánberra"])
def test_form_is_free(response: str) -> None:
    assert grade_text(TextKey(("Canberra",)), Context(), response).outcome == "correct"


def test_each_kind_gives_a_verdict() -> None:
    context = Context("?")
    assert grade_number(NumberKey(2.0), context, "2").accepted
    assert grade_date(DateKey("1989"), context, "1989").accepted
    assert grade_list(ListKey((("red",), ("blue",))), context, "blue, red").accepted
    points = (Point("one", ("the tide rises",)), Point("two", ("the Moon pulls",)))
    assert grade_points(points, 0, context, "the tide rises").score == 0.5
