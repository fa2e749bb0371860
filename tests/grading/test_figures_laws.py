# ruff: noqa: E501, SIM905
"""Laws of figures, dates and lists, whatever the question and the response."""

from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.grading import (
    Context,
    DateKey,
    ListKey,
    NumberKey,
    grade_date,
    grade_list,
    grade_number,
    read_dates,
    read_quantity,
)

WORDS = st.lists(
    st.sampled_from(
        """5 12 1,5 3/4 twenty four hundred million dozen half and a an the of or not no over about
        between to - – $ % km m s per ² °C in May 8/5/1945 1989 '89 BC century 1990s XIV minus first
        third quarter , ; . ( ) ' " + x 10^9 1e5 ½ iron gold trinidad tobago & 1) • → Su-35
        nan inf 99999999999999999999999999999999999999999999999999999999999999999""".split()
    ),
    max_size=14,
).map(" ".join)
ANY = st.one_of(st.text(max_size=60), WORDS, WORDS.map(lambda text: text.replace(" ", "")))

ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen""".split()
TENS = ["", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split()]


def in_words(number: int, link: str = " ", hyphen: str = "-") -> str:
    """A number from 0 to 10^15 in words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        ten, one = divmod(number, 10)
        return TENS[ten] + (hyphen + ONES[one] if one else "")
    for size, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"),
                       (1000, "thousand"), (100, "hundred")):  # fmt: skip
        if number >= size:
            much, rest = divmod(number, size)
            text = f"{in_words(much, link, hyphen)} {name}"
            return text + (link + in_words(rest, link, hyphen) if rest else "")
    raise AssertionError


NUMBERS = st.one_of(
    st.integers(0, 200), st.integers(0, 10**6), st.integers(0, 10**15 - 1),
    st.integers(1, 999).map(lambda number: number * 10**6),
)  # fmt: skip


@given(ANY)
@example("5 " * 600)
@example("1e999")
@example("10^999 km")
@example("½" * 50)
@example("/".join("12" * 40))
def test_nothing_raises(text: str) -> None:
    read_quantity(text, "km")
    read_dates(text)
    for unit in ("", "°C", "billion USD", "%", "men"):
        verdict = grade_number(NumberKey(5.0, unit=unit), Context("How many?"), text)
        assert 0 <= verdict.score <= 1
    assert grade_number(NumberKey((5, 9)), Context(), text).outcome
    for answer in ("1989", "2019-10", "44 BC", "1990s", "20th century", "2020-02-29"):
        assert grade_date(DateKey(answer, 1.0), Context("When?"), text).outcome
    items = ListKey((("iron",), ("gold",), ("Trinidad and Tobago",)), ordered=True)
    assert grade_list(items, Context("Which?"), text).outcome


@given(ANY)
def test_places_lie_in_the_text(text: str) -> None:
    spans = [(one.start, one.end) for one in read_quantity(text)]
    spans += [(one.start, one.end) for one in read_dates(text)]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@given(NUMBERS, st.sampled_from([" ", " and "]), st.sampled_from(["-", " "]))
@example(100_010, " and ", "-")
@example(1_000_000_001, " ", " ")
def test_a_number_in_words_reads_back(number: int, link: str, hyphen: str) -> None:
    (found,) = read_quantity(in_words(number, link, hyphen))
    assert found.value == number
    assert found.slip is None


@given(NUMBERS, st.sampled_from([",", " ", "\u00a0", "\u202f", "'", "’", "_", "."]))
def test_a_number_with_separators_reads_back(number: int, separator: str) -> None:
    text = f"{number:,}".replace(",", separator)
    (found,) = read_quantity(text)
    assert number in (found.value, *found.others) or text.count(separator) == 1 == len(separator)


@given(st.integers(1, 9999), st.sampled_from([("k", 1e3), ("million", 1e6), ("bn", 1e9), (" thousand", 1e3),
                                              ("e6", 1e6), ("×10⁹", 1e9), (" x 10^12", 1e12)]))  # fmt: skip
def test_a_magnitude_reads_back(number: int, magnitude: tuple[str, float]) -> None:
    (found,) = read_quantity(f"{number}{magnitude[0]}")
    assert found.value == number * magnitude[1]


@given(st.integers(10, 10**9), st.data())
def test_a_changed_digit_is_never_accepted(number: int, data: st.DataObject) -> None:
    digits = list(str(number))
    at = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != digits[at]]))
    digits[at] = other
    changed = int("".join(digits))
    for unit in ("", "km", "%", "USD", "million USD"):
        key = NumberKey(number, unit=unit)
        assert grade_number(key, Context("?"), str(number)).accepted
        for text in (str(changed), f"{changed:,}", in_words(changed), f"about {changed}"):
            assert not grade_number(key, Context("?"), text).accepted


@given(
    st.integers(1, 10**6),
    st.sampled_from(["over", "at least", "less than", "not", "up to", "never"]),
)
def test_a_bound_or_a_denial_is_never_the_figure(number: int, word: str) -> None:
    key = NumberKey(number)
    assert not grade_number(key, Context("?"), f"{word} {number}").accepted


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_two_rivals_are_never_accepted(one: int, other: int) -> None:
    for text in (f"{one} or {other}", f"{other} or {one}", f"{one}, {other}", f"{one}? {other}?"):
        accepted = grade_number(NumberKey(one), Context("?"), text).accepted
        assert not accepted or one == other


@given(st.dates())
def test_a_day_reads_back_in_any_usual_form(day: object) -> None:
    year, month, number = str(day).split("-")
    key = DateKey(str(day))
    name = "January February March April May June July August September October November December".split()[
        int(month) - 1
    ]
    for text in (
        str(day), f"{int(number)} {name} {year}", f"{name} {int(number)}, {year}",
        f"{int(number)}/{int(month)}/{year}", f"{int(month)}/{int(number)}/{year}",
        f"{number}.{month}.{year}", f"the {int(number)}th of {name[:3]}. {year}",
    ):  # fmt: skip
        assert grade_date(key, Context("When?"), text).accepted, text


@given(st.integers(100, 2999), st.integers(100, 2999))
def test_another_year_is_never_accepted(year: int, other: int) -> None:
    accepted = grade_date(DateKey(f"{year:04}"), Context("When?"), f"in {other}").accepted
    assert accepted is (year == other)
    for text in (f"before {year}", f"not {year}", f"{year} or {other + 3000}", f"{year} BC"):
        assert not grade_date(DateKey(f"{year:04}"), Context("When?"), text).accepted


METALS = ("iron", "copper", "gold", "silver", "tin", "lead")


@given(
    st.permutations(METALS),
    st.sampled_from([", ", "; ", "\n", " and ", " / ", " ", " & ", "\n- ", " | "]),
    st.integers(1, 6),
)
def test_a_list_is_worth_the_share_that_it_has(
    order: tuple[str, ...], separator: str, count: int
) -> None:
    key = ListKey(tuple((metal,) for metal in METALS))
    text = separator.join(order[:count])
    verdict = grade_list(key, Context("Name the six metals known first."), text)
    assert verdict.score == round(count / 6, 4)
    assert [part.accepted for part in verdict.parts] == [metal in order[:count] for metal in METALS]
    extra = grade_list(key, Context("Name them."), f"{text}{separator}granite")
    assert not extra.accepted


@given(st.permutations(range(5)))
def test_an_order_is_right_in_one_way_only(order: list[int]) -> None:
    key = ListKey(tuple((metal,) for metal in METALS[:5]), ordered=True)
    verdict = grade_list(key, Context("In order?"), ", ".join(METALS[at] for at in order))
    assert verdict.accepted is (order == sorted(order))
