"""How figures, times and outcomes are said: the same on the screen and on plain lines."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.bank.model import Problem

SIGNS: dict[str, str] = {
    "correct": "✓", "close": "≈", "partial": "◐", "wrong": "✗", "unsure": "?", "open": "○",
    "missed": "✗", "unchosen": "○",
}  # fmt: skip
"""The sign of each outcome and of a part that is missing; "open" is neither right nor wrong."""

SAME = "Does yours say the same?"
"""What the learner is asked where the grader is not sure."""


NOT_YET = "Nothing is recorded yet."
"""Said where an answer is asked for once more."""

LIMIT = 64 * 1024
"""The most bytes that a response may have."""
TOO_LONG = "That is over 64 KiB, more than an answer may have. It was left out."

FLAG_KEPT = "for the instructor; goes along when you hand in your log (quizapp export-log)."
UNFLAGGED = "The flag is taken back."
FLAG_NOT_KEPT = "Not flagged: nothing is kept of this session."


def flag_told(why: str | None) -> str:
    """What is said once a question was flagged with these words, or (None) the flag taken back."""
    if why is None:
        return UNFLAGGED
    return f"Flagged{f': “{on_one_line(why)}”' if why else ''}, {FLAG_KEPT}"


def still_unsure(number: int) -> str:
    """How many responses wait for a ruling, as a sentence; "" for none."""
    if not number:
        return ""
    wait = "waits" if number == 1 else "wait"
    return f"Not sure of {count(number, 'answer')}, which {wait} for a ruling."


def percent(share: float) -> str:
    """A share (0 to 1) in whole per cent; below all of it never 100, above nothing never 0."""
    whole = round(share * 100)
    if 0 < share < 1:
        whole = min(max(whole, 1), 99)
    return f"{whole} %"


CERTAINTIES = {1: "a guess", 2: "fairly sure", 3: "certain"}
"""What each certainty means."""


def certainty_told(certainty: int, marks: float) -> str:
    """What was said of a response, and what came of it: "You said 3, certain: -6 marks"."""
    earned = f"{'+' if marks > 0 else ''}{signed(marks)} {'mark' if abs(marks) == 1 else 'marks'}"
    return f"You said {certainty}, {CERTAINTIES[certainty]}: {earned}"


def signed(number: float) -> str:
    """A figure that may be below 0, with a sign as wide as a plus."""
    return figure(number).replace("-", "\N{MINUS SIGN}")


def crammed(right: int) -> str:
    """How far cramming has come with a question that was right so often."""
    from quizapp.session.responses import CRAMMED

    if right >= CRAMMED:
        return f"Right {count(CRAMMED, 'time')}: done with this one."
    return f"Right {right} of {count(CRAMMED, 'time')}."


def clock(seconds: float) -> str:
    """A time that is left: "1:02:03", "12:34", "0:05"."""
    minutes, rest = divmod(max(0, ceil(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `count(1, "question")` is "1 question"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def points(earned: float, out_of: float | None = None) -> str:
    """What was earned, of how much: "1 point", "0.5 of 3 points", "0 of 1 point"."""
    told = figure(earned) if out_of is None else f"{figure(earned)} of {figure(out_of)}"
    return f"{told} point{'' if (earned if out_of is None else out_of) == 1 else 's'}"


def without_ids(number: int) -> str:
    """What hangs on so many questions that have no id of their own, as a sentence."""
    told = count(number, "question has no id", "questions have no id")
    return f"{told}: reworded, they lose their scores."


def on_one_line(response: str, between: str = " / ") -> str:
    """A response of whatever lines on one, for lists: "Moon / Sun"; none is "I don't know"."""
    lines = (line.strip() for line in clean(response).split("\n"))
    return between.join(line for line in lines if line) or "I don't know"


def local(at: str) -> str:
    """A time in UTC as the learner's own day and minute, `3 May 14:05`; in another year the day."""
    from datetime import datetime

    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at[:16]
    this_year = moment.year == datetime.now().year
    return f"{day(at)} {moment:%H:%M}" if this_year else day(at)


def day(at: str) -> str:
    """A time in UTC as the learner's own day, `3 May`; in another year `3 May 2024`."""
    from datetime import datetime

    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at[:10]
    year = "" if moment.year == datetime.now().year else f" {moment.year}"
    return f"{moment.day} {moment:%b}{year}"


def lasted(seconds: float) -> str:
    """How long something took: `45 s`, `12 min`, `3 h 20`."""
    if seconds < 59.5:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60} h {minutes % 60:02}"


def figure(number: float) -> str:
    """A figure without needless decimals: 17, 17.5, 66.67."""
    return f"{round(number, 2):g}" if abs(number) < 1e6 else f"{number:.0f}"


def problem_line(problem: Problem) -> str:
    """`FILE:LINE:COLUMN: code: message (remedy)`; no line where none is known."""
    place = problem.file
    if problem.line:
        place += f":{problem.line}:{problem.column or 1}"
    remedy = f" ({problem.remedy})" if problem.remedy else ""
    return f"{place}: {problem.code}: {problem.message}{remedy}"


def too_long(text: str) -> bool:
    """Whether a text is more than a response may be."""
    return len(text) > LIMIT or len(text.encode("utf-8", "surrogatepass")) > LIMIT
