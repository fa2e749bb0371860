"""Advice on the writing of items: each piece is given, has its reason, and can be silenced."""

import re
from pathlib import Path

import pytest
from bank.writing import Loads, sound

from quizapp.bank.advice import ADVICE
from quizapp.bank.check import check
from quizapp.bank.find import shipped
from quizapp.bank.model import Problem
from quizapp.cli.git import ids_before

HEAD = 'format = 1\n[bank]\nid = "b"\ntitle = "B"\n[[passage]]\nid = "p"\ntext = "Salt slows."\n'
SILENT = frozenset(("incomplete", "no-id", "no-feedback"))


def told(loads: Loads, text: str, keys: bool = False) -> list[Problem]:
    """The advice on a bank, but for what says that it is short."""
    loaded = loads(HEAD + text)
    sound(loaded)
    return [
        one for one in check(loaded, keys) if one.severity == "advice" and one.code not in SILENT
    ]


def ask(lines: str, prompt: str = "Which is it?") -> str:
    return f'[[question]]\nid = "q"\nprompt = "{prompt}"\n{lines}\n'


def several(lines: str, count: int = 6) -> str:
    return "".join(
        f'[[question]]\nid = "q{n}"\nprompt = "Which of the {"abcdefgh"[n] * 4}?"\n'
        + lines.replace("#", f"{n}") + "\n"
        for n in range(count)
    )  # fmt: skip


ONE_IN_ORDER = 'options = ["r#x", "*s#y", "t#z"]\nshuffle = false'
PIECES = {
    "negative": ask('options = ["*a", "b"]', "Which of them is not a tide?"),
    "negative by a verb": ask('options = ["*a", "b"]', "Which of them don't move?"),
    "all-of-the-above": ask('options = ["*a", "b", "All of the above"]'),
    "all-of-the-above in letters": ask('options = ["*a", "b", "both a and b"]'),
    "absolute": ask('options = ["*it may rise", "it always rises"]'),
    "longest-key": ask('options = ["*a very long option indeed", "short"]'),
    "signs": ask('answer = "colou?r"'),
    "signs of a plural": ask('answer = "the tide(s)"'),
    "signs of a bar": ask('answer = "red|blue"'),
    "two-in-one": ask('answer = "red / blue"'),
    "two-in-one by a slash": ask('answer = "colour/hue"'),
    "two-in-one by a word": ask('answer = "red or blue"'),
    "two-in-one in a gap": ask("", "It is [[red or blue]]."),
    "small-words": ask('answer = "it is"'),
    "distinct": ask('answer = "home time"\ndistinct = [["home", "locla"]]'),
    "thin-key": ask('answer = "it slows the yeast"', "Why is salt put in last?"),
    "two-alike": ask('answer = "salt"', "What slows the yeast in bread?")
    + ask('answer = "Salt"', "What slows yeast in the bread?").replace('"q"', '"r"'),
    "longest-often": several('options = ["a#", "*longer#", "b#"]'),
    "key-place": several(ONE_IN_ORDER),
    "one-sided": several("answer = true"),
    "unit": ask('answer = 4\nunit = "kilomtres"'),
    "allow": ask('answer = "salt"\nallow = ["negatve"]'),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), PIECES.items(), ids=PIECES)
def test_a_piece_of_advice_is_given_once_with_a_remedy(loads: Loads, name: str, text: str) -> None:
    code = name.split()[0]
    found = told(loads, text)
    assert [one.code for one in found] == [code], found
    assert found[0].line
    assert found[0].remedy
    assert code in ADVICE


@pytest.mark.parametrize(("name", "text"), PIECES.items(), ids=PIECES)
def test_it_is_silenced_in_the_question_and_in_the_bank(loads: Loads, name: str, text: str) -> None:
    code = name.split()[0]
    if code != "allow":
        allowed = text.replace("\nprompt", f'\nallow = "{code}"\nprompt')
        assert told(loads, allowed) == []
    in_bank = HEAD.replace("title", f'allow = ["{code}"]\ntitle')
    loaded = loads(in_bank + text)
    assert [one for one in check(loaded) if one.code == code] == []


FINE = {
    "a contrast is no negative stem": ask(
        'options = ["*a", "b"]', "It took 6 hours, not 13. What came of it?"
    ),
    "nor is one in capitals": ask('options = ["*a", "b"]', "Which of them is NOT a tide?"),
    "an absolute word in the right option": ask('options = ["*it always rises", "it may rise"]'),
    "a hedged one": ask('options = ["*it rises", "it might never rise"]'),
    "a long answer with or": ask('answer = "it rises or falls as the Moon and the Sun stand"'),
    "braces": ask('answer = "the {tide|tides}"'),
    "a fraction": ask('answer = "km/h"'),
    "a question mark at the end": ask('answer = "who goes there?"'),
    "keys in several places": several(ONE_IN_ORDER, 3)
    + several('options = ["*u#x", "v#y", "w#z"]\nshuffle = false', 3).replace('id = "q', 'id = "r')
    .replace("of the", "among"),
    "few statements": several("answer = true", 5),
    "alike with other answers": ask('answer = "salt"', "What slows the yeast in bread?")
    + ask('answer = "sugar"', "What feeds the yeast in bread?").replace('"q"', '"r"'),
}  # fmt: skip


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_nothing_is_said_of_what_is_fine(loads: Loads, text: str) -> None:
    assert told(loads, text) == []


