"""Quantities: reading them in a text, saying how they were read, and judging them."""

from quizapp.grading.quantities.model import Quantity
from quizapp.grading.quantities.read import read_quantity
from quizapp.grading.quantities.wording import describe

__all__ = ["Quantity", "describe", "read_quantity"]
