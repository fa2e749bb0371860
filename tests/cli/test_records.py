"""Records at the command line: logs out and in, and item analysis."""

import json
import os
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from cli.program import Done, environment, quizapp

BANK = """\
format = 1
[bank]
id = "cities"
title = "Cities"
[[question]]
id = "capital"
kind = "text"
prompt = "Capital of Australia?"
answers = ["Canberra"]
wrong = [{ answers = ["Sydney"], feedback = "The largest city." }]
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "cities.toml"
    path.write_text(BANK)
    return path


def study(bank: Path, data: Path, typed: str) -> Done:
    return quizapp(data, "study", str(bank), "--plain", typed=typed)


def test_a_log_goes_out_and_in_once(bank: Path, tmp_path: Path) -> None:
    study(bank, tmp_path / "a", "Sydney\nCanberra\n")
    log = tmp_path / "log.jsonl"
    log.write_text(quizapp(tmp_path / "a", "export-log").out)
    new = len(log.read_text().splitlines()) - 2
    for number in (new, 0):
        done = quizapp(tmp_path / "b", "import-log", str(log))
        assert (done.status, f"{number} new, 0 bad" in done.out) == (0, True)
    one, other = (quizapp(tmp_path / data, "scores", "--format", "json").json for data in "ab")
    assert one == other
    assert one["sessions"][0]["answered"] == 1


def test_the_verdicts_of_an_exam_wait_until_it_is_handed_in(bank: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    bank.write_text(BANK + BANK.partition("[[question]]")[1] + '''
id = "other"
kind = "text"
prompt = "Capital of Austria?"
answers = ["Vienna"]
''')  # fmt: skip
    exam = quizapp(data, "study", str(bank), "--plain", "--mode", "exam", typed="Canberra\n:quit\n")
    assert "not handed in" in exam.out
    (line,) = quizapp(data, "scores").lines
    assert "%" not in line
    assert line.endswith("not handed in  1 of 2 answered")
    (session,) = quizapp(data, "scores", "--format", "json").json["sessions"]
    told = quizapp(data, "scores", "--session", session["id"]).out
    assert "correct" not in told
    assert "wrong" not in told
    assert ": Canberra" in told
    assert "Sessions" not in quizapp(data, "progress", str(bank)).out


def test_bad_lines_are_named_and_the_status_is_1(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text('{"type": "log", "version": 1, "source": ""}\nnonsense\n')
    done = quizapp(tmp_path / "a", "import-log", str(log))
    assert (done.status, f"{log}:2: " in done.err) == (1, True)


def test_a_log_changes_nothing_and_is_taken_back(bank: Path, tmp_path: Path) -> None:
    data, log = tmp_path / "a", tmp_path / "log.jsonl"
    study(bank, data, "Sydney\nCanberra\n")
    mine = quizapp(data, "export-log").lines
    response = next(json.loads(line) for line in mine if '"type":"response"' in line)
    ruling = {
        **{name: response[name] for name in ("session", "at", "offset", "day")},
        "type": "ruling",
        "id": str(UUID(int=1)),
        "response": response["id"],
        "ruling": "right",
        "undo": False,
        "by": "instructor",
    }
    log.write_text("\n".join([*mine, json.dumps(ruling)]))
    done = quizapp(data, "import-log", str(log))
    assert (done.status, "0 new, 0 bad, 1 refused" in done.out) == (1, True), done
    assert f"{log}:{len(mine) + 1}: {UUID(int=1)}: its session" in done.err
    assert "--by instructor takes in rulings" in done.err
    for words, score in ((("--by", "instructor", str(log)), 1.0), (("--undo",), 0.0)):
        done = quizapp(data, "import-log", *words)
        assert (done.status, "Traceback" in done.err) == (0, False), done
        assert quizapp(data, "scores", "--format", "json").json["sessions"][0]["score"] == score
    assert done.out.startswith("Taken back: the import of log.jsonl on ")
    assert quizapp(data, "export-log").lines == mine


@pytest.mark.parametrize(
    ("words", "status", "why"),
    [
        ((), 2, "Name the log"),
        (("--mine", "--by", "instructor", "x"), 2, "leave --by out"),
        (("--undo", "x", "--mine"), 2, "leave the rest out"),
        (("--undo",), 1, "There are: none"),
        (("--undo", "../x"), 1, "There are: none"),
        (("--by", "me", "x"), 2, "invalid choice"),
    ],
)
def test_how_a_log_is_not_imported(
    words: tuple[str, ...], status: int, why: str, tmp_path: Path
) -> None:
    done = quizapp(tmp_path / "a", "import-log", *words)
    assert (done.status, why in done.err) == (status, True), done.err


def test_what_learners_answered(bank: Path, tmp_path: Path) -> None:
    study(bank, tmp_path / "a", "Sydney\nCanberra\n")
    form = ("--format", "json")
    (item,) = quizapp(tmp_path / "a", "items", str(bank), *form).json["items"]
    assert (item["learners"], item["facility"], item["discrimination"]) == (1, 0.0, None)
    answers = quizapp(tmp_path / "a", "items", str(bank), "--question", "capital", *form).json
    assert answers["answers"] == [
        {
            "response": "Sydney",
            "learners": 1,
            "outcome": "wrong",
            "offered": False,
            "foreseen": True,
        }
    ]


def test_a_mended_bank_regrades_what_was_answered(bank: Path, tmp_path: Path) -> None:
    data = tmp_path / "a"
    study(bank, data, "Kamberri\nCanberra\n")
    bank.write_text(BANK.replace('["Canberra"]', '["Canberra", "Kamberri"]'))
    listed = quizapp(data, "regrade", str(bank)).out
    assert "capital: Kamberri: wrong 0 -> correct 1" in listed
    for words, points in ((("--yes",), 1.0), (("--undo", "--yes"), 0.0)):
        assert quizapp(data, "regrade", str(bank), *words).status == 0
        (session,) = quizapp(data, "scores", "--format", "json").json["sessions"]
        assert session["score"] == points


def test_a_ruling_is_made_later_and_undone(bank: Path, tmp_path: Path) -> None:
    data = tmp_path / "a"
    study(bank, data, "Kamberri\nCanberra\n")
    (session,) = quizapp(data, "scores", "--format", "json").json["sessions"]
    for ruling, said, points in (
        ("right", "counts as right", 1.0),
        ("void", "is not counted", 1.0),
        ("undo", "counts as right", 1.0),
        ("undo", "counts by its verdict", 0.0),
    ):
        done = quizapp(data, "rule", session["id"][:6], "capital", ruling)
        assert (done.status, said in done.out) == (0, True), done
        (now,) = quizapp(data, "scores", "--format", "json").json["sessions"]
        assert now["score"] == points or ruling == "void"
    assert quizapp(data, "rule", session["id"][:6], "capital", "undo").status == 2
    quizapp(data, "rule", session["id"], "capital", "right", "--by", "instructor")
    log = quizapp(data, "export-log").lines
    assert [json.loads(line)["by"] for line in log if '"type":"ruling"' in line] == [
        *["learner"] * 4,
        "instructor",
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("nosuch", "capital", "right"), "No session"),
        (("", "nosuch", "right"), "no response to 'nosuch'. It has to: capital."),
        (("", "capital", "fair"), "invalid choice"),
    ],
)
def test_what_cannot_be_ruled_is_said(
    words: tuple[str, str, str], why: str, bank: Path, tmp_path: Path
) -> None:
    data = tmp_path / "a"
    study(bank, data, "Kamberri\nCanberra\n")
    (session,) = quizapp(data, "scores", "--format", "json").json["sessions"]
    done = quizapp(data, "rule", words[0] or session["id"], *words[1:])
    assert (done.status, why in done.err) == (2, True), done.err


TWO = (
    BANK
    + """\
