"""What `check` adds to the problems of loading: self-tests and advice."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from bank.writing import Loads, Write

from quizapp.bank.check import check

HEAD = 'format = 1\n[bank]\nid = "b"\ntitle = "B"\n[[passage]]\nid = "p"\ndigest = "D."\n'
FULL = 'support = [{ passage = "p" }]\nhint = "H"\nexplanation = "E"\n'
WRONG = 'wrong = [{ answers = "Sydney", feedback = "The largest, not the capital." }]\n'
TOWN = (
    '[[question]]\nid = "q"\nkind = "text"\nprompt = "What is the capital of Australia?"\n'
    'answers = ["Canberra"]\n'
)

Found = Callable[[str], list[tuple[int, str, str]]]


@pytest.fixture
def found(loads: Loads) -> Found:
    def checked(text: str) -> list[tuple[int, str, str]]:
        loaded = loads(text)
        assert loaded.bank is not None, loaded.problems
        return [(one.line, one.severity, one.code) for one in check(loaded)]

    return checked


def test_a_full_question_that_keeps_its_promises(found: Found) -> None:
    tests = 'tests = { accept = ["canberra", "Canbera"], reject = ["Melbourne", "not Canberra"] }\n'
    assert found(HEAD + TOWN + FULL + WRONG + tests) == []


@pytest.mark.parametrize(
    "tests",
    ['accept = ["Melbourne"]', 'reject = ["Canberra, I think"]', 'partial = ["Canberra!"]'],
)
def test_a_broken_promise_is_an_error_at_the_tests(found: Found, tests: str) -> None:
    assert found(HEAD + TOWN + FULL + WRONG + f"tests = {{ {tests} }}\n") == [
        (17, "error", "self-test")
    ]


def test_the_message_says_what_was_graded_how(loads: Loads) -> None:
    text = HEAD + TOWN + FULL + WRONG + 'tests = { accept = "Perth" }\n'
    (problem,) = check(loads(text))
    assert "'Perth' should be accepted, but is wrong" in problem.message


def test_without_tests_nothing_is_graded(found: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "quizapp.kinds.text.Text.grade", lambda *_: pytest.fail("graded without tests")
    )
    assert found(HEAD + TOWN + FULL + WRONG) == []


def test_a_wrong_answer_that_is_accepted_is_found(
    found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quizapp.grading.verdict import correct

    monkeypatch.setattr("quizapp.kinds.text.Text.grade", lambda *_: correct("x"))
    text = HEAD + TOWN + FULL + WRONG + 'tests = { accept = "x" }\n'
    codes = [(line, code) for line, _, code in found(text)]
    # The prompt said back and nothing at all at the prompt; the hint; the wrong answer.
    assert codes == [(11, "self-test"), (11, "self-test"), (14, "leak"), (16, "self-test")]


def test_several_questions_that_lack_something_are_told_of_in_one_line(loads: Loads) -> None:
    ask = '[[question]]\nid = "{0}"\nprompt = "Which {0}?"\nanswers = "{0}"\n'
    loaded = loads(HEAD + "".join(ask.format(one) for one in ("abba", "cdcd", "efef")) + "hint='H'")
    (told,) = (one for one in check(loaded) if one.code == "incomplete")
    assert told.message.endswith(
        "lack something: support (3), hint (2), explanation (3), wrong (3)"
    )
    assert "--each" in told.remedy
    each = [one for one in check(loaded, each=True) if one.code == "incomplete"]
    assert ["'abba'" in each[0].message, "'efef'" in each[2].message, len(each)] == [True, True, 3]


@pytest.mark.parametrize("questions", ["", "question = []\n"])
def test_a_bank_without_a_question_is_told_so(questions: str, loads: Loads) -> None:
    assert [one.code for one in loads(questions + HEAD).problems] == ["empty"]


def test_problems_of_loading_come_alone(loads: Loads) -> None:
    loaded = loads(HEAD + TOWN + "weight = 0\n")
    assert check(loaded) == loaded.problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + TOWN, [(8, "incomplete")]),
        (HEAD.replace("[[p", 'language = "de"\n[[p') + TOWN + FULL + WRONG, [(5, "language")]),
        (HEAD.replace("[[p", 'language = "en-GB"\n[[p') + TOWN + FULL + WRONG, []),
        (HEAD + TOWN + FULL, [(8, "incomplete")]),
        (HEAD + TOWN + FULL + 'wrong = [{ answers = "Sydney" }]\n', [(16, "no-feedback")]),
        (HEAD + TOWN + FULL + WRONG + '[[question]]\nid="d"\nkind="text"\nprompt="P"\n'
         'answers="a"\ndraft = true\n', [(1, "draft")]),
        (HEAD + TOWN + FULL.replace('"H"', '"Not far from Canberra."') + WRONG, [(14, "leak")]),
        (HEAD + TOWN.replace("Australia", "Canberra") + FULL + WRONG, [(11, "leak")]),
        (HEAD + TOWN.replace("Australia", "Canberraland") + FULL + WRONG, []),
        (HEAD.replace("[[p", '[objectives]\n"a" = "A"\n[[p') + TOWN + FULL + WRONG
         + 'objective = ["a", "b"]\n', [(19, "objective")]),
        (HEAD + TOWN + FULL + WRONG + 'objective = "b"\n', []),
        (HEAD + 'text = "Two words."\n' + TOWN + FULL + WRONG, []),
        (HEAD + 'text = "Five words are in here."\n' + TOWN + FULL + WRONG, [(7, "digest-length")]),
        (HEAD + '[[question]]\nid="q"\nkind="choice"\nprompt="P"\noptions = [{text="the long and '
         'only right one", correct=true}, {text="short"}]\n' + FULL, [(12, "longest-key")]),
    ],
)  # fmt: skip
def test_advice(found: Found, text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == [(line, "advice", code) for line, code in expected]


def test_every_kind_accepts_its_own_model_answer(loads: Loads, good: str) -> None:
    text = good.replace('prompt = "', 'tests = { reject = "nothing of the sort" }\nprompt = "')
    text = text.replace(
        'tests = { accept = ["new moon and full moon"], reject = ["half moon"] }', ""
    )
    loaded = loads(text)
    assert loaded.bank is not None, loaded.problems
    assert [one for one in check(loaded) if one.severity == "error"] == []


def test_a_check_without_tests_imports_no_grader_and_no_screen(write: Write) -> None:
    """Starting time: in a process of its own, because others have imported all of it here."""
    code = (
        "import sys; from pathlib import Path; from quizapp.bank.load import load;"
        "from quizapp.bank.check import check; loaded = load(Path(sys.argv[1]));"
        "assert loaded.bank and check(loaded);"
        "heavy = ('quizapp.grading.', 'rapidfuzz', 'textual', 'rich', 'hashlib');"
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )
    path = str(write(HEAD + TOWN))
    run = subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=True)
    assert run.stdout.decode().strip() == "[]"
