"""The sections and paragraphs of an essay, read from plain text or Markdown.

A paragraph may be on one line, or wrapped between blank lines. What is not the essay itself is left
out and named: title and by-line, contents, notes, the list of references, tables, code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from quizapp.bank.consistency import LONGEST_PASSAGE
from quizapp.drafting.markdown import is_markdown, plain_words
from quizapp.files import Refused
from quizapp.text import clean

LONG_LINE = 130
"""A line of more characters is a paragraph by itself; shorter ones may be wrapped."""
LONG_ITEM = 200
"""A longer item of a list is a paragraph by itself."""
MOST_HEADING_WORDS = 14
MOST_PARAGRAPHS = 2_000
UNHEADED = "Introduction"
"""What the paragraphs before the first heading are called where others have one."""

_LAST_SECTIONS = re.compile(
    r"(?:list of |selected |works? |cited )?(?:references|reference list|bibliography|"
    r"works cited|literature|sources|"
    r"(?:end|foot)?notes|notes and references|further reading|acknowledge?ments?|"
    r"about the authors?|appendix|cited works|(?:table of )?contents|abstract)\W*",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[IVXLC]+[.)]|[A-Z][.)]|§\s*\d+)\s+(?=\S)")
_NOTE = re.compile(
    r"^(?:\[(?:\^\w{1,12}|\d{1,3}|\w)\]:?|\^?\d{1,3}[.)]?|[¹²³⁴-⁹⁰]+|[*†‡])\s*(?=\S)"
)
_CITATION = re.compile(
    r"https?://|\bdoi\b|\bibid\b|\bpp?\.\s*\d|\(\d{4}\)|\b(?:1[5-9]|20)\d\d\b", re.I
)
_BYLINE = re.compile(
    r"^(?:by\s+\S|authors?:|written by|date:|published|submitted|keywords?:|word count|doi:|"
    r"https?://|(?:\w+\s+)?\d{1,2}\s+\w+,?\s+\d{4}$|\w+\s+\d{1,2},\s+\d{4}$|\w+\s+\d{4}$|\S+@\S+$)",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"^(?:by|authors?:|written by)\s+(.{2,80})$", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:[-*+•–]|\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
_MARKUP = (
    ("HTML", r"\s*<(?:!doctype html|html|\?xml)"),
    ("LaTeX", r"(?:%.*\n|\s)*\\documentclass"),
)
_END = re.compile(r"[.!?…。！？:;,][\"'”’»)\]]*(?:\[\d+\])*$")


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


class _Block(NamedTuple):
    """A run of text on one line; `level` is 1 to 6 for a marked heading, 0 for none."""

    text: str
    level: int = 0


def read_essay(text: str) -> Essay:
    """The essay in `text`. Raises Refused where it has no paragraph, or too much in one."""
    text = clean(text)
    _check_form(text)
    left_out: list[str] = []
    if is_markdown(text):
        text = plain_words(text, left_out)
    blocks = _headed(_with_items(_blocks(text)))
    title, author, blocks = _front(blocks, left_out)
    paragraphs = tuple(_body(blocks, left_out))
    if not paragraphs:
        raise Refused(
            "no-paragraph", "no paragraph of prose was found in it",
            "give a text with its paragraphs on lines of their own, or blank lines between them",
        )  # fmt: skip
    if len(paragraphs) > MOST_PARAGRAPHS:
        raise Refused(
            "too-many", f"it has more than {MOST_PARAGRAPHS:,} paragraphs",
            "split it, and make a bank of each part",
        )  # fmt: skip
    for number, one in enumerate(paragraphs, 1):
        if len(one.text) > LONGEST_PASSAGE:
            raise Refused(
                "too-large",
                f"paragraph {number} has more than {LONGEST_PASSAGE:,} characters",
                "put blank lines between its paragraphs",
            )
    return Essay(title, author, paragraphs, tuple(left_out))


def _check_form(text: str) -> None:
    """Refuse texts in a form whose signs would be taken for words."""
    for what, sign in _MARKUP:
        if re.match(sign, text, re.IGNORECASE):
            raise Refused("markup", f"it is {what}, not plain text", "save it as plain text")


def _blocks(text: str) -> Iterator[_Block]:
    """Headings and paragraphs as they stand, each on one line."""
    for group in re.split(r"\n[ \t]*\n", text):
        lines = [line.rstrip() for line in group.split("\n") if line.strip()]
        while lines:
            if (count := _underlined(lines)) or lines[0].startswith("#"):
                level = lines[0].startswith("#")
                mark = re.match(r"#{1,6}", lines[0])
                depth = len(mark[0]) if mark and level else count
                yield _Block(lines[0].strip("# \t"), depth)
                lines = lines[1 if level else 2 :]
                continue
            end = next((n for n, line in enumerate(lines) if n and line.startswith("#")), None)
            yield from map(_Block, _paragraphs(lines[:end]))
            lines = lines[end:] if end else []


def _with_items(blocks: Iterable[_Block]) -> list[_Block]:
    """The blocks with each list put behind the words that introduce it: they are one paragraph.

    So is a list that nothing introduces; a long item is a paragraph by itself.
    """
    found: list[_Block] = []
    inside = False
    for block in blocks:
        item = not block.level and bool(_ITEM.match(block.text))
        if not item or len(block.text) > LONG_ITEM:
            found.append(block)
            inside = False
        elif found and (inside or found[-1].text[-1:] in ":;,") and not found[-1].level:
            before = found[-1].text if _END.search(found[-1].text) else f"{found[-1].text};"
            found[-1] = found[-1]._replace(text=f"{before} {_ITEM.sub('', block.text)}")
            inside = True
        else:
            bullet = block.text[0] in "-*+•–"
            found.append(_Block(_ITEM.sub("", block.text) if bullet else block.text))
            inside = bullet
    return found


def _underlined(lines: list[str]) -> int:
    """1 or 2 where the first line is a heading because of the line under it, 0 elsewhere."""
    if len(lines) < 2 or len(lines[0]) > LONG_LINE:
        return 0
    return 1 if re.fullmatch(r"={3,}", lines[1]) else 2 if re.fullmatch(r"-{3,}", lines[1]) else 0


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """The paragraphs in lines without a blank one between them."""
    wrapped = _wrapped(lines)
    held: list[str] = []
    for number, line in enumerate(lines):
        indented = line[:1] in " \t" and number > 0 and lines[number - 1][:1] not in " \t"
        # The lines that go on with an item are indented, too.
        goes_on = bool(held) and line[:1] in " \t" and bool(_ITEM.match(held[0]))
        begins = not wrapped or (_NOTE.match(line) and held and _END.search(held[-1])) or indented
        if held and not goes_on and (begins or (_ITEM.match(line) and _END.search(held[-1]))):
            yield _joined(held)
            held = []
        held.append(line)
    if held:
        yield _joined(held)


def _wrapped(lines: list[str]) -> bool:
    """Whether the lines are one paragraph that was broken to a width."""
    if len(lines) < 2 or max(map(len, lines)) > LONG_LINE:
        return False
    inner = lines[:-1]
    width = max(map(len, lines))
    # Wrapped lines are about as long as each other; a list of headings or items is not.
    return sum(len(line) > 0.6 * width for line in inner) >= 0.7 * len(inner) and width > 30


def _joined(lines: Iterable[str]) -> str:
    """Wrapped lines as one; a word that was divided at the end of a line stays divided."""
    return " ".join(" ".join(lines).split())


def _headed(blocks: list[_Block]) -> list[_Block]:
    """The blocks with the headings that are not marked as such found by their form."""
    marked = any(block.level for block in blocks)
    found = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if block.level or _looks_headed(block.text, following, marked):
            title = _NUMBERING.sub("", block.text.strip("*_")).strip(" .")
            found.append(_Block(title, block.level or 2))
        else:
            found.append(block)
    return found


def _looks_headed(text: str, following: _Block | None, marked: bool) -> bool:
    words = text.split()
    if not words or len(words) > MOST_HEADING_WORDS or len(text) > 100:
        return False
    bare = _NUMBERING.sub("", text)
    if _LAST_SECTIONS.fullmatch(bare):
        return True
    if marked or following is None or (_ITEM.match(text) and bare == text):
        return False
    if _END.search(text) and not (text.endswith("?") and len(words) <= 8):
        # "4. Conveying Verbatim Copies."
        titled = [word for word in bare.split() if len(word) > 3]
        return bare != text and bool(titled) and all(word[0].isupper() for word in titled)
    # Scripts without capitals: short enough, and without a full stop.
    first = next((char for char in bare if char.isalpha()), "")
    return bool(first) and (first.isupper() or not (first.islower() or first.isupper()))


def _front(blocks: list[_Block], left_out: list[str]) -> tuple[str, str, list[_Block]]:
    """The title, the author, and the blocks without what stands before the essay."""
    title = author = ""
    first = next((n for n, block in enumerate(blocks) if _is_prose(block)), len(blocks))
    top, rest = blocks[:first], blocks[first:]
    headings = [block for block in top if block.level and not _BYLINE.match(block.text)]
    if headings and (len(top) > 1 or not _of_level(rest, headings[0].level)):
        # Nothing stands beside it, or it is the only one of its level: it is no section's.
        title = headings.pop(0).text
    for block in top:
        if name := _AUTHOR.match(block.text):
            author = name[1].strip()
        elif not block.level or _BYLINE.match(block.text):
            left_out.append(f"“{block.text[:60]}” (before the text)")
    return title, author, [*headings, *rest]


def _of_level(blocks: Iterable[_Block], level: int) -> bool:
    return any(block.level == level for block in blocks)


def _is_prose(block: _Block) -> bool:
    """Whether the block is a paragraph of the essay, and no line of its front matter."""
    if block.level or _BYLINE.match(block.text):
        return False
    return len(block.text) > 100 or bool(
        re.search(r"[.!?。！？][\"'”’)\]]*(?:\[\d+\])*$", block.text)
    )


def _body(blocks: list[_Block], left_out: list[str]) -> Iterator[Paragraph]:
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


def _prose_follows(blocks: list[_Block]) -> bool:
    """Whether what stands next is a paragraph of an essay, and not an entry of a list."""
    following = next((block for block in blocks), None)
    if following is None or following.level or _is_note(following.text):
        return False
    text = following.text
    return len(text) > 200 and len(_CITATION.findall(text)) < 3


def _is_note(text: str) -> bool:
    """Whether a line is a numbered note, rather than a paragraph or a numbered item."""
    mark = _NOTE.match(text)
    if mark is None:
        return False
    if mark[0].startswith("[") or mark[0][0] in "¹²³⁴⁵⁶⁷⁸⁹⁰*†‡":
        return True
    rest = text[mark.end() :]
    return bool(_CITATION.search(rest)) and ("http" in rest or "“" in rest or '"' in rest)
