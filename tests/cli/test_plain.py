"""The quiz on plain lines: what is printed, what is read, what is kept."""

import re
from pathlib import Path
from typing import Any

import pytest
from cli.program import BANK, quizapp, started, study

RIGHT = {
    "text": "Karl von Frisch",
    "number": "two thousand",
    "date": "in 1944",
    "list": "workers, males and queen",
    "choice": "the length of the run",
    "multiple": "the bees shiver; the bees eat honey",
    "boolean": "false because there is one queen only",
    "order": "queens; drones; workers",
    "match": "angle = direction; length = distance",
    "points": "They form a ball.\nThey shiver to keep warm.\nThey live on honey.\n",
}


@pytest.mark.parametrize(("kind", "typed"), RIGHT.items())
def test_a_right_answer_of_each_kind_scores_and_is_told_with_its_evidence(
    data: Path, kind: str, typed: str
) -> None:
    done = study(data, "--kind", kind, typed=f"{typed}\n")
    assert done.status == 0
    assert done.out.startswith("[1/1] ")
    assert "\nCORRECT" in done.out
    assert "\nEvidence: " in done.out
    assert "\nScore: 1 of 1 (100 %)\n" in done.out
    assert "\x1b" not in done.out


@pytest.mark.parametrize(
    ("kind", "typed", "outcome"),
    [
        ("text", "Karl von Frish", "CLOSE: counted as right"),
        ("text", "Konrad Lorenz", "WRONG"),
        ("number", "200", "WRONG"),
        ("list", "workers, queen", "PARTIAL"),
        ("boolean", "f", "PARTIAL"),
        ("boolean", "true, there are several", "WRONG"),
        ("points", "They form a ball.\n", "PARTIAL"),
    ],
)
def test_the_outcome_begins_the_line_after_a_response(
    data: Path, kind: str, typed: str, outcome: str
) -> None:
    done = study(data, "--kind", kind, typed=f"{typed}\n")
    assert any(line.startswith(outcome) for line in done.lines), done.out
    assert done.status == 0


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["x"], "Back tomorrow."),
        (["x", ":right"], "Score: 1 of 1 (100 %)"),
        (["Karl von Frisch", ":wrong"], "Score: 0 of 1 (0 %)"),
        (["x", ":right", ":undo"], "Score: 0 of 1 (0 %)"),
        (["x", ":void", "Karl von Frisch"], "Score: 1 of 1 (100 %)"),
        ([":hint"], "Hint (half credit): An Austrian."),
        ([":hint", "Karl von Frisch"], "Score: 0.5 of 1 (50 %)"),
        ([":skip", "Karl von Frisch"], "Score: 1 of 1 (100 %)"),
        ([":repeat", "Karl von Frisch"], "Score: 1 of 1 (100 %)"),
        ([":nonsense", "Karl von Frisch"], "There is no command :nonsense"),
        ([":quit"], "--resume"),
        (["", "Karl von Frisch"], "NOT KNOWN YET"),
        (["x" * 70_000], "longer than 64 KiB"),
    ],
)
def test_a_session_goes_on_after_any_line(data: Path, lines: list[str], told: str) -> None:
    done = study(data, "--kind", "text", typed="".join(f"{line}\n" for line in lines))
    assert told in done.out
    assert "Traceback" not in done.err
    assert done.status == 0


def offered(out: str) -> dict[str, str]:
    """What stands behind each letter."""
    return {words: letter for letter, words in re.findall(r"^([a-z])\) (.*)$", out, re.MULTILINE)}


@pytest.mark.parametrize("by_words", [True, False])
@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("choice", ["the length of the run"]),
        ("multiple", ["the bees shiver", "the bees eat honey"]),
        ("order", ["queens", "drones", "workers"]),
    ],
)
def test_options_are_answered_by_letters_or_words_and_kept_as_words(
    data: Path, kind: str, answer: list[str], by_words: bool
) -> None:
    seed = ("--seed", "4", "--kind", kind)
    letters = offered(study(data, *seed, "--try").out)
    typed = ";".join(answer) if by_words else " ".join(letters[words] for words in answer)
    done = study(data, *seed, typed=typed + "\n")
    assert any(line.startswith("CORRECT") for line in done.lines), done.out
    assert kept(data)[0]["response"].split("\n") == answer


