"""Ideas: what an answer must express, in whatever words."""

from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading import (
    Anticipated,
    Context,
    Credit,
    Idea,
    Ideas,
    Point,
    TextKey,
    Verdict,
    grade_points,
    grade_text,
)
from quizapp.grading.grade_case import explain, grade_case
from quizapp.kinds.base import Question
from quizapp.kinds.boolean import Boolean
from quizapp.kinds.shorthand import COMMON, expanded
from quizapp.kinds.text import Text
from quizapp.structs import convert

OUTCOMES = {"accept": ("correct", "close"), "partial": ("partial",), "reject": ("wrong",)}


def text_question(raw: dict[str, Any]) -> Text:
    expanded(raw, COMMON)
    Text.expand_shorthand(raw)
    return convert(raw, Text)


QUESTIONS = [
    text_question(raw)
    for raw in tomli.loads(Path(__file__).with_name("ideas.toml").read_text("utf-8"))["question"]
]
ROWS = [
    pytest.param(question, expected, response, id=f"{question.id}: {expected} {response[:60]}")
    for question in QUESTIONS
    for expected in OUTCOMES
    for response in getattr(question.tests, expected)
]


def graded(question: Question, response: str) -> Verdict:
    return question.grade(Context(question.prompt), response)


@pytest.mark.parametrize(("question", "expected", "response"), ROWS)
def test_table(question: Text, expected: str, response: str) -> None:
    verdict = graded(question, response)
    assert verdict.outcome in OUTCOMES[expected], verdict
    assert all(reason.detail for reason in verdict.reasons)


DENIALS = [
    ("{will|would|can} not", ["the king will not", "they won't", "never in his life"], ["he will"]),
    ("won't", ["they won't do it"], ["they will do it"]),
    ("{will|can} not {accept|like} it", ["he won't accept it", "he can't like it"], ["he does"]),
    ("{must|has to} share", ["it has to share", "it must share"], ["it shares"]),
    ("no longer", ["it is no longer there"], ["it is longer"]),
    ("never", ["it never rains"], ["it rains"]),
    ("without {air|oxygen}", ["without oxygen they die", "there is no air"], ["oxygen"]),
    ("{prevent|not} rust", ["it prevents rust", "so that it does not rust"], ["it rusts"]),
    ("rust", ["it rusts"], ["it does not rust", "it prevents rust", "without rust"]),
    ("hurt", ["it hurts them"], ["it keeps them from getting hurt", "it shields them from hurt"]),
    ("not signed", ["it is unsigned", "nobody signed it"], ["it is signed", "it is not unsigned"]),
    ("not safe", ["it is not safe", "it is dangerous"], ["it is safe", "it is not dangerous"]),
    ("lid {no longer|not} close", ["the lid no longer closes"], ["the lid closes better"]),
    ("lid not close", ["the lid does not close"], ["the lid closes"]),
]  # fmt: skip


@pytest.mark.parametrize(("wording", "right", "wrong"), DENIALS)
def test_a_denial_belongs_to_what_is_said(wording: str, right: list[str], wrong: list[str]) -> None:
    key = TextKey(("x",), ideas=Ideas((Idea((wording,)),)))
    accepted = [grade_text(key, Context("What of it?"), text).accepted for text in [*right, *wrong]]
    assert accepted == [True] * len(right) + [False] * len(wrong)


def test_what_is_missing_is_told() -> None:
    (bread,) = (one for one in QUESTIONS if one.id == "bread")
    said = [reason.detail for reason in graded(bread, "the yeast").reasons]
    assert said == ["Missing: gas.", "What keeps the gas in?"]
    verdict = graded(bread, "the yeast makes gas")
    assert verdict.score == pytest.approx(2 / 3, abs=1e-3)
    assert [reason.code for reason in verdict.reasons] == ["missing"]


TOLD = [
    ("hastings", "the English beat the Normans", "roles", "of another: it is said of Normans or"),
    ("predator", "aphids eat ladybirds", "roles", "it is said of ladybird"),
    ("rust-order", "flooding causes deforestation", "roles", "the wrong way round"),
    ("altitude", "it rises with the pressure", "opposite", "“rises” is the opposite of “falls”"),
    ("whale", "not to breathe", "negation", "You say “not” of “breathe”"),
    ("tides-moon", "moon gravity pull attract", "heap", "Keywords alone"),
    ("tides-moon", "sun, moon, gravity, attract", "heap", "Keywords alone"),
    ("tides-moon", "the gravity of the Moon or Jupiter", "hedge", "“Moon” or “Jupiter”"),
    ("greenhouse", "the panes focus the light", "anticipated", "a common mistake"),
]


