"""Whatever goes wrong in the program ends in one sentence, and an interrupt in none."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from cli.broken import broken, changed, interrupted
from cli.program import BANK, quizapp, started

ODD = type("Odd", (Exception,), {"__str__": lambda _: 1 / 0})
ERRORS = {
    "a plain one": ValueError("no such thing"),
    "no message": AssertionError(),
    "recursion": RecursionError("too deep"),
    "memory": MemoryError(),
    "a message that is hostile": KeyError("\x1b[31m\nTraceback\u202e\ud800"),
    "no way to print it": ODD(),
}
PLACES = {
    "before the options are read": ("quizapp.cli.main", "parser_of", ("banks",)),
    "a command": ("quizapp.bank.find", "find", ("banks",)),
    "a session on plain lines": (
        *("quizapp.session.run", "SessionRun.answer"),
        ("study", str(BANK), "--plain", "--kind", "text"),
    ),
}


@pytest.mark.parametrize("error", ERRORS.values(), ids=list(ERRORS))
def test_a_fault_is_one_sentence_and_a_file(
    data: Path, error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.bank.find.find", Mock(side_effect=error))
    done = quizapp(data, "banks")
    assert done.status == 70
    assert done.out == ""
    (line,) = done.err.splitlines()
    assert line.startswith("This is a fault of quizapp: ")
    assert line.endswith(f"Your answers are kept. Details in {data / 'fault.txt'}")
    assert line.isprintable()
    assert "Traceback (most recent call last)" in (data / "fault.txt").read_text()
    assert [file.name for file in data.iterdir()] == ["fault.txt"]


@pytest.mark.parametrize(("module", "name", "words"), PLACES.values(), ids=list(PLACES))
def test_a_fault_anywhere_is_caught(
    data: Path, tmp_path: Path, module: str, name: str, words: tuple[str, ...]
) -> None:
    environment = broken(tmp_path, module, name, "ValueError('odd')")
    done = started(data, *words, typed="Karl von Frisch\n", variables=environment)
    assert done.status == 70
    assert "Traceback" not in done.out + done.err
    assert "This is a fault of quizapp: ValueError: odd. Your answers are kept." in done.err


@pytest.mark.parametrize("option", [("--data={}",), ("--data", "{}")])
def test_the_details_are_where_the_call_says(
    data: Path, tmp_path: Path, option: tuple[str, ...]
) -> None:
    environment = broken(tmp_path, "quizapp.cli.main", "parser_of", "ValueError('odd')")
    other = tmp_path / "other"
    started(data, "banks", *(word.format(other) for word in option), variables=environment)
    assert (other / "fault.txt").exists()
    assert not data.exists()


def test_where_the_data_folder_is_a_file_the_details_are_in_the_temporary_folder(
    data: Path, tmp_path: Path
) -> None:
    data.write_text("no folder")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = broken(tmp_path, "quizapp.cli.main", "parser_of", "ValueError('odd')")
    done = started(data, "banks", variables={**environment, "TMPDIR": str(temporary)})
    assert done.status == 70
    (file,) = temporary.iterdir()
    assert f"Details in {file}" in done.err
    assert data.read_text() == "no folder"


def test_what_was_answered_before_a_fault_is_kept(data: Path, tmp_path: Path) -> None:
    environment = broken(tmp_path, "quizapp.plain.rendering", "verdict", "ValueError('odd')")
    words = ("study", str(BANK), "--plain", "--kind", "text")
    assert started(data, *words, typed="Karl von Frisch\n", variables=environment).status == 70
    session = quizapp(data, "scores", "--format", "json").json["sessions"][0]
    assert session["answered"] == 1


MODULES = (
    *(
        "quizapp.cli.main",
        "quizapp.cli.output",
        "argparse",
        "quizapp.cli.commands.study",
        "quizapp.app.workspace",
    ),
    *("quizapp.plain.run", "quizapp.session.run", "quizapp.store.sqlite"),
)


@pytest.mark.parametrize("module", MODULES)
def test_an_interrupt_while_the_program_starts_ends_it_quietly(
    data: Path, tmp_path: Path, module: str
) -> None:
    done = started(data, "study", str(BANK), "--plain", variables=interrupted(tmp_path, module))
    assert done.status == 130
    assert done.err.strip() == ""


@pytest.mark.parametrize("moment", ["__del__", "exit"])
def test_an_interrupt_that_cannot_be_raised_ends_it_quietly(
    data: Path, tmp_path: Path, moment: str
) -> None:
    code = {
        "__del__": "class Odd:\n    def __del__(self): raise KeyboardInterrupt\n"
        "from quizapp.app import settings\nsettings.read = lambda data: Odd() and 1 / 0\n",
        "exit": "import atexit\ndef last(): raise KeyboardInterrupt\natexit.register(last)\n",
    }[moment]
    done = started(data, "settings", variables=changed(tmp_path, code))
    assert done.status == 130
    assert done.err == ""
