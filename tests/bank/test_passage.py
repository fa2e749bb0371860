"""What is shown of the passages that settle an answer, and what is marked in it."""

from pathlib import Path

import pytest

from quizapp.bank import passage as passages
from quizapp.bank.attach import Copy
from quizapp.bank.model import Bank, Passage, sections
from quizapp.bank.passage import locate
from quizapp.kinds.base import Support
from quizapp.kinds.text import Text

DIGEST = Passage(
    id="p1", section="Ebb", paragraph=1, fingerprint="sha256:" + "0" * 64,
    digest="Water falls for\nsix hours, “slack” at the end.",
)  # fmt: skip
OWN = Passage(id="p2", section="Flood", paragraph=2, text="Water rises. Boats rise. All is well.")


def shown(*supports: Support, copy: Copy | None = None) -> list[tuple[str, str, list[str]]]:
    asked = Text(id="q", prompt="P", answers=("a",), support=supports)
    bank = Bank("b", "B", Path("b"), "", (asked,), (DIGEST, OWN))
    found = passages.shown(bank, asked, copy)
    return [(one.title, one.note, [one.text[a:b] for a, b in one.spans]) for one in found]


def test_a_digest_is_announced_and_its_evidence_marked() -> None:
    support = Support(passage="p1", evidence=("six hours", 'FOR SIX hours, "slack"'))
    assert shown(support) == [("Ebb · paragraph 1", passages.DIGEST, ["for six hours, “slack”"])]


def test_the_banks_own_text_has_its_sentences_marked() -> None:
    support = Support(passage="p2", evidence=("Boats",), sentences=(1, 3))
    assert shown(support) == [("Flood · paragraph 2", "", ["Water rises.", "All is well."])]


def test_without_sentences_the_evidence_is_marked() -> None:
    assert shown(Support(passage="p2", evidence=("boats rise",)))[0][2] == ["Boats rise"]


def test_the_learners_copy_stands_before_the_digest() -> None:
    copy = Copy({"p1": "It ebbs. It goes on for six hours."})
    assert shown(Support(passage="p1", sentences=(2,)), copy=copy) == [
        ("Ebb · paragraph 1", "", ["It goes on for six hours."])
    ]


@pytest.mark.parametrize(
    ("copy", "note"),
    [
        (None, passages.DIGEST),
        (Copy({}, ("p1",)), passages.CHANGED),
        (Copy({}, (), "Your copy has gone."), "Your copy has gone. " + passages.DIGEST),
    ],
)
def test_the_note_says_why_it_is_the_digest(copy: Copy | None, note: str) -> None:
    assert shown(Support(passage="p1"), copy=copy)[0][1] == note


def test_a_passage_is_shown_once() -> None:
    twice = (Support(passage="p2", sentences=(1,)), Support(passage="p1"),
             Support(passage="p2", sentences=(2,)))  # fmt: skip
    assert [(title, marked) for title, _, marked in shown(*twice)] == [
        ("Flood · paragraph 2", ["Water rises.", "Boats rise."]),
        ("Ebb · paragraph 1", []),
    ]


def test_a_note_stands_below_its_paragraph_and_is_called_a_note() -> None:
    note = Passage(id="n8", section="Flood", paragraph=2, note="8", digest="Says A. Pilot.")
    supports = (Support(passage="p2", sentences=(1,)), Support(passage="n8", evidence=("Pilot",)))
    asked = Text(id="q", prompt="P", answers=("a",), support=supports)
    bank = Bank("b", "B", Path("b"), "", (asked,), (OWN, note))
    copy = Copy({"n8": "[8] A. Pilot, Tides, 1921."})
    assert [
        (one.title, one.text[:8], [one.text[a:b] for a, b in one.spans])
        for one in passages.shown(bank, asked, copy)
    ] == [
        ("Flood · paragraph 2", "Water ri", ["Water rises."]),
        ("Flood · note 8", "A. Pilot", ["Pilot"]),
    ]


def test_the_section_of_a_question_is_that_of_its_first_support() -> None:
    asked = Text(id="q", prompt="P", answers=("a",), support=(Support(passage="p2"),))
    bank = Bank("b", "B", Path("b"), "", (asked,), (DIGEST, OWN))
    assert sections(bank)(asked) == "Flood"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("A tide, a tidal wave", "tidal", "tidal"),
        ("The tidal tide", "tid", "tid"),
        ("tidal, and a tide", "tide", "tide"),
        ("stide a TIDE", "tide", "TIDE"),
        ("six\n  hours", "six hours", "six\n  hours"),
        ("the pilot’s “book”", 'pilot\'s "book"', "pilot’s “book”"),
        ("ebb – flood", "ebb - flood", "ebb – flood"),
        ("Équihen", "equihen", "Équihen"),
        ("Straße 5", "strasse", "Straße"),
        ("ebb", "flood", None),
        ("ebb", " ", None),
        ("", "x", None),
    ],
)
def test_words_are_found_however_they_are_written(text: str, words: str, found: str | None) -> None:
    span = locate(text, words)
    assert (text[slice(*span)] if span else None) == found
