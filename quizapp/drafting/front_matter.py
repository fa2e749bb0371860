"""What stands before an essay: its title, its author, and what is neither."""

import re

from quizapp.drafting.blocks import Block
from quizapp.grading.english.people import GIVEN

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


def front(blocks: list[Block], left_out: list[str]) -> tuple[str, str, list[Block]]:
    """The title, the author, and the blocks without what stands before the essay."""
    blocks = _without_front_sections(blocks, left_out)
    title = author = ""
    first = next((n for n, block in enumerate(blocks) if is_prose(block)), len(blocks))
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


def _without_front_sections(blocks: list[Block], left_out: list[str]) -> list[Block]:
    """The blocks without the abstract and the contents, which the next heading ends."""
    kept: list[Block] = []
    inside = False
    for block in blocks:
        if block.level:
            inside = bool(_FRONT_SECTION.fullmatch(block.text))
            if inside:
                left_out.append(f"“{block.text}”")
        if not inside:
            kept.append(block)
    return kept


def is_prose(block: Block) -> bool:
    """Whether the block is a paragraph of the essay, and no line of its front matter."""
    if block.level or _BYLINE.match(block.text):
        return False
    return len(block.text) > 100 or bool(
        re.search(r"[.!?。！？][\"'”’)\]]*(?:\[\d+\]|[¹²³⁰⁴-⁹]+)*$", block.text)
    )
