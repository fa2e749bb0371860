"""Every problem of a bank is reported, at its line and column, under its code.

In the tables a mark such as `«type»` stands where a problem of that code must be reported; it is
taken out before the bank is read. Problems on the same spot stand in one mark: `«type id»`.
"""

import re
from collections.abc import Iterator

import pytest
from _pytest.mark import ParameterSet
from bank.writing import Loads

HEAD = """\
format = 1
[bank]
id = "b"
title = "B"
[[passage]]
id = "p1"
digest = "The Moon pulls. The Earth turns."
[[passage]]
id = "p2"
text = "Water rises. Water falls."
"""
ASK = HEAD + '[[question]]\nid = "q1"\n'
PLAIN = ASK + 'kind = "text"\nprompt = "P?"\nanswers = ["a"]\n'

HEADS = {
    "no format": '«missing-field»[bank]\nid = "b"\ntitle = "B"\n',
    "format is text": '«format»format = "1"\n[bank]\nid = "b"\ntitle = "B"\n',
    "format 0": '«format»format = 0\n[bank]\nid = "b"\ntitle = "B"\n',
    "no bank": "«missing-field»format = 1\n",
    "no id": 'format = 1\n«missing-field»[bank]\ntitle = "B"\n',
    "no title": 'format = 1\n  «missing-field»[bank]\nid = "b"\n',
    "id with a space": 'format = 1\n[bank]\n  «id»id = "a b"\ntitle = "B"\n',
    "id as an option": 'format = 1\n[bank]\n«id»id = "-b"\ntitle = "B"\n',
    "empty id": 'format = 1\n[bank]\n«id»id = ""\ntitle = "B"\n',
    "a path as id": 'format = 1\n[bank]\n«id»id = "../b"\ntitle = "B"\n',
    "long id": f'format = 1\n[bank]\n«id»id = "{"b" * 81}"\ntitle = "B"\n',
    "empty title": 'format = 1\n[bank]\nid = "b"\n«title»title = " "\n',
    "title of two lines": 'format = 1\n[bank]\nid = "b"\n«title»title = "B\\nC"\n',
    "unknown field": 'format = 1\n[bank]\nid = "b"\n«unknown-field»titel = "B"\n',
    "unknown table": 'format = 1\n[bank]\nid = "b"\ntitle = "B"\n«unknown-field»[[quetsion]]\n',
    "synonym alone": 'format = 1\n[bank]\nid="b"\ntitle="B"\n«synonyms»synonyms = [["a"]]\n',
    "synonyms flat": 'format = 1\n[bank]\nid="b"\ntitle="B"\n«type type»synonyms = ["a", "b"]\n',
    "distinct alone": 'format = 1\n[bank]\nid="b"\ntitle="B"\n«distinct»distinct = [["a", "A"]]\n',
    "distinct flat": 'format = 1\n[bank]\nid="b"\ntitle="B"\n«type type»distinct = ["a", "b"]\n',
    "distinct synonyms": 'format = 1\n[bank]\nid="b"\ntitle="B"\nsynonyms = [["a", "b", "c"]]\n'
    '«contradiction»distinct = [["C", "a"]]\n',
    "strict is text": 'format = 1\n[bank]\nid="b"\ntitle="B"\n«type»strict = "yes"\n',
    "control in title": 'format = 1\n[bank]\nid="b"\n«control»title = "B\\u001b[2J"\n',
    "bidi in title": 'format = 1\n[bank]\nid="b"\n«control»title = "B\u202e"\n',
    "zero width": 'format = 1\n[bank]\nid="b"\n«control»title = "B\u200bC"\n',
    "dotted": 'format = 1\nbank.id = "b"\nbank.title = "B"\n«unknown-field»bank.tilte = "C"\n',
    "quoted key": 'format = 1\n["bank"]\n"id" = "b"\n«type»"ti\\u0074le" = 7.5e400\n',
    "objectives": 'format=1\n[bank]\nid="b"\ntitle="B"\n[objectives]\n«type»"x" = 1\n',
}

