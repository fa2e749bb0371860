"""In a real terminal: faults, interrupts, odd bytes and floods of them."""

import termios
from pathlib import Path
from signal import SIGINT
from time import monotonic

import pytest
from cli.broken import broken, changed, interrupted
from examples import mostly_slow
from tui.driving import BANK
from tui.terminal import SCREEN_OFF, Terminal

from quizapp.store import FILE
from quizapp.store.sqlite import open_store
from quizapp.tui.driver import FLOOD, Flood

LEAVE = "\x11"
ODD_ERROR = r"ValueError('odd \x1b]0;title\x07')"
INSIDE = {
    "as it opens": ("quizapp.app.workspace", "Workspace.open"),
    "while a session is opened": ("quizapp.app.workspace", "Workspace.begin"),
    "at an answer": ("quizapp.session.run", "SessionRun.answer"),
    "on leaving": ("quizapp.app.session_end", "farewell"),
    "before anything is painted": ("quizapp.tui.page", "Page.on_mount"),
    "where keys are read": ("textual._xterm_parser", "XTermParser.tick"),
}


def study(data: Path, environment: dict[str, str] | None = None, *more: str) -> Terminal:
    """The program in a terminal, on the text question alone."""
    words = ("study", str(BANK), "--data", str(data), "--kind", "text", *more)
    return Terminal(*words, environment=environment)


@pytest.mark.parametrize("place", mostly_slow(INSIDE, 4))
def test_a_fault_on_the_screen_is_one_sentence(
    data: Path, tmp_path: Path, place: tuple[str, str]
) -> None:
    module, name = place
    with study(data, broken(tmp_path, module, name, ODD_ERROR)) as terminal:
        before = termios.tcgetattr(terminal.terminal)
        if name in ("SessionRun.answer", "farewell"):
            terminal.until("Skip")
            terminal.write("granite")
            terminal.type("\r" if name == "SessionRun.answer" else LEAVE)
        assert terminal.end() == 70
        assert "Traceback" not in terminal.text
        assert f"Details in {data / 'fault.txt'}" in terminal.left_behind.replace("\r\n", "")
        assert "This is a fault of quizapp: ValueError: odd ]0;title." in terminal.left_behind
        assert b"\x1b]0;title" not in terminal.seen
        assert termios.tcgetattr(terminal.terminal) == before
    assert "ValueError: odd" in (data / "fault.txt").read_text()


STARTING = (
    "quizapp.tui.run",
    "textual.app",
    "quizapp.session.run",
    "quizapp.app.workspace",
    "textual.drivers.linux_driver",
    "quizapp.tui.driver",
)


@pytest.mark.parametrize("module", mostly_slow({name: name for name in STARTING}, 3))
def test_an_interrupt_while_the_screen_starts_ends_it_quietly(
    data: Path, tmp_path: Path, module: str
) -> None:
    with study(data, interrupted(tmp_path, module)) as terminal:
        assert terminal.end() == 130
        assert "Traceback" not in terminal.text
        assert "Error" not in terminal.text
        assert SCREEN_OFF in terminal.seen or b"\x1b[?1049h" not in terminal.seen


@pytest.mark.parametrize("how", ["app._ended(2)", "app.exit()"])
def test_leaving_while_the_page_is_made_leaves_without_a_word(
    data: Path, tmp_path: Path, how: str
) -> None:
    code = (
        "from quizapp.tui.screens.quiz import QuizScreen\n"
        "compose = QuizScreen.compose\n"
        "def composed(self):\n"
        "    app = self.app\n"
        f"    {how}\n"
        "    yield from compose(self)\n"
        "QuizScreen.compose = composed\n"
    )
    with study(data, changed(tmp_path, code)) as terminal:
        assert terminal.end() == (130 if "2" in how else 0)
        assert "fault" not in terminal.text


@pytest.mark.slow
@pytest.mark.parametrize("moment", range(40))
def test_an_interrupt_in_the_first_second_ends_it_quietly(data: Path, moment: int) -> None:
    with study(data, {"PYTHONPROFILEIMPORTTIME": "1"}) as terminal:
        # The interpreter's own start is not ours: the first of our modules is.
        terminal.until("quizapp.cli.output")
        end = monotonic() + moment * 0.02
        while monotonic() < end:
            terminal.read(0.001)
        terminal.type("\x03")
        terminal.read(0.5)
        terminal.type(LEAVE)
        # Once the screen is there Ctrl+C is a key like others, which ends nothing. Python itself
        # ends by the signal where it was within `exec` of a text, as data classes are made by.
        assert terminal.end() in (0, 130, -SIGINT)
        assert "Traceback" not in terminal.text


