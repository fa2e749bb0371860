"""A response read as it was meant, before anything is compared."""

import pytest

from quizapp.grading import Context, TextKey
from quizapp.grading.mending import mend

PLAIN = "Why is the barn door kept shut?"


@pytest.mark.parametrize(
    ("prompt", "answer", "response", "meant"),
    [
        (PLAIN, "so that the goats cannot get out", "so the gaots dont get out", "goats dont"),
        (PLAIN, "so that the hay stays dry", "the hay shuold stay dry", "should stay"),
        ("Which acid is it?", "phenylalanine", "phenilalanin", "phenylalanine"),
        # a real word for one of the answer, but not for one of the question
        (PLAIN, "the brake holds it straight", "the break holds it strait", "it straight"),
        # two letters that have changed places, or another that sounds the same
        ("Who sits in it?", "the marital court of the town", "the martial cuort", "marital court"),
        (
            "What does it need?",
            "a device with a crust",
            "a devise with a curst",
            "device with a crust",
        ),
        ("Who is martial?", "the marital court", "a martial court of the town", "martial court"),
        ("What is sold by plain trade?", "engines for aircraft", "engines of planes", "of planes"),
    ],
)
def test_a_word_that_is_none_is_read_as_it_was_meant(
    prompt: str, answer: str, response: str, meant: str
) -> None:
    assert meant in mend(TextKey((answer,)), Context(prompt), response).text


@pytest.mark.parametrize(
    ("prompt", "answer", "response"),
    [
        ("Was geschieht mit dem Geld?", "es verliert an Wert", "der wert faellt weil sie es haben"),
        ("¿Qué pasa?", "la moneda pierde valor", "el dinero vale menos porque nadie lo quiere"),
        ("Translate: he has lost it", "il a perdu son chemin", "il est perdu par ses amis"),
    ],
)
def test_a_response_to_a_key_in_another_language_is_left_as_it_is(
    prompt: str, answer: str, response: str
) -> None:
    assert mend(TextKey((answer,)), Context(prompt), response).text == response