def test_pairs_are_answered_by_number_and_letter(data: Path) -> None:
    letters = offered(study(data, "--kind", "match", "--seed", "1", "--try").out)
    typed = f"1{letters['direction']} 2{letters['distance']}"
    done = study(data, "--kind", "match", "--seed", "1", typed=typed + "\n")
    assert any(line.startswith("CORRECT") for line in done.lines), done.out
    assert kept(data)[0]["response"] == "angle = direction\nlength = distance"


def kept(data: Path) -> list[dict[str, Any]]:
    """The responses of the latest session."""
    latest = quizapp(data, "scores", "--last", "1", "--format", "json").json["sessions"][0]["id"]
    shown = quizapp(data, "scores", "--session", latest[:8], "--format", "json").json
    responses: list[dict[str, Any]] = shown["responses"]
    return responses


def test_a_whole_session_prints_numbers_evidence_passage_and_score(data: Path) -> None:
    done = study(data, "--tag", "people", typed="Lorenz\n")
    text = done.out
    assert text.startswith("[1/1] Who read the dance")
    assert "Lorenz studied geese." in text
    assert "Answer: Karl von Frisch" in text
    assert "Evidence: Karl von Frisch read the dance" in text
    assert "Finding flowers · paragraph 2" in text
    assert "«Karl von Frisch read the dance»" in text
    assert "(again)" not in text
    assert "\nBack tomorrow.\n" in text
    assert "Score: 0 of 1 (0 %)" in text
    assert "To go on" not in text
    assert "\x1b" not in text


def test_the_order_depends_on_the_seed_alone(data: Path, tmp_path: Path) -> None:
    first = study(data, "--seed", "7", "--count", "5", "--try").out
    assert first == study(tmp_path / "other", "--seed", "7", "--count", "5", "--try").out
    prompts = {study(data, "--seed", str(seed), "--count", "5", "--try").out for seed in range(6)}
    assert len(prompts) > 1


def test_an_unfinished_session_is_kept_and_one_line_resumes_it(data: Path) -> None:
    done = study(data, "--tag", "figures", "--seed", "1", typed="nothing like it\n")
    line = next(line for line in done.lines if "--resume" in line)
    words = line.split("quizapp ", 1)[1].split()
    assert words[:2] == ["study", "bees"]
    session = words[words.index("--resume") + 1]
    rest = study(data, "--resume", session[:8], typed="2000\n1944\n2000\n1944\n")
    assert "[2/2]" in rest.out
    assert "To go on" not in rest.out
    assert len(quizapp(data, "scores", "--format", "json").json["sessions"]) == 1


def test_resume_without_an_id_takes_the_latest(data: Path) -> None:
    study(data, "--tag", "figures", typed="1999\n")
    done = quizapp(data, "study", "--resume", "--plain", typed=":quit\n")
    assert "[2/2]" in done.out


def test_a_question_that_was_answered_and_has_gone_is_no_trouble(
    data: Path, tmp_path: Path
) -> None:
    import shutil

    bank = tmp_path / "bank"
    shutil.copytree(BANK, bank)
    words = ("study", str(bank), "--plain", "--tag", "figures", "--seed", "1")
    first = quizapp(data, *words, typed="1\n").out
    gone = "eggs" if "How many eggs" in first.split("[2/2]")[0] else "year"
    file = bank / "questions.toml"
    tables = file.read_text().split("[[question]]")
    file.write_text("[[question]]".join(one for one in tables if f'id = "{gone}"' not in one))
    done = quizapp(data, "study", "--resume", "--plain", typed="1\n")
    assert f"The question {gone} is not in the bank any more" in done.out
    assert "WRONG" in done.out
    assert "Traceback" not in done.err


def test_nothing_to_resume_is_said(data: Path) -> None:
    done = quizapp(data, "study", "--resume", "--plain")
    assert done.status == 2
    assert "no unfinished session" in done.err


def test_an_empty_line_from_a_pipe_is_i_dont_know(data: Path) -> None:
    done = study(data, "--tag", "people", typed="\n")
    assert "NOT KNOWN YET" in done.out
    session = quizapp(data, "scores", "--format", "json").json["sessions"][0]
    assert (session["answered"], session["wrong"]) == (1, 1)


