# ruff: noqa: E501
"""Dates: what counts as the date asked for, what earns a part, and what does not."""

import pytest

from quizapp.grading import (
    Anticipated,
    Context,
    Credit,
    DateKey,
    TextKey,
    describe_date,
    grade_date,
    read_dates,
)

ACCEPTED = """
1687 | 1687 | in 1687 | July 1687 | 5 July 1687 | AD 1687 | 1687 CE | 1687? | I think it was 1687.
1687 | sixteen eighty-seven | sixteen hundred and eighty-seven | circa 1687 | around 1687 | MDCLXXXVII
1687 | 1686, no, 1687 | 1686... no wait, 1687 | 1687, not 1686 | not 1686 but 1687 | since 1687
1687 | It came out in 1687. | early 1687 | 5/7/1687 | 1687-07-05 | in the year 1687 | 24 copies in 1687
1687 | The book came out in 1687, three years after Halley's visit in 1684. | 1687 if I'm not mistaken
1969 | '69 | 69 | nineteen sixty-nine | in '69 | summer of 1969 | July 20th, 1969 | the year of 1969
2019-10 | Oct 2019 | 10/2019 | 2019-10 | October of 2019 | Oct. '19 | 2019/10 | 10.2019 | October, 2019
2019-10 | 15 October 2019 | octobr 2019 | 2019 October | oct2019 | 10/19
2019-10 | late October 2019 | in October of the year 2019 | 3-5 October 2019 | Oct-2019
1865-04-14 | 14 April 1865 | April 14, 1865 | 14/4/1865 | 4/14/1865 | 14.04.1865 | 1865-04-14
1865-04-14 | the fourteenth of April 1865 | April 14th 1865 | 14 Apr 1865 | Friday, 14 April 1865
1865-04-14 | April fourteenth, 1865 | on the evening of 14 April 1865 | 14th of Aprill, 1865
1920s | 1920s | the twenties | 20s | '20s | the 1920's | 1925 | early 1920s | 1920-1929 | nineteen-twenties
1920s | in the 1920s | mid-twenties | 1923 to 1926 | the decade of the 1920s | May 1925
16th century | 16th century | sixteenth century | the 1500s | XVI century | 16th c. | 1543 | the 1540s
16th century | sixteenth | the 16th | 1501-1600 | 16th-century | the sixteenth centruy | May 1543
776 BC | 776 BC | 776 BCE | 776 B.C. | BC 776 | July 776 BC | 776BC | 776 before Christ | 776 b.c.
1st century BC | 1st century BC | first century BCE | 44 BC | 1st c. BC
79 | AD 79 | 79 | 79 CE | 24 August 79 | in 79 AD | seventy-nine
"""

REFUSED = """
1687 | 1678 | 1688 | 1787 | 168 | 16870 | 1687 BC | the 1680s | 17th century | before 1687 | after 1687
1687 | not 1687 | 1686 or 1687 | 1687 or 1688 | 1687/1688 | 1686, 1687 | 1687, no, 1688 | 1686-1688
1687 | between 1680 and 1690 | idk | | long ago | 5 July | by 1687 | until 1687 | post-1687 | pre-1687
1687 | $1687 | Su-1687 | it wasn't 1687 | 1687? 1688? 1689? | '87 | 87 | 1687 and 1688
1969 | '68 | 1869 | '96 | 1996 | 69 BC | the sixties | 1968-1969
2019-10 | September 2019 | October 2018 | October 2091 | 2018 | Oct or Nov 2019 | November 2019 | 2019-01
2019-10 | before October 2019 | 10 2018 | not October 2019 | Sept-Nov 2019 | 19 October
1865-04-14 | 15 April 1865 | 14 March 1865 | 14 April 1856 | 14 August 1865 | 4 April 1865
1865-04-14 | 14 or 15 April 1865 | after 14 April 1865 | 1856 | 14-16 April 1865
1920s | 1930s | 1820s | the thirties | 1931 | 20th century | 1910s | late 1910s or early 1920s
16th century | 15th century | 1600s | 1643 | 61st century | 16th century BC | sixth century | 16 BC | 17th
776 BC | 776 AD | 776 CE | 767 BC | 77 BC | 7th century BC | 8th century BC
1st century BC | 1st century AD | 2nd century BC | 44 AD | 1st century | 144 BC
79 | 79 BC | 1979 | 97 | 790 | 1st century
"""

