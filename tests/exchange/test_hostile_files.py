"""Files that are made to do harm, and any file at all: a reason and a remedy, never a traceback."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.exchange import (
    aiken,
    anki_text,
    archive,
    blocks,
    canvas,
    csv_table,
    gift,
    moodle_xml,
)
from quizapp.exchange.item import Read
from quizapp.exchange.new_bank import bank_files
from quizapp.exchange.xml import MOST_ELEMENTS, parse
from quizapp.files import Refused

BOMB = (
    b'<!DOCTYPE q [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><quiz>&c;</quiz>'
)
OUTSIDE = b'<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>'


def zipped(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files:
            made.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (BOMB, "entities"),
        (OUTSIDE, "entities"),
        (b"<quiz><a></quiz>", "xml"),
        (b"<a>" * 300 + b"</a>" * 300, "too-large"),
        (b"<q>" + b"<a/>" * (MOST_ELEMENTS + 1) + b"</q>", "too-large"),
        (b"<?xml version='1.0' encoding='klingon'?><q/>", "xml"),
        (b"\0\1\2", "xml"),
        (b"", "xml"),
    ],
)
def test_xml_that_could_do_harm_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        parse(data)
    assert caught.value.code == code
    assert caught.value.remedy


def test_a_document_type_that_is_only_named_is_not_fetched() -> None:
    assert (
        parse(b'<!DOCTYPE questestinterop SYSTEM "http://example.org/x.dtd"><quiz/>').tag == "quiz"
    )


ARCHIVES = {
    "a folder up": (lambda: zipped(("../up.xml", b"<a/>")), "outside"),
    "a whole path": (lambda: zipped(("/etc/up.xml", b"<a/>")), "outside"),
    "a drive": (lambda: zipped(("C:\\up.xml", b"<a/>")), "outside"),
    "one that swells": (
        lambda: zipped(("big.xml", b"\0" * (archive.MOST_BYTES + 1))), "too-large",
    ),
    "none": (lambda: b"PK\3\4 is no archive", "archive"),
    "one cut off": (lambda: zipped(("a.xml", b"<a/>"))[:-30], "archive"),
    "other files": (lambda: zipped(("a.txt", b"words")), "no-question"),
    "entities": (lambda: zipped(("a.xml", BOMB)), "entities"),
}  # fmt: skip


@pytest.mark.parametrize(("made", "code"), ARCHIVES.values(), ids=list(ARCHIVES))
def test_archives_that_could_do_harm_are_refused(made: Callable[[], bytes], code: str) -> None:
    data = made()
    with pytest.raises(Refused) as caught:
        canvas.read(data)
    assert caught.value.code == code


def test_an_archive_that_lies_about_a_size_is_refused() -> None:
    data = bytearray(zipped(("a.xml", b"<a/>" * 1000)))
    for at in range(len(data) - 4):
        if data[at : at + 4] == (4000).to_bytes(4, "little"):
            data[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(Refused):
        archive.unpacked(bytes(data))


SIGNS = st.text(alphabet=list("ab1 \n\t\r:=~{}#%\\|->/[]TF.,;'\"<>&é。QAE*_"), max_size=80)
READERS = (gift.read, aiken.read, blocks.read, csv_table.read, anki_text.read)


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__module__.rpartition(".")[2])
@given(text=SIGNS)
def test_any_text_is_read_or_named(read: Callable[[str], Read], text: str) -> None:
    bank_files("x", [("y", read(text))])


@given(text=SIGNS, kind=st.sampled_from(["shortanswer", "cloze", "multichoice", "matching"]))
def test_any_words_inside_a_moodle_file_are_read(text: str, kind: str) -> None:
    inside = f"<questiontext><text><![CDATA[{text.replace(']]>', '')}]]></text></questiontext>"
    data = (
        f"<quiz><question type='{kind}'>{inside}<answer><text>a</text></answer></question></quiz>"
    )
    bank_files("x", [("y", moodle_xml.read(data.encode()))])


@given(data=st.binary(max_size=60))
def test_any_bytes_are_refused_with_a_reason(data: bytes) -> None:
    readers: tuple[Any, ...] = (moodle_xml.read, canvas.read)
    for read in readers:
        with pytest.raises(Refused):
            read(data)
