"""Dates: reading them in a text, saying how they were read, and judging them."""

from quizapp.grading.dates.describe import describe_date
from quizapp.grading.dates.model import Date
from quizapp.grading.dates.read import read_dates

__all__ = ["Date", "describe_date", "read_dates"]
