"""A table of questions for a spreadsheet, by named columns; read with or without names."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import get_args

from quizapp.bank.field_problems import other_name
from quizapp.exchange import spreadsheet
from quizapp.exchange.item import GAP, About, Answer, Item, Loss, Quoted, Read, Shape, quoted_of
from quizapp.exchange.moodle_answers import share
from quizapp.exchange.spreadsheet import aligned, grouped, groups, joined, parted, unguarded
from quizapp.text import clean

COLUMNS = (
    "id", "kind", "prompt", "answer", "options", "partial", "wrong", "feedback", "hint",
    "explanation", "section", "paragraph", "passage", "text", "digest", "fingerprint", "evidence",
    "sentences", "tags", "unit", "tolerance", "weight", "shuffle",
)  # fmt: skip
QUOTED = ("passage", "section", "paragraph", "fingerprint", "sentences")
"""Columns of what is told of the passages that are quoted."""
_NAMES = {
    "question": "prompt", "term": "prompt", "front": "prompt", "stem": "prompt",
    "question text": "prompt",
    "definition": "answer", "back": "answer", "answers": "answer", "correct": "answer",
    "correct answer": "answer", "solution": "answer", "key": "answer", "type": "kind",
    "feedback for wrong": "feedback", "rationale": "explanation", "source": "text", "tag": "tags",
    "category": "tags", "points": "weight", "question id": "id", "guid": "id", "incorrect": "wrong",
    "distractors": "wrong", "choices": "options",
}  # fmt: skip
_OPTION = re.compile(r"(?:option|choice|answer)?[ _]?([a-h]|[1-8])$", re.IGNORECASE)
_SHAPES = {"text": "words", "cloze": "gaps", "points": "essay", "single": "choice"}
"""Shapes that are not called as the kinds are."""


# Writing


def write(about: About, items: tuple[Item, ...]) -> str:
    """The items as comma-separated values under their names; each cell is guarded."""
    del about
    out = io.StringIO()
    spreadsheet.write([COLUMNS, *(_row(item) for item in items)], out)
    return out.getvalue()


def _row(item: Item) -> tuple[str, ...]:
    optioned = item.shape in ("choice", "multiple")
    half = [one for one in item.answers if 0 < one.share < 1]
    wrong = [one for one in item.answers if one.share <= 0]
    told = item.answers if optioned else [*half, *wrong]
    named = {
        "id": item.id,
        "kind": item.shape,
        "prompt": item.prompt,
        "answer": _answer(item),
        "options": joined(one.text for one in item.answers) if optioned else "",
        "partial": joined(f"{one.share:.0%} {one.text}" for one in half),
        "wrong": joined(item.extra or (() if optioned else [one.text for one in wrong])),
        "feedback": joined(one.feedback for one in told) if any(o.feedback for o in told) else "",
        "hint": item.hint,
        "explanation": item.explanation,
        **{name: joined(one.told()[name] for one in item.quoted) for name in QUOTED},
        "text": joined(one.text if one.passage.text else "" for one in item.quoted),
        "digest": joined("" if one.passage.text else one.text for one in item.quoted),
        "evidence": grouped(one.support.evidence for one in item.quoted),
        "tags": joined(item.tags),
        "unit": item.unit,
        "tolerance": f"{item.tolerance:g}" if item.tolerance else "",
        "weight": f"{item.weight:g}" if item.weight != 1 else "",
        "shuffle": "" if item.shuffle else "no",
    }
    return tuple(named[name] for name in COLUMNS)


def _answer(item: Item) -> str:
    if item.shape == "match":
        return grouped(item.pairs)
    if item.shape == "gaps":
        return grouped((one.text for one in gap if one.share == 1) for gap in item.gaps)
    return joined(item.right)


# Reading


def read(text: str) -> Read:
    """The questions of a table: by its headings, or of two columns, prompt and answer."""
    rows = spreadsheet.rows(text, _delimiter(text))
    if not rows:
        return Read("", ())
    names = _headings(rows[0])
    body = rows[1:] if names else rows
    names = names or ["prompt", "answer", "hint", "explanation"][: max(map(len, rows))]
    items: list[Item] = []
    losses: list[Loss] = []
    for number, row in enumerate(body, 2 if body is not rows else 1):
        named = dict.fromkeys(COLUMNS, "")
        for name, cell in zip(names, row, strict=False):
            named[name] = named.get(name) or clean(unguarded(cell))
        item = _item(named, names)
        if item is None:
            losses.append(Loss(f"row {number}", "left out: it has no prompt or no answer"))
        else:
            items.append(item)
    unknown = [name[1:] for name in names if name.startswith("?") and name != "?"]
    if unknown:
        losses.append(Loss("", f"columns that are not known: {', '.join(unknown)}"))
    return Read("", tuple(items), tuple(losses))


def _delimiter(text: str) -> str:
    """The sign that parts the cells of the first lines into the same number of columns."""
    lines = [line for line in text.split("\n")[:20] if line.strip()]
    counts = {sign: sum(sign in line for line in lines) for sign in "\t;,"}
    if counts["\t"] > 0.8 * len(lines):
        return "\t"
    first = lines[0] if lines else ""
    return ";" if first.count(";") > first.count(",") else ","


def _headings(row: list[str]) -> list[str]:
    """The columns by their headings, "?" before one that is not known; [] if it is no heading."""
    found = []
    for cell in row:
        name = " ".join(cell.strip("\ufeff ").lower().replace("_", " ").split())
        known = name if name in COLUMNS else _NAMES.get(name, "")
        option = _OPTION.match(name) if not known else None
        found.append(known or (f"option {option[1].lower()}" if option else f"?{name}"))
    return found if "prompt" in found and len(found) > 1 else []


def _item(named: Mapping[str, str], names: list[str]) -> Item | None:
    prompt, answer, weight = named["prompt"].strip(), named["answer"], named["weight"]
    options = parted(named["options"]) or [
        named[name].strip()
        for name in names
        if name.startswith("option ") and named.get(name, "").strip()
    ]
    shape = _shape(named, options, answer)
    if not prompt or not answer.strip():
        return None
    item = Item(
        named["id"].strip(),
        shape,
        prompt,
        tuple(_answers(named, shape, options)),
        hint=named["hint"],
        explanation=named["explanation"],
        quoted=tuple(_quoted(named)),
        tags=tuple(parted(named["tags"])),
        unit=named["unit"],
        tolerance=share(named["tolerance"]) * 100 if named["tolerance"] else 0.0,
        weight=float(weight) if re.fullmatch(r"\d{1,4}(\.\d+)?", weight) and float(weight) else 1.0,
        shuffle=named["shuffle"].lower() not in ("no", "false", "0"),
    )
    if shape == "match":
        pairs = tuple((one[0], one[1]) for one in groups(answer) if len(one) == 2)
        return item._replace(pairs=pairs, extra=tuple(parted(named["wrong"])), answers=())
    if shape == "gaps":
        others = tuple(one for one in item.answers if one.share < 1)
        gaps = tuple((*map(Answer, gap), *others) for gap in groups(answer))
        return item._replace(gaps=gaps, answers=())
    return item


def _shape(named: Mapping[str, str], options: list[str], answer: str) -> Shape:
    kind = named["kind"].strip().lower()
    kind = other_name(kind) or kind
    kind = _SHAPES.get(kind, kind)
    for shape in get_args(Shape):
        if kind == shape:
            return shape  # type: ignore[no-any-return]
    if options:
        return "multiple" if len(parted(answer)) > 1 else "choice"
    if answer.strip().lower() in ("true", "false"):
        return "boolean"
    return "gaps" if GAP in named["prompt"] else "words"


def _answers(named: Mapping[str, str], shape: Shape, options: list[str]) -> Iterator[Answer]:
    right, notes = parted(named["answer"]), parted(named["feedback"])
    others = [*_partly(named), *((one, 0.0) for one in parted(named["wrong"]))]
    if shape in ("choice", "multiple"):
        chosen = {_chosen(one, options) for one in right}
        shares = {**dict(_partly(named)), **dict.fromkeys(chosen, 1.0)}
        every = options or [*right, *parted(named["wrong"])]
        right, others = [], [(one, shares.get(one, 0.0)) for one in every]
    elif shape == "boolean":
        truth = right[:1] and right[0].lower() in ("true", "t", "yes")
        right = ["true" if truth else "false"]
        others = [("false" if truth else "true", 0.0)]
    yield from map(Answer, right)
    for place, (words, earned) in enumerate(others):
        yield Answer(words, earned, aligned(notes, place))


def _partly(named: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    for one in parted(named["partial"]):
        mark = re.match(r"(\d{1,2})%\s+(.+)", one, re.DOTALL)
        yield (mark[2], int(mark[1]) / 100) if mark else (one, 0.5)


def _chosen(answer: str, options: list[str]) -> str:
    """The option that an answer names: its own words, or its letter or number."""
    named = {
        **dict(zip("abcdefgh", options, strict=False)),
        **{str(place): option for place, option in enumerate(options, 1)},
        **{option.lower(): option for option in reversed(options)},
    }
    key = answer.strip().strip("().").lower()
    return answer if answer in options else named.get(answer.lower()) or named.get(key, answer)


def _quoted(named: Mapping[str, str]) -> Iterator[Quoted]:
    evidence = groups(named["evidence"])
    columns = {name: parted(named[name]) for name in (*QUOTED, "text", "digest")}
    for place in range(len(columns["passage"])):
        told = {name: aligned(found, place) for name, found in columns.items()}
        if text := told["text"] or told["digest"]:
            words = evidence[place] if place < len(evidence) else ()
            yield quoted_of(told, text, not told["text"], words)
