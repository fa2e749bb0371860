"""Less to type: what may be left out or written shortly means what the long form says."""

from collections.abc import Callable

import pytest
from bank.writing import Loads, sound
from msgspec.structs import asdict

from quizapp.bank.check import check
from quizapp.bank.edit import Addition, edited, with_ids, write
from quizapp.bank.load import load
from quizapp.kinds.base import Question

HEAD = (
    'format = 1\n[bank]\nid = "b"\ntitle = "B"\n[[passage]]\nid = "p1"\ntext = "Yeast rises."\n'
    '[[passage]]\nid = "p2"\ntext = "Salt slows."\n'
)

Asks = Callable[[str], Question]


@pytest.fixture
def asks(loads: Loads) -> Asks:
    """The one question that has these lines."""

    def asked(lines: str) -> Question:
        (question,) = sound(loads(HEAD + "[[question]]\n" + lines)).questions
        return question

    return asked


ALIKE = {
    "answer": (
        'prompt = "P?"\nanswer = "yeast"', 'kind = "text"\nprompt = "P?"\nanswers = ["yeast"]'
    ),
    "answer of several wordings": (
        'prompt = "P?"\nanswer = ["yeast", "leaven"]',
        'kind = "text"\nprompt = "P?"\nanswers = ["yeast", "leaven"]',
    ),
    "options with a star": (
        'prompt = "P?"\noptions = ["*yeast", "salt", 4]',
        'kind = "choice"\nprompt = "P?"\noptions = [{ text = "yeast", correct = true }, '
        '{ text = "salt" }, { text = "4" }]',
    ),
    "several stars": (
        'prompt = "P?"\noptions = ["* yeast", "*water", "salt"]',
        'kind = "multiple"\nprompt = "P?"\noptions = [{ text = "yeast", correct = true }, '
        '{ text = "water", correct = true }, { text = "salt" }]',
    ),
    "a star that is meant": (
        'prompt = "P?"\noptions = ["**args", "*args2"]',
        'kind = "choice"\nprompt = "P?"\noptions = [{ text = "*args" }, '
        '{ text = "args2", correct = true }]',
    ),
    "options and answer": (
        'prompt = "P?"\noptions = ["yeast", "salt"]\nanswer = "Yeast"',
        'kind = "choice"\nprompt = "P?"\noptions = [{ text = "yeast", correct = true }, '
        '{ text = "salt" }]',
    ),
    "options and answers": (
        'prompt = "P?"\noptions = ["yeast", "salt"]\nanswer = ["yeast", "salt"]',
        'kind = "multiple"\nprompt = "P?"\noptions = [{ text = "yeast", correct = true }, '
        '{ text = "salt", correct = true }]',
    ),
    "wrong": (
        'prompt = "P?"\nanswer = "yeast"\nwrong = ["salt", "sugar"]',
        'kind = "text"\nprompt = "P?"\nanswers = ["yeast"]\n'
        'wrong = [{ answers = ["salt"] }, { answers = ["sugar"] }]',
    ),
    "one wrong": (
        'prompt = "P?"\nanswer = "yeast"\nwrong = "salt"',
        'kind = "text"\nprompt = "P?"\nanswers = ["yeast"]\nwrong = [{ answers = ["salt"] }]',
    ),
    "wrong with feedback": (
        'prompt = "P?"\nanswer = "yeast"\nwrong = { "salt" = "It slows the yeast." }',
        'kind = "text"\nprompt = "P?"\nanswers = ["yeast"]\n'
        'wrong = [{ answers = ["salt"], feedback = "It slows the yeast." }]',
    ),
    "wrong under a header": (
        'prompt = "P?"\nanswer = "yeast"\n[question.wrong]\nsalt = "It slows."\nsugar = "No."',
        'kind = "text"\nprompt = "P?"\nanswers = ["yeast"]\n'
        'wrong = [{ answers = ["salt"], feedback = "It slows." }, '
        '{ answers = ["sugar"], feedback = "No." }]',
    ),
    "partial": (
        'prompt = "P?"\nanswer = "yeast"\npartial = ["a fungus"]',
        'kind = "text"\nprompt = "P?"\nanswers = ["yeast"]\npartial = [{ answers = "a fungus" }]',
    ),
    "support": (
        'prompt = "P?"\nanswer = "yeast"\nsupport = "p1"',
        'kind = "text"\nprompt = "P?"\nanswers = ["yeast"]\nsupport = [{ passage = "p1" }]',
    ),
    "two supports": (
        'prompt = "P?"\nanswer = "yeast"\nsupport = ["p1", { passage = "p2" }]',
        'kind = "text"\nprompt = "P?"\nanswers = ["yeast"]\n'
        'support = [{ passage = "p1" }, { passage = "p2" }]',
    ),
    "tests": (
        'prompt = "P?"\nanswer = "yeast"\ntests = ["the yeast"]',
        'kind = "text"\nprompt = "P?"\nanswers = ["yeast"]\ntests = { accept = ["the yeast"] }',
    ),
    "gaps in the prompt": (
        'prompt = "A [[chain]] drove the [[rear|back]] wheel."',
        'kind = "cloze"\nprompt = "A ___ drove the ___ wheel."\n'
        'gaps = [["chain"], ["rear", "back"]]',
    ),
    "a gap with braces": (
        'prompt = "It had [[{two|2} wheels | a pair]]."',
        'kind = "cloze"\nprompt = "It had ___."\ngaps = [["{two|2} wheels", "a pair"]]',
    ),
    "points": (
        'prompt = "P?"\npoints = ["it rises", ["it browns", "it turns brown"]]',
        'kind = "points"\nprompt = "P?"\npoints = [{ answers = ["it rises"] }, '
        '{ answers = ["it browns", "it turns brown"] }]',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("short", "long"), ALIKE.values(), ids=ALIKE)
def test_a_short_form_means_what_the_long_one_says(asks: Asks, short: str, long: str) -> None:
    named = 'id = "q"\n'
    assert asks(named + short) == asks(named + long)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ('answers = ["a"]', "text"),
        ('ideas = [["a"], ["b"]]\nanswers = ["a b"]', "text"),
        ("answer = 4", "number"),
        ("answer = 4.5", "number"),
        ("answer = [2, 6]", "number"),
        ("answer = true", "boolean"),
        ('answer = false\nreason = "it rises"', "boolean"),
        ("answer = 1987-09-16", "date"),
        ('answer = "1987-09"', "date"),
        ('answer = "44 BC"', "date"),
        ('answer = "1930s"', "date"),
        ('answer = "1987"', "text"),
        ('items = [["a", "b"], "c"]', "list"),
        ('items = ["a", "b", "c"]\nneed = 2', "list"),
        ('pairs = [["a", "b"], ["c", "d"]]', "match"),
        ('options = ["*a", "b"]', "choice"),
    ],
)
def test_the_kind_is_what_the_fields_fit(asks: Asks, lines: str, kind: str) -> None:
    assert asks('prompt = "Which?"\n' + lines).kind == kind


