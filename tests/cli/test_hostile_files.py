"""Files and paths that are handed over and are not as they should be: each command says so."""

import json
import os
import sys
from pathlib import Path

import pytest
from cli.program import BANK, ROOT, Done, quizapp, study

unix = pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix file system")
TIDES = ROOT / "questions" / "tides"
HEAD = 'format = 1\n[bank]\nid = "b"\ntitle = "B"\n[[question]]\nid = "q"\nprompt = "When?"\n'


def refused(done: Done, status: int, *said: str) -> None:
    """It ended with this status and a short message that has these words."""
    assert done.status == status, done
    assert "Traceback" not in done.err + done.out
    assert all(words in done.err + done.out for words in said), done
    assert len(done.err.splitlines()) < 6


def written(path: Path, content: str | bytes) -> str:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


DATES = ["1939-1945", "1687-13", "1987-Sep", "2021-02-30", "0000"]


@pytest.mark.parametrize("field", ["wrong", "partial"])
@pytest.mark.parametrize("date", DATES)
def test_a_date_that_is_none_beside_other_answers_is_a_problem(
    tmp_path: Path, date: str, field: str
) -> None:
    from quizapp.bank.load import load

    text = f'{HEAD}kind = "date"\nanswer = "{date}"\n{field} = [{{ answers = ["1"] }}]\n'
    problems = load(Path(written(tmp_path / "b.toml", text))).problems
    assert [(one.code, one.line) for one in problems] == [("date", 9)]


HUGE = ["9" * 309, "9" * 4000, "9" * 5000, "0x" + "f" * 5000, "-" + "9" * 20, "9223372036854775808"]


@pytest.mark.parametrize("figure", HUGE)
@pytest.mark.parametrize("field", ["answer", "tolerance", "weight", "format", "kind", "id", "was"])
def test_a_whole_number_beyond_64_bits_is_a_problem(
    tmp_path: Path, figure: str, field: str
) -> None:
    from quizapp.bank.find import glance
    from quizapp.bank.load import load

    text = f'{HEAD}kind = "number"\nanswer = 1\n'
    lines = [line for line in text.split("\n") if not line.startswith(f"{field} =")]
    lines.insert(0 if field == "format" else lines.index("[[question]]") + 1, f"{field} = {figure}")
    path = Path(written(tmp_path / "b.toml", "\n".join(lines)))
    problems = load(path).problems
    assert [one.code for one in problems] == ["toml"]
    assert "too many digits" in problems[0].message
    assert "too many digits" in glance(path).problem
    if not figure.startswith("9" * 5000):
        assert problems[0].line == 1 + lines.index(f"{field} = {figure}")


@pytest.mark.parametrize(
    "words", [("check",), ("study", "--plain"), ("items",), ("banks", "--add"), ()]
)
def test_no_command_fails_on_a_bank_with_a_huge_figure(
    data: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "questions").mkdir()
    text = f'{HEAD}kind = "number"\nanswer = {"9" * 400}\n'
    name = written(tmp_path / "questions" / "b.toml", text)
    done = quizapp(data, *words, *([name] if words else []))
    assert "Traceback" not in done.err
    assert done.status in ((0,) if "--add" in words else (0, 1, 2))
    assert "b" in done.out + done.err


EMPTY = {"nothing": b"", "line ends": b"\r\n\n", "NULs": b"\0" * 9000}


@pytest.mark.parametrize("content", EMPTY.values(), ids=EMPTY)
def test_an_empty_copy_is_not_attached(data: Path, tmp_path: Path, content: bytes) -> None:
    done = quizapp(data, "attach", str(TIDES), written(tmp_path / "copy.txt", content))
    refused(done, 1, "copy.txt", "no text")
    assert not data.exists()


def test_a_copy_that_is_emptied_later_gives_way_to_the_digest(data: Path, tmp_path: Path) -> None:
    data.mkdir()
    copy = written(tmp_path / "copy.txt", "")
    written(data / "settings.toml", f'[copies]\nbees = "{copy}"\n')
    done = study(data, "--tag", "people", "--count", "1", typed="Lorenz\n")
    assert done.status == 0
    assert "Your copy of the source cannot be used: there is no text in it." in done.out
    assert "Traceback" not in done.err


def test_a_user_that_is_not_there_is_named(data: Path) -> None:
    said = "the home folder of ~nosuchuser is not known"
    refused(quizapp(data, "attach", str(TIDES), "~nosuchuser/copy.txt"), 1, said)
    refused(quizapp(data, "banks", "--add", "~nosuchuser/banks"), 2, said)
    refused(quizapp(data, "scores", "--data", "~nosuchuser/data"), 2, said)
    refused(quizapp("~nosuchuser", "scores"), 2, said)
    refused(quizapp("~nosuchuser", "study", str(BANK), "--plain"), 2, said)


UNSOUND = 'theme = "nord"\nbanks = ["~nosuchuser/banks"]\n'


@pytest.mark.parametrize(
    "words",
    [("check", str(BANK)), ("scores",), ("banks",), ("progress", str(BANK)),
     ("study", str(BANK), "--plain", "--count", "1")],
)  # fmt: skip
def test_commands_go_on_with_settings_that_are_unsound_in_part(
    data: Path, words: tuple[str, ...]
) -> None:
    data.mkdir()
    written(data / "settings.toml", UNSOUND)
    done = quizapp(data, *words)
    assert done.status == 0
    if words[0] not in ("check", "scores"):
        assert done.err.count("settings.toml:2: the home folder of ~nosuchuser is not known") == 1


