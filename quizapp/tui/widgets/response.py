"""The response that was given, marked: it stands where the answer box stood."""

from __future__ import annotations

from quizapp.app.wording import SIGNS
from quizapp.grading.verdict import Verdict
from quizapp.kinds.base import Mark, Offer, Question, unmarked
from quizapp.tui.literal import TONES
from quizapp.tui.widgets.rows import Row


def rows(question: Question | None, offer: Offer, response: str, verdict: Verdict) -> list[Row]:
    """The response as rows, marked option by option where there were options.

    Every mark is a sign and a word or place, not a colour alone. `question` is None where the bank
    has it no more.
    """
    marks = question.marks(offer, response, verdict) if question else unmarked(response)
    if not marks:
        return [Row("I don't know", style="italic $faint")]
    return list(map(_row, marks))


def _row(mark: Mark) -> Row:
    if mark.outcome is None:
        return Row(mark.text, mark.label, note=mark.note)
    if mark.outcome == "missed":
        return Row(mark.text, mark.label, "→", mark.note, TONES["correct"])
    return Row(mark.text, mark.label, SIGNS[mark.outcome], mark.note, TONES[mark.outcome])
