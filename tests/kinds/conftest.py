"""Questions to try things on."""

from typing import Any

import pytest

from quizapp.bank.tables import read_question
from quizapp.kinds.base import Question


@pytest.fixture
def ask():
    """Makes a question of its kind's fields, as a bank would have them."""

    def asked(kind: str, **fields: Any) -> Question:
        findings: list[Any] = []
        raw = {"id": "q", "prompt": "P ___?", "kind": kind} | fields
        read = read_question(raw, ("question", 0), findings)
        assert read is not None
        assert findings == []
        return read.question

    return asked