def test_banks_are_added_beside_an_entry_that_is_unsound(data: Path) -> None:
    data.mkdir()
    path = Path(written(data / "settings.toml", UNSOUND))
    assert quizapp(data, "banks", "--add", str(BANK)).status == 0
    assert str(BANK) in path.read_text()
    assert "~nosuchuser" in path.read_text()


@unix
@pytest.mark.parametrize("sort", ["a named pipe", "a device"])
def test_settings_that_are_no_file_are_named_and_the_defaults_hold(data: Path, sort: str) -> None:
    data.mkdir()
    if sort == "a named pipe":
        os.mkfifo(data / "settings.toml")
    else:
        (data / "settings.toml").symlink_to("/dev/zero")
    done = study(data, "--count", "1", typed="no\n")
    assert done.status == 0
    assert sort in done.err
    refused(quizapp(data, "settings", "--new-a-day", "3"), 1, sort)


@unix
def test_pipes_and_devices_are_refused_wherever_a_file_is_named(data: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, sort in ((str(tmp_path / "pipe"), "a named pipe"), ("/dev/zero", "a device")):
        refused(quizapp(data, "import-log", name), 2, name, sort)
        refused(quizapp(data, "items", str(BANK), name), 2, name, sort)
        refused(quizapp(data, "grade", name), 2, name, sort)
        refused(quizapp(data, "attach", str(BANK), name), 1, name, sort)
        refused(quizapp(data, "check", name), 1, name, sort)


def test_text_that_is_not_utf8_is_named_with_the_remedy(data: Path, tmp_path: Path) -> None:
    log = '{"type": "log", "version": 1, "source": ""}\n'
    wide = written(tmp_path / "wide.jsonl", log.encode("utf-16"))
    refused(quizapp(data, "import-log", wide), 2, "wide.jsonl:1:1", "UTF-16", "save it as UTF-8")
    latin = written(tmp_path / "latin.jsonl", log.encode() + b'{"type": "\xe9"}\n')
    refused(quizapp(data, "import-log", latin), 2, "latin.jsonl:2:11", "0xE9", "save it as UTF-8")
    graded = quizapp(data, "grade", wide)
    assert graded.status == 1
    assert "UTF-16" in graded.lines[0]


def test_a_data_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    data = Path(written(tmp_path / "data", "no folder"))
    for words in (("scores",), ("export-log",), ("progress", str(BANK)), ("items", str(BANK))):
        refused(quizapp(data, *words), 1, "cannot be reached", "--data")


SPECS = [
    {"wrong": [{"answers": 3}]}, {"wrong": [{"answers": [3]}]}, {"wrong": [3]}, {"wrong": 3},
    {"wrong": [{"answers": ["a"], "feedback": 3}]}, {"wrong": [None]}, {"wrong": {"answers": []}},
    {"tolerance": []}, {"tolerance": float("inf")}, {"tolerance": float("nan")}, {"tolerance": -1},
    {"tolerance": 10**400}, {"tolerance": True}, {"unit": 3}, {"precision": {}}, {"parts": "a"},
    {"parts": ["a"]}, {"parts": [[1]]}, {"synonyms": [["a", None]]}, {"need": "2"}, {"need": 1.5},
    {"strict": "no"}, {"ordered": 1}, [], "spec", 3, {"ideas": "a"}, {"ideas": [3]},
    {"ideas": [[]]}, {"ideas": [{"missing": "x"}]}, {"ideas": [{"says": ["a"], "by": 3}]},
    {"ideas": [{"says": ["a"], "missing": 3}]}, {"wrong": [{"ideas": [[1]]}]}, {"part": "no"},
    {"partial": [{"score": "1"}]}, {"partial": ["a"]}, {"partial": [{"answers": [], "score": 2}]},
    {"language": 3}, {"distinct": ["home", "local"]}, {"distinct": [["home", 1]]},
    {"ideas": [[{"by": "a"}]]}, {"ideas": [{"says": [{"says": "a", "by": [1]}]}]},
    {"ideas": [{"says": ["a"], "alone": "yes"}]}, {"wrong": [{"ideas": ["a"], "need": "1"}]},
]  # fmt: skip


def test_every_malformed_spec_is_an_error_of_its_line(data: Path, tmp_path: Path) -> None:
    case = {"question": "Q", "answers": ["3 km"], "response": "3"}
    kinds = ("text", "number", "date", "list")
    cases = [
        {"id": f"{number} {kind}", **case, "kind": kind, "spec": spec}
        for number, spec in enumerate(SPECS)
        for kind in kinds
    ]
    lines = "".join(json.dumps(each) + "\n" for each in [*cases, {"id": "sound", **case}])
    done = quizapp(data, "grade", written(tmp_path / "cases.jsonl", lines))
    assert done.status == 1
    assert done.err == ""
    answers = [json.loads(line) for line in done.lines]
    assert [list(answer) for answer in answers[:-1]] == [["id", "error"]] * len(cases)
    assert answers[-1]["verdict"]


def test_a_line_without_end_is_an_error_and_the_next_is_graded(data: Path, tmp_path: Path) -> None:
    sound = json.dumps({"id": 2, "answers": ["a"], "response": "a"})
    lines = b'{"id": 1, "response": "' + b"x" * (1 << 24) + b'"}\n' + sound.encode()
    done = quizapp(data, "grade", written(tmp_path / "cases.jsonl", lines))
    assert "longer than 16 MiB" in done.lines[0]
    assert json.loads(done.lines[1])["accept"] is True
