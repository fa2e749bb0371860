"""What is said while reading, cramming or trying, and where it counts."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from session.samples import bank, word

from quizapp.app import session_lists
from quizapp.app.launch import Launch
from quizapp.app.workspace import Workspace
from quizapp.planning.cards import due_counts, learner_state, memories_of
from quizapp.planning.request import SessionRequest
from quizapp.report.items import analysis
from quizapp.report.progress import progress
from quizapp.report.regrade import changes
from quizapp.report.scores import sessions
from quizapp.session.begin import begin
from quizapp.session.run import SessionRun
from quizapp.store.sqlite import Store, in_memory

START = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
TEXT = bank(word("a", "p1", ("x",)), word("b", "p2"), passages=2)


def on_day(number: int) -> Callable[[], datetime]:
    return lambda: START + timedelta(days=number)


def to_the_end(session: SessionRun, response: str) -> None:
    """Answer and read until nothing is left."""
    while not session.complete:
        if session.reading is not None:
            session.read_on()
        else:
            session.answer(response, 1.0, 3)
    session.finish()


def figures(store: Store) -> tuple[object, ...]:
    """What items, progress and the schedule say."""
    mine = progress(TEXT, store, "ada")
    return (
        analysis(TEXT, store),
        (mine.seen, mine.known, mine.sections, mine.objectives, mine.calibration),
        *schedule(store),
    )


def schedule(store: Store) -> tuple[object, ...]:
    return (
        memories_of(store, TEXT, "ada", on_day(2)),
        [due_counts(store, "ada", on_day(ahead)) for ahead in range(10)],
        learner_state(store, TEXT, "ada", START.toordinal() + 1).begun,
    )


@pytest.fixture
def store() -> Store:
    """A store with a day's learning in it."""
    opened = in_memory()
    to_the_end(begin(TEXT, opened, SessionRequest(), "ada", on_day(0)), "right")
    return opened


@pytest.mark.parametrize("response", ["right", "wrong"])
def test_a_guess_while_reading_enters_no_score_schedule_or_item_statistics(
    store: Store, response: str
) -> None:
    before = figures(store)
    to_the_end(begin(TEXT, store, SessionRequest(mode="read"), "ada", on_day(1)), response)
    assert figures(store) == before
    read = sessions(store)[0]
    assert (read.mode, read.answered, read.score, read.out_of) == ("read", 0, 0.0, 0.0)
    assert changes(TEXT._replace(digest="sha256:new"), store) == ()


def test_guesses_alone_leave_everything_unseen() -> None:
    with in_memory() as store:
        before = figures(store)
        to_the_end(begin(TEXT, store, SessionRequest(mode="read"), "ada", on_day(0)), "right")
        assert figures(store) == before


@pytest.mark.parametrize("response", ["right", "wrong"])
def test_cramming_changes_no_schedule(store: Store, response: str) -> None:
    before = schedule(store)
    session = begin(TEXT, store, SessionRequest(mode="cram"), "ada", on_day(1))
    for _ in range(6):
        session.answer(response, 1.0)
    session.finish()
    assert schedule(store) == before
    assert sessions(store)[0].answered == 2


def test_what_was_skipped_and_waits_changes_no_schedule(store: Store) -> None:
    before = memories_of(store, TEXT, "ada", on_day(2))
    session = begin(TEXT, store, SessionRequest(questions=("a", "b")), "ada", on_day(1))
    session.skip()
    session.answer("right", 1.0)
    assert session.turn is not None
    waits = session.turn.question
    assert memories_of(store, TEXT, "ada", on_day(2))[waits] == before[waits]
    session.finish()
    assert memories_of(store, TEXT, "ada", on_day(2))[waits] != before[waits]


def test_a_try_records_nothing(tmp_path: Path) -> None:
    workspace = Workspace(Launch(tmp_path / "data", None, SessionRequest(), "ada", keep=False))
    for mode in ("learn", "exam", "cram", "read"):
        session = workspace.begin(TEXT, SessionRequest(mode=mode))
        if mode == "exam":
            session.answer("right", 1.0)
            session.hand_in()
        else:
            to_the_end(session, "right")
        assert not session.recorder.keeps
    workspace.close()
    assert session_lists.sessions(workspace, 9) == []
    assert session_lists.unfinished(workspace) == []
    assert not (tmp_path / "data").exists()