@pytest.mark.parametrize(("name", "response", "code", "detail"), TOLD)
def test_what_speaks_against_a_response_is_told(
    name: str, response: str, code: str, detail: str
) -> None:
    (question,) = (one for one in QUESTIONS if one.id == name)
    (reason,) = graded(question, response).reasons
    assert reason.code == code
    assert detail in reason.detail


def test_the_feedback_of_a_foreseen_error_is_told() -> None:
    (question,) = (one for one in QUESTIONS if one.id == "greenhouse")
    assert graded(question, "warm air makes the glass").feedback == "The other way round."
    assert graded(question, "sunshine").feedback == "That brings the warmth; what keeps it?"


@pytest.mark.parametrize(
    ("response", "unsure"),
    [
        ("the yeast fills it with tiny pockets that stay put", True),
        ("fungus burps swell up the stretchy dough", True),
        ("yeast", False),
        ("because sailors mend their nets on Sundays after church", False),
        ("the yeast makes no gas", False),
        ("", False),
    ],
)
def test_a_refusal_is_unsure_where_the_rest_may_be_said_in_other_words(
    response: str, unsure: bool
) -> None:
    verdict = graded(QUESTIONS[0], response)
    assert not verdict.accepted
    assert verdict.unsure == unsure


@pytest.mark.parametrize(
    ("response", "unsure"),
    [
        ("the millers dammed it, and later whole rows of looms were hung upon its wheel", True),
        ("it turned a wheel", False),
        ("too weak a flow for the looms", True),
    ],
)
def test_a_credit_or_a_part_of_the_wording_leaves_the_rest_open(
    response: str, unsure: bool
) -> None:
    key = TextKey(
        ("the river was too weak for the new looms",),
        partial=(Credit((), 0.5, "And then?", Ideas((Idea(("wheel",)),))),),
        ideas=Ideas((Idea(("little power", "weak river")), Idea(("machines",)))),
    )
    verdict = grade_text(key, Context("Why did the mill close?"), response)
    assert (verdict.outcome, verdict.unsure) == (
        "partial" if "wheel" in response else "wrong",
        unsure,
    )


def test_a_slip_in_an_idea_is_pointed_out() -> None:
    verdict = graded(QUESTIONS[0], "yeest makes gas and the dough traps it")
    assert verdict.outcome == "close"
    assert verdict.slip is not None
    assert verdict.slip.typed == "yeest"


def test_strict_questions_allow_no_slips_in_ideas() -> None:
    context = Context(QUESTIONS[0].prompt, strict=True)
    assert QUESTIONS[0].grade(context, "yeast makes gas and the dough traps it").accepted
    assert not QUESTIONS[0].grade(context, "yeest makes gas and the dough traps it").accepted


def test_synonyms_of_the_bank_are_words_of_an_idea() -> None:
    key = TextKey(("x",), ideas=Ideas((Idea(("zorb",)),)))
    context = Context("Why?", synonyms=(("zorb", "great inflatable ball"),))
    assert grade_text(key, context, "because of the great inflatable ball").accepted
    assert not grade_text(key, context._replace(synonyms=()), "a great inflatable ball").accepted


@pytest.mark.parametrize(
    ("idea", "response", "distinct"),
    [
        ("home time", "it keeps local time", ("home", "local")),
        ("tension", "the steel takes up the pressure", ("pressure", "tension")),
        ("sold abroad", "they are sold overseas", ("abroad", "overseas")),
        ("local time", "it keeps the time at home", ("home", "local")),
        ("bright lamp", "a light lamp", ("light", "heavy", "bright")),
        ("rid of water", "free of water", ("rid of", "rid", "free")),
        ("only winder", "it only winds on", ("winder", "winds")),
    ],
)
def test_distinct_words_do_not_stand_for_each_other(
    idea: str, response: str, distinct: tuple[str, ...]
) -> None:
    key = TextKey(("x",), ideas=Ideas((Idea((idea,)),)))
    alike, apart = Context("What is it?"), Context("What is it?", distinct=(distinct,))
    assert grade_text(key, alike, response).accepted
    assert not grade_text(key, apart, response).accepted
    assert grade_text(key, apart, idea).accepted


def test_distinct_words_are_no_opposites_in_an_idea() -> None:
    key = TextKey(("x",), ideas=Ideas((Idea(("shorten",)),)))
    context = Context("What does the sun do?")
    assert "opposite" in codes(grade_text(key, context, "it will lengthen the day"))
    apart = context._replace(distinct=(("shorten", "lengthen"),))
    assert "opposite" not in codes(grade_text(key, apart, "it will lengthen the day"))


