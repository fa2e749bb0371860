"""Laws of the grader, for any text: what must hold whatever the question."""

import re
import unicodedata
from random import Random

import pytest
from grading.cases import Case, tables
from hypothesis import assume, example, given
from hypothesis import strategies as st

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
from quizapp.grading.answers import Level
from quizapp.grading.choose import ready
from quizapp.grading.compare import compare, out_of_reach
from quizapp.grading.grade_case import grade_case
from quizapp.grading.prompt import read_prompt
from quizapp.grading.reading import Reading

KEYS = sorted({(case.prompt, case.answers) for _, case in tables()})
LETTERS = st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Z", "C"))
TEXT = st.one_of(st.text(LETTERS, max_size=120), st.text(max_size=60))
WORDS = st.lists(
    st.sampled_from(
        [
            "not",
            "no",
            "never",
            "or",
            "and",
            "the",
            "is",
            "it",
            "Paris",
            "Su-35",
            "24",
            "XIV",
            "than",
            "by",
            "from",
            "to",
            "1.5",
            ",",
            "...",
            "?",
            "'",
            "beat",
            "John",
            "either",
            "nothing",
            "but",
            "less",
            "eased",
            "I",
            "one",
            "million",
            "o'clock",
        ]
    ),
    max_size=14,
).map(" ".join)
RESPONSES = st.one_of(TEXT, WORDS)


def verdict_is_sound(verdict: Verdict) -> None:
    assert verdict.outcome in ("correct", "close", "partial", "wrong")
    assert 0 <= verdict.score <= 1
    assert verdict.reasons
    assert (verdict.score == 1) == verdict.accepted
    assert (verdict.score == 0) == (verdict.outcome == "wrong")


@given(RESPONSES, st.lists(RESPONSES, min_size=1, max_size=4), RESPONSES)
@example("\ud800", ["\ud800"], "")
@example("", [""], "")
@example("\x00", ["a"], "\x00")
def test_text_never_raises(response: str, answers: list[str], prompt: str) -> None:
    key = TextKey(tuple(answers), (Anticipated(("24", response)),), (Credit(("or",), 0.5),))
    verdict_is_sound(grade_text(key, Context(prompt, (("a", "b"),), ("Rome", prompt)), response))


@given(
    RESPONSES,
    st.integers(-(10**9), 10**9).map(lambda figure: figure / 100),
    st.sampled_from(["", "km", "%", "$", "years"]),
)
def test_number_never_raises(response: str, answer: float, unit: str) -> None:
    verdict_is_sound(grade_number(NumberKey(answer, unit=unit), Context("How many?"), response))
    verdict_is_sound(grade_number(NumberKey((answer, answer + 1)), Context(), response))


@given(RESPONSES, st.sampled_from(["1989", "2019-10", "2021-12-23", "1990s", "20th century"]))
def test_date_never_raises(response: str, answer: str) -> None:
    verdict_is_sound(grade_date(DateKey(answer), Context("When?"), response))


@given(RESPONSES, st.booleans())
def test_list_and_points_never_raise(response: str, ordered: bool) -> None:
    items = (("red", "crimson"), ("light blue",), ("24",))
    verdict_is_sound(grade_list(ListKey(items, ordered=ordered), Context("Which?"), response))
    points = (Point("one", ("the tide rises",)), Point("two", ("Moon", "lunar pull")))
    verdict_is_sound(grade_points(points, 0, Context("Why?"), response))


@given(RESPONSES, RESPONSES, st.sampled_from(["text", "number", "date", "list", "other"]))
def test_case_never_raises(response: str, answer: str, kind: str) -> None:
    case = {"id": 1, "question": "?", "answers": [answer], "kind": kind, "response": response}
    assert isinstance(grade_case(case)["accept"], bool)


def forms(answer: str) -> list[str]:
    """The same answer in other clothes; the case of `\\s` means something."""
    cases = [answer.upper(), answer.lower(), answer.title()]
    return [
        answer,
        *(cases if "\\" not in answer else []),
        f"  {answer}\n",
        answer.replace(" ", "   "),
        answer.replace(" ", "\u00a0"),
        unicodedata.normalize("NFD", answer),
        unicodedata.normalize("NFKD", answer),
        f"{answer}.",
        f"“{answer}”",
        f"\u200b{answer}\u00ad",
        "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in answer),
    ]


@pytest.mark.parametrize(("prompt", "answers"), KEYS, ids=lambda value: str(value)[:40])
def test_an_accepted_answer_is_accepted_in_any_form(prompt: str, answers: tuple[str, ...]) -> None:
    for answer in answers:
        for form in forms(answer):
            verdict = grade_text(TextKey(answers), Context(prompt), form)
            assert verdict.accepted, (form, verdict)


