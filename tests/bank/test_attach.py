"""A learner's own copy: which paragraphs of it are the source's."""

import re
import textwrap
import time
from pathlib import Path

import pytest
from bank.writing import sound

from quizapp.bank import attach
from quizapp.bank.attach import match, open_copy, read_copy
from quizapp.bank.fingerprint import fingerprint
from quizapp.bank.model import Bank, Passage
from quizapp.files import Refused

SOURCE = [
    "The pilots’ book of 1921 says that “every hour” the water is read.[1] Nobody knows why.",
    "At Équihen the gauge stood on the pier; it was moved twice.[2] See also the U.S. tables.[3]",
    "Springs follow full and new moon by a day or two.",
]
TITLED = "On tides\n\nThe book\n{}\nThe gauge\n{}\n{}\nReferences\n[1] A. Pilot, Tides.\n"
COPY = TITLED.format(*SOURCE)
ESSAY = Path(__file__).parents[2].parent / "shared" / "essay" / "essay.txt"


def bank_of(paragraphs: list[str]) -> Bank:
    return Bank("b", "B", Path("b"), "", (), tuple(
        Passage(id=f"p{n}", digest="d", paragraph=n, fingerprint=fingerprint(text))
        for n, text in enumerate(paragraphs, 1)
    ))  # fmt: skip


def wrapped(text: str, width: int) -> str:
    wrap = textwrap.TextWrapper(width, break_long_words=False).wrap  # addresses stay whole
    return "\n".join("\n".join(wrap(line)) for line in text.split("\n"))


WAYS = {
    "a paragraph a line": COPY,
    "wrapped": wrapped(COPY, 40),
    "wrapped narrowly": wrapped(COPY, 12),
    "blank lines between": COPY.replace("\n", "\n\n"),
    "double-spaced": wrapped(COPY, 40).replace("\n", "\n\n"),
    "CRLF": wrapped(COPY, 40).replace("\n", "\r\n"),
    "CR": COPY.replace("\n", "\r"),
    "other quotes": COPY.replace("“", '"').replace("”", '"').replace("’", "'"),
    "no notes": re.sub(r"\[\d\]", "", COPY),
    "raised notes": COPY.replace("[1]", "¹").replace("[2]", "²").replace("[3]", "³"),
    "plain notes": re.sub(r"\[(\d)\]", r"\1", COPY),
    "no accents": COPY.replace("É", "E"),
    "decomposed": COPY.replace("É", "E\u0301"),
    "indented": "\n".join("    " + line for line in COPY.split("\n")),
    "quoted": "\n".join("> " + line for line in wrapped(COPY, 40).split("\n")),
    "capitals": COPY.upper(),
    "soft hyphens": COPY.replace("pilots", "pi\u00adlots"),
    "no headings": "\n".join(SOURCE),
    "no line ends": " ".join(SOURCE),
}


@pytest.mark.parametrize("text", WAYS.values(), ids=WAYS)
def test_all_paragraphs_are_recognised(text: str) -> None:
    copy = match(bank_of(SOURCE), text)
    assert list(copy.paragraphs) == ["p1", "p2", "p3"]
    assert copy.differ == ()


def test_a_paragraph_comes_back_on_one_line_in_its_own_words() -> None:
    copy = match(bank_of(SOURCE), wrapped(COPY, 30).replace("Nobody", "\x1bNobody"))
    assert copy.paragraphs["p1"] == SOURCE[0]


@pytest.mark.parametrize(
    "change",
    [("moved twice", "moved once"), ("twice", ""), ("gauge stood", "gauge \nof oak\n stood")],
)
def test_a_changed_paragraph_differs(change: tuple[str, str]) -> None:
    copy = match(bank_of(SOURCE), COPY.replace(*change))
    assert list(copy.paragraphs) == ["p1", "p3"]
    assert copy.differ == ("p2",)


