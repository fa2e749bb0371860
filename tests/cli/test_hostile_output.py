"""No control byte reaches the terminal, whatever the names, paths and arguments hold."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from cli.program import BANK, Done, quizapp, study
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.app.session_end import quoted
from quizapp.cli.main import COMMANDS
from quizapp.text import clean

EVIL = "x\x1b]0;t\x07\r\t\x08\x9b31m\u202e\u200b\u2066\udcff\x7fy"
RESPONSE = EVIL.replace("\r", "").replace("\udcff", "\ud7ff")


def shown(words: list[str]) -> str:
    """The words as a name of a test."""
    return " ".join(words).replace(EVIL, "EVIL")


WRONG_CALLS: list[list[str]] = [
    [EVIL],
    [f"--{EVIL}"],
    [f"--{EVIL}=1", "banks"],
    ["study", EVIL],
    ["study", "--count", EVIL],
    ["study", "--by", EVIL],
    ["study", "--mode", EVIL],
    ["study", "--paper", EVIL, "BANK"],
    ["study", "--section", EVIL, "BANK", "--plain"],
    ["study", "--resume", EVIL],
    ["study", "--confused", EVIL],
    ["scores", "--session", EVIL],
    ["scores", "--format", EVIL],
    ["scores", EVIL, EVIL],
    ["progress", EVIL],
    ["rule", EVIL, EVIL, "right"],
    ["rule", "SESSION", EVIL, "right"],
    ["rule", EVIL, EVIL, EVIL],
    ["banks", "--add", EVIL],
    ["check", EVIL],
    ["author", EVIL],
    ["author", "BANK"],
    ["grade", EVIL],
    ["grade", f"--{EVIL}"],
    ["attach", EVIL, EVIL],
    ["attach", "BANK", EVIL],
    ["settings", "--retention", EVIL],
    ["flags", EVIL, EVIL],
    ["items", EVIL, EVIL],
    ["items", "BANK", EVIL],
    ["items", "BANK", "--question", EVIL],
    ["suggest", EVIL],
    ["suggest", "BANK", "--question", EVIL],
    ["regrade", EVIL],
    ["new", "BANK"],
    ["completion", EVIL],
    ["help", EVIL],
    ["serve", EVIL],
    ["serve", "--host", EVIL],
    ["study", "BANK", "--answers", EVIL],
    ["study", "BANK", "--answers", "LOG"],
    ["gradebook", EVIL],
    ["new", "BANK"],
    ["new", f"{EVIL}other", "--from", EVIL],
    ["import", EVIL, "-o", f"{EVIL}other"],
    ["import", "COPY", "--format", EVIL, "-o", EVIL],
    ["import", "LOG", "--format", "gift", "--into", "BANK"],
    ["export", EVIL, "--to", "gift"],
    ["export", "BANK", "--to", EVIL],
    ["gradebook", "BANK", "--paper", EVIL],
    ["diff", EVIL, "BANK"],
    ["judge", EVIL],
    ["settings", "--judge", f"'{EVIL}"],
    ["rule", "--all", EVIL, "void"],
    ["rule", "--all", EVIL, EVIL],
    ["banks", "--remove", EVIL],
    ["export-log", "--format", EVIL],
    ["import-log", EVIL],
]
RESULTS: list[list[str]] = [
    ["--help"],
    ["scores"],
    ["scores", "--bank", EVIL],
    ["scores", "--session", "SESSION"],
    ["scores", "--bank", "BANK", "--missed"],
    ["scores", "--bank", "BANK", "--missed", "--format", "md"],
    ["progress", "BANK"],
    ["rule"],
    ["rule", "SESSION", "decoder", "right"],
    ["rule", "--all", "decoder", "right"],
    ["gradebook", "BANK"],
    ["new", f"{EVIL}new"],
    ["new", f"{EVIL}essay", "--from", "COPY"],
    ["import", "COPY", "-o", f"{EVIL}import"],
    ["export", "BANK", "--to", "gift"],
    ["export", "BANK", "--to", "markdown"],
    ["diff", "BANK", "BANK"],
    ["banks"],
    ["check", "BROKEN"],
    ["check", "BROKEN", "--format", "github"],
    ["check", "BANK"],
    ["schema"],
    ["grade", "--explain", "--prompt", EVIL, "--answer", EVIL, f"--response={EVIL}"],
    ["attach", "BANK", "COPY"],
    ["settings"],
    ["flags", "BANK"],
    ["items", "BANK"],
    ["items", "BANK", "--question", "decoder"],
    ["suggest", "BANK"],
    ["suggest", "BANK", "--write"],
    ["regrade", "BANK"],
    ["import-log", "LOG"],
]
TABLES: list[list[str]] = [
    ["scores"],
    ["scores", "--session", "SESSION"],
    ["progress", "BANK"],
    ["items", "BANK"],
    ["items", "BANK", "--question", "decoder"],
    ["flags"],
    ["gradebook", "BANK"],
    ["export-log"],
]
OBJECTS: list[list[str]] = [
    *TABLES[:-2],
    ["diff", "BANK", "BANK"],
    ["banks"],
    ["check", "BROKEN"],
    ["suggest", "BANK"],
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of hostile name, with banks, sessions and logs of hostile names in it."""
    place = tmp_path_factory.mktemp("hostile") / EVIL
    shutil.copytree(BANK, place / f"{EVIL}bank")
    broken = place / f"{EVIL}broken"
    shutil.copytree(BANK, broken)
    with (broken / "questions.toml").open("a") as file:
        file.write('[[question]]\nid = "a\\u001b]0;t"\nkind = "\\u0007"\n"k\\u009b" = "\\u202e"\n')
    (place / f"{EVIL}copy").write_text(f"no such text {RESPONSE}")
    (place / f"{EVIL}log").write_text(
        f'{{"type": "session", "id": "\\u001b]{"x" * 8}"}}\nno JSON\x1b'
    )
    for typed in (f"{RESPONSE}\n", "Karl von Frisch\n:void\n"):
        done = study(place, "--tag", "people", "--learner", EVIL, typed=typed)
        assert done.status == 0
    return place


