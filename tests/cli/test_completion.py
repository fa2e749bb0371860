"""What Tab offers, in Python and in the shells themselves; the manual page; help on topics."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli.program import environment, quizapp

from quizapp.bank.find import shipped
from quizapp.cli.commands.help import topics
from quizapp.cli.main import COMMANDS
from tools.reference import manual

SECTION = "Two bulges"


def offered(data: Path, *words: str, shell: str = "zsh") -> list[str]:
    """What the last of the words may become."""
    typed = "".join(f"{word}\n" for word in words)
    done = quizapp(data, "completion", shell, "--words", typed=typed)
    assert (done.status, done.err) == (0, "")
    return done.lines


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("stu",), ["study"]),
        (("study", "ti"), ["tides"]),
        (("study", "tides", "--sec"), ["--section"]),
        (("study", "tides", "--section", "two"), [SECTION]),
        (("study", "tides", "--section", "=", "two"), [SECTION]),
        (("study", "--section", "two", "tides"), ["tides"]),
        (("study", "tides", "--paper", ""), ["mock"]),
        (("study", "tides", "--mode", "e"), ["exam"]),
        (("study", "tides", "--count", ""), []),
        (("--plain", "stu"), ["study"]),
        (("--data", "x", "stu"), ["study"]),
        (("--pl",), ["--plain"]),
        (("scores", "--bank", "s"), ["sino-russian-defence"]),
        (("items", "tides", ""), []),
        (("items", "tides", "--question", "moon-sun"), ["moon-sun-stronger"]),
        (("import-log", ""), []),
        (("help", "exam"), []),
        (("help", "how you"), ["how you stand"]),
        (("completion", "f"), ["fish"]),
        (("no-such", ""), []),
        (("study", "no-such-bank", "--section", ""), []),
    ],
)
def test_what_may_come_next(words: tuple[str, ...], found: list[str], tmp_path: Path) -> None:
    assert offered(tmp_path / "data", *words) == found


def test_everything_is_offered_where_nothing_is_typed(tmp_path: Path) -> None:
    assert offered(tmp_path / "data", "") == list(COMMANDS)
    assert SECTION in offered(tmp_path / "data", "study", "tides", "--section", "")
    assert offered(tmp_path / "data", "study", "tides", "--tag", "")
    assert offered(tmp_path / "data", "study", "tides", "--section", "two", shell="bash") == [
        f"'{SECTION}'"
    ]


DRIVEN = {
    "bash": """\
source {script}
complete -p quizapp >/dev/null || exit 1
COMP_WORDS=(quizapp study tides --section tw); COMP_CWORD=4
_quizapp
printf '%s\\n' "${{COMPREPLY[@]}}"
""",
    "zsh": """\
compdef() {{ :; }}
compadd() {{ shift; eval 'print -rl -- "${{'$1'[@]}}"'; }}
source {script}
words=(quizapp study tides --section tw); CURRENT=5
_quizapp
""",
    "fish": """\
source {script}
complete -C 'quizapp study tides --section tw'
""",
}


@pytest.mark.parametrize("shell", DRIVEN)
def test_the_shell_itself_offers_a_section(shell: str, tmp_path: Path) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "script"
    script.write_text(quizapp(tmp_path / "data", "completion", shell).out)
    program = tmp_path / "quizapp"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m quizapp "$@"\n')
    program.chmod(0o755)
    driver = tmp_path / "driver"
    driver.write_text(DRIVEN[shell].format(script=script))
    env = environment(
        tmp_path / "data", HOME=str(tmp_path), PATH=f"{tmp_path}:{os.environ['PATH']}"
    )
    done = subprocess.run(
        [shell, str(driver)], env=env, capture_output=True, text=True, timeout=60, check=False
    )
    said = f"'{SECTION}'" if shell == "bash" else SECTION
    assert done.stdout.strip().replace("\\ ", " ") == said, done.stderr


def test_the_manual_page_is_what_the_options_say() -> None:
    page = shipped("docs") / "quizapp.1"
    assert page.read_text() == manual(), "run: python tools/reference.py"


def test_the_manual_page_is_one_that_man_can_show() -> None:
    if shutil.which("mandoc") is None:
        pytest.skip("mandoc is not installed")
    page = str(shipped("docs") / "quizapp.1")
    lint = subprocess.run(
        ["mandoc", "-T", "lint", "-W", "error", page], capture_output=True, text=True, check=False
    )
    assert lint.stdout == ""
    shown = subprocess.run(["mandoc", "-T", "utf8", page], capture_output=True, check=True)
    assert b"gradebook" in shown.stdout


def test_help_lists_all_topics(tmp_path: Path) -> None:
    told = quizapp(tmp_path / "data", "help").out
    assert all(f"  {topic}\n" in told for topic in topics())
    assert {"studying", "marks", "the log", "ideas: what an answer must mean"} <= set(topics())


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("marks",), 0, "--paper ID"),
        (("study",), 0, "usage: quizapp study"),
        (("How", "you", "STAND"), 0, "mastery"),
        (("how", "you"), 0, "mastery"),
        (("studyin",), 0, "Answering"),
        (("mraks",), 2, "Did you mean marks?"),
        (("ideas",), 0, "what an answer must mean"),
        (("drafts",), 0, "draft = true"),
        (("cloze",), 0, "___"),
        (("xyzzy",), 2, "`quizapp help` lists topics."),
    ],
)
def test_help_on_a_topic(words: tuple[str, ...], status: int, said: str, tmp_path: Path) -> None:
    done = quizapp(tmp_path / "data", "help", *words)
    assert (done.status, said in done.out + done.err) == (status, True), done
    assert "```" not in done.out
