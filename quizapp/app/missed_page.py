"""The questions that a learner missed, as a page of Markdown to go over before an examination."""

import re

from quizapp.app.wording import on_one_line
from quizapp.bank.model import Bank
from quizapp.report.errors import Missed
from quizapp.text import clean


def page(bank: Bank, found: tuple[Missed, ...]) -> str:
    """The missed questions of the bank as a page of Markdown, section by section."""
    lines = [f"# {plain(bank.title)}: what to go over", ""]
    if not found:
        return f"{lines[0]}\n\nNothing: all that was asked was right the last time.\n"
    before = None
    # In the source's order, then what is in no section.
    order = [*dict.fromkeys(one.section for one in bank.passages if one.section), ""]
    for one in sorted(found, key=lambda each: order.index(each.section)):
        if one.section != before:
            lines += [f"## {plain(one.section)}", ""] if one.section else []
            before = one.section
        lines += entry(one)
    return "\n".join(lines)


def entry(one: Missed) -> list[str]:
    """A missed question as lines of Markdown, an empty one last."""
    return [
        f"**{plain(one.prompt)}**",
        "",
        f"- you: {plain(on_one_line(one.response))}",
        f"- answer: **{plain(on_one_line(one.answer))}**",
        *(f"- evidence: “{plain(words)}”" for words in one.evidence),
        "",
    ]


_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")


def plain(text: str) -> str:
    """The text on one line, with the characters of Markdown escaped."""
    return _SIGNS.sub(r"\\\1", " ".join(clean(text).split()))
