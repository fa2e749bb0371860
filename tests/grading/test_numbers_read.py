# ruff: noqa: E501
"""Reading quantities: what stands in a text, where, and how it is said back."""

import pytest

from quizapp.grading import describe, read_quantity
from quizapp.grading.surface import surface


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("5bn dollars", "", "5 billion US dollars"),
        ("$5.3 billion", "", "5.3 billion US dollars"),
        ("24", "aircraft", "24"),
        ("250–320", "", "250 to 320"),
        ("between 5 and 6 million", "", "5 million to 6 million"),
        ("about 12500", "", "about 12,500"),
        ("over 3 km", "km", "more than 3 kilometres"),
        ("1 h 30 min", "hours", "1.5 hours"),
        ("5 ft 6 in", "", "5.5 feet"),
        ("5'6\"", "cm", "5.5 feet"),
        ("26 miles 385 yards", "", "26.21875 miles"),
        ("an hour and a half", "", "1.5 hours"),
        ("half an hour", "", "0.5 hours"),
        ("1 km", "", "1 kilometre"),
        ("75 percent", "", "75 %"),
        ("25m", "USD", "25 million"),
        ("25m", "km", "25 metres"),
        ("300K", "°C", "300 kelvins"),
        ("300K", "", "300,000"),
        ("5 t", "kg", "5 tonnes"),
        ("37 degrees", "°C", "37"),
        ("90 degrees", "", "90 degrees"),
        ("9.81 m/s²", "", "9.81 metres per square second"),
        ("-40 °F", "", "-40 degrees Fahrenheit"),
        ("three quarters of a million", "", "750,000"),
        ("a pound", "GBP", "1 pound sterling"),
        ("a pound", "kg", "1 pound"),
        ("1.5k", "", "1500"),
        ("6.02×10²³", "", "6.02e+23"),
        ("twelve hundred", "", "1200"),
        ("nineteen eighty-four", "", "1984"),
    ],
)
def test_said_back(text: str, unit: str, words: str) -> None:
    assert [describe(quantity) for quantity in read_quantity(text, unit)] == [words]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("24 Su-35 fighters bought in 2015", [("24", "plain"), ("Su-35", "designation"), ("2015", "year")]),
        ("٢٤ ships", [("٢٤", "plain")]),
        ("1½ × 10⁹ km²", [("1½", "plain"), ("10⁹ km²", "plain")]),
        ("Apollo 11 flew 8 days", [("11", "labelled"), ("8 days", "plain")]),
        ("on 8 May 1945, 12 men", [("8 May 1945", "date"), ("12", "plain")]),
        ("at 10:30 with 3 friends", [("10:30", "clock"), ("3", "plain")]),
        ("version 2.10.3.1 of 4", [("2.10.3.1", "designation"), ("4", "plain")]),
        ("the 1990s had 10 years", [("1990s", "date"), ("10 years", "plain")]),
        ("hundreds of men", [("hundreds", "vague")]),
        ("chapter XIV", [("XIV", "roman")]),
        ("a half-life", []),
        ("no figure here", []),
    ],
)  # fmt: skip
def test_what_stands_where(text: str, figures: list[tuple[str, str]]) -> None:
    found = read_quantity(text)
    assert [(text[one.start : one.end], one.kind) for one in found] == figures


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("about 5", "about"), ("some 5 men", "about"), ("5-ish", "about"), ("ca. 5", "about"),
        ("just under 5", "near"), ("nearly 5", "near"), ("a little more than 5", "near"),
        ("more than 5", "over"), ("5 or more", "over"), ("5+", "over"), ("no fewer than 5", "over"),
        ("at most 5", "under"), ("5 at most", "under"), ("no more than 5", "under"), ("<5", "under"),
        ("exactly 5", ""), ("only 5", ""), ("all 5 of them", ""),
    ],
)  # fmt: skip
def test_what_is_said_of_it(text: str, qualifier: str) -> None:
    (quantity,) = read_quantity(text)
    assert (quantity.value, quantity.qualifier) == (5, qualifier)


def test_two_readings_of_one_sign() -> None:
    (quantity,) = read_quantity("42,195")
    assert (quantity.value, quantity.others) == (42195, (42.195,))
    (quantity,) = read_quantity("5,000")
    assert (quantity.value, quantity.others) == (5000, ())


def test_places_lead_back_to_the_text_as_given() -> None:
    found = surface("½ of 10⁹")
    assert found.text == "1/2 of 10^9"
    assert [found.origin(at) for at in (0, 3, len(found.text) - 1)] == [0, 1, 7]
