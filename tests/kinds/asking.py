"""Questions to try things on."""

from quizapp.bank.model import Finding
from quizapp.bank.tables import read_question
from quizapp.kinds.base import Question


def ask(kind: str, **fields: object) -> Question:
    """A question of its kind's fields, as a bank would have them."""
    findings: list[Finding] = []
    raw = {"id": "q", "prompt": "P ___?", "kind": kind} | fields
    read = read_question(raw, ("question", 0), findings)
    assert read is not None
    assert findings == []
    return read.question
