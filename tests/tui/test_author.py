"""The author's screen: what is saved is seen, answers are graded, `e` opens the editor."""

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from tui.driving import LARGE, press, ready, shown, until

from quizapp.app.launch import Launch
from quizapp.planning.request import SessionRequest
from quizapp.tui.app import QuizApp
from quizapp.tui.screens.author import editor_command, run_editor

HEAD = (
    'format = 1\n[bank]\nid = "b"\ntitle = "Bread"\n[[passage]]\nid = "p"\ntext = "Salt slows."\n'
)
QUESTIONS = (
    '[[question]]\nid = "rise"\nprompt = "What makes dough rise?"\nanswer = "yeast"\n'
    'wrong = { "salt" = "It slows the yeast." }\ntests = { accept = ["the yeast"], '
    'reject = ["sugar"] }\n'
    '[[question]]\nid = "which"\nprompt = "Which slows it?"\noptions = ["*salt", "sugar"]\n'
)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "bread"
    folder.mkdir()
    (folder / "bank.toml").write_text(HEAD, encoding="utf-8")
    (folder / "dough.toml").write_text(QUESTIONS, encoding="utf-8")
    return folder


def author(data: Path, bank: Path, question: str = "") -> QuizApp:
    return QuizApp(Launch(data, bank, SessionRequest(), "", author=question))


async def says(pilot: Pilot[None], words: str) -> None:
    await until(pilot, lambda: words in shown(pilot.app))


def save(path: Path, text: str) -> None:
    """Save it, a second later than it was."""
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 10**9))


async def test_a_question_stands_with_its_answers_graded(data: Path, bank: Path) -> None:
    async with author(data, bank).run_test(size=LARGE) as pilot:
        await says(pilot, "What makes dough rise?")
        for words in ("Bread", "1/2", "rise · text · dough.toml, line 1", "✓ yeast", "✗ sugar"):
            await says(pilot, words)
        for words in ("step by step", "foreseen"):
            assert words not in shown(pilot.app)
        assert "incomplete" in shown(pilot.app)
        await press(pilot, ["n"])
        assert "a  " in shown(pilot.app)
        assert "Which slows it?" in shown(pilot.app)
        await press(pilot, ["p"])
        assert "What makes dough rise?" in shown(pilot.app)


async def test_a_typed_answer_is_graded_step_by_step(data: Path, bank: Path) -> None:
    async with author(data, bank).run_test(size=LARGE) as pilot:
        await says(pilot, "What makes dough rise?")
        await press(pilot, ["enter"])
        await press(pilot, "it is salt")
        await says(pilot, "wrong 1")
        assert "wrong:" in shown(pilot.app)
        await press(pilot, ["escape"])
        assert not isinstance(pilot.app.focused, Input)


async def test_a_figure_tries_an_answer_of_the_bank(data: Path, bank: Path) -> None:
    async with author(data, bank).run_test(size=LARGE) as pilot:
        await says(pilot, "1  ✓ the yeast")
        await press(pilot, ["2"])
        await says(pilot, "Graded step by step")
        assert "wrong:" in shown(pilot.app)
        await press(pilot, ["n"])
        await says(pilot, "1  ✓ salt")


async def test_what_is_saved_is_seen_and_the_changed_question_comes_up(
    data: Path, bank: Path
) -> None:
    async with author(data, bank).run_test(size=LARGE) as pilot:
        await says(pilot, "What makes dough rise?")
        save(bank / "dough.toml", QUESTIONS.replace("Which slows it?", "Which holds it back?"))
        await says(pilot, "Which holds it back?")
        save(bank / "dough.toml", QUESTIONS.replace('["sugar"]', '["yeast, I think"]'))
        await says(pilot, "should be wrong")
        assert "self-test" in shown(pilot.app)


async def test_an_error_is_told_and_the_last_sound_question_stays(data: Path, bank: Path) -> None:
    async with author(data, bank).run_test(size=LARGE) as pilot:
        await says(pilot, "What makes dough rise?")
        save(bank / "dough.toml", QUESTIONS.replace('"yeast"', "“yeast”"))
        await says(pilot, "these are curly quotes")
        page = shown(pilot.app)
        assert "1 problem to fix" in page
        assert "dough.toml, line 4" in page
        assert "What makes dough rise?" in page
        save(bank / "dough.toml", QUESTIONS)
        await until(pilot, lambda: "curly" not in shown(pilot.app))


async def test_a_bank_that_cannot_be_read_is_told_from_the_start(data: Path, bank: Path) -> None:
    (bank / "bank.toml").unlink()
    async with author(data, bank).run_test(size=LARGE) as pilot:
        await says(pilot, "the folder has no bank.toml")
        await press(pilot, ["n", "e"])
        save(bank / "bank.toml", HEAD)
        await says(pilot, "What makes dough rise?")


async def test_it_begins_with_the_question_that_was_named(data: Path, bank: Path) -> None:
    async with author(data, bank, "whi").run_test(size=LARGE) as pilot:
        await says(pilot, "Which slows it?")
        await press(pilot, ["escape"])
    assert pilot.app.return_code == 0


async def test_where_no_editor_can_be_opened_the_place_is_told(data: Path, bank: Path) -> None:
    async with author(data, bank).run_test(size=LARGE, notifications=True) as pilot:
        await says(pilot, "What makes dough rise?")
        await ready(pilot)
        await press(pilot, ["e"])
        await says(pilot, "No editor can be opened")


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+7", "q.toml"]),
        ("emacs -nw", ["emacs", "-nw", "+7", "q.toml"]),
        ("/usr/bin/code --wait", ["/usr/bin/code", "--wait", "--goto", "q.toml:7"]),
        ("hx", ["hx", "q.toml:7"]),
        ("'no end", ["'no end", "+7", "q.toml"]),
        ("", ["vi", "+7", "q.toml"]),
    ],
)
def test_the_editor_is_opened_at_the_line(
    monkeypatch: pytest.MonkeyPatch, editor: str, command: list[str]
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    assert editor_command(Path("q.toml"), 7) == command


def test_an_editor_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "Set EDITOR" in run_editor([str(tmp_path / "none"), "+1", "q.toml"])
