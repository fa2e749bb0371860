"""Additions to a bank's files: they are there, and everything else stands as it stood."""

import os
import stat
from difflib import unified_diff
from pathlib import Path

import pytest

from quizapp.bank.edit import Addition, CannotEdit, Field, added, edited, write
from quizapp.bank.find import shipped
from quizapp.bank.load import load
from quizapp.bank.model import Bank, Loaded

HEAD = 'format = 1\n[bank]\nid = "x"\ntitle = "X"\n'
QUESTION = '[[question]]\nid = "a"  # stays\nkind = "text"\nprompt = "P?"\n'
NEXT = (
    '\n# About the next one.\n[[question]]\nid = "b"\nkind = "text"\nprompt = "Q?"\nanswers = "q"\n'
)
WORDS = 'a "quoted" \\ word'
QUOTED = '"a \\"quoted\\" \\\\ word"'


def bank_of(loaded: Loaded) -> Bank:
    assert loaded.bank is not None, loaded.problems
    return loaded.bank


def written(tmp_path: Path, text: str) -> Loaded:
    path = tmp_path / "x.toml"
    path.write_bytes(text.encode())
    loaded = load(path)
    assert loaded.problems == ()
    return loaded


CASES: dict[str, tuple[str, Field, list[str]]] = {
    "to a list on a line": ('answers = ["x"]  # one\n', "answers", [f'+answers = ["x", {QUOTED}]']),
    "to a list on lines": (
        'answers = [\n  "x",  # one\n  "y",\n]  # two\n',
        "answers",
        [f"+  {QUOTED},"],
    ),
    "to an answer alone": ('answers = "x"  # one\n', "answers", [f'+answers = ["x", {QUOTED}]']),
    "the first wrong": (
        'answers = "x"\n',
        "wrong",
        [f'+wrong = [{{ answers = [{QUOTED}], feedback = "" }}]'],
    ),
    "one more wrong": (
        'answers = "x"\nwrong = [{ answers = "n", feedback = "f" }]\n',
        "wrong",
        [
            '+wrong = [{ answers = "n", feedback = "f" }, '
            f'{{ answers = [{QUOTED}], feedback = "" }}]'
        ],
    ),
    "one more table of wrong": (
        'answers = "x"\n[[question.wrong]]\nanswers = "n"\nfeedback = "f"\n',
        "wrong",
        ["+", "+[[question.wrong]]", f"+answers = [{QUOTED}]", '+feedback = ""'],
    ),
    "the first test": (
        'answers = "x"\n[[question.wrong]]\nanswers = "n"\n',
        "reject",
        [f"+tests = {{ reject = [{QUOTED}] }}"],
    ),
    "another sort of test": (
        'answers = "x"\n[question.tests]\naccept = ["x"]  # this\n',
        "reject",
        [f"+reject = [{QUOTED}]"],
    ),
}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("case", CASES)
def test_only_what_is_added_changes(case: str, ends: str, tmp_path: Path) -> None:
    rest, field, plus = CASES[case]
    text = (HEAD + QUESTION + rest + NEXT).replace("\n", ends)
    loaded = written(tmp_path, text)
    contents = edited(loaded, [Addition("a", field, WORDS)])
    (after,) = contents.values()
    told = after.decode()
    assert ("\r" in told) == (ends == "\r\n")
    assert told.count("\n") == told.count(ends)
    changed = [
        line.split("  #")[0].rstrip()
        for line in unified_diff(text.splitlines(), told.splitlines(), lineterm="", n=0)
        if line.startswith("+") and not line.startswith("+++")
    ]
    assert sorted(changed) == sorted(plus)
    assert told.count("#") == text.count("#")
    before = bank_of(loaded)
    assert bank_of(load(loaded.path, contents)).questions == (
        added(before.questions[0], field, WORDS),
        before.questions[1],
    )


@pytest.mark.parametrize("name", ["tides", "sino-russian-defence"])
def test_a_shipped_bank_keeps_every_other_line(name: str) -> None:
    loaded = load(shipped() / name)
    bank = bank_of(loaded)
    asked = [one for one in bank.questions if one.kind == "text"][:12]
    additions = [Addition(one.id, "answers", "zzz") for one in asked]
    additions += [Addition(one.id, "wrong", "yyy") for one in asked]
    contents = edited(loaded, additions)
    for path, content in contents.items():
        lines = set(content.decode().splitlines())
        lost = [line for line in path.read_text().splitlines() if line not in lines]
        assert len(lost) <= 2 * len(asked)
        assert all(line.startswith(("answers = ", "wrong = ")) for line in lost)
    after = {one.id: one for one in bank_of(load(loaded.path, contents)).questions}
    for one in bank.questions:
        wanted = added(added(one, "answers", "zzz"), "wrong", "yyy") if one in asked else one
        assert after.get(one.id, wanted) == wanted


def test_a_byte_order_mark_and_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + QUESTION + 'answers = "x"\n').encode())
    path.chmod(0o640)
    (tmp_path / "link.toml").symlink_to(path)
    loaded = load(tmp_path / "link.toml")
    write(edited(loaded, [Addition("a", "answers", "y")]))
    assert path.read_bytes().startswith(b"\xef\xbb\xbfformat")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert (tmp_path / "link.toml").is_symlink()
    assert bank_of(load(path)).questions[0].accepted() == ("x", "y")
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_what_cannot_be_edited_is_left(tmp_path: Path) -> None:
    text = HEAD + QUESTION + 'answers = "x"\n[question.wrong]\nanswers = "n"\n'
    loaded = written(tmp_path, text)
    with pytest.raises(CannotEdit, match=r"write it as \[\[question.wrong\]\]"):
        edited(loaded, [Addition("a", "wrong", "m")])
    assert loaded.path.read_text() == text


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    loaded = written(tmp_path, HEAD + QUESTION + 'answers = "x"\n')
    contents = edited(loaded, [Addition("a", "answers", "y")])
    tmp_path.chmod(0o500)
    with pytest.raises(CannotEdit, match="cannot be written"):
        write(contents)
    tmp_path.chmod(0o700)
