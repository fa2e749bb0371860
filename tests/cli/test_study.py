"""`study --plain`, as its contract says, through the real program."""

import json
from pathlib import Path

import pytest
from cli.running import BANK, quiz, study

ANSWERS = {
    "text": ("Karl von Frisch", "CORRECT"),
    "number": ("two thousand", "CORRECT"),
    "date": ("1944", "CORRECT"),
    "list": ("queen, drones and workers", "CORRECT"),
    "choice": ("the length of the run", "CORRECT"),
    "multiple": ("the bees shiver; the bees eat honey", "CORRECT"),
    "boolean": ("false, a hive has one queen", "CORRECT"),
    "order": ("queens; drones; workers", "CORRECT"),
    "match": ("angle = direction; length = distance", "CORRECT"),
    "points": ("They form a ball.\nThey shiver to keep warm.\nThey live on honey.\n", "CORRECT"),
}


@pytest.mark.parametrize(("kind", "typed", "outcome"), [(k, *v) for k, v in ANSWERS.items()])
def test_each_kind_is_asked_and_graded(tmp_path: Path, kind: str, typed: str, outcome: str) -> None:
    ended = study(tmp_path, [typed], "--kind", kind)
    assert ended.stdout.startswith("[1/1] ")
    assert f"\n{outcome}" in ended.stdout
    assert "\nEvidence: " in ended.stdout
    assert "\nScore: 1 of 1 (100 %)\n" in ended.stdout
    assert "\x1b" not in ended.stdout
    assert ended.returncode == 0


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["x", ":right"], "Score: 1 of 1 (100 %)"),
        (["Karl von Frisch", ":wrong"], "Score: 0 of 1 (0 %)"),
        (["x", ":right", ":undo"], "Score: 0 of 1 (0 %)"),
        ([":hint", "Karl von Frisch"], "Score: 0.5 of 1 (50 %)"),
        (["x", ":void", "Karl von Frisch"], "Score: 1 of 1 (100 %)"),
        (["x"], "[1/1] (again) "),
        ([":nonsense", "Karl von Frisch"], "There is no command :nonsense"),
        ([":repeat", "Karl von Frisch"], "Score: 1 of 1 (100 %)"),
        ([":quit"], "--resume"),
        ([":skip", "Karl von Frisch"], "Score: 1 of 1 (100 %)"),
        (["", "Karl von Frisch"], "You said that you do not know."),
        (["x" * 70_000], "longer than 64 KiB"),
        (["\udcff\udcfe"], "WRONG"),
        (["\0"], "WRONG"),
    ],
)
def test_commands_and_odd_lines(tmp_path: Path, lines: list[str], told: str) -> None:
    ended = study(tmp_path, lines, "--kind", "text")
    assert told in ended.stdout
    assert "Traceback" not in ended.stderr
    assert ended.returncode == 0


def test_a_session_is_resumed_by_the_command_that_it_prints(tmp_path: Path) -> None:
    first = study(tmp_path, ["x"], "--count", "3")
    command = first.stdout.splitlines()[-1].removeprefix("To go on: quizapp ").split()
    again = quiz(tmp_path, *command, "--plain", typed=":quit\n")
    assert again.stdout.startswith("[2/3] ")
    assert command[:2] == ["study", "bees"]


def test_the_scores_are_those_of_the_contract(tmp_path: Path) -> None:
    study(tmp_path, ["Karl von Frisch"], "--kind", "text")
    (row,) = json.loads(quiz(tmp_path, "scores", "--format", "json").stdout)["sessions"]
    assert list(row)[:15] == [
        *("id", "bank", "mode", "learner", "started", "finished", "asked", "answered"),
        *("correct", "close", "partial", "wrong", "score", "out_of", "percent"),
    ]
    assert (row["bank"], row["answered"], row["correct"], row["percent"]) == ("bees", 1, 1, 100)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["stduy"], "did you mean `quizapp study`?"),
        (["study", "--cuont", "3"], "did you mean --count?"),
        (["study", "--count", "x"], "whole number"),
        (["study", "a", "b"], "one word too many"),
        (["attach", "x"], "FILE"),
        (["study", "nowhere", "--plain"], "There is no bank"),
        (["scores", "--session", "zz"], "No session"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(tmp_path: Path, words: list[str], told: str) -> None:
    ended = quiz(tmp_path, *words)
    assert ended.returncode == 2
    assert told in ended.stderr
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1


def test_a_damaged_store_is_said_and_the_session_goes_on(tmp_path: Path) -> None:
    (tmp_path / "scores.sqlite3").write_bytes(b"no database at all" * 400)
    ended = study(tmp_path, ["Karl von Frisch"], "--kind", "text")
    assert "Going on without keeping scores." in ended.stderr
    assert "Score: 1 of 1" in ended.stdout
    assert ended.returncode == 1


def test_check_and_grade_load_no_screen(tmp_path: Path) -> None:
    code = (
        "import sys; from quizapp.cli.main import run; "
        f"run(['check', {str(BANK)!r}]); "
        "print(sorted({'textual', 'rich', 'asyncio'} & set(sys.modules)), file=sys.stderr)"
    )
    import subprocess
    import sys

    from cli.running import surroundings

    ended = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=surroundings(tmp_path),
        check=True,
    )
    assert ended.stderr.splitlines()[-1] == "[]"
