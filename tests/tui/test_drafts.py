"""Drafts: kept in a file by session, forgotten when sent, never in the way."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Any
from uuid import UUID

import pytest
from tui.driving import ready, shown, studying

from quizapp.app.drafts import AT_MOST, FOLDER, Drafts
from quizapp.kinds.text import Text
from quizapp.store import row_statements
from quizapp.tui.screens import quiz

ONE, TWO = (str(UUID(int=number)) for number in (0xA1, 0xA2))


def written(data: Path, session: str) -> Drafts:
    drafts = Drafts(data, session)
    drafts.set("q", "half a th")
    drafts.write()
    return drafts


def test_a_draft_is_there_again(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, ONE)
    drafts.set("q", "half a th")
    drafts.write()
    assert Drafts(tmp_path, ONE).get("q") == "half a th"
    assert Drafts(tmp_path, TWO).get("q") == ""


def test_what_was_sent_leaves_no_file(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, ONE)
    drafts.set("q", "x")
    drafts.write()
    drafts.set("q", " ")
    drafts.write()
    assert not drafts.any
    assert list((tmp_path / FOLDER).iterdir()) == []


def test_what_is_typed_while_a_draft_is_written_is_written_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = written(tmp_path, ONE)
    replace = os.replace

    def replaced(*paths: Path) -> None:
        drafts.set("q", "half a thought")
        replace(*paths)

    drafts.set("q", "half a thou")
    monkeypatch.setattr(os, "replace", replaced)
    drafts.write()
    monkeypatch.undo()
    assert Drafts(tmp_path, ONE).get("q") == "half a thou"
    drafts.write()
    assert Drafts(tmp_path, ONE).get("q") == "half a thought"


def test_without_a_folder_nothing_is_written(tmp_path: Path) -> None:
    drafts = Drafts(None, ONE)
    drafts.set("q", "x")
    drafts.write()
    assert drafts.get("q") == "x"
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    for content in (b"", b"\xff", b"[1]", b'{"q": 1}', b"[" * 100_000):
        (tmp_path / FOLDER / f"{ONE}.json").write_bytes(content)
        assert Drafts(tmp_path, ONE).get("q") == ""


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    drafts = Drafts(tmp_path, ONE)
    drafts.set("q", "x")
    drafts.write()
    assert drafts.get("q") == "x"


def test_the_oldest_go(tmp_path: Path) -> None:
    for number in range(AT_MOST + 3):
        written(tmp_path, str(UUID(int=number)))
    assert len(list((tmp_path / FOLDER).iterdir())) == AT_MOST


def test_a_draft_of_an_older_version_is_there_again(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / f"{ONE}.json").write_text('{"q": "half a th"}')
    assert Drafts(tmp_path, ONE).get("q") == "half a th"


@pytest.mark.parametrize(
    "name",
    [
        "../../victim/precious",
        "{victim}/precious",
        "..",
        "",
        "\0",
        "a" * 300,
        ONE.upper(),
        ONE + "\n",
    ],
)
def test_no_file_is_named_by_what_is_no_identifier(name: str, tmp_path: Path) -> None:
    victim, data = tmp_path / "victim", tmp_path / "data"
    victim.mkdir()
    (data / FOLDER).mkdir(parents=True)
    (victim / "precious.json").write_text('{"q": "mine"}')
    drafts = written(data, name.format(victim=victim))
    assert drafts.get("q") == "half a th"
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [victim / "precious.json"]
    assert (victim / "precious.json").read_text() == '{"q": "mine"}'


def test_only_drafts_are_ever_deleted(tmp_path: Path) -> None:
    folder = tmp_path / FOLDER
    folder.mkdir()
    others = {
        **{f"list {number}.json": '{"q": "x"}' for number in range(40)},
        **{f"{UUID(int=1000 + number)}.json": "[]" for number in range(40)},
        f"{UUID(int=2000)}.json": json.dumps({"session": ONE, "drafts": {"q": "x"}}),
    }
    for name, content in others.items():
        (folder / name).write_text(content)
    for number in range(AT_MOST + 3):
        written(tmp_path, str(UUID(int=number)))
    left = {each.name: each.read_text() for each in folder.iterdir()}
    assert others.items() <= left.items()
    assert len(left) == len(others) + AT_MOST


async def test_an_answer_is_kept_while_the_session_of_its_draft_still_is(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add, grade = row_statements.add_rows, Text.grade

    def slowly(pause: float, do: Callable[..., Any]) -> Callable[..., Any]:
        def done(*args: Any) -> Any:
            sleep(pause)
            return do(*args)

        return done

    # The draft's session is being kept when the answer comes to be.
    monkeypatch.setattr(quiz, "WRITE_AFTER", 0.2)
    monkeypatch.setattr(Text, "grade", slowly(0.3, grade))
    monkeypatch.setattr("quizapp.store.sqlite.add_rows", slowly(0.4, add))
    async with studying(data, "text") as (app, pilot):
        await pilot.press("x", "enter")
        await ready(pilot)
        assert "✗ Wrong" in shown(app)
