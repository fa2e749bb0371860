"""What the screens share, used by all of them at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from tui.driving import BANK

from quizapp.app import outlook, session_lists
from quizapp.app.bank_overview import bank_overview
from quizapp.app.launch import Launch
from quizapp.app.overview import overview
from quizapp.app.workspace import Workspace
from quizapp.planning.cards import due_counts
from quizapp.planning.request import SessionRequest
from quizapp.report.errors import missed
from quizapp.report.learner_report import learner_report
from quizapp.report.regrade import apply, outdated

TIMES = 4


def studies(workspace: Workspace) -> None:
    """A session with everything that a learner can do in one."""
    session = workspace.begin(
        workspace.bank(BANK), SessionRequest(kinds=("text", "number"), seed=1)
    )
    session.recorder.flush()
    session.skip()
    session.undo()
    if session.can_hint:
        session.hint()
    given = session.answer("nothing like it", 1.0)
    session.rule("right", given.id)
    session.undo(given.id)
    resumed = workspace.resume(session.id)
    assert [each.id for each in resumed.state.responses] == [given.id]
    while resumed.turn is not None:
        resumed.answer("", 1.0)
    assert resumed.leave()
    outlook.ahead(resumed)


def sits_an_exam(workspace: Workspace) -> None:
    session = workspace.begin(
        workspace.bank(BANK), SessionRequest(mode="exam", kinds=("text", "number"), seed=1)
    )
    session.answer("granite", 1.0)
    session.hand_in()


def looks_back(workspace: Workspace) -> None:
    """Past sessions, their responses, and rulings on them."""
    for seen in session_lists.sessions(workspace, 5):
        past = workspace.look_back(seen.id)
        assert past.bank.path == BANK
        for each in past.state.responses:
            if seen.finished:
                past.rule("right", each.id)
                past.undo(each.id)


def is_at_home(workspace: Workspace) -> None:
    workspace.banks()
    assert workspace.store is not None
    session_lists.unfinished(workspace)
    due_counts(workspace.store, "")
    overview(workspace)
    assert bank_overview(workspace, BANK).today is not None


def sees_progress(workspace: Workspace) -> None:
    bank = workspace.bank(BANK)
    with workspace.aside() as store:
        assert store is not None
        learner_report(bank, store, "")
        missed(bank, store, "")
        apply(store, outdated(bank, store, ""))


def test_every_screen_may_use_it_at_once(tmp_path: Path) -> None:
    work: tuple[Callable[[Workspace], None], ...] = (
        studies, studies, sits_an_exam, looks_back, is_at_home, is_at_home, sees_progress
    )  # fmt: skip
    ready = Barrier(len(work))
    workspace = Workspace(Launch(tmp_path / "data", BANK, SessionRequest(), "", None, True))

    def run(do: Callable[[Workspace], None]) -> None:
        ready.wait()
        for _ in range(TIMES):
            do(workspace)

    with ThreadPoolExecutor(len(work)) as threads:
        for done in [threads.submit(run, do) for do in work]:
            done.result()
    sessions = session_lists.sessions(workspace, 100)
    assert workspace.trouble == ""
    assert len(sessions) == 3 * TIMES
    assert all(each.finished for each in sessions)
    workspace.close()
