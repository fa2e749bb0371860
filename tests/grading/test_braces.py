"""Braces in wordings: alternatives, what may be left out, and what is a brace and nothing else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading import (
    Anticipated,
    Context,
    Credit,
    ListKey,
    Point,
    TextKey,
    grade_list,
    grade_points,
    grade_text,
)
from quizapp.grading.braces import Malformed, each, nearest, parse, plain, spelled

ASKED = Context("What is it?")

VARIANTS = [
    ("salt", ["salt"]),
    ("{sea|rock} salt", ["sea salt", "rock salt"]),
    ("{|table} salt", ["salt", "table salt"]),
    ("{a|b} and {c|d|e}", ["a and c", "b and d", "a and e"]),
    ("{a| {b|c} } x", ["a x", "b x", "c x"]),
    ("colo{u|}r", ["colour", "color"]),
    ("{un|}paid", ["unpaid", "paid"]),
    ("{{a}} or {b|c}", ["{a} or b", "{a} or c"]),
    ("{1, 2}", ["{1, 2}"]),
    ("{x} or {a|b}", ["{x} or a", "{x} or b"]),
    ("{", ["{"]),
    ("|x|", ["|x|"]),
    ("{{x}}", ["{x}"]),
]


@pytest.mark.parametrize(("wording", "variants"), VARIANTS)
def test_every_alternative_is_spelt_out(wording: str, variants: list[str]) -> None:
    assert list(each(wording)) == variants
    assert plain(wording) == variants[0]


MALFORMED = [
    ("{a|b", "not closed: '{a|b'"),
    ("a|b}", "closes that was not opened: '}'"),
    ("{a|{b|c}}", "not closed"),
    ("{|}", "nothing stands between braces"),
    ("{a|b} c}", "not opened: '}'"),
    ("{ " * 9 + "a|b" + " }" * 9, "nest too deeply"),
]


@pytest.mark.parametrize(("wording", "message"), MALFORMED)
def test_malformed_braces_are_told_with_a_remedy(wording: str, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        parse(wording)
    assert message in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("wording", [wording for wording, _ in MALFORMED])
def test_malformed_braces_stand_for_themselves_in_grading(wording: str) -> None:
    assert plain(wording) == wording
    assert grade_text(TextKey((wording, "salt")), ASKED, "salt").accepted


WORD = st.sampled_from(["red", "blue", "old", "new", "the", "house", "Su-35", "1969", "café"])
OPTIONS = st.lists(st.one_of(WORD, st.just("")), min_size=2, max_size=4).filter(any)
PIECES = st.one_of(WORD, OPTIONS.map(lambda options: "{" + "|".join(options) + "}"))
WORDINGS = st.lists(PIECES, min_size=1, max_size=6).map(" ".join)


@given(WORDINGS)
def test_a_variant_is_recognised_and_accepted_as_the_same_words(wording: str) -> None:
    for variant in each(wording):
        if variant:
            assert spelled(wording, variant.upper()) == variant
            verdict = grade_text(TextKey((wording,)), ASKED, variant)
            assert verdict.reasons[0].code == "same", verdict
            assert verdict.matched == variant


@given(WORDINGS, st.text(max_size=30))
def test_what_is_no_variant_is_not_spelled(wording: str, text: str) -> None:
    found = spelled(wording, text)
    assert found is None or spelled(wording, found) == found
    assert spelled(wording, f"{text} quite another") is None


@given(WORDINGS, st.dictionaries(WORD, st.sampled_from([-1.0, 0.0, 1.0])))
def test_the_nearest_variant_is_one(wording: str, worth: dict[str, float]) -> None:
    found = nearest(wording, lambda word: worth.get(word, 0.0))
    assert spelled(wording, found) == found


def test_many_alternatives_cost_no_more_than_their_letters() -> None:
    wording = " ".join(["{very|really|so|}"] * 150) + " cold"
    begun = time.perf_counter()
    assert grade_text(TextKey((wording,)), ASKED, "very " * 150 + "cold").accepted
    assert not grade_text(TextKey((wording,)), ASKED, "very " * 150 + "warm").accepted
    assert time.perf_counter() - begun < 2


@pytest.mark.parametrize(
    ("response", "outcome", "matched"),
    [
        ("they fear the flood", "correct", "they fear the flood"),
        ("farmers are afraid of floods", "correct", None),
        ("they fear the tidde", "close", None),
        ("they love the flood", "wrong", None),
        ("the flood fears them", "wrong", None),
        ("the tide scares farmers", "wrong", None),
        ("flood alone", "partial", None),
        ("the tide alone", "partial", None),
    ],
)
def test_braces_stand_in_every_wording(response: str, outcome: str, matched: str | None) -> None:
    key = TextKey(
        ("{they|farmers} {fear|dread} the {flood|tide}",),
        (Anticipated(("the {flood|tide} {fears|scares} {them|farmers}",)),),
        (Credit(("{|the} {flood|tide} alone",)),),
    )
    verdict = grade_text(key, Context("What happened in spring?"), response)
    assert verdict.outcome == outcome, verdict
    assert matched is None or verdict.matched == matched


def test_items_of_a_list_may_have_braces() -> None:
    key = ListKey((("{common|house} cat",), ("{small|little} {dog|hound}",)))
    verdict = grade_list(key, Context("Which two?"), "a little hound and a house cat")
    assert verdict.accepted
    missing = grade_list(key, Context("Which two?"), "house cat")
    assert missing.reasons[0].detail == "Missing: small dog."
    assert missing.score == 0.5


def test_points_may_have_braces() -> None:
    points = (Point("Heat", ("it {gives off|loses} {its|the} heat",)),)
    assert grade_points(points, 0, Context("What happens?"), "In the end it loses heat.").accepted
