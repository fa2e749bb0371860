"""A judge of the learner's own: asked within bounds, used only once it has qualified."""

import json
import shlex
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from cli.program import Done, quizapp

from quizapp.app import judge
from quizapp.app.judge_trial import PAIRS, REFUSED, Trial, in_words, judge_of, keep, trial_on

CASE = {"question": "Why?", "answers": ["so"], "ideas": [], "passage": "", "response": "thus"}
BANK = """\
format = 1
[bank]
id = "yard"
title = "A yard"
[[passage]]
id = "p1"
section = "Sheep"
paragraph = 1
text = "The gate is shut at night so that the sheep do not wander on to the road."
[[question]]
id = "gate"
prompt = "Why is the gate shut at night?"
kind = "text"
answers = ["so that the sheep do not wander on to the road"]
support = [{ passage = "p1", evidence = ["wander on to the road"] }]
tests = { accept = ["the sheep must not wander on to the road"], reject = ["because of the rain"] }
"""
UNSURE = "to keep the flock safe from cars on the road"

Judge = Callable[[str], str]


@pytest.fixture
def written(tmp_path: Path) -> Judge:
    """Makes a judge of the lines of a program that has the case as `case`; gives its command."""

    def write(lines: str) -> str:
        path = tmp_path / "a judge.py"
        path.write_text(f"import json, sys, time\ncase = json.loads(input())\n{lines}\n")
        return shlex.join([sys.executable, "-S", str(path)])

    return write


@pytest.mark.parametrize(
    ("lines", "same", "why"),
    [
        ('print(json.dumps({"same": True, "why": case["response"]}))', True, "thus"),
        ('print("thinking …"); print(\'{"same": false}\'); print("done")', False, ""),
        ('print(json.dumps({"same": True}, indent=2))', True, ""),
        (
            'print(\'{"same": true, "why": "\\x1b[31m\\u202ered\\\\nline"}\')',
            None,
            "did not answer",
        ),
        (
            'print(json.dumps({"same": True, "why": "\\x1b[31m\\u202ered\\nline"}))',
            True,
            "red line",
        ),
        ('print(json.dumps({"same": True, "why": "x" * 9999}))', True, "x" * 300),
        ('print(json.dumps({"same": "yes"}))', None, "did not answer"),
        ('print("[" * 50000)', None, "did not answer"),
        ("pass", None, "did not answer"),
        ("sys.exit(3)", None, "did not answer"),
        ('sys.stdout.buffer.write(b"\\xff\\xfe{")', None, "did not answer"),
        ("while True: print('x' * 65536)", None, "did not answer"),
    ],
)
def test_what_a_judge_says_is_read_within_bounds(
    lines: str, same: bool | None, why: str, written: Judge
) -> None:
    opinion = judge.ask(written(lines), CASE)
    assert opinion.same is same
    assert why in opinion.why
    assert opinion.why.isprintable()
    assert len(opinion.why) <= judge.LONGEST_REASON


def test_a_judge_that_takes_too_long_is_ended_with_all_that_it_started(
    written: Judge, tmp_path: Path
) -> None:
    alive = tmp_path / "alive"
    child = f"import time; time.sleep(2); open({str(alive)!r}, 'w')"
    lines = (
        f"import subprocess\nsubprocess.Popen([sys.executable, '-c', {child!r}])\ntime.sleep(60)"
    )
    began = monotonic()
    opinion = judge.ask(written(lines), CASE, seconds=0.5)
    assert opinion == judge.Opinion(None, "it took longer than 0.5 s")
    assert monotonic() - began < 20
    assert not alive.exists()


@pytest.mark.parametrize("command", ["no-such-program-at-all", "", "'"])
def test_a_judge_that_cannot_be_started_has_no_opinion(command: str) -> None:
    opinion = judge.ask(command, CASE)
    assert opinion.same is None
    assert opinion.why.startswith("it cannot be started")


def test_no_shell_reads_the_command(tmp_path: Path) -> None:
    there = tmp_path / "there"
    judge.ask(f"true; touch {there} $(touch {there}) `touch {there}`", CASE)
    assert not there.exists()


