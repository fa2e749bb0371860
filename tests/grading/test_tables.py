"""Every group of answers, by its table of cases: a file in `tables/` for each."""

import pytest
from grading.cases import Case, tables

from quizapp.grading import Context, TextKey, grade_text

CASES = [pytest.param(case, id=f"{group}: {case}") for group, case in tables()]


@pytest.mark.parametrize("case", CASES)
def test_table(case: Case) -> None:
    verdict = grade_text(TextKey(case.answers), Context(case.prompt, case.synonyms), case.response)
    assert verdict.accepted == case.accept, verdict
    assert case.unsure is None or verdict.unsure == case.unsure, verdict
    assert verdict.reasons
    assert all(reason.detail for reason in verdict.reasons)
