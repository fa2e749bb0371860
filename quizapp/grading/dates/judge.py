"""Grading a date: which date of a response is meant, and how much of the one asked it gives."""

import re
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading.dates import reasons
from quizapp.grading.dates.describe import describe_date
from quizapp.grading.dates.match import Likeness, compare, readings, same_year
from quizapp.grading.dates.model import Asked, Date, Precision
from quizapp.grading.dates.read import MOST, level, scan
from quizapp.grading.dates.spelling import prepare
from quizapp.grading.fold import fold
from quizapp.grading.key import Context, DateKey, InWords, TextKey
from quizapp.grading.mentions import LearnerState, standings
from quizapp.grading.slips import difference
from quizapp.grading.verdict import Reason, Verdict, correct, read_in_part, wrong

_WORDY = 600
"""Of a response without a date, so much is graded as words."""


class Offer(NamedTuple):
    """A date of the response, and how it stands there."""

    date: Date
    standing: LearnerState

    @property
    def live(self) -> bool:
        """Whether the learner stands by it."""
        return not (self.standing.denied or self.standing.revised)


class Task(NamedTuple):
    """One response against one key."""

    key: DateKey
    context: Context
    asked: tuple[Asked, ...]
    text: str
    in_words: InWords


@lru_cache(maxsize=512)
def wanted(key: DateKey) -> tuple[Asked, ...]:
    """The accepted dates of a key: its own and those that its accepted texts name."""
    found: list[Asked] = []
    for text in dict.fromkeys((key.answer, *key.text.answers)):
        dates = scan(prepare(text))
        if not dates:
            continue
        if len(dates) > 1 and "/" not in text and " or " not in text:
            continue
        for date in readings(dates[0])[:1] if text == key.answer else dates:
            own = date.precision
            least = _precision(key.precision) if key.precision else own
            least = least if level(least) <= level(own) else own
            found.append(Asked(date, least, text))
    return tuple(found)


def _precision(name: str) -> Precision:
    names: tuple[Precision, ...] = ("day", "month", "year", "decade", "century")
    return next((known for known in names if known == name), "year")


def judge_date(key: DateKey, context: Context, response: str, in_words: InWords) -> Verdict:
    """The verdict on a date; `in_words` judges a response that has none.

    A more exact right date is right; a less exact one earns the share of the parts that it gives.
    """
    return read_in_part(_judged(key, context, response, in_words), response)


def _judged(key: DateKey, context: Context, response: str, in_words: InWords) -> Verdict:
    asked = wanted(key)
    folded = fold(response)
    for answer in key.text.answers:
        if folded and folded == fold(answer):
            return correct(answer, Reason("same", "The same words."))
    form = prepare(response)
    task = Task(key, context, asked, form.text, in_words)
    dates = scan(form)
    if not dates or not asked:
        return _without(task, response)
    if len(dates) >= MOST:
        return wrong(Reason("hedge", "A heap of dates, where one answer is asked."))
    spans = [(date.start, date.end) for date in dates]
    offers = [Offer(*pair) for pair in zip(dates, standings(form.text, spans), strict=True)]
    return _decide(task, offers)


def _without(task: Task, response: str) -> Verdict:
    """The verdict on a response without a date."""
    words = tuple(answer for answer in task.key.text.answers if not scan(prepare(answer)))
    verdict = task.in_words(task.key.text._replace(answers=words), task.context, response[:_WORDY])
    codes = {reason.code for reason in verdict.reasons}
    if verdict.accepted or verdict.score or verdict.feedback or codes & {"empty", "echo"}:
        return verdict
    return wrong(Reason("no-date", "There is no date in it, and one is asked."))