@example(["µ"])
@example(["µA"])
@given(
    st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40), min_size=1, max_size=3)
)
def test_any_accepted_answer_is_accepted(answers: list[str]) -> None:
    assume(any(char.isalnum() for char in answers[0]) and "\\" not in answers[0])
    key = TextKey(tuple(answers))
    for form in (answers[0], f" {answers[0]} ", answers[0].upper()):
        if form.strip().casefold() == answers[0].strip().casefold():
            assert grade_text(key, Context("What is it?"), form).accepted


@pytest.mark.parametrize(("prompt", "answers"), KEYS, ids=lambda value: str(value)[:40])
def test_not_before_an_accepted_answer_never_stays_correct(
    prompt: str, answers: tuple[str, ...]
) -> None:
    for answer in answers:
        for response in (f"not {answer}", f"Not {answer}.", f"not  {answer.upper()}"):
            if any(_same(response, other) for other in answers):
                continue
            verdict = grade_text(TextKey(answers), Context(prompt), response)
            assert verdict.outcome != "correct", (response, verdict)


def _same(left: str, right: str) -> bool:
    return re.sub(r"\W", "", left).casefold() == re.sub(r"\W", "", right).casefold()


@given(
    st.lists(
        st.sampled_from(
            ["New", "York", "Sing", "Sing,", "Paris", "or", "the", "no", "24", "Su-35", "II", "not"]
        ),
        min_size=1,
        max_size=5,
    ).map(" ".join)
)
def test_not_before_any_answer(answer: str) -> None:
    assume(not answer.casefold().startswith("not"))
    assume(any(char.isalnum() for char in answer))
    verdict = grade_text(TextKey((answer,)), Context("Which?"), f"not {answer}")
    assert verdict.outcome != "correct", verdict


NUMBERED = (
    "S-300",
    "Boeing 747",
    "24",
    "Henry VIII, 1509",
    "7.62 mm",
    "30 September 1938",
    "Apollo 13",
)


@pytest.mark.parametrize("answer", NUMBERED)
def test_a_changed_digit_is_never_accepted(answer: str) -> None:
    for at, char in enumerate(answer):
        if not char.isdigit():
            continue
        for other in "0123456789":
            changed = answer[:at] + other + answer[at + 1 :]
            if other != char and not (at == 0 and other == "0"):
                verdict = grade_text(TextKey((answer,)), Context("Which?"), changed)
                assert not verdict.accepted, (changed, verdict)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["km", "", "people"]))
def test_another_figure_is_never_accepted(answer: int, other: int, unit: str) -> None:
    assume(answer != other)
    key = NumberKey(float(answer), unit=unit)
    assert not grade_number(key, Context("How many?"), str(other)).accepted
    assert grade_number(key, Context("How many?"), str(answer)).accepted


@given(st.sampled_from([case for _, case in tables()]), st.randoms())
def test_the_order_of_answers_does_not_matter(case: Case, random: Random) -> None:
    answers = list(
        dict.fromkeys((*case.answers, "Rome", "the moon", "24", case.answers[0].upper()))
    )
    first = grade_text(TextKey(tuple(answers)), Context(case.prompt), case.response)
    random.shuffle(answers)
    second = grade_text(TextKey(tuple(answers)), Context(case.prompt), case.response)
    assert (first.outcome, first.score, first.unsure) == (
        second.outcome,
        second.score,
        second.unsure,
    )


@pytest.mark.parametrize("hints", [True, False])
def test_what_is_out_of_reach_would_not_have_fitted(
    monkeypatch: pytest.MonkeyPatch, hints: bool
) -> None:
    cases = [case for _, case in tables()]
    left_out = []
    for case, other in zip(cases, cases[7:], strict=False):
        prompt, words = read_prompt(case.prompt), Context(synonyms=case.synonyms).words
        reading = Reading(other.response, prompt, words)
        for answer in (ready(answer, prompt, words) for answer in case.answers[:3]):
            if out_of_reach(answer, reading, hints=hints):
                left_out.append((answer, reading, compare(answer, reading, hints=hints)))
    assert len(left_out) > len(cases) // 4
    monkeypatch.setattr("quizapp.grading.compare.out_of_reach", lambda *_, **__: False)
    for answer, reading, fit in left_out:
        aligned = compare(answer, reading, hints=hints)
        assert aligned == fit or not (hints or aligned.firm or aligned.level >= Level.NEARLY)