def test_distinct_words_are_kept_apart_in_whole_answers() -> None:
    key = TextKey(("The ship's clock shows the home time",))
    context = Context("Which time does the clock show?")
    response = "The ship's clock shows the local time"
    apart = context._replace(distinct=(("home", "local"),))
    assert grade_text(key, context, response).accepted
    assert not grade_text(key, apart, response).accepted


@pytest.mark.parametrize(
    ("wording", "said", "less"),
    [
        ("same current", "the current is the same", "the current is high"),
        ("their own time", "it has time of its own", "it takes time"),
        ("too acid", "because it is far too acid", "because it is acid"),
        ("right angle", "they pull at a right angle", "they pull at an angle"),
        ("house number", "by the number of the house", "by the house"),
        ("the lamp moves", "that lamp is moving", "the lamp is bright"),
        ("one line", "all are in one line", "all are in line"),
    ],
)
def test_small_words_that_tell_something_are_looked_for(wording: str, said: str, less: str) -> None:
    key = TextKey(("x",), ideas=Ideas((Idea((wording,)),)))
    assert grade_text(key, Context("How is that?"), said).accepted
    assert not grade_text(key, Context("How is that?"), less).accepted


RIPEN = ("ripen", "sweeter")
FALL = ("fall off", "drop")


@pytest.mark.parametrize(
    ("ideas", "response", "score"),
    [
        (Ideas((Idea(("keep",)), Idea(RIPEN), Idea(FALL)), need=1), "they ripen", 1),
        (Ideas((Idea(("keep",)), Idea(RIPEN), Idea(FALL)), need=2), "they ripen", 0.5),
        (Ideas((Idea(("keep",)), Idea(RIPEN), Idea(FALL)), need=2), "they drop and are sweeter", 1),
        (Ideas((Idea(("keep",)), Idea(RIPEN), Idea(FALL)), need=2), "they are red", 0),
        (Ideas((Idea(("rot",), alone=True), Idea(RIPEN), Idea(FALL))), "they rot", 1),
        (Ideas((Idea(("rot",), alone=True), Idea(RIPEN), Idea(FALL))), "they ripen", 0.5),
        (Ideas((Idea(("rot",), alone=True), Idea(RIPEN), Idea(FALL))), "sweeter, and they drop", 1),
        (Ideas((Idea(("rot",), alone=True), Idea(RIPEN), Idea(FALL))), "they do not rot", 0),
        (Ideas((Idea(("rot",), alone=True), Idea(RIPEN, alone=True))), "they ripen", 1),
        (Ideas((Idea(("rot",), alone=True), Idea(RIPEN), Idea(FALL)), need=1), "they drop", 1),
    ],
)
def test_some_of_the_ideas_may_be_enough(ideas: Ideas, response: str, score: float) -> None:
    context = Context("What happens to apples in autumn?")
    assert grade_text(TextKey(("x",), ideas=ideas), context, response).score == score
    made = grade_points((Point("p", ("x",), ideas=ideas),), 0, context, response)
    assert made.score == (score == 1)
    error = TextKey(("x",), (Anticipated((), "no", ideas),))
    assert (grade_text(error, context, response).feedback == "no") == (score == 1)


def test_what_is_missing_is_told_of_the_ideas_that_belong_together() -> None:
    ideas = Ideas((Idea(("rot",), "Or rot?", alone=True), Idea(RIPEN), Idea(FALL, "And then?")))
    verdict = grade_text(TextKey(("x",), ideas=ideas), Context("What do apples do?"), "they ripen")
    assert [reason.detail for reason in verdict.reasons] == ["And then?"]


COOLING = text_question(
    {
        "id": "granite", "kind": "text",
        "prompt": "Why are the crystals of granite larger than those of basalt?",
        "answers": ["granite cools slowly", "basalt cools fast"],
        "ideas": [[
            {"says": "{cool|solidify} {slowly|over a long time}", "by": "granite"},
            {"says": ["cool fast", "freeze quickly"], "by": ["basalt", "lava"]},
            "deep down",
        ]],
    }
)  # fmt: skip


@pytest.mark.parametrize(
    ("response", "right"),
    [
        ("Granite solidifies slowly.", True), ("lava freezes quickly", True),
        ("because it cools slowly", True), ("It is formed deep down.", True),
        ("basalt cools slowly", False), ("granite cools fast", False),
        ("granite freezes quickly", False),
    ],
)  # fmt: skip
def test_each_wording_may_say_whose_it_is(response: str, right: bool) -> None:
    assert graded(COOLING, response).accepted == right


