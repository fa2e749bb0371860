"""The instructors' page keeps its word: its examples load and grade, `check` says what it says."""

import re
from pathlib import Path

import pytest

from quizapp.bank.check import check
from quizapp.bank.find import shipped
from quizapp.bank.load import load
from quizapp.bank.model import Bank, Head, Loaded, Paper, Passage, Problem, Source
from quizapp.kinds import KINDS
from quizapp.kinds.base import Question, Support, Tests
from quizapp.kinds.boolean import Why
from quizapp.kinds.ideas import Idea, Partial, Wrong
from quizapp.kinds.options import Option
from quizapp.kinds.points import PointToMake
from quizapp.structs import Struct

TABLES = (
    *(
        Head,
        Source,
        Passage,
        Paper,
        Support,
        Idea,
        Wrong,
        Partial,
        Tests,
        Why,
        Option,
        PointToMake,
        Question,
    ),
    *KINDS.values(),
)
PAGE = (shipped() / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
WHOLE = [block for block in BLOCKS if "format = 1" in block and "[[question]]" in block]
HEADS = [block for block in BLOCKS if "format = 1" in block and "[[question]]" not in block]
PAPERS = [block for block in BLOCKS if block.startswith("[[paper]]")]
SHORT = [block for block in BLOCKS if block.count("[[question]]") == 3]
QUESTIONS = [
    block for block in BLOCKS if "format = 1" not in block and block not in (*PAPERS, *SHORT)
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The page's folder of a bank: its bank.toml, and a file for each example of a question."""
    (head,) = HEADS
    (tmp_path / "bank.toml").write_text("\n".join([head, *PAPERS]), encoding="utf-8")
    for number, block in enumerate(QUESTIONS):
        (tmp_path / f"{number:02}.toml").write_text(block, encoding="utf-8")
    return tmp_path


@pytest.fixture
def examples(folder: Path) -> Bank:
    loaded = load(folder)
    assert loaded.bank is not None, loaded.problems
    return loaded.bank


def said(problems: tuple[Problem, ...]) -> list[str]:
    """Problems as the page quotes them: without their places."""
    return [f"{one.code}: {one.message} ({one.remedy})" for one in problems]


def test_the_smallest_bank_draws_the_one_piece_of_advice_that_the_page_speaks_of(
    tmp_path: Path,
) -> None:
    (smallest,) = WHOLE
    path = tmp_path / "fridge.toml"
    path.write_text(smallest, encoding="utf-8")
    loaded = load(path)
    assert loaded.problems == ()
    assert [(one.severity, one.code) for one in check(loaded)] == [("advice", "incomplete")]


def test_nothing_is_found_in_the_examples(folder: Path) -> None:
    assert said(check(load(folder))) == []


def test_the_short_questions_are_whole_ones(folder: Path) -> None:
    (block,) = SHORT
    (folder / "short.toml").write_text(block, encoding="utf-8")
    asked = load(folder).files[-1].questions
    assert [one.kind for one in asked] == ["text", "choice", "cloze"]
    found = [one for one in check(load(folder), each=True) if one.file.endswith("short.toml")]
    assert {one.code for one in found} == {"no-id", "incomplete"}


def test_there_is_an_example_of_every_kind(examples: Bank) -> None:
    assert {question.kind for question in examples.questions} == set(KINDS)


def test_every_free_text_example_shows_tests(examples: Bank) -> None:
    poor = [
        question.id
        for question in examples.questions
        if question.free_text and (len(question.tests.accept) < 4 or len(question.tests.reject) < 2)
    ]
    assert poor == []


@pytest.mark.parametrize(
    "response", ["Kitchen", "in the kitchen", "kichen", "It stands in the kitchen."]
)
def test_the_smallest_bank_takes_what_the_page_says(response: str, tmp_path: Path) -> None:
    from quizapp.bank.model import context

    path = tmp_path / "fridge.toml"
    path.write_text(WHOLE[0], encoding="utf-8")
    bank = load(path).bank
    assert bank is not None
    (question,) = bank.questions
    assert question.grade(context(bank, question), response).accepted


@pytest.mark.parametrize(
    "table",
    TABLES,
    ids=lambda table: table.__name__,
)
def test_every_field_is_in_the_reference(table: type[Struct]) -> None:
    reference = PAGE.split("\n## Reference\n")[1]
    missing = [name for name in table.__struct_fields__ if f"`{name}`" not in reference]
    assert missing == []


def test_every_kind_has_its_chapter() -> None:
    chapters = re.findall(r"^### (.*)$", PAGE, re.MULTILINE)
    assert sorted(chapters) == sorted(KINDS)


def test_links_within_the_page_lead_somewhere() -> None:
    titles = re.findall(r"^#+ (.*)$", PAGE, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]*)\)", PAGE)) <= anchors


