# ruff: noqa: E501
"""Lists: every item once, in any shape; wrong parts, order, and how many are asked."""

import pytest

from quizapp.grading import Anticipated, Context, Credit, ListKey, TextKey, grade_list

GIANTS = ListKey(
    (("Jupiter",), ("Saturn",), ("Uranus",), ("Neptune",)),
    text=TextKey(
        (),
        (Anticipated(("Pluto",), "A dwarf planet."), Anticipated(("the inner ones",), "Too small."),),
        (Credit(("the gas and ice giants",), 0.25, "Name them."),),
    ),
)  # fmt: skip
PLANETS = Context("Which are the four giant planets?")


@pytest.mark.parametrize(
    "response",
    [
        "Jupiter, Saturn, Uranus, Neptune", "neptune uranus saturn jupiter",
        "Neptune; Saturn; Jupiter; Uranus", "Jupiter/Saturn/Uranus/Neptune",
        "Jupiter & Saturn & Uranus & Neptune", "Jupiter + Saturn + Uranus + Neptune",
        "Jupiter and Saturn and Uranus and Neptune", "Jupiter|Saturn|Uranus|Neptune",
        "Jupiter\nSaturn\nUranus\nNeptune", "- Jupiter\n- Saturn\n- Uranus\n- Neptune",
        "• Jupiter • Saturn • Uranus • Neptune", "1. Jupiter 2. Saturn 3. Uranus 4. Neptune",
        "1) Jupiter\n2) Saturn\n3) Uranus\n4) Neptune", "a) Jupiter b) Saturn c) Uranus d) Neptune",
        "Jupiter. Saturn. Uranus. Neptune.", "The four are Jupiter, Saturn, Uranus and Neptune.",
        "I think Jupiter, Saturn, Uranus and Neptune are the giant planets",
        "gas giants: Jupiter, Saturn; ice giants: Uranus, Neptune",
        "Jupiter and Saturn (gas), Uranus and Neptune (ice)",
        "Jupiter, Jupiter, Saturn, Uranus, Neptune", "JSUN",
        "Jupiter, Saturn, Uranus, Neptune, but not Pluto", "Jupiter, Saturn, Mars, no, Uranus, Neptune",
        "Jupiter, which has the Great Red Spot, Saturn with its rings, Uranus and Neptune",
    ],
)  # fmt: skip
def test_any_shape(response: str) -> None:
    assert grade_list(GIANTS, PLANETS, response).outcome == "correct"


@pytest.mark.parametrize(
    ("response", "score", "reason"),
    [
        ("Jupiter, Saturn, Uranus", 0.75, "Missing: Neptune."),
        ("Jupiter Saturn", 0.5, "Missing: Uranus, Neptune."),
        ("Jupiter, Saturn, Uranus, Mars", 0.75, "Not among them: Mars."),
        ("Jupiter, Saturn, Uranus, Neptune, Mars", 0.8, "More than the 4 asked for."),
        ("Jupiter Saturn Uranus Neptune Mars", 0.8, "Not among them: Mars."),
        (
            "Jupiter, Saturn, Uranus and not Neptune",
            0.75,
            "Not counted, as you say “not” of it: not Neptune.",
        ),
        ("Jupiter, Jupiter, Saturn, Uranus", 0.75, "Missing: Neptune."),
        ("everything", 0.0, "Missing: Jupiter, Saturn, Uranus, Neptune."),
        ("none of Jupiter, Saturn, Uranus, Neptune", 0.0, "It denies them all."),
        ("idk", 0.0, "There is no answer in it."),
        ("", 0.0, "There is no answer in it."),
    ],
)
def test_what_is_missing_or_too_much_costs_its_share(
    response: str, score: float, reason: str
) -> None:
    verdict = grade_list(GIANTS, PLANETS, response)
    assert verdict.score == score
    assert verdict.outcome == ("partial" if score else "wrong")
    assert reason in [each.detail for each in verdict.reasons]


def test_parts_are_verdicts_in_the_order_of_the_key() -> None:
    verdict = grade_list(GIANTS, PLANETS, "Nepptune, Jupiter")
    assert [part.outcome for part in verdict.parts] == ["correct", "wrong", "wrong", "close"]
    assert verdict.parts[1].reasons[0].detail == "Missing: Saturn."


def test_a_slip_is_close_and_shown() -> None:
    verdict = grade_list(GIANTS, PLANETS, "Jupitor, Saturn, Uranus, Neptune")
    assert (verdict.outcome, verdict.score) == ("close", 1.0)
    assert verdict.slip is not None
    assert verdict.slip.meant == "Jupiter"


