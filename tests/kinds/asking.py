"""Questions to try things on."""

from quizapp.bank.model import Report
from quizapp.bank.tables import read_question
from quizapp.kinds.base import Question


def ask(kind: str, **fields: object) -> Question:
    """A question of its kind's fields, as a bank would have them."""
    report = Report([], ("question", 0))
    raw = {"id": "q", "prompt": "P ___?", "kind": kind} | fields
    read = read_question(raw, report)
    assert read is not None
    assert report.findings == []
    return read.question
