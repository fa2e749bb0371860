"""Lists: taking a response apart and giving each item its part."""

from quizapp.grading.lists.judge import grade_list

__all__ = ["grade_list"]