PASSAGES = {
    "no id": '«missing-field»[[passage]]\ndigest = "D."\n',
    "nothing to show": '«missing-field»[[passage]]\nid = "p3"\n',
    "same id": '[[passage]]\n«duplicate-id»id = "p1"\ndigest = "D."\n',
    "paragraph": '[[passage]]\nid = "p3"\ndigest = "D."\n«paragraph»paragraph = -1\n',
    "fingerprint": '[[passage]]\nid = "p3"\ndigest = "D."\n«fingerprint»fingerprint = "sha1:ab"\n',
    "field": '[[passage]]\nid = "p3"\ndigest = "D."\n«unknown-field»sektion = "S"\n',
    "control": '[[passage]]\nid = "p3"\n«control»digest = """\nD.\n\\u0007"""\n',
}

COMMON = {
    "weight 0": "«weight»weight = 0\n",
    "weight below 0": "«weight»weight = -1.5\n",
    "weight nan": "«weight»weight = nan\n",
    "weight text": '«type»weight = "1"\n',
    "weight huge": f"«toml»weight = 1{'0' * 400}\n",
    "level": '«value»level = "hard"\n',
    "did you mean": '«unknown-field»hnit = "x"\n',
    "of another kind": '«unknown-field»options = ["x"]\n',
    "no passage": '«passage»support = [{ passage = "p9" }]\n',
    "support is a number": "«type»support = 1\n",
    "no passage in short": '«passage»support = "p9"\n',
    "evidence": '«evidence»support = [{ passage = "p1", evidence = ["The Sun"] }]\n',
    "one of two": '«evidence»support = [{ passage = "p1", evidence = ["Moon", "x y"] }]\n',
    "evidence in own text": '«evidence»support = [{ passage = "p2", evidence = "Moon" }]\n',
    "empty evidence": '«evidence»support = [{ passage = "p1", evidence = [" "] }]\n',
    "sentence 3 of 2": '«sentences»support = [{ passage = "p2", sentences = [3] }]\n',
    "sentence 0": '«sentences»support = [{ passage = "p1", sentences = [0] }]\n',
    "field of support": '«unknown-field»support = [{ passage = "p1", evidense = "Moon" }]\n',
    "below a header": '[[question.support]]\npassage = "p1"\n «evidence»evidence = "Mars"\n',
    "wrong without answers": '«empty-list»wrong = [{ feedback = "x" }]\n',
    "wrong empty": "«empty-list»wrong = [{ answers = [] }]\n",
    "wrong blank": '«empty-text»wrong = [{ answers = [" "] }]\n',
    "wrong below a header": '[[question.wrong]]\nanswers = "x"\n«unknown-field»fedback = "y"\n',
    "wrong misspelt": '«unknown-field unknown-field»wrong = { anwsers = "x", fedback = "y" }\n',
    "wrong and right": '«contradiction»wrong = [{ answers = ["A"] }]\n',
    "partial and right": '«contradiction»partial = [{ answers = ["a "] }]\n',
    "partial and wrong": 'partial = [{ answers = "c" }]\n'
    '«contradiction»wrong = [{ answers = "C" }]\n',
    "wrong of no ideas": "«empty-list»wrong = [{ ideas = [] }]\n",
    "wrong with an empty idea": '«empty-list»wrong = [{ ideas = [["x"], []] }]\n',
    "wrong with a blank wording": '«empty-text»wrong = [{ ideas = [["x", " "]] }]\n',
    "wrong out of order": '«order»wrong = [{ ideas = ["x"], ordered = true }]\n',
    "wrong with an open brace": '«braces»wrong = [{ answers = ["{x|y"] }]\n',
    "partial with an open brace": '«braces»partial = [{ ideas = [["z", "{x|y"]] }]\n',
    "idea without words": '«missing-field»ideas = [{ missing = "What?" }]\n',
    "idea with a field": '[[question.ideas]]\nsays = "x"\n«unknown-field»say = "y"\n',
    "idea that is a number of none": '[[question.ideas]]\nsays = "x"\n«type»by = [[]]\n',
    "ideas are text": '«type»ideas = "x"\n',
    "ordered alone": "«order»ordered = true\n",
    "ordered and need": 'ideas = ["x", "y"]\n«order»ordered = true\nneed = 1\n',
    "ordered and alone": 'ideas = ["x", {says = "y", alone = true}]\n«order»ordered = true\n',
    "need of no ideas": "«need»need = 1\n",
    "need of too many": 'ideas = ["x", "y"]\n«need»need = 3\n',
    "need besides alone": 'ideas = [{says = "x", alone = true}, "y"]\n«need»need = 2\n',
    "wrong needs too many": '«need»wrong = [{ ideas = ["x"], need = 2 }]\n',
    "a wording of nobody": '«type»ideas = [["x", {says = "y", by = 3.5e400}]]\n',
    "a wording with a field": '«unknown-field»ideas = [["x", {says = "y", bye = "z"}]]\n',
    "a wording without words": '«missing-field»ideas = [["x", {by = "z"}]]\n',
    "a blank name": '«empty-text»ideas = [["x", {says = "y", by = " "}]]\n',
    "alone is text": '«type»ideas = [{says = "x", alone = "yes"}]\n',
    "a brace closed twice": '«braces»ideas = [["x", "{x|y} }"]]\n',
    "part is text": '«type»part = "no"\n',
    "score 1": '«score»partial = [{ answers = ["b"], score = 1 }]\n',
    "score 0": '«score»partial = [{ answers = ["b"], score = 0.0 }]\n',
    "accept and reject": '«contradiction»tests = { accept = ["x"], reject = ["x"] }\n',
    "answer rejected": '«contradiction»tests = { reject = ["a"] }\n',
    "tests field": '«unknown-field»tests = { acept = ["x"] }\n',
    "was itself": '«duplicate-id»was = ["q1"]\n',
    "hint": "«type»hint = 3\n",
    "draft": '«type»draft = "yes"\n',
    "control": '«control»hint = "a\\u200fb"\n',
    "escape in a list": '«control»tags = ["a", "b\\u0008"]\n',
    "raw escape": '«control»hint = "a\x1b[2Jb"\n',
    "raw in lines": '«control»hint = """a\n\nb\x07c\n"""\n«weight»weight = 0\n',
    "raw in a comment": 'hint = "a" # «control»\x08\n',
    "in a list over lines": '«control»tags = [\n  "a", # one\n  "\\u009b" ]\n',
    "dotted keys": '«type»tests.accept = [["x"]]\n',
}

