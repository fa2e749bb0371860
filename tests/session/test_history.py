"""Sessions that are over can be looked at and ruled on, without their bank."""

from collections.abc import Iterator

import pytest
from session.samples import do, sitting_on, ticking

from quizapp.session.history import latest_ruled, look, response_to, rule, undo
from quizapp.session.score import score
from quizapp.session.sitting import Refused
from quizapp.store.sqlite import Store, in_memory


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory() as opened:
        yield opened


def test_a_past_session_is_as_it_was_left(store: Store) -> None:
    sitting = sitting_on("abc", store=store)
    for what in ("right", "wrong", "rule right", "slip"):
        do(sitting, what)
    sitting.finish()
    past = look(store, sitting.id[:8])
    assert past.session == sitting.session
    assert score(past.session) == sitting.score()
    assert past.row.learner == "ada"


def test_a_ruling_made_later_changes_the_score_and_can_be_undone(store: Store) -> None:
    sitting = sitting_on("ab", store=store)
    do(sitting, "wrong")
    do(sitting, "right")
    sitting.finish()
    clock = ticking().__next__
    past = look(store, sitting.id)
    wrong = past.session.given[0].id
    ruled = rule(store, past, wrong, "right", clock)
    assert score(ruled.session).points == 2.0
    assert rule(store, ruled, wrong, "right", clock) == ruled
    assert score(rule(store, ruled, wrong, "void", clock).session).out_of == 1.0
    back = undo(store, undo(store, look(store, sitting.id), clock), clock)
    assert score(back.session).points == 1.0
    with pytest.raises(Refused, match="no ruling"):
        undo(store, back, clock)


def test_what_cannot_be_ruled_on(store: Store) -> None:
    sitting = sitting_on("ab", "exam", store=store)
    do(sitting, "wrong")
    past = look(store, sitting.id)
    with pytest.raises(Refused, match="handed in"):
        rule(store, past, past.session.given[0].id, "right")
    with pytest.raises(Refused, match="not in this session"):
        rule(store, past, "none", "right")


def test_undo_may_name_the_response_that_is_meant(store: Store) -> None:
    sitting = sitting_on("ab", store=store)
    do(sitting, "wrong")
    do(sitting, "wrong")
    sitting.finish()
    past = look(store, sitting.id)
    first, second = (given.id for given in past.session.given)
    past = rule(store, rule(store, past, first, "right"), second, "right")
    past = undo(store, past, response=first)
    assert [given.ruling for given in past.session.given] == [None, "right"]
    with pytest.raises(Refused, match="no ruling"):
        undo(store, past, response=first)


def test_the_response_that_is_meant_by_its_question(store: Store) -> None:
    sitting = sitting_on("a", store=store)
    do(sitting, "wrong")
    do(sitting, "right")
    past = look(store, sitting.id)
    first, again = past.session.given
    assert response_to(past, "a") == first
    assert response_to(past, "b") is None
    past = rule(store, past, again.id, "void")
    assert latest_ruled(past, "a") == past.session.given[1]
    assert latest_ruled(past, "b") is None
