"""Progress in lines of plain text, for a terminal or a screen: readable without colour."""

from collections.abc import Sequence
from typing import NamedTuple

from quizapp.app.wording import count, day, on_one_line, percent
from quizapp.bank.model import Bank, question
from quizapp.report.charts import bar, calibrated, columns, counts, cut
from quizapp.report.confused import Confused
from quizapp.report.progress import Falling, Part, Progress
from quizapp.report.scores import SessionScore
from quizapp.report.standing import LearnerReport
from quizapp.text import clean

PAIRS = 8
"""So many confused pairs are told; JSON has all of them."""
BAR = 12
"""The cells of a bar."""
WIDE = 78
"""The usual width."""


class Block(NamedTuple):
    """Lines under a heading; `name` tells blocks apart."""

    name: str
    heading: str
    lines: tuple[str, ...]


def headline(account: LearnerReport) -> str:
    """How much is known, in a line."""
    done = account.done
    told = f"{done.known} of {count(done.questions, 'question')} known, {done.seen} asked so far"
    if done.mastery is not None and done.seen:
        told += f"; {percent(done.mastery)} likely known today"
    return f"{told}."


def blocks(account: LearnerReport, wide: int = WIDE) -> list[Block]:
    """All that there is to tell, blocks with nothing in them left out."""
    bank, done = account.bank, account.done
    seen = [part for part in done.objectives if part.seen]
    unseen = len(done.objectives) - len(seen)
    later = [f"{count(unseen, 'objective')} not asked yet"] if unseen else []
    sections = done.sections if any(part.name for part in done.sections) else ()
    found = (
        Block("sessions", "Sessions, the newest at the right", _sessions(done.sessions, wide)),
        Block("sections", _parts_heading("Sections", wide), _parts(sections, wide)),
        Block("objectives", _parts_heading("Objectives", wide), (*_parts(seen, wide), *later)),
        Block("forecast", "Falls due", _forecast(done.forecast, wide)),
        Block("calibration", "Certainty: stated |, observed o", _calibration(done, wide)),
        Block("confused", "Pairs you confuse", _pairs(bank, account.pairs, wide)),
        Block("changed", "Changed since you answered", _changed(bank, account.changed, wide)),
    )
    return [block for block in found if block.lines]


def _sessions(sessions: Sequence[SessionScore], wide: int) -> tuple[str, ...]:
    counted = [each for each in sessions if each.out_of and not each.sealed]
    if not counted:
        return ()
    shown = counted[-(wide - 6) :]
    shares = [each.percent / 100 for each in shown]
    first, last = day(shown[0].started), day(shown[-1].started)
    days = first if first == last else f"{first} to {last}"
    return (*columns(shares, wide - 6), f"      {days}; newest {shown[-1].percent:.0f} %")


_COLUMNS = f"{'known':>8} {'now':>5}  {'last':<5} {'lapses':>6}"
_NARROW = 12 + BAR + 1 + len(_COLUMNS)
"""Where there is less room than this, only the first column is told."""


def _parts_heading(what: str, wide: int) -> str:
    shown = _COLUMNS if wide >= _NARROW else _COLUMNS[:8]
    return f"{what:<{_label(wide)}} {'likely known':<{BAR}}{shown}"


def _label(wide: int) -> int:
    columns = len(_COLUMNS) if wide >= _NARROW else 8
    return max(8, wide - BAR - 1 - columns)


def _parts(parts: Sequence[Part], wide: int) -> tuple[str, ...]:
    label = _label(wide)
    lines = []
    for part in parts:
        name = cut(clean(part.title) or "(none)", label)
        known = f"{part.known}/{part.questions}"
        line = f"{name:<{label}} {bar(_share(part), BAR)}{known:>8}"
        if wide >= _NARROW:
            line += f" {_now(part):>5}  {_last(part.last):<5} {part.lapses or '-':>6}"
        lines.append(line)
    return tuple(lines)


def _share(part: Part) -> float:
    if part.mastery is not None:
        return part.mastery
    return part.known / part.questions if part.questions else 0.0


def _now(part: Part) -> str:
    return "-" if part.mastery is None or not part.seen else percent(part.mastery)


def _last(digits: str) -> str:
    """The last answers, the newest at the right: right, in part, wrong."""
    return "".join("✓" if digit == "9" else "✗" if digit == "0" else "◐" for digit in digits)


def _forecast(days: Sequence[Falling], wide: int) -> tuple[str, ...]:
    from datetime import date

    if not any(each.due for each in days):
        return ()
    named = [
        ("today" if at == 0 else f"{date.fromisoformat(each.day):%a %d %b}", each.due)
        for at, each in enumerate(days)
    ]
    while named and not named[-1][1]:
        named.pop()
    return tuple(counts(named, wide - 20))


def _calibration(done: Progress, wide: int) -> tuple[str, ...]:
    if not done.calibration.levels:
        return ()
    brier = f"Brier score {done.calibration.brier:.2f} (0 is perfect)"
    return (*calibrated(done.calibration, min(40, max(12, wide - 28))), brier)


def _pairs(bank: Bank, pairs: Sequence[Confused], wide: int) -> tuple[str, ...]:
    lines = []
    for pair in pairs[:PAIRS]:
        lines.append(cut(f"{pair.times}× “{on_one_line(pair.response)}”", wide))
        lines += _wrapped("   as the answer to  ", _prompt(bank, pair.question), wide)
        lines += _wrapped("   it is the one to  ", _prompt(bank, pair.other), wide)
    if len(pairs) > PAIRS:
        lines.append(f"… and {len(pairs) - PAIRS} more")
    return tuple(lines)


def _changed(bank: Bank, changed: Sequence[str], wide: int) -> tuple[str, ...]:
    lines = [cut(f"± {_prompt(bank, name)}", wide) for name in changed[:PAIRS]]
    more = [f"… and {len(changed) - PAIRS} more"] if len(changed) > PAIRS else []
    return (*lines, *more)


def _wrapped(lead: str, words: str, wide: int) -> list[str]:
    """The words after the lead, on two lines at most."""
    from textwrap import wrap

    return wrap(
        words,
        wide,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        max_lines=2,
        placeholder=" …",
    )


def _prompt(bank: Bank, name: str) -> str:
    return " ".join(clean(question(bank, name).prompt).split())
