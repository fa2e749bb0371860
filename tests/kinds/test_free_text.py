"""Kinds that are answered in the learner's own words: fields, model answers, grades."""

from typing import Any

import pytest
from kinds.asking import ask

from quizapp.grading import Context
from quizapp.kinds import KINDS
from quizapp.kinds.base import Offer, Question
from quizapp.kinds.cloze import Cloze
from quizapp.kinds.date import Date
from quizapp.text import same


def graded(question: Question, response: str) -> str:
    return question.grade(Context(prompt=question.prompt), response).outcome


@pytest.mark.parametrize(
    ("fields", "model"),
    [
        ({"kind": "text", "answers": ["ebb", "low"]}, "ebb"),
        ({"kind": "number", "answer": 2}, "2"),
        ({"kind": "number", "answer": 2.5, "unit": "m"}, "2.5 m"),
        ({"kind": "number", "answer": 1500, "unit": "km"}, "1500 km"),
        ({"kind": "number", "answer": 5e9, "unit": "dollars"}, "5,000,000,000 dollars"),
        ({"kind": "number", "answer": 40, "unit": "%"}, "40%"),
        ({"kind": "number", "answer": [250, 320]}, "250 to 320"),
        ({"kind": "date", "answer": 1989}, "1989"),
        ({"kind": "date", "answer": "2019-10"}, "October 2019"),
        ({"kind": "date", "answer": "2021-12-03"}, "3 December 2021"),
        ({"kind": "date", "answer": "44 BC"}, "44 BC"),
        ({"kind": "list", "items": [["a", "b"], "c"]}, "a\nc"),
        ({"kind": "cloze", "gaps": ["neap"]}, "neap"),
        ({"kind": "points", "points": [{"answers": "it ebbs"}]}, "it ebbs"),
        ({"kind": "boolean", "answer": True}, "true"),
        ({"kind": "boolean", "answer": False, "reason": "x"}, "false\nx"),
        ({"kind": "order", "items": ["b", "a"]}, "b\na"),
        ({"kind": "match", "pairs": [["a", "x"], ["b", "y"]]}, "a = x\nb = y"),
    ],
)
def test_model_answers_read_well_and_are_accepted(fields: dict[str, Any], model: str) -> None:
    question = ask(**fields)
    assert question.model_answer() == model
    assert graded(question, model) in ("correct", "close")


@pytest.mark.parametrize(
    "answer",
    ["1989", "987", "2019-10", "2021-12-23", "2024-02-29", "1990s", "20th century",
     "1st century BC", "44 BC", "79 AD", "AD 79", "44 BCE", "800s", "12000 BC"],
)  # fmt: skip
def test_dates_in_the_known_forms(answer: str) -> None:
    assert list(Date(id="q", prompt="P", answer=answer).faults()) == []


@pytest.mark.parametrize(
    "answer",
    ["", "soon", "89-10", "2019-00", "2023-02-29", "1900-02-29", "2019/10", "October 2019", "0 BC",
     "20 century", "2019-1", "1989 ", "١٩٨٩"],
)  # fmt: skip
def test_dates_in_no_form(answer: str) -> None:
    assert [fault.code for fault in Date(id="q", prompt="P", answer=answer).faults()] == ["date"]


@pytest.mark.parametrize(
    ("prompt", "count"),
    [("none", 0), ("one ___", 1), ("___ and ___", 2), ("a ______ b", 1), ("a __ b", 0),
     ("___, ____, _____.", 3), ("______ ___", 2)],
)  # fmt: skip
def test_a_gap_is_three_low_lines_or_more(prompt: str, count: int) -> None:
    assert len(Cloze(id="q", prompt=prompt, gaps=()).prompt_pieces()) == count + 1


