"""The ways of studying on plain lines, through the real program."""

import re
import shlex
import time
from pathlib import Path

import pytest
from cli.program import BANK, Done, quizapp, study

TWO = ("--seed", "1", "--tag", "figures")
ONE_LINE = ("--kind", "text", "--kind", "number", "--kind", "date")
"""Three questions, each answered on one line."""
RIGHT = {"In which year": "1944", "How many eggs": "2000", "Who read": "Karl von Frisch"}

PAPER = """
[[paper]]
id = "mock"
sections = ["Who lives there"]
count = 2
minutes = 10
pass_mark = 60

[[paper]]
id = "long"
count = 2
"""


@pytest.fixture
def with_papers(tmp_path: Path) -> Path:
    """The bank with two papers in it."""
    folder = tmp_path / "bees"
    folder.mkdir()
    for file in BANK.glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        (folder / file.name).write_text(text + (PAPER if file.name == "bank.toml" else ""))
    return folder


def new_a_day(data: Path, count: int) -> None:
    done = quizapp(data, "settings", "--new-a-day", str(count))
    assert done.status == 0, done.err


# What goes together


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--minutes", "5"], "--minutes goes with --mode exam"),
        (["--pass-mark", "60", "--mode", "cram"], "leave --mode cram out"),
        (["--paper", "mock", "--mode", "read"], "--paper goes with --mode exam"),
        (["--extra-time", "25%", "--mode", "exam"], "lengthens a time limit"),
        (["--due", "--mode", "exam"], "--due goes with --mode learn"),
        (["--by", "friday", "--mode", "cram"], "--by goes with --mode learn"),
        (["--by", "soon"], "'soon' is no day"),
        (["--by", "2020-01-01"], "is past"),
        (["--certainty", "--mode", "read"], "counts for nothing"),
        (["--resume", "--due"], "leave the rest out"),
        (["--resume", "--mode", "exam"], "leave the rest out"),
        (["--paper", "none"], 'no paper "none"'),
        (["--mode", "exam", "--minutes", "0"], "minutes above 0"),
        (["--mode", "exam", "--pass-mark", "120%"], "0 to 100"),
        (["--mode", "exam", "--minutes", "9", "--extra-time", "x"], "no share in per cent"),
    ],
)
def test_what_makes_no_sense_together_is_refused_in_one_line(
    data: Path, words: list[str], told: str
) -> None:
    done = study(data, *words)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1


# Learning


def test_the_daily_limit_ends_a_session_and_says_how_to_have_more(data: Path) -> None:
    new_a_day(data, 2)
    first = study(data, *ONE_LINE, typed="x\n" * 6)
    assert "[1/2]" in first.out
    assert "Done for today. There are new ones: --count 2 asks more of them." in first.out
    second = study(data, *ONE_LINE, typed="x\n" * 6)
    assert "today's 2 new questions are asked (over all banks)" in second.err


def test_with_nothing_new_a_day_nothing_new_is_asked(data: Path) -> None:
    new_a_day(data, 0)
    assert "nothing new is wanted" in study(data, typed="x\n").err


def test_only_what_is_due(data: Path) -> None:
    done = study(data, "--due", typed="x\n")
    assert (done.status, done.out) == (0, "")
    assert "Nothing is due." in done.err


def test_by_a_day_says_what_to_expect_then(data: Path) -> None:
    done = study(data, *ONE_LINE, "--by", "in 3 days", typed="x\n" * 3)
    assert "[1/1]" in done.out
    assert re.search(r"\nExpected on \w+day: [0-3] of 3, if you keep to the plan", done.out)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("new_a_day = -1\n", "`new_a_day` must be a whole number from 0 to 1000"),
        ("new_a_day = true\n", "`new_a_day` must be"),
        ("retention = 1.5\n", "`retention` must be a number from 0.7 to 0.99"),
    ],
)
def test_settings_that_make_no_sense_are_said(data: Path, text: str, told: str) -> None:
    data.mkdir()
    (data / "settings.toml").write_text(text)
    done = quizapp(data, "settings")
    assert done.status == 1
    assert told in done.err


def test_settings_are_shown_and_changed_and_the_rest_of_the_file_stays(data: Path) -> None:
    data.mkdir()
    (data / "settings.toml").write_text('# mine\ntheme = "nord"\n')
    assert "10  new questions a day" in quizapp(data, "settings").out
    done = quizapp(data, "settings", "--retention", "95%", "--new-a-day", "20")
    assert "20  new questions a day" in done.out
    assert "95 %" in done.out
    kept = (data / "settings.toml").read_text()
    assert kept.startswith('# mine\ntheme = "nord"\n')
    assert quizapp(data, "settings", "--retention", "0.85").out.count("85 %") == 1
    assert quizapp(data, "settings", "--retention", "20").status == 2


# Certainty


def certain(data: Path, *typed: str) -> Done:
    return study(data, *TWO, "--certainty", typed="".join(f"{line}\n" for line in typed))


def test_from_a_pipe_the_line_after_an_answer_is_the_certainty(data: Path) -> None:
    first = "1944" if "In which year" in study(data, *TWO, "--try").out.split("[2/")[0] else "2000"
    other = {"1944": "2000", "2000": "1944"}[first]
    done = certain(data, first, "3", other, "2")
    assert "You said 3, certain: +3 marks." in done.out
    assert "You said 2, fairly sure: +2 marks." in done.out
    assert "Certainty: 5 of 6 marks." in done.out
    assert "You were right 100 % of the time, and had said 82 %." in done.out
    assert "Brier score 0.04" in done.out
    assert re.search(r"^   3  ·+\|·*o  100 % right of 1$", done.out, re.MULTILINE)


