"""`quizapp check` as an author runs it."""

import re
from pathlib import Path

import pytest
from cli.program import quizapp

HEAD = (
    'format = 1\n[bank]\nid = "b"\ntitle = "B"\n[[passage]]\nid = "p"\ntext = "Cold air sinks."\n'
)
ASK = '[[question]]\nid = "{}"\nkind = "text"\nprompt = "P?"\nanswers = ["a"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "bank"
    path.mkdir()
    (path / "bank.toml").write_text(HEAD, encoding="utf-8")
    for name in ("one", "two"):
        text = ASK.format(name) + 'support = [{ passage = "p" }]\n'
        (path / f"{name}.toml").write_text(text, encoding="utf-8")
    return path


def test_one_file_of_a_folder_is_checked_with_its_bank(folder: Path, tmp_path: Path) -> None:
    done = quizapp(tmp_path / "data", "check", str(folder / "one.toml"))
    assert done.status == 0
    assert {line.split(":")[0] for line in done.lines} == {str(folder / "one.toml")}


def test_what_questions_lack_is_listed_on_request(folder: Path, tmp_path: Path) -> None:
    def lacking(*words: str) -> list[str]:
        done = quizapp(tmp_path / "data", "check", *words)
        return [Path(line.split(":")[0]).name for line in done.lines if "incomplete" in line]

    assert lacking(str(folder)) == ["bank.toml"]
    assert lacking(str(folder / "bank.toml")) == ["bank.toml"]
    assert lacking(str(folder / "two.toml")) == ["two.toml"]
    assert lacking("--each", str(folder)) == ["one.toml", "two.toml"]


def test_of_one_file_only_its_own_problems_count(folder: Path, tmp_path: Path) -> None:
    (folder / "two.toml").write_text(ASK.format("one") + "weight = 0\n", encoding="utf-8")
    assert quizapp(tmp_path / "data", "check", str(folder / "one.toml")).status == 0
    done = quizapp(tmp_path / "data", "check", str(folder / "two.toml"))
    assert done.status == 1
    assert len(done.lines) == 2
    assert "line 2 of one.toml" in done.out
    assert "in other files" not in done.err
    done = quizapp(tmp_path / "data", "check", str(folder / "bank.toml"))
    assert (done.status, done.out) == (0, "")
    assert "2 in other files of the bank" in done.err


def test_a_folder_of_banks_names_what_is_none(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "fridge.toml.txt").write_text("", encoding="utf-8")
    (folder / "bank.toml").rename(folder / "Bank.toml")
    done = quizapp(tmp_path / "data", "check", str(tmp_path))
    assert "the folder has no bank.toml" in done.out
    assert "rename it fridge.toml" in done.out


BARE = '[[question]]\nprompt = "{}"\nanswer = "a"\n'


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    path = tmp_path / "bare.toml"
    path.write_text(HEAD + BARE.format("Sinks?") + BARE.format("Rises?"), encoding="utf-8")
    return path


def test_fix_writes_the_ids_that_are_missing_once(bare: Path, tmp_path: Path) -> None:
    done = quizapp(tmp_path / "data", "check", "--fix", str(bare))
    assert "b: 2 questions were given an id" in done.err
    assert "no-id" not in done.out
    after = bare.read_text(encoding="utf-8")
    assert after.count('id = "sinks"') == after.count('id = "rises"') == 1
    assert "given an id" not in quizapp(tmp_path / "data", "check", "--fix", str(bare)).err
    assert bare.read_text(encoding="utf-8") == after


def test_study_gives_ids_in_a_bank_of_ones_own(bare: Path, tmp_path: Path) -> None:
    study = ("study", str(bare), "--plain", "--mode", "cram")
    done = quizapp(tmp_path / "data", *study, "--try", typed="a\na\n")
    assert "id =" not in bare.read_text(encoding="utf-8").split("[[question]]", 1)[1]
    done = quizapp(tmp_path / "data", *study, typed="a\na\n")
    assert "2 questions were given an id" in done.err
    assert "Score: 2 of 2" in done.out
    assert "given an id" not in quizapp(tmp_path / "data", *study, typed="a\na\n").err


