"""Pages of Markdown to go over or to share: what was missed on a bank, what a session came to."""

import re
from collections.abc import Sequence
from pathlib import Path

from quizapp.app.formatting import day, figure, on_one_line, points
from quizapp.app.session_end import passing, practice
from quizapp.bank.model import Bank
from quizapp.report.errors import Missed, missed_in
from quizapp.session.run import SessionRun
from quizapp.session.score import in_words
from quizapp.text import clean

FOLDER = "shared"
_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")


def missed_page(bank: Bank, found: tuple[Missed, ...]) -> str:
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


def summary_page(session: SessionRun, learned: Sequence[str] = ()) -> str:
    """Score, sections, and what to look at again, with `learned` in sentences between them."""
    score, row = session.score(), session.recorder.row
    lines = [f"# {plain(session.bank.title)}", "", f"{day(row.stamp.at)}, {session.state.mode}", ""]
    if session.state.mode != "read":
        earned = points(score.points, score.out_of)
        lines.append(f"**{figure(round(score.percent))} %**: {earned}, {in_words(score)}.")
    lines += [plain(each) for each in (passing(session), practice(session), *learned) if each]
    sections = [each for each in score.by_section if each.answered and each.section]
    if len(sections) > 1:
        lines += ["", "| section | points |", "|---|---|"]
        lines += [f"| {plain(each.section)} | {figure(each.points)} of {figure(each.out_of)} |"
                  for each in sections]  # fmt: skip
    if missed := missed_in(session.bank, session.state, score.missed):
        lines += ["", "## To look at again", ""]
        for one in missed:
            lines += entry(one)
    return "\n".join(lines).rstrip() + "\n"


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


def plain(text: str) -> str:
    """The text on one line, with the characters of Markdown escaped."""
    return _SIGNS.sub(r"\\\1", " ".join(clean(text).split()))


def put(data: Path, session: SessionRun, suffix: str, text: str) -> Path:
    """Write what is shared of a session into the data folder; gives its path. Raises OSError."""
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    row = session.recorder.row
    path = folder / f"{row.bank}-{row.stamp.day}-{row.id[:8]}.{suffix}"
    path.write_text(text, "utf-8")
    return path


def without_fonts(svg: str) -> str:
    """The picture without the addresses from which its font would be fetched."""
    return re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
