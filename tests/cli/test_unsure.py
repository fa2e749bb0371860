"""What the grader was not sure of waits, is told wherever scores are, and can be ruled on later."""

import csv
import json
from pathlib import Path

import pytest
from cli.program import Done, quizapp

BANK = """\
format = 1
[bank]
id = "yard"
title = "A yard"
[[question]]
id = "gate"
prompt = "Why is the gate shut at night?"
kind = "text"
answers = ["so that the sheep do not wander on to the road"]
"""
UNSURE = "to keep the flock safe from cars on the road"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "yard.toml"
    path.write_text(BANK)
    return path


def study(bank: Path, mode: str = "learn") -> Done:
    """A session from a pipe; the grader is not sure of its answer."""
    typed = f"{UNSURE}\n\n\n"
    return quizapp(bank.parent / "data", "study", str(bank), "--plain", "--mode", mode, typed=typed)


def session(bank: Path) -> dict[str, object]:
    (found,) = quizapp(bank.parent / "data", "scores", "--format", "json").json["sessions"]
    return found  # type: ignore[no-any-return]


@pytest.mark.parametrize("mode", ["learn", "exam"])
def test_it_is_listed_at_the_end_and_counted_in_the_scores(bank: Path, mode: str) -> None:
    done = study(bank, mode)
    _, _, end = done.out.partition("Score: 0 of 1")
    assert "Not sure of 1 answer, which waits for a ruling." in end, done.out
    assert "1. gate: Why is the gate shut at night?" in end
    assert f"You: {UNSURE}" in end
    found = session(bank)
    name = str(found["id"])[:8]
    assert found["unsure"] == 1
    assert f"If yours says the same: quizapp rule {name} gate right" in end
    data = bank.parent / "data"
    assert "1 not sure" in quizapp(data, "scores").out
    assert "  unsure " in quizapp(data, "scores", "--session", name).out
    listed = quizapp(data, "rule")
    assert listed.lines[0] == f"{name} gate: {UNSURE}"
    ruled = quizapp(data, "rule", name, "gate", "right")
    assert ruled.status == 0
    assert session(bank)["unsure"] == 0
    assert session(bank)["score"] == (1.0 if mode == "learn" else 0.0)
    assert quizapp(data, "rule").out == "Nothing waits for a ruling.\n"
    assert "not sure" not in quizapp(data, "scores").out


def test_an_exam_that_is_not_handed_in_tells_nothing_of_it(bank: Path) -> None:
    data = bank.parent / "data"
    words = ("study", str(bank), "--plain", "--mode", "exam")
    quizapp(data, *words, typed=f"{UNSURE}\n:quit\n")
    assert "not sure" not in quizapp(data, "scores").out
    assert quizapp(data, "rule").out == "Nothing waits for a ruling.\n"


def test_items_logs_and_a_regrade_tell_how_many_wait(bank: Path) -> None:
    study(bank)
    data = bank.parent / "data"
    items = quizapp(data, "items", str(bank))
    assert "Not sure of 1 answer, which waits for a ruling. To: gate 1." in items.out
    (item,) = quizapp(data, "items", str(bank), "--format", "json").json["items"]
    assert item["unsure"] == 1
    first, *_ = csv.DictReader(quizapp(data, "export-log", "--format", "csv").lines)
    assert first["unsure"] == "True"
    told = quizapp(data, "regrade", str(bank)).out
    assert told == (
        "Nothing changes.\n"
        "Not sure of 1 answer, which waits for a ruling. `quizapp rule` lists them.\n"
    )


def test_a_key_mended_so_that_the_grader_is_sure_regrades_what_waited(bank: Path) -> None:
    study(bank)
    data = bank.parent / "data"
    wrong = f'wrong = [{{ answers = ["{UNSURE}"], feedback = "There is no traffic." }}]\n'
    bank.write_text(bank.read_text() + wrong)
    assert "not sure 0 -> wrong 0" in quizapp(data, "regrade", str(bank), "--yes").out
    assert session(bank)["unsure"] == 0
    quizapp(data, "regrade", str(bank), "--undo", "--yes")
    assert session(bank)["unsure"] == 1


def test_an_instructors_ruling_counts_in_an_exam_and_prevails(bank: Path) -> None:
    study(bank, "exam")
    data, name = bank.parent / "data", str(session(bank)["id"])

    def ruled(ruling: str, *by: str) -> tuple[int, object, object]:
        status = quizapp(data, "rule", name, "gate", ruling, *by).status
        found = session(bank)
        return status, found["score"], found["out_of"]

    instructor = ("--by", "instructor")
    assert ruled("right") == (0, 0.0, 1.0)  # A learner's own is told beside the score.
    assert ruled("right", *instructor) == (0, 1.0, 1.0)
    assert ruled("wrong") == (2, 1.0, 1.0)
    assert ruled("void", *instructor) == (0, 0.0, 0.0)
    assert ruled("undo", *instructor) == (0, 1.0, 1.0)
    assert ruled("undo", *instructor) == (0, 0.0, 1.0)
    log = [json.loads(line) for line in quizapp(data, "export-log").lines]
    last = [each for each in log if each["type"] == "ruling"][-1]
    assert (last["by"], last["undo"], last["ruling"]) == ("instructor", True, None)
    assert ruled("undo") == (0, 0.0, 1.0)
    assert quizapp(data, "rule").lines[0] == f"{name[:8]} gate: {UNSURE}"
