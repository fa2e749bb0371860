"""Both shipped banks through every format and back: equal but for what is named as lost."""

from functools import cache
from html import escape
from pathlib import Path

import pytest

from quizapp.bank.find import shipped
from quizapp.bank.load import load
from quizapp.bank.model import Bank
from quizapp.exchange.formats import FORMATS, exported, imported
from quizapp.exchange.item import Loss
from quizapp.exchange.losses import fields_that_differ
from quizapp.exchange.new_bank import bank_files
from quizapp.kinds.base import Question

BOTH_WAYS = ("gift", "moodle", "csv", "canvas", "qti21")
BANKS = ("tides", "sino-russian-defence")

NEVER_LOST = {
    "gift": "prompt objective level tags support options pairs extra",
    "moodle": "prompt objective level tags support options pairs extra hint unit weight shuffle",
    "csv": "prompt objective level tags support options pairs extra hint explanation unit weight",
    "canvas": "prompt support options pairs extra weight",
    "qti21": "prompt support options pairs extra",
}


@cache
def bank(name: str) -> Bank:
    found = load(shipped() / name).bank
    assert found is not None
    return found


@cache
def carried(name: str, form: str) -> tuple[bytes, tuple[Loss, ...]]:
    return exported(bank(name), form)


def back(name: str, content: bytes, form: str, folder: Path) -> dict[str, Question]:
    """The questions of a bank that was made of an exported file, drafts among them."""
    file = folder / f"{name}{FORMATS[form].suffix}"
    file.write_bytes(content)
    for path, text in bank_files(name, [(name, imported(file, form))]).files.items():
        (folder / path).write_bytes(text)
    file.unlink()
    loaded = load(folder)
    assert loaded.bank is not None, loaded.problems
    return {one.id: one for one in (*loaded.bank.questions, *loaded.bank.drafts)}


def lost(losses: tuple[Loss, ...], question: str) -> list[str]:
    return [loss.what for loss in losses if loss.question == question]


@pytest.mark.parametrize("name", BANKS)
@pytest.mark.parametrize("form", BOTH_WAYS)
def test_a_question_comes_back_equal_but_for_what_is_named(
    form: str, name: str, tmp_path: Path
) -> None:
    original = bank(name)
    content, losses = carried(name, form)
    found = back(name, content, form, tmp_path)
    for question in original.questions:
        named = " ".join(lost(losses, question.id)).replace(",", " ").replace(";", " ").split()
        if question.id not in found:
            assert "left" in named, question.id
            continue
        gone, changed = fields_that_differ(question, found[question.id])
        own = {question.answer_field, found[question.id].answer_field, "draft"}
        if found[question.id].kind == question.kind:
            own = set()
        else:
            assert {"becomes", "person"} & set(named), question.id
        for field in {*gone, *changed} - own - {"kind"}:
            assert field in named, (question.id, field, named)


@pytest.mark.parametrize("name", BANKS)
@pytest.mark.parametrize("form", BOTH_WAYS)
def test_what_a_format_has_a_place_for_is_carried(form: str, name: str) -> None:
    never = set(NEVER_LOST[form].split())
    losses = carried(name, form)[1]
    another = {loss.question for loss in losses if "becomes" in loss.what}
    for loss in losses:
        kind, _, fields = loss.what.partition(": ")
        if loss.question not in another and kind in ("not carried", "carried otherwise"):
            assert not never & set(fields.split(", ")), loss


@pytest.mark.parametrize("form", [name for name, one in FORMATS.items() if one.writes])
def test_a_bank_gives_the_same_bytes_each_time(form: str) -> None:
    if form == "anki":
        pytest.importorskip("genanki")
    tides = bank("tides")
    assert exported(tides, form) == carried("tides", form)


@pytest.mark.parametrize("form", [*BOTH_WAYS, "anki-text"])
def test_the_passage_travels_as_feedback(form: str, tmp_path: Path) -> None:
    tides = bank("tides")
    found = back("tides", carried("tides", form)[0], form, tmp_path)
    loaded = load(tmp_path).bank
    assert loaded is not None
    assert found["sun-or-moon"].support == tides_question("sun-or-moon").support
    texts = {one.id: " ".join(one.text.split()) for one in tides.passages}
    assert loaded.passages
    for passage in loaded.passages:
        assert passage.text == texts[passage.id]
        assert passage.section
        assert passage.fingerprint


def tides_question(name: str) -> Question:
    return next(one for one in bank("tides").questions if one.id == name)


def test_a_paper_has_room_for_answers_and_its_key_the_evidence() -> None:
    from markdown_it import MarkdownIt

    text = carried("tides", "markdown")[0].decode()
    paper, _, key = text.partition("\n---\n")
    count = len(bank("tides").questions)
    assert paper.count("\n**") == key.count("\n**") == count
    page = MarkdownIt().render(text)
    for question in bank("tides").questions:
        assert escape(question.prompt.partition("___")[0], quote=False) in page
        answer = question.model_answer().partition("\n")[0].replace(" = ", " → ")
        assert escape(answer, quote=False) in page
    assert "“What raises the tides is a difference”" in key
    assert "What raises the tides is a difference" not in paper


def test_cards_for_quizlet_are_a_line_each() -> None:
    lines = carried("tides", "tsv")[0].decode().splitlines()
    assert len(lines) == len(bank("tides").questions)
    assert all(line.count("\t") == 1 and '"' not in line for line in lines)


def test_what_a_bank_says_beside_its_questions_is_named_as_lost() -> None:
    losses = carried("tides", "gift")[1]
    assert [loss.what for loss in losses if not loss.question] == [
        "of the bank: authors, license, synonyms, objectives, papers, source"
    ]


def test_a_question_without_a_form_is_left_out_by_name() -> None:
    losses = carried("tides", "aiken")[1]
    left_out = {loss.question for loss in losses if loss.what.startswith("left out")}
    assert "difference" in left_out
    assert len(left_out) == len(bank("tides").questions) - 2
