"""The blocks of a text: headings that are marked, paragraphs and lists, each on one line."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

LONG_LINE = 130
"""A line of more characters is a paragraph by itself; shorter ones may be wrapped."""
LONG_ITEM = 200
"""A longer item of a list is a paragraph by itself."""
ITEM = re.compile(r"^\s*(?:[-*+•–]|\d{1,2}[.)]|[a-z][.)])\s+(?=\S)")
NOTE = re.compile(r"^(?:\[(?:\^\w{1,12}|\d{1,3}|\w)\]:?|\^?\d{1,3}[.)]?|[¹²³⁴-⁹⁰]+|[*†‡])\s*(?=\S)")
"""What a numbered note begins with."""
END = re.compile(r"[.!?…。！？:;,][\"'”’»)\]]*(?:\[\d+\]|[¹²³⁰⁴-⁹]+)*$")
"""The end of a line that is no heading."""


class Block(NamedTuple):
    """A run of text on one line; `level` is 1 to 6 for a marked heading, 0 for none."""

    text: str
    level: int = 0


def blocks(text: str) -> list[Block]:
    """Headings and paragraphs as they stand; a list is put behind the words that introduce it."""
    return _with_items(_marked(text))


def _marked(text: str) -> Iterator[Block]:
    """Headings and paragraphs as they stand, each on one line."""
    for group in re.split(r"\n[ \t]*\n", text):
        lines = [line.rstrip() for line in group.split("\n") if line.strip()]
        while lines:
            mark = re.match(r"#{1,6}", lines[0])
            if level := len(mark[0]) if mark else _underlined(lines):
                yield Block(lines[0].strip("# \t"), level)
                lines = lines[1 if mark else 2 :]
                continue
            end = next((n for n, line in enumerate(lines) if n and line.startswith("#")), None)
            yield from map(Block, _paragraphs(lines[:end]))
            lines = lines[end:] if end else []


def _with_items(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with each list put behind the words that introduce it: they are one paragraph.

    So is a list that nothing introduces; a long item is a paragraph by itself.
    """
    found: list[Block] = []
    inside = False
    for block in blocks:
        item = not block.level and bool(ITEM.match(block.text))
        if not item or len(block.text) > LONG_ITEM:
            found.append(block)
            inside = False
        elif found and (inside or found[-1].text[-1:] in ":;,") and not found[-1].level:
            before = found[-1].text if END.search(found[-1].text) else f"{found[-1].text};"
            found[-1] = found[-1]._replace(text=f"{before} {ITEM.sub('', block.text)}")
            inside = True
        else:
            # A number may be that of a heading, unless a sentence follows it.
            sentence = END.search(block.text) and not capitalised(ITEM.sub("", block.text))
            inside = block.text[0] in "-*+•–" or bool(sentence)
            found.append(Block(ITEM.sub("", block.text) if inside else block.text))
    return found


def capitalised(text: str) -> bool:
    """Whether all longer words have a capital, as in a title."""
    words = [word for word in text.split() if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


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
        goes_on = bool(held) and line[:1] in " \t" and bool(ITEM.match(held[0]))
        begins = not wrapped or (NOTE.match(line) and held and END.search(held[-1])) or indented
        if held and not goes_on and (begins or (ITEM.match(line) and END.search(held[-1]))):
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
