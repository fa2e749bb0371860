"""Amounts, days, times and units in free text: "£50m" is "fifty million pounds", "21:30" half past
nine in the evening, though no word of it is the same."""

import re
from functools import lru_cache

from quizapp.grading import figures
from quizapp.grading.english.classes import FUNCTION
from quizapp.grading.english.months import DAYS, NUMBERS
from quizapp.grading.english.numbers import AMOUNTS
from quizapp.grading.key import Context, DateKey, NumberKey, TextKey
from quizapp.grading.patterns import Lazy
from quizapp.grading.tokens import tokens
from quizapp.grading.verdict import Reason, Verdict, correct, wrong

SHORT = 80
"""No longer answer or response is taken for an amount and nothing else."""


def same_quantity(answers: tuple[str, ...], context: Context, text: str) -> Verdict | None:
    """The verdict where answer and response are one quantity and nothing else; else None."""
    return (
        same_amount(answers, context, text)
        or same_moment(answers, context, text)
        or same_unit(answers, context, text)
    )


def no_words(key: TextKey, context: Context, text: str) -> Verdict:
    """A refusal: an amount in words is none that is told by other words."""
    del key, context, text
    return wrong(Reason("no-figure", "There is no figure in it."))


def same_amount(answers: tuple[str, ...], context: Context, text: str) -> Verdict | None:
    """The verdict where answer and response are amounts and nothing else, and equal; else None."""
    if len(text) > SHORT:
        return None
    keys = amount_keys(answers[:12], context.prompt)
    for key in keys if keys and countable(text) else ():
        from quizapp.grading.quantities.judge import judge_number

        verdict = judge_number(key, context, text, no_words)
        if verdict.accepted:
            return verdict
    return None


def same_moment(answers: tuple[str, ...], context: Context, text: str) -> Verdict | None:
    """The verdict where answer and response are a day or a time of day and nothing else; None
    where one of them is not, or the days differ."""
    if len(text) > SHORT or not any(map(str.isdigit, text)):
        return None
    if said := _times(text):
        mine = [_times(answer) for answer in answers[:12]]
        at = next((at for at, times in enumerate(mine) if times & said), None)
        if at is not None:
            return correct(answers[at], Reason("date", "The same time of day."))
        return wrong(Reason("figure", "It is another time of day.")) if all(mine) else None
    for answer in answers[:12]:
        if (key := day_key(answer)) is not None and _only_a_date(text):
            from quizapp.grading.dates.judge import judge_date

            verdict = judge_date(key, context, text, no_words)
            if verdict.accepted:
                return verdict
    return None


def same_unit(answers: tuple[str, ...], context: Context, text: str) -> Verdict | None:
    """The verdict where a unit is asked for and answer and response name the same; else None."""
    if len(text) > SHORT or "unit" not in context.prompt.casefold():
        return None
    from quizapp.grading.units import parse_unit

    given = parse_unit(text)
    for answer in answers[:12] if given else ():
        if parse_unit(answer) == given:
            return correct(answer, Reason("same", "The same unit."))
    return None


_TIME = Lazy(
    r"\W*(?:at |about |around )?(\d{1,2})(?:\s?[:.h]\s?(\d{2}))?\s?"
    r"(?:(a|p)\.?\s?m\b\.?|o'?clock)?\W*",
    re.IGNORECASE,
)


def _times(text: str) -> frozenset[int]:
    """The minutes since midnight that a text may mean, if it is a time of day and nothing else."""
    found = _TIME.fullmatch(text[:SHORT])
    if found is None or not (found[2] or found[3]):
        return frozenset()
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if hour > 24 or minute > 59 or (half in ("a", "p") and not 0 < hour < 13):
        return frozenset()
    if half in ("a", "p"):
        hour = hour % 12 + (12 if half == "p" else 0)
    hours = {hour} if half in ("a", "p") or hour > 12 else {hour, (hour + 12) % 24}
    return frozenset(60 * hour + minute for hour in hours)


@lru_cache(maxsize=512)
def day_key(answer: str) -> DateKey | None:
    """The key of an answer that is one day and nothing else; else None."""
    if len(answer) > SHORT or not _only_a_date(answer):
        return None
    from quizapp.grading.dates.read import scan
    from quizapp.grading.dates.spelling import prepare

    found = scan(prepare(answer))
    exact = len(found) == 1 and found[0].precision == "day" and found[0].year is not None
    return DateKey(answer) if exact and found[0].until is None else None


def _only_a_date(text: str) -> bool:
    """Whether a text has nothing but words and figures that may make a date."""
    words = tokens(text)
    return len(words) <= 8 and all(
        t.word in FUNCTION or t.word in NUMBERS or figures.value(t.raw) is not None
        or t.raw[:1].isdigit() or t.word in DAYS
        for t in words
    )  # fmt: skip


def countable(text: str) -> bool:
    """Whether a text may be an amount: it has a digit or a word that counts."""
    return any(map(str.isdigit, text)) or any(
        t.word.removesuffix("s") in AMOUNTS or figures.value(t.raw) is not None
        for t in tokens(text)
    )


@lru_cache(maxsize=512)
def amount_keys(answers: tuple[str, ...], prompt: str) -> tuple[NumberKey, ...]:
    """The keys of those answers that are amounts."""
    keys = (amount_key(answer, prompt) for answer in answers)
    return tuple(key for key in keys if key is not None)


def amount_key(answer: str, prompt: str) -> NumberKey | None:
    """The key of an answer that is one amount with a unit, a magnitude or a fraction; else None."""
    if len(answer) > SHORT or not countable(answer):
        return None
    from quizapp.grading.quantities.asked import asked, main
    from quizapp.grading.quantities.read import scan
    from quizapp.grading.surface import surface

    plain = surface(answer).text
    found = scan(plain)
    if len(found) != 1 or len(main(found)) != 1:
        return None
    one = found[0]
    if one.kind not in ("plain", "weak") or one.high is not None:
        return None
    if not (one.unit or one.scaled or (one.fraction and one.value < 1)):
        return None
    around = tokens(plain[: one.start] + " ; " + plain[one.end :])
    if any(t.word not in FUNCTION for t in around):
        return None
    unit = one.unit.many if one.unit else ""
    key = NumberKey(one.value, 0.0, 0.0, unit, TextKey((answer,)))
    values = asked(key, prompt)
    return key if values.measure is not None or not unit else None
