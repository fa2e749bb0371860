"""Finding questions and passages by their words."""

from pathlib import Path

import pytest
from tui.driving import BANK

from quizapp.bank.load import load
from quizapp.bank.search import entries, find, hits

FOUND = [
    ("skerry granite", ["p1"]),
    ("GRANITE", ["p1", "stone"]),
    ("gran", ["p1", "stone"]),
    ("anite", []),
    ("stone tower", ["stone"]),
    ("keepers fog", ["p2", "fog", "numbers"]),
    ("guncotton", ["p2", "fog"]),
    ("nobody wrote this", []),
    ("", []),
    (" [/] ", []),
]


@pytest.mark.parametrize(("typed", "names"), FOUND)
def test_each_word_typed_begins_a_word_of_what_is_found(typed: str, names: list[str]) -> None:
    bank = load(BANK).bank
    assert bank is not None
    assert [entry.name for entry in find(entries(bank), typed)] == names


def test_signs_over_letters_and_their_case_make_no_difference(tmp_path: Path) -> None:
    text = (BANK / "bank.toml").read_text("utf-8").replace("The tower", "The Tówer Šeříkova", 1)
    (tmp_path / "bank.toml").write_text(text, "utf-8")
    (tmp_path / "more.toml").write_text(
        '[[question]]\nid = "a"\nkind = "text"\nprompt = "Of what stone?"\nanswers = ["granite"]\n'
    )
    bank = load(tmp_path).bank
    assert bank is not None
    assert [entry.name for entry in find(entries(bank), "serikova tower")] == ["p1"]


def test_words_that_begin_like_those_of_the_query_are_told_with_their_place() -> None:
    text = "The Harbour, its harbours and a café"
    assert [text[start:end] for start, end in hits(text, "HARB cafe")] == [
        "Harbour", "harbours", "café",
    ]  # fmt: skip
    assert hits(text, "") == []
