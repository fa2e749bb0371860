"""Self-corrections: what counts of a response that changes its mind."""

import pytest

from quizapp.grading.revision import final_version


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Bergen. No, Oslo", "Oslo"),
        ("Bergen. no Oslo", "Oslo"),
        ("Bergen, no wait, Oslo", "Oslo"),
        ("Wind costs nothing. No fuel is needed.", None),
        ("They share it all. No one is left out.", None),
        ("The wind is free; no fuel is burnt", None),
    ],
)
def test_a_no_corrects_only_before_a_name(text: str, last: str | None) -> None:
    assert final_version(text) == (last or text)
