"""Kinds whose responses are chosen: what is offered, how a line is read, what it earns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kinds.asking import ask

from quizapp.grading import Context
from quizapp.kinds.base import Offer, Question
from quizapp.kinds.order import in_order

SEA = [
    {"text": "ebb", "correct": True},
    {"text": "flood", "feedback": "That is the other one."},
    {"text": "slack water"},
]
TWO = [
    {"text": "the Moon", "correct": True},
    {"text": "the Sun", "correct": True},
    {"text": "Mars", "feedback": "Too small."},
    {"text": "Venus"},
]


def graded(question: Question, response: str) -> tuple[str, float]:
    verdict = question.grade(Context(prompt=question.prompt), response)
    return verdict.outcome, round(verdict.score, 2)


class TestChoice:
    @pytest.mark.parametrize(
        ("line", "read"),
        [("a", "flood"), ("B", "slack water"), ("c)", "ebb"), ("(c)", "ebb"), ("ebb", "ebb"),
         ("EBB ", "ebb"), ("d", "d"), ("", ""), ("the ebb", "the ebb")],
    )  # fmt: skip
    def test_reads_letters_and_words(self, line: str, read: str) -> None:
        offer = Offer(("flood", "slack water", "ebb"))
        assert ask("choice", options=SEA).read(offer, line) == read

    def test_words_come_before_letters(self) -> None:
        blood = ask("choice", options=[{"text": "B", "correct": True}, {"text": "A"}])
        assert blood.read(Offer(("B", "A")), "a") == "A"

    @pytest.mark.parametrize(
        ("response", "outcome", "feedback"),
        [("ebb", "correct", None), ("Ebb.", "correct", None), ("slack  water", "wrong", None),
         ("flood", "wrong", "That is the other one."), ("ebb\nflood", "wrong", None),
         ("", "wrong", None), ("tide", "wrong", None)],
    )  # fmt: skip
    def test_grades(self, response: str, outcome: str, feedback: str | None) -> None:
        verdict = ask("choice", options=SEA).grade(Context(), response)
        assert (verdict.outcome, verdict.feedback) == (outcome, feedback)
        assert verdict.reasons

    def test_part_credit_and_feedback_of_the_question(self) -> None:
        question = ask(
            "choice",
            options=SEA,
            partial=[{"answers": ["slack water"], "score": 0.25, "feedback": "Nearly."}],
        )
        verdict = question.grade(Context(), "slack water")
        assert (verdict.outcome, verdict.score, verdict.feedback) == ("partial", 0.25, "Nearly.")

    def test_options_are_shuffled_by_the_seed(self) -> None:
        question = ask("choice", options=SEA)
        offers = {question.offer(seed).options for seed in range(60)}
        assert len(offers) == 6
        assert question.offer(3) == question.offer(3)

    def test_options_stay_where_shuffling_is_forbidden(self) -> None:
        question = ask("choice", options=SEA, shuffle=False)
        assert {question.offer(seed).options for seed in range(9)} == {
            ("ebb", "flood", "slack water")
        }


class TestMultiple:
    @pytest.mark.parametrize(
        ("line", "read"),
        [("a c", "the Moon\nthe Sun"), ("a,c", "the Moon\nthe Sun"), ("ca", "the Sun\nthe Moon"),
         ("A; c", "the Moon\nthe Sun"), ("the moon; the sun", "the Moon\nthe Sun"),
         ("the moon, mars", "the Moon\nMars"), ("b", "Mars"), ("a a", "the Moon"),
         ("the moon; pluto", "the Moon\npluto"), ("mars", "Mars"), ("e", "e")],
    )  # fmt: skip
    def test_reads(self, line: str, read: str) -> None:
        offer = Offer(("the Moon", "Mars", "the Sun", "Venus"))
        assert ask("multiple", options=TWO).read(offer, line) == read

    @pytest.mark.parametrize(
        ("response", "outcome", "score"),
        [("the Moon\nthe Sun", "correct", 1), ("the Sun\nthe Moon", "correct", 1),
         ("the Moon", "partial", 0.5), ("the Moon\nthe Sun\nMars", "partial", 0.5),
         ("the Moon\nMars", "wrong", 0), ("the Moon\nthe Sun\nMars\nVenus", "wrong", 0),
         ("the Moon\nthe Moon", "partial", 0.5), ("the Moon\nPluto", "wrong", 0), ("", "wrong", 0)],
    )  # fmt: skip
    def test_grades(self, response: str, outcome: str, score: float) -> None:
        assert graded(ask("multiple", options=TWO), response) == (outcome, score)

    def test_feedback_of_what_was_chosen(self) -> None:
        verdict = ask("multiple", options=TWO).grade(Context(), "the Moon\nMars")
        assert verdict.feedback == "Too small."


class TestBoolean:
    @pytest.mark.parametrize(
        ("response", "outcome", "score"),
        [("false", "wrong", 0), ("true", "correct", 1), ("True.", "correct", 1),
         ("yes", "correct", 1), ("t", "correct", 1), ("not false", "correct", 1),
         ("not true", "wrong", 0), ("maybe", "wrong", 0), ("", "wrong", 0), ("truely", "wrong", 0)],
    )  # fmt: skip
    def test_the_value_alone(self, response: str, outcome: str, score: float) -> None:
        assert graded(ask("boolean", answer=True), response) == (outcome, score)

    @pytest.mark.parametrize(
        ("response", "outcome", "score"),
        [("false because the Moon moves on", "correct", 1),
         ("false, the moon moves on", "correct", 1),
         ("False\nThe Moon moves on.", "correct", 1), ("false", "partial", 0.5),
         ("false: nobody knows", "partial", 0.5), ("true because the Moon moves on", "wrong", 0)],
    )  # fmt: skip
    def test_value_and_reason_are_half_each(
        self, response: str, outcome: str, score: float
    ) -> None:
        question = ask("boolean", answer=False, reason=["the Moon moves on"])
        assert graded(question, response) == (outcome, score)

    @pytest.mark.parametrize(
        ("line", "read"),
        [("a", "true"), ("b because it is", "false, it is"), ("T", "true"), ("perhaps", "perhaps"),
         ("yes, since it ebbs", "true, it ebbs"), ("Wrong. It ebbs", "false, It ebbs"),
         ("f: it ebbs", "false, it ebbs"), ("2", "false"), ("no - it ebbs", "false, it ebbs")],
    )  # fmt: skip
    def test_reads(self, line: str, read: str) -> None:
        question = ask("boolean", answer=True)
        assert question.read(question.offer(1), line) == read

    @pytest.mark.parametrize(
        "line",
        ["A tide, truly", "a, b and c", "T. Young saw it", "Right tides are high",
         "right-hand tides", "wrongly put", "no-one saw it", "not a tide",
         "It is true", "1872 was dry", "truly", "y axis"],
    )  # fmt: skip
    def test_a_reason_alone_states_no_value(self, line: str) -> None:
        question = ask("boolean", answer=True, reason="a tide")
        assert question.read(question.offer(1), line) == line
        assert graded(question, line) == ("wrong", 0)

    def test_feedback_on_the_wrong_value(self) -> None:
        wrong = [{"answers": ["true"], "feedback": "It does move."}]
        verdict = ask("boolean", answer=False, wrong=wrong).grade(Context(), "yes")
        assert verdict.feedback == "It does move."


class TestOrder:
    items = ("new", "first", "full", "last")

    @pytest.mark.parametrize(
        ("response", "outcome", "score"),
        [("new first full last", "correct", 1), ("first new full last", "partial", 0.67),
         ("last new first full", "partial", 0.67), ("last full first new", "wrong", 0),
         ("full last new first", "partial", 0.33), ("new first", "partial", 0.33),
         ("new first full", "partial", 0.67), ("new", "wrong", 0), ("new moon", "wrong", 0)],
    )  # fmt: skip
    def test_grades(self, response: str, outcome: str, score: float) -> None:
        lines = response.replace(" ", "\n")
        assert graded(ask("order", items=list(self.items)), lines) == (outcome, score)

    def test_the_answer_is_never_offered(self) -> None:
        for items in (self.items, self.items[:2]):
            question = ask("order", items=list(items), shuffle=False)
            offers = [question.offer(seed).options for seed in range(80)]
            assert items not in offers
            assert all(sorted(offer) == sorted(items) for offer in offers)

    def test_reads_letters_and_words(self) -> None:
        question, offer = (
            ask("order", items=list(self.items)),
            Offer(("last", "new", "full", "first")),
        )
        for line in ("b d c a", "bdca", "B,D,C,A", "new; first; full; last"):
            assert question.read(offer, line) == "new\nfirst\nfull\nlast"

    @given(st.permutations(range(8)))
    def test_the_longest_rising_part(self, places: list[int]) -> None:
        kept = in_order(places)
        assert kept == sorted(kept)
        assert [place for place in places if place in kept] == kept
        assert len(kept) == max(
            sum(1 for _ in rise) for rise in ([1] * best(places, n) for n in range(8))
        )

    def test_an_item_that_stands_in_its_place_is_in_order_where_it_can_be(self) -> None:
        question = ask("order", items=["act", "response", "fear", "concession"])
        response = "concession\nact\nfear\nresponse"
        marks = question.marks(response, question.grade(Context(), response))
        assert [mark.outcome for mark in marks] == ["wrong", "correct", "correct", "wrong"]
        for response in ("d\ne\nc\na\nb", "b\na"):
            short = ask("order", items=sorted(response.split("\n")))
            for at, mark in enumerate(short.marks(response, short.grade(Context(), response)), 1):
                assert mark.note != f"belongs in place {at}"


def best(places: list[int], start: int) -> int:
    """The length of the longest rising part that begins at `start`, by trying all."""
    later = [best(places, n) for n in range(start + 1, len(places)) if places[n] > places[start]]
    return 1 + max(later, default=0)


class TestMatch:
    fields = {  # noqa: RUF012
        "pairs": [["cat", "purrs"], ["cat fish", "swims"], ["a = b", "is a sum"]],
        "extra": ["barks"],
    }
    right = "cat = purrs\ncat fish = swims\na = b = is a sum"

    @pytest.mark.parametrize(
        ("response", "score"),
        [(right, 1), (right.upper(), 1), ("cat: purrs\ncat fish - swims", 0.67),
         ("cat = swims\ncat fish = purrs", 0), ("cat = barks", 0), ("", 0), ("dog = barks", 0),
         ("cat = purrs\ncat = swims", 0), ("cat = purrs\ncat = purrs", 0.33),
         ("cat fish = swims", 0.33)],
    )  # fmt: skip
    def test_grades(self, response: str, score: float) -> None:
        outcome = "correct" if score == 1 else "partial" if score else "wrong"
        assert graded(ask("match", **self.fields), response) == (outcome, score)

    @pytest.mark.parametrize(
        ("line", "read"),
        [("1c 2a 3d", right), ("1 c, 2 a, 3 d", right), ("1-c; 2-a; 3-d", right),
         ("1=c 2=a 3=d", right), ("1c2a3d", right), ("c a d", right),
         ("cat = purrs; cat fish = swims; 3 = d", right), ("2a", "cat fish = swims"),
         ("cat = a", "cat = swims"), ("cat -> purrs", "cat = purrs"), ("1. purrs", "cat = purrs"),
         ("9c", "9c"), ("hello", "hello"), ("", "")],
    )  # fmt: skip
    def test_reads(self, line: str, read: str) -> None:
        question = ask("match", **self.fields)
        offer = Offer(("swims", "barks", "purrs", "is a sum"), question.offer(0).lefts)
        assert question.read(offer, line) == read

    def test_rights_are_never_offered_opposite_their_lefts(self) -> None:
        question = ask("match", pairs=[["a", "x"], ["b", "y"]], extra=["z"])
        for seed in range(60):
            offer = question.offer(seed)
            assert offer.lefts == ("a", "b")
            assert offer.options[:2] != ("x", "y")
            assert sorted(offer.options) == ["x", "y", "z"]