def test_a_case_of_its_own_takes_what_a_bank_takes() -> None:
    slowly = {"says": "cool slowly", "by": "granite"}
    ideas = [[slowly, {"says": ["cool fast"], "by": ["basalt"]}], {"says": "x", "alone": True}]
    spec = {"ideas": ideas, "need": 1}
    case = {"question": COOLING.prompt, "answers": COOLING.answers, "spec": spec}
    responses = ("It is x.", "granite cooled slowly", "granite cools fast", "basalt cools slowly")
    graded = [grade_case({**case, "response": response})["accept"] for response in responses]
    assert graded == [True, True, False, False]


@pytest.mark.parametrize(
    "response",
    [
        "by comparing home time with local time", "by comparing local time with the time at home",
        "Local noon is compared with the clock's home time.",
        "You compare the time at the home port to local noon.",
    ],
)  # fmt: skip
def test_a_comparison_may_run_either_way(response: str) -> None:
    home = Idea(("home time", "time at home", "time at port"))
    local = Idea(("local time", "local noon"))
    key = TextKey(
        ("home time by the clock is compared with local time",), ideas=Ideas((home, local))
    )
    context = Context("How did the clock give the longitude?", distinct=(("home", "local"),))
    assert grade_text(key, context, response).accepted


def codes(verdict: Verdict) -> set[str]:
    return {reason.code for reason in verdict.reasons}


def wrongly(answer: str, *ideas: tuple[str, ...]) -> TextKey:
    """A key of two ideas, with the ideas of a foreseen error."""
    right = Ideas((Idea(("copper",)), Idea(("conducts", "lets current through"))))
    foreseen = Ideas(tuple(map(Idea, ideas)))
    return TextKey((answer,), (Anticipated((), "mended", foreseen),), ideas=right)


@pytest.mark.parametrize(
    ("ideas", "accepted"),
    [
        ((("copper",),), True),  # less than what is right
        ((("conducts",), ("copper",)), True),  # the same words
        ((("copper",), ("conducts",), ("heat",)), False),  # more than what is right
    ],
)
def test_a_foreseen_error_wins_only_by_more_words(
    ideas: tuple[tuple[str, ...], ...], accepted: bool
) -> None:
    key = wrongly("it is a good conductor", *ideas)
    assert grade_text(key, Context("Why?"), "copper conducts heat").accepted == accepted


def test_a_wrong_answer_word_for_word_always_wins() -> None:
    right = Ideas((Idea(("copper",)), Idea(("conducts",))))
    key = TextKey(("copper wire",), (Anticipated(("copper conducts",)),), ideas=right)
    assert grade_text(key, Context("Why?"), "Copper conducts!").outcome == "wrong"
    assert grade_text(key, Context("Why?"), "the copper in it conducts well").accepted


HYGIENE = TextKey(
    ("to keep dirt out of the wound",),
    (Anticipated(("to carry dirt in",)),),
    ideas=Ideas(
        (Idea(("dirt", "germs")), Idea(("carry", "get in", "{not|prevent} {carry|get in}")))
    ),
)


@pytest.mark.parametrize(
    ("response", "accepted"),
    [
        ("to carry dirt in when it is dressed", False),
        ("to carry germs in", True),  # not in the error's own words
        ("so that no germs get in", True),
    ],
)
def test_an_error_in_its_own_words_wins_over_ideas_that_say_no_more(
    response: str, accepted: bool
) -> None:
    assert grade_text(HYGIENE, Context("Why is a plaster put on?"), response).accepted == accepted


@pytest.mark.parametrize(
    ("response", "accepted"),
    [
        ("it repeats orders that were not confirmed", True),
        ("it never repeats orders that were not confirmed", False),
        ("if an order was not confirmed it does not repeat it", False),
        ("what is not confirmed is repeated", True),
    ],
)
def test_a_denial_of_its_own_covers_no_other_denial(response: str, accepted: bool) -> None:
    ideas = Ideas((Idea(("not {confirmed|heard}",)), Idea(("repeats",))))
    key = TextKey(("by repeating it",), ideas=ideas)
    assert grade_text(key, Context("How does the desk see to it?"), response).accepted == accepted


TARIFF = TextKey(
    ("home firms sell more, as imports become dearer",),
    (Anticipated(("imports become cheaper",), "They become dearer."),),
    ideas=Ideas((Idea(("imports",)), Idea(("become", "cheaper", "dearer")))),
)


