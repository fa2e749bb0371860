"""What holds for any bytes and any text."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomli
from bank.writing import Write
from hypothesis import example, given
from hypothesis import strategies as st

import quizapp.kinds
from quizapp.bank.attach import match
from quizapp.bank.fingerprint import fingerprint
from quizapp.bank.load import load
from quizapp.bank.model import Bank, Passage
from quizapp.bank.passage import locate
from quizapp.bank.positions import places
from quizapp.bank.sentences import sentences

VALUES = st.sampled_from(
    ["1", "0", "-1", "true", '""', '"x"', '"\\u0000"', "[]", "[1]", "{}", "[{}]", "[[]]", "nan",
     "inf",
     '["a", 1]', "1979-05-27", "07:32:00", '{ answers = [] }', '[{ answers = "x" }]', "9" * 4000,
     '[["a"], "b"]', '[["a", "b"]]', '"""\n[[question]]\n"""', '{ text = "a", correct = true }']
)  # fmt: skip
FIELDS = st.sampled_from(
    re.findall(
        r"\w+",
        """id prompt kind support hint explanation objective level tags weight strict wrong partial
        tests shuffle draft was answers answer tolerance unit items need ordered gaps options reason
        pairs extra points title text digest""",
    )
)
KINDS = st.sampled_from([*quizapp.kinds.KINDS, "none"])
TABLES = st.sampled_from(["[[question]]", "[[passage]]", "[bank]", "[source]", "[objectives]"])


@st.composite
def banks(draw: st.DrawFn) -> str:
    """Files that look like banks, with anything in any field."""
    lines = ["format = 1"]
    for _ in range(draw(st.integers(0, 4))):
        lines.append(draw(TABLES))
        lines.append(f'kind = "{draw(KINDS)}"')
        fields = draw(
            st.dictionaries(FIELDS.filter(lambda name: name != "kind"), VALUES, max_size=8)
        )
        lines += [f"{name} = {value}" for name, value in fields.items()]
    return "\n".join(lines)


@given(banks() | st.binary(max_size=400))
@example(b"\xff\xfe")
@example("[[question]]\nkind = 'match'\npairs = []\nwrong = [{answers = 'x'}]")
def test_loading_never_raises(write: Write, content: str | bytes) -> None:
    loaded = load(write(content if isinstance(content, bytes) else content.encode("utf-8")))
    assert loaded.bank is not None or loaded.problems
    for problem in loaded.problems:
        assert problem.line >= 0
        assert problem.code
        assert problem.message
        assert "\x1b" not in problem.message + problem.remedy


KEY = st.sampled_from(["a", "b", "c", '"a b"', '"\\u0061"', "'q#'", "d-e", '"]"', "1"])
SCALAR = st.sampled_from(
    ["1", '"x"', '"# ["', "'['", '"\\""', '"""\n[[a]]\na = 1\n"""', "'''\n[b]\n'''", '"""a"""""',
     "[1, # ]\n 2]", "[[1], ['''\n]''']]", "{ a = 1, b = ['}'] }", "''", '""', '"\\\\"', "true # x"]
)  # fmt: skip
STATEMENT = st.one_of(
    st.builds("{} = {}".format, KEY, SCALAR),
    st.builds("{}.{} = {}".format, KEY, KEY, SCALAR),
    st.builds("[{}]".format, KEY),
    st.builds("[[{}]]".format, KEY),
    st.builds("[[{}.{}]]".format, KEY, KEY),
    st.builds("  [ {} . {} ]  # c".format, KEY, KEY),
    st.sampled_from(["", "# [x]", "  \t", "# '''"]),
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """TOML that parses: statements that do not fit the ones before are left out."""
    text = ""
    for statement in draw(st.lists(STATEMENT, max_size=12)):
        try:
            tomli.loads(text + statement + "\n")
        except tomli.TOMLDecodeError:
            continue
        text += statement + "\n"
    return text


@given(documents(), st.sampled_from(["\n", "\r\n"]))
def test_a_place_is_never_wrong(text: str, ends: str) -> None:
    """What stands above the line that a place names does not have the key, the line has it."""
    data = tomli.loads(text)
    known = places(text.replace("\n", ends), data)
    assert known.offsets or not data
    lines = text.split("\n")
    for path in known.offsets:
        line, column = known.at(path)
        written = lines[line - 1][column - 1 :]
        name = next(step for step in reversed(path) if isinstance(step, str))
        parts = re.findall(r'"[^"]*"|\'[^\']*\'|[\w-]+', written.split("=")[0])
        decoded = [tomli.loads(f"{part} = 0").popitem()[0] for part in parts]
        assert name in decoded, (path, written)
        # What stands above this line alone does not know this path yet.
        above = "\n".join(lines[: line - 1])
        try:
            before = tomli.loads(above)
        except tomli.TOMLDecodeError:
            raise AssertionError(f"{path} lies within a value that is not closed") from None
        assert not leads(before, path), (path, line)
    for path in ways(data):
        assert path in known.offsets, path


def leads(data: Any, path: tuple[str | int, ...]) -> bool:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def ways(data: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way that headers and keys can name: tables and lists of tables, not inline ones."""
    for key in data:
        yield (*path, key)


