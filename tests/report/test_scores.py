"""Sessions and responses, as `quizapp scores` prints them."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from session.samples import do, session_on

from quizapp.report.scores import ResponseScore, SessionScore, responses, sessions
from quizapp.store.errors import NoSuchSession
from quizapp.store.sqlite import Store, in_memory


@pytest.fixture
def store() -> Iterator[Store]:
    with in_memory() as opened:
        yield opened


def clock() -> datetime:
    return datetime(2024, 5, 2, tzinfo=UTC)


def test_the_fields_are_those_of_the_contract() -> None:
    assert SessionScore._fields == (
        "id",
        "bank",
        "mode",
        "learner",
        "started",
        "finished",
        "asked",
        "answered",
        "correct",
        "close",
        "partial",
        "wrong",
        "score",
        "out_of",
        "percent",
        "seconds",
        "unsure",
    )
    assert ResponseScore._fields == (
        "question",
        "response",
        "outcome",
        "score",
        "ruling",
        "seconds",
        "at",
        "unsure",
    )


def test_a_session_in_figures(store: Store) -> None:
    session = session_on("abcdefg", store=store)
    for what in ("right", "slip", "half", "wrong", "rule right", "hint", "right", "skip"):
        do(session, what)
    (told,) = sessions(store, clock=clock)
    assert told == SessionScore(
        id=session.id,
        bank="samples",
        mode="learn",
        learner="ada",
        started="2024-05-01T22:30:00.000000Z",
        finished=None,
        asked=7,
        answered=5,
        correct=3,
        close=1,
        partial=1,
        wrong=0,
        score=4.0,
        out_of=5.0,
        percent=80.0,
        seconds=5.0,
        unsure=0,
    )


def test_a_finished_session_says_when(store: Store) -> None:
    session = session_on("a", store=store)
    do(session, "right")
    session.finish()
    (told,) = sessions(store, clock=clock)
    assert told.finished == "2024-05-01T22:32:00.000000Z"


@pytest.mark.parametrize(
    ("doings", "told"),
    [
        (["half"], ("half", "partial", 0.5, None)),
        (["hint", "right"], ("right", "correct", 0.5, None)),
        (["wrong", "rule right"], ("wrong", "wrong", 1.0, "right")),
        (["right", "rule wrong"], ("right", "correct", 0.0, "wrong")),
        (["right", "rule void"], ("right", "correct", 0.0, "void")),
        (["half", "rule right", "undo"], ("half", "partial", 0.5, None)),
        (["dunno"], ("", "wrong", 0.0, None)),
    ],
)
def test_a_response_keeps_its_outcome_and_is_worth_what_was_ruled(
    store: Store, doings: list[str], told: tuple[str, str, float, str | None]
) -> None:
    session = session_on("abc", store=store)
    for what in doings:
        do(session, what)
    (response,) = responses(store, session.id[:8])
    assert (response.response, response.outcome, response.score, response.ruling) == told
    assert (response.question, response.seconds, response.at[-1]) == ("a", 1.0, "Z")


def test_retries_are_among_the_responses(store: Store) -> None:
    session = session_on("ab", store=store)
    for what in ("wrong", "right", "right"):
        do(session, what)
    assert [each.question for each in responses(store, session.id)] == ["a", "b", "a"]


def test_an_exams_rulings_are_told_but_count_for_nothing(store: Store) -> None:
    session = session_on("ab", "exam", store=store)
    do(session, "wrong")
    session.hand_in()
    do(session, "rule right")
    (told,) = sessions(store, clock=clock)
    assert (told.score, told.out_of, told.percent, told.wrong) == (0.0, 2.0, 0.0, 1)
    (response,) = responses(store, session.id)
    assert (response.score, response.ruling) == (0.0, "right")


def test_one_session_by_the_beginning_of_its_id(store: Store) -> None:
    ids = []
    for _ in range(3):
        session = session_on("ab", store=store)
        do(session, "right")
        ids.append(session.id)
    assert [each.id for each in sessions(store, session=ids[1][:12], clock=clock)] == [ids[1]]
    assert len(sessions(store, limit=2, clock=clock)) == 2
    for ask in (sessions, responses):
        with pytest.raises(NoSuchSession):
            ask(store, session="none")


def test_telling_scores_loads_neither_banks_nor_grader() -> None:
    code = "import sys, quizapp.report.scores, quizapp.store.sqlite; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {"quizapp.bank.model", "quizapp.kinds", "quizapp.grading", "msgspec", "textual", "rich"}
    assert heavy.isdisjoint(loaded)