@pytest.mark.parametrize(
    "lead",
    [
        "", "Because ", "It is that ", "That's because ", "I think ",
        "I think that ", "Well, ", "The reason is that ", "so ", "As ",
    ],
)  # fmt: skip
def test_what_stands_in_wrong_is_wrong_whatever_leads_to_it(lead: str) -> None:
    verdict = grade_text(
        TARIFF, Context("Whom does a tariff help?"), f"{lead}imports become cheaper"
    )
    assert codes(verdict) == {"anticipated"}


def test_a_pronoun_before_a_wrong_answer_changes_nothing() -> None:
    key = TARIFF._replace(wrong=(Anticipated(("become cheaper",), "Dearer."),))
    context = Context("What happens to imports?")
    for response in ("they become cheaper", "Because they become cheaper."):
        assert grade_text(key, context, response).feedback == "Dearer."


def test_a_wrong_answer_with_braces_may_be_led_to_as_well() -> None:
    key = TARIFF._replace(wrong=(Anticipated(("{imports|goods} become cheaper",), "Dearer."),))
    context = Context("Whom does a tariff help?")
    assert grade_text(key, context, "Because goods become cheaper").feedback == "Dearer."


def test_an_answer_with_a_lead_of_its_own_is_no_error() -> None:
    key = TextKey(("because it melts",), (Anticipated(("it melts",)), Anticipated(("ice",))))
    assert grade_text(key, Context("Why?"), "because it melts").accepted
    assert grade_text(key, Context("Why?"), "since it melts").accepted


FORESEEN = [
    Anticipated((), "cooler", Ideas((Idea(("water",)), Idea(("cool", "cools"))))),
    Anticipated((), "warmer", Ideas((Idea(("water",)), Idea(("warm", "warms")), Idea(("air",))))),
    Anticipated(("the water warms the air above",), "as written"),
]


@given(st.permutations(FORESEEN))
def test_the_order_of_foreseen_errors_does_not_matter(errors: list[Anticipated]) -> None:
    key = TextKey(("the land gives off heat",), tuple(errors), ideas=Ideas((Idea(("land",)),)))
    context = Context("Why does the wind turn?")
    assert grade_text(key, context, "the water warms the air and cools").feedback == "warmer"
    assert grade_text(key, context, "the water warms air above").feedback == "as written"


def test_points_may_be_made_by_their_ideas() -> None:
    food = Ideas((Idea(("eat", "feed on")), Idea(("leaves", "plants"))))
    home = Ideas((Idea(("trees", "forest")),))
    points = (
        Point("What it eats", ("it eats leaves",), "And its food?", food),
        Point("Where it lives", ("it lives in trees",), ideas=home),
    )
    context = Context("What does a koala live on, and where?")
    assert grade_points(points, 0, context, "It feeds on plants. Its home is the forest.").accepted
    half = grade_points(points, 0, context, "It spends the day in the forest, and eats meat.")
    assert half.score == 0.5
    assert half.parts[0].feedback == "And its food?"
    assert not grade_points(points, 0, context, "It never eats plants.").score


def test_the_reason_of_a_boolean_may_be_given_by_its_ideas() -> None:
    raw = {
        "id": "b", "kind": "boolean", "prompt": "True or false, and why: a whale is a fish.",
        "answer": False,
        "reason": {"answers": "it is a mammal", "ideas": [["mammal", "milk", "lungs"]]},
    }  # fmt: skip
    Boolean.expand_shorthand(raw)
    question = convert(raw, Boolean)
    assert graded(question, "false, they breathe with lungs").accepted
    assert graded(question, "false, they have no lungs").outcome == "partial"


def test_the_steps_of_a_verdict_say_which_idea_was_found_where() -> None:
    lines = explain(
        {
            "question": "Why does bread dough rise?",
            "answers": ["yeast gas"],
            "response": "the yeast gives off gases",
            "spec": {
                "ideas": [["yeast"], ["{smoke|gas}"], ["trap"]],
                "wrong": [{"ideas": [["heat"]], "feedback": "no"}],
            },
        }
    )
    told = "\n".join(" ".join(line.split()) for line in lines)
    assert "idea 1 “yeast”: found in “yeast” by “yeast”" in told
    assert "idea 2 “smoke”: found in “gases” by “gas”" in told
    assert "idea 3 “trap”: not found" in told
    assert "wrong 1, idea 1 “heat”: not found" in told


