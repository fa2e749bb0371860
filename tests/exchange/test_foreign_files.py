# ruff: noqa: E501
"""Foreign files are read as people write them: unescaped signs, old encodings, missing parts."""

from pathlib import Path

import pytest

from quizapp.bank.find import shipped
from quizapp.bank.load import load
from quizapp.exchange import (
    aiken,
    anki_text,
    archive,
    blocks,
    canvas,
    csv_table,
    gift,
    moodle_answers,
    moodle_xml,
    qti21,
)
from quizapp.exchange.formats import guessed, imported
from quizapp.exchange.from_bank import items
from quizapp.exchange.item import About, Answer, Item
from quizapp.exchange.new_bank import supported
from quizapp.exchange.to_bank import table_of, taken
from quizapp.files import Refused, decode_any

ABOUT = About("t", "T")


@pytest.mark.parametrize("text", ["a~b", "{x}", "a:b", "#1", "50%", "a\\n b", "<b>x</b>", "*"])
def test_no_sign_of_a_text_changes_on_the_way(text: str) -> None:
    item = Item("q", "choice", f"Is it {text}?", (Answer(text, 1.0, text), Answer("no", 0.0, text)))
    words = Item("w", "words", text, (Answer(text),), explanation=text)
    assert gift.read(gift.write(ABOUT, (item, words))).items == (item, words)
    assert moodle_xml.read(moodle_xml.write(ABOUT, (item, words))).items == (item, words)
    assert csv_table.read(csv_table.write(ABOUT, (item, words))).items == (item, words)
    (back, _) = canvas.read(canvas.write(ABOUT, (item, words))).items
    assert back == item


def test_aiken_with_and_without_blank_lines() -> None:
    found = aiken.read(
        "Which\nis it?\nA. one\nB) two\nANSWER: B\nNext?\nA. x\nB. y\nanswer: a\n\nLeft?\nA. x\n"
    )
    assert [item.prompt for item in found.items] == ["Which is it?", "Next?"]
    assert [item.right for item in found.items] == [("two",), ("x",)]
    assert "ANSWER" in found.losses[0].what


def test_an_unfinished_question_does_not_run_into_the_next() -> None:
    found = aiken.read(
        "One?\nA) x\nB) y\n\nTwo?\nA)x\nB)y\nANSWER: B\n\nA) z\n\nThree?\n\nA. x\nANSWER: A"
    )
    assert [(item.prompt, item.right) for item in found.items] == [
        ("Two?", ("y",)),
        ("Three?", ("x",)),
    ]
    assert [loss.question for loss in found.losses] == ["One?", "A) z"]


MOODLE = """<?xml version="1.0"?><quiz>
<question type="category"><category><text>$course$/top/Fish</text></category></question>
<question type="multichoice"><name><text>Q 1</text></name>
<questiontext format="html"><text><![CDATA[<p>Who?</p><img src="x.png" alt="a cod"/>]]></text></questiontext>
<single>false</single><answer fraction="50"><text>a</text><feedback><text>yes</text></feedback></answer>
<answer fraction="50"><text>b</text></answer><answer fraction="-100"><text>c</text></answer>
<hint format="html"><text>Look.</text></hint><hint><text>Again.</text></hint></question>
<question type="shortanswer"><name><text>Q 2</text></name><questiontext><text>What?</text></questiontext>
<usecase>1</usecase><correctfeedback><text>Well done!</text></correctfeedback><answer fraction="100"><text>cod*</text></answer></question>
<question type="numerical"><name><text>Q 3</text></name><questiontext><text>How many?</text></questiontext>
<answer fraction="100"><text>4</text><tolerance>0.5</tolerance></answer></question>
<question type="cloze"><name><text>Q 4</text></name>
<questiontext><text>A {1:SHORTANSWER:=cod~%50%fish#nearly} and {1:MC:=eel~hen}.</text></questiontext></question>
<question type="ddimageortext"><name><text>Q 5</text></name></question>
</quiz>"""