def test_a_skipped_question_comes_back_and_a_second_skip_is_worth_nothing(data: Path) -> None:
    done = study(data, "--tag", "figures", "--seed", "1", typed=":skip\n1944\n2000\n:skip\n")
    assert done.out.count("[1/2]") >= 2
    assert re.search(r"Score: [01] of 2", done.out)


def test_commands_explain_themselves_and_unknown_ones_are_refused(data: Path) -> None:
    done = study(data, "--tag", "people", typed=":help\n:nonsense\n:repeat\n:quit\n")
    assert ":hint" in done.out
    assert "There is no command :nonsense" in done.out
    assert done.out.count("[1/1] Who read") == 2
    assert "Score: 0 of 0" in done.out


def test_a_doubled_colon_begins_an_answer_with_a_colon(data: Path) -> None:
    study(data, "--tag", "people", typed="::right\n")
    assert kept(data)[0]["response"] == ":right"


def test_an_exam_tells_nothing_before_it_is_handed_in(data: Path) -> None:
    done = study(data, "--mode", "exam", "--tag", "figures", "--seed", "1", typed="1\n2\n")
    before, after = done.out.split("You: ", 1)
    assert "WRONG" not in before
    assert "Evidence:" in after
    assert "Score: 0 of 2" in after
    hint = study(data, "--mode", "exam", "--tag", "people", typed=":hint\nKarl von Frisch\n")
    assert "no hints in an exam" in hint.out


def test_a_try_keeps_nothing(data: Path) -> None:
    study(data, "--tag", "people", "--try", typed="Karl von Frisch\n")
    assert quizapp(data, "scores", "--format", "json").json == {"sessions": []}


def test_learners_are_kept_apart(data: Path) -> None:
    study(data, "--tag", "people", "--learner", "one", typed="Karl von Frisch\n")
    study(data, "--tag", "people", "--learner", "two", typed="x\n")
    only = quizapp(data, "scores", "--learner", "two", "--format", "json").json["sessions"]
    assert [row["learner"] for row in only] == ["two"]


RESPONSES = {
    "markup and escapes": "[/] [bold]x \x1b[31mred\x07",
    "emoji": "👩‍🚀🇬🇧 e\u0301",
    "only combining marks": "\u0301" * 5000,
    "64 KiB": "x" * (64 * 1024),
    "invalid UTF-8": b"\xff\xfe\x80 bees",
    "a NUL": "a\0b",
}


@pytest.mark.parametrize("response", RESPONSES.values(), ids=list(RESPONSES))
def test_any_response_is_graded_kept_and_never_printed_raw(
    data: Path, response: str | bytes
) -> None:
    typed = response if isinstance(response, bytes) else response.encode()
    done = study(data, "--tag", "people", typed=typed + b"\n")
    assert "Score: 0 of 1" in done.out
    assert "\x1b" not in done.out + done.err
    assert "Traceback" not in done.err
    assert len(kept(data)) == 1


def test_more_than_64_kib_is_cut_with_a_word(data: Path) -> None:
    done = study(data, "--tag", "people", typed="x" * 70_000 + "\nKarl von Frisch\n")
    assert "longer than 64 KiB" in done.out
    assert len(str(kept(data)[0]["response"])) == 64 * 1024


def test_output_that_cannot_show_a_sign_replaces_it(data: Path) -> None:
    words = ("study", str(BANK), "--plain", "--tag", "people")
    limited = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = started(data, *words, typed="x\n", variables=limited)
    assert "Traceback" not in done.err
    assert "WRONG" in done.out


def test_the_learners_own_copy_is_shown(data: Path, tmp_path: Path) -> None:
    done = quizapp(data, "attach", str(BANK), str(tmp_path / "none.txt"))
    assert done.status == 1
    assert "none.txt" in done.err


def test_when_nothing_is_left_for_today_a_pipe_goes_on_and_says_so(data: Path) -> None:
    study(data, "--tag", "people", typed="Karl von Frisch\n")
    done = study(data, "--tag", "people", typed="Karl von Frisch\n")
    assert "Done for today" in done.err
    assert "Score: 1 of 1" in done.out


def test_a_damaged_store_is_said_and_the_session_goes_on(data: Path) -> None:
    data.mkdir()
    (data / "scores.sqlite3").write_bytes(b"no database at all" * 400)
    done = study(data, "--tag", "people", typed="Karl von Frisch\n")
    assert "Going on without keeping scores." in done.err
    assert "Score: 1 of 1" in done.out
    assert done.status == 1
