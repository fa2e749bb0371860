"""The front door keeps its word: every command in the README does what it says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from glob import glob
from pathlib import Path

import pytest
from cli.program import Done, quizapp

from quizapp import __version__
from quizapp.report.classical_test_theory import Figures, Whole
from quizapp.report.progress import Part
from quizapp.report.scores import ResponseScore, SessionScore
from quizapp.store.rows import EventRow, RegradeRow, ResponseRow, RulingRow, SessionRow
from tools.reference import reference

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [README, *(page.read_text() for page in (ROOT / "docs").glob("*.md"))]
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def shell_lines(page: str) -> list[str]:
    """The commands in the shell blocks of a page, without their comments."""
    return [
        line.split("  #")[0].strip()
        for block in re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
        for line in block.splitlines()
        if line.strip()
    ]


FIRST_TWO = shell_lines(README)[:2]
COMMANDS = sorted({line for page in PAGES for line in shell_lines(page)} - {*FIRST_TWO, "quizapp"})


@pytest.fixture
def learner(tmp_path: Path) -> Path:
    """A folder with all that the README's commands name."""
    (tmp_path / "answers.jsonl").write_text(
        '{"question": "moon-sun-stronger", "response": "the Moon"}\n'
    )
    (tmp_path / "answers.txt").write_text("the Moon\ntwo\nspring\nneap\n1992\n")
    tides = next(
        block for block in re.findall(r"```toml\n(.*?)```", README, re.DOTALL) if "[bank]" in block
    )
    (tmp_path / "my-banks").mkdir()
    (tmp_path / "my-banks" / "bread.toml").write_text(tides)
    from quizapp.bank.find import shipped
    from quizapp.bank.load import load

    bank = load(shipped() / "tides").bank
    assert bank is not None
    copy = "\n\n".join(" ".join(passage.text.split()) for passage in bank.passages)
    (tmp_path / "my-copy.txt").write_text(copy)
    (tmp_path / "essay.txt").write_text(copy)
    shutil.copytree(shipped() / "tides", tmp_path / "old-tides")
    (tmp_path / "questions.gift").write_text("::who:: Who wrote Emma? {=Jane Austen}\n")
    (tmp_path / "drafts.txt").write_text("Q: Who wrote Emma?\nA: Jane Austen\n")
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "ada.jsonl").write_text('{"type": "log", "version": 1, "source": ""}\n')
    return tmp_path


def run(command: str, folder: Path) -> Done:
    """Run a line of the README in `folder` as a shell would, without a terminal."""
    call, _, file = command.partition(" < ")
    words = [
        word
        for pattern in shlex.split(call)[1:]
        for word in sorted(glob(pattern, root_dir=folder)) or [pattern]
    ]
    typed = (folder / file).read_text() if file else ""
    return quizapp(folder / "data", *words, typed=typed, folder=folder)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(command: str, learner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if "judge" in command:
        # A model runner that finds that nothing says the same.
        runner = learner / "bin" / "ollama"
        runner.parent.mkdir()
        runner.write_text("#!/bin/sh\nread -r case && echo '{\"same\": false}'\n")
        runner.chmod(0o755)
        monkeypatch.setenv("PATH", str(runner.parent), prepend=os.pathsep)
        run(next(each for each in COMMANDS if "--judge" in each), learner)
    if "--resume" in command or "scores" in command:
        run("quizapp study tides --plain --seed 1 --count 5 < answers.txt", learner)
    if "--resume" in command:
        run("quizapp study tides --plain --seed 2 --count 9 < answers.txt", learner)
    if "--into my-bank" in command:
        run("quizapp new my-bank", learner)
    done = run(command, learner)
    assert done.status == 0, done.err
    assert "Traceback" not in done.err


def test_the_bare_command_without_a_terminal_names_the_banks(learner: Path) -> None:
    done = run("quizapp", learner)
    assert done.status == 2
    assert "tides" in done.err


def test_the_json_cases_are_graded(learner: Path) -> None:
    cases = re.search(r"```json\n(.*?)```", FORMATS, re.DOTALL)
    assert cases is not None
    (learner / "cases.jsonl").write_text(cases[1])
    done = run("quizapp grade cases.jsonl", learner)
    assert done.status == 0, done.out
    assert done.out.count('"accept": true') == cases[1].count('"id"')


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("session", SessionScore._fields),
        ("response", ResponseScore._fields),
        ("section, objective", Part._fields),
        ("whole", Whole._fields),
        ("item", {"question", "kind", *Figures._fields, "overruled", "seconds"}),
        ("`session`", {*SessionRow._fields} - {"id", "stamp"}),
        ("`response`", {*ResponseRow._fields} - {"id", "stamp"}),
        ("`ruling`", {*RulingRow._fields} - {"id", "stamp"}),
        ("`event`", {*EventRow._fields} - {"id", "stamp"}),
        ("`regrade`", {*RegradeRow._fields} - {"id", "stamp"}),
    ],
)
def test_every_field_that_is_printed_is_described(name: str, fields: Iterable[str]) -> None:
    row = next(line for line in FORMATS.splitlines() if line.startswith(f"| {name} |"))
    assert set(fields) <= set(re.findall(r"`(\w+)`", row))


def test_the_two_first_commands_are_the_two_that_are_needed() -> None:
    assert FIRST_TWO[0].endswith("bin/quizapp")
    assert FIRST_TWO[1].endswith("bin/pytest")
    assert README.index(FIRST_TWO[1]) < len("\n".join(README.splitlines()[:24]))


def test_the_installed_program_starts() -> None:
    script = Path(sys.executable).with_name("quizapp")
    if not script.exists():
        pytest.skip("the project is not installed beside this interpreter")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"quizapp {__version__}\n"


@pytest.mark.slow
def test_the_first_command_installs_and_starts(tmp_path: Path) -> None:
    """As typed, on a copy of the project; without a terminal it names the banks that it found."""
    index = subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(tmp_path), "tomli"],
        capture_output=True,
        check=False,
    )
    if index.returncode:
        pytest.skip("no package index can be reached")
    project = tmp_path / "project"
    left_out = shutil.ignore_patterns(".git", ".venv", "*cache*", "build", "dist")
    shutil.copytree(ROOT, project, ignore=left_out)
    done = subprocess.run(
        FIRST_TWO[0],
        shell=True,
        cwd=project,
        env={**os.environ, "QUIZAPP_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=280,
    )
    assert done.returncode == 2, done.stderr
    assert "sino-russian-defence" in done.stderr


def test_the_command_reference_is_what_the_options_say() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == reference(), "run: python tools/reference.py"


def test_the_front_door_is_short() -> None:
    assert len(README.splitlines()) <= 120
