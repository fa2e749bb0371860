"""Whatever is wrong with a store is said in a sentence, and the file is left as it was."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from store.samples import response_row, session_row

from quizapp.store import errors
from quizapp.store.schema import APPLICATION_ID, STEPS
from quizapp.store.sqlite import open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scores.db"


def filled(path: Path, sessions: int = 20) -> None:
    with open_store(path) as store:
        for _ in range(sessions):
            session = session_row()
            store.add(session, response_row(session, "x" * 3000))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(20_000))


def a_letter(path: Path) -> None:
    path.write_text("Dear Ada,\n")


def cut_short(path: Path) -> None:
    filled(path)
    os.truncate(path, path.stat().st_size // 2)


def beheaded(path: Path) -> None:
    filled(path)
    with path.open("r+b") as file:
        file.write(b"\0" * 200)


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cookbook (recipe TEXT)")
    connection.close()


def newer(path: Path) -> None:
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    connection.close()


def no_tables(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE x (y)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (empty, "is empty"),
        (garbage, "is damaged"),
        (a_letter, "is damaged"),
        (cut_short, "is damaged"),
        (beheaded, "is damaged"),
        (foreign, "of another program"),
        (newer, "by a newer quizapp"),
    ],
)
def test_a_file_that_is_no_store_of_ours_is_refused_untouched(
    path: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(path)
    before = path.read_bytes()
    for write in (True, False):
        with pytest.raises(errors.StoreError, match=said) as caught:
            open_store(path, write=write)
        assert str(path) in caught.value.message
        assert caught.value.message.endswith(".")
        assert "\n" not in caught.value.message
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["scores.db"]


def test_a_store_without_its_tables_says_so(path: Path) -> None:
    no_tables(path)
    with open_store(path) as store, pytest.raises(errors.StoreError, match="no such table"):
        store.sums()


def test_a_store_that_is_spoilt_while_it_is_open_is_said_to_be(path: Path) -> None:
    filled(path)
    with open_store(path) as store:
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(os.urandom(path.stat().st_size - 4096))
        session = session_row()
        with pytest.raises(errors.StoreError):
            store.add(session, response_row(session))


def test_a_store_that_is_moved_away_while_it_is_open_keeps_nothing_in_secret(path: Path) -> None:
    filled(path)
    with open_store(path) as store:
        path.rename(path.with_name("elsewhere.db"))
        session = session_row()
        with pytest.raises(errors.StoreError, match="cannot be written to"):
            store.add(session, response_row(session))


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_is_no_place_for_scores(path: Path, make: Callable[[Path], None]) -> None:
    make(path)
    with pytest.raises(errors.StoreError, match="is not a file"):
        open_store(path)


def test_a_file_in_the_way_of_the_folder(path: Path) -> None:
    path.write_text("in the way")
    with pytest.raises(errors.StoreError, match="cannot be reached"):
        open_store(path / "quizapp" / "scores.db")


# Faults that need another process


def in_a_child(code: str, *arguments: object) -> str:
    """What a fresh interpreter prints when it runs the code."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


AS_NOBODY = """
import os, sys
from pathlib import Path
path, write = Path(sys.argv[1]), sys.argv[2] == "True"
from store.samples import response_row, session_row
from quizapp.store import errors
from quizapp.store.sqlite import open_store
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    with open_store(path, write=write) as store:
        print(len(store.sums()), end=" ")
        session = session_row()
        store.add(session, response_row(session))
        print("kept")
except errors.StoreError as error:
    print(error.message)
"""


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A store in a folder that any learner can get at."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        path = Path(folder) / "scores.db"
        filled(path)
        yield path
        Path(folder).chmod(0o755)


@pytest.mark.parametrize(
    ("folder", "file"), [(0o555, 0o444), (0o555, 0o666), (0o777, 0o444)], ids=oct
)
def test_a_read_only_store_is_said_to_be_and_can_be_read(
    open_to_all: Path, folder: int, file: int
) -> None:
    path = open_to_all
    path.chmod(file)
    path.parent.chmod(folder)
    assert re.match(CLOSED, in_a_child(AS_NOBODY, path, True))
    assert re.match(f"20 {CLOSED}", in_a_child(AS_NOBODY, path, False))


