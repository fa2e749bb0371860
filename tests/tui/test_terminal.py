"""In a real terminal: leaving, signals, pastes, keys typed ahead, small windows, no colour."""

import re
import shutil
import signal
from pathlib import Path
from time import monotonic

import pytest
from cli.broken import changed
from examples import mostly_slow
from tui.driving import BANK
from tui.terminal import PATIENCE, SCREEN_OFF, Terminal

from quizapp.store import FILE
from quizapp.store.sqlite import open_store

LEAVE = "\x11"
CURSOR_ON = b"\x1b[?25h"


def study(data: Path, *more: str, **options: object) -> Terminal:
    """The program in a terminal, on the text question alone."""
    words = ("study", str(BANK), "--data", str(data), "--kind", "text", *more)
    return Terminal(*words, **options)  # type: ignore[arg-type]


def answered(terminal: Terminal, text: str) -> None:
    """Type an answer once keys count, and send it."""
    terminal.until("Skip")
    terminal.write(text)
    terminal.type("\r")


SIGNALS = {"SIGTERM": 143, "SIGINT": 130, "SIGHUP": 129}


@pytest.mark.parametrize("name", mostly_slow({name: name for name in SIGNALS}))
def test_signals_leave_cleanly_and_nothing_is_lost(data: Path, name: str) -> None:
    with study(data) as terminal:
        answered(terminal, "granite")
        terminal.until("Correct")
        terminal.send(getattr(signal, name))
        assert terminal.end() == SIGNALS[name]
        assert SCREEN_OFF in terminal.seen
        assert CURSOR_ON in terminal.seen
        assert "Traceback" not in terminal.text
        assert "Score: 1 of 1 (100 %): 1 right." in terminal.left_behind
    with open_store(data / FILE) as store:
        (session,) = store.sums()
        assert [each.response for each in store.responses(session.id)] == ["granite"]


def test_leaving_in_the_middle_says_the_score_and_how_to_go_on(data: Path) -> None:
    words = ("study", str(BANK), "--data", str(data), "--seed", "1", "--kind", "text")
    with Terminal(*words, "--kind", "number") as terminal:
        terminal.until("Skip")
        terminal.type(LEAVE)
        assert terminal.end() == 0
        assert "Traceback" not in terminal.left_behind
        assert len(terminal.left_behind.strip().splitlines()) == 1
        assert "Nothing answered yet. To go on: quizapp study" in terminal.left_behind


def test_a_draft_survives_a_lost_terminal(data: Path) -> None:
    with study(data) as terminal:
        terminal.until("Skip")
        terminal.write("gra")
        # What is typed is written a moment later.
        end = monotonic() + PATIENCE
        while not any("gra" in file.read_text() for file in data.glob("drafts/*.json")):
            assert monotonic() < end
            terminal.read()
        terminal.send(signal.SIGHUP)
        assert terminal.end() == 129
    with Terminal("study", "--resume", "--data", str(data)) as terminal:
        terminal.until("gra")
        terminal.type(LEAVE)
        terminal.end()


def test_keys_typed_ahead_stop_at_the_verdict(data: Path) -> None:
    with study(data) as terminal:
        terminal.until("Skip")
        terminal.write("granite")
        terminal.type("\r\r\r\r")
        terminal.until("Correct")
        terminal.until("Next")
        assert "100 %" not in terminal.text
        terminal.type(LEAVE)
        terminal.end()


def test_a_bracketed_paste_is_one_answer(data: Path) -> None:
    with study(data) as terminal:
        terminal.until("Skip")
        terminal.write("gneiss")
        terminal.type("\x1b[200~ra\nnite\x1b[201~")
        terminal.until("pasted lines were joined")
        terminal.type(LEAVE)
        assert terminal.end() == 0


LEAVING = ("qp", "p\x11", "qsl", "s\x11", "\r\x11", "qqq")
RULING = ("r\rline\r", "ru\rru\r", "rrru\r", "v\r", "\rr")


@pytest.mark.parametrize("keys", mostly_slow({repr(keys): keys for keys in LEAVING}, 1))
def test_keys_in_a_burst_with_leaving_leave(data: Path, keys: str) -> None:
    shutil.copytree(BANK, data / "banks" / "lighthouse")
    with Terminal("--data", str(data)) as terminal:
        terminal.until("Sections")
        terminal.rest()
        terminal.type(keys)
        terminal.rest()
        if terminal.read(0):
            # Letters did nothing, as keys did not count yet; or it is just leaving.
            terminal.type(keys)
        assert terminal.end() == 0
        assert "Traceback" not in terminal.text
        assert terminal.left_behind.strip() in ("", keys)


@pytest.mark.parametrize("keys", mostly_slow({repr(keys): keys for keys in RULING}, 1))
def test_keys_in_a_burst_do_one_thing_at_a_time(data: Path, keys: str) -> None:
    with study(data, "--kind", "number", "--kind", "list") as terminal:
        answered(terminal, "70707")
        terminal.until("I was right")
        terminal.rest()
        terminal.type(keys * 20)
        terminal.rest()
        terminal.type(LEAVE)
        assert terminal.end() == 0
        assert "Traceback" not in terminal.text
    with open_store(data / FILE) as store:
        (session,) = store.sums()
        assert [each.response for each in store.responses(session.id)] == ["70707"]


