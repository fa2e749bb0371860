"""`quizapp new`: a bank that works at once, never half of one, never over another."""

import os
from pathlib import Path

import pytest
from cli.program import Done, quizapp

from quizapp.bank.load import load

TEXT = (
    "The first coffee house in London was opened by traders in 1652. News came there first.\n\n"
    "Caffeine is a bitter substance that keeps insects from the plant. It was found in 1819.\n"
)


def new(folder: Path, *words: str) -> Done:
    return quizapp(folder / "data", "new", *words, folder=folder)


def test_a_new_bank_can_be_studied(tmp_path: Path) -> None:
    done = new(tmp_path, "my-bank")
    assert done.status == 0, done.err
    asked = quizapp(tmp_path / "data", "study", "my-bank", "--plain", folder=tmp_path)
    assert "refrigerator" in asked.out
    assert quizapp(tmp_path / "data", "check", "--strict", "my-bank", folder=tmp_path).status == 0


def test_a_bank_of_a_text_has_its_passages_and_drafts(tmp_path: Path) -> None:
    (tmp_path / "coffee.txt").write_text(TEXT)
    done = new(tmp_path, "coffee", "--from", "coffee.txt")
    assert done.status == 0, done.err
    bank = load(tmp_path / "coffee").bank
    assert bank is not None
    assert [passage.text for passage in bank.passages] == TEXT.strip().split("\n\n")
    assert done.out.startswith(f"coffee: 2 passages, {len(bank.drafts)} drafted questions.")
    checked = quizapp(tmp_path / "data", "check", "coffee", folder=tmp_path)
    assert f"{len(bank.drafts)} questions are drafts" in checked.out
    study = quizapp(tmp_path / "data", "study", "coffee", "--plain", folder=tmp_path)
    assert "Take draft = true away" in study.err


@pytest.mark.parametrize("words", [(), ("--from", "coffee.txt")])
def test_a_new_bank_says_which_id_it_took(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "coffee.txt").write_text(TEXT)
    done = new(tmp_path, "My Bank", *words)
    assert "Its id is 'my-bank', after the folder" in done.out
    bank = load(tmp_path / "My Bank")
    assert bank.id == "my-bank"


def test_digests_that_are_to_be_written_are_named(tmp_path: Path) -> None:
    (tmp_path / "coffee.txt").write_text(TEXT)
    new(tmp_path, "coffee", "--from", "coffee.txt", "--digests")
    path = tmp_path / "coffee" / "bank.toml"
    questions = '[[question]]\nid = "q"\nprompt = "Where?"\nanswer = "London"\n'
    path.write_text(path.read_text() + questions)
    checked = quizapp(tmp_path / "data", "check", "coffee", folder=tmp_path).out
    assert "to-write: passage 'p01': the digest is still to be written" in checked
    assert "to-write: passage 'p02'" in checked


def test_editors_find_the_schema_beside_a_new_bank(tmp_path: Path) -> None:
    new(tmp_path, "my-bank")
    folder = tmp_path / "my-bank"
    assert '"$schema"' in (folder / "quizapp.schema.json").read_text()
    for file in folder.glob("*.toml"):
        assert file.read_text().startswith("#:schema ./quizapp.schema.json\n")


def test_a_book_gets_drafts_of_its_beginning(tmp_path: Path) -> None:
    paragraphs = (f"Ship {n} reached port in {1500 + n}, and nobody saw it." for n in range(303))
    (tmp_path / "book.txt").write_text("\n\n".join(paragraphs))
    done = new(tmp_path, "book", "--from", "book.txt")
    assert "303 passages" in done.out
    assert "the first 300 paragraphs" in done.err


def test_nothing_is_written_over_without_being_asked(tmp_path: Path) -> None:
    new(tmp_path, "my-bank")
    mine = tmp_path / "my-bank" / "questions.toml"
    mine.write_text("# mine\n")
    done = new(tmp_path, "my-bank")
    assert done.status == 1
    assert "--force" in done.err
    assert mine.read_text() == "# mine\n"
    assert new(tmp_path, "my-bank", "--force").status == 0
    assert "room" in mine.read_text()


def test_a_bank_that_cannot_be_written_whole_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = new(tmp_path, "deep/my-bank")
    assert done.status == 1
    assert "no space left" in done.err
    assert not (tmp_path / "deep").exists()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04 a Word file", "plain text"),
        (b"%PDF-1.7", "plain text"),
        (b"", "no text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\1\2\3\4\5\6", "not text"),
        (b"word " * 1_000_000, "larger than 4 MiB"),
        (b"word " * 30_000, "blank lines between"),
        (b"Title\n", "no paragraph"),
    ],
)
def test_what_is_no_essay_gets_a_reason_and_a_remedy(
    tmp_path: Path, content: bytes, says: str
) -> None:
    (tmp_path / "essay.txt").write_bytes(content)
    done = new(tmp_path, "my-bank", "--from", "essay.txt")
    assert done.status == 1
    assert says in done.err
    assert done.err.startswith("quizapp: essay.txt")
    assert not (tmp_path / "my-bank").exists()


def test_a_text_in_another_language_gives_its_passages(tmp_path: Path) -> None:
    (tmp_path / "sea.txt").write_text("海是咸的。\n\n陆地是干的。\n")
    done = new(tmp_path, "海", "--from", "sea.txt")
    assert done.status == 0
    assert "for English only" in done.err
    assert 'language = "zh"' in (tmp_path / "海" / "bank.toml").read_text()


def test_a_text_of_one_line_is_one_passage(tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text(TEXT.replace("\n", " "))
    done = new(tmp_path, "line", "--from", "line.txt")
    assert done.status == 0
    assert "one paragraph" in done.err


def test_options_for_a_text_need_one(tmp_path: Path) -> None:
    assert new(tmp_path, "my-bank", "--digests").status == 2
