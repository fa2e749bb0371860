"""New questions come in the order of the text, recall before what rests on it."""

from pathlib import Path

import pytest

from quizapp.bank.load import load
from quizapp.bank.model import question
from quizapp.kinds.base import Level, Question, Support
from quizapp.kinds.text import Text
from quizapp.planning.cards import LearnerState
from quizapp.planning.daily_plan import draw
from quizapp.planning.question_order import reading_order
from quizapp.planning.request import SessionRequest

BANKS = sorted((Path(__file__).parents[2] / "questions").glob("*/bank.toml"))


def on(passages: str, level: Level | None, name: str) -> Question:
    """A question on passages, which letters name."""
    support = tuple(Support(passage=passage) for passage in passages)
    return Text(id=name, prompt=f"{name}?", answers=(name,), support=support, level=level)


RECALL_B, WHY_B, RECALL_A = (
    on("b", "remember", "rb"),
    on("b", "understand", "wb"),
    on("a", None, "ra"),
)
ACROSS, WEIGHED_A, NOWHERE = on("ab", "evaluate", "x"), on("a", "analyse", "aa"), on("", None, "n")


@pytest.mark.parametrize(
    ("asked", "met", "order"),
    [
        ([WHY_B, RECALL_B, RECALL_A], [], "ra rb wb"),
        ([ACROSS, WEIGHED_A, RECALL_B], [], "rb aa x"),
        ([ACROSS, WEIGHED_A, RECALL_B], [RECALL_A], "aa rb x"),
        ([WHY_B, ACROSS], [RECALL_A, RECALL_B], "wb x"),
        ([NOWHERE, RECALL_B], [], "rb n"),
    ],
    ids=["passages and demands", "nothing met", "one met", "both met", "no passage"],
)
def test_questions_come_as_the_text_does(
    asked: list[Question], met: list[Question], order: str
) -> None:
    assert [each.id for each in reading_order("ab", asked, met)] == order.split()


@pytest.mark.parametrize("path", BANKS, ids=lambda path: path.parent.name)
def test_a_new_learner_begins_with_what_the_text_says_first(path: Path) -> None:
    bank = load(path.parent).bank
    assert bank is not None
    names = draw(bank, SessionRequest(), 1, LearnerState(0)).questions
    first = [question(bank, name) for name in names]
    places = [passage.id for passage in bank.passages]
    assert not {"apply", "analyse", "evaluate"} & {each.level for each in first}
    shown = [max(places.index(support.passage) for support in each.support) for each in first]
    assert shown[0] == 0
    assert shown == sorted(shown)
