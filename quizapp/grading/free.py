"""Free text: the order of the steps by which a response in words is judged."""

from quizapp.grading.fold import fold, squash
from quizapp.grading.key import Context, TextKey
from quizapp.grading.verdict import Reason, Verdict, correct, wrong

_EMPTY = frozenset({"", "idk", "i dont know", "dont know", "no idea", "dunno"})


def grade_text(key: TextKey, context: Context, response: str) -> Verdict:
    """The verdict on `response`, which should mean one of `key.answers`."""
    folded = fold(response)
    joined = squash(response)
    for answer in key.answers:
        if fold(answer) == folded or squash(answer) == joined:
            return correct(answer, Reason("same", "The same words."))
    if folded in _EMPTY:
        return wrong(Reason("empty", "There is no answer in it."))
    for group in key.wrong:
        if any(fold(answer) == folded for answer in group.answers):
            return wrong(Reason("anticipated", "A common error."), feedback=group.feedback or None)
    for credit in key.partial:
        if any(fold(answer) == folded for answer in credit.answers):
            return Verdict(
                "partial",
                credit.score,
                None,
                (Reason("partial", "A part of the answer."),),
                feedback=credit.feedback or None,
            )
    bare = {word for word in folded.split() if word not in {"the", "a", "an"}}
    for answer in key.answers:
        words = {word for word in fold(answer).split() if word not in {"the", "a", "an"}}
        if words and words <= bare and "not" not in bare - words:
            return correct(answer, Reason("words", "It has every word of the answer."))
    return wrong(
        Reason("different", "It does not match any accepted answer."), unsure=bool(context.prompt)
    )