PARTIAL = """
2019-10 | 2019 | October | in 2019 | autumn 2019
1865-04-14 | April 1865 | 14 April | 1865 | 4/1865
"""


def rows(text: str) -> list[tuple[str, str]]:
    found = []
    for line in text.strip().splitlines():
        key, *responses = line.split("|")
        found += [(key.strip(), response.strip()) for response in responses]
    return found


@pytest.mark.parametrize(("answer", "response"), rows(ACCEPTED))
def test_accepted(answer: str, response: str) -> None:
    verdict = grade_date(DateKey(answer), Context("When was it?"), response)
    assert verdict.outcome in ("correct", "close")


@pytest.mark.parametrize(("answer", "response"), rows(REFUSED))
def test_not_accepted(answer: str, response: str) -> None:
    verdict = grade_date(DateKey(answer), Context("When was it?"), response)
    assert not verdict.accepted


@pytest.mark.parametrize(("answer", "response"), rows(PARTIAL))
def test_a_right_part_earns_its_share(answer: str, response: str) -> None:
    verdict = grade_date(DateKey(answer), Context("When was it?"), response)
    assert verdict.outcome == "partial"
    assert 0 < verdict.score < 1


@pytest.mark.parametrize(
    ("answer", "response", "words"),
    [
        ("2019-10", "2019", "The year is right; the month is missing"),
        ("2019-10", "September 2019", "The year is right; the month is wrong"),
        ("1865-04-14", "April 1865", "The year and month are right; the day is missing"),
        ("1687", "1688", "1688 is not 1687"),
        ("1687", "the 1680s", "less exact than asked"),
        ("1687", "1686 or 1687", "Two dates, 1686 and 1687"),
        ("1687", "before 1687", "is a bound"),
        ("1687", "not 1687", "It denies 1687"),
        ("1687", "in July", "1687"),
        ("1687", "once", "no date"),
        ("1687", "July 1687", "More exact than asked"),
        ("1920s", "1931", "1931 is not the 1920s"),
    ],
)
def test_the_reason_says_what_is_wrong(answer: str, response: str, words: str) -> None:
    verdict = grade_date(DateKey(answer), Context("When was it?"), response)
    assert words in verdict.reasons[0].detail


@pytest.mark.parametrize(
    ("answer", "tolerance", "right", "wrong"),
    [
        ("1500", 10, "1490 | 1505 | May 1510", "1489 | 1511"),
        ("2019-10", 1, "September 2019 | 11/2019", "August 2019 | October 2018"),
        ("2020-01", 1, "December 2019 | February 2020", "November 2019"),
        ("2021-03-01", 1, "28 February 2021 | 2 March 2021", "27 February 2021 | 3 March 2021"),
        ("1920s", 1, "the 1930s | 1915", "the 1940s"),
    ],
)
def test_tolerance_counts_in_the_precision_asked(
    answer: str, tolerance: float, right: str, wrong: str
) -> None:
    key = DateKey(answer, tolerance)
    for response in right.split(" | "):
        assert grade_date(key, Context(), response).accepted, response
    for response in wrong.split(" | "):
        assert not grade_date(key, Context(), response).accepted, response


def test_foreseen_answers_have_their_feedback() -> None:
    text = TextKey(
        (),
        (Anticipated(("April 2019", "2018"), "That was the order."),),
        (Credit(("November 2019",), 0.4, "A month late."),),
    )
    key = DateKey("2019-10", text=text)
    for response, outcome, feedback in (
        ("04/2019", "wrong", "That was the order."),
        ("in 2018", "wrong", "That was the order."),
        ("Nov 2019", "partial", "A month late."),
        ("October 2019", "correct", None),
        ("2019", "partial", None),
    ):
        verdict = grade_date(key, Context(), response)
        assert (verdict.outcome, verdict.feedback) == (outcome, feedback)


def test_a_slip_in_a_word_is_close_and_never_in_a_figure() -> None:
    key = DateKey("2019-10")
    verdict = grade_date(key, Context(), "Octobre 2019")
    assert verdict.outcome == "close"
    assert verdict.slip is not None
    assert verdict.slip.meant == "October"
    assert grade_date(key, Context(strict=True), "Octobre 2019").outcome == "wrong"
    assert grade_date(key, Context(), "October 2029").outcome == "wrong"


