"""The plain draft form: blocks of lines that begin with Q: (prompt), A: (answer), H: (hint), E:
(explanation), W: (an error to expect, ` | ` its feedback) or T: (tags)."""

import re

from quizapp.exchange.item import GAP, Answer, Item, Loss, Read, figure
from quizapp.text import clean

_LINE = re.compile(r"^\s*([QAHEWT])\s*[:：]\s*(.*)$", re.IGNORECASE)
_GAP = re.compile(r"\[\[([^\]]+)\]\]")


def read(text: str) -> Read:
    """The questions of a text in the plain draft form; Q: begins one, blank lines may part them."""
    items: list[Item] = []
    losses: list[Loss] = []
    held: list[tuple[str, str]] = []
    start = 0
    for number, line in enumerate([*clean(text).split("\n"), "Q:"], 1):
        mark = _LINE.match(line)
        if mark and mark[1].upper() == "Q":
            item = _item(held)
            if item is not None:
                items.append(item)
            elif held:
                why = "it has no A: line" if held[0][1] else "its Q: line is empty"
                losses.append(Loss(f"line {start}", f"left out: {why}"))
            held, start = [("Q", mark[2].strip())], number
        elif mark and held:
            held.append((mark[1].upper(), mark[2].strip()))
        elif line.strip() and held:
            letter, before = held[-1]
            held[-1] = (letter, f"{before} {line.strip()}".strip())
        elif line.strip() and not line.lstrip().startswith("#"):
            losses.append(Loss(f"line {number}", "left out: it stands before the first Q:"))
    return Read("", tuple(items), tuple(losses))


def _item(held: list[tuple[str, str]]) -> Item | None:
    """The question of the lines from one Q: to the next; None where they are none."""

    def of(letter: str) -> list[str]:
        return [words for key, words in held if key == letter and words]

    prompt, answers = " ".join(of("Q")), of("A")
    gaps = tuple(tuple(map(Answer, mark.split("|"))) for mark in _GAP.findall(prompt))
    if not prompt or not (answers or gaps):
        return None
    item = Item(
        "", "gaps" if gaps else "words", _GAP.sub(GAP, prompt),
        hint=" ".join(of("H")), explanation=" ".join(of("E")),
        tags=tuple(tag.strip() for words in of("T") for tag in words.split(",") if tag.strip()),
    )  # fmt: skip
    wrong = tuple(
        Answer(words.strip(), 0.0, note.strip())
        for words, _, note in (one.partition("|") for one in of("W"))
    )
    if gaps:
        return item._replace(gaps=gaps if len(gaps) > 1 else ((*gaps[0], *wrong),))
    return _answered(item, answers, wrong)


def _answered(item: Item, answers: list[str], wrong: tuple[Answer, ...]) -> Item:
    """The item with its answers: options if one is starred, a truth value, a figure, or words."""
    if any(one.startswith("*") for one in answers):
        options = tuple(Answer(one.lstrip("*- "), float(one.startswith("*"))) for one in answers)
        several = sum(one.share for one in options) > 1
        return item._replace(shape="multiple" if several else "choice", answers=(*options, *wrong))
    first = answers[0].lower().rstrip(".")
    if first in ("true", "false") and len(answers) == 1:
        other = "false" if first == "true" else "true"
        note = next((one.feedback for one in wrong), "")
        return item._replace(shape="boolean", answers=(Answer(first), Answer(other, 0.0, note)))
    if len(answers) == 1 and figure(first) is not None:
        figures = tuple(one for one in wrong if figure(one.text) is not None)
        return item._replace(shape="number", answers=(Answer(answers[0]), *figures))
    return item._replace(answers=(*map(Answer, answers), *wrong))