def test_a_store_cannot_be_made_in_a_read_only_folder(open_to_all: Path) -> None:
    new = open_to_all.with_name("new.db")
    open_to_all.parent.chmod(0o555)
    assert re.match(CLOSED, in_a_child(AS_NOBODY, new, True))
    assert re.match(f"0 {CLOSED}", in_a_child(AS_NOBODY, new, False))
    assert re.match(CLOSED, in_a_child(AS_NOBODY, new.parent / "deeper" / "new.db", True))


def test_a_store_held_by_another_program_says_so_and_keeps_when_let_go(path: Path) -> None:
    filled(path, 1)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "held\n"
        session = session_row()
        row = response_row(session)
        with open_store(path, wait=0.05) as store:
            with pytest.raises(errors.Locked, match="held by another program"):
                store.add(session, row)
            holder.communicate("\n", timeout=30)
            store.add(session, row)
            assert store.history(session.id) == [row]
    finally:
        holder.kill()
        holder.wait()


HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
"""

CLOSED = "The store .* cannot be (written to|made)"

FILL_UP = """
import resource, signal, sys
from pathlib import Path
from store.samples import response_row, session_row
from quizapp.store import errors
from quizapp.store.sqlite import open_store
path, room = Path(sys.argv[1]), int(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
kept, told = [], ""
with open_store(path) as store:
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + room, hard))
    session = session_row()
    for number in range(200):
        row = response_row(session, str(number) * 500)
        try:
            store.add(session, row)
        except errors.StoreError as error:
            told = error.message
            break
        kept.append(row)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert store.history(session.id) == kept
    store.add(session, row)
    assert store.history(session.id) == [*kept, row]
print(len(kept), told)
"""


@pytest.mark.parametrize("room", [0, 1000, 4096, 10_000, 20_000, 50_000])
def test_on_a_full_disk_nothing_kept_is_lost_and_it_goes_on_once_there_is_space(
    path: Path, room: int
) -> None:
    filled(path, 1)
    kept, told = in_a_child(FILL_UP, path, room).split(maxsplit=1)
    assert "is full, or failing" in told
    with open_store(path) as store:
        assert len(store.sums()) == 2
        assert int(kept) < 200


def test_no_store_is_made_half_on_a_full_disk(path: Path) -> None:
    code = """
import resource, signal, sys
from pathlib import Path
from quizapp.store import errors
from quizapp.store.sqlite import open_store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
try:
    open_store(Path(sys.argv[1]))
except errors.StoreError as error:
    print(error.message)
"""
    assert "is full, or failing" in in_a_child(code, path)
    assert list(path.parent.iterdir()) == []


WRITER = """
import sys
from pathlib import Path
from store.samples import response_row, session_row
from quizapp.store.sqlite import open_store
with open_store(Path(sys.argv[1])) as store:
    session = session_row(id=sys.argv[2])
    for number in range(int(sys.argv[3])):
        store.add(session, response_row(session, str(number)))
"""


def test_several_programs_at_once_make_one_store_and_lose_nothing(path: Path) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(UUID(int=number)), "50"],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        for number in range(4)
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0] * 4
    with open_store(path) as store:
        for number in range(4):
            responses = [each.response for each in store.responses(str(UUID(int=number)))]
            assert responses == [str(each) for each in range(50)]


def test_the_words_of_every_trouble_name_a_way_out() -> None:
    from quizapp.store.error_messages import explained

    def of(error: Exception) -> str:
        with pytest.raises(errors.StoreError) as caught, explained(Path("scores.db")):
            raise error
        return caught.value.message

    assert of(OSError(28, "No space left on device")).startswith("The disk of the store")
    assert of(OSError(13, "Permission denied")).startswith("The store scores.db cannot be made")
    assert of(OSError(40, "Too many levels")).startswith("The store scores.db cannot be reached")
    for told in (of(OSError(28, "x")), of(OSError(13, "x")), of(sqlite3.OperationalError("x"))):
        assert "--try" in told