PASSAGE = '[[passage]]\nid = "p01"\ntext = "Cold air sinks."\n\n[[question]]'
NEXT = '\n[[question]]\nid = "next"\nprompt = "And the next?"\n'
TWO_RIGHT = '[{ text = "a", correct = true }, { text = "b", correct = true }]'
CHAPTER = PAGE.split("\n## Common mistakes", 1)[1].split("\n## ")[0]
QUOTED = re.findall(r"^\|.*\| `(.*)` \|$", CHAPTER, re.MULTILINE)
# What is replaced in the smallest bank (nothing: added at its end), and by what.
MISTAKES = [
    ("format = 1\n", ""),
    ('kitchen"]', "kitchen]"),
    ('"In which room of a house does a refrigerator usually stand?"', '"In the "cold" room?"'),
    ("[[question]]", "[question]"),
    ("answers =", "anwsers ="),
    ('id = "room"\n', ""),
    ("", '\n[[question]]\nid = "room"\nkind = "text"\nprompt = "P?"\nanswers = "x"\n'),
    ('"text"', '"txt"'),
    ("", '[[question.wrong]]\nanswers = ["the attic"]\nfeedback = "No."\nhint = "Look down."\n'),
    ("", 'level = "hard"\n'),
    ("", 'wrong = [{ answers = ["the kitchen"], feedback = "No." }]\n'),
    ("", 'partial = [{ answers = ["indoors"], score = 5 }]\n'),
    (
        "[[question]]",
        PASSAGE.replace("[[question]]", '[[question]]\nsupport = [{ passage = "p1" }]'),
    ),
    (
        "[[question]]",
        PASSAGE + '\nsupport = [{ passage = "p01", evidence = "warm air rises" }]',
    ),
    ("[[question]]", PASSAGE + '\nsupport = [{ passage = "p01", sentences = [7] }]'),
    ("", 'ordered = true\nideas = [["kitchen"]]\n'),
    ("", NEXT + f'kind = "choice"\noptions = {TWO_RIGHT}\n'),
    ("", NEXT + 'kind = "text"\nanswer = "x"\nideas = [["ships / charts"]]\n'),
    ("", NEXT + 'kind = "text"\nanswer = "x"\nideas = [["most"], ["ships"]]\n'),
    ("", NEXT.replace("the next", "___ and ___") + 'kind = "cloze"\ngaps = ["x"]\n'),
    ("", NEXT + 'kind = "date"\nanswer = "12 May 1987"\n'),
    ("", NEXT + 'kind = "list"\nitems = ["x", "y"]\nneed = 3\n'),
    ("", 'tests = { accept = ["the pantry"] }\n'),
    ("", 'wrong = [{ answers = ["the attic"] }]\n'),
    ("[bank]\n", '[bank]\nlanguage = "de"\n'),
    (
        "",
        NEXT.replace("And the next", "Is the kitchen cold")
        + 'kind = "text"\nanswers = ["yes", "it is", "mostly"]\n',
    ),
    ("", 'hint = "It stands in the kitchen."\ntests = { reject = ["the attic"] }\n'),
    ("", 'hint = "It is the kitchen, of course."\n'),
    ("", NEXT.replace("And", "Why") + 'kind = "text"\nanswers = "it is cold there"\n'),
    ("", ""),
]


def broken(old: str, new: str, folder: Path) -> Loaded:
    """The smallest bank with a mistake in it."""
    text = WHOLE[0]
    assert old in text
    path = folder / "fridge.toml"
    path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
    return load(path)


@pytest.mark.parametrize(("quoted", "mistake"), list(zip(QUOTED, MISTAKES, strict=True)))
def test_check_says_of_a_mistake_what_the_page_says(
    quoted: str, mistake: tuple[str, str], tmp_path: Path
) -> None:
    assert quoted in said(check(broken(*mistake, tmp_path)))
