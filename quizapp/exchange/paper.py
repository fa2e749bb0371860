"""A paper to print and its key, in Markdown."""

import re

from quizapp.exchange import flashcard
from quizapp.exchange.html_text import heading
from quizapp.exchange.item import GAP, About, Item

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$])")
_LINES = {"essay": 6, "words": 2, "number": 1, "boolean": 1}


def write(about: About, items: tuple[Item, ...]) -> str:
    """The questions with room for answers, then the key with explanations and passages."""
    name = _escape(about.title)
    questions = "\n".join(_asked(number, item) for number, item in enumerate(items, 1))
    key = "\n".join(_key(number, item) for number, item in enumerate(items, 1))
    fields = "Name: ______________________________   Date: ________________".replace("_", "\\_")
    return f"# {name}\n\n{fields}\n\n{questions}\n---\n\n# {name}: key\n\n{key}"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _asked(number: int, item: Item) -> str:
    prompt = _escape(flashcard.front(item).replace(GAP, "\0")).replace("\0", r"\_" * 12)
    points = "" if item.weight == 1 else f" ({item.weight:g} points)"
    lines = [f"**{number}.** {prompt.replace(chr(10), '  ' + chr(10))}{points}", ""]
    offered = flashcard.options(item)
    lines += [f"- {_escape(option)}" for option in offered]
    room = 0 if offered else _LINES.get(item.shape, 0)
    lines += [line for _ in range(room) for line in (r"\_" * 60, "")]
    return "\n".join([*lines, ""] if offered else lines)


def _key(number: int, item: Item) -> str:
    answer = _escape(flashcard.back(item)).replace("\n", "; ")
    others = [_escape(one) for one in item.right[1:]] if item.shape == "words" else []
    lines = [f"**{number}.** {answer}" + (f" (also: {'; '.join(others)})" if others else ""), ""]
    if item.explanation:
        lines += [_escape(item.explanation), ""]
    for quoted in item.quoted:
        title = heading(quoted)
        shown = f"*{_escape(title)}*: " if title else ""
        words = "; ".join(f"“{_escape(one)}”" for one in quoted.support.evidence)
        lines += [f"> {shown}{words or _escape(quoted.text)}", ""]
    return "\n".join(lines)
