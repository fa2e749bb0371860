"""What is read of the files that are handed over, and what is refused, and why."""

import io
import os
import sys
from pathlib import Path

import pytest

from quizapp import files
from quizapp.files import Refused, expanded, lines, read_bytes, read_text

unix = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix file system")


def refused(path: str | Path, limit: int = 100) -> Refused:
    with pytest.raises(Refused) as caught:
        read_text(path, limit)
    assert caught.value.message
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize("content", [b"", b"plain", b"\xef\xbb\xbfplain", "é\r\n".encode()])
def test_a_regular_file_is_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert read_bytes(path, 100) == content
    assert read_text(str(path), 100) == content.decode("utf-8-sig")


def test_a_link_to_a_regular_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("plain")
    (tmp_path / "link").symlink_to("file")
    assert read_text(tmp_path / "link", 100) == "plain"


@unix
def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "loop").symlink_to("loop")
    assert "a named pipe" in refused(tmp_path / "pipe").message
    assert "a device" in refused(tmp_path / "zero").message
    assert "a folder" in refused(tmp_path).message
    assert refused(tmp_path / "loop").code == "unreadable"
    assert refused(tmp_path / "gone").code == "missing"
    assert refused(tmp_path / "a\0b").code == "unreadable"
    assert refused(tmp_path / ("n" * 5000)).code == "unreadable"


@unix
def test_a_pipe_that_takes_the_place_of_a_file_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is swapped after it was looked at, just before it is opened."""
    path, pipe = tmp_path / "file", tmp_path / "pipe"
    path.write_text("plain")
    os.mkfifo(pipe)
    opened = os.open

    def swapped(name: Path, flags: int, *more: int) -> int:
        os.replace(pipe, path)
        return opened(name, flags, *more)

    monkeypatch.setattr(os, "open", swapped)
    assert "a named pipe" in refused(path).message


def test_a_file_is_refused_by_its_size_and_the_limit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * (64 * files.KIB + 1))
    assert "64 KiB" in refused(path, 64 * files.KIB).message
    assert read_bytes(path, 64 * files.KIB + 1)
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert "16 MiB" in refused(path, 16 * files.MIB).message


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="needs /proc")
def test_a_file_that_states_no_size_is_bounded_as_well() -> None:
    assert os.stat("/proc/self/status").st_size == 0
    assert refused("/proc/self/status", 10).code == "too-large"


def test_a_file_that_never_ends_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x")
    monkeypatch.setattr(files, "PATIENCE", -1.0)
    assert refused(path).code == "slow"


@pytest.mark.parametrize(
    ("content", "said", "line", "column"),
    [
        ("text\n".encode("utf-16"), "UTF-16", 1, 1),
        ("text\n".encode("utf-16-be"), "NUL", 1, 1),
        ("text\n".encode("utf-16-le"), "NUL", 1, 2),
        ("é\nabc é".encode("latin-1"), "byte 0xE9", 1, 1),
        ("é\nabc ".encode() + b"\xe9", "byte 0xE9", 2, 5),
        (b"\xef\xbb\xbfab\xff", "byte 0xFF", 1, 3),
        (b"one\ntwo\0", "NUL", 2, 4),
        (b"\xed\xa0\x80", "byte 0xED", 1, 1),
    ],
)
def test_what_is_not_utf8_is_named_with_its_place(
    tmp_path: Path, content: bytes, said: str, line: int, column: int
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    error = refused(path)
    assert said in error.message
    assert "UTF-8" in error.remedy
    assert (error.line, error.column) == (line, column)
    assert error.sentence("f").startswith(f"f:{line}:{column}: ")


def test_lines_are_cut_where_they_are_too_long() -> None:
    file = io.BytesIO(b"one\n" + b"x" * 50 + b"\ntwo")
    assert list(lines(file, 10)) == [b"one\n", b"x" * 11, b"two"]


def test_a_home_folder_is_filled_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert expanded("~/texts") == tmp_path / "texts"


@pytest.mark.parametrize("name", ["~nosuchuser", "~nosuchuser/bank", "a\0b"])
def test_a_path_that_cannot_be_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        expanded(name)


@unix
def test_reading_leaves_no_file_open(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"x" * 200)
    before = len(os.listdir("/dev/fd"))
    for name in ("pipe", "file", "gone"):
        refused(tmp_path / name)
    assert len(os.listdir("/dev/fd")) == before
