"""Plain lines while the disk is full: what is kept, what is not, and when it is again."""

import re
from pathlib import Path

import pytest
from cli.broken import changed
from cli.program import Done, quizapp, started
from tui.terminal import Terminal

BANK = """format = 1
[bank]
id = "letters"
title = "Letters"
""" + "".join(
    f'[[question]]\nid = "q{number}"\nkind = "text"\nprompt = "Letter {number}?"\n'
    f'answers = ["answer{number}"]\n'
    for number in range(1, 9)
)
ANSWERS = "no such letter\n" * 8


def call(folder: Path) -> tuple[str, ...]:
    """What begins a session of eight questions."""
    (folder / "letters.toml").write_text(BANK)
    return ("study", str(folder / "letters.toml"), "--mode", "exam", "--plain", "--seed", "1")


def filling(folder: Path, full: str) -> dict[str, str]:
    """The environment in which the writes `full`, counted from 1, fail."""
    code = (
        "from quizapp.store import errors, sqlite\n"
        "add, count = sqlite.Store.add, iter(range(1, 100))\n"
        "def adding(store, *rows):\n"
        f"    if next(count) in {full}:\n"
        "        raise errors.StoreError('The disk is full. Make room.')\n"
        "    add(store, *rows)\n"
        "sqlite.Store.add = adding\n"
    )
    return changed(folder, code)


def session(data: Path, folder: Path, full: str) -> Done:
    """A session whose writes `full` fail, with an answer to each question."""
    return started(data, *call(folder), typed=ANSWERS, variables=filling(folder, full))


def in_store(data: Path) -> int:
    """How many answers the store has."""
    sessions = quizapp(data, "scores", "--format", "json").json["sessions"]
    return sum(row["answered"] for row in sessions)


def test_it_tries_again_and_says_when_it_keeps_again(data: Path, tmp_path: Path) -> None:
    # The write that failed is tried again at once, so the fourth answer takes two.
    done = session(data, tmp_path, "(4, 5, 6, 7)")
    assert done.status == 0, done.err
    assert done.out.count("NOT KEPT: The disk is full. Make room.") == 1
    told = re.findall(r"Not kept yet: (.*)\.", done.out)
    assert told == ["1 answer", "2 answers", "3 answers"]
    assert "Everything is kept again, with the 3 answers that had to wait." in done.out
    assert "Kept:" not in done.out
    assert in_store(data) == 8


def test_at_the_end_it_says_what_was_kept_and_what_not(data: Path, tmp_path: Path) -> None:
    done = session(data, tmp_path, "range(4, 100)")
    assert done.status == 1
    assert "Kept: 3 of 8 answers, without the last 5." in done.out
    assert "Nothing of this was kept" not in done.out
    assert "To go on: quizapp study letters --resume" in done.out
    assert in_store(data) == 3


def test_where_nothing_was_kept_there_is_nothing_to_go_on_with(data: Path, tmp_path: Path) -> None:
    done = session(data, tmp_path, "range(1, 100)")
    assert done.status == 1
    assert "Nothing of this was kept." in done.out
    assert "To go on" not in done.out


@pytest.mark.parametrize(
    ("full", "told", "status"),
    [
        ("(9,)", "Score: 0 of 8", 0),
        ("range(9, 100)", "Every answer was kept, but not what came after the last.", 1),
    ],
)
def test_handing_in_is_tried_to_the_end(
    data: Path, tmp_path: Path, full: str, told: str, status: int
) -> None:
    done = session(data, tmp_path, full)
    assert told in done.out
    assert done.status == status
    assert in_store(data) == 8


def test_what_was_typed_before_the_disk_was_full_is_there_to_resume(
    data: Path, tmp_path: Path
) -> None:
    session(data, tmp_path, "range(4, 100)")
    (tmp_path / "sitecustomize.py").unlink()
    again = quizapp(data, "study", "--resume", "--plain", typed=ANSWERS)
    assert "[4/8]" in again.out
    assert "[3/8]" not in again.out.split("You:")[0]
    assert in_store(data) == 8


def answer_until_the_disk_is_full(terminal: Terminal) -> None:
    """Answer twice; the second answer is not kept, and the program asks what to do."""
    terminal.until("[1/8]")
    terminal.type("a\r")
    terminal.until("[2/8]")
    terminal.type("b\r")
    terminal.until("Enter tries again; type go to go on and try later:")


def test_on_a_terminal_enter_tries_again_and_go_tries_with_each_answer(
    data: Path, tmp_path: Path
) -> None:
    environment = {**filling(tmp_path, "(2, 3, 4, 6)"), "QUIZAPP_DATA": str(data)}
    with Terminal(*call(tmp_path), environment=environment) as terminal:
        answer_until_the_disk_is_full(terminal)
        terminal.type("\r")
        terminal.until("NOT KEPT: The disk is full. Make room.")
        terminal.type("go\r")
        terminal.until("Not kept yet: 1 answer.")
        terminal.until("[3/8]")
        terminal.type("c\r")
        terminal.until("Everything is kept again, with the 1 answer that had to wait.")
        terminal.type("d\r")
        terminal.until("NOT KEPT: The disk is full. Make room.\r\nNot kept yet: 1 answer.")
        terminal.type(":quit\r")
        assert terminal.end() == 0
    assert in_store(data) == 4


def test_an_interrupt_while_it_asks_what_to_do_ends_it(data: Path, tmp_path: Path) -> None:
    environment = {**filling(tmp_path, "range(2, 100)"), "QUIZAPP_DATA": str(data)}
    with Terminal(*call(tmp_path), environment=environment) as terminal:
        answer_until_the_disk_is_full(terminal)
        terminal.type("\x03")
        assert terminal.end() == 130
    assert in_store(data) == 1
