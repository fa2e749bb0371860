"""The foreign formats by name, and finding out which one a file is in."""

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from quizapp.bank.model import Bank
from quizapp.exchange.flashcard import carried
from quizapp.exchange.from_bank import items
from quizapp.exchange.item import About, Item, Loss, Read
from quizapp.exchange.losses import compared
from quizapp.files import MIB, Refused, decode_any, read_bytes

LIMIT = 32 * MIB
"""A file to import has this many bytes at most."""


class Format(NamedTuple):
    """A foreign format: its `module` here, what it is, the ending of its files, and which ways it
    goes; `binary` ones are bytes."""

    module: str
    what: str
    suffix: str
    reads: bool = True
    writes: bool = True
    binary: bool = False


FORMATS = {
    "gift": Format("gift", "GIFT, for Moodle", ".gift"),
    "moodle": Format("moodle_xml", "Moodle XML", ".xml", binary=True),
    "aiken": Format("aiken", "Aiken: choices alone", ".txt"),
    "canvas": Format("canvas", "QTI 1.2, for Canvas", ".zip", binary=True),
    "qti21": Format("qti21", "QTI 2.1", ".zip", binary=True),
    "csv": Format("csv_table", "a table with named columns", ".csv"),
    "tsv": Format("flashcard", "prompt and answer with a tab, for Quizlet", ".tsv"),
    "anki-text": Format("anki_text", "Anki's text import", ".txt"),
    "anki": Format("anki_package", "an Anki package", ".apkg", reads=False, binary=True),
    "markdown": Format("paper", "a paper to print, and its key", ".md", reads=False),
    "blocks": Format("blocks", "lines Q: A: H: E:", ".txt", writes=False),
}  # fmt: skip


def _module(form: Format) -> Any:
    return import_module(f"quizapp.exchange.{form.module}")


def exported(bank: Bank, name: str) -> tuple[bytes, tuple[Loss, ...]]:
    """The bank in a format, and what that did not carry: found by reading it back.

    Raises Refused where the library that the format needs is not installed.
    """
    form = FORMATS[name]
    module = _module(form)
    every = items(bank)
    content = module.write(About(bank.id, bank.title), every)
    back: tuple[Item, ...] = module.read(content).items if form.reads else carried(every)
    return content if form.binary else content.encode(), compared(bank, back)


def imported(path: Path, name: str = "") -> Read:
    """The questions of a foreign file, in the named format or the one it seems to be in.

    Raises Refused with the reason and the remedy.
    """
    data = read_bytes(path, LIMIT)
    form = FORMATS[name or guessed(path, data)]
    read: Callable[[Any], Read] = _module(form).read
    found = read(data if form.binary else decode_any(data))
    return found._replace(title=found.title or path.stem)


def guessed(path: Path, data: bytes) -> str:
    """The name of the format that a file seems to be in. Raises Refused if it is none known."""
    if path.suffix == ".toml":
        raise Refused("bank", "it is a bank already", "study it, or check it, as it is")
    head = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t")
    if data.startswith(b"PK"):
        if path.suffix in (".apkg", ".colpkg"):
            raise Refused(
                "anki", "packages of Anki cannot be read", "export the notes there as text"
            )
        if path.suffix in (".docx", ".odt", ".xlsx", ".ods", ".pptx"):
            raise Refused("document", "it is a document, not questions", "save it as text or CSV")
        return "canvas"
    if head.startswith(b"<"):
        quiz = re.search(rb"<quiz[\s>]", data[:65536])
        return "moodle" if quiz and b"canvas.instructure.com" not in head else "canvas"
    return _of_text(path, decode_any(data))


def _of_text(path: Path, text: str) -> str:
    if text.startswith("#") and re.match(r"#(separator|html|deck|notetype|columns|tags)\b", text):
        return "anki-text"
    if path.suffix.lower() in (".csv", ".tsv", ".tab"):
        return "csv"
    if path.suffix.lower() == ".gift":
        return "gift"
    if re.search(r"(?im)^\s*ANSWERS?\s*:\s*\(?[A-Z]\)?\W*$", text):
        return "aiken"
    if re.search(r"(?im)^\s*Q\s*[:：]", text) and re.search(r"(?im)^\s*A\s*[:：]|\[\[", text):
        return "blocks"
    if re.search(r"(?<!\\)\{[^{}]*\}", text) or "::" in text:
        return "gift"
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and sum(line.count("\t") > 0 for line in lines) > 0.8 * len(lines):
        return "csv"
    known = ", ".join(name for name, form in FORMATS.items() if form.reads)
    raise Refused("format", "its format is not recognised", f"say --format with one of {known}")
