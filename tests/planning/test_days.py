"""Days as people name them."""

from datetime import date

import pytest

from quizapp.planning.days import day_in_words, parse_day

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-12-05", "2026-12-05"),
        ("today", "2026-11-26"),
        ("Tomorrow", "2026-11-27"),
        ("friday", "2026-11-27"),
        ("thursday", "2026-12-03"),
        ("wed", "2026-12-02"),
        ("in 10 days", "2026-12-06"),
        ("in a week", "2026-12-03"),
        ("in 2 weeks", "2026-12-10"),
        ("5 December", "2026-12-05"),
        ("1 May", "2027-05-01"),
        ("1 May 2028", "2028-05-01"),
        ("2026-01-01", "2026-01-01"),
    ],
)
def test_a_day_that_is_meant(words: str, day: str) -> None:
    found = parse_day(words, THURSDAY.toordinal())
    assert found is not None
    assert date.fromordinal(found).isoformat() == day


@pytest.mark.parametrize(
    "words", ["", "soon", "t", "2027", "May 2027", "5.12.2026", "31 February", "1 or 2 May", "x"]
)
def test_what_is_no_day_or_may_be_two(words: str) -> None:
    assert parse_day(words, THURSDAY.toordinal()) is None


@pytest.mark.parametrize(
    ("ahead", "name"),
    [(0, "today"), (1, "tomorrow"), (2, "Saturday"), (7, "3 December"), (400, "31 December 2027")],
)
def test_a_day_is_named_as_one_would(ahead: int, name: str) -> None:
    today = THURSDAY.toordinal()
    assert day_in_words(today + ahead, today) == name
