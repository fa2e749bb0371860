"""The sections and paragraphs of an essay, read from plain text or Markdown.

A paragraph may be on one line, or wrapped between blank lines. What is not the essay itself is left
out and named: title and by-line, contents, notes, the list of references, tables, code.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.bank.consistency import LONGEST_PASSAGE
from quizapp.drafting.blocks import END, ITEM, NOTE, Block, blocks, capitalised
from quizapp.drafting.markdown import is_markdown, plain_words
from quizapp.files import Refused
from quizapp.grading.english.people import GIVEN
from quizapp.text import clean

MOST_HEADING_WORDS = 14
MOST_PARAGRAPHS = 2_000
UNHEADED = "Introduction"
"""What the paragraphs before the first heading are called where others have one."""

_LAST_SECTIONS = re.compile(
    r"(?:list of |selected |works? |cited )?(?:references|reference list|bibliography|"
    r"works cited|literature|sources|"
    r"(?:end|foot)?notes|notes and references|further reading|acknowledge?ments?|"
    r"about the authors?|appendix|cited works|index)\W*",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[IVXLC]+[.)]|[A-Z][.)]|§\s*\d+)\s+(?=\S)")
_CITATION = re.compile(
    r"https?://|\bdoi\b|\bibid\b|\bpp?\.\s*\d|\(\d{4}\)|\b(?:1[5-9]|20)\d\d\b", re.I
)
_BYLINE = re.compile(
    r"^(?:by\s+\S|authors?:|written by|date:|published|submitted|keywords?:|word count|doi:|"
    r"https?://|(?:\w+\s+)?\d{1,2}\s+\w+,?\s+\d{4}$|\w+\s+\d{1,2},\s+\d{4}$|\w+\s+\d{4}$|"
    r"\S+@\S+$|[\w ]*\b(?:university|department|institute|faculty|college)\b)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"^(?:(?:an?|the) [\w ]{2,30} by|by|authors?:|written by)\s+(.{2,80})$", re.IGNORECASE
)
_PERSON = re.compile(r"(?P<given>[A-Z][\w’-]+)(?: [A-Z][\w.’-]*){1,3}")
_FRONT_SECTION = re.compile(r"(?:abstract|(?:table of )?contents|keywords)\W*", re.IGNORECASE)
_MARKUP = (
    ("HTML", r"\s*<(?:!doctype html|html|\?xml)"),
    ("LaTeX", r"(?:%.*\n|\s)*\\documentclass"),
)
"""Forms whose signs would be taken for words."""


class Paragraph(NamedTuple):
    """A paragraph of the essay, on one line, with the heading that it stands under."""

    section: str
    text: str


class Essay(NamedTuple):
    """An essay as it was recognised; `left_out` says in words what was not taken."""

    title: str
    author: str
    paragraphs: tuple[Paragraph, ...]
    left_out: tuple[str, ...] = ()


def read_essay(text: str) -> Essay:
    """The essay in `text`. Raises Refused where it has no paragraph, or too much in one."""
    text = clean(text)
    for what, sign in _MARKUP:
        if re.match(sign, text, re.IGNORECASE):
            raise Refused("markup", f"it is {what}, not plain text", "save it as plain text")
    left_out: list[str] = []
    if is_markdown(text):
        text = plain_words(text, left_out)
    found = _headed(blocks(text))
    title, author, found = _front(found, left_out)
    paragraphs = tuple(_body(found, left_out))
    if not paragraphs:
        raise Refused(
            "no-paragraph", "no paragraph of prose was found in it",
            "give a text with its paragraphs on lines of their own, or blank lines between them",
        )  # fmt: skip
    if len(paragraphs) > MOST_PARAGRAPHS:
        message = f"it has more than {MOST_PARAGRAPHS:,} paragraphs"
        raise Refused("too-many", message, "split it, and make a bank of each part")
    for number, one in enumerate(paragraphs, 1):
        if len(one.text) > LONGEST_PASSAGE:
            message = f"paragraph {number} has more than {LONGEST_PASSAGE:,} characters"
            raise Refused("too-large", message, "put blank lines between its paragraphs")
    return Essay(title, author, paragraphs, tuple(left_out))


def _headed(blocks: list[Block]) -> list[Block]:
    """The blocks with the headings that are not marked as such found by their form."""
    marked = any(block.level for block in blocks)
    found = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if block.level or _looks_headed(block.text, following, marked):
            title = _NUMBERING.sub("", block.text.strip("*_")).strip(" .")
            found.append(Block(title, block.level or 2))
        else:
            found.append(block)
    return found


def _looks_headed(text: str, following: Block | None, marked: bool) -> bool:
    words = text.split()
    if not words or len(words) > MOST_HEADING_WORDS or len(text) > 100:
        return False
    bare = _NUMBERING.sub("", text)
    if _LAST_SECTIONS.fullmatch(bare):
        return True
    if marked or following is None or (ITEM.match(text) and bare == text):
        return False
    if END.search(text) and not (text.endswith("?") and len(words) <= 8):
        return bare != text and capitalised(bare)  # "4. Conveying Verbatim Copies."
    # Scripts without capitals: short enough, and without a full stop.
    first = next((char for char in bare if char.isalpha()), "")
    return bool(first) and (first.isupper() or not (first.islower() or first.isupper()))


def _front(blocks: list[Block], left_out: list[str]) -> tuple[str, str, list[Block]]:
    """The title, the author, and the blocks without what stands before the essay."""
    blocks = list(_without_front_sections(blocks, left_out))
    title = author = ""
    first = next((n for n, block in enumerate(blocks) if _is_prose(block)), len(blocks))
    top, rest = blocks[:first], blocks[first:]
    headings = [block for block in top if block.level and not _BYLINE.match(block.text)]
    if headings and (len(top) > 1 or all(block.level != headings[0].level for block in rest)):
        # Nothing stands beside it, or it is the only one of its level: it is no section's.
        title = headings.pop(0).text
    for block in top:
        person = _PERSON.fullmatch(block.text)
        if name := _AUTHOR.match(block.text):
            author = name[1].strip()
        elif block in headings and person and person["given"].lower() in GIVEN:
            author = block.text
            headings.remove(block)
        elif not block.level or _BYLINE.match(block.text):
            left_out.append(f"“{block.text[:60]}” (before the text)")
    return title, author, [*headings, *rest]


def _without_front_sections(blocks: list[Block], left_out: list[str]) -> Iterator[Block]:
    """The blocks without the abstract and the contents, which the next heading ends."""
    inside = False
    for block in blocks:
        if block.level:
            inside = bool(_FRONT_SECTION.fullmatch(block.text))
            if inside:
                left_out.append(f"“{block.text}”")
        if not inside:
            yield block


def _is_prose(block: Block) -> bool:
    """Whether the block is a paragraph of the essay, and no line of its front matter."""
    if block.level or _BYLINE.match(block.text):
        return False
    return len(block.text) > 100 or bool(
        re.search(r"[.!?。！？][\"'”’)\]]*(?:\[\d+\]|[¹²³⁰⁴-⁹]+)*$", block.text)
    )


def _body(blocks: list[Block], left_out: list[str]) -> Iterator[Paragraph]:
    """The paragraphs under their headings; lists of references and notes are left out."""
    named = any(block.level for block in blocks if not _LAST_SECTIONS.fullmatch(block.text))
    section = UNHEADED if named else ""
    dropped: tuple[str, int] | None = None
    count = 0
    for number, block in enumerate(blocks):
        if block.level:
            # After the references come at most further lists; a marked heading may end them.
            if _LAST_SECTIONS.fullmatch(block.text) and (not dropped or dropped[0] != block.text):
                _say_dropped(dropped, count, left_out)
                dropped, count = (block.text, block.level), 0
            elif not dropped or (
                block.level <= dropped[1] and _prose_follows(blocks[number + 1 :])
            ):
                _say_dropped(dropped, count, left_out)
                dropped, section = None, block.text
            else:
                count += 1
        elif dropped:
            count += 1
        elif _is_note(block.text):
            left_out.append(f"the note “{block.text[:50]}…”")
        elif any(char.isalpha() for char in block.text):  # a number alone is that of a page
            yield Paragraph(section, block.text)
    _say_dropped(dropped, count, left_out)


def _say_dropped(dropped: tuple[str, int] | None, count: int, left_out: list[str]) -> None:
    if dropped:
        lines = "line" if count == 1 else "lines"
        left_out.append(f"“{dropped[0]}” ({count} {lines})")


def _prose_follows(blocks: list[Block]) -> bool:
    """Whether what stands next is a paragraph of an essay, and not an entry of a list."""
    if not blocks or blocks[0].level or _is_note(blocks[0].text):
        return False
    return len(blocks[0].text) > 200 and len(_CITATION.findall(blocks[0].text)) < 3


def _is_note(text: str) -> bool:
    """Whether a line is a numbered note, rather than a paragraph or a numbered item."""
    mark = NOTE.match(text)
    if mark is None:
        return False
    if mark[0].startswith("[") or mark[0][0] in "¹²³⁴⁵⁶⁷⁸⁹⁰*†‡":
        return True
    rest = text[mark.end() :]
    return bool(_CITATION.search(rest)) and ("http" in rest or "“" in rest or '"' in rest)