def test_watch_checks_again_when_a_file_is_saved(
    bare: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves = ["weight = 0\n", "", None]

    def save(_seconds: float) -> None:
        """What happens between two looks: a save, nothing, Ctrl+C."""
        lines = saves.pop(0)
        if lines is None:
            raise KeyboardInterrupt
        if lines:
            bare.write_text(bare.read_text(encoding="utf-8") + lines, encoding="utf-8")

    monkeypatch.setattr("quizapp.cli.commands.check.sleep", save)
    done = quizapp(tmp_path / "data", "check", "--watch", str(bare))
    assert done.status == 130
    assert done.out.count("no-id") == 2
    assert done.out.count("weight: ") == 1
    assert done.err.count("checked again") == 1


def test_watch_needs_a_bank_to_watch(tmp_path: Path) -> None:
    done = quizapp(tmp_path / "data", "check", "--watch")
    assert (done.status, done.err.count("name the bank")) == (2, 1)


def test_unwanted_drafts_are_deleted_and_counted(folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        with (folder / f"{name}.toml").open("a", encoding="utf-8") as file:
            file.write("\n" + ASK.format(f"draft-{name}") + "draft = true\n")
    done = quizapp(tmp_path / "data", "check", "--drop-drafts", str(folder / "one.toml"))
    assert (done.status, done.err.count("b: 1 draft deleted.")) == (0, 1)
    assert "draft" not in (folder / "one.toml").read_text(encoding="utf-8")
    assert "draft" in (folder / "two.toml").read_text(encoding="utf-8")
    done = quizapp(tmp_path / "data", "check", "--drop-drafts", str(folder))
    assert (done.status, done.err.count("b: 1 draft deleted.")) == (0, 1)
    assert "never asked" not in done.out


@pytest.mark.parametrize("words", [(), ("--watch", "bank")])
def test_drafts_are_deleted_of_a_bank_that_is_named_and_once(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    done = quizapp(tmp_path / "data", "check", "--drop-drafts", *words)
    assert (done.status, done.err.count("name the bank")) == (2, 1)


def test_who_has_a_key_to_mend_is_sent_to_the_guide(folder: Path, tmp_path: Path) -> None:
    (folder / "two.toml").write_text(
        ASK.format("two") + 'support = [{ passage = "p" }]\ntests = { accept = ["b"] }\n',
        encoding="utf-8",
    )
    done = quizapp(tmp_path / "data", "check", str(folder))
    (topic,) = re.findall(r"`quizapp help (.*?)`", done.err)
    shown = quizapp(tmp_path / "data", "help", *topic.split())
    assert "a right answer is refused, and it says" in shown.out
    assert "quizapp help" not in quizapp(tmp_path / "data", "check", str(folder / "one.toml")).err


def test_schema_prints_json(tmp_path: Path) -> None:
    printed = quizapp(tmp_path / "data", "schema").json
    assert printed["properties"]["question"]["items"]["anyOf"]


def test_a_verdict_on_a_question_of_a_bank_is_explained(tmp_path: Path) -> None:
    bank = tmp_path / "b.toml"
    lines = 'prompt = "Two?"\nitems = [["red"], ["blue"]]\nid = "two"\n'
    ask = ASK.format("one").replace('"a"', '"ebb"')
    bank.write_text(f"{HEAD}{ask}[[question]]\n{lines}", encoding="utf-8")
    explain = ("grade", "--explain", "--bank", str(bank), "--question")
    done = quizapp(tmp_path / "data", *explain, "one", "--response=it is the ebb")
    assert "nearest answer" in done.out
    assert "  correct: It has “ebb”" in done.out
    done = quizapp(tmp_path / "data", *explain, "tw", "--response=red, green")
    assert "part 1   “red”: correct" in done.out
    assert "verdict  partial" in done.out
    wrong = quizapp(tmp_path / "data", *explain, "tow", "--response=x")
    assert (wrong.status, "Did you mean 'two'?" in wrong.err) == (2, True)
    assert quizapp(tmp_path / "data", *explain, "two").status == 2


PARTS = """
[[question]]
id = "value"
kind = "boolean"
prompt = "True or false, and why: it sinks."
answer = true
[question.reason]
answers = ["cold air is heavy"]
ideas = [["cold"], ["heavy", "dense"]]
[[question]]
id = "points"
kind = "points"
prompt = "Say what it does, and why."
[[question.points]]
answers = ["it sinks"]
[[question.points]]
answers = ["cold air is heavy"]
ideas = [["cold"], ["heavy", "dense"]]
[[question]]
id = "text"
kind = "text"
prompt = "Why does it sink?"
answers = ["cold air is heavy"]
ideas = [["cold"], ["heavy", "dense"]]
wrong = [{ ideas = [["warm"], ["heavy"]], ordered = true, feedback = "Warm air is light." }]
"""


def explained(tmp_path: Path, question: str, response: str) -> dict[str, str]:
    """The steps on a response to a question of PARTS."""
    bank = tmp_path / "b.toml"
    bank.write_text(HEAD + PARTS, encoding="utf-8")
    words = ("grade", "--explain", "--bank", str(bank), "--question", question)
    lines = quizapp(tmp_path / "data", *words, f"--response={response}").lines
    return dict(re.split(r"\s{2,}", line.strip(), maxsplit=1) for line in lines)


@pytest.mark.parametrize(
    ("question", "response", "part"),
    [("value", "true, it is cold", "reason"), ("points", "It is cold.", "point 2")],
)
def test_the_ideas_of_a_reason_and_of_a_point_are_explained(
    tmp_path: Path, question: str, response: str, part: str
) -> None:
    steps = explained(tmp_path, question, response)
    assert steps[f"{part}: idea 1"] == "“cold”: found in “cold” by “cold”"
    assert steps[f"{part}: idea 2"] == "“heavy”: not found"


def test_an_order_is_spoken_of_where_it_is_asked(tmp_path: Path) -> None:
    steps = explained(tmp_path, "text", "heavy, not when it is warm but when warm things cool")
    assert "order" not in steps
    assert steps["wrong 1, order"] == "the ideas come in another one"


def test_study_asks_one_question(bare: Path, tmp_path: Path) -> None:
    study = ("study", str(bare), "--plain", "--question", "ris")
    done = quizapp(tmp_path / "data", *study, typed="a\n")
    assert done.out.startswith("[1/1] Rises?")
    assert "--question needs the bank" in quizapp(tmp_path / "data", "study", "--question", "x").err
    assert "is no question" in quizapp(tmp_path / "data", *study[:-1], "x").err
