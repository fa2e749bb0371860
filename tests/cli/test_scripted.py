"""`study --answers`: a session for scripts, its answers from a file and its result as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli.program import Done, quizapp

BANK = """\
format = 1
[bank]
id = "tea"
title = "Tea"
[[paper]]
id = "end"
pass_mark = 60
[[passage]]
id = "p1"
section = "Leaf"
text = "Tea is made from the leaves of a bush."
[[question]]
id = "leaf"
kind = "text"
prompt = "What is tea made from?"
answers = ["leaves"]
support = [{ passage = "p1", evidence = ["the leaves of a bush"] }]
[[question]]
id = "land"
kind = "text"
prompt = "Where does tea come from?"
answers = ["China"]
[[question]]
id = "cup"
kind = "choice"
prompt = "What is it drunk from?"
options = [{ text = "a cup", correct = true }, { text = "a shoe" }]
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "tea.toml"
    path.write_text(BANK)
    return path


def run(bank: Path, *words: str, answers: list[dict[str, Any]] | str) -> Done:
    file = bank.parent / "answers.jsonl"
    lines = answers if isinstance(answers, str) else "\n".join(map(json.dumps, answers))
    file.write_text(lines)
    data = bank.parent / "data"
    return quizapp(data, "study", str(bank), "--answers", str(file), "--format", "json", *words)


def said(**answers: str) -> list[dict[str, Any]]:
    return [{"question": name, "response": words} for name, words in answers.items()]


def test_what_is_answered_is_asked_and_told_with_its_evidence(bank: Path) -> None:
    done = run(bank, answers=said(leaf="leafs", cup="a shoe"))
    told = done.json
    assert (done.status, told["bank"], told["mode"], told["finished"]) == (0, "tea", "learn", True)
    assert (told["score"], told["out_of"], told["percent"], told["asked"]) == (1.0, 2.0, 50.0, 2)
    leaf = next(each for each in told["responses"] if each["question"] == "leaf")
    assert leaf["verdict"] in ("correct", "close")
    assert (leaf["accept"], leaf["answer"]) == (True, "leaves")
    assert leaf["evidence"] == ["the leaves of a bush"]
    kept = quizapp(bank.parent / "data", "scores", "--format", "json").json["sessions"]
    assert [(each["id"], each["score"]) for each in kept] == [(told["session"], 1.0)]


def test_a_question_that_returns_is_answered_by_its_next_line(bank: Path) -> None:
    answers = [*said(land="Rome", leaf="leaves"), *said(land="China")]
    told = run(bank, answers=answers).json
    land = [each for each in told["responses"] if each["question"] == "land"]
    assert [(each["response"], each["again"]) for each in land] == [
        ("Rome", False),
        ("China", True),
    ]
    assert told["score"] == 1.0


@pytest.mark.parametrize(("land", "status"), [("China", 0), ("Rome", 3)])
def test_an_exam_is_handed_in_and_passed_or_not(bank: Path, land: str, status: int) -> None:
    done = run(bank, "--paper", "end", answers=said(leaf="leaves", land=land))
    assert done.status == status
    assert (done.json["mode"], done.json["finished"]) == ("exam", True)
    assert (done.json["asked"], done.json["answered"]) == (3, 2)
    assert done.json["passed"] is (status == 0)


def test_nothing_is_kept_of_a_try(bank: Path) -> None:
    told = run(bank, "--try", answers=said(leaf="", land="China")).json
    assert told["session"] is None
    assert {each["response"] for each in told["responses"]} == {"", "China"}
    data = bank.parent / "data"
    assert quizapp(data, "scores", "--format", "json").json == {"sessions": []}


def test_certainty_comes_with_the_answer(bank: Path) -> None:
    answers = [{"question": "land", "response": "China", "certainty": 3}]
    assert run(bank, "--certainty", answers=answers).status == 0
    log = quizapp(bank.parent / "data", "export-log").lines
    kept = [json.loads(line) for line in log if '"type":"response"' in line]
    assert [each["certainty"] for each in kept] == [3]


@pytest.mark.parametrize(
    ("answers", "status", "why"),
    [
        ("nonsense", 1, "line 1 is not JSON"),
        ("\n[]", 1, "line 2 is not an object"),
        ('{"question": "leaf"}', 1, "line 1 needs 'response', a text"),
        ('{"question": "leaf", "response": 3}', 1, "line 1 needs 'response', a text"),
        ('{"question": "leaf", "response": "", "x": 1}', 1, "line 1 has no use for 'x'"),
        ('{"question": "leaf", "response": "", "certainty": 4}', 1, "'certainty' is 1, 2 or 3"),
        ('{"question": "leaf", "response": "", "certainty": true}', 1, "is 1, 2 or 3"),
        ('{"question": "lief", "response": ""}', 1, "tea has no question 'lief'."),
    ],
)
def test_what_is_no_answer_is_said_with_its_line(
    bank: Path, answers: str, status: int, why: str
) -> None:
    done = run(bank, answers=answers)
    assert (done.status, done.out, why in done.err) == (status, "", True), done


def test_json_needs_a_file(bank: Path) -> None:
    done = quizapp(bank.parent / "data", "study", str(bank), "--format", "json")
    assert (done.status, "--format json needs --answers FILE" in done.err) == (2, True)
