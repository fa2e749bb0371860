"""What a new version of a bank changes, from files or from a git revision."""

import os
import subprocess
from pathlib import Path

import pytest
from cli.program import quizapp

OLD = """\
format = 1
[bank]
id = "tea"
title = "Tea"
[[question]]
id = "leaf"
kind = "text"
prompt = "What is tea made from?"
answers = ["leaves"]
[[question]]
id = "heat"
kind = "number"
prompt = "At what temperature does water boil?"
answer = 100
[[question]]
id = "land"
kind = "text"
prompt = "Where does tea come from?"
answers = ["China"]
hint = "East."
[[question]]
id = "cup"
kind = "text"
prompt = "What is it drunk from?"
answers = ["a cup"]
[[question]]
id = "pot"
kind = "text"
prompt = "What is it made in?"
answers = ["a pot"]
"""
EDITS = (
    ("made from?", "made of?"),
    ("water boil?", "water boil, in Celsius?"),
    ("answer = 100", "answer = 100\ntolerance = 1"),
    ('["China"]', '["China", "Assam"]'),
    ('id = "cup"', 'id = "vessel"\nwas = ["cup"]'),
    ('id = "pot"', 'id = "kettle"'),
)
TOLD = """\
added:     kettle
removed:   pot
reworded:  leaf: prompt
reworded and re-keyed: heat: prompt, tolerance
re-keyed:  land: answers
changed:   vessel (was cup): id, was

land: Assam: wrong 0 -> correct 1
Responses kept here that would get another verdict: 1.
"""


def edited() -> str:
    text = OLD
    for before, after in EDITS:
        assert before in text
        text = text.replace(before, after, 1)
    return text


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A store with one answer that the newer key accepts."""
    bank = tmp_path / "study.toml"
    bank.write_text(OLD.replace('id = "land"', 'id = "land"\ntags = ["asked"]'))
    data = tmp_path / "data"
    words = ("study", str(bank), "--plain", "--tag", "asked")
    assert "Score: 0 of 1" in quizapp(data, *words, typed="Assam\n").out
    return data


def test_of_two_files_every_change_is_told_by_its_kind(data: Path, tmp_path: Path) -> None:
    (tmp_path / "old.toml").write_text(OLD)
    (tmp_path / "new.toml").write_text(edited())
    done = quizapp(data, "diff", "old.toml", "new.toml")
    assert (done.status, done.out) == (0, TOLD)
    told = quizapp(data, "diff", "old.toml", "new.toml", "--format", "json").json
    assert (told["added"], told["removed"]) == (["kettle"], ["pot"])
    assert told["changed"][1] == {
        "question": "heat",
        "was": "",
        "fields": ["prompt", "tolerance"],
        "reworded": True,
        "rekeyed": True,
    }
    assert [each["response"] for each in told["responses"]] == ["Assam"]


def test_the_same_twice_differs_in_nothing(data: Path, tmp_path: Path) -> None:
    (tmp_path / "old.toml").write_text(OLD)
    out = quizapp(data, "diff", "old.toml", "old.toml").out
    assert out.startswith("No question differs.\n")


@pytest.mark.parametrize("folder", [True, False])
def test_the_older_may_be_a_git_revision(folder: bool, data: Path, tmp_path: Path) -> None:
    project = tmp_path / "course"
    bank = project / "tea" if folder else project / "tea.toml"
    (bank if folder else project).mkdir(parents=True)
    head, _, questions = OLD.partition("[[question]]")
    files = {
        bank / "bank.toml": head,
        bank / "more.toml": f"[[question]]{questions}",
    }
    files = files if folder else {bank: OLD}
    for path, text in files.items():
        path.write_text(text)
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    for words in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "First")):
        subprocess.run(["git", "-C", str(project), *words], check=True, env=env)
    last = list(files)[-1]
    text = edited()
    last.write_text(text[text.index("[[question]]") :] if folder else text)
    done = quizapp(data, "diff", "HEAD", str(bank))
    assert (done.status, done.out) == (0, TOLD), done.err
    for name in ("no-such-revision", "HEAD:tea"):
        done = quizapp(data, "diff", name, str(bank))
        assert done.status in (1, 2)
        assert "There is no bank" in done.err or "is not in the revision" in done.err
