"""Quantities: reading them in a text, saying how they were read, and grading them."""

from quizapp.grading.numbers.judge import grade_number
from quizapp.grading.numbers.model import Quantity
from quizapp.grading.numbers.read import read_quantity
from quizapp.grading.numbers.wording import describe

__all__ = ["Quantity", "describe", "grade_number", "read_quantity"]
