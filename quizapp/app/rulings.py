"""When a learner's own ruling is asked for once more."""

from quizapp.kinds.base import Question, gives_up
from quizapp.session.responses import GradedResponse, Ruling

ONCE_MORE = "The same once more counts it as right."


def asks_first(question: Question, given: GradedResponse, ruling: Ruling) -> str:
    """Why to ask once more before the response counts as right, and what to do; "" for no reason.

    There is one where nothing was answered, or the answer shares no word with the key.
    """
    if ruling != "right" or given.verdict.score:
        return ""
    if not given.response.strip() or gives_up(given.response):
        return f"You said that you don't know. {ONCE_MORE}"
    key = _words("\n".join((question.model_answer(), *question.accepted())))
    if _words(given.response) & key:
        return ""
    return f"Your answer shares no word with the right one. {ONCE_MORE}"


def _words(text: str) -> frozenset[str]:
    """The words and figures of a text that may carry meaning, by their beginnings."""
    from quizapp.grading.fold import fold

    return frozenset(word[:5] for word in fold(text).split() if len(word) > 3 or word.isdecimal())
