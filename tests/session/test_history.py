"""Sessions that are over can be looked at and ruled on, without their bank."""

from collections.abc import Iterator

import pytest
from session.samples import do, letters, session_on, ticking

from quizapp.planning.request import SessionRequest
from quizapp.session.begin import begin
from quizapp.session.errors import NotAllowed
from quizapp.session.history import latest_ruled, look, response_to, rule
from quizapp.session.row_checks import graded_response
from quizapp.session.score import score
from quizapp.store.sqlite import Store, in_memory


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory() as opened:
        yield opened


def test_a_past_session_is_as_it_was_left(store: Store) -> None:
    session = session_on("abc", store=store)
    for what in ("right", "wrong", "rule right", "slip"):
        do(session, what)
    session.finish()
    past = look(store, session.id[:8])
    assert past.state == session.state
    assert score(past.state) == session.score()
    assert past.row.learner == "ada"


def test_a_ruling_made_later_changes_the_score_and_can_be_undone(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "wrong")
    do(session, "right")
    session.finish()
    past = look(store, session.id)
    wrong = past.state.responses[0].id
    ruled = rule(store, past, wrong, "right")
    assert score(ruled.state).points == 2.0
    assert rule(store, ruled, wrong, "right") == ruled
    assert score(rule(store, ruled, wrong, "void").state).out_of == 1.0
    back = rule(store, look(store, session.id), wrong, None)
    back = rule(store, back, wrong, None)
    assert score(back.state).points == 1.0
    with pytest.raises(NotAllowed, match="no ruling"):
        rule(store, back, wrong, None)


def test_what_cannot_be_ruled_on(store: Store) -> None:
    session = session_on("ab", "exam", store=store)
    do(session, "wrong")
    past = look(store, session.id)
    with pytest.raises(NotAllowed, match="handed in"):
        rule(store, past, past.state.responses[0].id, "right")
    with pytest.raises(NotAllowed, match="not in this session"):
        rule(store, past, "none", "right")


def test_undo_may_name_the_response_that_is_meant(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "wrong")
    do(session, "wrong")
    session.finish()
    past = look(store, session.id)
    first, second = (given.id for given in past.state.responses)
    past = rule(store, rule(store, past, first, "right"), second, "right")
    past = rule(store, past, first, None)
    assert [given.ruling for given in past.state.responses] == [None, "right"]
    with pytest.raises(NotAllowed, match="no ruling"):
        rule(store, past, first, None)


def test_the_response_that_is_meant_by_its_question(store: Store) -> None:
    session = session_on("ac", store=store)
    do(session, "wrong")
    do(session, "right")
    do(session, "right")
    past = look(store, session.id)
    first, _, again = past.state.responses
    assert response_to(past, "a") == first
    assert response_to(past, "b") is None
    past = rule(store, past, again.id, "void")
    assert latest_ruled(past, "a") == past.state.responses[2]
    assert latest_ruled(past, "b") is None


def test_a_response_is_the_same_from_the_list_and_from_its_session(store: Store) -> None:
    request = SessionRequest(seed=1, certainty=True)
    session = begin(letters("abc"), store, request, "ada", ticking().__next__)
    session.answer("right", 2.5, certainty=3)
    session.answer("wrong", 1.0, certainty=1)
    session.rule("right")
    session.answer("wrong", 4.0, certainty=2)
    found = [graded_response(row) for row in store.responses(session.id)]
    assert found == list(session.state.responses)
    assert [each.certainty for each in found] == [3, 1, 2]