def test_the_pairs_that_ship_exchange_sides_and_polarity() -> None:
    pairs = [json.loads(line) for line in PAIRS.read_text().splitlines()]
    assert len(pairs) >= 40
    assert min(Counter(pair["exchanged"] for pair in pairs).values()) >= 20
    for pair in pairs:
        assert set(pair) == {"question", "answer", "right", "wrong", "exchanged"}
        assert len({pair["answer"], pair["right"], pair["wrong"]}) == 3
    assert len({pair["question"] + pair["answer"] for pair in pairs}) == len(pairs)


@pytest.mark.parametrize(
    ("trial", "passed"),
    [
        (Trial(10, 9, 10, 0, 0), True),
        (Trial(10, 8, 10, 10, 0), False),
        (Trial(10, 8, 10, 10, 2), False),  # No opinion refuses nothing.
        (Trial(0, 0, 10, 10, 0), False),
    ],
)
def test_nine_in_ten_wrong_answers_have_to_be_refused(trial: Trial, passed: bool) -> None:
    assert trial.passed is passed
    told = in_words(trial)
    assert f"refused {trial.refused} of {trial.wrong} wrong answers" in told
    assert told.endswith("it is used." if passed else "% of the wrong ones have to be refused.")
    assert f"{REFUSED:.0%}".rstrip("%") in told or passed


def test_a_trial_holds_for_its_command_and_its_bank(tmp_path: Path) -> None:
    good, bad = Trial(10, 10, 10, 10, 0), Trial(10, 0, 10, 10, 0)
    keep(tmp_path, "mine", "tides", good)
    keep(tmp_path, "mine", "yard", bad)
    assert trial_on(tmp_path, "mine", "tides") == good
    assert [judge_of(tmp_path, "mine", bank) for bank in ("tides", "yard", "x")] == ["mine", "", ""]
    assert judge_of(tmp_path, "mine --other", "tides") == ""
    assert judge_of(tmp_path, "", "tides") == ""
    (tmp_path / "judge.json").write_text('{"command": "mine", "banks": {"tides": [1, "x"]}}')
    assert trial_on(tmp_path, "mine", "tides") is None


GOOD = """\
known = {line["wrong"] for line in map(json.loads, open(PAIRS))} | {"because of the rain"}
same = case["response"] not in known
print(json.dumps({"same": same, "why": "read in " + case["passage"][:8]}))"""


