"""Banks that were mutated at random: read, checked, planned and graded without harm."""

import re
import time
from pathlib import Path

import pytest
from bank.conftest import GOOD
from hypothesis import given, settings
from hypothesis import strategies as st
from tripwire import tripwire

from quizapp.bank.check import check
from quizapp.bank.find import find, glance
from quizapp.bank.load import load
from quizapp.bank.model import contexts
from quizapp.kinds import KINDS
from quizapp.planning.plan import NothingToAsk
from quizapp.planning.request import SessionRequest
from quizapp.session.begin import begin

SECONDS = 2.0
TEXTS = st.sampled_from([
    "", " ", "\\n", "\\u0000", "\\u001b[2J", "\\u202e", "\\ud7ff", "é", "ß", "١٢", "½", "1939-1945",
    "1687-13", "1987-Sep", "0000", "99999 BC", "44 BC", "20th century", "-1", "1e999", "5%", "nan%",
    "___", "a; b", "true", "../../x", "~nosuchuser", "/dev/zero", "x" * 5000, "a " * 2000,
    "%s{0}", "((((((((", "[[[[", "sha256:", "=1+1", "and or not",
])  # fmt: skip
VALUES = st.one_of(
    TEXTS.map('"{}"'.format),
    st.integers().map(str),
    st.integers(300, 5000).map(lambda digits: "9" * digits),
    st.integers(16, 6000).map(lambda digits: "0x" + "f" * digits),
    st.floats().map(lambda figure: repr(figure).replace("+", "")),
    st.sampled_from(["true", "false", "inf", "-inf", "nan", "1979-05-27", "07:32:00", "[]", "{}"]),
    st.sampled_from(["1979-05-27T07:32:00-08:00", "[[]]", "[{}]", '[""]', "[1, 2]", "[nan, 1]"]),
    TEXTS.map('[{{ answers = ["{0}"], feedback = "{0}" }}]'.format),
    TEXTS.map('{{ answers = "{}", score = 0.5 }}'.format),
    TEXTS.map('[["{0}", "b"], "{0}"]'.format),
    st.tuples(TEXTS, st.integers(2, 300)).map(lambda each: f"{[each[0]] * each[1]}"),
)
NAMES = st.sampled_from(
    sorted({name for kind in KINDS.values() for name in kind.__struct_fields__} | {"kind"})
)
TOKEN = re.compile(r'"""|"(?:[^"\\\n]|\\.)*"|[\w-]+|\s+|.', re.DOTALL)
LINE = re.compile(r"^([\w\"-]+) = .*$", re.MULTILINE)
RESPONSES = ["", "the Moon", "1687-13", "3", "a; b; c", "true because", "9" * 400, "\ud800", "\0"]


def replaced_value(draw: st.DrawFn, text: str) -> str:
    """Another value for a key, or a new key beside it."""
    lines = list(LINE.finditer(text))
    found = draw(st.sampled_from(lines or list(re.finditer("^", text))))
    name = draw(NAMES) if draw(st.integers(0, 3)) == 0 or not lines else found[1]
    line = f"{name} = {draw(VALUES)}"
    kept = found[0] + "\n" if name != found[0].split(" = ")[0] else ""
    return text[: found.start()] + kept + line + text[found.end() :]


def replaced_token(draw: st.DrawFn, text: str) -> str:
    """A token left out, doubled, or put where another stood."""
    tokens = TOKEN.findall(text) or [""]
    at, other = (draw(st.integers(0, len(tokens) - 1)) for _ in range(2))
    tokens[at] = draw(st.sampled_from(["", tokens[at] * 2, tokens[other], "[", "]", "{", '"""']))
    return "".join(tokens)