def test_a_confident_error_costs_and_its_return_asks_for_no_certainty(data: Path) -> None:
    done = certain(data, "nothing", "3", "nor this", "1", "again", "again")
    assert "You said 3, certain: −6 marks." in done.out
    assert "You said 1, a guess: 0 marks." in done.out
    assert "Certainty: −6 of 6 marks." in done.out
    assert done.out.count("(again)") == 3


def test_what_is_no_certainty_is_said_and_the_answer_counts_without_one(data: Path) -> None:
    done = certain(data, "1944", "sure", "2000", "9")
    assert done.out.count("is no certainty (1, 2 or 3): the answer counts without one.") == 2
    assert "Certainty:" not in done.out


@pytest.mark.parametrize("last", ["", ":quit\n"])
def test_an_answer_whose_certainty_never_came_is_kept(data: Path, last: str) -> None:
    study(data, *TWO, "--certainty", typed=f"nothing\n{last}")
    (row,) = quizapp(data, "scores", "--format", "json").json["sessions"]
    assert row["answered"] == 1


def test_i_dont_know_needs_no_certainty(data: Path) -> None:
    done = certain(data, "", "", "x")
    assert "no certainty" not in done.out
    assert done.out.count("NOT KNOWN YET") == 2


# Exams


@pytest.mark.parametrize(("mark", "status"), [("50", 0), ("51%", 3)])
def test_below_the_pass_mark_the_exit_status_is_3(data: Path, mark: str, status: int) -> None:
    done = study(data, "--mode", "exam", *TWO, "--pass-mark", mark, typed="1944\n1944\n")
    assert "Score: 1 of 2 (50 %)" in done.out
    assert ("Not passed" in done.out) == (status == 3)
    assert done.status == status


def test_the_same_paper_can_be_set_again(data: Path, with_papers: Path) -> None:
    bank = ("study", str(with_papers), "--plain")
    first = quizapp(data, *bank, "--paper", "mock", "--extra-time", "25%", typed="x\n\n" * 2)
    assert "Time left: 12:30" in first.out
    assert first.status == 3
    again = re.search(r"The same paper again: quizapp (.*)", first.out)
    digest = re.search(r"the bank's digest is ([0-9a-f]{12})\.", first.out)
    assert again is not None
    assert digest is not None
    second = quizapp(data, *shlex.split(again[1]), "--plain", typed="x\n\n" * 2)
    asked = [line for line in first.lines if line.startswith("[")]
    assert asked == [line for line in second.lines if line.startswith("[")]
    assert digest[1] in second.out


def test_extra_time_needs_a_limit(data: Path, with_papers: Path) -> None:
    words = ("study", str(with_papers), "--plain", "--paper", "long", "--extra-time", "25%")
    done = quizapp(data, *words)
    assert done.status == 2
    assert "no time limit" in done.err


def test_an_exam_that_is_resumed_after_its_time_is_handed_in(data: Path) -> None:
    exam = ("--mode", "exam", *TWO, "--minutes", "0.02", "--pass-mark", "60")
    left = study(data, *exam, typed="1944\n")
    assert "To go on" in left.out
    time.sleep(1.5)
    late = study(data, "--resume", typed="2000\n")
    assert "The time is up: the exam is handed in as it stood." in late.out
    assert "Score: " in late.out
    assert late.status == 3


# Cramming and reading


def answers(done: Done) -> list[str]:
    """The prompts in the order in which they were asked."""
    return [line for line in done.lines if re.match(r"\[\d+/\d+\]", line)]


def test_cramming_goes_on_until_all_was_right_three_times(data: Path) -> None:
    cram = (*TWO, "--mode", "cram")
    order = answers(study(data, *cram, "--try", typed="x\nx\n"))[:2]
    typed = [next(right for start, right in RIGHT.items() if start in asked) for asked in order]
    half = study(data, *cram, typed="\n".join(typed) + "\n")
    assert half.out.count("Right 1 of 3 times.") == 2
    assert "0 of 2 right three times" in half.out
    done = study(data, "--resume", typed="\n".join(typed * 2) + "\n")
    assert done.out.count("Right 3 times: done with this one.") == 2
    assert "2 of 2 right three times. Your schedule is as it was." in done.out
    assert "To go on" not in done.out
    assert "Nothing is due." in study(data, "--due").err


def test_reading_guesses_before_each_paragraph_and_scores_nothing(data: Path) -> None:
    first = study(data, "--mode", "read", *ONE_LINE, typed="2000\n")
    assert first.out.index("[1/2] How many eggs") < first.out.index("Who lives there · paragraph 1")
    assert first.out.index("Who lives there · paragraph 1") < first.out.index("[2/2]")
    assert "«The queen lays as many as two thousand eggs a day in June.»" in first.out
    assert "Evidence:" not in first.out
    assert "Score:" not in first.out
    assert "Read: 1 of 3 paragraphs. Right: 1 of 1 guess, which count for nothing." in first.out
    assert "CORRECT" not in first.out
    rest = study(data, "--resume", typed="x\n")
    assert rest.out.startswith("[2/2]")
    assert "WRONG" not in rest.out
    assert "Winter · paragraph 3" in rest.out
    assert "Read: 3 of 3 paragraphs. Right: 1 of 2 guesses" in rest.out
    assert "To go on" not in rest.out
    (row,) = quizapp(data, "scores", "--format", "json").json["sessions"]
    assert (row["answered"], row["out_of"]) == (0, 0)
    assert "Nothing is due." in study(data, "--due").err