KINDS = {
    "no kind": '«missing-field»[[question]]\nid = "q1"\nprompt = "P?"\n',
    "unknown kind": ASK + '«kind»kind = "chioce"\nprompt = "P?"\n',
    "kind is a number": ASK + '«kind»kind = 3\nprompt = "P?"\n',
    "empty id": HEAD + '[[question]]\n«id»id = ""\nprompt = "P?"\nanswers = "a"\n',
    "items of no kind": '«missing-field»[[question]]\nid="q"\nprompt = "P?"\nitems = ["a", "b"]\n',
    "no prompt": HEAD + '«missing-field»[[question]]\nid="q"\nkind="text"\nanswers = "a"\n',
    "empty prompt": ASK + 'kind = "text"\n«empty-text»prompt = " "\nanswers = "a"\n',
    "no answers": HEAD + '«missing-field»[[question]]\nid = "q"\nkind = "text"\nprompt = "P?"\n',
    "answers empty": ASK + 'kind="text"\nprompt="P?"\n«empty-list»answers = []\n',
    "answers blank": ASK + 'kind="text"\nprompt="P?"\n«empty-text»answers = ["a", ""]\n',
    "answer and answers": ASK
    + 'kind="text"\nprompt="P?"\nanswers = "a"\n«unknown-field»answer = "a"\n',
    "options without a right one": ASK + 'prompt="P?"\n«correct-count»options = ["a", "b"]\n',
    "answer that is no option": ASK
    + 'prompt="P?"\n«correct-count»options = ["a", "b"]\nanswer = "c"\n',
    "number of text": ASK + 'kind="number"\nprompt="P?"\n«type»answer = "2"\n',
    "number inf": ASK + 'kind="number"\nprompt="P?"\n«number»answer = inf\n',
    "range upside down": ASK + 'kind="number"\nprompt="P?"\n«range»answer = [3, 2]\n',
    "range of three": ASK + 'kind="number"\nprompt="P?"\n«type»answer = [1, 2, 3]\n',
    "tolerance": ASK + 'kind="number"\nprompt="P?"\nanswer=1\n«tolerance»tolerance = "some"\n',
    "tolerance below 0": ASK + 'kind="number"\nprompt="P?"\nanswer=1\n«tolerance»tolerance = -1\n',
    "share of 0": ASK + 'kind="number"\nprompt="P?"\nanswer=0\n«tolerance»tolerance = "5%"\n',
    "date": ASK + 'kind="date"\nprompt="P?"\n«date»answer = "soon"\n',
    "date 30 February": ASK + 'kind="date"\nprompt="P?"\n«date»answer = "2021-02-30"\n',
    "date month 13": ASK + 'kind="date"\nprompt="P?"\n«date»answer = "2021-13"\n',
    "date time": ASK + 'kind="date"\nprompt="P?"\n«type»answer = 12:00:00\n',
    "items empty": ASK + 'kind="list"\nprompt="P?"\n«empty-list»items = []\n',
    "item empty": ASK + 'kind="list"\nprompt="P?"\n«empty-list»items = [["a"], []]\n',
    "items alike": ASK + 'kind="list"\nprompt="P?"\n«alike»items = ["Café", "cafe"]\n',
    "item of lines": ASK + 'kind="list"\nprompt="P?"\n«several-lines»items = ["a\\nb"]\n',
    "side of lines": ASK + 'kind="match"\nprompt="P?"\n«several-lines»pairs = ['
    '["a\\nb", "c"], ["d", "e"]]\n',
    "need too much": ASK + 'kind="list"\nprompt="P?"\nitems=["a","b"]\n«need»need = 3\n',
    "need 0": ASK + 'kind="list"\nprompt="P?"\nitems=["a","b"]\n«need»need = 0\n',
    "no gap": ASK + 'kind="cloze"\nprompt="P?"\n«gap-count»gaps = ["a"]\n',
    "two gaps, one": ASK + 'kind="cloze"\nprompt="___ and ___"\n«gap-count»gaps = ["a"]\n',
    "gaps alike": ASK + 'kind="cloze"\nprompt="___, ___"\n«alike»gaps = ["a", "A"]\n',
    "none correct": ASK + 'kind="choice"\nprompt="P?"\n'
    '«correct-count»options = [{text="a"},{text="b"}]\n',
    "two correct": ASK + 'kind="choice"\nprompt="P?"\n«correct-count»options = ['
    '{text="a", correct=true}, {text="b", correct=true}]\n',
    "one option": ASK + 'kind="choice"\nprompt="P?"\n'
    '«too-few»options = [{text="a", correct=true}]\n',
    "options alike": ASK + 'kind="choice"\nprompt="P?"\n«alike»options = ['
    '{text="The Moon", correct=true}, {text=" the moon"}]\n',
    "option over lines": ASK + 'kind="choice"\nprompt="P?"\n«several-lines»options = [\n'
    '  {text="a\\nb", correct=true},\n  {text="c"},\n]\n',
    "option empty": ASK + 'kind="choice"\nprompt="P?"\n«empty-text»options = ['
    '{text="", correct=true}, {text="c"}]\n',
    "option's field": ASK + 'kind="choice"\nprompt="P?"\n[[question.options]]\ntext="a"\n'
    'correct=true\n[[question.options]]\ntext="b"\n«unknown-field»corect = true\n',
    "none right": ASK + 'kind="multiple"\nprompt="P?"\n'
    '«correct-count»options = [{text="a"},{text="b"}]\n',
    "27 options": ASK + 'kind="order"\nprompt="P?"\n«too-many»items = ['
    + ", ".join(f'"{n}"' for n in range(27)) + "]\n",
    "boolean of text": ASK + 'kind="boolean"\nprompt="P?"\n«type»answer = "true"\n',
    "reason empty": ASK + 'kind="boolean"\nprompt="P?"\nanswer=true\n«empty-list»reason = []\n',
    "reason both": ASK + 'kind="boolean"\nprompt="P?"\nanswer=true\n'
    '«contradiction»reason = { answers = ["a"], wrong = [{ answers = ["A"] }] }\n',
    "order of one": ASK + 'kind="order"\nprompt="P?"\n«too-few»items = ["a"]\n',
    "order alike": ASK + 'kind="order"\nprompt="P?"\n«alike»items = ["a", "b", "A"]\n',
    "pair of three": ASK + 'kind="match"\nprompt="P?"\n'
    '«type»pairs = [["a", "b", "c"], ["d", "e"]]\n',
    "lefts alike": ASK + 'kind="match"\nprompt="P?"\n«alike»pairs = [["a", "b"], ["A", "c"]]\n',
    "rights alike": ASK + 'kind="match"\nprompt="P?"\n«alike»pairs = [["a", "b"], ["c", "b"]]\n',
    "extra fits": ASK + 'kind="match"\nprompt="P?"\npairs=[["a","b"],["c","d"]]\n'
    '«alike»extra = "B"\n',
    "no points": ASK + 'kind="points"\nprompt="P?"\n«empty-list»points = []\n',
    "need of points": ASK + 'kind="points"\nprompt="P?"\npoints=[{answers="a"}]\n«need»need = 2\n',
}  # fmt: skip