def moved_block(draw: st.DrawFn, text: str) -> str:
    """A table left out, or there several times."""
    blocks = text.split("\n\n")
    at = draw(st.integers(0, len(blocks) - 1))
    blocks[at : at + 1] = [blocks[at]] * draw(st.sampled_from([0, 2, 3, 50]))
    return "\n\n".join(blocks)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The sound bank with one to four mutations: of values, tokens, tables, and then of bytes."""
    text = GOOD
    for _ in range(draw(st.integers(1, 4))):
        ways = [replaced_value, replaced_value, replaced_token, moved_block]
        text = draw(st.sampled_from(ways))(draw, text)
    content = text.encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 3)) == 0 and content:
        at = draw(st.integers(0, len(content) - 1))
        content = content[:at] + draw(st.binary(max_size=4)) + content[at + 1 :]
    return content


def used(path: Path) -> None:
    """Everything that is done with a bank before and while it is studied."""
    assert glance(path).path == path
    find([path.parent])
    loaded = load(path)
    problems = check(loaded)
    assert loaded.bank is not None or problems
    for problem in problems:
        assert problem.message.isprintable()
        assert len(problem.message) < 2000
    if loaded.bank is None:
        return
    for mode in ("learn", "exam", "read"):
        try:
            begin(loaded.bank, None, SessionRequest(mode=mode, seed=1))
        except NothingToAsk:
            continue
    context = contexts(loaded.bank)
    for question in loaded.bank.questions[:15]:
        offer = question.offer(1)
        for response in (*RESPONSES, question.model_answer()):
            verdict = question.grade(context(question), question.read(offer, response))
            assert 0 <= verdict.score <= 1


def harmless(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with tripwire(path.parent) as touched:
        begun = time.process_time()
        used(path)
        took = time.process_time() - begun
    assert took < SECONDS
    assert touched == []


@settings(max_examples=100)
@given(mutated())
def test_a_mutated_bank_does_no_harm(tmp_path: Path, content: bytes) -> None:
    harmless(tmp_path / "bank.toml", content)


@pytest.mark.slow
@pytest.mark.long
@settings(max_examples=10_000)
@given(mutated())
def test_ten_thousand_mutated_banks_do_no_harm(tmp_path: Path, content: bytes) -> None:
    harmless(tmp_path / "bank.toml", content)


HEAD = 'format = 1\n[bank]\nid = "b"\ntitle = "B"\n'
QUESTION = '[[question]]\nid = "q"\nkind = "text"\nprompt = "P?"\nanswers = ["a"]\n'
LARGE = {
    "empty questions": (HEAD + "[[question]]\n" * 1_000_000, "400,000 values"),
    "questions": (HEAD + "[[question]]\n" * 20_000, "20,000 questions; it may have 10,000"),
    "passages": (HEAD + QUESTION + "[[passage]]\n" * 10_001, "10,001 passages"),
    "problems": (HEAD + "[[question]]\n" * 2_000, "and 3,000 more problems"),
    "unknown keys": (HEAD + QUESTION + "".join(f"k{n} = 1\n" for n in range(3000)), "2,000 more"),
    "unknown tables": (HEAD + QUESTION + "".join(f"[k{n}]\n" for n in range(3000)), "2,000 more"),
    "evidence": (
        HEAD + '[[passage]]\nid = "p"\ntext = "' + "ebb and flow " * 7000 + '"\n' + QUESTION
        + f"support = {{ passage = 'p', evidence = {['moon'] * 5000} }}\n",
        "'moon' is not in the text",
    ),
    "a long passage": (
        HEAD + QUESTION + '[[passage]]\nid = "p"\ntext = "' + "x" * 100_001 + '"\n',
        "longer than 100,000 characters",
    ),
    "objectives": (
        HEAD + '[objectives]\no = "x"\n' + QUESTION
        + f"objective = {[str(n) for n in range(3000)]}\n",
        "more problems",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), LARGE.values(), ids=LARGE)
def test_a_bank_that_is_too_large_is_refused_soon_and_its_problems_are_counted(
    tmp_path: Path, text: str, said: str
) -> None:
    begun = time.process_time()
    (tmp_path / "bank.toml").write_text(text)
    problems = check(load(tmp_path / "bank.toml"))
    assert time.process_time() - begun < SECONDS
    assert said in problems[-1].message
    assert len(problems) <= 1001


def test_errors_are_listed_before_advice_where_there_are_many_problems(tmp_path: Path) -> None:
    text = HEAD + "".join(QUESTION.replace('"q"', f'"q{n}"') for n in range(1500))
    (tmp_path / "bank.toml").write_text(text + 'tests = { accept = ["z"] }\n')
    problems = check(load(tmp_path / "bank.toml"), each=True)
    assert sum(problem.severity == "error" for problem in problems) == 1
    assert (problems[-1].message, problems[-1].severity) == ("and 2,000 more problems", "advice")


def many(count: int, lines: str) -> str:
    """A bank of `count` questions with these lines."""
    ask = '[[question]]\nid = "q{}"\nprompt = "P {}?"\nanswers = ["z"]\n'
    return HEAD + "".join(ask.format(n, n) + lines for n in range(count))


def listed(count: int, form: str = '"a{}"') -> str:
    """A list of so many different values."""
    return ", ".join(map(form.format, range(count)))


NEAR_THE_LIMIT = {
    "answers": HEAD + QUESTION.replace('"a"', listed(390_000)),
    "ideas": many(3_900, "ideas = [" + listed(45, '["a{}"]') + "]\n"),
    "wrong": many(3_900, "wrong = [" + listed(22, '{{ answers = ["w{}"] }}') + "]\n"),
    "gaps": HEAD + '[[question]]\nid = "g"\nprompt = "' + "___ " * 380_000 + '"\n'
    "gaps = [" + listed(380_000) + "]\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("text", NEAR_THE_LIMIT.values(), ids=NEAR_THE_LIMIT)
def test_a_bank_near_the_limit_loads_within_two_seconds(tmp_path: Path, text: str) -> None:
    (tmp_path / "bank.toml").write_text(text)
    begun = time.process_time()
    assert load(tmp_path / "bank.toml").problems == ()
    assert time.process_time() - begun < 2
