"""What a verdict says beside its outcome: reasons, slips, feedback, rivals, partial credit."""

import pytest

from quizapp.grading import (
    Anticipated,
    Context,
    Credit,
    DateKey,
    ListKey,
    NumberKey,
    Point,
    TextKey,
    Verdict,
    grade_date,
    grade_list,
    grade_number,
    grade_points,
    grade_text,
)
from quizapp.grading.grade_case import explain, grade_case

CAPITAL = Context("What is the capital of Australia?")


def verdict(response: str, key: TextKey, context: Context = CAPITAL) -> Verdict:
    return grade_text(key, context, response)


def test_a_slip_shows_its_letters() -> None:
    found = verdict("Camberra", TextKey(("Canberra",)))
    assert found.outcome == "close"
    assert found.score == 1
    assert found.slip is not None
    edits = found.slip.edits
    assert "".join(run for tag, run in edits if tag != "missing").casefold() == "camberra"
    assert "".join(run for tag, run in edits if tag != "extra") == "Canberra"


def test_strict_allows_no_slip() -> None:
    key = TextKey(("Canberra",))
    assert verdict("Canbera", key).accepted
    assert not verdict("Canbera", key, CAPITAL._replace(strict=True)).accepted
    assert verdict("canberra", key, CAPITAL._replace(strict=True)).accepted


def test_anticipated_wrong_answers_win_over_fuzzy_matches() -> None:
    key = TextKey(("fusion",), (Anticipated(("fission",), "Fission splits nuclei."),))
    found = verdict("nuclear fissoin", key, Context("What powers the Sun?"))
    assert found.outcome == "wrong"
    assert found.feedback == "Fission splits nuclei."


def test_the_right_words_win_over_an_anticipated_error_named_later() -> None:
    key = TextKey(("Canberra",), (Anticipated(("Sydney",), "The largest city, not the capital."),))
    assert verdict("Canberra, though Sydney is larger", key).accepted
    assert not verdict("Sydney", key).accepted


@pytest.mark.parametrize(
    ("question", "answers", "response"),
    [
        (
            "Why is salt put on roads?",
            ("it melts the ice in two hours",),
            "it thaws what is frozen",
        ),
        (
            "Why keep bees?",
            ("they supply honey and wax",),
            "because fields need them for pollination",
        ),
        (
            "Why did the guild strike?",
            ("wages were cut by a third",),
            "they earned far less than in 1888",
        ),
    ],
)
def test_no_objection_to_a_wording_that_is_not_there(
    question: str, answers: tuple[str, ...], response: str
) -> None:
    found = verdict(response, TextKey(answers), Context(question))
    assert found.outcome == "wrong"
    assert found.reasons[0].code in ("different", "part")


def test_only_what_speaks_against_the_nearest_wording_is_told() -> None:
    key = TextKey(("the north gate was left open", "a traitor let them in by night"))
    found = verdict("the north gate was left closed", key, Context("How did they get in?"))
    assert (found.reasons[0].code, found.unsure) == ("opposite", False)


def test_a_foreseen_error_is_met_as_written_and_not_by_meaning() -> None:
    key = TextKey(("the wind drives it",), (Anticipated(("a horse pulls it",), "No animals."),))
    context = Context("How does the mill turn?")
    assert verdict("a hrose pulls it", key, context).feedback == "No animals."
    other = verdict("a stallion draws it", key, context)
    assert (other.outcome, other.feedback) == ("wrong", None)


def test_a_foreseen_error_never_beats_an_answer_that_fits_as_well() -> None:
    key = TextKey(("ash and oak",), (Anticipated(("oak and ash trees only",)),))
    assert verdict("oak, ash", key, Context("What was the hull made of?")).accepted


def test_partial_answers_earn_their_share() -> None:
    key = TextKey(("12 March 1913",), (), (Credit(("1913",), 0.4, "And the day?"),))
    found = verdict("in 1913", key)
    assert (found.outcome, found.score, found.feedback) == ("partial", 0.4, "And the day?")


def test_a_rival_is_no_slip_and_the_reason_says_so() -> None:
    key = TextKey(("S-300",))
    context = Context("Which missile?", rivals=("S-400", "Stavropol"))
    found = verdict("S-400", key, context)
    assert found.outcome == "wrong"
    assert "answers another question" in found.reasons[0].detail
    town = TextKey(("Stavropal",))
    assert verdict("Stavropel", town, context).outcome == "close"
    assert verdict("Stavropol", town, context).outcome == "wrong"


def test_between_yes_and_no_it_is_unsure() -> None:
    key = TextKey(("the cut cells release a gas that irritates the eyes",))
    found = verdict("the cells release a gas", key, Context("Why do onions make us cry?"))
    assert found.outcome == "wrong"
    assert found.unsure


