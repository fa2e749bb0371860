"""The summary of a session as a page of Markdown, and where pages that are shared are put."""

from collections.abc import Sequence
from pathlib import Path

from quizapp.app.missed_page import entry, plain
from quizapp.app.session_end import passing, practice
from quizapp.app.wording import day, figure, points
from quizapp.report.errors import missed_in
from quizapp.session.run import SessionRun
from quizapp.session.score import in_words

FOLDER = "shared"


def page(session: SessionRun, learned: Sequence[str] = ()) -> str:
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
    import re

    return re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.DOTALL)