def test_a_more_exact_date_must_not_contradict_what_is_known() -> None:
    key = DateKey("1789", text=TextKey(("14 July 1789",)), precision="year")
    for response, accepted in (
        ("1789", True), ("July 1789", True), ("14 July 1789", True),
        ("14 August 1789", False), ("15 July 1789", False),
    ):  # fmt: skip
        assert grade_date(key, Context(), response).accepted is accepted, response


@pytest.mark.parametrize("response", ["1936-39", "from 1936 to 1939", "July 1936 – April 1939",
                                      "it began in 1936 and ended in 1939", "1936 until 1939"])  # fmt: skip
def test_both_ends_of_a_time(response: str) -> None:
    key = DateKey("1936–1939")
    assert grade_date(key, Context("From when to when?"), response).accepted
    assert grade_date(key, Context("From when to when?"), "1936").outcome == "partial"
    assert not grade_date(key, Context("From when to when?"), "1936-1945").accepted


@pytest.mark.parametrize(
    ("response", "accepted"),
    [("July 4", True), ("the Fourth of July", True), ("4th of Jul.", True), ("4/7", True),
     ("4 July 1776", True), ("5 July", False), ("4 June", False), ("July", False), ("1776", False)],
)  # fmt: skip
def test_a_day_of_every_year(response: str, accepted: bool) -> None:
    assert grade_date(DateKey("4 July"), Context("On which day?"), response).accepted is accepted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("8/5/1945", ["8 May 1945"]), ("May 8th 1945", ["8 May 1945"]), ("'45", ["'45"]),
        ("the eighteenth century", ["the 18th century"]), ("in the nineties", ["the '90s"]),
        ("forty-four before Christ", ["44 BC"]), ("16-28 October 1962", ["16 October 1962 to 28 October 1962"]),
        ("born in 1879, died in 1955", ["1879", "1955"]), ("before 1989", ["before 1989"]),
        ("circa 500 BC", ["about 500 BC"]), ("it may be so", []), ("5,000 men", []), ("Su-35", []),
        ("2021-23-45", []), ("31 foo", ["'31"]),
    ],
)  # fmt: skip
def test_said_back(text: str, words: list[str]) -> None:
    assert [describe_date(date) for date in read_dates(text)] == words


def test_places_lead_back_to_the_text_as_given() -> None:
    text = "on the ninth of Novmber, nineteen eighty-nine, or ’90"
    assert [text[date.start : date.end] for date in read_dates(text)] == [
        "the ninth of Novmber, nineteen eighty-nine",
        "’90",
    ]


@pytest.mark.parametrize(
    ("response", "outcome"),
    [("mid-1990s", "partial"), ("the middle of the 1990s", "partial"), ("early 1990s", "wrong"),
     ("the 1990s", "wrong"), ("1995", "wrong"), ("1996", "correct"), ("late 1990s", "wrong")],
)  # fmt: skip
def test_the_third_of_a_decade_is_told_apart(response: str, outcome: str) -> None:
    text = TextKey((), (Anticipated(("early 1990s",)),), (Credit(("mid-1990s",)),))
    assert grade_date(DateKey("1996", text=text), Context(), response).outcome == outcome


@pytest.mark.parametrize(
    ("response", "accepted"),
    [("the seventies of the 19th century", True), ("the eighteen-seventies", True),
     ("the seventies", False), ("the seventies of the 20th century", False)],
)  # fmt: skip
def test_a_decade_may_be_named_within_its_century(response: str, accepted: bool) -> None:
    assert grade_date(DateKey("1870s"), Context(), response).accepted is accepted


@pytest.mark.parametrize(
    ("answer", "response", "accepted"),
    [
        ("2019-10", "April or October 2019", False),
        ("2019-10", "October, not April 2019", True),
        ("1945-05-09", "8 or 9 May 1945", False),
        ("1989", "1989 or 90", False),
        ("1989", "24, in 1989", True),
        ("19th century", "18th or 19th century", False),
        ("19th century", "the nineteenth, not the 18th century", True),
    ],
)
def test_a_rival_may_leave_out_what_both_share(answer: str, response: str, accepted: bool) -> None:
    assert grade_date(DateKey(answer), Context(), response).accepted is accepted
