"""`date`: a day, month, year, decade or century; a response must be as precise as the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from quizapp import grading
from quizapp.kinds.base import Fault, Question, quoted, says_none
from quizapp.kinds.shorthand import Forms

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_FORM = (
    r"(?P<year>\d{3,4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?"
    r"|\d{1,3}0s( BCE?)?|(?P<century>\d{1,2})(st|nd|rd|th) century( BCE?| AD| CE)?"
    r"|(AD |CE )?[1-9]\d{0,4}( BCE?| AD| CE)?"
)


def _date(value: Any) -> Any:
    """A bare year and a TOML date are dates; of a date with a time, the day counts."""
    if type(value) is int and 0 < value < 100_000:
        return str(value)
    if hasattr(value, "year"):
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    return value.strip() if isinstance(value, str) else value


class Date(Question, frozen=True, kw_only=True, tag="date"):
    """`"1989"`, `"2019-10"`, `"2021-12-23"`, `"1990s"`, `"20th century"` or `"44 BC"`.

    `tolerance` counts in the answer's own precision: years for a year.
    """

    free_text: ClassVar[bool] = True
    answer_field: ClassVar[str] = "answer"
    single: ClassVar[bool] = True
    short_forms: ClassVar[Forms] = {"answer": _date}

    answer: str
    tolerance: int | float = 0

    def faults(self) -> Iterator[Fault]:
        """Answers in an unknown form, days that do not exist, negative tolerances."""
        if not _known(self.answer):
            remedy = 'write "1989", "2019-10", "2021-12-23", "1990s", "20th century" or "44 BC"'
            yield Fault("answer", "date", f"{self.answer!r} is not a date", remedy)
        if not 0 <= self.tolerance < 1e9:
            message = f"the tolerance {self.tolerance!r} cannot be read"
            remedy = "give a figure from 0 up, in the precision of the answer"
            yield Fault("tolerance", "tolerance", message, remedy)

    def form_missed(self, response: str) -> str | None:
        """A date that is not there, where no words without one are expected."""
        if not says_none(self, response, "no-date", grading.read_dates):
            return None
        asked = "give one, such as 1850, May 1850 or 3 May 1850."
        return f"There is no date in {quoted(response)}: {asked}"

    def grade(self, context: grading.Context, response: str) -> grading.Verdict:
        key = grading.DateKey(self.answer, float(self.tolerance), self.errors_key())
        return grading.grade_date(key, context, response)

    def model_answer(self) -> str:
        """The date as people write it: `23 December 2021`, `October 2019`."""
        year, *rest = self.answer.split("-")
        if not rest or not year:
            return self.answer
        month = MONTHS[int(rest[0]) - 1]
        return " ".join([*(str(int(day)) for day in rest[1:]), month, year])

    def accepted(self) -> tuple[str, ...]:
        """The date as the bank writes it, and as people write it."""
        return tuple(dict.fromkeys((self.answer, self.model_answer())))


def _known(answer: str) -> bool:
    """Whether `answer` is in one of the forms, and exists in the calendar."""
    form = re.fullmatch(_FORM, answer, re.ASCII)
    if form is None:
        return False
    if form["month"] is None:
        return form["century"] != "0" and form["year"] != "0000"
    try:
        date(int(form["year"]), int(form["month"]), int(form["day"] or 1))
    except ValueError:
        return False
    return True