def test_foreseen_answers_have_their_feedback() -> None:
    assert (
        grade_list(GIANTS, PLANETS, "Jupiter, Saturn, Uranus, Pluto").feedback == "A dwarf planet."
    )
    assert grade_list(GIANTS, PLANETS, "the inner ones").feedback == "Too small."
    verdict = grade_list(GIANTS, PLANETS, "The gas and ice giants")
    assert (verdict.outcome, verdict.score, verdict.feedback) == ("partial", 0.25, "Name them.")


@pytest.mark.parametrize(
    ("response", "outcome", "score"),
    [
        ("evaporation, condensation, precipitation", "correct", 1.0),
        ("evaporation → condensation → precipitation", "correct", 1.0),
        ("first evaporation, then condensation, and finally precipitation", "correct", 1.0),
        ("Evaporation is followed by condensation and then rainfall", "correct", 1.0),
        ("condensation, evaporation, precipitation", "partial", 0.6667),
        ("precipitation, condensation, evaporation", "wrong", 0.0),
        ("evaporation, precipitation", "partial", 0.6667),
    ],
)
def test_order_where_it_is_asked(response: str, outcome: str, score: float) -> None:
    key = ListKey(
        (("evaporation",), ("condensation",), ("precipitation", "rainfall")), ordered=True
    )
    prompt = Context("Put in order: precipitation, evaporation, condensation.")
    verdict = grade_list(key, prompt, response)
    assert (verdict.outcome, verdict.score) == (outcome, score)


@pytest.mark.parametrize(
    ("response", "outcome", "score"),
    [
        ("iron, gold", "correct", 1.0), ("iron gold", "correct", 1.0),
        ("iron, gold, silver", "correct", 1.0), ("iron", "partial", 0.5),
        ("iron, wood", "partial", 0.5), ("iron, gold, wood", "partial", 0.6667),
        ("wood, clay", "wrong", 0.0),
    ],
)  # fmt: skip
def test_fewer_than_all_may_be_asked(response: str, outcome: str, score: float) -> None:
    key = ListKey((("iron",), ("copper",), ("gold",), ("silver",)), need=2)
    verdict = grade_list(key, Context("Name two metals."), response)
    assert (verdict.outcome, verdict.score) == (outcome, score)


@pytest.mark.parametrize(
    ("items", "response"),
    [
        ((("Trinidad and Tobago",), ("Jamaica",)), "Jamaica and Trinidad and Tobago"),
        ((("Trinidad and Tobago",), ("Jamaica",)), "Trinidad & Tobago, Jamaica"),
        ((("left atrium",), ("right atrium",)), "the left and right atria"),
        ((("John Adams",), ("James Madison",)), "Adams, John; Madison, James"),
        ((("John Adams", "Adams"), ("James Madison", "Madison")), "J. Adams and J. Madison"),
        ((("2",), ("3",), ("5",)), "2,3,5"),
        ((("2",), ("3",), ("5",)), "five, two and three"),
        ((("sanctions on Iran",), ("talks with Cuba",)), "talks with Cuba; sanctions against Iran"),
        ((("violin",), ("viola",)), "violas and violins"),
        ((("red",), ("green",), ("blue",)), "RGB"),
        ((("a",), ("b",)), "a\nb"),
        ((("exercises",), ("sea and air patrols",)), "patrols in the air and at sea, exercises"),
        ((("AI",), ("space",)), "space & A.I."),
        (
            (("cost",), ("harm to birds and fish", "harm to birds")),
            "the cost, and harm to birds and fish",
        ),
    ],
)
def test_parts_that_are_hard_to_tell_apart(
    items: tuple[tuple[str, ...], ...], response: str
) -> None:
    assert grade_list(ListKey(items), Context("Which?"), response).accepted


@pytest.mark.parametrize(
    ("items", "response"),
    [
        ((("sanctions on Iran",), ("talks with Cuba",)), "sanctions on Cuba; talks with Iran"),
        ((("left atrium",), ("right atrium",)), "left atrium, left atrium"),
        ((("left atrium",), ("right atrium",)), "atrium"),
        ((("violin",), ("viola",)), "violin, violin"),
        ((("2",), ("3",), ("5",)), "2, 3, 6"),
        ((("2",), ("3",), ("5",)), "235"),
        ((("red",), ("green",), ("blue",)), "RGY"),
    ],
)
def test_parts_that_only_look_right(items: tuple[tuple[str, ...], ...], response: str) -> None:
    assert not grade_list(ListKey(items), Context("Which?"), response).accepted