def test_passages_without_a_fingerprint_are_not_looked_for() -> None:
    bank = bank_of(SOURCE)
    bank = bank._replace(passages=(*bank.passages, Passage(id="own", text="The tide.")))
    assert match(bank, COPY).differ == ()


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(COPY.encode(encoding))
    assert open_copy(bank_of(SOURCE), path).differ == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"PK\3\4rest", "document"), (b"%PDF-1.7", "document"), (b"\1\0\2\3\0" * 9, "not text")],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "copy"
    path.write_bytes(content)
    with pytest.raises(Refused, match=reason):
        read_copy(path)
    copy = open_copy(bank_of(SOURCE), path)
    assert not copy.paragraphs
    assert reason in copy.note


def test_a_copy_that_has_gone_is_said_to_have_gone(tmp_path: Path) -> None:
    assert "no such file" in open_copy(bank_of(SOURCE), tmp_path / "gone.txt").note


def test_another_text_altogether_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    path.write_text("Something else.\n" * 40)
    copy = open_copy(bank_of(SOURCE), path)
    assert copy.note
    assert copy.differ == ("p1", "p2", "p3")


EMPTY = [
    b"",
    b"\n",
    b"\r\n\r\n",
    b" \t\n",
    b"\0" * 5000,
    b"\n\0\n",
    b"\xef\xbb\xbf\n",
    "\n".encode("utf-16"),
]


@pytest.mark.parametrize("content", EMPTY)
def test_an_empty_copy_is_refused_and_later_falls_back_to_the_digest(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "copy.txt"
    path.write_bytes(content)
    with pytest.raises(Refused, match="no text"):
        read_copy(path)
    copy = open_copy(bank_of(SOURCE), path)
    assert not copy.paragraphs
    assert "no text" in copy.note


@pytest.mark.parametrize("text", ["", "\n\n", "\0\n", "[1]\n[2]", "…\n!"])
def test_a_text_without_words_fits_nothing(text: str) -> None:
    assert match(bank_of(SOURCE), text).differ == ("p1", "p2", "p3")


def test_a_paragraph_is_found_at_the_end_of_a_long_text() -> None:
    text = "short line\n" * 30_000 + "\n" + COPY
    assert match(bank_of(SOURCE), text).differ == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("x" * (attach.LIMIT + 1), "4 MiB"),
        ("a\n" * (attach.MOST_LINES + 1), "60,000 lines"),
    ],
)
def test_a_copy_that_is_too_large_is_refused_with_the_limit(
    tmp_path: Path, content: str, reason: str
) -> None:
    path = tmp_path / "copy.txt"
    path.write_text(content)
    with pytest.raises(Refused, match=reason):
        read_copy(path)


LARGEST = {
    "short lines": "a\n" * attach.MOST_LINES,
    "long lines": ("tide and tide again, " * 2 + "\n") * (attach.LIMIT // 43),
    "blank lines between": "a\n\n" * attach.MOST_LINES,
    "no ASCII": "é ûñ ßæ ø\n" * attach.MOST_LINES,
    "one line": "ab " * (attach.LIMIT // 3),
    "sentences": "A b. " * (attach.SHORT // 5),
    "notes": "a.[1] b\n" * attach.MOST_LINES,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", LARGEST.values(), ids=LARGEST)
def test_the_largest_copies_are_searched_in_two_seconds(tmp_path: Path, text: str) -> None:
    path = tmp_path / "copy.txt"
    path.write_text(text)
    begun = time.process_time()
    open_copy(bank_of(SOURCE), path)
    assert time.process_time() - begun < 2


@pytest.mark.skipif(
    not ESSAY.exists(), reason="the essay lies beside the project only in workshops"
)
class TestEssay:
    bank = Path(__file__).parents[2] / "questions" / "sino-russian-defence"

    @pytest.mark.parametrize("width", [None, 30, 72])
    def test_thirteen_paragraphs_and_the_notes(self, width: int | None) -> None:
        from quizapp.bank.load import load

        bank = sound(load(self.bank))
        text = ESSAY.read_text(encoding="utf-8")
        copy = match(bank, wrapped(text, width) if width else text)
        assert sum(not one.note for one in bank.passages) == 13
        assert copy.paragraphs.keys() == {one.id for one in bank.passages}
        assert copy.differ == ()
        cut = match(bank, text.replace("normalization", "normalisation"))
        assert cut.differ == ("p04",)
