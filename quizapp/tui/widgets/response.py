"""The response that was given, marked: it stands where the answer box stood."""

from __future__ import annotations

from quizapp.app.wording import SIGNS
from quizapp.grading.verdict import Verdict
from quizapp.kinds.base import Offer, Question
from quizapp.kinds.boolean import Boolean, stated
from quizapp.kinds.match import Match
from quizapp.kinds.offering import by_words
from quizapp.kinds.options import Optioned
from quizapp.kinds.order import Order
from quizapp.tui.literal import TONES
from quizapp.tui.widgets.rows import Row

YES, NO, PLAIN = TONES["correct"], TONES["wrong"], ""


def rows(question: Question | None, offer: Offer, response: str, verdict: Verdict) -> list[Row]:
    """The response as rows, marked option by option where there were options.

    Every mark is a sign and a word or place, not a colour alone.
    """
    if isinstance(question, Optioned):
        return _options(question, offer, response)
    if isinstance(question, Order) and response:
        return _order(question, response)
    if isinstance(question, Match) and verdict.parts:
        return _pairs(question, response, verdict)
    if isinstance(question, Boolean) and response:
        return _boolean(question, response, verdict)
    if not response.strip():
        return [Row("I don't know", style="italic $faint")]
    if question is not None and question.kind == "cloze" and "\n" in response:
        lines = response.split("\n")
        return [Row(line or "—", str(number)) for number, line in enumerate(lines, 1)]
    return [Row(line) for line in response.split("\n")[:200]]


def _options(question: Optioned, offer: Offer, response: str) -> list[Row]:
    picked = {by_words(question.words(), line) for line in response.split("\n")}
    by_text = {option.text: option for option in question.options}
    found = []
    for number, text in enumerate(offer.options or question.words(), 1):
        option, yours = by_text[text], text in picked
        if option.correct:
            sign, style = (SIGNS["correct"], YES) if yours else ("→", YES)
            said = "your answer" if yours else "the answer"
        else:
            sign, style = (SIGNS["wrong"], NO) if yours else (" ", PLAIN)
            said = "your answer" if yours else ""
        found.append(Row(text, str(number), sign, said, style))
    return found


def _order(question: Order, response: str) -> list[Row]:
    given = [by_words(question.items, line) for line in response.split("\n") if line.strip()]
    found = []
    for number, item in enumerate(given, 1):
        if item is None:
            continue
        place = question.items.index(item) + 1
        right = place == number
        note = "" if right else f"belongs in place {place}"
        sign = SIGNS["correct" if right else "wrong"]
        found.append(Row(item, str(number), sign, note, YES if right else NO))
    return found


def _pairs(question: Match, response: str, verdict: Verdict) -> list[Row]:
    lines = dict.fromkeys(response.split("\n"))
    found = []
    for (left, right), part in zip(question.pairs, verdict.parts, strict=False):
        yours = next((line for line in lines if line.startswith(f"{left} = ")), f"{left} = …")
        note = "" if part.accepted else f"goes with: {right}"
        sign = SIGNS["correct" if part.accepted else "wrong"]
        found.append(Row(yours, "", sign, note, YES if part.accepted else NO))
    return found


def _boolean(question: Boolean, response: str, verdict: Verdict) -> list[Row]:
    value, end = stated(response)
    if value is None:
        return [Row(response, "", SIGNS["wrong"], style=NO)]
    right, reason = value is question.answer, response[end:].strip()
    sign = SIGNS["correct" if right else "wrong"]
    found = [Row(str(value), "", sign, style=YES if right else NO)]
    if reason:
        why = verdict.parts[1] if len(verdict.parts) > 1 else None
        tone = TONES[why.outcome] if why else PLAIN
        found.append(Row(f"because {reason}", "", SIGNS[why.outcome] if why else " ", style=tone))
    return found