@pytest.fixture
def few_pairs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Four of the pairs, for a trial that does not take long."""
    few = tmp_path / "pairs.jsonl"
    few.write_text("".join(PAIRS.read_text().splitlines(keepends=True)[:4]))
    monkeypatch.setattr("quizapp.app.judge_trial.PAIRS", few)
    return few


def run(data: Path, *words: str, typed: str = "") -> Done:
    return quizapp(data, *words, typed=typed)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "yard.toml"
    path.write_text(BANK)
    return path


def test_a_judge_is_set_tried_and_asked_and_can_be_overruled(
    bank: Path, written: Judge, few_pairs: Path, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    command = written(GOOD.replace("PAIRS", repr(str(few_pairs))))
    assert f"Judge: {command}" in run(data, "settings", "--judge", command).out
    study = ("study", str(bank), "--plain")
    assert "Your judge" not in run(data, *study, typed=f"{UNSURE}\n\n\n").out  # Not tried yet.
    assert run(data, "judge", str(bank)).status == 1
    tried = run(data, "judge", str(bank), "--try")
    assert tried.status == 0
    assert tried.err == "yard: asking about 10 answers; Ctrl+C stops.\n"
    assert (
        tried.out == "yard: refused 5 of 5 wrong answers, accepted 5 of 5 right ones: it is used.\n"
    )
    assert run(data, "judge", str(bank)).out == tried.out
    done = run(data, *study, "--count", "1", typed=f"{UNSURE}\n")
    assert "NOT SURE" in done.out
    assert "Your judge rules that it says the same: read in The gate." in done.out
    assert "Score: 1 of 1" in done.out
    (session,) = run(data, "scores", "--last", "1", "--format", "json").json["sessions"]
    assert (session["score"], session["unsure"]) == (1.0, 0)
    log = [json.loads(line) for line in run(data, "export-log").lines]
    assert [each["by"] for each in log if each["type"] == "ruling"] == ["judge"]
    for ruling, score in (("wrong", 0.0), ("undo", 1.0)):
        assert run(data, "rule", session["id"], "gate", ruling).status == 0
        now = run(data, "scores", "--last", "1", "--format", "json").json["sessions"][0]
        assert now["score"] == score
    run(data, "settings", "--judge", "")
    assert "Your judge" not in run(data, *study, "--count", "1", typed=f"{UNSURE}\n").out


@pytest.mark.usefixtures("few_pairs")
def test_one_that_accepts_wrong_answers_is_not_used_and_the_figures_say_why(
    bank: Path, written: Judge, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    run(data, "settings", "--judge", written("print('{\"same\": true}')"))
    tried = run(data, "judge", str(bank), "--try")
    assert tried.status == 1
    assert tried.out == (
        "yard: refused 0 of 5 wrong answers, accepted 5 of 5 right ones: it is not used, for at "
        "least 90 % of the wrong ones have to be refused.\n"
    )
    assert "accepted a wrong answer: Who defeated whom at Waterloo?" in tried.err
    done = run(data, "study", str(bank), "--plain", typed=f"{UNSURE}\n\n\n")
    assert "Your judge" not in done.out
    assert "Score: 0 of 1" in done.out


def test_a_judge_without_an_opinion_leaves_the_verdict_as_it_is(
    bank: Path, written: Judge, tmp_path: Path
) -> None:
    data, command = tmp_path / "data", written("pass")
    run(data, "settings", "--judge", command)
    keep(data, command, "yard", Trial(10, 10, 10, 10, 0))
    done = run(data, "study", str(bank), "--plain", typed=f"{UNSURE}\n\n\n")
    assert "Your judge has no opinion: it did not answer" in done.out
    (session,) = run(data, "scores", "--format", "json").json["sessions"]
    assert session["unsure"] == 1


def test_without_a_bank_it_is_about_every_bank_seen(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "banks").mkdir(parents=True)
    for name in ("yard", "garden"):
        text = BANK.replace('id = "yard"', f'id = "{name}"')
        (data / "banks" / f"{name}.toml").write_text(text)
    run(data, "settings", "--judge", "true")
    told = run(data, "judge").lines
    assert "garden: not tried yet, and so not used: `quizapp judge garden --try`." in told
    assert {line.split(":")[0] for line in told} >= {"yard", "garden", "tides"}


def test_an_exam_does_not_ask_it(bank: Path, written: Judge, tmp_path: Path) -> None:
    data, command = tmp_path / "data", written("print('{\"same\": true}')")
    run(data, "settings", "--judge", command)
    keep(data, command, "yard", Trial(10, 10, 10, 10, 0))
    done = run(data, "study", str(bank), "--plain", "--mode", "exam", typed=f"{UNSURE}\n")
    assert "Your judge" not in done.out
    assert "Not sure of 1 answer" in done.out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("settings", "--judge", "say 'so"), "--judge: no closing quotation."),
        (("judge", "tides"), "There is no judge"),
    ],
)
def test_what_cannot_be_a_judge_is_said(words: tuple[str, ...], why: str, tmp_path: Path) -> None:
    done = quizapp(tmp_path / "data", *words)
    assert (done.status, why in done.err) == (2, True), done.err


def test_a_bank_cannot_name_a_judge(tmp_path: Path) -> None:
    bank = tmp_path / "yard.toml"
    bank.write_text(BANK.replace('title = "A yard"', 'title = "A yard"\njudge = "true"'))
    done = quizapp(tmp_path / "data", "check", str(bank))
    assert done.status == 1
    assert "judge" in done.out


def test_without_one_nothing_of_it_is_loaded(bank: Path, tmp_path: Path) -> None:
    from subprocess import run as process

    code = (
        "import sys\n"
        "sys.argv = ['quizapp', 'study', sys.argv[1], '--plain', '--data', sys.argv[2]]\n"
        "from quizapp.__main__ import main; main()\n"
        "print([name for name in sys.modules if 'judge' in name and 'grading' not in name])"
    )
    words = [sys.executable, "-c", code, str(bank), str(tmp_path / "data")]
    done = process(words, input=f"{UNSURE}\n\n\n", capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