def filled(words: list[str], place: Path, session: str) -> list[str]:
    """The words with what stands for a path or an id put in."""
    names = {
        name.upper(): str(place / f"{EVIL}{name}") for name in ("bank", "broken", "copy", "log")
    }
    return [{**names, "SESSION": session}.get(word, word) for word in words]


def printed(words: list[str], place: Path, *more: str) -> Done:
    """How the call ends, and what it prints to standard output and error."""
    session = quizapp(place, "scores", "--format", "json").json["sessions"][0]["id"]
    return quizapp(place, *filled(words, place, session), *more)


def is_clean(text: str) -> bool:
    """Whether nothing in it could act on a terminal, or hide."""
    return clean(text) == text


def test_every_command_is_called_with_hostile_words() -> None:
    called = {words[0] for words in WRONG_CALLS + RESULTS + TABLES} & set(COMMANDS)
    assert called == set(COMMANDS)


@pytest.mark.parametrize("words", WRONG_CALLS, ids=shown)
def test_what_is_wrong_with_a_call_is_told_clean(words: list[str], place: Path) -> None:
    status, out, err = printed(words, place)
    assert status in (1, 2)
    assert err
    assert is_clean(out + err), repr(out + err)


@pytest.mark.parametrize("words", RESULTS, ids=shown)
def test_results_are_told_clean(words: list[str], place: Path) -> None:
    status, out, err = printed(words, place)
    assert status in (0, 1)
    assert out + err
    assert is_clean(out + err), repr(out + err)


@pytest.mark.parametrize("words", OBJECTS, ids=shown)
def test_json_stays_json(words: list[str], place: Path) -> None:
    _, out, err = printed(words, place, "--format", "json")
    assert isinstance(json.loads(out), dict)
    assert is_clean(out + err)


@pytest.mark.parametrize("words", TABLES, ids=shown)
def test_csv_stays_csv(words: list[str], place: Path) -> None:
    _, out, _ = printed(words, place, "--format", "csv")
    assert len({len(row) for row in csv.reader(io.StringIO(out))}) == 1
    assert is_clean(out)


def test_a_log_is_clean_and_loses_nothing(place: Path) -> None:
    _, out, _ = printed(["export-log"], place)
    rows = [json.loads(line) for line in out.splitlines()]
    assert is_clean(out)
    assert RESPONSE in [row.get("response") for row in rows]
    assert EVIL.replace("\udcff", "?") in [row.get("learner") for row in rows]


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
@example(EVIL)
@example("it's a \\ back\nslash")
def test_a_command_to_be_typed_is_clean_and_means_what_it_says(word: str) -> None:
    typed = quoted(word)
    assert typed.isprintable()
    assert clean(typed) == typed
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("needs bash")
    said = subprocess.run([bash, "-c", f"printf %s {typed}"], capture_output=True, check=True)
    assert said.stdout == word.encode("utf-8", "surrogateescape")
