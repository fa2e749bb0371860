"""What authors get wrong: each slip is told at its place and in our words, and the remedy works."""

import random
import re

import pytest
from bank.slips import ASK, NUMBER, PARTS, SLIPS, Slip
from bank.writing import Loads

from quizapp.bank.check import check


def whole(written: str) -> str:
    """The file that a slip makes."""
    return written if "format" in written else ASK + written


def test_there_are_sixty() -> None:
    assert len(SLIPS) >= 60


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_slip_is_told_and_its_remedy_works(loads: Loads, slip: Slip, ends: str) -> None:
    marked = whole(slip.written)
    before = marked[: marked.index("«")]
    text = marked.replace("«", "").removesuffix("format")
    found = loads(text.replace("\n", ends)).problems
    place = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert (*place, slip.message, slip.remedy) in [
        (one.line, one.column, one.message.removeprefix("question 'q': "), one.remedy)
        for one in found
    ], found
    mended = loads(whole(slip.mended).replace("\n", ends))
    assert mended.bank is not None, mended.problems


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_what_a_remedy_says_to_write_is_in_the_mended_file(slip: Slip) -> None:
    concrete = r'"[^"…]+"|[\d.]+|true|false|\[\[?\w+\]\]?|kind = "\w+"'
    said = re.match(rf"(?:write|write it without quotes:) ({concrete})", slip.remedy)
    assert said is None or said[1] in slip.mended


def test_whatever_is_broken_is_told_in_our_words(loads: Loads, good: str) -> None:
    """Characters taken out of and put into a sound bank, a few at a time."""
    rng = random.Random(7)
    told = set()
    for _ in range(300):
        text = list(good)
        for _ in range(rng.randrange(1, 4)):
            at = rng.randrange(len(text))
            text[at : at + rng.randrange(3)] = rng.choice(["", "[", "]", "{", '"', "'", "=", ",\n"])
        for one in loads("".join(text)).problems:
            if one.code == "toml":
                assert one.line
                assert one.message[0].islower() or one.message[0] in "[{" or one.remedy
                told.add(one.message)
    theirs = ("Expected", "Invalid", "Unclosed", "Unterminated", "Illegal", "Cannot", "correct the")
    assert [one for one in told if one.startswith(theirs)] == []
    assert len(told) > 15


FOLDERS = {
    "one.toml.txt": ("its name does not end in .toml, so it is not read", "rename it one.toml"),
    "one.TOML": ("its name does not end in .toml, so it is not read", "rename it one.toml"),
    "more/one.toml": ("a folder within a bank is not read", "move its files up, beside bank.toml"),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_what_is_not_read_is_named(loads: Loads, name: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue("tmp_path") / "folder"
    (folder / name).parent.mkdir(parents=True)
    (folder / name).write_text(PARTS, encoding="utf-8")
    loaded = loads({"bank.toml": ASK, "notes.txt": "x", "two.toml.bak": "x", "three.toml~": "x"})
    told = [one for one in check(loaded) if one.code == "not-read"]
    assert [(one.message, one.remedy) for one in told] == [FOLDERS[name]]
    assert told[0].file.endswith(name.split("/")[0])


def test_a_bank_toml_txt_is_to_be_renamed(loads: Loads) -> None:
    (problem,) = loads({"bank.toml.txt": ASK}).problems
    assert (problem.code, problem.remedy) == ("no-bank", "rename bank.toml.txt to bank.toml")


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"PK\x03\x04\x14\x00", "a zip archive"), (b"%PDF-1.7", "a PDF"), (b"{\\rtf1", "Rich Text")],
)
def test_a_file_that_is_no_text_is_called_by_its_kind(
    loads: Loads, content: bytes, kind: str
) -> None:
    (problem,) = loads(content).problems
    assert kind in problem.message


@pytest.mark.parametrize(
    ("unit", "meant"), [("kilomtres", "kilometres"), ("celsis", "celsius"), ("aircraft", "")]
)
def test_a_unit_that_is_misspelt_is_named(loads: Loads, unit: str, meant: str) -> None:
    loaded = loads(NUMBER + f'answer = 4\nunit = "{unit}"\n')
    told = [one.remedy for one in check(loaded) if one.code == "unit"]
    assert [meant in remedy for remedy in told] == [True] * bool(meant)


@pytest.mark.parametrize(
    ("language", "remedy"),
    [("English", 'write "en"'), ("Klingon!", 'write its two letters, as "en" for English')],
)
def test_a_language_that_is_not_known_is_named(loads: Loads, language: str, remedy: str) -> None:
    loaded = loads(ASK.replace("title", f'language = "{language}"\ntitle'))
    assert remedy in [one.remedy for one in check(loaded) if one.code == "language"]


def test_the_other_place_of_an_id_may_be_in_another_file(loads: Loads) -> None:
    loaded = loads({"bank.toml": ASK, "parts.toml": PARTS.replace('"r"\nk', '"q"\nk')})
    (problem,) = loaded.problems
    assert problem.message.endswith("the other is at line 7 of bank.toml")
