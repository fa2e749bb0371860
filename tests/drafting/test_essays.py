"""The paragraphs of an essay are found whatever its form, and what is not of it is left out."""

from pathlib import Path

import pytest

from quizapp.drafting.essay import Essay, read_essay
from quizapp.files import Refused

TEXTS = Path(__file__).parent / "texts"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "essay" / "essay.txt"

EXPECTED = {
    "bridges.txt": (
        "BRIDGES BEFORE STEEL",
        [
            ("Stone", "For two thousand", "least crack.[1]"),
            ("Stone", "An arch turns", "without mortar.[2]"),
            ("Iron", "In 1779 Abraham", "the castings."),
            ("Iron", "The fall of", "for rules.[3]"),
        ],
        ["Notes"],
    ),
    "bees.md": (
        "Bees in winter",
        [
            ("The cluster", "Honey bees do not", "about 30 °C."),
            ("The cluster", "Bees change places", "and March."),
            ("What goes wrong", "Most colonies", "number of mites."),
            ("What goes wrong", "The mite Varroa destructor", "nothing of it."),
        ],
        ["between ---", "tables", "notes", "References", "A short lesson"],
    ),
    "coffee.txt": (
        "",
        [
            ("Introduction", "Coffee reached", "in Smyrna."),
            ("The trade", "The Dutch East", "became common."),
            ("The trade", "Lloyd’s of London", "Royal Exchange."),
            ("Why it wakes", "Caffeine is", "five hours."),
        ],
        ["Bibliography"],
    ),
}


def essay(name: str) -> Essay:
    return read_essay((TEXTS / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_the_paragraphs_stand_under_their_headings(name: str) -> None:
    title, paragraphs, left_out = EXPECTED[name]
    found = essay(name)
    assert found.title == title
    assert [one.section for one in found.paragraphs] == [section for section, _, _ in paragraphs]
    for one, (_, begins, ends) in zip(found.paragraphs, paragraphs, strict=True):
        assert one.text.startswith(begins)
        assert one.text.endswith(ends)
        assert "\n" not in one.text
    for what in left_out:
        assert any(what in told for told in found.left_out), found.left_out


FRONT = """{title}

Maria Keller
Department of History, University of Bern

Abstract

This essay says how clocks came to Geneva, and why they stayed there.

Introduction

Calvin forbade jewellery in 1541. Goldsmiths turned to watches.¹

Chapter 2: The guild

The guild was founded in 1601, and was the first of its kind.

¹ Archives d'État, Jur. Civ. F 12.
"""


def test_author_affiliation_and_abstract_stand_before_the_essay() -> None:
    found = read_essay(FRONT.format(title="The Clockmakers of Geneva"))
    assert (found.title, found.author) == ("The Clockmakers of Geneva", "Maria Keller")
    assert [one.section for one in found.paragraphs] == ["Introduction", "Chapter 2: The guild"]
    assert any("University" in told for told in found.left_out)


def test_the_signs_of_pandoc_are_no_words() -> None:
    found = read_essay(f"Why {{#leaves}}\n===\n\n*An essay by Tom Lind*\n\n## One {{.x}}\n\n{LONG}")
    assert (found.title, found.author) == ("Why", "Tom Lind")
    assert found.paragraphs[0].section == "One"


def test_the_authors_name_is_taken_from_the_byline() -> None:
    assert essay("bridges.txt").author == "an Engineer"


@pytest.mark.skipif(not SHARED.exists(), reason="the essay is not here")
def test_the_essay_has_thirteen_paragraphs_under_their_headings() -> None:
    found = read_essay(SHARED.read_text(encoding="utf-8"))
    sections = [one.section for one in found.paragraphs]
    assert [(section, sections.count(section)) for section in dict.fromkeys(sections)] == [
        ("Introduction", 3),
        ("Deepening ties", 3),
        ("Making arms together?", 2),
        ("The Ukraine effect", 2),
        ("Future prospects", 3),
    ]
    lines = [line for line in SHARED.read_text(encoding="utf-8").splitlines() if len(line) > 300]
    assert [one.text for one in found.paragraphs] == [
        line for line in lines if not line.startswith("[")
    ]


LONG = "The sea is salt and wide, and nobody has ever counted all of the fish that live in it. " * 3

FORMS = {
    "one line": (LONG, [""]),
    "a paragraph a line": (f"{LONG}\n{LONG}\n{LONG}", ["", "", ""]),
    "Windows line ends": (f"{LONG}\r\n\r\n{LONG}\r\n", ["", ""]),
    "indented first lines": (
        "   The sea is salt and wide, and nobody counts its fish,\n"
        "however long he or she may sit beside it with a pencil.\n"
        "   The land is dry and narrow, and somebody has counted it,\n"
        "from one end to the other end, with a pencil and a rule.",
        ["", ""],
    ),
    "underlined headings": (
        f"Title\n=====\n\nSea\n---\n\n{LONG}\n\nLand\n----\n\n{LONG}", ["Sea", "Land"],
    ),
    "bold headings": (f"# Title\n\n**Sea**\n\n{LONG}\n\n**Land**\n\n{LONG}", ["Sea", "Land"]),
    "numbered headings": (f"1. Sea\n\n{LONG}\n\n2.1 Land\n\n{LONG}", ["Sea", "Land"]),
    "headings in capitals": (f"THE SEA\n\n{LONG}\n\nTHE LAND\n\n{LONG}", ["THE SEA", "THE LAND"]),
    "a question as heading": (
        f"{LONG}\n\nWhy is it salt?\n\n{LONG}", ["Introduction", "Why is it salt?"],
    ),
    "footnotes in square brackets": (f"{LONG}\n\n[1] A. Book, 1999.\n[2] B. Book, 2001.", [""]),
    "references and an afterword": (
        f"## Sea\n\n{LONG}\n\n## References\n\n- A. Book (1999)\n\n## Afterword\n\n{LONG}",
        ["Sea", "Afterword"],
    ),
    "a list": (f"{LONG}\n\nWatch these:\n\n- hives\n- lids\n- mites", ["", ""]),
    "a list that nothing introduces": (f"{LONG}\n\n- hives\n- lids\n- mites of bees", ["", ""]),
    "items with hanging lines": (
        "1. The sea is salt and wide, and nobody counts its fish,\n   however long he sits.\n"
        "2. The land is dry and narrow, and somebody has counted it,\n   from end to end.",
        [""],
    ),
    "numbered headings with a stop": (
        f"1. The Sea.\n\n{LONG}\n\n2. The Land.\n\n{LONG}", ["The Sea", "The Land"],
    ),
    "numbers of pages": (f"{LONG}\n\n12\n\n{LONG}", ["", ""]),
    "Chinese": ("海是咸的。\n\n陆地是干的，也是窄的。没有人数过海里的鱼。", ["", ""]),
    "headings in Chinese": ("海\n\n海是咸的，也是宽的。\n\n陆地\n\n陆地是干的。", ["海", "陆地"]),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_every_usual_form_of_a_text_is_read(form: str) -> None:
    text, sections = FORMS[form]
    assert [one.section for one in read_essay(text).paragraphs] == sections


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "no-paragraph"), ("Title\n\nReferences\n\n[1] A. Book", "no-paragraph"),
     ("<!DOCTYPE html><p>Words.</p>", "markup"), ("\\documentclass{article}", "markup"),
     ("a word. " * 20_000, "too-large"), ("One more.\n\n" * 3000, "too-many")],
)  # fmt: skip
def test_a_text_without_paragraphs_or_with_too_many_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        read_essay(text)
    assert caught.value.code == code
    assert caught.value.remedy