def test_synonyms_of_the_bank() -> None:
    key = TextKey(("the Moon",))
    context = Context("What pulls the tide?", (("Moon", "Old Lantern"),))
    assert verdict("Old Lantern", key, context).accepted
    assert not verdict("Old Lantern", key, Context("What pulls the tide?")).accepted


@pytest.mark.parametrize(
    ("response", "made"),
    [
        ("The tide rises. The Moon pulls at the water.", [True, True]),
        ("because the moon pulls", [False, True]),
        ("The tide does not rise, but the Moon pulls.", [False, True]),
        ("I don't know", [False, False]),
        ("", [False, False]),
        ("- the moon pulls\n- the tide rises", [True, True]),
    ],
)
def test_points_are_found_where_they_stand(response: str, made: list[bool]) -> None:
    points = (
        Point("rise", ("the tide rises",), "What does the water do?"),
        Point("pull", ("the Moon pulls",)),
    )
    found = grade_points(points, 0, Context("What happens?"), response)
    assert [part.accepted for part in found.parts] == made
    assert found.score == sum(made) / 2
    if not made[0]:
        assert found.parts[0].feedback == "What does the water do?"


def test_fewer_points_may_be_enough() -> None:
    points = tuple(Point(name, (name,)) for name in ("granite", "basalt", "marble"))
    assert grade_points(points, 2, Context("Name two rocks."), "basalt and granite").score == 1


def test_a_case_is_an_object_in_and_an_object_out() -> None:
    case = {"id": 7, "question": "?", "answers": ["Oslo"], "kind": "text", "response": "Olso"}
    found = grade_case(case)
    assert found["id"] == 7
    assert found["verdict"] == "close"
    assert found["accept"] is True
    assert found["matched"] == "Oslo"
    assert found["reasons"][0]["code"] == "slip"
    assert set(found) == {
        "id", "verdict", "accept", "score", "matched", "unsure", "reasons", "feedback",
    }  # fmt: skip


def test_a_kind_that_does_not_go_with_the_answers_is_read_as_text() -> None:
    case = {"question": "How?", "answers": ["by boat"], "kind": "number", "response": "by boat"}
    assert grade_case(case)["accept"]
    assert grade_case(case | {"kind": "date"})["accept"]
    assert grade_case(case | {"kind": "list"})["accept"]


def test_the_steps_are_told() -> None:
    case = {"question": "?", "answers": ["tightened"], "kind": "text", "response": "not tightened"}
    told = "\n".join(explain(case))
    assert "verdict" in told
    assert "denies" in told


def test_the_steps_tell_who_does_what_and_whether_it_is_certain() -> None:
    case = {"question": "What do owls do?", "answers": ["they catch voles"], "kind": "text"}
    told = "\n".join(explain(case | {"response": "voles catch them"}))
    assert "doer voles; done to them" in told
    assert "doubt             none" in told
    told = "\n".join(explain(case | {"response": "at night small furry rodents end up eaten"}))
    assert "it may mean the same" in told


EGGS = NumberKey(
    12,
    text=TextKey(
        ("12",),
        wrong=(Anticipated(("{a|one} gross", "{-|minus }12"), "Count again."),),
        partial=(Credit(("{some|a few} dozen",)),),
    ),
)
STRIKE = DateKey(
    "1980s",
    text=TextKey(
        (),
        wrong=(Anticipated(("1989", "in the {eighteen|nineteen} nineties"), "Earlier."),),
        partial=(Credit(("{early|start of the} eighties",)),),
    ),
)


@pytest.mark.parametrize(
    ("key", "response", "outcome"),
    [
        (EGGS, "12", "correct"),
        (EGGS, "one gross", "wrong"),
        (EGGS, "minus 12", "wrong"),
        (EGGS, "a few dozen", "partial"),
        (STRIKE, "1980s", "correct"),
        (STRIKE, "1984", "correct"),
        (STRIKE, "in 1989", "wrong"),
        (STRIKE, "start of the eighties", "partial"),
        (STRIKE, "in the nineteen nineties", "wrong"),
    ],
)
def test_what_is_foreseen_of_figures_and_dates_may_have_braces(
    key: NumberKey | DateKey, response: str, outcome: str
) -> None:
    context = Context("How many, or when?")
    if isinstance(key, NumberKey):
        verdict = grade_number(key, context, response)
    else:
        verdict = grade_date(key, context, response)
    assert verdict.outcome == outcome
    assert bool(verdict.feedback) == (outcome == "wrong")


def test_a_foreseen_list_may_have_braces() -> None:
    text = TextKey((), wrong=(Anticipated(("salt and {pepper|paprika}",), "Only one is right."),))
    key = ListKey((("salt",), ("sugar",)), text=text)
    told = grade_list(key, Context("Which two keep food?"), "salt and paprika")
    assert told.feedback == "Only one is right."