def plainly(text: str) -> str:
    """The frozen rule, word by word."""
    text = unicodedata.normalize("NFKD", text)
    text = "".join(char for char in text if unicodedata.category(char)[0] != "M")
    text = re.sub(r"\[[0-9]+\]", "", text).casefold()
    folded = " ".join(re.findall(r"[^\W_]+", text))
    return "sha256:" + hashlib.sha256(folded.encode()).hexdigest()


@given(st.text() | st.text(alphabet="aÄßﬁ [12]\n\t_.é\u0301ﾞ½Ⅷ“"))
@example("region.[2] Next")
@example("a[２]b")
def test_the_fingerprint_is_the_frozen_rule(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    assert fingerprint(text) == plainly(text)


def fold(words: list[str]) -> str:
    return "".join(char for char in "".join(words) if char.isalnum())


WORDS = st.from_regex(r"[a-gé][a-gé\-,.']{0,8}", fullmatch=True)
PARAGRAPHS = st.lists(
    st.lists(WORDS, min_size=4, max_size=30).filter(lambda ws: len(fold(ws)) > 8),
    min_size=1, max_size=5, unique_by=fold,
)  # fmt: skip


@given(PARAGRAPHS, st.integers(1, 12), st.sampled_from(["", "\n"]), st.sampled_from(["\n", "\r\n"]))
def test_a_copy_is_recognised_however_it_is_wrapped(
    paragraphs: list[list[str]], width: int, blank: str, ends: str
) -> None:
    texts = [" ".join(words) for words in paragraphs]
    passages = tuple(
        Passage(id=f"p{n}", digest="d", fingerprint=fingerprint(text))
        for n, text in enumerate(texts)
    )
    bank = Bank("b", "B", Path("b"), "", (), passages)
    wrapped = [
        ends.join(" ".join(words[at : at + width]) for at in range(0, len(words), width))
        for words in paragraphs
    ]
    copy = match(bank, ("Heading" + ends) + (ends + blank).join(wrapped))
    assert copy.differ == ()
    assert copy.paragraphs == {f"p{n}": text for n, text in enumerate(texts)}


@given(st.text(alphabet='ab AB.!?…[1]"”’()\n 3é'))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    spans = sentences(text)
    left, at = "", 0
    for start, end in spans:
        assert at <= start < end
        left += text[at:start]
        at = end
        assert text[start:end] == text[start:end].strip()
    assert not (left + text[at:]).strip()


@given(st.text(max_size=30), st.text(min_size=1, max_size=10), st.text(max_size=30))
def test_words_of_a_text_are_found_in_it(before: str, words: str, after: str) -> None:
    text = before + words + after
    if words.strip():
        span = locate(text, words)
        assert span is not None
        assert 0 <= span[0] < span[1] <= len(text)
