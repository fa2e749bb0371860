"""What is read in a text: dates, from a day to a century."""

from typing import Literal, NamedTuple

Precision = Literal["day", "month", "year", "decade", "century"]
Qualifier = Literal["", "about", "before", "after"]


class Date(NamedTuple):
    """A date that stands in a text, as exactly as it is given.

    `precision` is the least part given: a "month" or "day" may lack its year (None). Years before
    Christ are negative; a decade or century has its first year (1990, 1700 for the 18th century),
    one before Christ its earliest (-100 for the first), and `share` says which third of it is
    meant ("early", "mid", "late"). `short` is a year of two figures without its century. `until`
    is the end of a stretch, `others` are further readings of the same signs (8/5/1945), "weak"
    ones count only where no other date stands.
    """

    precision: Precision
    year: int | None
    month: int | None = None
    day: int | None = None
    start: int = 0
    end: int = 0
    qualifier: Qualifier = ""
    short: bool = False
    era: bool = False
    until: "Date | None" = None
    others: tuple["Date", ...] = ()
    weak: bool = False
    share: Literal["", "early", "mid", "late"] = ""
    slip: tuple[str, str] | None = None
    text: str = ""


class Asked(NamedTuple):
    """One accepted date, and the least exact form of it that counts."""

    date: Date
    precision: Precision
    text: str
