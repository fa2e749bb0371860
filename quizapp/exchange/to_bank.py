"""Items as the questions of a bank, and a bank of them as files."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any, NamedTuple

from quizapp.bank.consistency import LONGEST_ID, may_be_id
from quizapp.bank.ids import slug, unlike
from quizapp.bank.tables import question_of
from quizapp.exchange.item import GAP, Answer, Item, Loss, figure
from quizapp.structs import asdict
from quizapp.text import clean, same

_BRACES = str.maketrans("{}", "()")
_LEVELS = ("remember", "understand", "apply", "analyse", "evaluate")


class Taken(NamedTuple):
    """Questions taken over as tables of a bank, their passages, and what was lost of them."""

    questions: tuple[dict[str, Any], ...]
    passages: tuple[dict[str, Any], ...]
    losses: tuple[Loss, ...]


def taken(items: Iterable[Item], known: Iterable[str] = ()) -> Taken:
    """The items as questions of a bank that has the ids `known` already.

    What cannot be a question is left out, with the reason.
    """
    questions: list[dict[str, Any]] = []
    passages: dict[str, dict[str, Any]] = {}
    losses: list[Loss] = []
    used = set(known)
    for number, item in enumerate(items, 1):
        name = _id(item, number, used)
        sound = _without_contradictions(item._replace(id=name))
        if sound.answers != item.answers:
            losses.append(Loss(name, "less credit for an answer that is right as well"))
        table = table_of(sound)
        problem = question_of(table)[1] if table else "it has no answer"
        if not table or problem:
            losses.append(Loss(item.id or name, f"left out: {problem}"))
            continue
        used.add(name)
        if table.get("draft"):
            losses.append(Loss(name, "a draft: it is marked by a person there, and needs a key"))
        questions.append(table)
        for quoted in item.quoted:
            passage = quoted.passage
            about = {**asdict(passage), "paragraph": passage.paragraph or None}
            passages.setdefault(passage.id, about)
    return Taken(tuple(questions), tuple(passages.values()), tuple(losses))


def _without_contradictions(item: Item) -> Item:
    """The item without wrong and half right answers in the words of a right one."""
    if item.shape not in ("words", "number"):
        return item
    right = {same(answer) for answer in item.right}
    kept = (one for one in item.answers if one.right or same(one.text) not in right)
    return item._replace(answers=tuple(kept))


def _id(item: Item, number: int, used: set[str]) -> str:
    """The item's own id if it can be one, otherwise one out of its words."""
    name = item.id
    if not may_be_id(name):
        name = slug(" ".join((name or item.prompt).split()[:6])) or f"question-{number}"
    return unlike(name, used, LONGEST_ID - 6)


def table_of(item: Item) -> dict[str, Any] | None:
    """The item as a table of a bank; None where it has no answer."""
    own = _own(item)
    if own is None:
        return None
    objective = [tag.partition(":")[2] for tag in item.tags if tag.startswith("objective:")]
    levels = [tag.partition(":")[2] for tag in item.tags if tag.startswith("level:")]
    level = next((level for level in levels if level in _LEVELS), None)
    tags = [tag for tag in item.tags if tag.partition(":")[0] not in ("objective", "level")]
    table = {
        "id": item.id,
        "kind": own.pop("kind"),
        "prompt": clean(item.prompt).strip(),
        **own,
        "hint": item.hint,
        "explanation": item.explanation,
        "objective": objective,
        "level": level,
        "tags": tags,
        "weight": item.weight if item.weight != 1 else None,
        "shuffle": None if item.shuffle else False,
        "support": [asdict(one.support) for one in item.quoted],
    }
    return {key: value for key, value in table.items() if value not in (None, "", [], ())}


def _own(item: Item) -> dict[str, Any] | None:
    """The kind, and the fields that only some kinds have; None where there is no answer."""
    if item.shape == "gaps":
        return _cloze(item)
    if item.shape == "match":
        pairs = [[_line(side) for side in pair] for pair in item.pairs]
        return {"kind": "match", "pairs": pairs, "extra": list(item.extra)} if pairs else None
    if item.shape == "essay":
        # A draft, since what a person marks has no key: its model answer is the beginning of one.
        answers = _wordings(item.answers) or ([item.explanation] if item.explanation else [])
        return {"kind": "text", "answers": answers, "draft": True} if answers else None
    if not item.right:
        return None
    if item.shape in ("choice", "multiple"):
        return _options(item)
    if item.shape == "boolean":
        wrong = [{"answers": [one.text], "feedback": one.feedback}
                 for one in item.answers if one.feedback and not one.right]  # fmt: skip
        return {"kind": "boolean", "answer": item.right[0] == "true", "wrong": wrong}
    value = figure(item.right[0]) if item.shape == "number" else None
    if value is None:
        return {"kind": "text", "answers": _right(item.answers), **_graded(item.answers)}
    slack = item.tolerance
    return {
        "kind": "number",
        "answer": int(value) if value.is_integer() and abs(value) < 1e15 else value,
        "tolerance": (int(slack) if slack.is_integer() else slack) or None,
        "unit": item.unit,
        **_graded(item.answers),
    }


def _cloze(item: Item) -> dict[str, Any] | None:
    gaps = list(map(_right, item.gaps))
    if not gaps or not all(gaps) or item.prompt.count(GAP) != len(gaps):
        return None
    return {"kind": "cloze", "gaps": gaps, **(_graded(item.gaps[0]) if len(gaps) == 1 else {})}


def _options(item: Item) -> dict[str, Any]:
    options: list[dict[str, Any]] = []
    for one in item.answers:
        options.append({"text": _line(one.text)})
        if one.text in item.right:
            options[-1]["correct"] = True
        if one.feedback:
            options[-1]["feedback"] = one.feedback
    partial = [{"answers": [_line(one.text)], "score": round(one.share, 4)}
               for one in item.answers if one.text not in item.right and one.share > 0]  # fmt: skip
    return {"kind": item.shape, "options": options, "partial": partial}


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _right(answers: Iterable[Answer]) -> list[str]:
    return _wordings(answer for answer in answers if answer.right)


def _wordings(answers: Iterable[Answer]) -> list[str]:
    """The texts of answers, each once; braces, which mean alternatives in a bank, are brackets."""
    texts = [clean(answer.text).translate(_BRACES).strip() for answer in answers]
    return list({same(text): text for text in reversed(texts) if text}.values())[::-1]


def _graded(answers: Iterable[Answer]) -> dict[str, Any]:
    """`wrong` and `partial` of answers that earn less than all; those of one feedback together."""
    fields: dict[str, list[dict[str, Any]]] = {}
    rest = (answer for answer in answers if not answer.right)
    for (share, feedback), group in groupby(rest, lambda one: (max(one.share, 0.0), one.feedback)):
        entry: dict[str, Any] = {"answers": _wordings(group)}
        if share:
            entry["score"] = round(share, 4)
        if feedback:
            entry["feedback"] = feedback
        if entry["answers"] and entry["answers"] != ["*"]:
            fields.setdefault("partial" if share else "wrong", []).append(entry)
    return fields
