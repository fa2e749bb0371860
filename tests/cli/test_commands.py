"""Every command but study: what it prints, and how it ends."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from cli.program import BANK, ROOT, quizapp, started, study

from quizapp.cli.main import COMMANDS

SESSION = [
    "id",
    "bank",
    "mode",
    "learner",
    "started",
    "finished",
    "asked",
    "answered",
    "correct",
    "close",
    "partial",
    "wrong",
    "score",
    "out_of",
    "percent",
    "seconds",
    "unsure",
]
RESPONSE = ["question", "response", "outcome", "score", "ruling", "seconds", "at", "unsure"]


def test_scores_of_nothing_teach_how_to_begin(data: Path) -> None:
    assert "quizapp study" in quizapp(data, "scores").out
    assert quizapp(data, "scores", "--format", "json").json == {"sessions": []}
    assert not data.exists()


def test_scores_are_stable_json_newest_first(data: Path) -> None:
    for answer in ("Karl von Frisch", "Lorenz"):
        study(data, "--tag", "people", "--count", "1", typed=answer + "\n")
    shown = quizapp(data, "scores", "--format", "json").json["sessions"]
    assert [list(row) for row in shown] == [SESSION, SESSION]
    assert [row["percent"] for row in shown] == [0, 100]
    assert shown[0]["bank"] == "bees"
    one = quizapp(data, "scores", "--session", shown[1]["id"][:10], "--format", "json").json
    assert [row["id"] for row in one["sessions"]] == [shown[1]["id"]]
    assert [list(row) for row in one["responses"]] == [RESPONSE]
    assert one["responses"][0]["outcome"] == "correct"
    assert len(quizapp(data, "scores", "--last", "1", "--format", "json").json["sessions"]) == 1
    assert quizapp(data, "scores", "--bank", "moths", "--format", "json").json == {"sessions": []}


def test_scores_as_text_and_csv(data: Path) -> None:
    study(data, "--tag", "people", typed="=1+1\n")
    assert "bees" in quizapp(data, "scores").out
    session = quizapp(data, "scores", "--format", "json").json["sessions"][0]["id"]
    table = quizapp(data, "scores", "--session", session, "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(table)))
    assert list(rows[0]) == RESPONSE
    assert rows[0]["response"] == "'=1+1"


def test_banks_are_listed_with_counts(data: Path, tmp_path: Path) -> None:
    home = tmp_path / "home" / "questions"
    shutil.copytree(BANK, home / "bees")
    (home / "broken.toml").write_text('format = 1\n[bank]\nid = "broken"\ntitel = "x"\n')
    shown = quizapp(data, "banks", "--format", "json", folder=tmp_path / "home").json["banks"]
    found = {row["id"]: row for row in shown}
    assert list(found["bees"]) == ["id", "title", "path", "questions", "problems"]
    assert (found["bees"]["questions"], found["bees"]["problems"]) == (12, 0)
    assert found["broken"]["problems"] > 0
    assert "sino-russian-defence" in found


def test_an_added_folder_is_remembered_once(data: Path, tmp_path: Path) -> None:
    shutil.copytree(BANK, tmp_path / "mine" / "bees")
    for _ in range(2):
        assert quizapp(data, "banks", "--add", str(tmp_path / "mine")).status == 0
    assert "bees" in quizapp(data, "banks").out
    assert (data / "settings.toml").read_text().count("mine") == 1
    assert quizapp(data, "banks", "--add", str(tmp_path / "none")).status == 2


def test_two_banks_with_one_id_are_said(data: Path, tmp_path: Path) -> None:
    shutil.copytree(BANK, tmp_path / "mine" / "bees")
    other = tmp_path / "home" / "questions" / "bees"
    shutil.copytree(BANK, other)
    (other / "more.toml").write_text("# another content\n")
    quizapp(data, "banks", "--add", str(tmp_path / "mine"))
    done = quizapp(data, "study", "bees", "--plain", "--try", folder=tmp_path / "home")
    assert "two banks have the id bees" in done.err


def test_check_prints_a_line_a_problem(data: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(
        'format = 1\n[bank]\nid = "b"\ntitle = "B"\n\n[[question]]\nid = "q"\nkind = "text"\n'
        'prompt = "?"\nansers = ["x"]\n'
    )
    done = quizapp(data, "check", str(bad))
    assert done.status == 1
    assert f"{bad}:10:1: unknown-field:" in done.out
    assert "answers" in done.out
    shown = quizapp(data, "check", str(bad), "--format", "json").json["problems"]
    assert {"file", "line", "column", "code", "message", "remedy"} <= set(shown[0])
    github = quizapp(data, "check", str(bad), "--format", "github").out
    assert "::error file=" in github
    assert ",line=10,col=1::" in github


def test_check_of_a_good_bank_is_quiet_and_advice_counts_with_strict(data: Path) -> None:
    assert quizapp(data, "check", str(BANK)).status == 0
    assert quizapp(data, "check", "--strict", str(BANK)).status == 1
    assert quizapp(data, "check", str(BANK / "nothing.toml")).status == 1


def test_check_takes_a_folder_of_banks(data: Path, tmp_path: Path) -> None:
    shutil.copytree(BANK, tmp_path / "banks" / "one")
    (tmp_path / "banks" / "two.toml").write_text("format = 9\n")
    done = quizapp(data, "check", str(tmp_path / "banks"))
    assert "two.toml" in done.out
    assert str(Path("one", "questions.toml")) in done.out


CASE = {
    "id": "1",
    "question": "Capital of Australia?",
    "answers": ["Canberra"],
    "kind": "text",
    "response": "Camberra",
}


def test_cases_are_graded_in_order_and_bad_lines_do_not_stop_the_rest(data: Path) -> None:
    on_bank = {"id": "2", "bank": str(BANK), "question_id": "eggs", "response": "2,000"}
    lines = [
        json.dumps(CASE),
        "not json",
        json.dumps(on_bank),
        json.dumps({**on_bank, "id": "3", "question_id": "none"}),
        json.dumps({**CASE, "id": "4", "answers": "Canberra"}),
        json.dumps({**CASE, "id": "5", "response": "Sydney"}),
    ]
    done = quizapp(data, "grade", typed="\n".join(lines) + "\n")
    assert done.status == 1
    graded = [json.loads(line) for line in done.lines]
    assert [row["id"] for row in graded] == ["1", None, "2", "3", "4", "5"]
    assert ["error" in row for row in graded] == [False, True, False, True, True, False]
    assert graded[0] | {"reasons": [], "matched": ""} == {
        "id": "1",
        "verdict": "close",
        "accept": True,
        "score": 1.0,
        "matched": "",
        "unsure": False,
        "reasons": [],
        "feedback": None,
    }
    assert graded[5]["accept"] is False


def test_a_file_of_cases(data: Path, tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text(json.dumps(CASE) + "\n")
    assert quizapp(data, "grade", str(tmp_path / "cases.jsonl")).status == 0
    assert quizapp(data, "grade", str(tmp_path / "none.jsonl")).status == 2


def test_explaining_shows_the_steps(data: Path) -> None:
    words = ("--prompt", "Capital of Australia?", "--answer", "Canberra", "--response=Camberra")
    done = quizapp(data, "grade", "--explain", *words)
    assert done.status == 0
    assert "Canberra" in done.out
    assert quizapp(data, "grade", "--explain").status == 2


def test_attach_tells_what_fits(data: Path, tmp_path: Path) -> None:
    from quizapp.bank.fingerprint import fingerprint

    bank = tmp_path / "bank"
    shutil.copytree(BANK, bank)
    own = "Bees dance, says the source. They do so on the comb.[1]"
    head = (bank / "bank.toml").read_text()
    old = head.split('fingerprint = "')[1].split('"')[0]
    (bank / "bank.toml").write_text(head.replace(old, fingerprint(own)))
    copy = tmp_path / "copy.txt"
    copy.write_text("Finding flowers\n\n" + own.replace("says ", "says\r\n") + "\n")
    done = quizapp(data, "attach", str(bank), str(copy))
    assert (done.status, "1 of 1 passage recognised" in done.out) == (0, True)
    shown = quizapp(data, "study", str(bank), "--plain", "--tag", "people", typed="x\n").out
    assert "Bees dance, says the source." in shown
    copy.write_text("Something else.\n")
    again = ("study", str(bank), "--plain", "--tag", "people", "--count", "1")
    assert "digest" in quizapp(data, *again, typed="x\n").out
    assert quizapp(data, "attach", str(bank), str(copy)).status == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_by_example(data: Path, command: str) -> None:
    done = quizapp(data, command, "--help")
    assert done.status == 0
    assert f"quizapp {command}" in done.out.split("examples:")[1]
    assert command in quizapp(data, "--help").out
    assert command in (ROOT / "docs" / "commands.md").read_text()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("stduy",), "did you mean `quizapp study`?"),
        (("study", "--cuont", "3"), "did you mean --count?"),
        (("study", "--count", "x"), "whole number"),
        (("study", "--count", "0"), "--count"),
        (("study", "--mode", "x"), "--mode"),
        (("study", "a", "b"), "one word too many"),
        (("study", "nowhere", "--plain"), "There is no bank"),
        (("attach", "x"), "FILE"),
        (("scores", "--session", "zz"), "No session"),
        (("scores", "--last", "x"), "--last"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(data: Path, words: tuple[str, ...], told: str) -> None:
    done = quizapp(data, *words)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1


def test_a_bank_that_is_not_there_is_answered_with_those_that_are(data: Path) -> None:
    done = quizapp(data, "study", "tidse", "--plain")
    assert done.status == 2
    assert "tides" in done.err


def test_a_bank_may_be_shortened_to_a_unique_beginning(data: Path) -> None:
    assert "[1/1]" in quizapp(data, "study", "sino", "--plain", "--count", "1").out


def test_the_version(data: Path) -> None:
    from quizapp import __version__

    assert quizapp(data, "--version").out == f"quizapp {__version__}\n"


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        (("check", str(BANK)), {"textual", "rich", "asyncio", "rapidfuzz"}),
        (("grade",), {"textual", "rich", "asyncio", "msgspec"}),
        (("study", str(BANK), "--plain", "--try"), {"textual", "rich", "asyncio"}),
        (("scores",), {"textual", "rich", "asyncio", "msgspec", "rapidfuzz"}),
        (
            ("export", "tides", "--to", "gift"),
            {"textual", "rich", "genanki", "tomlkit", "sqlite3", "zipfile", "rapidfuzz"},
        ),
        (("--help",), {"textual", "rich", "asyncio", "msgspec", "rapidfuzz", "tomli"}),
    ],
)
def test_commands_import_no_more_than_they_need(
    data: Path, words: tuple[str, ...], absent: set[str]
) -> None:
    import subprocess
    import sys

    from cli.program import environment

    code = (
        "import sys; sys.argv = ['quizapp', *sys.argv[1:]]\n"
        "from quizapp.__main__ import main\nmain()\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        input="",
        capture_output=True,
        text=True,
        env=environment(data),
        cwd=data.parent,
        check=True,
    )
    loaded = {name.split(".")[0] for name in done.stderr.split()}
    assert not loaded & absent


def test_long_output_arrives_whole_before_the_program_ends(data: Path, tmp_path: Path) -> None:
    question = '[[question]]\nid = "{0}"\nkind = "text"\nprompt = "P?"\nanswer = "a"\n'
    bank = tmp_path / "faulty.toml"
    head = 'format = 1\n[bank]\nid = "b"\ntitle = "B"\n'
    bank.write_text(head + "".join(map(question.format, range(500))))
    done = started(data, "check", str(bank))
    assert len(done.out) > 1 << 16
    assert done == quizapp(data, "check", str(bank))


def test_a_case_may_have_ideas_credits_and_a_language(tmp_path: Path) -> None:
    spec = {
        "ideas": [["copper"], {"says": "conducts", "missing": "What does it do?"}],
        "wrong": [{"ideas": [["iron"]], "feedback": "Iron rusts."}],
        "partial": [{"ideas": [["metal"]], "score": 0.25, "feedback": "Which?"}],
        "language": "en",
    }
    case = {"question": "Why are cables red inside?", "answers": ["copper conducts"], "spec": spec}
    said = ["copper in them conducts", "it is copper", "iron", "some metal"]
    lines = [json.dumps({"id": text, **case, "response": text}) for text in said]
    done = quizapp(tmp_path / "d", "grade", typed="\n".join(lines))
    told = [json.loads(line) for line in done.lines]
    assert [(one["verdict"], one["score"]) for one in told] == [
        ("correct", 1.0), ("partial", 0.5), ("wrong", 0.0), ("partial", 0.25)
    ]  # fmt: skip
    assert told[1]["reasons"] == [{"code": "missing", "detail": "What does it do?"}]
    assert [one["feedback"] for one in told] == [None, None, "Iron rusts.", "Which?"]


def test_the_steps_say_where_an_idea_was_found(tmp_path: Path) -> None:
    words = ("--answer", "copper", "--idea", "{copper|red metal}", "--response", "a red metal")
    told = " ".join(quizapp(tmp_path / "d", "grade", "--explain", *words).out.split())
    assert "idea 1 “copper” found in “red metal”" in told.replace(":", "")
