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
    ("text", "the Sun", [], ""),
    ("list", "low tide, slack", ["low tide correct", "flood missed"], "1 of 2"),
    ("list", "ebb, slack, neap", ["ebb correct", "flood missed"], "1 of 2, 1 wrong, so 1 of 3"),
    ("cloze", "ebb\n", ["1 ebb correct", "2 — wrong, right: flood"], "1 of 2 gaps"),
    ("choice", "ebb", [], ""),
    ("multiple", "ebb\nflood", ["ebb correct", "flood wrong",
                                "neap unchosen right as well, not chosen"],
     "1 of 2 right, 1 wrong, so 0 of 2 points"),
    ("multiple", "neap", ["ebb unchosen right as well, not chosen", "neap correct"],
     "1 of 2 right"),
    ("boolean", "true because the Moon pulls", ["True correct", "because the Moon pulls correct"],
     ""),
    ("boolean", "false", [], ""),
    ("order", "slack\nebb\nflood", ["1 slack wrong belongs in place 2", "2 ebb correct",
                                    "3 flood correct"], "2 of 3 in order, so 1 of 2 points"),
    ("match", "Sun = day\nMoon = day", ["Sun = day correct",
                                       "Moon = day wrong, right: Moon = night"], "1 of 2 pairs"),
    ("match", "Sun = day", ["Sun = day correct", "Moon = … wrong, right: Moon = night"],
     "1 of 2 pairs"),
    ("points", "the Moon pulls", ["Moon correct", "x missed"], "1 of 2 points"),
    ("points", "x", ["Moon: the Moon pulls missed", "x correct"], "1 of 2 points"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "response", "marked", "tally"), MARKED)
def test_a_response_is_marked_part_by_part_and_counted(
    kind: str, response: str, marked: list[str], tally: str
) -> None:
    question = ask(kind, **FIELDS[kind])
    verdict = question.grade(Context(prompt=question.prompt), response)
    parts = []
    for mark in question.marks(response, verdict):
        words = " ".join(filter(None, (mark.label, mark.text, mark.outcome, mark.note)))
        parts.append(words + (f", right: {mark.right}" if mark.right else ""))
    assert parts == marked
    assert question.tally(response, verdict) == tally


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
