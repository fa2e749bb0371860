# ruff: noqa: E501
"""Quantities: what counts as the figure asked for, and what does not."""

import pytest

from quizapp.grading import Anticipated, Context, Credit, NumberKey, TextKey, grade_number

KEYS: dict[str, tuple[NumberKey, str]] = {
    "spiders": (NumberKey(8), "How many legs does a spider have?"),
    "letters": (NumberKey(24), "How many letters does the Greek alphabet have?"),
    "blood": (NumberKey(1.5), "How many litres fit into the jug?"),
    "votes": (NumberKey(48), "How many of the 50 states voted?"),
    "half": (NumberKey(0.5), "What is the chance of heads?"),
    "frost": (NumberKey(-5, unit="°C"), "How cold was the night?"),
    "moons": (NumberKey(0), "How many moons does Venus have?"),
    "cost": (NumberKey(5, unit="billion USD"), "What did the dam cost, in billions of dollars?"),
    "dollars": (NumberKey(25e9, 2e9, unit="USD"), "What did the programme cost?"),
    "people": (NumberKey(8e9), "How many people live on Earth?"),
    "water": (NumberKey(71, 1, unit="%"), "How much of the Earth is under water?"),
    "cinema": (NumberKey((250, 320), unit="seats"), "How many seats has the hall? Give the range."),
    "lease": (NumberKey(8, unit="years"), "For how long was the lease?"),
    "ark": (NumberKey(40), "How many days did it rain?"),
    "louis": (NumberKey(14), "Which number had the Sun King?"),
    "pi": (NumberKey(3.14159, 0.005), "What is pi?"),
    "third": (NumberKey(33.3, unit="%"), "What share does each of three heirs get?"),
    "steps": (NumberKey(42195), "How many steps has the way?"),
    "relative": (NumberKey(200, relative=0.05), "About how many bones has a body?"),
}

ACCEPTED = """
spiders | 8 | eight | Eight legs | It has 8 legs. | VIII | 8! | exactly 8 | 8 legs, I think | eight?
spiders | 8.0 | 8,0 | ８ | ٨ | 08 | 8 of them | I'm not sure, 8 | isn't it 8? | 4 + 4 | 2 x 4
spiders | 6, no, 8 | 6... no wait, 8 | 10. Sorry, 8 | 8, not 6 | not 6 but 8 | 8 rather than 6 | 8 (eight)
spiders | about 8 | ~8 | circa 8 | roughly eight | approximately 8 | 8 or so | eightt
letters | two dozen | 2 dozen | two-dozen | twenty-four | twenty four | 24 letters in 1 alphabet
letters | 24, since 403 BC | 24 since 1900 | The Linear-B script had more, Greek has 24 letters
letters | XXIV | 24th | twenty-fourth | 24.00 | a couple of dozen | twenty-for | 2*12 | 12 x 2
blood | 1.5 | 1,5 | one and a half | 1½ | 1 1/2 | 3/2 | one point five | 1.50 | 1.5 litres | 1500 ml
blood | one and a half litres | 1.5 l | 1,5 L
votes | 48 of the 50 states | of 50 states, 48 | 48 out of 50 | 48
half | half | 0.5 | .5 | 1/2 | a half | one half | 50% | 50 percent | ½ | 0,5 | 1 in 2 | one out of two
frost | -5 | −5 | minus five | -5 °C | - 5 | five below zero | 5 degrees below zero | 23 °F | negative 5
moons | 0 | none | zero | nil | nought | no moons | it has none | nothing
cost | 5 | 5 billion | 5bn | $5 billion | US$5bn | 5,000,000,000 | 5 000 000 000 | 5.000.000.000 | 5e9
cost | five thousand million | 5×10^9 | 5·10⁹ | 5 x 10^9 dollars | 5 000 million USD | five billion
cost | five billion US dollars | roughly 5 billion USD | 5 milliard | 5'000'000'000 | 5B | $5
dollars | 25bn | twenty-five billion dollars | 24.5 billion | $26 billion | 25,000 million
people | 8bn | 8 billion people | eight thousand million | 8,000,000,000 | 8e9 | 8 000 million
water | 71 % | 71 percent | 0.71 | 70.9% | seventy-one per cent | a little over 71% | 71,2
cinema | 250-320 | 250–320 | 250 to 320 | between 250 and 320 | from 250 to 320 | 250, 320 | 250 320
cinema | 250/320 | 320-250 | at least 250 and at most 320 | min 250, max 320 | 250 and 320 seats
cinema | two hundred fifty to three hundred twenty | from 250 up to 320 seats | 250 to 320 places
lease | 8 | eight years | 96 months | 8 yrs | 8 years, since 2014 | 2022 - 2014 = 8 | 8 (2014-2022)
ark | 40 | forty | fourty | two score | 40 days and 40 nights | 40 days | XL
louis | 14 | XIV | XIVth | 14th | fourteenth | the fourteenth | Louis XIV
pi | 3.14 | 3,14 | 3.1416 | 22/7 | about 3.14 | 3.14 to 3.142
third | 33.3% | a third | one third | 1/3 | one in three | 33,3
steps | 42,195 | 42 195 | 42195 | 42’195 | forty-two thousand one hundred and ninety-five | 42 195
relative | 200 | 206 | 195 | two hundred | about 200
"""

