"""What `check` says of keys: thin ones, and ideas that let too much or too little through."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.bank.check import check
from quizapp.bank.edit import Addition, edited
from quizapp.bank.idea_proposals import factored
from quizapp.bank.load import load
from quizapp.bank.model import Loaded, context
from quizapp.bank.writing import inline
from quizapp.kinds.checks import open_to_wording
from quizapp.kinds.text import Text

HEAD = 'format = 1\n[bank]\nid = "frost"\ntitle = "Frost"\n'
PIPES = """
[[question]]
id = "pipes"
kind = "text"
prompt = "Why do pipes burst in winter?"
"""
MANY = [
    *(f"water {verb} when it {freezes}" for verb in ("expands", "swells", "grows larger")
      for freezes in ("freezes", "turns to ice")),
    "frozen water expands", "frozen water swells", "on freezing it expands",
]  # fmt: skip
Loads = Callable[[str], Loaded]


def told(loads: Loads, rest: str, *codes: str) -> list[str]:
    """What `check --keys` says under these codes of the question with `rest`."""
    loaded = loads(HEAD + PIPES + rest)
    assert loaded.bank is not None, loaded.problems
    return [one.message for one in check(loaded, keys=True) if one.code in codes]


@pytest.mark.parametrize(
    ("prompt", "is_open"),
    [
        ("Why do pipes burst?", True),
        ("Explain the bursting of pipes.", True),
        ("How does salt melt ice?", True),
        ("What is a stopcock for?", True),
        ("What is the purpose of lagging?", True),
        ("What is the difference between frost and rime?", True),
        ("How many pipes burst?", False),
        ("How cold must it be, and how long does it last?", True),
        ("How long is a pipe?", False),
        ("Which metal is it?", False),
        ("What is the pipe called?", False),
    ],
)
def test_questions_for_reasons_and_ways_are_known(prompt: str, is_open: bool) -> None:
    assert open_to_wording(prompt) == is_open


@pytest.mark.parametrize(
    ("rest", "thin"),
    [
        ('answers = ["water expands when it freezes"]\n', True),
        ('answers = ["frost"]\n', False),
        ('answers = ["water expands"]\nideas = [["expand"]]\n', False),
        ("answers = [" + ", ".join(f'"way {n}"' for n in range(6)) + "]\n", False),
    ],
)
def test_a_thin_key_of_an_open_question_is_told_without_being_asked(
    rest: str, thin: bool, loads: Loads
) -> None:
    found = [one for one in check(loads(HEAD + PIPES + rest)) if one.code == "thin-key"]
    assert bool(found) == thin
    assert all("expect to refuse half of the right answers" in one.message for one in found)
    assert all(one.remedy.startswith("name the ideas") for one in found)


def test_a_failing_test_says_which_idea_was_missing(loads: Loads) -> None:
    rest = (
        'answers = ["ice expands"]\n'
        'ideas = [["ice", "freezes"], { says = ["expands"], missing = "What does the ice do?" }]\n'
        'tests = { accept = ["it freezes"], reject = ["salt"] }\n'
    )
    (said,) = told(loads, rest, "self-test")
    assert "'it freezes' should be accepted, but is partial (What does the ice do?)" in said


def test_answers_that_do_not_express_an_idea_are_named(loads: Loads) -> None:
    rest = 'answers = ["ice expands", "it swells"]\nideas = [["ice"], ["expands"]]\n'
    (said,) = told(loads, rest, "unsaid-idea")
    assert "the answer 'it swells' lacks 'ice': not found" in said
    assert told(loads, rest.replace("it swells", "rust"), "unsaid-idea") == []


@pytest.mark.parametrize(
    ("rest", "said"),
    [
        ('ideas = [["ice"], ["expands"], ["cold"]]\nneed = 2\n', ""),
        ('ideas = [{ says = ["ice"], alone = true }, ["cold"], ["winter"]]\n', ""),
        ('ideas = [{ says = ["cold"], alone = true }, ["ice"], ["expands"]]\n', ""),
        (
            'ideas = [{ says = ["cold"], alone = true }, ["ice"], ["frost"]]\n',
            "lacks 'cold': not found; 'frost': not found",
        ),
        (
            'ideas = [{ says = ["expands"], by = ["steam"] }, { says = ["ice"], by = ["ice"] }]\n',
            "'expands': said of somebody else in “expands”",
        ),
        ('ideas = [["not expand"]]\n', "“expands” is said, and “not expand” denies it"),
    ],
)
def test_only_the_ideas_that_are_needed_are_missed(rest: str, said: str, loads: Loads) -> None:
    found = told(loads, 'answers = ["ice expands"]\n' + rest, "unsaid-idea")
    assert bool(found) == bool(said)
    assert not said or any(said in one for one in found)


def test_ideas_of_the_questions_own_words_are_named(loads: Loads) -> None:
    rest = 'answers = ["ice bursts pipes"]\nideas = [["ice"], ["pipes", "taps"]]\n'
    (said,) = told(loads, rest, "hollow-idea")
    assert "the question says the idea already: 'pipes'" in said


def test_ideas_that_the_question_says_in_other_words_are_named(loads: Loads) -> None:
    rest = 'answers = ["ice bursts pipes"]\nideas = [["ice"], ["{widen|crack}", "too cold"]]\n'
    (said,) = told(loads, rest, "hollow-idea")
    assert "the question says the idea already: 'crack' by 'burst'" in said


@pytest.mark.parametrize("wording", ["burst winter", "why burst in the cold of winter"])
def test_an_idea_of_words_far_apart_in_the_question_is_none_of_its_own(
    wording: str, loads: Loads
) -> None:
    rest = 'prompt = "Why do pipes burst where nobody lives or works or heats in winter?"\n'
    rest += f'answers = ["ice swells"]\nideas = [["{wording}"]]\n'
    loaded = loads(HEAD + '[[question]]\nid = "pipes"\n' + rest)
    assert "hollow-idea" not in {one.code for one in check(loaded)}


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("their ice", "'their ice' is found wherever 'ice' is said"),
        ("{ice|snow} {everywhere|of other people}", "as 'snow of other people', is found wherever"),
    ],
)
def test_wordings_that_say_less_than_is_written_are_named(
    wording: str, said: str, loads: Loads
) -> None:
    rest = f'answers = ["thick ice"]\nideas = [["{wording}", "snow falls"]]\n'
    assert told(loads, rest, "says-less") == []
    (found,) = told(loads, rest + 'wrong = ["ice and snow"]\n', "says-less")
    assert said in found


def test_all_wordings_that_say_less_are_listed(loads: Loads) -> None:
    rest = 'answers = ["thick ice"]\nideas = [["their ice", "further snow", "snow falls"]]\n'
    rest += 'tests = { accept = "thick ice", reject = "ice and snow" }\n'
    (found,) = told(loads, rest, "says-less")
    assert "so are 'further snow'" in found


def test_a_wording_is_quoted_whole_so_that_it_can_be_searched_for(loads: Loads) -> None:
    wording = "{other people's|their own|everybody's} {ice|frozen water of one kind or another}"
    rest = f'answers = ["thick ice"]\nideas = [["{wording}"]]\nwrong = ["dry ice"]\n'
    (found,) = told(loads, rest, "says-less")
    assert repr(wording) in found


@pytest.mark.parametrize(
    "wording",
    [
        "the ice",
        "own ice",
        "same ice",
        "too cold",
        "{the|} ice",
        "freeze each other",
        "no other ice",
    ],
)
def test_wordings_whose_words_count_are_left_alone(wording: str, loads: Loads) -> None:
    rest = f'answers = ["the ice"]\nideas = [["{wording}"]]\nwrong = ["dry ice, cold, block"]\n'
    assert told(loads, rest, "says-less") == []


@pytest.mark.parametrize(
    ("wording", "pair"),
    [("widens", '[["widens", "narrow"]]'), ("{never|not} widens", ""), ("bursts", "")],
)
def test_a_wording_that_speaks_against_an_answer_is_told(
    wording: str, pair: str, loads: Loads
) -> None:
    rest = f'answers = ["narrow ones freeze"]\nideas = [["freeze"], ["narrow", "{wording}"]]\n'
    loaded = loads(HEAD + PIPES + rest)
    remedies = [one.remedy for one in check(loaded) if one.code == "opposed"]
    assert [pair in one for one in remedies] == [True] * bool(pair)


def test_an_idea_whose_words_are_too_far_apart_in_an_answer_is_told_so(loads: Loads) -> None:
    rest = (
        'answers = ["the ice, which nobody in the whole street had seen, expands"]\n'
        'ideas = [["ice expands"]]\n'
    )
    (said,) = told(loads, rest, "unsaid-idea")
    assert "the words of “ice expands” are too far apart" in said


def test_a_failing_test_says_which_wordings_were_found(loads: Loads) -> None:
    rest = (
        'answers = ["ice expands"]\nideas = [["ice"], ["{grows|swells}", "expands"]]\n'
        'tests = { accept = ["ice never swells"], reject = ["ice swells by itself"] }\n'
    )
    accepted, refused = sorted(told(loads, rest, "self-test"), reverse=True)
    assert "idea 1 found in “ice” by “ice”; idea 2 found in “swells” by “swells”" in accepted
    assert "idea 2 denied in “swells”, by “{grows|swells}”" in refused


def proposed(loads: Loads, rest: str) -> tuple[tuple[str, ...], ...]:
    """The ideas that the answers of the question with `rest` have in common."""
    loaded = loads(HEAD + PIPES + rest)
    assert loaded.bank is not None, loaded.problems
    (question,) = loaded.bank.questions
    return factored(question, context(loaded.bank, question))


def test_ideas_are_proposed_where_answers_repeat_each_other(loads: Loads) -> None:
    ideas = proposed(loads, f"answers = {inline([MANY])[1:-1]}\n")
    key = f'answers = ["water expands when it freezes"]\nideas = {inline(ideas)}\n'
    again = loads(HEAD + PIPES + key)
    assert again.bank is not None, again.problems
    (question,) = again.bank.questions
    surroundings = context(again.bank, question)
    right = [answer for answer in MANY if question.grade(surroundings, answer).accepted]
    assert len(right) >= 0.8 * len(MANY)
    assert not question.grade(surroundings, "the pipe rusts in winter").score
    assert isinstance(question, Text)
    assert sum(len(idea.says) for idea in question.ideas) <= len(MANY) / 2


@pytest.mark.parametrize(
    "answers",
    [
        ["water expands", "ice swells"],
        ["rust", "age", "frost", "pressure", "children", "bad luck", "a hammer"],
        ["water expands when it freezes"] * 8,
    ],
)
def test_no_ideas_are_proposed_where_answers_do_not(answers: list[str], loads: Loads) -> None:
    assert proposed(loads, f"answers = {inline([answers])[1:-1]}\n") == ()


def test_ideas_that_would_break_a_promise_are_not_proposed(loads: Loads) -> None:
    foxes = [
        *(f"the fox {eats} the hare" for eats in ("eats", "devours", "hunts", "catches")),
        *(f"the hare is {eaten} by the fox" for eaten in ("eaten", "devoured", "hunted")),
        *(f"foxes {eat} hares" for eat in ("eat", "devour", "hunt", "catch")),
    ]
    rest = f"answers = {inline([foxes])[1:-1]}\n"
    assert proposed(loads, rest)
    tests = 'tests = { reject = ["the hare is ill", "the fox is ill", "people hunt"] }\n'
    assert proposed(loads, rest + tests) == ()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_ideas_are_written_behind_the_answers_and_all_else_stays(ends: str, tmp_path: Path) -> None:
    before = PIPES + 'answers = [\n  "x",  # one\n]  # two\n'
    after = '\n# of wrong\n[[question.wrong]]\nanswers = "y"\nfeedback = "z"\n# the end\n'
    path = tmp_path / "frost.toml"
    path.write_bytes((HEAD + before + after).replace("\n", ends).encode())
    loaded = load(path)
    contents = edited(loaded, [Addition("pipes", "ideas", '[["a", "b"], ["c"]]')])
    wanted = HEAD + before + 'ideas = [["a", "b"], ["c"]]\n' + after
    assert contents[path].decode() == wanted.replace("\n", ends)


WHEREVER = {
    "of a text": """
