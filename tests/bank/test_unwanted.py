"""Drafts that are not wanted go from the files of a bank, and nothing else does."""

from pathlib import Path

import pytest

from quizapp.bank.edit import CannotEdit, write
from quizapp.bank.load import load
from quizapp.bank.unwanted import without_drafts

HEAD = '# About the bank.\n\nformat = 1\n\n[bank]  # its head\nid = "b"\ntitle = "B"\n'
HEAD += '[[passage]]\nid = "q"\ntext = "D."\n'


def asked(name: str, more: str = "") -> str:
    return (
        f'[[question]]\nid = "{name}"  # of {name}\nkind = "text"\nprompt = "What is {name}?"\n'
        f'answers = ["{name}"]\nsupport = [{{ passage = "q", evidence = "D." }}]\n{more}'
    )


def draft(name: str) -> str:
    wrong = f'[[question.wrong]]\nanswers = ["no {name}"]\nfeedback = """\n[[question]]\n"""\n'
    return asked(name, f"ideas = [\n# A comment.\n['{name}']\n]\ndraft = true\n\n{wrong}")


def left(path: Path, only: Path | None = None) -> int:
    contents, count = without_drafts(load(path), only)
    write(contents)
    return count


def test_drafts_go_and_all_else_stands_as_it_stood(tmp_path: Path) -> None:
    file = tmp_path / "b.toml"
    file.write_text(
        f"{HEAD}\n# On the draft.\n{draft('x')}\n# On a.\n{asked('a')}\n{draft('y')}\n"
        f'# On the passage.\n[[passage]]\nid = "p"\ndigest = "D."\n\n{draft("z")}\n# The end.\n'
    )
    assert left(file) == 3
    assert file.read_text() == (
        f"{HEAD}\n# On a.\n{asked('a')}\n"
        '# On the passage.\n[[passage]]\nid = "p"\ndigest = "D."\n\n# The end.\n'
    )


def test_a_bank_without_drafts_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "b.toml"
    file.write_text(f"{HEAD}\n{asked('a')}")
    assert without_drafts(load(file)) == ({}, 0)


def test_comments_at_the_top_of_a_file_stay(tmp_path: Path) -> None:
    (tmp_path / "bank.toml").write_text(HEAD)
    (tmp_path / "more.toml").write_text(f"#:schema ./s.json\n# About it.\n{draft('x')}")
    assert left(tmp_path) == 1
    assert (tmp_path / "more.toml").read_text() == "#:schema ./s.json\n# About it.\n"


def test_of_one_file_only_its_own_drafts_go(tmp_path: Path) -> None:
    (tmp_path / "bank.toml").write_text(f"{HEAD}\n{asked('a')}\n{draft('x')}")
    (tmp_path / "more.toml").write_text(draft("y"))
    assert left(tmp_path, only=tmp_path / "more.toml") == 1
    loaded = load(tmp_path)
    assert loaded.bank is not None
    assert [one.id for one in loaded.bank.drafts] == ["x"]


def test_nothing_reveals_a_draft_that_is_gone(tmp_path: Path) -> None:
    (tmp_path / "bank.toml").write_text(
        f"{HEAD}\n" + asked("a", 'reveals = ["x", "c"]  # said\n') + asked("c", 'reveals = ["x"]\n')
    )
    (tmp_path / "more.toml").write_text(draft("x"))
    assert left(tmp_path) == 1
    loaded = load(tmp_path)
    assert loaded.bank is not None, loaded.problems
    assert [one.reveals for one in loaded.bank.questions] == [("c",), ()]
    assert "# said" in (tmp_path / "bank.toml").read_text()


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    file = tmp_path / "b.toml"
    text = f"{HEAD}\n{asked('a')}\n{draft('x')}"
    file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert left(file) == 1
    kept = f"{HEAD}\n{asked('a')}".replace("\n", "\r\n")
    assert file.read_bytes() == b"\xef\xbb\xbf" + kept.encode() + b"\r\n"


def test_drafts_that_cannot_be_told_apart_are_left_to_the_author(tmp_path: Path) -> None:
    file = tmp_path / "b.toml"
    inline = '{ id = "x", kind = "text", prompt = "P?", answers = ["a"], draft = true }'
    file.write_text(f"question = [{inline}]\n{HEAD}")
    with pytest.raises(CannotEdit, match="by hand"):
        without_drafts(load(file))
