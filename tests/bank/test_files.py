"""What is read, and what is refused before it is read."""

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from bank.writing import Loads, Write, sound

from quizapp.bank import files
from quizapp.bank.load import load

unix = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix file system")


def codes(path: Path) -> list[str]:
    loaded = load(path)
    assert loaded.bank is None
    assert all(problem.remedy for problem in loaded.problems)
    return [problem.code for problem in loaded.problems]


def test_a_sound_bank_has_no_problems(loads: Loads, good: str) -> None:
    loaded = loads(good)
    assert loaded.problems == ()
    assert loaded.bank is not None
    assert (loaded.bank.id, loaded.bank.title) == ("tides", "Why the sea moves")
    assert len(loaded.bank.questions) == 11
    assert loaded.bank.source.year == "1921"
    assert loaded.bank.objectives == {"semi-diurnal": "Two high waters a day, and why"}


def test_a_folder_is_the_same_bank_as_one_file(loads: Loads, good: str) -> None:
    head, *questions = good.split("[[question]]\n")
    one = sound(loads(good))
    parts = {f"{n:02}.toml": "[[question]]\n" + text for n, text in enumerate(questions)}
    many = sound(loads({"bank.toml": head} | parts))
    assert many.questions == one.questions
    assert many.passages == one.passages


@pytest.mark.parametrize(
    "mend",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("[[question]]", "  [[question]]  # next").encode(),
    ],
    ids=["byte order mark", "CRLF", "comments"],
)
def test_ways_to_write_a_file(loads: Loads, good: str, mend: Callable[[str], str | bytes]) -> None:
    loaded = loads(mend(good))
    assert loaded.problems == ()
    assert sound(loaded).questions == sound(loads(good)).questions


def test_the_digest_tells_contents_apart(loads: Loads, good: str) -> None:
    first = sound(loads(good)).digest
    assert first == sound(loads(good)).digest
    assert len(first) == 64
    assert first != sound(loads(good.replace("Count the bulges", "Count bulges"))).digest


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        (b'format = 1\ntitle = "caf\xe9"\n', "encoding", 2, 13),
        ("format = 1\n".encode("utf-16"), "encoding", 1, 1),
        (b'format = 1\nx = "a\x1b"\n', "control", 2, 1),
        (b"\x7fELF\x02\x01\x01\x00", "nul", 1, 8),
        (b"a = " + b"[" * 100_000, "nested", 0, 0),
        (b"a = " + b"[" * 300 + b"]" * 300, "missing-field", None, None),
        (b".".join([b"a"] * 100_000) + b" = 1", "nested", 0, 0),
        (b"a = " + b"9" * 5000, "toml", 0, 0),
        (b"", "missing-field", 1, 1),
    ],
)
def test_bytes_that_are_no_bank(
    loads: Loads, content: bytes, code: str, line: int | None, column: int | None
) -> None:
    loaded = loads(content)
    assert loaded.bank is None
    problem = next(one for one in loaded.problems if one.code == code)
    assert line is None or (problem.line, problem.column) == (line, column)


def test_no_file(tmp_path: Path) -> None:
    assert codes(tmp_path / "none.toml") == ["missing"]
    assert codes(tmp_path / "nul\0.toml") == ["unreadable"]


def test_a_folder_without_a_bank(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["no-bank"]


@unix
def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    assert codes(tmp_path / "pipe.toml") == ["not-a-file"]


@unix
def test_a_device_is_refused() -> None:
    assert codes(Path("/dev/zero")) == ["not-a-file"]


@unix
def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.toml")
        assert codes(Path("s.toml")) in (["not-a-file"], ["unreadable"])


@unix
def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").symlink_to("b.toml")
    (tmp_path / "b.toml").symlink_to("a.toml")
    assert codes(tmp_path / "a.toml") == ["unreadable"]


def test_a_folder_named_as_a_file(write: Write, good: str) -> None:
    folder = write({"bank.toml": good})
    (folder / "more.toml").mkdir()
    assert codes(folder) == ["not-a-file"]


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.toml"
    with huge.open("wb") as file:
        file.truncate(1 << 36)
    assert codes(huge) == ["too-large"]


def test_many_files_that_are_huge_together_are_refused(write: Write, good: str) -> None:
    head, *questions = good.split("[[question]]\n")
    part = "[[question]]\n" + questions[0]
    filler = "# " + "x" * (files.LIMIT // 3) + "\n"
    folder = write({"bank.toml": head} | {f"{n}.toml": filler + part for n in range(4)})
    assert "too-large" in codes(folder)


@unix
def test_a_link_out_of_the_folder_is_refused(write: Write, good: str, tmp_path: Path) -> None:
    folder = write({"bank.toml": good})
    (tmp_path / "secret.toml").write_text("[[question]]\n")
    (folder / "q.toml").symlink_to("../secret.toml")
    assert codes(folder) == ["outside"]


@unix
def test_a_link_within_the_folder_is_fine(write: Write, good: str) -> None:
    folder = write({"bank.toml": good, ".hidden.toml": "not read"})
    (folder / "linked.toml").symlink_to(".other")
    (folder / ".other").write_text(
        '[[question]]\nid = "x"\nkind = "text"\nprompt = "P"\nanswers = "a"\n'
    )
    assert load(folder).problems == ()


@unix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "bank.toml"
    path.touch(mode=0)
    assert codes(path) == ["unreadable"]
