"""What a session is worth, in figures and in words."""

import pytest
from session.samples import bank, do, session_on, ticking, word

from quizapp.app.learned import learned
from quizapp.planning.request import SessionRequest
from quizapp.session.begin import begin
from quizapp.session.score import SectionScore, in_words
from quizapp.store.sqlite import in_memory


@pytest.mark.parametrize(
    ("doings", "points", "out_of", "percent"),
    [
        ([], 0.0, 0.0, 0.0),
        (["right"], 1.0, 1.0, 100.0),
        (["slip", "half", "wrong"], 1.5, 3.0, 50.0),
        # Retries change no score.
        (["right", "right", "wrong", "right", "right"], 3.0, 4.0, 75.0),
        # A hint halves what the first response earns, whatever that is.
        (["hint", "right"], 0.5, 1.0, 50.0),
        (["hint", "half"], 0.25, 1.0, 25.0),
        (["hint", "wrong", "rule right"], 0.5, 1.0, 50.0),
        (["hint", "right", "rule void", "right"], 0.5, 1.0, 50.0),
        # "I don't know" is a response; what was skipped waits, and counts when that was for good.
        (["dunno"], 0.0, 1.0, 0.0),
        (["skip"], 0.0, 0.0, 0.0),
        (["right", "skip", "skip", "skip"], 1.0, 1.0, 100.0),
        (["right", "skip", "skip", "skip", "skip"], 1.0, 2.0, 50.0),
        (["right", "skip", "skip", "skip", "skip", "undo"], 1.0, 1.0, 100.0),
        (["skip", "undo"], 0.0, 0.0, 0.0),
        (["skip", "right", "right", "right", "right"], 4.0, 4.0, 100.0),
        (["skip", "right", "right", "right", "skip"], 3.0, 4.0, 75.0),
        # Rulings count as what was ruled; void does not count at all.
        (["wrong", "rule right"], 1.0, 1.0, 100.0),
        (["half", "rule right", "undo"], 0.5, 1.0, 50.0),
        (["right", "rule wrong"], 0.0, 1.0, 0.0),
        (["right", "rule void"], 0.0, 0.0, 0.0),
        (["wrong", "rule void", "right"], 1.0, 1.0, 100.0),
    ],
)
def test_points_of_the_possible_in_per_cent(
    doings: list[str], points: float, out_of: float, percent: float
) -> None:
    session = session_on("abcd")
    for what in doings:
        do(session, what)
    score = session.score()
    assert (score.points, score.out_of, score.percent) == (points, out_of, percent)


def test_what_was_skipped_counts_where_the_session_is_over() -> None:
    session = session_on("abcd")
    do(session, "right")
    do(session, "skip")
    assert session.score().skipped == 0
    session.finish()
    score = session.score()
    assert (score.points, score.out_of, score.skipped) == (1.0, 2.0, 1)


def test_weights_multiply() -> None:
    questions = bank(word("a", weight=3.0), word("b", weight=0.5))
    session = begin(questions, None, SessionRequest(seed=1), clock=ticking().__next__)
    while session.turn:
        do(session, "right" if session.turn.question == "a" else "half")
        if session.complete:
            break
    score = session.score()
    assert (score.points, score.out_of, score.percent) == (3.25, 3.5, 92.86)


def test_ruling_wrong_then_counts_outcomes_as_ruled() -> None:
    session = session_on("abcde")
    for what in ["right", "rule wrong", "wrong", "rule right", "slip", "rule right", "half"]:
        do(session, what)
    score = session.score()
    assert (score.correct, score.close, score.partial, score.wrong) == (1, 1, 1, 1)
    assert score.ruled_right == 1
    assert score.missed == ("a", "d")


def test_what_is_partly_right_is_to_be_looked_at_again() -> None:
    session = session_on("abc")
    for what in ["right", "most", "slip"]:
        do(session, what)
    assert session.score().missed == ("b",)


def test_by_section_in_the_plans_order() -> None:
    questions = bank(word("a", "p1"), word("b", "p2"), word("c", "p3", weight=2.0), word("d"))
    session = begin(questions, None, SessionRequest(seed=1), clock=ticking().__next__)
    responses = {"a": "right", "b": "half", "c": "wrong", "d": "skip"}
    while not session.complete and session.turn:
        do(session, responses[session.turn.question])
    found = {each.section: each for each in session.score().by_section}
    assert found == {
        "A": SectionScore("A", 1.0, 3.0, 2, 2),
        "B": SectionScore("B", 0.5, 1.0, 1, 1),
        "": SectionScore("", 0.0, 1.0, 0, 1),
    }


def test_an_exam_that_was_left_is_scored_over_what_was_answered_and_handed_in_over_all() -> None:
    session = session_on("abcd", "exam")
    do(session, "right")
    assert session.score().percent == 100.0
    session.hand_in()
    assert session.score().percent == 25.0
    assert session.score().missed == ("b", "c", "d")


IN_WORDS = """
learn | ab  |                           | 0 right; 0 of 2 answered
learn | ab  | right, right              | 2 right
learn | ab  | right, wrong              | 1 right, 1 wrong
learn | ab  | wrong, right              | 1 right, 1 wrong
learn | ab  | wrong, right, right       | 1 right; all 2 right by the end
learn | ab  | slip, half, right         | 1 right (1 with a slip), 1 partly right; \
all 2 right by the end
learn | abc | wrong, wrong, right, right | 1 right; 2 of 3 right by the end
learn | abc | hint, right, hint, wrong  | 1 right (1 after a hint), 1 wrong; 2 of 3 answered
learn | abc | right, skip               | 1 right; 1 of 3 answered
learn | ab  | right, skip, skip         | 1 right, 1 skipped
learn | ab  | slip, wrong, rule right   | 2 right (1 with a slip, 1 by your ruling)
learn | abc | right, dunno, wrong       | 1 right, 1 wrong, 1 not known yet
exam  | abc | right, half, wrong        | 1 right, 1 partly right, 1 wrong
"""


@pytest.mark.parametrize("case", IN_WORDS.strip().splitlines())
def test_in_words(case: str) -> None:
    mode, plan, doings, words = (part.strip() for part in case.split("|"))
    session = session_on(plan, mode)
    for what in filter(None, doings.split(", ")):
        do(session, what)
    assert in_words(session.score()) == words


def test_the_words_of_a_good_evening() -> None:
    session = session_on("abcdefghijklmnopqrst")
    for what in ["slip", "slip", "wrong", "rule right", "wrong", *["right"] * 16, "right"]:
        do(session, what)
    assert session.turn is None
    assert (
        in_words(session.score())
        == "19 right (2 with a slip, 1 by your ruling); all 20 right by the end"
    )


def test_learned_counts_what_the_score_calls_right() -> None:
    with in_memory() as store:
        session = session_on("abc", store=store)
        for what in ["right", "most", "slip"]:
            do(session, what)
        assert learned(session).first == session.score().correct + session.score().close == 2


def test_what_was_missed_and_put_right_in_the_session_is_learned() -> None:
    with in_memory() as store:
        session = session_on("ab", store=store)
        for what in ["wrong", "right", "wrong", "right"]:
            do(session, what)
        assert session.turn is None
        assert learned(session)[:2] == (1, 1)
