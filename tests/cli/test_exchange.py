"""`quizapp export` and `quizapp import`: what they write, say, and refuse."""

import sys
from pathlib import Path

import pytest
from cli.program import Done, quizapp

from quizapp.bank.load import load

QUESTIONS = "::who:: Who wrote Emma? {=Jane Austen}\n\nOnly words.\n"


def run(folder: Path, *words: str) -> Done:
    return quizapp(folder / "data", *words, folder=folder)


def test_a_bank_is_printed_and_its_losses_are_told_apart(tmp_path: Path) -> None:
    done = run(tmp_path, "export", "tides", "--to", "gift")
    assert done.status == 0
    assert "::difference::" in done.out
    assert "difference: not carried: hint, tests, expects, ideas" in done.err
    assert "tides as gift: 30 questions" in done.err


def test_what_is_strict_ends_with_1_where_something_is_lost(tmp_path: Path) -> None:
    assert run(tmp_path, "export", "tides", "--to", "moodle", "--strict").status == 1
    (tmp_path / "a.gift").write_text(QUESTIONS)
    done = run(tmp_path, "import", "a.gift", "-o", "b", "--strict")
    assert done.status == 1
    assert "Only words.: left out: it is a description" in done.err
    assert (tmp_path / "b" / "bank.toml").exists()


def test_a_file_is_not_written_over_without_being_asked(tmp_path: Path) -> None:
    out = tmp_path / "t.xml"
    out.write_text("mine")
    assert run(tmp_path, "export", "tides", "--to", "moodle", "-o", "t.xml").status == 1
    assert out.read_text() == "mine"
    assert run(tmp_path, "export", "tides", "--to", "moodle", "-o", "t.xml", "--force").status == 0
    assert out.read_bytes().startswith(b"<?xml")


def test_an_archive_needs_a_file(tmp_path: Path) -> None:
    done = run(tmp_path, "export", "tides", "--to", "canvas")
    assert done.status == 2
    assert "-o FILE.zip" in done.err


def test_a_missing_extra_is_told_with_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "genanki", None)
    done = run(tmp_path, "export", "tides", "--to", "anki", "-o", "t.apkg")
    assert done.status == 1
    assert done.err.count("\n") == 1
    assert "pip install 'quizapp[anki]'" in done.err


def test_imported_questions_are_a_bank_that_works(tmp_path: Path) -> None:
    (tmp_path / "a.gift").write_text(QUESTIONS)
    (tmp_path / "a.txt").write_text("Q: How many?\nA: 24\n")
    done = run(tmp_path, "import", "a.gift", "a.txt", "-o", "novels")
    assert done.status == 0, done.err
    assert done.out.startswith("novels: 2 questions")
    bank = load(tmp_path / "novels").bank
    assert bank is not None
    assert [question.id for question in bank.questions] == ["how-many", "who"]
    assert sorted(path.name for path in (tmp_path / "novels").iterdir()) == [
        "a-2.toml", "a.toml", "bank.toml",
    ]  # fmt: skip


def test_drafts_are_added_to_a_bank_with_the_passage_that_settles_them(tmp_path: Path) -> None:
    run(tmp_path, "new", "fridge")
    (tmp_path / "more.txt").write_text(
        "Q: Where does a refrigerator give off its heat?\nA: to the kitchen\n"
        "Q: Who painted it?\nA: Rembrandt\n"
    )
    done = run(tmp_path, "import", "more.txt", "--into", "fridge")
    assert done.status == 0, done.err
    bank = load(tmp_path / "fridge").bank
    assert bank is not None
    heat, painter = bank.drafts
    assert heat.support[0].passage == "p01"
    assert "kitchen" in heat.support[0].evidence[0]
    assert heat.support[0].sentences == (2,)
    assert not painter.support
    again = run(tmp_path, "import", "more.txt", "--into", "fridge")
    assert again.status == 1
    assert "--force" in again.err


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xml", b'<!DOCTYPE q [<!ENTITY a "b">]><quiz>&a;</quiz>', "entities"),
        ("a.zip", b"PK\3\4", "archive"),
        ("a.txt", b"Only words.", "--format"),
        ("a.gift", b"Only words.", "no question"),
        ("a.docx", b"PK\3\4", "text"),
    ],
)
def test_what_cannot_be_imported_gets_a_reason(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    done = run(tmp_path, "import", name, "-o", "b")
    assert done.status == 1
    assert says in done.err
    assert not (tmp_path / "b").exists()


def test_where_to_must_be_said_once(tmp_path: Path) -> None:
    (tmp_path / "a.gift").write_text(QUESTIONS)
    assert run(tmp_path, "import", "a.gift").status == 2
    assert run(tmp_path, "import", "a.gift", "-o", "b", "--into", "tides").status == 2
    assert run(tmp_path, "export", "tides", "--to", "blocks").status == 2