def test_the_steps_of_a_verdict_say_which_word_stands_for_which() -> None:
    spec = {
        "ideas": [["takes the {pull|tension}"], ["cheap material"]],
        "wrong": ["x", {"ideas": [["concrete"]]}],
    }
    case = {"question": "Why steel?", "answers": ["y"], "spec": spec}
    response = "Steel takes up the pressure; the material, as we all know very well, is cheap"
    told = "\n".join(" ".join(line.split()) for line in explain({**case, "response": response}))
    assert "by “takes the tension”, “pressure” for “tension”" in told
    assert "idea 2 “cheap material”: not found: the words of “cheap material” are too far" in told
    assert "wrong 2, idea 1 “concrete”: not found" in told


def test_a_denial_is_told_with_the_alternative_that_denies() -> None:
    case = {
        "question": "What does the lid do?",
        "answers": ["y"],
        "spec": {"ideas": [["{slow|not} {evaporation|drying}"]]},
        "response": "it is not dry",
    }
    told = " ".join(" ".join(explain(case)).split())
    assert "found in “dry” by “not drying”" in told


def test_an_opposite_is_told_with_the_wording_that_it_is_one_of() -> None:
    spec = {"ideas": [{"says": ["safe at sea", "whole ship"]}]}
    case = {
        "question": "What came home?",
        "answers": ["y"],
        "spec": spec,
        "response": "half a ship",
    }
    assert "“half” says the opposite of a word of “whole ship”" in " ".join(
        " ".join(explain(case)).split()
    )


RIGHT = [
    (question, response)
    for question in QUESTIONS
    for response in question.tests.accept
    if "…" not in response
]
EXTRAS = [
    "I think so because our teacher said it",
    "as everybody in the village knows",
    "this was on television last week",
    "and my grandmother agrees",
]


@pytest.mark.parametrize("extra", EXTRAS)
def test_a_true_extra_takes_no_credit_away(extra: str) -> None:
    refused = [
        said
        for question, response in RIGHT
        for said in (f"{extra}. {response}", f"{response.rstrip('.')}. {extra}")
        if not graded(question, said).accepted
    ]
    assert not refused


@pytest.mark.parametrize(
    ("response", "unsure"),
    [
        ("so nothing from the meat can make the other things in there dirty", True),
        ("so that the meat is not in the way of things", False),
        ("it is cold", False),
    ],
)
def test_a_whole_sentence_of_small_words_may_say_it_too(response: str, unsure: bool) -> None:
    ideas = Ideas((Idea(("juice", "liquid")), Idea(("not {drip|run} {food|salad}",))))
    key = TextKey(("so its juices cannot drip onto other food",), ideas=ideas)
    verdict = grade_text(key, Context("Why is raw meat kept on the bottom shelf?"), response)
    assert (verdict.outcome, verdict.unsure) == ("wrong", unsure)


def test_words_that_a_bank_keeps_apart_are_no_opposites() -> None:
    key = TextKey(("it sinks and comes out flat",), ideas=Ideas((Idea(("flat", "sink")),)))
    prompt, response = "What happens to a loaf that has proved long?", "it sinks and goes out flat"
    assert not grade_text(key, Context(prompt), response).accepted
    assert grade_text(key, Context(prompt, distinct=(("goes", "comes"),)), response).accepted


TWO = Ideas((Idea(("granite", "hard rock")), Idea(("slow", "slowly", "takes long"))))
PARTS = ["the rock is granite", "it happens slowly", "the river is young", "it rains a lot"]


@given(st.permutations(PARTS))
def test_the_order_of_ideas_does_not_matter(parts: list[str]) -> None:
    key = TextKey(("x",), ideas=TWO)
    assert grade_text(key, Context("Why is the gorge narrow?"), "; ".join(parts)).accepted


@given(st.permutations(PARTS))
def test_the_order_of_ideas_matters_where_it_is_asked(parts: list[str]) -> None:
    key = TextKey(("x",), ideas=TWO._replace(ordered=True))
    verdict = grade_text(key, Context("Why is the gorge narrow?"), "; ".join(parts))
    assert verdict.accepted == (parts.index(PARTS[0]) < parts.index(PARTS[1]))


@given(st.sampled_from(["It is not so that", "Nobody says that", "It is false that"]), st.data())
def test_denying_every_idea_refuses(denial: str, data: st.DataObject) -> None:
    subject = data.draw(st.sampled_from(["basalt", "marble", "chalk"]))
    key = TextKey(("x",), ideas=Ideas((Idea((subject,)), Idea(("melts", "turns liquid")))))
    context = Context("What happens deep down?")
    assert grade_text(key, context, f"{subject} melts").accepted
    assert not grade_text(key, context, f"{denial} {subject} melts").accepted
    assert grade_text(key, context, f"the {subject} does not melt").outcome == "wrong"


