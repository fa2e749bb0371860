# ruff: noqa: E501
"""Units: what a name or symbol means, and what converts to what."""

import pytest

from quizapp.grading import Context, NumberKey, grade_number
from quizapp.grading.units import convert, lookup, parse_unit


@pytest.mark.parametrize(
    ("value", "source", "target", "result"),
    [
        (1, "km", "m", 1000), (1, "mile", "km", 1.609344), (26.2, "miles", "km", 42.1648128),
        (1, "inch", "cm", 2.54), (12, "in", "ft", 1), (1, "nautical mile", "m", 1852),
        (1, "light year", "au", 63241.077), (1, "lb", "kg", 0.45359237), (1, "t", "kg", 1000),
        (1, "stone", "lb", 14), (90, "minutes", "h", 1.5), (1, "week", "days", 7),
        (1, "year", "months", 12), (1, "century", "years", 100), (100, "°C", "°F", 212),
        (98.6, "F", "°C", 37), (0, "K", "°C", -273.15), (3.6, "km/h", "m/s", 1),
        (60, "mph", "km/h", 96.56064), (1, "knot", "km/h", 1.852), (1, "ha", "m²", 10000),
        (1, "square km", "ha", 100), (1, "acre", "m^2", 4046.8564224), (1, "litre", "cm³", 1000),
        (1, "m3", "l", 1000), (1, "kWh", "MJ", 3.6), (1, "kcal", "J", 4184), (1, "hp", "W", 745.69987),
        (1, "bar", "kPa", 100), (1, "atm", "hPa", 1013.25), (760, "mmHg", "atm", 1.0),
        (60, "rpm", "Hz", 1), (1, "GHz", "MHz", 1000), (1, "byte", "bits", 8), (1, "KiB", "B", 1024),
        (1, "MB", "kB", 1000), (180, "degrees", "rad", 3.14159265), (1, "%", "‰", 10),
        (1, "euro", "EUR", 1), (100, "cents", "$", 1), (1, "g/cm³", "kg/m³", 1000),
        (1, "newton", "kg·m/s²", 1),
    ],
)  # fmt: skip
def test_converts(value: float, source: str, target: str, result: float) -> None:
    one, other = parse_unit(source), parse_unit(target)
    assert one is not None
    assert other is not None
    assert one.dims == other.dims
    assert convert(value, one, other) == pytest.approx(result, rel=1e-6)


@pytest.mark.parametrize(
    "name", ["passengers", "aircraft", "", "of them", "km/furlongs per", "xyz"]
)
def test_other_nouns_are_no_units(name: str) -> None:
    assert parse_unit(name) is None


@pytest.mark.parametrize("word", ["in", "a", "m", "t", "am", "won", "of"])
def test_words_are_units_only_where_one_is_asked(word: str) -> None:
    assert lookup(word) is None


def test_the_unit_asked_for_settles_what_a_sign_means() -> None:
    pound, kilo = parse_unit("GBP"), parse_unit("kg")
    assert pound is not None
    assert kilo is not None
    assert lookup("pounds", pound.dims) == pound
    mass = lookup("pounds", kilo.dims)
    assert mass is not None
    assert mass.dims == kilo.dims


@pytest.mark.parametrize(
    ("answer", "unit", "right", "wrong"),
    [
        (8849, "m", "8.849 km | 8849 metres | 8849", "8849 ft | 8849 km | 8.849 m | 8849 kg"),
        (37, "°C", "98.6 F | 310.15 K | 37 degrees | 37°", "37 °F | 98.6 °C | 37 K"),
        (343, "m/s", "343 metres per second | 0.343 km/s | 1234.8 km/h", "343 km/h | 34.3 m/s | 343 m"),
        (9.81, "m/s²", "9.81 m/s^2 | 981 cm/s² | 9.81 metres per second squared", "9.81 m/s | 981 m/s²"),
        (2, "kg", "2000 g | 2 kilos | 4.41 lb | two kilograms | 2000000 mg", "2 g | 2 lb | 2 litres"),
        (90, "minutes", "1.5 hours | 1h 30min | 90 min | an hour and a half | 5400 s | 1:30:00",
         "90 hours | 90 s | an hour | 9 hours"),
        (180, "cm", "1.8 m | 1.80m | 180 cm | 5 ft 11", "180 m | 1.8 cm | 180 in"),
        (100, "km²", "100 square kilometres | 100 sq km | 10,000 ha", "100 km | 100 m²"),
        (50, "USD", "$50 | 50 dollars | USD 50 | US$50 | 50 bucks | 5000 cents", "€50 | 50 pounds | 50%"),
        (4, "GB", "4000 MB | 4 gigabytes | 4 GB", "4 MB | 4 gigabits | 4 TB"),
        (10, "%", "10 percent | 0.1 | 1/10 | one tenth | 10 % | one in ten", "0.1% | 1% | 10 ppm"),
        (1, "bar", "100 kPa | 1 bar | 100000 Pa", "1 Pa | 100 Pa | 1 psi"),
        (10, "aircraft", "10 | 10 planes | ten aircraft", "10 km | 100 aircraft"),
    ],
)  # fmt: skip
def test_a_unit_is_right_if_the_quantity_is(
    answer: float, unit: str, right: str, wrong: str
) -> None:
    key = NumberKey(answer, unit=unit)
    prompt = Context("How many aircraft?" if unit == "aircraft" else "How much is it?")
    for response in right.split(" | "):
        assert grade_number(key, prompt, response).accepted, response
    for response in wrong.split(" | "):
        assert not grade_number(key, prompt, response).accepted, response
