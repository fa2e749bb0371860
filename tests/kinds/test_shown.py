"""What a kind says of itself: how it is answered, how a response and its parts are marked."""

import re
from pathlib import Path
from typing import Any

import pytest
from kinds.asking import ask

import quizapp
from quizapp.grading import Context
from quizapp.kinds import KINDS

OPTIONS = [{"text": "ebb", "correct": True}, {"text": "flood"}, {"text": "slack"}]
FIELDS: dict[str, dict[str, Any]] = {
    "text": {"answers": ["the Moon"]},
    "number": {"answer": 2},
    "date": {"answer": "1989"},
    "list": {"items": [["ebb", "low tide"], "flood"]},
    "cloze": {"prompt": "The ___ and the ___.", "gaps": ["ebb", "flood"]},
    "choice": {"options": OPTIONS, "shuffle": False},
    "multiple": {"options": [*OPTIONS, {"text": "neap", "correct": True}], "shuffle": False},
    "boolean": {"answer": True, "reason": "the Moon pulls"},
    "order": {"items": ["ebb", "slack", "flood"]},
    "match": {"pairs": [["Sun", "day"], ["Moon", "night"]]},
    "points": {"points": [{"answers": ["the Moon pulls"], "name": "Moon"}, {"answers": ["x"]}]},
}

MARKED = [
    ("text", "the Sun", ["the Sun"]),
    ("text", " ", []),
    ("list", "ebb\nslack", ["ebb", "slack"]),
    ("cloze", "ebb\n", ["1 ebb", "2 —"]),
    ("cloze", "ebb", ["ebb"]),
    ("choice", "ebb", ["1 ebb correct your answer", "2 flood", "3 slack"]),
    ("choice", "", ["1 ebb missed the answer", "2 flood", "3 slack"]),
    ("multiple", "ebb\nflood", ["1 ebb correct your answer", "2 flood wrong your answer",
                                "3 slack", "4 neap missed the answer"]),
    ("boolean", "true because the Moon pulls", ["True correct", "because the Moon pulls correct"]),
    ("boolean", "false", ["False wrong"]),
    ("boolean", "perhaps", ["perhaps wrong"]),
    ("boolean", "", []),
    ("order", "ebb\nflood\nslack", ["1 ebb correct", "2 flood wrong belongs in place 3",
                                    "3 slack wrong belongs in place 2"]),
    ("order", "", []),
    ("match", "Sun = day\nMoon = day", ["Sun = day correct",
                                       "Moon = day wrong goes with: night"]),
    ("match", "Sun = day", ["Sun = day correct", "Moon = … wrong goes with: night"]),
    ("points", "It pulls.\nIt does.", ["It pulls.", "It does."]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "response", "marked"), MARKED)
def test_a_response_is_marked_line_by_line(kind: str, response: str, marked: list[str]) -> None:
    question = ask(kind, **FIELDS[kind])
    verdict = question.grade(Context(prompt=question.prompt), response)
    marks = question.marks(question.offer(0), response, verdict)
    parts = [(mark.label, mark.text, mark.outcome, mark.note) for mark in marks]
    assert [" ".join(filter(None, part)) for part in parts] == marked


@pytest.mark.parametrize(
    ("kind", "response", "names"),
    [
        ("list", "low tide", ("low tide", "flood")),
        ("cloze", "ebb\nx", ("ebb", "flood")),
        ("points", "x", ("Moon: the Moon pulls", "x")),
    ],
)
def test_parts_are_named_by_what_fitted_or_by_the_answer(
    kind: str, response: str, names: tuple[str, ...]
) -> None:
    question = ask(kind, **FIELDS[kind])
    verdict = question.grade(Context(), response)
    assert question.part_names(verdict.parts) == names


def test_every_kind_with_a_form_of_its_own_says_how_it_is_answered() -> None:
    how = {kind: ask(kind, **fields).how_to_answer() for kind, fields in FIELDS.items()}
    assert [kind for kind in KINDS if not how[kind]] == ["text", "number", "date"]
    assert ask("boolean", answer=True).how_to_answer() == "Answer true or false."
    assert ask("cloze", prompt="A ___.", gaps=["x"]).how_to_answer() == ""


@pytest.mark.parametrize(
    ("kind", "response", "counted"),
    [
        ("multiple", "ebb\nflood\nebb", ("ebb", "flood")),
        ("multiple", "", ("",)),
        ("order", "ebb\nflood", ("ebb\nflood",)),
        ("text", "a\nb", ("a\nb",)),
    ],
)
def test_chosen_options_are_counted_one_by_one(
    kind: str, response: str, counted: tuple[str, ...]
) -> None:
    assert ask(kind, **FIELDS[kind]).choices(response) == counted


def test_only_kinds_and_their_answer_boxes_ask_what_kind_a_question_is() -> None:
    package = Path(quizapp.__file__).parent
    named = "|".join((*KINDS, *(kind.__name__ for kind in KINDS.values()), "Optioned"))
    asks = re.compile(
        rf"""\.kind\s*(?:[!=]=|(?:not\s+)?in\b)|isinstance\([\w.]*question,\s*\(?(?:{named})\b"""
    )
    apart = ("kinds", "grading", "tui/answer_boxes")
    found = [
        f"{path.relative_to(package)}: {line.strip()}"
        for path in package.rglob("*.py")
        if not path.relative_to(package).as_posix().startswith(apart)
        for line in path.read_text(encoding="utf-8").splitlines()
        if asks.search(line)
    ]
    assert found == []