class TestCloze:
    @pytest.mark.parametrize(
        ("response", "outcome", "score"),
        [("springs\nneaps", "correct", 1), ("springs", "partial", 0.5), ("\nneaps", "partial", 0.5),
         ("neaps\nsprings", "wrong", 0), ("springs; neaps", "correct", 1),
         ("springs\n\nneaps\n", "correct", 1), ("", "wrong", 0)],
    )  # fmt: skip
    def test_one_line_a_gap(self, response: str, outcome: str, score: float) -> None:
        question = ask("cloze", prompt="Large: ___, small: ___.", gaps=["springs", "neaps"])
        verdict = question.grade(Context(prompt=question.prompt), response)
        assert (verdict.outcome, verdict.score) == (outcome, score)
        assert len(verdict.parts) == 2

    def test_lines_are_wanted_only_where_there_are_several_gaps(self) -> None:
        assert ask("cloze", gaps=["a"]).lines_taken(Offer(), "x") == 1
        assert ask("cloze", prompt="___ ___", gaps=["a", "b"]).lines_taken(Offer(), "x") == 2

    def test_a_slip_in_a_gap_is_a_slip_of_the_whole(self) -> None:
        question = ask("cloze", prompt="___ and ___", gaps=["springtide", "neaptide"])
        assert graded(question, "sprintide\nneaptide") == "close"


class TestPoints:
    fields = {  # noqa: RUF012
        "points": [
            {"name": "near", "answers": ["the near side is pulled more"]},
            {"answers": ["the Earth spins"], "feedback": "Think of the day."},
        ]
    }

    def test_takes_several_lines(self) -> None:
        assert ask("points", **self.fields).lines_taken(Offer(), "x") is None

    def test_each_point_counts(self) -> None:
        question = ask("points", **self.fields)
        assert graded(question, "The near side is pulled more. The Earth spins.") == "correct"
        verdict = question.grade(Context(), "The Earth spins.")
        assert (verdict.outcome, verdict.score) == ("partial", 0.5)
        assert [part.accepted for part in verdict.parts] == [False, True]

    def test_need(self) -> None:
        assert graded(ask("points", **self.fields, need=1), "The Earth spins.") == "correct"

    def test_an_anticipated_error_adds_its_feedback(self) -> None:
        wrong = [{"answers": ["the wind blows the water"], "feedback": "No wind is needed."}]
        question = ask("points", **self.fields, wrong=wrong)
        assert (
            question.grade(Context(), "The wind blows the water").feedback == "No wind is needed."
        )


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_how_it_is_answered(kind: str) -> None:
    made = KINDS[kind]
    assert made.__struct_config__.tag == kind
    assert made.answer_field in made.__struct_fields__


RESPONSES = ["", " ", "x", "\n" * 40, "a = b\n" * 2000, "é" * 70_000, "\ud800",
             "\x00\x1b[2J", "; ; ;", "1" * 5000, "🌊" * 500, "a\u0301" * 9000, "=",
             "true " * 3000, "ab c" * 9000]  # fmt: skip


@pytest.mark.parametrize("response", RESPONSES, ids=range(len(RESPONSES)))
def test_no_response_makes_any_kind_stumble(response: str) -> None:
    questions = [
        ask("text", answers="ebb"),
        ask("number", answer=[1, 2], unit="km", tolerance="5%"),
        ask("date", answer="2019-10"),
        ask("list", items=["a", "b"]),
        ask("cloze", prompt="___ ___", gaps=["a", "b"]),
        ask("choice", options=[{"text": "a", "correct": True}, {"text": "b"}]),
        ask("multiple", options=[{"text": "a", "correct": True}, {"text": "b"}]),
        ask("boolean", answer=True, reason="it ebbs"),
        ask("order", items=["a", "b"]),
        ask("match", pairs=[["a", "b"], ["c", "d"]]),
        ask("points", points=[{"answers": "it ebbs"}]),
    ]
    for question in questions:
        offer = question.offer(1)
        verdict = question.grade(Context(prompt="P"), question.read(offer, response))
        assert 0 <= verdict.score <= 1
        assert verdict.reasons or verdict.parts


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("The Moon", " the  moon.", True), ("C++", "C", False), ("C#", "C", False), ("é", "E", True),
     ("“ebb”", '"ebb"', True), ("a–b", "a-b", True), ("S-300", "S-400", False), ("+", "-", False),
     ("?", "!", False), ("x > y", "x < y", False)],
)  # fmt: skip
def test_words_that_cannot_be_told_apart(one: str, other: str, alike: bool) -> None:
    assert (same(one) == same(other)) is alike
