"""A bank whose questions were renamed, deleted or changed in kind since they were answered."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from session.samples import Other, bank, word

from quizapp.bank.model import Bank
from quizapp.kinds.text import Text
from quizapp.planning.cards import due_counts, memories_of
from quizapp.planning.request import SessionRequest
from quizapp.report.items import analysis, answers
from quizapp.report.progress import progress
from quizapp.report.regrade import apply, changes
from quizapp.report.scores import responses, sessions
from quizapp.session.begin import begin, resume
from quizapp.store.sqlite import Store, in_memory

START = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
LATER = START + timedelta(days=30)
SAID = {"a": "right", "b": "wrong", "c": "half"}


def then() -> datetime:
    return START


def now() -> datetime:
    return LATER


def whole(*questions: Text | Other | object) -> Bank:
    """The bank as it is today, with b and c as they were."""
    kept = (word("b", "p1", ("x",)), word("c", "p2"))
    return bank(*questions, *kept, digest="sha256:today")  # type: ignore[arg-type]


AS_IT_WAS = whole(word("a", "p1", ("x",)))._replace(digest="sha256:then")
RENAMED = whole(word("new", "p1", ("x",), was=("a",)))
DELETED = whole()
OTHER_KIND = whole(Other(id="a", prompt="a?"))
OTHER_ANSWER = whole(Text(id="a", prompt="a?", answers=("left",)))


@pytest.fixture
def store() -> Iterator[Store]:
    """A session in which each question was answered."""
    with in_memory() as opened:
        session = begin(AS_IT_WAS, opened, SessionRequest(questions=("a", "b", "c")), "ada", then)
        while session.turn is not None and not session.turn.retry:
            session.answer(SAID[session.turn.question], 1.0, 2)
        session.finish()
        yield opened


@pytest.mark.parametrize("today", [RENAMED, DELETED, OTHER_KIND, OTHER_ANSWER])
def test_scores_stand_whatever_became_of_the_bank(store: Store, today: Bank) -> None:
    before = sessions(store), responses(store, sessions(store)[0].id)
    progress(today, store, "ada")
    memories_of(store, today, "ada", now)
    changes(today, store)
    assert (sessions(store), responses(store, sessions(store)[0].id)) == before
    assert (before[0][0].score, before[0][0].out_of) == (1.5, 3.0)


@pytest.mark.parametrize(
    ("today", "known"),
    [(AS_IT_WAS, (3, 3, 1)), (RENAMED, (3, 3, 1)), (DELETED, (2, 2, 0)), (OTHER_KIND, (3, 3, 1))],
)
def test_progress_is_on_the_questions_of_today(
    store: Store, today: Bank, known: tuple[int, int, int]
) -> None:
    found = progress(today, store, "ada")
    assert (found.questions, found.seen, found.known) == known


@pytest.mark.parametrize(
    ("today", "learners", "gone"),
    [
        (AS_IT_WAS, {"a": 1, "b": 1, "c": 1}, 0),
        (RENAMED, {"new": 1, "b": 1, "c": 1}, 0),
        (DELETED, {"b": 1, "c": 1}, 1),
        (OTHER_KIND, {"a": 1, "b": 1, "c": 1}, 0),
    ],
)
def test_items_are_those_of_today_and_say_what_is_gone(
    store: Store, today: Bank, learners: dict[str, int], gone: int
) -> None:
    found = analysis(today, store)
    assert {item.question: item.figures.learners for item in found.items} == learners
    assert found.gone == gone


def test_answers_to_a_renamed_question_are_found(store: Store) -> None:
    assert [each.response for each in answers(RENAMED, store, "new")] == ["right"]


@pytest.mark.parametrize(
    ("today", "changed"),
    [(RENAMED, {}), (DELETED, {}), (OTHER_KIND, {}), (OTHER_ANSWER, {"a": "wrong"})],
)
def test_a_regrade_goes_by_the_question_of_today(
    store: Store, today: Bank, changed: dict[str, str]
) -> None:
    found = changes(today, store)
    assert {change.question: change.outcome for change in found} == changed
    apply(store, found, now)
    assert sessions(store)[0].score == (0.5 if changed else 1.5)


@pytest.mark.parametrize(
    ("today", "due"), [(AS_IT_WAS, 3), (RENAMED, 3), (DELETED, 2), (OTHER_KIND, 3)]
)
def test_what_is_due_is_what_can_be_asked(store: Store, today: Bank, due: int) -> None:
    assert due_counts(store, "ada", now) == {"samples": 3}
    session = begin(today, store, SessionRequest(due=True), "ada", now)
    asked = {planned.question for planned in session.state.plan}
    assert asked == {one.id for one in today.questions}
    assert len(asked) == due
    assert due_counts(store, "ada", now) == {"samples": due}


@pytest.mark.parametrize(
    ("today", "asked"), [(RENAMED, "abc"), (DELETED, "bc"), (OTHER_KIND, "abc")]
)
def test_a_session_goes_on_with_what_is_left(store: Store, today: Bank, asked: str) -> None:
    before = begin(AS_IT_WAS, store, SessionRequest(questions=("a", "b", "c")), "ada", then)
    before.recorder.flush()
    session = resume(today, store, before.id, then)
    told = []
    while session.turn is not None:
        told.append(session.turn.question)
        session.answer("right", 1.0)
    assert sorted(told) == sorted(asked)
    assert session.leave()
    assert sessions(store, session=before.id)[0].percent == 100.0
