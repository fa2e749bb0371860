"""Anki's text import: headings that say what each column is; ids keep it from making duplicates."""

import csv
import html
import io
import re

from quizapp.exchange import flashcard, html_text
from quizapp.exchange.item import About, Answer, Item, Loss, Read
from quizapp.exchange.spreadsheet import rows
from quizapp.text import clean

_HEADING = re.compile(r"^#([a-z ]+):(.*)$")
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "colon": ":", "pipe": "|", "space": " "}
_OURS = re.compile(r"^[\w.-]+:(?=[\w.-]+$)")
"""The id of the bank before that of the question: two banks may have a question of one id."""
_RULE = "<hr>"


def write(about: About, items: tuple[Item, ...]) -> str:
    """A note of the type Basic for each item: id, front, back with the passage, tags."""
    out = io.StringIO()
    out.write("#separator:tab\n#html:true\n#notetype:Basic\n")
    out.write(f"#deck:{' '.join(about.title.replace('::', ' ').split())}\n")
    out.write("#columns:guid\tFront\tBack\ttags\n#guid column:1\n#tags column:4\n")
    notes = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_ALL)
    for item in items:
        front = html_text.escaped("\n".join([flashcard.front(item), *flashcard.options(item)]))
        told = html_text.feedback(item.explanation, item.quoted)
        back = html_text.escaped(flashcard.back(item)) + (f"{_RULE}{told}" if told else "")
        tags = " ".join("_".join(tag.split()) for tag in item.tags)
        notes.writerow((f"{about.id}:{item.id}", front, back, tags))
    return out.getvalue()


def read(text: str) -> Read:
    """The notes of a text file, by its headings, as questions in words."""
    headings: dict[str, str] = {}
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    while lines and (mark := _HEADING.match(lines[0])):
        headings[mark[1].strip()] = mark[2]
        lines.pop(0)
    sign = headings.get("separator", "tab").strip()
    delimiter = _SEPARATORS.get(sign.lower(), sign if len(sign) == 1 and sign != '"' else "\t")
    special = {
        name.removesuffix(" column"): int(value) - 1
        for name, value in headings.items()
        if name.endswith(" column") and value.strip().isdecimal()
    }
    items: list[Item] = []
    losses: list[Loss] = []
    for number, row in enumerate(rows("\n".join(lines), delimiter), 1):
        fields = [cell for place, cell in enumerate(row) if place not in special.values()]
        if len(fields) < 2 or not fields[1].strip():
            losses.append(Loss(f"note {number}", "left out: it has no back"))
            continue
        items.append(_item(fields, row, special, headings.get("html", "false") == "true"))
    return Read(clean(headings.get("deck", "")), tuple(items), tuple(losses))


def _item(fields: list[str], row: list[str], special: dict[str, int], marked: bool) -> Item:
    def at(name: str) -> str:
        place = special.get(name, -1)
        return row[place] if 0 <= place < len(row) else ""

    answer, _, told = fields[1].partition(_RULE)
    front, back, more = (
        html_text.read(cell if marked else html.escape(cell)) for cell in (fields[0], answer, told)
    )
    return Item(
        _OURS.sub("", clean(at("guid")).strip()),
        "words",
        front.text,
        (Answer(back.text),),
        explanation=more.text,
        quoted=more.quoted,
        tags=tuple(clean(at("tags")).split()),
    )
