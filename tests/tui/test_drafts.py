"""Drafts: kept in a file by session, forgotten when sent, never in the way."""

from pathlib import Path

from quizapp.drafts import AT_MOST, FOLDER, Drafts


def test_a_draft_is_there_again(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, "one")
    drafts.set("q", "half a th")
    drafts.write()
    assert Drafts(tmp_path, "one").get("q") == "half a th"
    assert Drafts(tmp_path, "two").get("q") == ""


def test_what_was_sent_leaves_no_file(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, "one")
    drafts.set("q", "x")
    drafts.write()
    drafts.set("q", " ")
    drafts.write()
    assert not drafts.any
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_without_a_folder_nothing_is_written(tmp_path: Path) -> None:
    drafts = Drafts(None, "one")
    drafts.set("q", "x")
    drafts.write()
    assert drafts.get("q") == "x"
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    for content in (b"", b"\xff", b"[1]", b'{"q": 1}', b"[" * 100_000):
        (tmp_path / FOLDER / "one.json").write_bytes(content)
        assert Drafts(tmp_path, "one").get("q") == ""


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    drafts = Drafts(tmp_path, "one")
    drafts.set("q", "x")
    drafts.write()
    assert drafts.get("q") == "x"


def test_the_oldest_go(tmp_path: Path) -> None:
    for number in range(AT_MOST + 3):
        drafts = Drafts(tmp_path, f"s{number:03}")
        drafts.set("q", "x")
        drafts.write()
    assert len(list((tmp_path / FOLDER).iterdir())) == AT_MOST
