"""A learner's past, put into the store without a screen."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from tui.driving import BANK

from quizapp.bank.load import load
from quizapp.planning.request import SessionRequest
from quizapp.session.begin import begin
from quizapp.store import FILE
from quizapp.store.sqlite import open_store


def add_bank(data: Path) -> Path:
    """Put the bank of these tests into the data folder, if it is not there; gives where it is."""
    path = data / "banks" / "lighthouse"
    return path if path.exists() else shutil.copytree(BANK, path)


def studied(data: Path, days: int, **said: str) -> None:
    """A session so many days ago, on these questions, each answered so, with certainty 3."""
    bank = load(add_bank(data)).bank
    assert bank is not None
    request = SessionRequest(questions=tuple(said), certainty=True)
    with open_store(data / FILE) as store:
        session = begin(bank, store, request, "", _days_ago(days).__next__)
        for _ in said:
            session.answer(said[session.question.id], 5.0, 3)
        session.finish()


def _days_ago(days: int) -> Iterator[datetime]:
    moment = datetime.now().astimezone() - timedelta(days=days)
    while True:
        yield moment
        moment += timedelta(seconds=9)
