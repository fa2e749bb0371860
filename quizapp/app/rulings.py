"""When a learner's own ruling is asked for once more."""

from quizapp.kinds.base import Question, gives_up
from quizapp.session.responses import GradedResponse, Ruling


def once_more(key: str) -> str:
    """What to press or type where the ruling is meant, as a sentence."""
    return f"{key} once more counts it as right."


def asks_first(question: Question, given: GradedResponse, ruling: Ruling) -> str:
    """Why to ask once more before the response counts as right, in a sentence; "" for no reason.

    There is one where nothing was answered, or the answer shares no word with the key.
    """
    if ruling != "right" or given.verdict.score:
        return ""
    if not given.response.strip() or gives_up(given.response):
        return "You said that you don't know."
    key = _words("\n".join((question.model_answer(), *question.accepted())))
    return "" if _words(given.response) & key else "Your answer shares no word with the right one."


def _words(text: str) -> frozenset[str]:
    """The words and figures of a text that may carry meaning, by their beginnings."""
    from quizapp.grading.fold import fold

    return frozenset(word[:5] for word in fold(text).split() if len(word) > 3 or word.isdecimal())
