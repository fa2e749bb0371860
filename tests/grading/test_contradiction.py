"""The answer and the response side by side: what stands in the place of each word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grading import Context, Idea, Ideas, TextKey, grade_text
from quizapp.grading.contradiction import contradiction
from quizapp.grading.meaning import PLAIN
from quizapp.grading.side_by_side import lay

PROMPT = "Why did the owners of the two mills quarrel with the miller?"
AGAINST = [
    # the opposite of one word, for certain
    ("the hotter wire carries less current", "the hotter wire carries more current", "opposite"),
    ("the valve opens and the steam leaves", "the valve closes and the steam leaves", "opposite"),
    ("frost splits the rock slowly", "the frost splits rock quickly", "opposite"),
    ("swallows leave before the first snow", "swallows leave after the first snow", "opposite"),
    ("there is no sand in the pipe", "there is a lot of sand in the pipe", "opposite"),
    ("few hikers cross the pass in May", "many hikers cross the pass in May", "opposite"),
    # a denial behind "until" is none of what stands before it
    ("rain fills the old cistern until it runs over",
     "rain empties the old cistern until nobody draws from it", "opposite"),
    # two words exchanged
    ("the shepherd sells wool to pay for hay", "the shepherd sells hay to pay for wool", "roles"),
    ("the glazier trusts the potter", "the potter trusts the glazier", "roles"),
    ("oak burns longer than birch", "birch burns longer than oak", "roles"),
    ("copper melts so that the tin can flow", "the tin melts so that copper can flow", "roles"),
    ("a sonnet has verses, a novel chapters", "a novel has verses, a sonnet chapters", "roles"),
    ("ivory keys and ebony frames", "ebony keys and ivory frames", "roles"),
]  # fmt: skip
UNDECIDED = [
    # each of two words turned round: the whole may come to the same
    ("cold air holds less water", "warm air holds more water", "opposite"),
    # what is denied and what is said have changed places
    ("the gate could not be lifted, so the water had to be pumped",
     "the gate could be lifted, so the water did not have to be pumped", "opposite"),
    ("the guild paid the weavers in flour rather than with silver coins",
     "the guild paid the weavers with silver coins rather than in flour", "opposite"),
    # one of whom the question speaks, who does something else in the response
    ("the miller has to lower the weir before the flood",
     "the abbot has to lower the weir and the miller rings bells", "roles"),
    # another one of whom the question or the answer speaks
    ("the tenants had paid for the new weir", "the owners had paid for the new weir", "roles"),
    ("the smith shows the guild how masters work", "the smith shows masters how masters work",
     "roles"),
    ("bees in the hedge bring seed from the field, which fills the loft for the weavers",
     "bees in the weavers' hedge bring seed from the field, which fills the loft for owners",
     "roles"),
    # led to what the answer leads away from
    ("silt is carried from the quarry to the harbour", "the silt of the harbour gets to the quarry",
     "roles"),
    # done by another, to whom the answer says does it
    ("they hunt and eat them", "they are hunted and eaten by the owls", "roles"),
    # led away from what the answer leads to
    ("the herds are driven to the upper pastures", "the herds come from the upper pastures",
     "roles"),
    # one thing of the answer led to in the place of another
    ("the tide carries sand of the bar into the creek",
     "by the tide the sand of the creek gets into the bar", "roles"),
    # another figure of the answer, another way
    ("solder melts at 180 degrees and tin needs 232", "solder melts at 232 degrees", "roles"),
    ("frost pushes the post upwards, so the guy rope pulls the post sideways",
     "frost pushes the post sideways, so the guy rope holds it upwards", "roles"),
]  # fmt: skip
NOTHING = [
    ("oak burns longer than birch", "birch burns shorter than oak"),  # turned twice
    ("the glazier trusts the potter", "the potter is trusted by the glazier"),
    ("the smith sold the cart to the carter", "the carter bought the cart from the smith"),
    ("drought causes hunger", "hunger comes because of drought"),
    ("silt is carried from the quarry to the harbour", "the harbour gets silt out of the quarry"),
    ("they hunt and eat them", "they hunt the voles, which are eaten by the owls"),
    ("to mend the old bell", "keep the tower from falling so that the old bell can be mended"),
    ("the sun and the moon pull at it", "the moon and the sun pull at it"),
    ("slowly drying clay", "clay drying slowly"),
    ("to join neither", "they do not join either"),
    ("fewer hikers cross it", "not many hikers cross it"),
    ("between high tide and low tide", "between low tide and high tide"),
    ("as a help, less as a burden", "as a help more than a burden"),
    ("silver, tin, zinc", "zinc, tin and silver"),
    ("the gate did not shut and the bolt rusted", "the bolt rusted, since the gate did not shut"),
    ("they paid in flour rather than with coins", "rather than with coins they paid in flour"),
    ("the miller hated the abbot", "the abbot was hated by everyone, the miller above all"),
    ("the valve opens and the steam leaves", "the steam leaves when the valve opens"),
    ("frost splits the rock", "by evening all bridges had been painted, some of them twice"),
    ("the ice melts early", "the ice melts early, and in the north late"),
]


@pytest.mark.parametrize(("answer", "response", "code"), AGAINST)
def test_the_opposite_and_the_exchange_are_seen(answer: str, response: str, code: str) -> None:
    found = contradiction((answer,), response, PROMPT, PLAIN)
    assert found is not None
    assert (found.code, found.sure) == (code, True)
    assert contradiction((response,), answer, PROMPT, PLAIN) == found._replace(
        detail=contradiction((response,), answer, PROMPT, PLAIN).detail  # type: ignore[union-attr]
    )


@pytest.mark.parametrize(("answer", "response", "code"), UNDECIDED)
def test_what_may_come_to_the_same_is_not_certain(answer: str, response: str, code: str) -> None:
    found = contradiction((answer,), response, PROMPT, PLAIN)
    assert found is not None
    assert (found.code, found.sure) == (code, False)


@pytest.mark.parametrize(("answer", "response"), NOTHING)
def test_the_same_in_another_order_is_no_contradiction(answer: str, response: str) -> None:
    assert contradiction((answer,), response, PROMPT, PLAIN) is None


def test_the_answer_that_comes_nearest_is_laid_beside_the_response() -> None:
    answers = ("rain swells the brook", "drought dries out the brook")
    assert contradiction(answers, "drought dries the brook out", PROMPT, PLAIN) is None
    assert contradiction(answers, "drought swells the brook", PROMPT, PLAIN) is None


def test_ideas_do_not_outweigh_a_contradiction() -> None:
    ideas = Ideas((Idea(("trust", "rely on")), Idea(("potter", "glazier"))))
    key = TextKey(("the glazier trusts the potter, who pays in time",), ideas=ideas)
    context = Context("Why do they work together?")
    assert grade_text(key, context, "the glazier can rely on the potter").accepted
    verdict = grade_text(key, context, "the potter trusts the glazier, who pays in time")
    assert not verdict.accepted
    assert verdict.reasons[0].code == "roles"


WORDS = ["the", "smith", "sells", "less", "hot", "iron", "to", "cold", "miller", "and", "not"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@given(TEXT)
def test_nothing_contradicts_itself(text: str) -> None:
    assert contradiction((text,), text, PROMPT, PLAIN) is None


@given(TEXT, TEXT)
def test_pairs_stand_in_order(one: str, other: str) -> None:
    laid = lay(one, other, PLAIN)
    pairs = sorted([*laid.alike, *((c.at, c.place) for c in laid.changes)])
    assert [at for at, _ in pairs] == sorted({at for at, _ in pairs})
    assert [place for _, place in pairs] == sorted({place for _, place in pairs})
    assert 0 <= laid.share <= 1
