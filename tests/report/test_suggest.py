"""What responses and rulings suggest for a bank; nothing that would spoil it."""

from pathlib import Path

import pytest
from store.samples import response_row, ruling_row, session_row

from quizapp.bank.model import Bank
from quizapp.grading.key import Context
from quizapp.grading.verdict import Verdict, correct
from quizapp.kinds.base import Question, Tests
from quizapp.kinds.ideas import Partial, Wrong
from quizapp.kinds.number import Number
from quizapp.kinds.options import Choice, Option
from quizapp.kinds.text import Text
from quizapp.report.suggest import proposals
from quizapp.store.sqlite import Store, in_memory


def bank(*questions: Question) -> Bank:
    return Bank("samples", "Samples", Path("samples.toml"), "sha256:today", questions)


def capital(**fields: object) -> Text:
    return Text(id="a", prompt="Capital of Australia?", answers=("Canberra",), **fields)  # type: ignore[arg-type]


def given(*said: tuple[str, str | None], learner: str = "ada") -> Store:
    """Responses to "a", each with its ruling, wrong by their verdict."""
    return more(in_memory(), *said, learner=learner)


def more(store: Store, *said: tuple[str, str | None], learner: str = "ada") -> Store:
    for words, ruling in said:
        session = session_row(learner=learner)
        response = response_row(session, words, outcome="wrong", score=0.0)
        store.add(session, response)
        if ruling:
            store.add(session, ruling_row(session, response, ruling))
    return store


def told(bank: Bank, store: Store, least: int = 1) -> list[tuple[str | None, str]]:
    return [(one.field, one.words) for one in proposals(bank, store, least) if not one.hindrance]


def test_what_was_ruled_right_becomes_an_answer_and_a_test() -> None:
    store = given(("Kamberri", "right"), ("kamberri.", "right"), ("Canbera", "right"))
    assert told(bank(capital()), store) == [
        ("answers", "Kamberri"),
        ("accept", "Kamberri"),
        ("accept", "Canbera"),
    ]
    (first, *_) = proposals(bank(capital()), store, least=2)
    assert (first.right, first.times, first.why) == (2, 2, "claimed right 2 times, and refused")


def test_what_a_learner_rules_is_a_claim_until_enough_say_so() -> None:
    store = given(*[("Kamberri", "right")] * 2)
    assert told(bank(capital()), store, least=3) == []
    more(store, ("kamberri", "right"), learner="bob")
    assert told(bank(capital()), store, least=3)[0] == ("answers", "Kamberri")


def test_what_the_instructor_rules_counts_at_once() -> None:
    store = in_memory()
    session = session_row(learner="ada")
    response = response_row(session, "Kamberri", outcome="wrong", score=0.0)
    ruling = ruling_row(session, response, "right")._replace(by="instructor")
    store.add(session, response, ruling)
    (first, *_) = proposals(bank(capital()), store)
    assert (first.field, first.decided, first.why) == (
        "answers",
        1,
        "ruled right once, and refused",
    )


def test_what_was_ruled_wrong_is_foreseen_from_then_on() -> None:
    assert told(bank(capital()), given(("Sydney", "wrong"))) == [
        ("wrong", "Sydney"),
        ("reject", "Sydney"),
    ]


def test_frequent_wrong_answers_are_foreseen() -> None:
    store = given(*[("Sydney", None)] * 2, ("Perth", None))
    assert told(bank(capital()), store, least=3) == []
    more(store, ("sydney", None), learner="bob")
    wrong, _ = proposals(bank(capital()), store)
    assert (wrong.field, wrong.words, wrong.why) == ("wrong", "Sydney", "given 3 times")
    assert (wrong.times, wrong.learners) == (3, 2)


@pytest.mark.parametrize(
    "fields",
    [
        {"wrong": (Wrong(answers=("sydney",)),)},
        {"partial": (Partial(answers=("Sydney",)),)},
    ],
)
def test_what_is_foreseen_already_is_not_proposed(fields: dict[str, object]) -> None:
    assert told(bank(capital(**fields)), given(*[("Sydney", None)] * 3)) == []


def test_what_was_sent_by_mistake_or_is_disputed_says_nothing() -> None:
    store = given(
        *[("Sydney", "void")] * 3, *[("Perth", "right"), ("Perth", "wrong")] * 2, ("", None)
    )
    assert told(bank(capital()), store) == []


def test_what_the_tests_of_the_bank_forbid_is_hindered() -> None:
    strict = capital(tests=Tests(reject=("Kamberri",)))
    found = proposals(bank(strict), given(("Kamberri", "right")), least=1)
    assert [(one.field, bool(one.hindrance), one.addition) for one in found] == [
        ("answers", True, None),
        ("accept", True, None),
    ]


class Lenient(Text, frozen=True, kw_only=True, tag="lenient"):
    """A question that accepts everything, its own prompt among it."""

    def grade(self, context: Context, response: str) -> Verdict:
        del context
        return correct(response)


def test_a_first_test_must_not_bring_a_failing_one_along() -> None:
    """The self-tests of a question run once it has any: what they find must be mended first."""
    one = Lenient(id="a", prompt="Capital?", answers=("Canberra",))
    (found,) = proposals(bank(one), given(("Canbera", "right")), least=1)
    assert (found.field, found.addition) == ("accept", None)
    assert "'Capital?' should be refused" in found.hindrance


def test_other_kinds_are_for_the_author_to_see_to() -> None:
    many = Number(id="a", prompt="How many?", answer=3)
    assert told(bank(many), given(("a handful", "right"), ("seven", "wrong"))) == [
        (None, "a handful"),
        ("wrong", "seven"),
        ("reject", "seven"),
    ]


def test_a_popular_distractor_without_feedback_asks_for_some() -> None:
    options = (Option(text="x", correct=True), Option(text="y"), Option(text="z", feedback="No."))
    one = Choice(id="a", prompt="Which?", options=options)
    store = given(*[("y", None)] * 3, *[("z", None)] * 3)
    assert told(bank(one), store) == [("wrong", "y")]


def test_questions_that_were_renamed_are_found() -> None:
    renamed = Text(id="new", prompt="Capital?", answers=("Canberra",), was=("a",))
    found = proposals(bank(renamed), given(("Kamberri", "right")), least=1)
    assert {one.question for one in found} == {"new"}


def test_an_answer_that_was_typed_on_lines_is_proposed_on_one() -> None:
    assert told(bank(capital()), given(("the bush\n  capital", "right")))[0] == (
        "answers",
        "the bush capital",
    )