SHORT = st.text("abcdefghi {}|'-.,éß中1", max_size=14)


IDEAS = st.lists(st.lists(SHORT, min_size=1, max_size=3), min_size=1, max_size=3)


@given(IDEAS, SHORT, st.text(max_size=60))
def test_no_ideas_and_no_response_raise_and_the_same_comes_out_twice(
    ideas: list[list[str]], by: str, response: str
) -> None:
    said = tuple(Idea(tuple(one), by=(by,)) for one in ideas)
    for ordered in (False, True):
        key = TextKey(("a",), (Anticipated((), "", Ideas(said, ordered)),), ideas=Ideas(said))
        verdict = grade_text(key, Context("What is it?"), response)
        assert verdict == grade_text(key, Context("What is it?"), response)
        assert 0 <= verdict.score <= 1
        assert verdict.reasons


@pytest.mark.parametrize(
    ("response", "code"),
    [
        ("the whole lot of shepherds would otherwise run off down the lane", "missing"),
        ("a shepherd need not walk round after his flock to see if one is gone", "missing"),
        ("the cattle hardly ever stray", "negation"),
        ("nobody who lived up there in those years saw a cow stray", "doubt"),
    ],
)
def test_only_what_is_plainly_denied_is_told_as_denied(response: str, code: str) -> None:
    key = TextKey(
        ("the herd eats all the grass",),
        ideas=Ideas((Idea(("stray", "wander")), Idea(("cattle", "cows", "hillside")))),
    )
    verdict = grade_text(key, Context("What did the shepherd see?"), response)
    assert verdict.reasons[0].code == code
    assert verdict.unsure == (code != "negation")


@pytest.mark.parametrize(
    ("response", "unsure"),
    [
        ("they found herring", False),
        ("the crews found a shoal so small and far out that the journey ate the gain", True),
        ("the herring came back", False),
        ("before the war a shoal came back each May, but by then other harbours had ice", True),
    ],
)
def test_an_opposite_is_certain_only_where_little_else_is_said(response: str, unsure: bool) -> None:
    herring = next(one for one in QUESTIONS if one.id == "herring")
    verdict = graded(herring, response)
    assert not verdict.accepted
    assert verdict.unsure == unsure, verdict


def test_a_foreseen_error_by_its_sides_is_told_before_other_objections() -> None:
    turned = Ideas((Idea(("owner",)), Idea(("envy", "jealous")), Idea(("miner",))), ordered=True)
    key = TextKey(
        ("the miners envy the owners",),
        (Anticipated((), "The other way round.", turned),),
        ideas=Ideas((Idea(("envy", "jealous")), Idea(("owner",)))),
    )
    context = Context("Why was there strife?")
    assert grade_text(key, context, "the miners were jealous of the owners").accepted
    for response in ("the owners envied the miners", "owners were jealous of every miner"):
        assert grade_text(key, context, response).feedback == "The other way round."


def test_a_foreseen_part_is_no_more_than_a_part() -> None:
    half = Credit(("it keeps the rain off",), 0.5, "And the birds?")
    ideas = Ideas((Idea(("rain", "birds", "dry")),))
    key = TextKey(("it scares the birds and keeps the rain off",), partial=(half,), ideas=ideas)
    context = Context("What is the net for?")
    assert grade_text(key, context, "keeps off rain").outcome == "partial"
    assert grade_text(key, context, "keeps off rain and scares the birds").accepted


def test_an_idea_may_be_the_answer_to_another_question() -> None:
    key = TextKey(("to tell where flowers are",), ideas=Ideas((Idea(("flowers", "food")),)))
    context = Context("Why do bees dance?", answers=("food", "honey"), own=key.answers)
    assert grade_text(key, context, "food").accepted
    assert not grade_text(key, context, "honey").accepted


@pytest.mark.parametrize(
    ("response", "accepted", "unsure"),
    [
        ("a gain for the growers", True, False),
        ("growers gain by it", True, False),
        ("it is the growers' gain", True, False),
        ("a gain for sailors", False, True),
        ("sailors gain by it", False, True),
        ("a gain for Portugal", False, False),
    ],
)
def test_an_idea_is_said_of_its_owner(response: str, accepted: bool, unsure: bool) -> None:
    ideas = Ideas((Idea(("gain", "profit"), by=("growers", "farmers")),))
    verdict = grade_text(TextKey(("x",), ideas=ideas), Context("Who wins by free trade?"), response)
    assert (verdict.accepted, verdict.unsure) == (accepted, unsure)


