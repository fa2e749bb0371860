"""Sessions that are over can be looked at and ruled on, without their bank."""

from collections.abc import Iterator

import pytest
from session.samples import do, session_on

from quizapp.session.begin import look_back
from quizapp.session.errors import NotAllowed
from quizapp.session.history import latest_ruled, look, response_to
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
    past = look_back(None, store, session.id)
    wrong = past.state.responses[0].id
    assert past.rule("right", wrong).ruling == "right"
    assert past.score().points == 2.0
    ruled = past.state
    past.rule("right", wrong)
    assert past.state == ruled
    past.rule("void", wrong)
    assert past.score().out_of == 1.0
    past = look_back(None, store, session.id)
    past.rule(None, wrong)
    past.rule(None, wrong)
    assert past.score().points == 1.0
    with pytest.raises(NotAllowed, match="no ruling"):
        past.rule(None, wrong)


def test_what_cannot_be_ruled_on(store: Store) -> None:
    session = session_on("ab", "exam", store=store)
    do(session, "wrong")
    past = look_back(None, store, session.id)
    with pytest.raises(NotAllowed, match="handed in"):
        past.rule("right", past.state.responses[0].id)
    with pytest.raises(NotAllowed, match="no response to rule on"):
        past.rule("right", "none")


def test_undo_may_name_the_response_that_is_meant(store: Store) -> None:
    session = session_on("ab", store=store)
    do(session, "wrong")
    do(session, "wrong")
    session.finish()
    past = look_back(None, store, session.id)
    first, second = (given.id for given in past.state.responses)
    past.rule("right", first)
    past.rule("right", second)
    past.rule(None, first)
    assert [given.ruling for given in past.state.responses] == [None, "right"]
    with pytest.raises(NotAllowed, match="no ruling"):
        past.rule(None, first)


def test_the_response_that_is_meant_by_its_question(store: Store) -> None:
    session = session_on("ac", store=store)
    do(session, "wrong")
    do(session, "right")
    do(session, "right")
    past = look_back(None, store, session.id)
    first, _, again = past.state.responses
    assert response_to(past.state, "a") == first
    assert response_to(past.state, "b") is None
    past.rule("void", again.id)
    assert latest_ruled(past.state, "a") == past.state.responses[2]
    assert latest_ruled(past.state, "b") is None