REFUSED = """
spiders | 6 | 80 | 18 | 88 | 0.8 | -8 | eighty | eighteen | dozens | 8 million | 8k
spiders | over 8 | more than 8 | at least 8 | less than 8 | up to 8 | fewer than eight | 8+ | 8 or more
spiders | nearly 8 | just over 8 | almost eight | 8 or 6 | 6 or 8 | either 6 or 8 | 8, maybe 6 | 6? 8? 10?
spiders | 8, no, 6 | not 8 | it isn't 8 | never 8 | 6 rather than 8 | between 6 and 10 | 6-8 | 8-10 | 8/10
spiders | B-8 | Apollo-8 | 8% | 8 km | $8 | idk | | eight or ten | 6 8 | 8 6 | 6, 8 | 8 and 6 | N8
spiders | 1 2 3 4 5 6 7 8 | How many legs does a spider have? | legs | twice as many | 8:00
letters | 26 | 42 | 240 | 2.4 | 124 | 24 in 124 | 24 to 26 | 26, not 24 | two | a dozen | half a dozen
letters | 26 letters and 24 signs | MiG-24 | 24 000 | 24,000 | twenty | twenty or four
blood | 15 | 1.6 | half | 1.5 kg | 1½ or 2 | 1,500 litres | one or a half | 5.1
half | 5 | 0.05 | 50 | 5% | 0.5% | one in three | 2/1
frost | 5 | 5 °C | -5 °F | -50 | five | -15
moons | 1 | one | 10 | n/a | - | nobody knows | no idea
cost | 5 million | 50 billion | 5 trillion | 5 dollars | 5 billion euros | €5bn | 5 billion rubles | 500 million
cost | over 5 billion | 4-5 billion | 5 or 6 billion | 5 billion people or 6 | $52 billion | 0.5bn | 5,000,000
dollars | 25 | $25 | 25 million | $52 billion | 25 billion pounds | 250 billion | 30 billion
people | 8 | 8 million | 800,000,000 | 7 billion | under 8 billion | 8 trillion | 80 billion
water | 17% | 0.71% | 7.1 | 710 | 29% | 71 ‰ | 71 km² | over 80%
cinema | 25-32 | 2500-3200 | 285 | not 250-320 | 200 to 400 | seats
lease | 8 months | 8 days | 80 years | 18 | 8 decades | 2014 to 2022
ark | fourteen | 400 | 4 | 40 weeks | 40 hours or 40 days | 14 | over forty days
louis | XVI | XV | 15th | 16 | XLI | fortieth
pi | 3.1 | 3.41 | 314 | 31.4 | 4.13 | 3
third | 3 | 30% | 0.3% | a quarter | two thirds
steps | 42.195 | 42,159 | 421,95 | 24195 | 4,2195 | 42
relative | 189 | 211 | 20 | 2000
"""

PARTIAL = """
cinema | 250 | 320 | up to 320 | at least 250 | 250-300 | 200 to 320 | 250 or 320 | 320 seats
"""


def rows(text: str) -> list[tuple[str, str]]:
    """(name of the key, response) of each cell."""
    found = []
    for line in text.strip().splitlines():
        name, *responses = line.split(" | ") if " | " in line else [line]
        found += [(name.strip(), response.strip()) for response in responses]
    return found


def outcome(name: str, response: str) -> str:
    key, prompt = KEYS[name]
    return grade_number(key, Context(prompt), response).outcome


@pytest.mark.parametrize(("name", "response"), rows(ACCEPTED))
def test_accepted(name: str, response: str) -> None:
    assert outcome(name, response) in ("correct", "close")


@pytest.mark.parametrize(("name", "response"), rows(REFUSED))
def test_refused(name: str, response: str) -> None:
    assert outcome(name, response) == "wrong"


@pytest.mark.parametrize(("name", "response"), rows(PARTIAL))
def test_one_bound_of_two(name: str, response: str) -> None:
    assert outcome(name, response) == "partial"


@pytest.mark.parametrize(
    ("response", "typed", "meant"),
    [
        ("twenty-for", "twenty-for", "twenty-four"),
        ("twentty four", "twentty four", "twenty four"),
        ("two dozzen", "two dozzen", "two dozen"),
    ],
)
def test_a_slip_in_a_number_word_is_close_and_pointed_out(
    response: str, typed: str, meant: str
) -> None:
    key, prompt = KEYS["letters"]
    verdict = grade_number(key, Context(prompt), response)
    assert (verdict.outcome, verdict.score) == ("close", 1.0)
    assert verdict.slip is not None
    assert (verdict.slip.typed, verdict.slip.meant) == (typed, meant)
    assert grade_number(key, Context(prompt, strict=True), response).outcome == "wrong"