@pytest.mark.parametrize(
    ("prompt", "kind"),
    [("In which year?", "date"), ("When was it?", "date"), ("How many?", "number")],
)
def test_a_whole_number_is_a_year_where_a_time_is_asked_for(
    asks: Asks, prompt: str, kind: str
) -> None:
    assert asks(f'prompt = "{prompt}"\nanswer = 1987').kind == kind
    assert asks(f'prompt = "{prompt}"\nanswer = 1987\nunit = "km"').kind == "number"


def test_the_barest_question_has_two_lines(asks: Asks) -> None:
    question = asks('prompt = "What makes dough rise?"\nanswer = "yeast"\n')
    assert (question.id, question.accepted()) == ("makes-dough-rise", ("yeast",))


def test_ids_are_made_from_the_prompts_and_differ(loads: Loads) -> None:
    ask = '[[question]]\nprompt = "{}"\nanswer = "x"\n'
    prompts = (
        "What is yeast?",
        "What is a yeast?",
        "Was ist für Öl gut?",
        "Why?",
        "酵母?",
        "A baker's salt?",
    )
    text = HEAD + "".join(map(ask.format, prompts)) + '[[question]]\nid="yeast"' + ask[12:]
    made = [question.id for question in sound(loads(text)).questions]
    assert made == ["yeast-2", "yeast-3", "ist-fur-ol-gut", "why", "酵母", "baker-salt", "yeast"]


ENDS = pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
UNNAMED = (
    HEAD + "# first\n[[question]] # one\nprompt = 'Rise?'\nanswer = 'yeast'\n\n  [[question]]\n"
    '  id = "q"\n  prompt = "P?"\n  answer = "x"\n\t[[question]]\nprompt = "Fall?"\nanswer = "y"\n'
)


@ENDS
def test_ids_are_written_below_their_headers_and_nothing_else_changes(
    loads: Loads, ends: str
) -> None:
    text = "\ufeff" + UNNAMED.replace("\n", ends)
    loaded = loads(text)
    assert [one.line for one in check(loaded) if one.code == "no-id"] == [12, 20]
    write(with_ids(loaded))
    after = loaded.path.read_bytes().decode()
    assert after.replace(f'id = "rise"{ends}', "").replace(f'\tid = "fall"{ends}', "") == text
    again = sound(load(loaded.path))
    assert [one.id for one in again.questions] == ["rise", "q", "fall"]
    assert again.questions == sound(loaded).questions


def test_an_id_that_cannot_be_put_under_a_header_is_left_to_the_author(loads: Loads) -> None:
    from quizapp.bank.edit import CannotEdit

    loaded = loads('question = [{ prompt = "P?", answer = "x" }]\n' + HEAD)
    with pytest.raises(CannotEdit, match="by hand"):
        with_ids(loaded)


EDITS = {
    "answers": ("answer = 'a'", Addition("q", "answers", "b"), {"answers": ("a", "b")}),
    "accept": ("answer = 'a'\ntests = 'the a'", Addition("q", "accept", "an a"),
               {"accept": ("the a", "an a")}),
    "reject": ("answer = 'a'\ntests = ['the a']", Addition("q", "reject", "b"),
               {"accept": ("the a",), "reject": ("b",)}),
    "wrong": ("answer = 'a'\nwrong = { b = 'No.' }", Addition("q", "wrong", "the c"),
              {"wrong": ["b", "the c"]}),
    "a list of wrong": ("answer = 'a'\nwrong = ['b']", Addition("q", "wrong", "c"),
                        {"wrong": ["b", "c"]}),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "addition", "expected"), EDITS.values(), ids=EDITS)
def test_short_forms_are_added_to_in_place(
    loads: Loads, lines: str, addition: Addition, expected: dict[str, object]
) -> None:
    loaded = loads(HEAD + f"[[question]]\nid = 'q'\nprompt = 'P?'\n{lines}\n")
    after = sound(load(loaded.path, edited(loaded, [addition])))
    (question,) = after.questions
    found = asdict(question) | asdict(question.tests)
    found["wrong"] = [text for entry in question.wrong for text in entry.answers]
    assert {name: found[name] for name in expected} == expected


def test_a_question_without_an_id_is_added_to_as_well(loads: Loads) -> None:
    loaded = loads(UNNAMED)
    after = sound(load(loaded.path, edited(loaded, [Addition("fall", "answers", "z")])))
    assert [one.accepted() for one in after.questions] == [("yeast",), ("x",), ("y", "z")]