def test_an_error_cannot_be_allowed(loads: Loads) -> None:
    text = ask('answer = "salt"\nallow = ["self-test"]\ntests = ["sugar"]')
    found = check(loads(HEAD + text))
    assert ("error", "self-test") in [(one.severity, one.code) for one in found]


def lenient(monkeypatch: pytest.MonkeyPatch, *accepted: str) -> None:
    """Have these responses accepted, and all others refused."""
    from quizapp.grading.verdict import Reason, correct, wrong

    def grade(_question: object, _context: object, response: str) -> object:
        return correct(response) if response in accepted else wrong(Reason("words", "No."))

    monkeypatch.setattr("quizapp.kinds.text.Text.grade", grade)


TWO = ask('answer = "the salt water"\nsupport = [{ passage = "p", evidence = "Salt slows" }]') + (
    '[[question]]\nid = "r"\nprompt = "What is in the sea?"\nanswer = "fresh water"\n'
)


def test_what_follows_from_the_bank_is_tried(loads: Loads, monkeypatch: pytest.MonkeyPatch) -> None:
    right = ("the salt water", "fresh water")
    lenient(monkeypatch, *right, "Salt slows")
    found = [(one.code, one.line) for one in told(loads, TWO, keys=True)]
    assert found == [("others-answer", 11), ("others-answer", 16)]
    lenient(monkeypatch, "fresh water")
    found = [(one.code, one.line) for one in told(loads, TWO, keys=True)]
    assert ("evidence-refused", 12) in found
    assert ("self-test", 11) in found


def test_it_is_tried_without_being_asked_for_where_a_question_has_tests(
    loads: Loads, monkeypatch: pytest.MonkeyPatch
) -> None:
    lenient(monkeypatch, "the salt water", "fresh water")
    assert told(loads, TWO) == []
    tested = TWO.replace("\nsupport", '\ntests = "the salt water"\nsupport')
    found = [one.code for one in told(loads, tested)]
    assert found == ["others-answer", "evidence-refused"]


def test_a_sound_key_draws_nothing_from_what_follows(loads: Loads) -> None:
    text = TWO.replace("Salt slows", "Salt").replace("the salt water", "salt")
    assert told(loads, text, keys=True) == []


def test_questions_on_one_objective_may_have_each_others_answers(
    loads: Loads, monkeypatch: pytest.MonkeyPatch
) -> None:
    lenient(monkeypatch, "the salt water", "fresh water", "Salt slows")
    text = TWO.replace('id = "q"', 'id = "q"\nobjective = "x"')
    assert {one.code for one in told(loads, text, keys=True)} == {"others-answer"}
    text = text.replace('id = "r"', 'id = "r"\nobjective = "x"')
    assert told(loads, text, keys=True) == []


def test_an_id_that_was_another_in_the_last_commit(loads: Loads) -> None:
    loaded = loads(HEAD + ask('answer = "salt"'))
    before = {"old": "Which  is it?", "gone": "Another?"}
    (found,) = [one for one in check(loaded, before=before) if one.code == "id-renamed"]
    assert (found.line, found.remedy) == (9, 'write was = ["old"], or take the old id')
    kept = loads(HEAD + ask('answer = "salt"\nwas = ["old"]'))
    assert "id-renamed" not in {one.code for one in check(kept, before=before)}


def test_git_tells_the_ids_of_the_last_commit(loads: Loads, tmp_path: Path) -> None:
    import shutil
    import subprocess

    if shutil.which("git") is None:
        pytest.skip("there is no git")

    def git(*words: str) -> None:
        author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(("git", *author, *words), cwd=tmp_path, check=True, capture_output=True)

    loaded = loads({"bank.toml": HEAD, "ä.toml": ask('answer = "salt"')})
    assert ids_before(loaded) == {}
    git("init", "-q")
    assert ids_before(loaded) == {}
    git("add", "-A")
    git("commit", "-q", "-m", "A bank")
    assert ids_before(loaded) == {}
    (loaded.path / "ä.toml").write_text(ask('answer = "salt"').replace('"q"', '"new"'), "utf-8")
    assert ids_before(loaded) == {"q": "Which is it?"}


def test_the_page_gives_the_reason_for_every_code() -> None:
    page = (shipped() / "README.md").read_text(encoding="utf-8")
    page = page.split("\n## Advice, and how", 1)[1].split("\n## ")[0]
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", page, re.MULTILINE))
    assert all(map(rows.get, ADVICE))
