"""Which kind a question is that does not say so: where its fields fit one kind alone."""

import re
from typing import Any

from quizapp.kinds.cloze import IN_PROMPT

OWN_FIELDS = {
    "pairs": "match",
    "gaps": "cloze",
    "points": "points",
    "reason": "boolean",
    "need": "list",
    "answers": "text",
    "ideas": "text",
}
"""Fields that one kind alone has, or that mean it where no other field speaks for another."""
_DATED = r"\d{3,4}-\d\d(-\d\d)?|\d{1,3}0s( BCE?)?|\d{1,2}(st|nd|rd|th) century.*|\d{1,5} BCE?"
_ASKS_TIME = r"(?i)\bwhen\b|\b(which|what) (year|month|day|date|decade|century)\b|\(a year\)"


def inferred(raw: dict[str, Any]) -> str:
    """The kind that the fields of a question fit; "" if none does, or several."""
    if "options" in raw:
        return _of_options(raw["options"], raw.get("answer"))
    if "items" in raw:
        items = raw["items"]
        varied = isinstance(items, list) and any(isinstance(item, list) for item in items)
        return "list" if varied or "need" in raw or "ordered" in raw else ""
    for field, kind in OWN_FIELDS.items():
        if field in raw:
            return kind
    prompt = raw.get("prompt")
    asked = prompt if isinstance(prompt, str) else ""
    if "answer" in raw:
        return _of_answer(raw["answer"], asked, "unit" in raw or "tolerance" in raw)
    return "cloze" if re.search(IN_PROMPT, asked) else ""


def _of_options(options: Any, answer: Any) -> str:
    """A choice of one, unless more are right."""
    if isinstance(answer, list):
        return "multiple" if len(answer) != 1 else "choice"
    right = [
        option
        for option in (options if isinstance(options, list) else ())
        if (isinstance(option, dict) and option.get("correct") is True)
        or (isinstance(option, str) and re.match(r"\*(?!\*)", option))
    ]
    return "multiple" if len(right) > 1 else "choice"


def _of_answer(answer: Any, prompt: str, measured: bool) -> str:
    """By what the answer is; a whole number is a year where the prompt asks for a time."""
    if isinstance(answer, bool):
        return "boolean"
    time = re.search(_ASKS_TIME, prompt) is not None and not measured
    if isinstance(answer, int):
        return "date" if time and 0 < answer < 10_000 else "number"
    if isinstance(answer, float):
        return "number"
    if isinstance(answer, list):
        figures = all(isinstance(one, int | float) for one in answer)
        return "number" if figures and answer else "text"
    if isinstance(answer, str):
        dated = re.fullmatch(_DATED, answer) or (time and re.fullmatch(r"\d{3,4}", answer))
        return "date" if dated else "text"
    return "date" if hasattr(answer, "year") else ""
