"""Where the meaning is plain, other ways to write a field mean the same."""

import pytest
from bank.writing import Loads, sound

HEAD = 'format = 1\n[bank]\nid = "b"\ntitle = "B"\n[[passage]]\nid = "p"\ndigest = "One. Two."\n'
ASK = '[[question]]\nid = "q"\nprompt = "P ___?"\n'

SAME = [
    ('kind = "text"\nanswers = "a"', 'kind = "text"\nanswers = ["a"]'),
    ('kind = "text"\nanswers = 1989', 'kind = "text"\nanswers = ["1989"]'),
    ('kind = "text"\nanswers = [1.5]', 'kind = "text"\nanswers = ["1.5"]'),
    ('kind = "text"\nanswers = "a"\ntags = "t"\nobjective = "o"\nwas = "w"',
     'kind = "text"\nanswers = ["a"]\ntags = ["t"]\nobjective = ["o"]\nwas = ["w"]'),
    ('kind = "text"\nanswers = "a"\nwrong = { answers = 3 }',
     'kind = "text"\nanswers = ["a"]\nwrong = [{ answers = ["3"] }]'),
    ('kind = "text"\nanswers = "a"\nsupport = { passage = "p", evidence = "One", sentences = 1 }',
     'kind = "text"\nanswers = ["a"]\n'
     'support = [{ passage = "p", evidence = ["One"], sentences = [1] }]'),
    ('kind = "text"\nanswers = "a"\ntests = { accept = "a", reject = 7 }',
     'kind = "text"\nanswers = ["a"]\ntests = { accept = ["a"], reject = ["7"] }'),
    ('kind = "date"\nanswer = 1989', 'kind = "date"\nanswer = "1989"'),
    ('kind = "date"\nanswer = 2021-12-23', 'kind = "date"\nanswer = "2021-12-23"'),
    ('kind = "date"\nanswer = 2021-12-23T10:00:00Z', 'kind = "date"\nanswer = "2021-12-23"'),
    ('kind = "list"\nitems = ["a", ["b", "c"]]', 'kind = "list"\nitems = [["a"], ["b", "c"]]'),
    ('kind = "cloze"\ngaps = "a"', 'kind = "cloze"\ngaps = [["a"]]'),
    ('kind = "boolean"\nanswer = true\nreason = "x"',
     'kind = "boolean"\nanswer = true\nreason = { answers = ["x"] }'),
    ('kind = "points"\npoints = [{ answers = "a" }]',
     'kind = "points"\npoints = [{ answers = ["a"] }]'),
    ('kind = "match"\npairs = [["a", 1], ["b", 2]]\nextra = 3',
     'kind = "match"\npairs = [["a", "1"], ["b", "2"]]\nextra = ["3"]'),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "full"), SAME)
def test_means_the_same(loads: Loads, plain: str, full: str) -> None:
    questions = [sound(loads(HEAD + ASK + text + "\n")).questions for text in (plain, full)]
    assert questions[0] == questions[1]
    assert len(questions[0]) == 1


def test_drafts_are_kept_apart(loads: Loads, good: str) -> None:
    bank = sound(loads(good.replace('id = "gap"', 'id = "gap"\ndraft = true')))
    assert [question.id for question in bank.drafts] == ["gap"]
    assert "gap" not in [question.id for question in bank.questions]
