"""Records at the command line: logs out and in, and item analysis."""

import json
from pathlib import Path

import pytest

from quizapp.cli import run

BANK = """\
format = 1
[bank]
id = "cities"
title = "Cities"
[[question]]
id = "capital"
kind = "text"
prompt = "Capital of Australia?"
answers = ["Canberra"]
wrong = [{ answers = ["Sydney"], feedback = "The largest city." }]
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "cities.toml"
    path.write_text(BANK)
    return path


def study(bank: Path, data: Path, typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    run(["study", str(bank), "--plain", "--data", str(data)])


def test_a_log_goes_out_and_in_once(
    bank: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    study(bank, tmp_path / "a", "Sydney\nCanberra\n", monkeypatch)
    capsys.readouterr()
    assert run(["export-log", "--data", str(tmp_path / "a")]) == 0
    log = tmp_path / "log.jsonl"
    log.write_text(capsys.readouterr().out)
    for new in (3, 0):
        assert run(["import-log", str(log), "--data", str(tmp_path / "b")]) == 0
        assert f"{new} new, 0 bad" in capsys.readouterr().out
    printed = []
    for data in "ab":
        run(["scores", "--format", "json", "--data", str(tmp_path / data)])
        printed.append(json.loads(capsys.readouterr().out))
    assert printed[0] == printed[1]


def test_bad_lines_are_named_and_the_status_is_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text('{"type": "log", "version": 1, "source": ""}\nnonsense\n')
    assert run(["import-log", str(log), "--data", str(tmp_path / "a")]) == 1
    assert f"{log}:2: " in capsys.readouterr().err


def test_what_learners_answered(
    bank: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    study(bank, tmp_path / "a", "Sydney\nCanberra\n", monkeypatch)
    capsys.readouterr()
    data = ["--data", str(tmp_path / "a"), "--format", "json"]
    assert run(["items", str(bank), *data]) == 0
    (item,) = json.loads(capsys.readouterr().out)["items"]
    assert (item["learners"], item["facility"], item["discrimination"]) == (1, 0.0, None)
    assert run(["items", str(bank), "--question", "capital", *data]) == 0
    assert json.loads(capsys.readouterr().out)["answers"] == [
        {
            "response": "Sydney",
            "learners": 1,
            "outcome": "wrong",
            "offered": False,
            "foreseen": True,
        }
    ]