def _decide(task: Task, offers: list[Offer]) -> Verdict:
    """The verdict on the dates of a response."""
    live = [offer for offer in offers if offer.live]
    stretch = next((asked for asked in task.asked if asked.date.until), None)
    if stretch is not None and (verdict := _ends(task, stretch, live)):
        return verdict
    fitting = [offer for offer in live if _fits(task, offer.date) is not None]
    if not fitting:
        return _refused(task, offers, live)
    if (told := _anticipated(task, live, finer=False)) is not None:
        return told
    best = fitting[0]
    rival = _rival(task, offers, best)
    if rival is not None:
        return wrong(reasons.hedge(best.date, rival))
    found = _fits(task, best.date)
    assert found is not None
    date, asked = found
    if date.qualifier in ("before", "after") and not _bound_asked(task, date):
        return wrong(reasons.bound(date))
    return _accepted(task, date, asked)


def _accepted(task: Task, date: Date, asked: Asked) -> Verdict:
    if date.slip is None:
        return correct(asked.text, reasons.fits(date, asked.date, asked.precision))
    typed, meant = date.slip
    if task.context.strict:
        return wrong(Reason("slip", f"“{typed}” is misspelt, and this question allows no slip."))
    reason = Reason("slip", f"“{typed}” is meant as “{meant}”.")
    return Verdict("close", 1.0, asked.text, (reason,), slip=difference(typed, meant))


def _bound_asked(task: Task, date: Date) -> bool:
    """Whether the question itself asks before or until when."""
    word = (
        r"\b(?:before|until|till|by)\b"
        if date.qualifier == "before"
        else r"\b(?:after|following)\b"
    )
    return bool(
        re.search(word + r"\W+(?:when|what|which)\b|" + word + r"\W*$", task.context.prompt, re.I)
    )


def _fits(task: Task, given: Date) -> tuple[Date, Asked] | None:
    """The reading of a date and the accepted date that it is, or None."""
    for date in readings(given):
        for asked in task.asked:
            if asked.date.until is not None or not _whole(task, date, asked):
                continue
            if date.until is not None and not _whole(task, date.until, asked):
                continue
            if not _contradicted(task, date):
                return date, asked
    return None


def _whole(task: Task, date: Date, asked: Asked) -> bool:
    return compare(date, asked.date, asked.precision, task.key.tolerance).whole


def _contradicted(task: Task, date: Date) -> bool:
    """Whether a more exact date than asked is known to be another: the day is not that day."""
    if task.key.tolerance or date.month is None:
        return False
    known = [
        asked.date for asked in task.asked
        if asked.date.until is None and (asked.date.year is None or date.year is None
                                         or same_year(date, asked.date.year))
    ]  # fmt: skip
    months = {one.month for one in known} - {None}
    if months and date.month not in months:
        return True
    days = {one.day for one in known if one.month == date.month} - {None}
    return bool(days) and date.day is not None and date.day not in days


def _rival(task: Task, offers: list[Offer], best: Offer) -> Date | None:
    """Another date that is offered beside the fitting one, where one is asked."""
    at = offers.index(best)
    echoed = {(d.year, d.month, d.day) for d in scan(prepare(task.context.prompt))}
    for place, offer in enumerate(offers):
        if offer is best or not offer.live or _fits(task, offer.date) is not None:
            continue
        link = offer.standing.link if place > at else offers[place + 1].standing.link
        date = offer.date
        if (date.year, date.month, date.day) in echoed and link != "or":
            continue
        if _part_of(date, best.date) and link != "or":
            continue
        if link in ("or", "list"):
            return date
    return None


def _part_of(date: Date, best: Date) -> bool:
    """Whether a date only says a part of the fitting one again: "in 1945, on 8 May"."""
    return all(
        getattr(date, part) is None or getattr(date, part) == getattr(best, part)
        for part in ("year", "month", "day")
    ) or (date.year is None and best.month is None)


