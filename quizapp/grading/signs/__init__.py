"""Signs: what `-`, `<`, `♯` or `€` stand beside in a text, and whether two texts differ in one.

Signs are read once from a text, whether written or named ("minus 70", "at most 5"). An answer and
a response differ in a sign where one has another sign than the other between, before or behind the
same words or figures, or has none where a sign changes what is said.
"""

from quizapp.grading.signs.compare import agreeing, difference, same
from quizapp.grading.signs.read import Sign, Signs, read

__all__ = ["Sign", "Signs", "agreeing", "difference", "read", "same"]
