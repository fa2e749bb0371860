"""Signs count in every kind of free text; strict questions take letters as they are."""

import pytest

from quizapp.grading import (
    Anticipated,
    Context,
    ListKey,
    Point,
    TextKey,
    grade_list,
    grade_points,
    grade_text,
)
from quizapp.kinds import KINDS
from quizapp.structs import convert

ROOTS = ListKey((("-3",), ("3",)))
NOTES = ListKey((("F♯", "G♭"), ("C♯",), ("B",)))


@pytest.mark.parametrize(
    ("key", "response", "outcome"),
    [
        (ROOTS, "-3 and 3", "correct"),
        (ROOTS, "3, -3", "correct"),
        (ROOTS, "3, minus 3", "correct"),
        (ROOTS, "- 3\n- -3", "correct"),
        (ROOTS, "3 and 3", "partial"),
        (NOTES, "B, C sharp, F#", "correct"),
        (NOTES, "G flat, C#, B", "correct"),
        (NOTES, "F, C♯, B", "partial"),
        (NOTES, "F, C, B♭", "wrong"),
    ],
)
def test_signs_in_a_list(key: ListKey, response: str, outcome: str) -> None:
    assert grade_list(key, Context("Which are they?"), response).outcome == outcome


def test_signs_in_a_gap() -> None:
    table = {"kind": "cloze", "id": "q", "prompt": "___ < x < ___", "gaps": [["-4"], ["4"]]}
    question = convert(table, KINDS["cloze"])
    outcomes = {
        response: question.grade(Context(question.prompt), response).outcome
        for response in ("-4\n4", "minus four\nfour", "4\n4", "4\n-4")
    }
    assert list(outcomes.values()) == ["correct", "correct", "partial", "wrong"]


def test_signs_in_a_point() -> None:
    points = (Point("root", ("it has a root at -2",)), Point("pole", ("it has a pole at 5",)))
    assert grade_points(points, 0, Context("?"), "a root at -2; a pole at 5").score == 1
    assert grade_points(points, 0, Context("?"), "a root at 2; a pole at 5").score == 0.5
    assert grade_points(points, 0, Context("?"), "a root at -2; a pole at -5").score == 0.5


STRICT = Context("How is it spelt?", strict=True)


@pytest.mark.parametrize(
    ("answer", "response", "accepted"),
    [
        ("Öl", "Öl", True),
        ("Öl", "O\u0308l", True),
        ("Öl", "öl.", True),
        ("Öl", "It is “Öl”", True),
        ("Öl", "Ol", False),
        ("Öl", "Oel", False),
        ("año", "ano", False),
        ("ano", "año", False),
        ("tâche", "tache", False),
        ("żaba", "zaba", False),
        ("bò", "bỏ", False),
        ("ศูนย์", "ศูนย", False),
        ("ศูนย", "ศูนย์", False),
        ("می\u200cرود", "می\u200cرود", True),
        ("می\u200cرود", "میرود", False),
        ("practise", "practice", False),
        ("the accommodation", "accommodation", True),
        ("accommodation", "accomodation", False),
        ("big", "large", False),
        ("-5", "5", False),
        ("C++", "C", False),
        ("N.A.T.O.", "NATO", True),
        ("not there", "not there", True),
        ("there", "not there", False),
    ],
)
def test_strict_takes_every_letter(answer: str, response: str, accepted: bool) -> None:
    assert grade_text(TextKey((answer,)), STRICT, response).accepted == accepted


def test_what_is_not_strict_is_free() -> None:
    assert grade_text(TextKey(("Öl",)), Context("What is it?"), "Ol").accepted
    assert grade_text(TextKey(("می\u200cرود",)), Context("?"), "میرود").accepted


@pytest.mark.parametrize(
    ("answer", "refused"),
    [
        ("Mütze", "Mutze"),
        ("x > 4", "x < 4"),
        ("C++", "C"),
        ("the colour", "the color"),
        ("a war and a peace", "a war and peace"),
        ("USA/Canada", "USA"),
    ],
)
def test_what_is_wrong_word_for_word_always_wins(answer: str, refused: str) -> None:
    key = TextKey((answer, refused + " too"), (Anticipated((refused,), "Not so."),))
    verdict = grade_text(key, Context("Which is it?"), f" {refused}.")
    assert (verdict.outcome, verdict.feedback) == ("wrong", "Not so.")
    assert grade_text(key, Context("Which is it?"), answer).accepted


def test_a_sign_is_told_as_the_reason() -> None:
    verdict = grade_text(TextKey(("-12 V",)), Context("Which voltage?"), "12 V")
    assert [reason.code for reason in verdict.reasons] == ["sign"]
    assert "-12" in verdict.reasons[0].detail
