"""Answers that a bank gives away are found: in hints, and in what other questions print."""

from collections.abc import Callable

import pytest
from bank.writing import Loads

from quizapp.bank.check import check

HEAD = 'format = 1\n[bank]\nid = "b"\ntitle = "B"\n[[passage]]\nid = "p"\ndigest = "D."\n'
REST = (
    'support = [{ passage = "p" }]\nexplanation = "E"\n'
    'wrong = [{ answers = "the eel", feedback = "F" }]\n'
)
ASKED = (
    '[[question]]\nid = "asked"\nkind = "text"\nprompt = "Which fish is it?"\n'
    'answers = ["the {basking|whale} shark"]\nhint = "It is large."\n'
) + REST

Found = Callable[[str], list[str]]


@pytest.fixture
def found(loads: Loads) -> Found:
    def checked(text: str) -> list[str]:
        loaded = loads(HEAD + text)
        assert loaded.bank is not None, loaded.problems
        return [f"{one.severity} {one.code}: {one.message} ({one.remedy})" for one in check(loaded)]

    return checked


def other(lines: str, kind: str = "text", more: str = "") -> str:
    """A question beside the one that is asked; it gives away what `lines` say."""
    key = 'answers = ["plankton"]\n' if kind == "text" else ""
    return f'[[question]]\nid = "other"\nkind = "{kind}"\n{key}{lines}{more}{REST}'


PROMPT = 'prompt = "What does it eat?"\n'
PLAIN_HINT = 'hint = "Tiny."\n'


@pytest.mark.parametrize(
    ("question", "field"),
    [
        (other('prompt = "What does a Whale-Shark eat?"\n' + PLAIN_HINT), "prompt"),
        (other(PROMPT + 'hint = "A basking shark has no use for teeth."\n'), "hint"),
        (
            other(
                PROMPT + 'options = [{ text = "a whale shark", correct = true }, '
                '{ text = "an eel that is long", feedback = "F" }]\n' + PLAIN_HINT,
                "choice",
            ),
            "options",
        ),
        (
            other(
                PROMPT + 'items = ["the whale shark is born", "it grows"]\n' + PLAIN_HINT, "order"
            ),
            "items",
        ),
        (
            other(
                PROMPT + 'pairs = [["the whale shark", "plankton"], ["the eel", "crabs"]]\n'
                'extra = ["bread"]\n' + PLAIN_HINT,
                "match",
            ),
            "pairs",
        ),
    ],
)
def test_an_answer_that_another_question_prints_is_found(
    found: Found, question: str, field: str
) -> None:
    (advice,) = found(ASKED + question)
    assert advice.startswith(f"advice leak: question 'other': its {field} says 'the ")
    assert advice.endswith("the answer of 'asked' (reword it, or write reveals = [\"asked\"])")


@pytest.mark.parametrize(
    "lines",
    [
        'reveals = ["asked"]\nprompt = "What does a whale shark eat?"\n',
        'prompt = "What does a shark eat?"\n',
        'prompt = "What does a whale eat when sharks are near?"\n',
        'prompt = "What do whale sharks-to-be eat?"\n',
    ],
)
def test_what_is_said_or_only_like_it_is_no_leak(found: Found, lines: str) -> None:
    assert found(ASKED + other(lines + PLAIN_HINT)) == []


def test_words_that_stand_in_any_sentence_are_no_leak(found: Found) -> None:
    both = ASKED.replace('"the {basking|whale} shark"', '"both", "neither of the two"')
    assert found(both + other('prompt = "Do both eat?"\n' + PLAIN_HINT)) == []


def test_one_item_of_several_is_no_leak(found: Found) -> None:
    listed = ASKED.replace('"text"', '"list"').replace(
        'answers = ["the {basking|whale} shark"]', 'items = ["the whale", "the shark"]'
    )
    assert found(listed + other('prompt = "What does the whale eat?"\n' + PLAIN_HINT)) == []


def test_what_many_questions_say_is_the_subject(found: Found) -> None:
    many = "".join(
        other(f'prompt = "What about the whale shark, part {number}?"\n' + PLAIN_HINT).replace(
            '"other"', f'"other{number}"'
        )
        for number in range(4)
    )
    assert found(ASKED + many) == []


@pytest.mark.parametrize(
    ("hint", "outcome"),
    [("It is a sort of whale-shark.", "correct"), ("Is it a shark?", "partial")],
)
def test_a_hint_that_would_earn_credit_is_found(found: Found, hint: str, outcome: str) -> None:
    partial = 'partial = [{ answers = "shark", feedback = "F" }]\ntests = { reject = "eel" }\n'
    text = ASKED.replace("It is large.", hint) + partial
    told = f"advice leak: question 'asked': the hint, given as a response, is {outcome} (reword it)"
    assert told in found(text)


def test_a_hint_that_says_an_idea_is_told_with_the_idea(found: Found) -> None:
    more = 'ideas = [["largest", "biggest"], ["gills"]]\ntests = { reject = "eel" }\n'
    text = ASKED.replace("It is large.", "It is the biggest.") + more
    (told,) = (one for one in found(text) if "advice leak" in one)
    assert told.endswith("given as a response, is partial: it says the idea 'largest' (reword it)")


@pytest.mark.parametrize(
    ("hint", "says"),
    [
        ("It is the whale, of course.", True),
        ("It is not the whale.", False),
        ("This isn't about the whale at all.", False),
        ("Nobody asks for the eel: it is the whale.", True),
        ("Not the whale that you know, but the whale of the tale.", True),
    ],
)
def test_a_hint_that_denies_an_answer_does_not_say_it(found: Found, hint: str, says: bool) -> None:
    text = ASKED.replace("the {basking|whale} shark", "the whale").replace("It is large.", hint)
    assert any("the hint says the answer 'the whale'" in one for one in found(text)) == says


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("His first name was Gilbert.", "Gilbert"),
        ("A doctor: Blane, of Scotland.", "Blane"),
        ("His first name begins with G.", None),
        ("It was not Gilbert.", None),
        ("A doctor of the Navy.", None),
        ("Gilbert and Sullivan wrote no opera on him.", None),
    ],
)
def test_a_hint_that_says_half_of_a_name_is_named(
    hint: str, said: str | None, found: Found
) -> None:
    asked = 'prompt = "Who had the Navy carry lemons?"\nanswers = ["Gilbert Blane of the Navy"]\n'
    question = f'[[question]]\nid = "asked"\nkind = "text"\n{asked}hint = "{hint}"\n{REST}'
    told = [line for line in found(question) if "leak" in line]
    part = "question 'asked': the hint says {!r}, a part of the answer 'Gilbert Blane of the Navy'"
    assert [part.format(said) in line for line in told] == ([True] if said else [])
