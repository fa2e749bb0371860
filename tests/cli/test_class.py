"""A class of three, from its sessions to its marks, every figure worked out by hand."""

import csv
from pathlib import Path

import pytest
from cli.program import Done, quizapp

BANK = """\
format = 1
[bank]
id = "tea"
title = "Tea"
[[paper]]
id = "end"
seed = 1
[[question]]
id = "leaf"
kind = "text"
prompt = "What is tea made from?"
answers = ["leaves"]
[[question]]
id = "heat"
kind = "number"
prompt = "At what temperature in degrees Celsius does water boil?"
answer = 100
weight = 2.0
[[question]]
id = "land"
kind = "text"
prompt = "Where does tea come from?"
answers = ["China"]
"""
# What each answers to leaf, heat and land, in the bank's order.
ANSWERS = {
    "s-01": {"leaf": "leaves", "heat": "100", "land": "Assam"},
    "s-02": {"leaf": "roots", "heat": "100", "land": "China"},
    "s-03": {"leaf": "the bark", "heat": "90", "land": "Assam"},
}
PROMPTS = {"leaf": "made from", "heat": "temperature", "land": "come from"}


class Class:
    """An instructor's folder, and a folder for each learner."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.bank = folder / "tea.toml"
        self.bank.write_text(BANK)
        self.data = folder / "instructor"
        self.logs = []
        for name, answers in ANSWERS.items():
            mine = folder / name
            self.answer(mine, answers, *words)
            log = folder / f"{name}.jsonl"
            log.write_text(quizapp(mine, "export-log", "--as", name, "--bank", "tea").out)
            self.logs.append(str(log))

    def answer(self, data: Path, answers: dict[str, str], *words: str) -> None:
        """Answer each question once, in whatever order they come; an empty answer is none."""
        study = ("study", str(self.bank), "--plain", "--seed", "1", "--learner", "me", *words)
        order = quizapp(data.parent / "order", *study, typed="\n" * 9).out
        found = sorted(PROMPTS, key=lambda name: order.index(PROMPTS[name]))
        typed = "".join(f"{answers[name]}\n" if answers[name] else ":skip\n" for name in found)
        done = quizapp(data, *study, typed=typed)
        assert "Score:" in done.out, done

    def run(self, *words: str, status: int = 0) -> Done:
        done = quizapp(self.data, *words, folder=self.bank.parent)
        assert done.status == status, done
        return done

    def book(self, *words: str) -> dict[str, dict[str, str]]:
        """The gradebook by learner, of what the instructor has imported or of logs named."""
        table = self.run("gradebook", str(self.bank), *words, "--format", "csv").lines
        return {row.pop("learner"): row for row in csv.DictReader(table)}

    def session(self, learner: str) -> str:
        found = self.run("scores", "--learner", learner, "--format", "json").json["sessions"]
        return str(found[0]["id"])

    def score(self, learner: str) -> tuple[float, float]:
        (found,) = self.run("scores", "--learner", learner, "--format", "json").json["sessions"]
        return found["score"], found["out_of"]


def marks(row: dict[str, str]) -> list[str]:
    return [row[name] for name in ("leaf", "heat", "land", "total", "out_of", "percent")]


@pytest.fixture
def exam(tmp_path: Path) -> Class:
    return Class(tmp_path, "--paper", "end")


@pytest.mark.parametrize("words", [(), ("--paper", "end")])
def test_the_gradebook_of_logs_without_a_store(words: tuple[str, ...], tmp_path: Path) -> None:
    of_three = Class(tmp_path, *words)
    book = of_three.book(*of_three.logs, *words)
    assert {name: marks(row) for name, row in book.items()} == {
        "s-01": ["1.0", "2.0", "0.0", "3.0", "4.0", "75.0"],
        "s-02": ["0.0", "2.0", "1.0", "3.0", "4.0", "75.0"],
        "s-03": ["0.0", "0.0", "0.0", "0.0", "4.0", "0.0"],
    }
    assert not (of_three.data / "scores.sqlite3").exists()


def test_from_three_logs_to_marks_that_were_ruled_on_voided_and_mended(exam: Class) -> None:
    exam.run("import-log", *exam.logs)
    items = exam.run("items", str(exam.bank), "--format", "json").json["items"]
    assert {each["question"]: each["facility"] for each in items} == {
        "leaf": pytest.approx(1 / 3),
        "heat": pytest.approx(2 / 3),
        "land": pytest.approx(1 / 3),
    }
    told = exam.run("items", str(exam.bank)).out
    assert "Too few to trust" in told
    # The instructor gives one learner a mark, as it was meant: 0 of 4 becomes 1 of 4.
    exam.run("rule", exam.session("s-03"), "leaf", "right", "--by", "instructor")
    assert marks(exam.book("--paper", "end")["s-03"]) == ["1.0", "0.0", "0.0", "1.0", "4.0", "25.0"]
    assert exam.score("s-03") == (1.0, 4.0)
    # A question is voided for all: of 4 points 2 remain.
    exam.run("rule", "--all", "heat", "void")
    assert {name: marks(row) for name, row in exam.book("--paper", "end").items()} == {
        "s-01": ["1.0", "void", "0.0", "1.0", "2.0", "50.0"],
        "s-02": ["0.0", "void", "1.0", "1.0", "2.0", "50.0"],
        "s-03": ["1.0", "void", "0.0", "1.0", "2.0", "50.0"],
    }
    assert [exam.score(name) for name in ANSWERS] == [(1.0, 2.0)] * 3
    # A key is mended: Assam was right as well. The two who said so gain a point.
    exam.bank.write_text(BANK.replace('["China"]', '["China", "Assam"]'))
    assert "2 responses have a new verdict" in exam.run("regrade", str(exam.bank), "--yes").out
    assert [marks(row)[-3:] for row in exam.book("--paper", "end").values()] == [
        ["2.0", "2.0", "100.0"],
        ["1.0", "2.0", "50.0"],
        ["2.0", "2.0", "100.0"],
    ]
    items = exam.run("items", str(exam.bank), "--format", "json").json["items"]
    assert [each["facility"] for each in items] == [pytest.approx(2 / 3), None, 1.0]
    text = exam.run("gradebook", str(exam.bank), "--paper", "end").out
    assert "  1 leaf (1)\n  2 heat (2)\n  3 land (1)\n" in text
    assert "s-03    1* void*     1  2      2      100 %" in text
    assert "* as the instructor ruled: 4" in text
    # And all of it can be taken back.
    exam.run("rule", "--all", "heat", "undo")
    exam.run("rule", "--all", "leaf", "undo")
    exam.run("regrade", str(exam.bank), "--undo", "--yes")
    assert [row["total"] for row in exam.book("--paper", "end").values()] == ["3.0", "3.0", "0.0"]


def test_what_a_learner_rules_is_a_claim_and_no_mark(tmp_path: Path) -> None:
    of_three = Class(tmp_path)
    mine = tmp_path / "s-03"
    session = quizapp(mine, "scores", "--format", "json").json["sessions"][0]["id"]
    for question, ruling in (("leaf", "right"), ("heat", "void")):
        assert quizapp(mine, "rule", session, question, ruling).status == 0
    Path(of_three.logs[2]).write_text(quizapp(mine, "export-log", "--as", "s-03").out)
    row = of_three.book(*of_three.logs)["s-03"]
    assert marks(row) == ["0.0", "0.0", "0.0", "0.0", "4.0", "0.0"]
    text = of_three.run("gradebook", str(of_three.bank), *of_three.logs).out
    assert "! the learner claims otherwise: 1" in text
    assert "   0!" in text
    items = of_three.run("items", str(of_three.bank), *of_three.logs, "--format", "json").json
    leaf = items["items"][0]
    assert (leaf["facility"], leaf["claimed"]) == (pytest.approx(1 / 3), pytest.approx(2 / 3))


def test_an_exam_in_which_a_void_question_was_left_open_is_without_it(tmp_path: Path) -> None:
    answers = {**ANSWERS["s-01"], "heat": ""}
    of_three = Class(tmp_path, "--paper", "end")
    late = tmp_path / "s-04"
    of_three.answer(late, answers, "--paper", "end")
    log = tmp_path / "s-04.jsonl"
    log.write_text(quizapp(late, "export-log", "--as", "s-04").out)
    of_three.run("import-log", *of_three.logs, str(log))
    assert of_three.score("s-04") == (1.0, 4.0)
    told = of_three.run("rule", "--all", "heat", "void").out
    assert "heat: 3 responses ruled on; each is not counted now." in told
    assert "It was left open in 1 exam, and is out of the paper there." in told
    assert of_three.score("s-04") == (1.0, 2.0)
    row = of_three.book("--paper", "end")["s-04"]
    assert marks(row) == ["1.0", "", "0.0", "1.0", "2.0", "50.0"]
    for ruling, out_of in (("undo", 4.0), ("void", 2.0), ("undo", 4.0)):
        of_three.run("rule", "--all", "heat", ruling)
        assert of_three.score("s-04") == (1.0, out_of)
    row = of_three.book("--paper", "end")["s-04"]
    assert marks(row) == ["1.0", "", "0.0", "1.0", "4.0", "25.0"]


def test_a_learner_takes_in_what_the_instructor_decided(tmp_path: Path) -> None:
    of_three = Class(tmp_path, "--paper", "end")
    late = tmp_path / "s-04"
    of_three.answer(late, {**ANSWERS["s-01"], "heat": ""}, "--paper", "end")
    mine = tmp_path / "mine.jsonl"
    mine.write_text(quizapp(late, "export-log", "--as", "s-04").out)
    of_three.run("import-log", *of_three.logs, str(mine))
    of_three.run("rule", of_three.session("s-04"), "land", "right", "--by", "instructor")
    of_three.run("rule", "--all", "heat", "void")
    back = tmp_path / "back.jsonl"
    back.write_text(of_three.run("export-log", "--learner", "s-04").out)
    done = quizapp(late, "import-log", "--by", "instructor", str(back))
    assert (done.status, done.err.count("refused")) == (0, 0), done
    (found,) = quizapp(late, "scores", "--format", "json").json["sessions"]
    assert (found["score"], found["out_of"]) == (2.0, 2.0)


def test_right_for_all_gives_everybody_the_mark_that_answered(exam: Class) -> None:
    exam.run("import-log", *exam.logs)
    exam.run("rule", "--all", "heat", "right")
    assert [row["heat"] for row in exam.book("--paper", "end").values()] == ["2.0"] * 3


def test_only_the_first_attempt_counts(tmp_path: Path) -> None:
    of_three = Class(tmp_path)
    again = tmp_path / "s-03"
    of_three.answer(again, ANSWERS["s-01"], "--mode", "cram")
    Path(of_three.logs[2]).write_text(quizapp(again, "export-log", "--as", "s-03").out)
    assert of_three.book(*of_three.logs)["s-03"]["total"] == "0.0"


SENSELESS: list[tuple[str, ...]] = [
    ("tea has no paper 'no'. It has: end.", "gradebook", "tea.toml", "--paper", "no"),
    ("--all heat: say right, wrong, void, undo", "rule", "--all", "heat"),
    ("--all heat: say right, wrong, void, undo", "rule", "--all", "heat", "best"),
    ("There are responses to 'heet' on no bank.", "rule", "--all", "heet", "void"),
    ("There are responses to 'heat' on tea", "rule", "--all", "heat", "void", "--bank", "no"),
    ("--as needs a name", "export-log", "--as", "x", "--anonymous"),
    ("--as needs a name", "export-log", "--as", " "),
    ("say whose with --learner", "export-log", "--as", "x"),
]


def test_what_makes_no_sense_is_said(exam: Class) -> None:
    exam.run("import-log", *exam.logs)
    for why, *words in SENSELESS:
        assert why in exam.run(*words, status=2).err


def test_nobody_has_no_marks(tmp_path: Path) -> None:
    bank = tmp_path / "tea.toml"
    bank.write_text(BANK)
    done = quizapp(tmp_path / "data", "gradebook", str(bank))
    assert (done.status, done.out) == (0, "Nobody has answered anything of it yet.\n")


def test_many_questions_stand_in_blocks_that_fit_a_terminal(tmp_path: Path) -> None:
    bank = tmp_path / "sums.toml"
    questions = [
        f'[[question]]\nid = "q{n}"\nprompt = "What is {n} + 1?"\nanswer = {n + 1}\n'
        for n in range(20)
    ]
    bank.write_text('format = 1\n[bank]\nid = "sums"\ntitle = "Sums"\n' + "".join(questions))
    data = tmp_path / "data"
    exam = ("study", str(bank), "--plain", "--mode", "exam", "--count", "20")
    quizapp(data, *exam, typed="1\n" * 20)
    lines = quizapp(data, "gradebook", str(bank)).lines
    assert max(map(len, lines)) <= 80
    assert sum(line.startswith("learner") for line in lines) == 3
    assert [line.endswith("percent") for line in lines if line.startswith("learner")] == [
        False,
        False,
        True,
    ]
    assert any(line.endswith("  1      20     5 %") for line in lines)
