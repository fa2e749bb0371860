"""What home says: banks, sessions that wait, the last days; values in, text for the screen out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from quizapp.app.formatting import clock, count, figure, local, percent, without_ids
from quizapp.tui.literal_text import FAINT, KEY, bar, lines, literal, one_line

if TYPE_CHECKING:
    from quizapp.app.bank_overview import BankOverview, SectionOverview, Today
    from quizapp.app.overview import Waiting
    from quizapp.bank.find import Glance
    from quizapp.report.errors import OftenMissed
    from quizapp.store.rows import SessionScoreRow

BAR, STATE, COUNT = 12, 17, 13
FIRST_MISSED = 3
"""So many of the questions that were missed are named."""
EIGHTHS = "▁▂▃▄▅▆▇█"
WELCOME = "Welcome. You answer in your own words, and see the passage behind each verdict."

EMPTY = """\
There is no bank here yet.

A bank is a folder with a bank.toml, or one TOML file: passages of a text, and questions about them.

  quizapp banks --add FOLDER     look for banks in that folder, from now on
  quizapp check FOLDER           what is wrong in a bank, and how to fix it

Banks are also found in ./questions and in the data folder. Press r to look again."""


def bank_line(bank: Glance, inside: BankOverview | None, width: int) -> Content:
    """A bank on one line: its title, how well it is known, and what is for today."""
    if bank.problem or (inside is not None and inside.problems):
        problems = count(inside.problems, "problem") if inside is not None else "a problem"
        return _row(bank.title, literal(f"✗ {problems} · Enter shows why", "$text-error"), width)
    if inside is None:
        return _row(bank.title, literal(count(bank.questions, "question"), FAINT), width)
    state = literal(
        _state(inside.today).ljust(STATE), "bold" if inside.today and inside.today.asked else FAINT
    )
    return _row(bank.title, _known(inside.mastery, width) + state, width)


def section_line(section: SectionOverview, width: int) -> Content:
    """A section on one line, in the same columns as the banks."""
    told = f"{section.due} due" if section.due else count(section.questions, "question")
    end = _known(section.mastery, width) + literal(told.ljust(COUNT), FAINT)
    return _row(section.name, end, width, "")


def _known(mastery: float, width: int) -> Content:
    drawn = bar(mastery, BAR if width >= 60 else BAR // 2)
    return drawn + literal(f"{percent(mastery):>6}  ", FAINT)


def waiting_line(waiting: Waiting, width: int) -> Content:
    """A session that waits, on one line; the clock of an exam as it stands now."""
    row = waiting.row
    left = waiting.seconds_left
    if left is None:
        when = literal(
            f"{row.answered} of {row.planned} answered · {row.mode} · {local(row.last)}", FAINT
        )
    elif left:
        when = literal(f"exam · ⚠ {clock(left)} left", "bold $text-warning")
    else:
        when = literal("exam · the time is up", "bold $text-warning")
    return _row(row.title or row.bank, when, width)


def _row(title: str, end: Content, width: int, style: str = "bold") -> Content:
    room = max(8, width - end.cell_length - 4)
    start = one_line(title, style).truncate(room, ellipsis=True)
    gap = literal(" " * max(2, room - start.cell_length + 2))
    return literal("  ") + start + gap + end


def _state(today: Today | None) -> str:
    if today is None:
        return ""
    return " · ".join(today.parts) or ("new tomorrow" if today.untouched else "✓ done for today")


def today_words(inside: BankOverview | None, seconds: float) -> Content:
    """What is for today on a bank, and what Enter does."""
    if inside is None:
        return literal("Looking at what is for today …", FAINT)
    from quizapp.app.bank_overview import in_words

    if inside.problems:
        return literal(f"{count(inside.problems, 'problem')}. ", "bold") + enter("shows them")
    if inside.today is None:
        return enter("starts")
    words = literal(f"{in_words(inside.today, seconds)}. ", "bold")
    if inside.today.asked:
        return words + enter("starts")
    return words + (enter(f"asks {inside.today.more} more") if inside.today.more else Content(""))


def waiting_words(waiting: Waiting) -> Content:
    """How far a session has come, and what Enter does."""
    row = waiting.row
    if waiting.seconds_left == 0:
        return literal("The time is up. ", "bold") + enter("shows how it went")
    runs = " The clock runs on." if waiting.limit is not None else ""
    done = f"{row.answered} of {count(row.planned, 'question')} answered.{runs} "
    return literal(done, "bold") + enter("goes on where you stopped")


def enter(does: str) -> Content:
    """What Enter does, as the end of a sentence."""
    return _with_key("", "Enter", f" {does}.")


def _with_key(before: str, key: str, after: str) -> Content:
    return literal(before) + literal(key, KEY) + literal(after)


def week(days: Sequence[tuple[str, int]]) -> Content:
    """The answers of the last days: a block as high as the day was busy, its number, its name."""
    most = max((answers for _, answers in days), default=0)
    if not most:
        return Content("")
    blocks, numbers, names = literal("  "), "  ", "  "
    for name, answers in days:
        block = EIGHTHS[-(-answers * 8 // most) - 1] * 3 if answers else " · "
        blocks += literal(block.center(5), "$primary" if answers else "$rule")
        numbers += str(answers or "").center(5)
        names += f"{date.fromisoformat(name):%a}".center(5)
    total = count(sum(answers for _, answers in days), "answer")
    head = literal("Last seven days", "bold $text-accent") + literal(f"   {total}", FAINT)
    return lines((head, blocks, literal(numbers), literal(names, FAINT)))


def missed(found: Sequence[OftenMissed], width: int) -> Content:
    """What was missed most, and the key that opens all that was missed."""
    if not found:
        return Content("")
    told = [
        literal("Missed most   ", "bold $text-accent")
        + literal("m", KEY)
        + literal(f" opens all {len(found)}" if len(found) > FIRST_MISSED else " opens", FAINT)
    ]
    for each in found[:FIRST_MISSED]:
        lead = literal(f"  {f'{each.times}×':>4}  ", FAINT)
        told.append(lead + one_line(each.prompt).truncate(max(8, width - 8), ellipsis=True))
    return lines(told)


def about(
    bank: Glance, inside: BankOverview | None, past: Sequence[SessionScoreRow], width: int
) -> Content:
    """What else there is to know of a bank."""
    told: list[Content] = []
    if inside is not None and inside.digests:
        told += _with_key(
            "You see digests of the passages. ", "a", " attaches your own copy of the text."
        ).wrap(width)
    if inside is not None and inside.foreign:
        told.append(literal(f"In “{inside.foreign}”, graded by the rules of English", FAINT))
    if inside is not None and inside.unnamed:
        unnamed = f"{without_ids(inside.unnamed)} "
        told += _with_key(unnamed, "quizapp check --fix", " writes them.").wrap(width)
    if inside is not None and inside.changed:
        changed = count(inside.changed, "question has", "questions have")
        told.append(literal(f"± {changed} changed since you answered"))
    if past:
        told += [literal("Last sessions", "bold $text-accent"), *map(_past, past)]
    place = str(bank.path)
    shown = place if len(place) <= width else "…" + place[1 - width :]
    return lines([*told, literal(shown, FAINT)])


def _past(session: SessionScoreRow) -> Content:
    from quizapp.session.score import percent

    share = percent(session.points, session.out_of)
    points = f"{figure(session.points)} of {figure(session.out_of)} ({round(share)} %)"
    when = literal(f"{local(session.started):>14}  ")
    return when + bar(share / 100, BAR) + literal(f"  {points}")


def warnings(
    trouble: str,
    settings: Sequence[str],
    unreadable: Mapping[str, str],
    shadowed: Sequence[tuple[str, object, object]],
) -> list[str]:
    """What must not be overlooked, a sentence each."""
    told = [f"You are studying without keeping scores. {trouble}"] if trouble else []
    told += [*settings, *unreadable.values()]
    for name, used, hidden in shadowed:
        told.append(f"Two folders have a bank “{name}”: {used} is used, {hidden} is not.")
    return [f"⚠ {sentence}" for sentence in told]