def test_moodle_xml_with_what_is_lost_named() -> None:
    found = moodle_xml.read(MOODLE.encode())
    assert found.title == "Fish"
    assert [item.shape for item in found.items] == ["multiple", "words", "number", "gaps"]
    choice, words, number, gaps = found.items
    assert choice.right == ("a", "b")
    assert choice.hint == "Look."
    assert words.right == ("cod",)
    assert number.tolerance == 0.5
    assert gaps.prompt == "A ___ and ___."
    assert [gap[0].text for gap in gaps.gaps] == ["cod", "eel"]
    lost = {(loss.question, loss.what) for loss in found.losses}
    assert ("Q 1", "an image “a cod”") in lost
    assert ("Q 1", "a hint after the first") in lost
    assert ("Q 2", "that capitals count") in lost
    assert ("Q 2", "feedback on the answer as a whole") in lost
    assert ("Q 2", "a star that stands for any words") in lost
    assert ("Q 4", "the options of a gap, where one is to be chosen") in lost
    assert ("Q 5", "left out: it is of type 'ddimageortext'") in lost


def test_a_gap_keeps_its_signs() -> None:
    gap = (Answer("a=b}"), Answer("c~d#", 0.5, "no/yes"))
    lost: list[str] = []
    item = moodle_answers.gaps_in(f"A {moodle_answers.gap(gap)} b", lost)
    assert item is not None
    assert item.gaps == (gap,)


@pytest.mark.parametrize(
    ("text", "shape", "right"),
    [
        ("prompt,answer\nWho?,Ann | Bob\n", "words", ("Ann", "Bob")),
        ("\ufeffQuestion;Answer\nWho?;Ann\n", "words", ("Ann",)),
        ("Who?\tAnn\n", "words", ("Ann",)),
        ("Question,Option A,Option B,Correct Answer\nWho?,Ann,Bob,B\n", "choice", ("Bob",)),
        ("Question,A,B,C,Answer\nWho?,Ann,Bob,Cy,Cy\n", "choice", ("Cy",)),
        ("term,definition\nTwo?,TRUE\n", "boolean", ("true",)),
        ('prompt,answer\n"Who, then?","=Ann"\n', "words", ("=Ann",)),
    ],
)
def test_tables_of_many_makes_are_read(text: str, shape: str, right: tuple[str, ...]) -> None:
    (item,) = csv_table.read(text).items
    assert (item.shape, item.right) == (shape, right)


def test_no_cell_begins_a_formula_and_reading_takes_the_guard_off() -> None:
    item = Item("q", "words", "=1+1", (Answer("-18"), Answer("@x", 0.0, "+y")))
    text = csv_table.write(ABOUT, (item,))
    assert "'=1+1" in text
    assert "'-18" in text
    assert csv_table.read(text).items == (item,)


def test_columns_that_are_not_known_are_named() -> None:
    found = csv_table.read("prompt,answer,mood\nWho?,Ann,good\nWhom?,,\n")
    assert [loss.what for loss in found.losses] == [
        "left out: it has no prompt or no answer",
        "columns that are not known: mood",
    ]


def test_two_banks_may_have_a_question_of_one_id() -> None:
    item = Item("q", "words", "Who?", (Answer("Ann"),))
    for form in (canvas, qti21, anki_text):
        one, other = (form.write(About(bank, "T"), (item,)) for bank in ("a", "b"))
        assert one != other
        assert form.read(one).items[0].id == form.read(other).items[0].id == "q"
    assert b'ident="q"' not in b"".join(archive.unpacked(canvas.write(ABOUT, (item,))).values())


def test_qti_says_how_every_item_is_scored_and_its_feedback_shown() -> None:
    item = Item("q", "choice", "Who?", (Answer("Ann"), Answer("Bob", 0.0, "No.")), explanation="E")
    gaps = Item("g", "gaps", "___ and ___", gaps=((Answer("a"),), (Answer("b"),)))
    files = archive.unpacked(qti21.write(ABOUT, (item, gaps)))
    first, second = (text.decode() for name, text in files.items() if name.startswith("items/"))
    assert '<setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE" />' in first
    assert 'showHide="show" identifier="a2">No.' in first
    assert '<mapResponse identifier="RESPONSE1" /><mapResponse identifier="RESPONSE2" />' in second
    assert qti21.read(qti21.write(ABOUT, (item, gaps))).items == (item, gaps)


