"""A session is run by one program at a time."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier, Thread

import pytest
from cli.program import BANK, environment, quizapp, study

from quizapp.app.launch import Launch
from quizapp.app.workspace import Workspace
from quizapp.planning.request import SessionRequest
from quizapp.session.errors import NotAllowed
from quizapp.store.lock import FOLDER, SessionLock, Taken, lock

NAME = "ffffffff-ffff-4fff-bfff-ffffffffffff"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@contextmanager
def running(data: Path, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A session on plain lines that waits for an answer to its first question."""
    with subprocess.Popen(
        [sys.executable, "-m", "quizapp", "study", *words, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(data),
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        while not child.stdout.readline().startswith(b"["):
            assert child.poll() is None
        yield child
        child.kill()


def resumable(data: Path) -> str:
    return study(data, "--count", "3", "--seed", "1").out.partition("--resume ")[2][:36]


def test_a_session_that_runs_is_not_resumed_elsewhere(data: Path) -> None:
    session = resumable(data)
    with running(data, "--resume", session) as first:
        for words in (("--resume", session[:8]), ("--resume",)):
            second = quizapp(data, "study", *words, "--plain", typed="x\n")
            assert (second.status, second.out) == (2, "")
            assert f"The session {session[:8]} is open in another quizapp." in second.err
        first.kill()
        first.wait()
        third = quizapp(data, "study", "--resume", session, "--plain", typed=":quit\n")
        assert third.status == 0, third
    assert list((data / FOLDER).iterdir()) == []


def test_nor_is_one_that_was_begun_there(data: Path) -> None:
    with running(data, str(BANK), "--count", "3", "--seed", "1") as first:
        assert first.stdin is not None
        first.stdin.write(b"x\n")
        first.stdin.flush()
        assert first.stdout is not None
        while not first.stdout.readline().startswith(b"["):
            assert first.poll() is None
        assert quizapp(data, "study", "--resume", "--plain").status == 2
        quizapp(data, "study", str(BANK), "--plain", "--count", "1", typed="x\n")


def test_on_the_screen_it_is_said_and_home_is_offered(data: Path) -> None:
    name = resumable(data)
    mine, other = (Workspace(Launch(data, None, SessionRequest(), "")) for _ in range(2))
    session = mine.resume(name)
    again = mine.resume(name)
    with pytest.raises(NotAllowed, match="is open in another quizapp"):
        other.resume(name)
    session.leave()
    with pytest.raises(NotAllowed, match="is open in another quizapp"):
        other.resume(name)
    again.leave()
    other.resume(name).leave()
    for workspace in (mine, other):
        workspace.close()


def test_a_session_that_cannot_be_resumed_is_not_held(data: Path) -> None:
    finished = study(data, "--count", "1", typed="x\nx\nx\n")
    assert finished.status == 0
    (session,) = quizapp(data, "scores", "--format", "json").json["sessions"]
    for _ in range(2):
        done = quizapp(data, "study", "--resume", session["id"], "--plain")
        assert "That session is finished" in done.err
    workspace = Workspace(Launch(data, None, SessionRequest(), ""))
    for _ in range(2):
        with pytest.raises(NotAllowed, match="finished"):
            workspace.resume(session["id"])
    assert list((data / FOLDER).iterdir()) == []
    workspace.close()


def test_of_many_at_once_one_has_it(data: Path) -> None:
    for _ in range(20):
        found: list[SessionLock] = []
        refused: list[Taken] = []
        gate = Barrier(8)

        def take(
            gate: Barrier = gate, found: list[SessionLock] = found, refused: list[Taken] = refused
        ) -> None:
            gate.wait()
            try:
                taken = lock(data, NAME)
            except Taken as error:
                refused.append(error)
            else:
                assert taken is not None
                found.append(taken)

        threads = [Thread(target=take) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert (len(found), len(refused)) == (1, 7)
        found[0].let_go()


@pytest.mark.parametrize("name", ["", "..", "../x", NAME.upper()])
def test_no_lock_is_named_by_what_is_no_identifier(name: str, data: Path) -> None:
    assert lock(data, name) is None
    assert not data.exists()


def test_where_no_lock_can_be_had_the_session_runs(data: Path) -> None:
    session = resumable(data)
    (data / FOLDER).rmdir()
    (data / FOLDER).write_text("a file where the folder should be")
    assert quizapp(data, "study", "--resume", session, "--plain", typed=":quit\n").status == 0
