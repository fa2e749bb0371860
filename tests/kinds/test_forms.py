"""Responses without the form that their question asks for: said in a sentence, never graded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kinds.asking import ask

from quizapp.grading import Context
from quizapp.kinds.base import Offer, Question

FIELDS: dict[str, dict[str, object]] = {
    "text": {"answers": ["granite"]},
    "number": {"answer": 18, "unit": "miles", "wrong": [{"answers": ["a dozen or so", "no end"]}]},
    "date": {"answer": "1872", "wrong": [{"answers": ["before the war"], "feedback": "Later."}]},
    "list": {"items": [["wick"], ["log"]]},
    "cloze": {"prompt": "A ___ is a ___.", "gaps": [["tide"], ["wave"]]},
    "choice": {"options": [{"text": "ebb", "correct": True}, {"text": "flood"}]},
    "multiple": {"options": [{"text": "ebb", "correct": True}, {"text": "flood"}]},
    "boolean": {"answer": True, "reason": ["it ebbs"]},
    "order": {"items": ["new", "full", "last"]},
    "match": {"pairs": [["cat", "purrs"], ["dog", "barks"]]},
    "points": {"points": [{"answers": ["it ebbs"]}]},
}

READABLE = {
    "text": ["anything", "?"],
    "number": ["18", "eighteen", "2 dozen", "1,5 million", "no end", "about 18 miles"],
    "date": ["1872", "5 May", "in the nineties", "19th century", "'72", "before the war"],
    "list": ["x"],
    "cloze": ["x"],
    "choice": ["a", "EBB", "b)"],
    "multiple": ["a b", "ebb; flood", "b"],
    "boolean": ["t", "true", "No, it flows", "not true"],
    "order": ["c a b", "new", "full; last; new"],
    "match": ["1b 2a", "cat = barks", "1a", "dog - purrs"],
    "points": ["x"],
}

UNREADABLE = {
    "number": [("many", "“many”"), ("the tower", "figure"), ("x" * 90, "…”")],
    "date": [("the tower", "date"), ("long ago", "“long ago”")],
    "choice": [("z", "“z”"), ("the tide", "letter"), ("a b", "“a b”")],
    "multiple": [("z", "“z”"), ("a; the tide", "“the tide”"), ("a z", "a c")],
    "boolean": [("it ebbs", "true or false"), ("perhaps", "say why"), ("tru", "Begin with")],
    "order": [("z", "“z”"), ("new; old", "“old”")],
    "match": [("9a", "“9a”"), ("hello there", "1c 2a"), ("cat = mews", "“cat = mews”")],
}

EVERY = [(kind, line) for kind, lines in READABLE.items() for line in lines]
NONE = [(kind, line, part) for kind, lines in UNREADABLE.items() for line, part in lines]


def question(kind: str) -> tuple[Question, Offer]:
    """A question of the kind, and what it offers."""
    made = ask(kind, **FIELDS[kind])
    offer = made.offer(1)
    return made, offer._replace(options=tuple(sorted(offer.options)))


@pytest.mark.parametrize(("kind", "line"), EVERY)
def test_what_has_the_form_is_graded(kind: str, line: str) -> None:
    made, offer = question(kind)
    assert made.unreadable(made.read(offer, line)) is None


@pytest.mark.parametrize(("kind", "line", "part"), NONE)
def test_what_has_another_form_is_told_which_is_asked_for(kind: str, line: str, part: str) -> None:
    made, offer = question(kind)
    said = made.unreadable(made.read(offer, line))
    assert said is not None
    assert part in said
    assert "\n" not in said
    assert said.endswith(".")
    assert len(said) < 160


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("line", ["", "  ", "\n", "I don't know", "no idea", "dunno"])
def test_to_know_nothing_has_every_form(kind: str, line: str) -> None:
    made, offer = question(kind)
    assert made.unreadable(made.read(offer, line)) is None


@pytest.mark.parametrize("kind", FIELDS)
def test_model_answers_have_the_form(kind: str) -> None:
    made, offer = question(kind)
    assert made.unreadable(made.read(offer, made.model_answer())) is None


@pytest.mark.parametrize("kind", FIELDS)
@settings(max_examples=30, deadline=None)
@given(line=st.text(max_size=40))
def test_nothing_that_is_asked_again_would_have_earned_anything(kind: str, line: str) -> None:
    made, offer = question(kind)
    response = made.read(offer, line)
    if made.unreadable(response) is not None:
        verdict = made.grade(Context(prompt=made.prompt), response)
        assert not verdict.accepted
        assert kind in ("multiple", "match", "order") or verdict.score == 0