[[question]]
id = "q"
kind = "text"
prompt = "Why is it morning there first?"
answers = ["the earth turns from west to east"]
ideas = [["turns"], ["west"]]
""",
    "of a reason": """
[[question]]
id = "q"
kind = "boolean"
prompt = "True or false, and why: it is morning there first."
answer = true
[question.reason]
answers = ["the earth turns from west to east"]
ideas = [["turns"], ["west"]]
""",
    "of a point": """
[[question]]
id = "q"
kind = "points"
prompt = "Why is it morning there first?"
[[question.points]]
answers = ["the earth turns from west to east"]
ideas = [["turns"], ["west"]]
""",
}


@pytest.mark.parametrize("question", WHEREVER.values(), ids=WHEREVER)
def test_ideas_that_an_answer_lacks_are_told_wherever_they_stand(
    question: str, loads: Loads
) -> None:
    lacking = question.replace('["west"]', '["Greenwich"]')
    (found,) = (one for one in check(loads(HEAD + lacking), keys=True) if one.code == "unsaid-idea")
    assert "lacks 'Greenwich': not found" in found.message


@pytest.mark.parametrize("question", WHEREVER.values(), ids=WHEREVER)
@pytest.mark.parametrize(
    ("wordings", "code", "said"),
    [
        ('"most", "west"', "small-words", "'most' of an idea"),
        ('"ships / charts"', "two-in-one", '["ships", "charts"]'),
        ('"ships, charts"', "two-in-one", '["ships", "charts"]'),
        ('"ships or charts"', "two-in-one", '["ships", "charts"]'),
    ],
)
def test_wordings_of_ideas_that_demand_nearly_nothing_or_too_much_are_told_without_being_asked(
    question: str, wordings: str, code: str, said: str, loads: Loads
) -> None:
    text = question.replace('"west"', wordings)
    found = [one for one in check(loads(HEAD + text)) if one.code == code]
    assert [said in f"{one.message} {one.remedy}" for one in found] == [True], found


@pytest.mark.parametrize("wording", ["1,000 ships", "{ships|charts}", "km/h", "ships charts"])
def test_wordings_of_ideas_that_are_one_are_left_alone(wording: str, loads: Loads) -> None:
    text = WHEREVER["of a text"].replace('"west"', f'"{wording}"')
    codes = {one.code for one in check(loads(HEAD + text))}
    assert codes.isdisjoint({"two-in-one", "small-words"})


def test_the_lack_of_something_is_told_where_it_is_the_only_idea(loads: Loads) -> None:
    one = WHEREVER["of a text"].replace('ideas = [["turns"], ["west"]]', 'ideas = [["no law"]]')
    (found,) = (each for each in check(loads(HEAD + one)) if each.code == "small-words")
    assert "'no law' is right by itself" in found.message
    two = one.replace('[["no law"]]', '[["no law"], ["town"]]')
    assert "small-words" not in {each.code for each in check(loads(HEAD + two))}
