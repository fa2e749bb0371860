"""Days as people name them. A day is a number, as `date.toordinal` counts."""

import re
from datetime import date

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_AHEAD = re.compile(r"in (\d{1,3}|a) (day|week)s?")


def parse_day(words: str, today: int) -> int | None:
    """The day that the words mean; None where they mean none, or may mean two.

    "2024-05-31", "31 May 2024", "31 May" (the next), "Friday" (the next, not today), "tomorrow",
    "in 10 days", "in two weeks" written as "in 2 weeks".
    """
    text = " ".join(words.casefold().split())
    if text in ("today", "tomorrow"):
        return today + (text == "tomorrow")
    if len(text) > 2 and (found := [n for n, day in enumerate(WEEKDAYS) if day.startswith(text)]):
        return today + 1 + (found[0] - date.fromordinal(today + 1).weekday()) % 7
    if ahead := _AHEAD.fullmatch(text):
        count = 1 if ahead[1] == "a" else int(ahead[1])
        return today + count * (7 if ahead[2] == "week" else 1)
    return _parse_date(text, today)


def _parse_date(text: str, today: int) -> int | None:
    from quizapp.grading.dates import read_dates

    found = read_dates(text[:100])
    if len(found) != 1 or found[0].precision != "day" or found[0].end < len(text):
        return None
    year, month, day = found[0].year, found[0].month, found[0].day
    if month is None or day is None or (year is not None and found[0].others):
        return None
    this_year = date.fromordinal(today).year
    for one in (year,) if year is not None else (this_year, this_year + 1):
        try:
            number = date(one, month, day).toordinal()
        except ValueError:
            return None
        if year is not None or number >= today:
            return number
    return None


def on_day(day: int, today: int) -> str:
    """The day as a sentence has it: "tomorrow", "on Friday"."""
    said = day_in_words(day, today)
    return said if abs(day - today) <= 1 else f"on {said}"


def day_in_words(day: int, today: int) -> str:
    """The day in words: "yesterday", "today", "tomorrow", "Friday", "12 May", "12 May 2027"."""
    if abs(day - today) <= 1:
        return ("yesterday", "today", "tomorrow")[day - today + 1]
    when = date.fromordinal(day)
    if today < day < today + 7:
        return f"{when:%A}"
    return f"{when.day} {when:%B}" + (f" {when.year}" if abs(day - today) > 300 else "")