def test_no_control_byte_of_a_name_or_path_is_printed_after_the_screen(data: Path) -> None:
    evil = "x\x1b]0;t\x07\r\x9b31m\u202e\udcff"
    with study(data / evil, None, "--learner", evil) as terminal:
        terminal.until("Skip")
        terminal.type(LEAVE)
        assert terminal.end() == 0
        said = terminal.left_behind.replace("\r\n", "")
    assert "To go on: quizapp study" in said
    assert said.isprintable()
    assert b"\x1b]0;t" not in terminal.seen


ODD = {
    "Latin-1": b"\xe9",
    "cut short": b"\xe2\x82",
    "never in UTF-8": b"\xff\xfe",
    "half a pair": b"\xed\xa0\x80",
    "NUL": b"\0",
}


@pytest.mark.parametrize("odd", mostly_slow(ODD, 1))
def test_a_byte_that_is_no_utf_8_is_one_odd_character(data: Path, odd: bytes) -> None:
    with study(data) as terminal:
        terminal.until("Skip")
        terminal.write("granit")
        terminal.type_bytes(odd + b"e\r")
        terminal.until("Next")
        terminal.type(LEAVE)
        assert terminal.end() == 0
        assert "Traceback" not in terminal.text
    with open_store(data / FILE) as store:
        (session,) = store.sums()
        (response,) = (each.response for each in store.responses(session.id))
    assert response.strip("e").strip("\ufffd") in ("granit", "granit\ufffd")


MEGABYTE = 1 << 20
FLOODS = {
    "words": b"granite is a stone ",
    "lines": b"granite\r",
    "letters that are not ASCII": "é–日".encode(),
    "odd bytes": bytes(range(256)).replace(b"\x1b[200~", b""),
    "sequences": b"word \x1b[31m\x1b]0;t\x07",
}


@pytest.mark.parametrize("piece", mostly_slow(FLOODS, 1))
def test_a_raw_paste_of_a_megabyte_is_refused_and_keys_are_answered(
    data: Path, piece: bytes
) -> None:
    with study(data) as terminal:
        terminal.until("Skip")
        terminal.write("gneiss")
        began = monotonic()
        terminal.type_bytes(piece * (MEGABYTE // len(piece)))
        terminal.until("That is over 64 KiB")
        assert monotonic() - began < 20
        terminal.type("\x15granite\r")
        terminal.until("Correct")
        terminal.type(LEAVE)
        assert terminal.end() == 0


def test_leaving_right_behind_a_raw_paste_leaves(data: Path) -> None:
    with study(data) as terminal:
        terminal.until("Skip")
        terminal.write("gneiss")
        terminal.type_bytes(b"granite " * (MEGABYTE // 8) + LEAVE.encode())
        assert terminal.end() == 0


def test_a_raw_paste_that_fits_stands_in_the_line(data: Path) -> None:
    with study(data) as terminal:
        terminal.until("Skip")
        terminal.write("gneiss")
        terminal.type("\x15" + "granite\r" * 100)
        terminal.until("100 pasted lines were joined into one.")
        terminal.type(LEAVE)
        assert terminal.end() == 0


MARKED = "\x1b[200~", "\x1b[201~"
LONG = "word " * FLOOD


@pytest.mark.parametrize(
    ("reads", "typed", "pasted", "after"),
    [
        (["granite\r"], "granite\r", "", ""),
        (["\x1b[A" * 500], "\x1b[A" * 500, "", ""),
        ([LONG], "", LONG, ""),
        ([LONG, "the end"], "", LONG + "the end", ""),
        ([LONG + LEAVE], "", LONG, LEAVE),
        ([LONG, LEAVE], "", LONG, LEAVE),
        ([LONG + LEAVE, "the end"], "", LONG + LEAVE + "the end", ""),
        ([LONG + "\x1b[31m"], "", LONG, ""),
        ([LONG, "\x1b[A"], "\x1b[A", LONG, ""),
        ([MARKED[0] + LONG + MARKED[1]], MARKED[0] + LONG + MARKED[1], "", ""),
        ([MARKED[0], LONG, MARKED[1]], MARKED[0] + LONG + MARKED[1], "", ""),
        (["\x1b[20", "0~", LONG, "\x1b[20", "1~"], MARKED[0] + LONG + MARKED[1], "", ""),
        ([MARKED[0] + "a" + MARKED[1], LONG], MARKED[0] + "a" + MARKED[1], LONG, ""),
    ],
)
def test_what_nobody_types_is_a_paste(
    reads: list[str], typed: str, pasted: str, after: str
) -> None:
    flood = Flood()
    assert "".join(map(flood.keys, reads)) == typed
    assert flood.end() == (pasted, after)
    assert not flood.going_on
