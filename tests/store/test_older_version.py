"""A bank and a store written by an older version of the program are read without loss.

`kept/` has the bank, the store (its schema version is 3) and the scores that the older version
printed for it. These files never change.
"""

import json
import lzma
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from quizapp.bank.check import check
from quizapp.bank.load import load
from quizapp.bank.model import Bank
from quizapp.exchange.log import lines
from quizapp.planning.cards import memories_of
from quizapp.report import scores
from quizapp.report.learner_report import learner_report
from quizapp.session.begin import resume
from quizapp.store.schema import STEPS
from quizapp.store.sqlite import Store, open_store

KEPT = Path(__file__).parent / "kept"
THEN: dict[str, Any] = json.loads((KEPT / "scores.json").read_text(encoding="utf-8"))
ONES = [each["id"] for each in THEN["sessions"]]


def clock() -> datetime:
    """The time at which the files were made."""
    return datetime.fromisoformat(THEN["now"])


RULED_EXAM = "0d2a6170-c9c4-4749-82fd-02d860682732"
"""In it an instructor ruled a response right, which did not count then, and does now."""


@pytest.fixture
def store(tmp_path: Path) -> Any:
    path = tmp_path / "scores.sqlite3"
    path.write_bytes(lzma.decompress((KEPT / "scores.sqlite3.xz").read_bytes()))
    with open_store(path) as opened:
        yield opened


@pytest.fixture
def bank() -> Bank:
    found = load(KEPT / "bank").bank
    assert found is not None
    return found


def test_the_bank_has_no_problems() -> None:
    assert not [each for each in check(load(KEPT / "bank")) if each.severity == "error"]


def test_the_store_is_brought_up_to_date_and_backed_up(store: Store) -> None:
    assert store.read("PRAGMA user_version", {}) == [(len(STEPS),)]
    assert [each.name for each in store.path.parent.glob("*.bak")] == [
        "scores.sqlite3.version-3.bak"
    ]


def test_every_session_has_the_score_it_had(store: Store) -> None:
    # In the one left open a question was skipped and waits: it counted as wrong then, and not now.
    now = {"out_of": 2.0, "percent": 50.0}
    expected = [each | now if each["id"] == THEN["open"] else each for each in THEN["sessions"]]
    found = [each._asdict() for each in scores.sessions(store, clock=clock)]
    for each in found:
        del each["unsure"]
        if each["id"] == RULED_EXAM:
            each["correct"] -= 1
            each["wrong"] += 1
            each["score"] -= 1
            each["percent"] = round(100 * each["score"] / each["out_of"], 2)
    assert found == expected


@pytest.mark.parametrize("session", ONES)
def test_every_response_has_the_verdict_it_had(store: Store, session: str) -> None:
    found = [each._asdict() for each in scores.responses(store, session)]
    for each in found:
        del each["unsure"]
        if session == RULED_EXAM and each["ruling"]:
            each["score"] = 0.0
    assert found == THEN["responses"][session]


def test_a_session_left_open_is_resumed_and_finished(store: Store, bank: Bank) -> None:
    session = resume(bank, store, THEN["open"], clock)
    assert session.turn is not None
    assert session.turn.question == THEN["turn"]
    while session.turn is not None:
        session.answer("", 1.0)
    session.finish()
    newest = scores.sessions(store, clock=clock)[0]
    assert (newest.id, newest.answered) == (THEN["open"], newest.asked)


def test_the_schedule_and_the_report_follow_from_the_responses(store: Store, bank: Bank) -> None:
    cards = memories_of(store, bank, "ada", clock)
    assert cards.keys() == {question.id for question in bank.questions}
    assert learner_report(bank, store, "ada", clock=clock).progress.seen == len(cards)


def test_the_records_are_exported_whole(store: Store) -> None:
    kinds = [json.loads(line)["type"] for line in lines(store)]
    assert kinds.count("session") == len(ONES)
    assert kinds.count("response") == sum(map(len, THEN["responses"].values()))