@pytest.mark.parametrize(
    ("name", "response", "code", "words"),
    [
        ("cost", "5 million", "magnitude", "too small"),
        ("cost", "5 billion euros", "unit", "euros are not US dollars"),
        ("lease", "8 months", "unit", "8 months is 0.6667 years"),
        ("spiders", "8 or 10", "hedge", "Two figures, 8 and 10"),
        ("spiders", "over 8", "bound", "“over 8” is a bound"),
        ("spiders", "not 8", "negation", "denies 8"),
        ("spiders", "-8", "sign", "wrong sign"),
        ("spiders", "6", "figure", "6 is not 8"),
        ("spiders", "lots", "no-figure", "no figure"),
        ("spiders", "8 km", "unit", "plain number"),
        ("spiders", "6-10", "range", "one figure is asked"),
        ("cinema", "285", "range", "both bounds"),
        ("cinema", "250", "range", "one bound"),
        ("lease", "96 months", "unit", "96 months is 8 years"),
    ],
)
def test_the_reason_says_what_is_wrong(name: str, response: str, code: str, words: str) -> None:
    key, prompt = KEYS[name]
    reason = grade_number(key, Context(prompt), response).reasons[0]
    assert reason.code == code
    assert words in reason.detail


class TestAnticipated:
    """Foreseen answers are compared as quantities, and win over anything near."""

    KEY = NumberKey(
        300,
        20,
        unit="km",
        text=TextKey(
            (),
            (Anticipated(("310", "over 300"), "That is by sea."), Anticipated(("3",), "Zeros!")),
            (Credit(("about 250",), 0.3, "Rounded too far."), Credit(("the distance",), 0.1)),
        ),
    )

    @pytest.mark.parametrize(
        ("response", "outcome", "feedback"),
        [
            ("300", "correct", None),
            ("309", "correct", None),
            ("310", "wrong", "That is by sea."),
            ("310 km", "wrong", "That is by sea."),
            ("310,000 m", "wrong", "That is by sea."),
            ("three hundred and ten", "wrong", "That is by sea."),
            ("over 300", "wrong", "That is by sea."),
            ("three", "wrong", "Zeros!"),
            ("250", "partial", "Rounded too far."),
            ("roughly 250 km", "partial", "Rounded too far."),
            ("the distance", "partial", None),
        ],
    )
    def test_outcome_and_feedback(self, response: str, outcome: str, feedback: str | None) -> None:
        verdict = grade_number(self.KEY, Context("How far is it?"), response)
        assert (verdict.outcome, verdict.feedback) == (outcome, feedback)


@pytest.mark.parametrize(
    ("prompt", "response", "accepted"),
    [
        ("What is the maximum speed?", "up to 50", True),
        ("What is the speed?", "up to 50", False),
        ("At least how many are needed?", "at least 50", True),
        ("How many minutes does it take?", "3000 seconds", True),
        ("How many minutes does it take?", "50 hours", False),
        ("What percentage voted?", "one half", True),
        ("How old was she?", "50 years", True),
        ("How old was she?", "50 months", False),
        ("How many metres is 5,000 cm?", "5,000 cm", False),
    ],
)
def test_the_question_says_what_is_asked(prompt: str, response: str, accepted: bool) -> None:
    assert grade_number(NumberKey(50), Context(prompt), response).accepted is accepted


def test_an_answer_in_words_may_stand_beside_the_figure() -> None:
    key = NumberKey(42.195, 0.3, unit="km", text=TextKey(("42.195 km", "a marathon")))
    for response in ("a marathon", "42.2", "26.2 miles", "42,195 km", "42 195 m"):
        assert grade_number(key, Context("How long is the race?"), response).accepted


@pytest.mark.parametrize(
    ("response", "outcome"),
    [
        ("300 km", "correct"),
        ("300 km one way", "partial"),
        ("one way it is 300", "partial"),
        ("300 km, not one way", "correct"),
        ("300 km for both ways", "correct"),
        ("300 sea miles", "wrong"),
    ],
)
def test_the_right_figure_may_be_spoiled_by_what_is_said_of_it(response: str, outcome: str) -> None:
    partial = (Credit(("300 km one way",), 0.5, "There and back."),)
    key = NumberKey(300, unit="km", text=TextKey((), (), partial))
    assert grade_number(key, Context("How far is it?"), response).outcome == outcome


def test_a_rate_may_be_said_where_the_question_names_what_it_is_counted_by() -> None:
    key = NumberKey(3.8, 0.1, unit="centimetres")
    prompt = Context("By how many centimetres a year does it move?")
    for response in ("3.8 cm", "3.8 centimetres a year", "38 mm per year", "3.8 cm/year"):
        assert grade_number(key, prompt, response).accepted, response
    for response in ("3.8 cm a day", "3.8 m per year"):
        assert not grade_number(key, prompt, response).accepted, response