OTHERS = {
    "no question": "«empty»" + HEAD,
    "same id": PLAIN
    + '[[question]]\n «duplicate-id»id="q1"\nkind="text"\nprompt="P"\nanswers="b"\n',
    "was another's": PLAIN
    + '[[question]]\nid="q2"\nkind="text"\nprompt="P"\nanswers="b"\n«duplicate-id»was = "q1"\n',
    "question no array": HEAD + '«type»[question]\nid = "q1"\n',
    "question in one line": "«type»question = 3\n" + HEAD,
    "passage no array": '«type»passage = "x"\n'
    + 'format = 1\n[bank]\nid = "b"\ntitle = "B"\n'
    + PLAIN[len(HEAD) :],
    "toml": PLAIN + "hint = «toml»= 3\n",
    "toml key twice": PLAIN + 'hint = "a"\n«toml»hint = "b"\n',
    "after traps": PLAIN
    + 'explanation = """\n[[question]]\nid = \\"x\\" # no\n""" # [x]\n'
    + "tags = [ # ] [[question]]\n 'a]', \"b#\\\"\", '''c\n]''',\n]\n«weight»weight = 0\n",
    "after inline": PLAIN + 'tests = { accept = ["}", "]"] }\n«weight»weight = 0 # ok\n',
    "tab and space": PLAIN + "\t «weight»weight\t= 0\n",
}


