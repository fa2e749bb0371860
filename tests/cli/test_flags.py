"""Flags on questions: kept, listed, counted in items, and carried by the log."""

import json
from pathlib import Path

from cli.program import BANK, quizapp

from quizapp.app.launch import Launch
from quizapp.app.workspace import Workspace
from quizapp.planning.request import SessionRequest


def flagged(data: Path, *whys: str | None) -> str:
    """A session in which the first question was flagged with each of these words (None takes the
    flags back); its name."""
    workspace = Workspace(Launch(data, None, SessionRequest(), "ada"))
    session = workspace.begin(workspace.bank(BANK), SessionRequest(seed=1))
    question = session.question.id
    for why in whys:
        session.flag(question, why)
    session.leave()
    workspace.close()
    return question


def test_no_flag_says_how_to_make_one(tmp_path: Path) -> None:
    assert "F6 flags the one that is on the screen" in quizapp(tmp_path, "flags").out


def test_flags_are_listed_by_question_with_the_words_why(tmp_path: Path) -> None:
    question = flagged(tmp_path, "two answers\nare right", "")
    told = quizapp(tmp_path, "flags", str(BANK)).lines
    assert told[0] == f"bees: {question}"
    assert told[1].endswith("by ada: two answers are right")
    assert told[2].endswith("by ada: no word why")
    found = quizapp(tmp_path, "flags", "--format", "json").json["flags"]
    assert [each["why"] for each in found] == ["two answers are right", ""]
    table = quizapp(tmp_path, "flags", "--format", "csv").lines
    assert table[0] == "bank,question,learner,why,at"
    assert quizapp(tmp_path, "flags", "other").out.startswith("No question was flagged")


def test_flags_that_were_taken_back_are_gone_until_another_is_added(tmp_path: Path) -> None:
    flagged(tmp_path, "unclear", None)
    assert quizapp(tmp_path, "flags").out.startswith("No question was flagged")
    flagged(tmp_path, "wrong after all")
    found = quizapp(tmp_path, "flags", "--format", "json").json["flags"]
    assert [each["why"] for each in found] == ["wrong after all"]


def test_items_count_flags(tmp_path: Path) -> None:
    question = flagged(tmp_path, "unclear", "still unclear")
    items = quizapp(tmp_path, "items", str(BANK), "--format", "json").json["items"]
    assert {each["question"]: each["flagged"] for each in items}[question] == 2
    text = quizapp(tmp_path, "items", str(BANK)).out
    assert f"Flagged by learners: {question} 2." in text


def test_a_log_carries_flags_and_an_older_one_without_words_is_read(tmp_path: Path) -> None:
    question = flagged(tmp_path / "a", "unclear")
    log = tmp_path / "log.jsonl"
    log.write_text(quizapp(tmp_path / "a", "export-log").out)
    quizapp(tmp_path / "b", "import-log", str(log))
    assert f"bees: {question}" in quizapp(tmp_path / "b", "flags").out
    assert "unclear" in quizapp(tmp_path / "c", "flags", str(BANK), str(log)).out
    old = []
    for line in log.read_text().splitlines():
        entry = json.loads(line)
        entry.pop("why", None)
        old.append(json.dumps(entry))
    log.write_text("\n".join(old))
    done = quizapp(tmp_path / "d", "import-log", str(log))
    assert "0 bad" in done.out