[[question]]
id = "largest"
kind = "text"
prompt = "Largest city of Australia?"
answers = ["Sydney"]
"""
)


@pytest.fixture
def two(bank: Path) -> Path:
    bank.write_text(TWO)
    return bank


def test_pairs_that_are_confused_are_told_and_asked_alone(two: Path, tmp_path: Path) -> None:
    data = tmp_path / "a"
    none = quizapp(data, "study", str(two), "--plain", "--confused")
    assert (none.status, "You confuse nothing on cities" in none.err) == (2, True)
    study(two, data, "Sydney\nSydney\n")
    told = quizapp(data, "progress", str(two)).out
    assert "Pairs you confuse" in told
    assert "1× “Sydney”" in told
    (pair,) = quizapp(data, "progress", str(two), "--format", "json").json["confused"]
    assert (pair["question"], pair["other"]) == ("capital", "largest")
    done = quizapp(data, "study", str(two), "--plain", "--confused", typed="Canberra\nSydney\n")
    assert "/2] " in done.out


def test_errors_make_a_page_for_the_morning_of_the_examination(two: Path, tmp_path: Path) -> None:
    data = tmp_path / "a"
    study(two, data, "Sydney\nSydney\n")
    done = quizapp(data, "scores", "--bank", str(two), "--missed", "--format", "md")
    assert done.status == 0
    assert "- you: Sydney\n- answer: **Canberra**" in done.out
    (one,) = quizapp(data, "scores", "--bank", str(two), "--missed", "--format", "json").json[
        "missed"
    ]
    assert (one["question"], one["response"], one["answer"]) == ("capital", "Sydney", "Canberra")
    assert "answer:   Canberra" in quizapp(data, "scores", "--bank", str(two), "--missed").out
    table = quizapp(data, "scores", "--bank", str(two), "--missed", "--format", "csv").lines
    assert table[0].startswith("bank,question,section,prompt,response")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--format", "md"), "--format md is for --missed"),
        (("--missed", "--last", "3"), "leave --session and --last out"),
    ],
)
def test_what_makes_no_page_is_said(words: tuple[str, ...], why: str, tmp_path: Path) -> None:
    done = quizapp(tmp_path / "a", "scores", *words)
    assert (done.status, why in done.err) == (2, True)


def test_rulings_become_answers_and_tests_of_the_bank(bank: Path, tmp_path: Path) -> None:
    data = tmp_path / "a"
    bank.write_text(BANK.replace("[[question]]", "# A capital.\n[[question]]"))
    study(bank, data, "Kamberri\nCanberra\n")
    (session,) = quizapp(data, "scores", "--format", "json").json["sessions"]
    assert "Nothing to suggest" in quizapp(data, "suggest", str(bank)).out
    quizapp(data, "rule", session["id"], "capital", "right")
    assert "Nothing to suggest" in quizapp(data, "suggest", str(bank)).out
    told = quizapp(data, "suggest", str(bank), "--least", "1").out
    assert "answers      “Kamberri”  (claimed right once, and refused)" in told
    log = tmp_path / "log.jsonl"
    log.write_text(quizapp(data, "export-log", "--anonymous").out)
    merged = quizapp(
        tmp_path / "b", "suggest", str(bank), str(log), "--least", "1", "--format", "json"
    )
    assert [one["field"] for one in merged.json["suggestions"]] == ["answers", "accept"]
    assert "Kamberri" not in bank.read_text()
    done = quizapp(data, "suggest", str(bank), "--least", "1", "--write")
    assert (done.status, "2 additions written to cities.toml." in done.err) == (0, True)
    assert "# A capital.\n[[question]]" in bank.read_text()
    assert 'answers = ["Canberra", "Kamberri"]' in bank.read_text()
    assert quizapp(data, "check", str(bank)).status == 0
    assert "Nothing to suggest" in quizapp(data, "suggest", str(bank), "--least", "1").out
    assert "wrong 0 -> correct 1" in quizapp(data, "regrade", str(bank)).out


def test_items_say_what_they_rest_on_and_what_they_do_not_tell(bank: Path, tmp_path: Path) -> None:
    logs = []
    for number, said in enumerate(("Canberra", "Sydney", "Sydney")):
        data = tmp_path / f"learner {number}"
        quizapp(data, "study", str(bank), "--plain", "--learner", "me", typed=f"{said}\n:quit\n")
        log = tmp_path / f"{number}.jsonl"
        log.write_text(quizapp(data, "export-log", "--anonymous").out)
        logs.append(str(log))
    done = quizapp(tmp_path / "none", "items", str(bank), *logs)
    assert done.status == 0
    assert done.lines[1].split()[:4] == ["capital", "3", "33", "%"]
    said = " ".join(done.out.split())
    assert "Too few to trust (?): discrimination and efficiency of 1 of 1 questions" in said
    assert "Too few to trust: weight, alpha and error need 20 learners." in said
    assert "    2  capital: “Sydney”" in done.out
    assert max(map(len, done.lines)) <= 80
    one = quizapp(tmp_path / "none", "items", str(bank), *logs, "--question", "capital").out
    assert "       2   67 %  wrong      Sydney, foreseen" in one
    (tmp_path / "0.jsonl").write_text("nonsense\n")
    between = quizapp(tmp_path / "none", "items", str(bank), "--question", "capital", *logs[1:])
    assert "       2  100 %  wrong      Sydney, foreseen" in between.out, "options stand anywhere"
    bad = quizapp(tmp_path / "none", "items", str(bank), *logs)
    assert (bad.status, "0.jsonl:1: " in bad.err) == (1, True)
    assert bad.lines[1].split()[:2] == ["capital", "2"]


def test_ideas_are_written_where_answers_repeat_each_other(tmp_path: Path) -> None:
    ways = [
        f"water {verb} when it {how}"
        for verb in ("expands", "swells")
        for how in ("freezes", "turns to ice")
    ]
    ways += ["frozen water expands", "frozen water swells", "it swells on freezing"]
    bank = tmp_path / "frost.toml"
    bank.write_text(
        'format = 1\n[bank]\nid = "frost"\ntitle = "Frost"\n[[question]]\nid = "pipes"\n'
        'kind = "text"\nprompt = "Why do pipes burst?"\n'
        f"answers = {json.dumps(ways)}  # all of them\n"
    )
    done = quizapp(tmp_path / "a", "suggest", "--ideas", str(bank))
    assert (done.status, "1 addition written to frost.toml." in done.err) == (0, True)
    text = bank.read_text()
    assert "# all of them\nideas = [[" in text
    assert quizapp(tmp_path / "a", "check", str(bank)).status == 0
    again = quizapp(tmp_path / "a", "suggest", "--ideas", str(bank))
    assert (again.status, "Nothing to suggest" in again.out) == (0, True)
    assert bank.read_text() == text


def test_a_terminal_is_asked_about_each_addition(bank: Path, tmp_path: Path) -> None:
    data = tmp_path / "a"
    study(bank, data, "Kamberri\nCanberra\n")
    (session,) = quizapp(data, "scores", "--format", "json").json["sessions"]
    quizapp(data, "rule", session["id"], "capital", "right", "--by", "instructor")
    words = [sys.executable, "-m", "quizapp", "suggest", str(bank), "--write"]
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        words, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, env=environment(data)
    )
    os.write(ours, b"n\ny\n")
    _, err = process.communicate(timeout=60)
    said = os.read(ours, 65536).decode()
    os.close(ours)
    os.close(theirs)
    assert "Add to answers of capital: “Kamberri”? [y/N]" in said
    assert "Add to tests.accept of capital: “Kamberri”? [y/N]" in said
    # The test alone would fail without the answer, so that nothing is written.
    assert (process.returncode, b"Nothing was written" in err) == (1, True)
    assert "Kamberri" not in bank.read_text()


def test_a_folder_of_banks_is_added_and_removed_and_the_one_here_is_nearer(tmp_path: Path) -> None:
    data = tmp_path / "data"
    for name, title in (("added", "From afar"), ("questions", "From here")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "cities.toml").write_text(BANK.replace("Cities", title))
    assert "From here" in quizapp(data, "banks", "--add", "added").out
    (tmp_path / "questions" / "cities.toml").unlink()
    assert "From afar" in quizapp(data, "banks").out
    done = quizapp(data, "banks", "--remove", str(tmp_path / "added"))
    assert (done.status, "cities" in done.out) == (0, False)
    again = quizapp(data, "banks", "--remove", "added")
    assert (again.status, "Folders that were: none." in again.err) == (2, True)
    assert (tmp_path / "added" / "cities.toml").exists()