def test_control_c_neither_leaves_nor_breaks_anything(data: Path) -> None:
    with study(data) as terminal:
        terminal.until("Skip")
        terminal.type("\x03\x03\x03")
        terminal.until("Ctrl+Q leaves")
        terminal.type(LEAVE)
        assert terminal.end() == 0
        assert "Traceback" not in terminal.text


SIZES = [(12, 4), (80, 9), (39, 24), (20, 5)]


@pytest.mark.parametrize("size", mostly_slow({str(size): size for size in SIZES}))
def test_small_windows_get_a_sentence_and_no_crash(data: Path, size: tuple[int, int]) -> None:
    with study(data, size=size) as terminal:
        terminal.until("window")
        terminal.type(LEAVE)
        assert terminal.end() == 0
        assert "Traceback" not in terminal.text


def test_without_colour_only_greys_are_written(data: Path) -> None:
    with study(data, environment={"NO_COLOR": "1", "COLORTERM": "truecolor"}) as terminal:
        terminal.until("Skip")
        terminal.type(LEAVE)
        terminal.end()
        shades = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.seen)
        assert shades
        assert all(red == green == blue for red, green, blue in shades)


def test_nothing_of_a_bank_reaches_the_terminal_as_a_command(data: Path, tmp_path: Path) -> None:
    bank = tmp_path / "evil.toml"
    bank.write_text(
        'format = 1\n[bank]\nid = "evil"\ntitle = "Title"\n[[question]]\nid = "a"\nkind = "text"\n'
        'prompt = "Before [@click=app.bell]x[/] after"\nanswers = ["a"]\n'
    )
    with Terminal("study", str(bank), "--data", str(data)) as terminal:
        terminal.until("[@click=app.bell]x[/]")
        terminal.type(LEAVE)
        assert terminal.end() == 0
        assert b"\x1b]52" not in terminal.seen


# Plain lines on a terminal


def plain(data: Path, *words: str, environment: dict[str, str] | None = None) -> Terminal:
    """A plain session on the bank of these tests."""
    return Terminal(
        *("study", str(BANK), "--plain", "--seed", "1", *words),
        environment={"QUIZAPP_DATA": str(data), **(environment or {})},
    )


def test_plain_lines_ask_which_bank_and_how_to_study_it(tmp_path: Path) -> None:
    with Terminal("--plain", environment={"QUIZAPP_DATA": str(tmp_path)}) as terminal:
        terminal.until("Which bank?")
        terminal.type("2\r")
        terminal.until("Enter learns. Or type exam, cram, read, mock:")
        terminal.type("nothing\r")
        terminal.until("Type one of these")
        terminal.type("mock\r")
        terminal.until("Time left: 15:00")


def test_a_plain_exam_is_handed_in_when_its_time_is_up(tmp_path: Path) -> None:
    words = ("--mode", "exam", "--kind", "text", "--minutes", "0.03", "--pass-mark", "50")
    with plain(tmp_path, *words) as terminal:
        terminal.until("Time left: 0:02")
        terminal.type("granite")
        terminal.until("The time is up. Enter still sends what stands there")
        terminal.type("\r")
        terminal.until("type hand in")
        terminal.type("hand in\r")
        terminal.until("CORRECT")
        terminal.type("\r")
        assert terminal.end() == 0
        assert "Passed: the pass mark is 50 %." in terminal.text


def test_a_plain_exam_does_not_wait_for_ever(tmp_path: Path) -> None:
    words = ("--mode", "exam", "--kind", "text", "--minutes", "0.02", "--pass-mark", "50")
    sooner = changed(tmp_path, "from quizapp.session import time_limit\ntime_limit.GRACE = 1.0\n")
    with plain(tmp_path, *words, environment=sooner) as terminal:
        terminal.until("the exam is handed in as it stood.")
        terminal.type("\r")
        assert terminal.end() == 3


def test_on_a_terminal_enter_asks_more_when_the_daily_limit_is_reached(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("new_a_day = 1\n")
    words = ("study", str(BANK), "--plain", "--kind", "text", "--kind", "number")
    with Terminal(*words, environment={"QUIZAPP_DATA": str(tmp_path)}) as terminal:
        terminal.until("Answer:")
        terminal.type("granite\r" if "stone" in terminal.text else "18\r")
        terminal.until("Enter goes on")
        terminal.type("\r")
        terminal.until("Done for today. Enter: 1 more. Anything else leaves:")
        terminal.forget()
        terminal.type("\r")
        terminal.until("[1/1]")


def test_a_plain_answer_killed_before_its_certainty_is_offered_again(tmp_path: Path) -> None:
    words = ("--kind", "text", "--certainty")
    with plain(tmp_path, *words) as terminal:
        terminal.until("Answer:")
        terminal.type("granite\r")
        terminal.until("How sure are you? 1 a guess, 2 fairly sure, 3 certain:")
        terminal.send(signal.SIGKILL)
    with Terminal(
        *("study", "--plain", "--resume"), environment={"QUIZAPP_DATA": str(tmp_path)}
    ) as again:
        again.until("You had typed: granite")
        again.type("\r")
        again.until("How sure are you?")
        again.type("3\r")
        again.until("You said 3, certain: +3 marks.")
