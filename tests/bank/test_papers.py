"""Papers: the exams that a bank sets."""

from pathlib import Path

import pytest

from quizapp.bank.load import load
from quizapp.bank.model import Paper

HEAD = """
format = 1
[bank]
id = "tides"
title = "Why the sea moves"
[[passage]]
id = "p1"
section = "Two bulges"
text = "The Moon raises two bulges."
[[question]]
id = "how-many"
kind = "number"
prompt = "How many bulges?"
answer = 2
support = [{ passage = "p1" }]
"""


def told(folder: Path, papers: str) -> tuple[tuple[Paper, ...], list[tuple[int, str]]]:
    """The papers of a bank that ends like this, and its problems by line and code."""
    file = folder / "tides.toml"
    file.write_text(HEAD + papers, encoding="utf-8")
    loaded = load(file)
    first = HEAD.count("\n")
    problems = [(problem.line - first, problem.code) for problem in loaded.problems]
    return (loaded.bank.papers if loaded.bank else ()), problems


def test_a_paper_is_read(tmp_path: Path) -> None:
    text = """[[paper]]
id = "mock"
title = "A mock examination"
sections = ["Two bulges"]
count = 1
minutes = 20
pass_mark = 60
"""
    papers, problems = told(tmp_path, text)
    assert not problems
    title = "A mock examination"
    assert papers == (
        Paper(id="mock", title=title, sections=("Two bulges",), count=1, minutes=20, pass_mark=60),
    )


@pytest.mark.parametrize(
    ("papers", "problems"),
    [
        ('[[paper]]\nid = "a"\nsections = ["Coasts"]\n', [(3, "reference")]),
        ('[[paper]]\nid = "a"\ncount = 0\n', [(3, "range")]),
        ('[[paper]]\nid = "a"\nminutes = 0\n', [(3, "range")]),
        ('[[paper]]\nid = "a"\nminutes = nan\n', [(3, "range")]),
        ('[[paper]]\nid = "a"\npass_mark = 101\n', [(3, "range")]),
        ('[[paper]]\nid = "a"\n[[paper]]\nid = "a"\n', [(4, "duplicate-id")]),
        ('[[paper]]\nid = "a b"\n', [(2, "id")]),
        ('[[paper]]\nid = "a"\nmins = 5\n', [(3, "unknown-field")]),
        ("[[paper]]\ncount = 1\n", [(1, "missing-field")]),
        ('[[paper]]\nid = "a"\ncount = "many"\n', [(3, "type")]),
    ],
)
def test_what_is_wrong_with_a_paper(
    tmp_path: Path, papers: str, problems: list[tuple[int, str]]
) -> None:
    assert told(tmp_path, papers)[1] == problems