def expected(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the (line, column, code) that they stand for."""
    wanted = []
    while mark := re.search("«([a-z -]+)»", text):
        before = text[: mark.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        wanted += [(line, column, code) for code in mark[1].split()]
        text = before + text[mark.end() :]
    return text, wanted


def cases() -> Iterator[ParameterSet]:
    for name, text in HEADS.items():
        tail = '[[question]]\nid = "q1"\nkind = "text"\nprompt = "P?"\nanswers = ["a"]\n'
        yield pytest.param(text + tail, id=f"head: {name}")
    for name, text in PASSAGES.items():
        tail = '[[question]]\nid = "q1"\nkind = "text"\nprompt = "P?"\nanswers = ["a"]\n'
        yield pytest.param(HEAD + text + tail, id=f"passage: {name}")
    for name, text in COMMON.items():
        yield pytest.param(PLAIN + text, id=f"common: {name}")
    for name, text in KINDS.items():
        yield pytest.param(text if text.startswith("format") else HEAD + text, id=f"kind: {name}")
    for name, text in OTHERS.items():
        yield pytest.param(text, id=name)


@pytest.mark.parametrize("marked", list(cases()))
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_problem_stands_at_its_place(loads: Loads, marked: str, ends: str) -> None:
    text, wanted = expected(marked)
    loaded = loads(text.replace("\n", ends))
    found = [(one.line, one.column, one.code) for one in loaded.problems]
    assert sorted(found) == sorted(wanted), loaded.problems
    assert loaded.bank is None
    assert all(one.message and one.remedy for one in loaded.problems)


def test_all_problems_of_a_question_are_reported_at_once(loads: Loads) -> None:
    text, wanted = expected(
        ASK
        + 'kind = "choice"\n«empty-text»prompt = ""\n«weight»weight = 0\n«value»level = "x"\n'
        + '«type»hint = 1\n«unknown-field»expl = "x"\n«passage»support = [{ passage = "p7" }]\n'
        + '«correct-count»options = [{ text = "a" }, { text = "b" }]\n'
        + '«contradiction»tests = { accept = ["x"], reject = ["x"] }\n'
    )
    found = [(one.line, one.column, one.code) for one in loads(text).problems]
    assert found == wanted


def test_a_question_of_no_kind_is_looked_at_all_the_same(loads: Loads) -> None:
    text, wanted = expected(ASK + '«kind»kind = "essay"\nprompt = "P?"\n«weight»weight = -1\n')
    assert [(one.line, one.column, one.code) for one in loads(text).problems] == wanted


@pytest.mark.parametrize(
    ("field", "meant"),
    [("promt", "prompt"), ("answer", "answers"), ("Hint", "hint"), ("suport", "support"),
     ("objectives", "objective"), ("explaination", "explanation"), ("levl", "level")],
)  # fmt: skip
def test_did_you_mean(loads: Loads, field: str, meant: str) -> None:
    problems = loads(PLAIN + f'{field} = "x"\n').problems
    assert any(f"did you mean {meant!r}?" in one.remedy for one in problems)


def test_a_newer_format_is_said_to_be_newer_and_nothing_else(loads: Loads) -> None:
    problems = loads('format = 2\n[bank]\nid = "b"\nnew = 1\n[[question]]\n').problems
    assert [(one.line, one.code) for one in problems] == [(1, "format")]
    assert "newer" in problems[0].message


def test_problems_stand_in_the_file_that_has_them(loads: Loads) -> None:
    body = '[[question]]\nid = "{}"\nkind = "text"\nprompt = "P"\nanswers = "a"\n'
    loaded = loads(
        {
            "bank.toml": HEAD,
            "a.toml": body.format("one"),
            "b.toml": body.format("two") + "weight = 0\n" + body.format("one"),
            "c.toml": '[[passage]]\nid = "x"\n' + body.format("three"),
            "notes.txt": "not a part of the bank",
        }
    )
    found = [(one.file.rsplit("/", 1)[1], one.line, one.code) for one in loaded.problems]
    assert found == [
        ("b.toml", 6, "weight"),
        ("b.toml", 8, "duplicate-id"),
        ("c.toml", 1, "unknown-field"),
    ]


def test_a_file_that_does_not_parse_hides_no_other(loads: Loads) -> None:
    loaded = loads({"bank.toml": HEAD + "x", "q.toml": '[[question]]\nid = "q"\nkind = "no"\n'})
    assert {one.code for one in loaded.problems} >= {"toml", "kind"}