def _ends(task: Task, asked: Asked, live: list[Offer]) -> Verdict | None:
    """The verdict where a stretch with both its ends is asked."""
    last = asked.date.until
    assert last is not None
    given: list[Date] = []
    for offer in live:
        first = offer.date._replace(until=None)
        given += [first, offer.date.until] if offer.date.until is not None else [first]
    least = asked.precision
    has = [
        [date for date in given for reading in readings(date)
         if compare(reading, end, least if level(least) <= level(end.precision) else end.precision,
                    task.key.tolerance).whole]
        for end in (asked.date._replace(until=None), last)
    ]  # fmt: skip
    rest = [date for date in given if date not in has[0] and date not in has[1]]
    torn = any(offer.standing.link == "or" for offer in live)
    if has[0] and has[1] and not rest and not torn:
        return correct(asked.text, Reason("date", "Both ends of the time are right."))
    if has[0] or has[1]:
        reason = Reason("date", f"One end of the time is right, and both are asked: {asked.text}.")
        return Verdict("partial", 0.5, None, (reason,))
    return None


def _refused(task: Task, offers: list[Offer], live: list[Offer]) -> Verdict:
    """What a response earns that does not give the date asked for."""
    denied = [o for o in offers if o.standing.denied and _fits(task, o.date) is not None]
    if denied and not live:
        return wrong(Reason("negation", f"It denies {describe_date(denied[0].date)}."))
    if not live:
        return wrong(Reason("no-date", "There is no date in it that counts."))
    found = _anticipated(task, live)
    if found is not None:
        return found
    words = tuple(answer for answer in task.key.text.answers if not scan(prepare(answer)))
    if words:
        verdict = task.in_words(TextKey(words), task.context, task.text[:_WORDY])
        if verdict.accepted:
            return verdict
    if len(live) > 1 and any(offer.standing.link in ("or", "list") for offer in live[1:]):
        return wrong(reasons.refused(live[0].date, task.asked[0], _likeness(task, live[0].date)))
    likeness = _likeness(task, live[0].date)
    reason = reasons.refused(live[0].date, task.asked[0], likeness)
    bound = live[0].date.qualifier in ("before", "after") or live[0].date.until is not None
    if likeness.right and not likeness.wrong and not bound:
        needed = len(likeness.right) + len(likeness.missing)
        return Verdict("partial", round(len(likeness.right) / needed, 4), None, (reason,))
    return wrong(reason)


def _likeness(task: Task, date: Date) -> Likeness:
    """What the best reading of a date shares with the best of the accepted ones."""
    return max(
        (compare(reading, asked.date, asked.precision) for reading in readings(date)
         for asked in task.asked),
        key=lambda likeness: (not likeness.wrong, len(likeness.right), -len(likeness.missing)),
    )  # fmt: skip


def _anticipated(task: Task, live: list[Offer], *, finer: bool = True) -> Verdict | None:
    """The verdict of a foreseen wrong or partial answer that a response gives, or (`finer`) a wrong
    one that it makes more exact."""
    if len(live) != 1:
        return None
    date = live[0].date
    for group in task.key.text.wrong:
        if any(_same(date, answer, finer=finer) for answer in group.answers):
            reason = Reason("anticipated", f"{describe_date(date)} is a known error.")
            return wrong(reason, feedback=group.feedback or None)
    for credit in task.key.text.partial:
        if any(_same(date, answer, finer=False) for answer in credit.answers):
            reason = Reason("partial", "A part of the answer.")
            feedback = credit.feedback or None
            return Verdict("partial", credit.score, None, (reason,), feedback=feedback)
    return None


def _same(date: Date, answer: str, *, finer: bool) -> bool:
    """Whether a date is the one that an anticipated answer names, or (`finer`) lies in it."""
    for other in scan(prepare(answer)):
        if (other.qualifier in ("before", "after") or date.qualifier in ("before", "after")) and (
            other.qualifier != date.qualifier
        ):
            return False
        if (other.until is None) != (date.until is None):
            return False
        broad = other.precision in ("decade", "century")
        if (broad or not finer) and (date.precision, date.share) != (other.precision, other.share):
            return False
        return any(
            compare(mine, theirs, theirs.precision).whole
            for mine in readings(date)
            for theirs in readings(other)
        )
    return False
