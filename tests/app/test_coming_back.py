"""What a verdict says of when its question comes back."""

from datetime import date
from pathlib import Path

import pytest

from quizapp.app.outlook import coming_back, in_days
from quizapp.bank.load import load
from quizapp.planning.request import Mode, SessionRequest
from quizapp.session.begin import begin
from quizapp.session.run import SessionRun
from quizapp.store.sqlite import in_memory

BANK = Path(__file__).parents[1] / "tui" / "bank"
TODAY = date(2026, 11, 30).toordinal()


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (1, "tomorrow"),
        (3, "in 3 days, Thu 3 Dec"),
        (45, "in 45 days, Thu 14 Jan"),
        (120, "in 4 months, 30 Mar 2027"),
        (1000, "in 3 years, 26 Aug 2029"),
    ],
)
def test_a_day_ahead_is_told_by_how_far_it_is(ahead: int, words: str) -> None:
    assert in_days(TODAY + ahead, TODAY) == words


def answered(*responses: str, mode: Mode = "learn", keeps: bool = True) -> str:
    """What is said of the question about the stone after these responses to it, with two others
    that wait."""
    bank = load(BANK).bank
    assert bank is not None
    request = SessionRequest(mode=mode, seed=1, questions=("stone", "range", "paraffin"))
    with in_memory() as store:
        session = begin(bank, store if keeps else None, request)
        _to(session, responses)
        return coming_back(session, "stone")


def _to(session: SessionRun, responses: tuple[str, ...]) -> None:
    for response in responses:
        while session.question.id != "stone":
            session.answer("", 1.0)
        session.answer(response, 1.0)


@pytest.mark.parametrize(
    ("responses", "mode", "keeps", "words"),
    [
        (["granite"], "learn", True, "back in "),
        (["marble"], "learn", True, "again today, then tomorrow"),
        (["marble", "granite"], "learn", True, "back tomorrow"),
        (["marble"], "learn", False, "again today"),
        (["granite"], "learn", False, ""),
        (["granite"], "cram", True, ""),
    ],
)
def test_a_verdict_says_when_its_question_comes_back(
    responses: list[str], mode: Mode, keeps: bool, words: str
) -> None:
    said = answered(*responses, mode=mode, keeps=keeps)
    assert said.startswith(words)
    assert bool(said) is bool(words)
