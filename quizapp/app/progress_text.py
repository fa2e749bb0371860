"""A learner's progress as lines of plain text, readable without colour, and as a tree."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from quizapp.app.charts import bar, calibrated, columns, counts, cut, heat
from quizapp.app.formatting import count, day, on_one_line, percent
from quizapp.bank.model import Bank, question, sections, source_order
from quizapp.report.learner_report import LearnerReport
from quizapp.report.progress import Falling, Part, Progress
from quizapp.text import clean

PAIRS = 8
"""At most so many confused pairs are listed; JSON has all of them."""
BAR = 12
"""The width of a bar, in cells."""
WIDTH = 78
"""The default width, in cells."""


class Block(NamedTuple):
    """Lines under a heading; `name` tells blocks apart."""

    name: str
    heading: str
    lines: tuple[str, ...]


def headline(report: LearnerReport) -> str:
    """How much of the bank is known, in one line."""
    progress = report.progress
    questions = count(progress.questions, "question")
    line = f"{progress.known} of {questions} known, {progress.seen} asked so far"
    if progress.mastery is not None and progress.seen:
        line += f"; {percent(progress.mastery)} likely known today"
    return f"{line}."


def blocks(report: LearnerReport, width: int = WIDTH) -> list[Block]:
    """The report in blocks; those with nothing in them are left out."""
    bank, progress = report.bank, report.progress
    seen = [part for part in progress.objectives if part.seen]
    unseen = len(progress.objectives) - len(seen)
    later = [f"{count(unseen, 'objective')} not asked yet"] if unseen else []
    sections = progress.sections if any(part.name for part in progress.sections) else ()
    found = (
        Block("growth", "Likely known, day by day", _chart(growth(report), width)),
        Block("days", "Days of study, this week at the right", _days(report, width)),
        Block(
            "sessions", "Sessions, the newest at the right", _chart(session_shares(report), width)
        ),
        Block("sections", parts_heading("Sections", width), _parts(sections, width)),
        Block("objectives", parts_heading("Objectives", width), (*_parts(seen, width), *later)),
        Block("forecast", "Falls due", _forecast(progress.forecast, width)),
        Block("calibration", "Certainty: stated |, observed o", _calibration(progress, width)),
        Block("confused", "Pairs you confuse", _pairs(report, width)),
        Block("changed", "Changed since you answered", _changed(bank, report.changed, width)),
    )
    return [block for block in found if block.lines]


def growth(report: LearnerReport) -> list[tuple[str, float]]:
    """How much was likely known on each day, 0 to 1."""
    return [(each.day, each.share) for each in report.growth]


def session_shares(report: LearnerReport) -> list[tuple[str, float]]:
    """The share of the points in each session whose score may be told."""
    told = (each for each in report.progress.sessions if each.out_of and not each.sealed)
    return [(each.started, each.percent / 100) for each in told]


def _chart(found: Sequence[tuple[str, float]], width: int) -> tuple[str, ...]:
    """The latest shares as columns, from which day to which under them; one alone as a bar."""
    shown = found[-(width - 6) :]
    if not shown:
        return ()
    shares = [share for _, share in shown]
    first, last, newest = day(shown[0][0]), day(shown[-1][0]), percent(shares[-1])
    if len(shares) == 1:
        return f"{bar(shares[0], min(40, width - 8))} {newest}", last
    days = first if first == last else f"{first} to {last}"
    return (*columns(shares, width - 6), f"      {days}; newest {newest}")


def _days(report: LearnerReport, width: int) -> tuple[str, ...]:
    if not report.days:
        return ()
    answers = {each.day: each.answers for each in report.days}
    weeks = min(26, max(4, (width - 6) // 2))
    total = count(sum(answers.values()), "answer")
    best = max(report.days, key=lambda each: each.answers)
    busiest = f"{total} on {count(len(answers), 'day')}; most on {day(best.day)}: {best.answers}"
    return (*heat(answers, report.today, weeks), busiest)


_COLUMNS = f"{'known':>8} {'now':>5}  {'last':<5} {'lapses':>6}"
_ENDS = (8, 14, 21, len(_COLUMNS))
"""Where each of the columns ends: where there is no room for all, the last are left out."""
_LEAST, _MORE = 22, " …"
"""So many cells stay for the name; and the sign that columns are left out."""


def parts_heading(what: str, width: int) -> str:
    """The names of the columns."""
    end = _end(width)
    more = "" if end == _ENDS[-1] else _MORE
    return f"{what:<{_label(width)}} {'likely known':<{BAR}}{_COLUMNS[:end].rstrip()}{more}"


def _end(width: int) -> int:
    room = width - BAR - 1 - _LEAST
    if room >= _ENDS[-1]:
        return _ENDS[-1]
    return max((end for end in _ENDS[:-1] if end + len(_MORE) <= room), default=_ENDS[0])


def _label(width: int) -> int:
    end = _end(width)
    return max(8, width - BAR - 1 - end - (0 if end == _ENDS[-1] else len(_MORE)))


def _parts(parts: Sequence[Part], width: int) -> tuple[str, ...]:
    return tuple(part_line(part, width) for part in parts)


def part_line(part: Part, width: int, lead: str = "") -> str:
    """A section or an objective in the columns of `parts_heading`, after `lead`."""
    label = _label(width)
    name = cut(lead + (clean(part.title) or "(none)"), label)
    cells = f"{f'{part.known}/{part.questions}':>8} {_now(part):>5}  {signs(part.last):<5} "
    cells += f"{part.lapses or '-':>6}"
    return f"{name:<{label}} {bar(_share(part), BAR)}{cells[: _end(width)].rstrip()}"


def _share(part: Part) -> float:
    if part.mastery is not None:
        return part.mastery
    return part.known / part.questions if part.questions else 0.0


def _now(part: Part) -> str:
    return "-" if part.mastery is None or not part.seen else percent(part.mastery)


def signs(digits: str) -> str:
    """The last answers as signs (right, partly right, wrong), the newest at the right."""
    return "".join("✓" if digit == "9" else "✗" if digit == "0" else "◐" for digit in digits)


def _forecast(days: Sequence[Falling], width: int) -> tuple[str, ...]:
    if not any(each.due for each in days):
        return ()
    named = [(falls(at, each), each.due) for at, each in enumerate(days)]
    while named and not named[-1][1]:
        named.pop()
    return tuple(counts(named, width - 20))


def falls(at: int, falling: Falling) -> str:
    """The day, the first of all being today: `Thu 3 Dec`."""
    named = date.fromisoformat(falling.day)
    return f"{named:%a} {named.day} {named:%b}" if at else "today"


def _calibration(progress: Progress, width: int) -> tuple[str, ...]:
    if not progress.calibration.levels:
        return ()
    brier = f"Brier score {progress.calibration.brier:.2f} (0 is perfect)"
    return (*calibrated(progress.calibration, min(40, max(12, width - 28))), brier)


def _pairs(report: LearnerReport, width: int) -> tuple[str, ...]:
    """The pairs, without those that would tell the answer to what is due, or was never asked."""
    lines, bank, today = [], report.bank, report.today
    told = [pair for pair in report.pairs if report.due.get(pair.other, today) > today]
    for pair in told[:PAIRS]:
        lines.append(cut(f"{pair.times}× “{on_one_line(pair.response)}”", width))
        lines += _wrapped("   as the answer to  ", _prompt(bank, pair.question), width)
        lines += _wrapped("   it is the one to  ", _prompt(bank, pair.other), width)
    if len(told) > PAIRS:
        lines.append(f"… and {len(told) - PAIRS} more")
    if untold := len(report.pairs) - len(told):
        lines.append(
            cut(f"{count(untold, 'pair')} with an answer that you are still to give", width)
        )
    return tuple(lines)


def _changed(bank: Bank, changed: Sequence[str], width: int) -> tuple[str, ...]:
    lines = [cut(f"± {_prompt(bank, name)}", width) for name in changed[:PAIRS]]
    more = [f"… and {len(changed) - PAIRS} more"] if len(changed) > PAIRS else []
    return (*lines, *more)


def _wrapped(lead: str, words: str, width: int) -> list[str]:
    """The words after `lead`, on two lines at most."""
    from textwrap import wrap

    return wrap(
        words,
        width,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        max_lines=2,
        placeholder=" …",
    )


def _prompt(bank: Bank, name: str) -> str:
    return " ".join(clean(question(bank, name).prompt).split())


class Branch(NamedTuple):
    """A section or an objective: how it stands, its questions by name, and what is under it."""

    part: Part
    questions: tuple[str, ...]
    under: tuple[Branch, ...] = ()


def tree(report: LearnerReport) -> tuple[Branch, ...]:
    """The sections, under each the objectives that its questions are the first to test."""
    bank = report.bank
    section = sections(bank)
    asked = sorted(bank.questions, key=source_order(bank))
    home: dict[str, str] = {}
    for one in asked:
        for objective in one.objective:
            home.setdefault(objective, section(one))
    objectives = {part.name: part for part in report.progress.objectives}
    return tuple(
        Branch(
            part,
            tuple(one.id for one in asked if section(one) == part.name),
            tuple(
                Branch(objectives[name], tuple(one.id for one in asked if name in one.objective))
                for name, where in home.items()
                if where == part.name
            ),
        )
        for part in report.progress.sections
    )