def test_passages_are_proposed_that_settle_the_answer() -> None:
    bank = load(shipped() / "tides").bank
    assert bank is not None
    found = supported(bank, [item._replace(quoted=()) for item in items(bank)])
    right = [
        found[at]["passage"] in {support.passage for support in question.support}
        for at, question in enumerate(bank.questions)
        if at in found
    ]
    assert len(right) >= 0.75 * len(bank.questions)
    assert sum(right) >= 0.85 * len(right)


def test_text_for_anki_comes_back_with_its_ids_and_passages() -> None:
    found = anki_text.read("#separator:Comma\n#html:false\n#deck:Sea\nWho?,<Ann>\nalone\n")
    assert found.title == "Sea"
    assert found.items[0].right == ("<Ann>",)
    assert found.losses[0].what == "left out: it has no back"


BLOCKS = """
# a note
Q: Who wrote it?
A: Ann
A: Ann Lee
H: A woman.
E: She wrote it
in a year.
W: Bob | He printed it.
T: people, books

Q: How many?
A: 24
Q: Is it so?
A: true
Q: Which?
A: *one
A: two
Q: A [[chain]] drove the [[rear|back]] wheel.
Q: No answer
"""


def test_plain_drafts_are_read() -> None:
    found = blocks.read(BLOCKS)
    assert [item.shape for item in found.items] == ["words", "number", "boolean", "choice", "gaps"]
    first, _, _, choice, gaps = found.items
    assert first.right == ("Ann", "Ann Lee")
    assert first.answers[-1] == Answer("Bob", 0.0, "He printed it.")
    assert (first.hint, first.explanation) == ("A woman.", "She wrote it in a year.")
    assert first.tags == ("people", "books")
    assert choice.right == ("one",)
    assert gaps.prompt == "A ___ drove the ___ wheel."
    assert [loss.what for loss in found.losses] == ["left out: it has no A: line"]
    assert len(taken(found.items).questions) == 5


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.txt", "Who?\nA. x\nB. y\nANSWER: A\n", "aiken"),
        ("a.txt", "Who? {=Ann}", "gift"),
        ("a.txt", "Q: Who?\nA: Ann\n", "blocks"),
        ("a.txt", "#separator:tab\nWho?\tAnn\n", "anki-text"),
        ("a.txt", "Who?\tAnn\nWhom?\tBob\n", "csv"),
        ("a.csv", "Who?,Ann", "csv"),
        ("a.xml", "<?xml version='1.0'?><quiz></quiz>", "moodle"),
        ("a.xml", "<questestinterop/>", "canvas"),
        ("a.zip", "PK\3\4", "canvas"),
    ],
)
def test_the_format_of_a_file_is_found_out(name: str, content: str, form: str) -> None:
    assert guessed(Path(name), content.encode()) == form


@pytest.mark.parametrize(
    ("name", "content", "remedy"),
    [
        ("a.txt", "Only words.", "--format"),
        ("a.docx", "PK\3\4", "text"),
        ("a.toml", "", "check"),
        ("a.apkg", "PK\3\4", "text"),
    ],
)
def test_a_file_of_no_known_format_gets_a_remedy(name: str, content: str, remedy: str) -> None:
    with pytest.raises(Refused) as caught:
        guessed(Path(name), content.encode())
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(
    "data",
    ["Où? {=là}".encode("latin-1"), "\ufeffOù? {=là}".encode(), "Où? {=là}".encode("utf-16")],
)
def test_old_encodings_and_marks_are_read(data: bytes, tmp_path: Path) -> None:
    assert decode_any(data) == "Où? {=là}"
    path = tmp_path / "a.gift"
    path.write_bytes(data)
    found = imported(path)
    assert found.items[0].right == ("là",)
    assert found.title == "a"


def test_braces_in_foreign_answers_are_no_alternatives() -> None:
    table = table_of(Item("q", "words", "Which set?", (Answer("{1, 2}"),)))
    assert table is not None
    assert table["answers"] == ["(1, 2)"]