@pytest.mark.parametrize(
    ("response", "unsure", "detail"),
    [
        ("wages were scarce", True, "may deny"),
        ("the wages were too few", True, "may deny"),
        ("they had wages", False, "The answer says “not” of “wages”"),
        ("they never went on strike", False, "You say “not” of “strike”"),
    ],
)
def test_what_there_is_little_of_is_hardly_affirmed(
    response: str, unsure: bool, detail: str
) -> None:
    key = TextKey(("they worked for nothing",), ideas=Ideas((Idea(("no wages", "strike")),)))
    verdict = grade_text(key, Context("Why did they leave?"), response)
    assert verdict.unsure == unsure
    assert detail in verdict.reasons[0].detail


@pytest.mark.parametrize(
    ("wordings", "unsure"),
    [(("{prevent|stop} {rich|greedy}", "rich"), True), (("rich",), False)],
)
def test_a_denial_of_what_an_idea_has_undone_is_unsure(
    wordings: tuple[str, ...], unsure: bool
) -> None:
    key = TextKey(("the tax was to level fortunes",), ideas=Ideas((Idea(wordings),)))
    verdict = grade_text(key, Context("What was the tax for?"), "nobody got rich")
    assert (verdict.accepted, verdict.unsure) == (False, unsure)


MIRROR = TextKey(
    ("the glass passes green light and stops red and blue",),
    partial=(Credit(("glass is green",), 0.5),),
    ideas=Ideas((Idea(("{pass|let through} green",)),)),
)
TANK = TextKey(
    ("the level stays constant if no tap is open",),
    ideas=Ideas((Idea(("level constant",)), Idea(("no open tap", "unless tap open")))),
)


@pytest.mark.parametrize(
    ("key", "response", "accepted"),
    [
        (MIRROR, "the glass passes red and blue light and stops green", False),
        (MIRROR, "green light is let through by the glass, red and blue are not", True),
        (TANK, "the level stays constant only if a tap is open", False),
        (TANK, "the level is constant unless a tap is open", True),
        (TANK, "as long as no tap is open the level stays constant", True),
    ],
)
def test_what_speaks_against_the_nearest_answer_outweighs_ideas(
    key: TextKey, response: str, accepted: bool
) -> None:
    assert grade_text(key, Context("What is seen?"), response).accepted == accepted


PUMP = TextKey(
    ("it makes the cellar walls give water back",),
    ideas=Ideas((Idea(("give back water", "prevent water loss")),)),
)
SEAL = TextKey(("to stop dust from entering",), ideas=Ideas((Idea(("stop",)), Idea(("dust",)))))


@pytest.mark.parametrize(
    ("key", "response", "accepted"),
    [
        (PUMP, "it gives the water back", True),
        (PUMP, "it stops the walls giving water back", False),
        (PUMP, "by preventing the loss of water", True),
        (SEAL, "it stops the dust", True),
        (SEAL, "it cannot stop the dust", False),
    ],
)
def test_a_verb_such_as_stop_denies_unless_an_idea_asks_for_it(
    key: TextKey, response: str, accepted: bool
) -> None:
    assert grade_text(key, Context("What does it do?"), response).accepted == accepted


KETTLE = TextKey(
    ("the number of cups",),
    (Anticipated((), "", Ideas((Idea(("cups and saucers", "cups plus saucers")),))),),
    ideas=Ideas((Idea(("number of cups", "cups")),)),
)
TABLE = TextKey(
    ("all rows of the left list",), ideas=Ideas((Idea(("{all|every} left",)), Idea(("match",))))
)


@pytest.mark.parametrize(
    ("key", "response", "accepted"),
    [
        (KETTLE, "the number of cups", True),
        (TextKey(("it eats",), ideas=Ideas((Idea(("take {in|up}",)),))), "it walks in", False),
        (TextKey(("it eats",), ideas=Ideas((Idea(("take {in|up}",)),))), "it took it up", True),
        (KETTLE, "cups plus the saucers", False),
        (TABLE, "all of the left, with what matches", True),
        (TABLE, "those of the right, with what matches of the left or none", False),
        (
            TextKey(("the oldest in stock",), ideas=Ideas((Idea(("first",)),))),
            "once it is stale",
            False,
        ),
    ],
)
def test_no_error_and_no_word_of_denial_passes_for_what_is_right(
    key: TextKey, response: str, accepted: bool
) -> None:
    assert grade_text(key, Context("What is it?"), response).accepted == accepted
