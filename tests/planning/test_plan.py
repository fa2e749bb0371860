"""Which questions are asked, and in what order."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session.samples import Other, bank, word

from quizapp.bank.model import Bank
from quizapp.kinds.base import Support
from quizapp.planning.plan import NothingToAsk, details, plan
from quizapp.planning.request import Planned, SessionRequest


def test_the_same_bank_request_and_seed_give_the_same_plan_and_another_seed_another() -> None:
    questions = bank(*(word(f"q{n}", f"p{n % 5 + 1}") for n in range(40)))
    plans = {plan(questions, SessionRequest(), seed) for seed in (1, 1, 2, 3)}
    assert len(plans) == 3


def test_the_plan_is_the_same_on_every_machine() -> None:
    questions = bank(*(word(f"{n}", f"p{n % 3 + 1}") for n in range(6)))
    assert plan(questions, SessionRequest(), 1) == ("0", "4", "5", "3", "1", "2")


def test_a_question_added_to_the_bank_does_not_reshuffle_the_others() -> None:
    before = plan(bank(*(word(n) for n in "abcdefgh")), SessionRequest(), 5)
    after = plan(bank(*(word(n) for n in "abcdefghi")), SessionRequest(), 5)
    assert tuple(name for name in after if name != "i") == before


def test_drafts_are_never_asked() -> None:
    questions = bank(word("a"), word("b", draft=True))
    assert plan(questions, SessionRequest(), 1) == ("a",)


def test_one_question_an_objective() -> None:
    questions = bank(
        word("a", objective=("x",)), word("b", objective=("x",)), word("c", objective=("y",))
    )
    chosen = {frozenset(plan(questions, SessionRequest(), seed)) for seed in range(20)}
    assert chosen == {frozenset("ac"), frozenset("bc")}


def test_a_question_of_several_objectives_stands_for_each() -> None:
    questions = bank(
        word("a", objective=("x",)), word("b", objective=("y",)), word("c", objective=("x", "y"))
    )
    chosen = {frozenset(plan(questions, SessionRequest(), seed)) for seed in range(20)}
    assert chosen == {frozenset("ab"), frozenset("c")}


def test_an_objective_with_one_question_only_is_not_crowded_out() -> None:
    questions = bank(
        word("a", objective=("x", "rare")), word("b", objective=("x",)), word("c", objective=("x",))
    )
    assert {plan(questions, SessionRequest(), seed) for seed in range(20)} == {("a",)}


def test_a_count_takes_listed_objectives_first_and_lets_passages_take_turns() -> None:
    questions = bank(
        *(word(f"own{n}", f"p{n}", objective=(f"own{n}",)) for n in (1, 2, 3)),
        *(word(f"more{n}", f"p{n}", objective=(f"more{n}",)) for n in (1, 1.5, 2, 2.5, 3)),
        *(word(f"main{n}", "p1", objective=(f"main{n}",)) for n in (1, 2)),
        *(word(f"else{n}", "p2", objective=(f"else{n}",)) for n in (1, 2)),
        objectives={"main1": "One", "main2": "Two", "else1": "Three", "else2": "Four"},
    )
    for seed in range(20):
        two = plan(questions, SessionRequest(count=2), seed)
        assert {name[:4] for name in two} == {"main", "else"}
        four = plan(questions, SessionRequest(count=4), seed)
        assert set(four) == {"main1", "main2", "else1", "else2"}


def test_a_count_beyond_the_objectives_is_filled_with_further_questions() -> None:
    questions = bank(
        *(word(f"x{n}", objective=("x",)) for n in range(3)),
        *(word(f"y{n}", objective=("y",)) for n in range(3)),
    )
    chosen = plan(questions, SessionRequest(count=4), 1)
    assert Counter(name[0] for name in chosen) == {"x": 2, "y": 2}
    assert len(plan(questions, SessionRequest(count=99), 1)) == 6


@pytest.mark.parametrize(
    ("wanted", "asked"),
    [
        (SessionRequest(sections=("A",)), "ac"),
        (SessionRequest(sections=(" a ",)), "ac"),
        (SessionRequest(sections=("A", "B")), "abc"),
        (SessionRequest(tags=("deep",)), "bd"),
        (SessionRequest(kinds=("other",)), "d"),
        (SessionRequest(objectives=("x",)), "a"),
        (SessionRequest(tags=("deep",), sections=("B",)), "b"),
        (SessionRequest(questions=("b", "d")), "bd"),
    ],
)
def test_filters_are_each_any_of_and_together_all_of(wanted: SessionRequest, asked: str) -> None:
    questions = bank(
        word("a", "p1", objective=("x",)),
        word("b", "p2", tags=("deep",)),
        word("c", "p3"),
        Other(id="d", prompt="d?", tags=("deep",)),
    )
    assert sorted(plan(questions, wanted, 1)) == list(asked)


def test_going_over_named_questions_asks_all_of_them_whatever_they_test() -> None:
    questions = bank(*(word(name, objective=("x",)) for name in "abc"))
    assert sorted(plan(questions, SessionRequest(questions=("a", "b", "gone")), 1)) == ["a", "b"]


@pytest.mark.parametrize(
    ("questions", "wanted", "said"),
    [
        (bank(), SessionRequest(), "no questions"),
        (bank(word("a", draft=True)), SessionRequest(), "all are drafts"),
        (bank(word("a", "p1")), SessionRequest(sections=("C",)), 'the section "C". There are: A.'),
        (bank(word("a")), SessionRequest(tags=("t",)), 'the tag "t". There are: none.'),
        (bank(word("a")), SessionRequest(count=0), "at least one"),
        (bank(word("a")), SessionRequest(questions=("b",)), "all of this at once"),
        (
            bank(word("a", "p1"), word("b", "p2", tags=("t",))),
            SessionRequest(sections=("A",), tags=("t",)),
            "all of this at once",
        ),
    ],
)
def test_where_nothing_fits_it_says_what_there_is(
    questions: Bank, wanted: SessionRequest, said: str
) -> None:
    with pytest.raises(NothingToAsk, match=said):
        plan(questions, wanted, 1)


def test_details_carry_what_a_score_needs() -> None:
    questions = bank(word("a", "p2", ("x", "y"), weight=2.0), word("b"))
    assert details(questions, ["b", "a"]) == (
        Planned("b", 1.0, "", ()),
        Planned("a", 2.0, "B", ("x", "y")),
    )


# Far apart


def nearest(questions: Bank, order: tuple[str, ...]) -> int:
    """How few places lie between two questions on one passage."""
    passages = {
        question.id: {support.passage for support in question.support}
        for question in questions.questions
    }
    return min(
        (
            second - first
            for (first, one), (second, other) in combinations(enumerate(order), 2)
            if passages[one] & passages[other]
        ),
        default=len(order),
    )


@pytest.mark.parametrize(
    ("counts", "distance"),
    [
        ((5, 5, 5), 3),
        ((2, 2, 2, 2, 2), 5),
        ((10, 1, 1), 1),
        ((3, 1, 1, 1, 1, 1, 1), 4),
        ((9, 8, 7, 6, 5, 4, 3), 5),
        ((1, 1, 1), 3),
        ((8,), 1),
        ((12, 11, 10, 9, 9, 8, 8, 7, 7, 6, 6, 5, 5), 9),
    ],
)
def test_questions_on_one_passage_stand_as_far_apart_as_can_be(
    counts: tuple[int, ...], distance: int
) -> None:
    questions = bank(
        *(word(f"{p}-{n}", f"p{p}") for p, count in enumerate(counts) for n in range(count))
    )
    for seed in range(5):
        assert nearest(questions, plan(questions, SessionRequest(), seed)) >= distance


def test_a_rare_passage_is_drawn_out_too() -> None:
    questions = bank(
        *(word(f"common-{n}", "p1") for n in range(5)),
        *(word(f"rare-{n}", "p2") for n in range(2)),
        *(word(f"other-{n}") for n in range(13)),
    )
    for seed in range(5):
        order = plan(questions, SessionRequest(), seed)
        first, second = (at for at, name in enumerate(order) if name.startswith("rare"))
        assert second - first >= 10


def test_questions_on_several_passages_keep_from_each_of_them() -> None:
    both = (Support(passage="p1"), Support(passage="p2"))
    questions = bank(
        word("x").__class__(id="x", prompt="x?", support=both),
        word("a", "p1"),
        word("b", "p2"),
        *(word(f"other-{n}") for n in range(6)),
    )
    for seed in range(5):
        assert nearest(questions, plan(questions, SessionRequest(), seed)) >= 3


@given(
    st.lists(st.tuples(st.integers(0, 5), st.lists(st.integers(0, 8), max_size=3)), max_size=40),
    st.integers(),
    st.none() | st.integers(1, 50),
)
def test_laws_of_a_plan(drawn: list[tuple[int, list[int]]], seed: int, count: int | None) -> None:
    questions = bank(
        *(
            word(str(n), f"p{passage}" if passage else "", tuple({f"o{x}" for x in aims}))
            for n, (passage, aims) in enumerate(drawn)
        )
    )
    if not drawn:
        return
    chosen = plan(questions, SessionRequest(count=count), seed)
    aims_of = {question.id: question.objective for question in questions.questions}
    assert len(set(chosen)) == len(chosen)
    assert set(chosen) <= aims_of.keys()
    assert chosen == plan(questions, SessionRequest(count=count), seed)
    tested = Counter(aim for name in chosen for aim in aims_of[name])
    if count is None:
        assert all(times == 1 for times in tested.values())
    else:
        assert len(chosen) == min(count, len(drawn))
