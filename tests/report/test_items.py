"""Items as the responses of many learners show them, and what they answered."""

from pathlib import Path

import pytest
from store.samples import response_row, ruling_row, session_row

from quizapp.bank.model import Bank
from quizapp.kinds.ideas import Wrong
from quizapp.kinds.options import Choice, Option
from quizapp.kinds.text import Text
from quizapp.report.classical_test_theory import LEAST
from quizapp.report.items import WrongAnswer, analysis, answers, commonest_wrong
from quizapp.store.sqlite import Store, in_memory

WHICH = Choice(
    id="which",
    prompt="Which?",
    options=(Option(text="x", correct=True), Option(text="y"), Option(text="z")),
)
CAPITAL = Text(
    id="capital",
    prompt="Capital of Australia?",
    answers=("Canberra",),
    wrong=(Wrong(answers=("Sydney",)),),
    was=("old",),
)
BANK = Bank("samples", "Samples", Path("samples.toml"), "sha256:today", (WHICH, CAPITAL))


def answered(store: Store, learner: str, question: str, words: str, share: float) -> None:
    session = session_row(learner=learner)
    outcome = "correct" if share == 1 else "wrong"
    row = response_row(session, words, question=question, score=share, outcome=outcome)
    store.add(session, row._replace(seconds=float(len(words))))


def a_class(number: int) -> Store:
    """So many learners: those with even numbers know both, the others neither."""
    store = in_memory()
    for at in range(number):
        right = at % 2 == 0
        answered(store, f"l{at}", "which", "x" if right else "y", float(right))
        answered(store, f"l{at}", "capital", "Canberra" if right else "Sydney", float(right))
    return store


@pytest.mark.parametrize("number", [1, 2, LEAST])
def test_what_rests_on_how_marks_vary_needs_two_learners(number: int) -> None:
    done = analysis(BANK, a_class(number))
    for item in done.items:
        assert (item.figures.learners, item.figures.paired) == (number, number)
        assert (item.figures.discrimination is None) == (number < 2)
        assert (item.figures.weight is None) == (number < 2)
        assert item.figures.facility == pytest.approx(-(-number // 2) / number)
    assert (done.whole.consistency is None) == (number < 2)


def test_who_answered_nothing_else_tells_nothing_of_discrimination() -> None:
    store = a_class(LEAST)
    answered(store, "alone", "which", "x", 1.0)
    which, capital = analysis(BANK, store).items
    assert (which.figures.learners, which.figures.paired) == (LEAST + 1, LEAST)
    assert capital.figures.learners == LEAST


def test_overruled_and_median_time() -> None:
    store = in_memory()
    for learner, words, ruling in (("a", "Ngambri", "right"), ("b", "Canberra", None)):
        session = session_row(learner=learner)
        share = float(ruling is None)
        row = response_row(session, words, question="old", score=share)._replace(
            seconds=float(len(words)), outcome="correct" if share else "wrong"
        )
        store.add(session, row, *([ruling_row(session, row, ruling)] if ruling else []))
    capital = analysis(BANK, store).items[1]
    assert (capital.overruled, capital.seconds) == (0.5, 7.5)


@pytest.mark.parametrize(
    ("ruling", "by", "facility", "claimed", "unsure"),
    [
        (None, "learner", 0.5, 0.5, 1),
        ("right", "learner", 0.5, 1.0, 0),
        ("right", "instructor", 1.0, 1.0, 0),
        ("wrong", "instructor", 0.5, 0.5, 0),
    ],
)
def test_a_learners_ruling_is_a_claim_and_an_instructors_counts(
    ruling: str | None, by: str, facility: float, claimed: float, unsure: int
) -> None:
    store = in_memory()
    not_sure = '{"outcome":"wrong","score":0.0,"unsure":true}'
    for learner, words, share in (("a", "Ngambri", 0.0), ("b", "Canberra", 1.0)):
        session = session_row(learner=learner)
        row = response_row(session, words, question="old", score=share)._replace(
            outcome="correct" if share else "wrong"
        )
        if share:
            store.add(session, row)
        else:
            row = row._replace(verdict=not_sure)
            ruled = [ruling_row(session, row, ruling)._replace(by=by)] if ruling else []
            store.add(session, row, *ruled)
    capital = analysis(BANK, store).items[1]
    assert (capital.figures.facility, capital.claimed, capital.unsure) == (
        facility,
        claimed,
        unsure,
    )


def test_every_option_is_in_the_table_of_distractors() -> None:
    found = answers(BANK, a_class(5), "which")
    assert [(each.response, each.learners, each.outcome, each.offered) for each in found] == [
        ("x", 3, "correct", True),
        ("y", 2, "wrong", True),
        ("z", 0, "", True),
    ]


def test_the_commonest_wrong_answers_and_whether_the_bank_foresees_them() -> None:
    store = a_class(5)
    answered(store, "l9", "old", "Perth", 0.0)
    answered(store, "l9", "gone", "Perth", 0.0)
    assert commonest_wrong(BANK, store, 10) == (
        WrongAnswer("capital", "Sydney", 2, True),
        WrongAnswer("which", "y", 2, False),
        WrongAnswer("capital", "Perth", 1, False),
    )
    assert len(commonest_wrong(BANK, store, 1)) == 1
