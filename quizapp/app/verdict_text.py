"""What is said of a graded response, and where a ruling on it is asked for once more."""

import re
from typing import Literal, NamedTuple

from quizapp.app.formatting import certainty_told, on_one_line, percent
from quizapp.grading.verdict import Slip
from quizapp.kinds.base import Mark, Question, gives_up
from quizapp.session.responses import GradedResponse, Ruling
from quizapp.text import same

Tone = Literal["correct", "close", "partial", "wrong", "unsure", "open"]
"""The outcome as it is shown; "open" where there is nothing to judge, or it does not count."""

OUTCOMES: dict[str, str] = {
    "correct": "Correct", "close": "Close: counted as right", "partial": "Partial",
    "wrong": "Wrong",
}  # fmt: skip
NOTHING_GIVEN = {"gave-up": "Not known yet", "unanswered": "Left open"}
"""What is said where there was no response, by the reason for its verdict."""
DULL = frozenset((
    "same", "option", "anticipated", "slip", "spelling", "gave-up", "unanswered",
    "points", "pairs", "gaps", "options", "place", "value", "partial", "words", "ideas", "list",
))  # fmt: skip
"""Reasons that say no more than the headline, the marks or the feedback beside them do."""
LINKS = frozenset(("it", "is", "has", "fits", "not"))
"""Words of a reason that say nothing by themselves."""
ONCE_MORE = "The same once more counts it as right."


class VerdictText(NamedTuple):
    """All that is said of a response. What there is nothing to say of is empty.

    `headline` is the outcome with what was earned, `asides` what came of a hint and a certainty,
    `asks` whether the learner is asked if the response means the same. `response` is on one line;
    empty where the `marks` or the slip show it. `answer` is the model answer, a part a line, and
    `between` stands between the parts on one line; `answer_said` says that the response or the
    marks have said it. `back` says when the question comes back; a session knows it.
    """

    tone: Tone
    headline: str
    asides: tuple[str, ...] = ()
    asks: bool = False
    response: str = ""
    marks: tuple[Mark, ...] = ()
    slip: Slip | None = None
    reasons: tuple[str, ...] = ()
    feedback: str = ""
    answer: str = ""
    between: str = ""
    answer_said: bool = False
    explanation: str = ""
    back: str = ""


def verdict_text(
    question: Question | None, given: GradedResponse, asked_before: frozenset[str] = frozenset()
) -> VerdictText:
    """What is said of the response; `question` is None where the bank has it no more.

    `asked_before` holds accepted answers of questions that were asked already: only they may be
    named as the answer to another question. Where a ruling overrules the verdict, what led to the
    verdict goes unsaid.
    """
    verdict = given.verdict
    sign, headline = _headline(question, given)
    shown = VerdictText(sign, headline, _asides(given), verdict.unsure and given.ruling is None)
    overruled = _is_overruled(given) or _gives_up(given)
    if question is not None:
        shown = shown._replace(
            marks=() if overruled else _marks(question, given),
            answer=question.model_answer(),
            between=question.answer_separator,
            explanation=question.explanation,
        )
    if not overruled:
        remarks = {mark.note for mark in shown.marks}
        feedback = "\n".join(
            line for line in (verdict.feedback or "").split("\n") if line not in remarks
        )
        shown = shown._replace(
            slip=verdict.slip, reasons=_reasons(given, shown, asked_before), feedback=feedback
        )
    said_by_marks = question is not None and bool(shown.marks)
    said_by_slip = shown.slip is not None and same(shown.slip.typed) == same(given.response)
    if (
        given.response.strip()
        and not said_by_slip
        and not (said_by_marks and question is not None and question.parts_tell_response)
    ):
        shown = shown._replace(response=on_one_line(given.response, " · "))
    return shown._replace(answer_said=_answer_said(question, given, shown))


def response_words(given: GradedResponse) -> str:
    """The response on one line, for lists; what there was instead where none was given."""
    left_open = any(reason.code == "unanswered" for reason in given.verdict.reasons)
    return "left open" if left_open else on_one_line(given.response, " · ")


def tone(question: Question | None, given: GradedResponse) -> Tone:
    """The outcome of a response as lists show it, the same as its verdict does."""
    return _headline(question, given)[0]


def _headline(question: Question | None, given: GradedResponse) -> tuple[Tone, str]:
    verdict, ruling = given.verdict, given.ruling
    if ruling == "void":
        return "open", "Not counted"
    if ruling is not None and _is_overruled(given):
        ruled: Tone = "correct" if ruling == "right" else "wrong"
        by = given.ruled_by
        if by == "learner" and verdict.unsure:
            why = f"yours {'says' if ruling == 'right' else 'does not say'} the same"
        else:
            why = {"instructor": "your instructor ruled so", "judge": "your judge says so"}.get(
                by or "", "you overruled it"
            )
        return ruled, f"Counted as {ruling}: {why}"
    for reason in verdict.reasons:
        if reason.code in NOTHING_GIVEN:
            return "open", NOTHING_GIVEN[reason.code]
    if _gives_up(given):
        return "open", NOTHING_GIVEN["gave-up"]
    if verdict.unsure:
        so_far = f": {percent(verdict.score)} so far" if verdict.score else ""
        return "unsure", f"Not sure{so_far}"
    words = OUTCOMES[verdict.outcome]
    tally = question.tally(given.response, verdict) if question is not None else ""
    if verdict.outcome == "partial":
        words += f": {tally or percent(verdict.score)}"
    elif verdict.outcome == "wrong" and tally and any(part.score for part in verdict.parts):
        words += f": {tally}"
    return verdict.outcome, words


def _gives_up(given: GradedResponse) -> bool:
    """Whether the response says in words that one does not know."""
    return not given.verdict.score and gives_up(given.response)


def _is_overruled(given: GradedResponse) -> bool:
    """Whether a ruling takes the place of the verdict."""
    return given.ruling is not None and (
        given.verdict.unsure or (given.ruling == "right") != given.verdict.accepted
    )


def _asides(given: GradedResponse) -> tuple[str, ...]:
    asides = []
    if given.hinted and given.share:
        asides.append("halved by the hint")
    if given.certainty is not None:
        asides.append(certainty_told(given.certainty, given.marks))
    return tuple(asides)


def _marks(question: Question, given: GradedResponse) -> tuple[Mark, ...]:
    """The marked parts, unless all are right and there is nothing to remark."""
    if not given.response.strip():
        return ()
    marks = question.marks(given.response, given.verdict)
    plain = all(mark.outcome == "correct" and not mark.note for mark in marks)
    return () if plain and given.verdict.outcome == "correct" else marks


def _reasons(
    given: GradedResponse, shown: VerdictText, asked_before: frozenset[str]
) -> tuple[str, ...]:
    """The reasons worth telling, as sentences, each once; marks say themselves what is missing,
    and where none is right, that all was wrong."""
    hits = any(mark.outcome in ("correct", "close", "partial") for mark in shown.marks)
    dull = DULL | {"missing"} if hits else DULL | {"missing", "extra"} if shown.marks else DULL
    found = []
    for reason in given.verdict.reasons:
        if reason.code == "rival" and not _names_one_of(reason.detail, asked_before):
            found.append("It names something else.")
        elif reason.code not in dull and not _repeats(reason.detail, given.response, shown.answer):
            found.append(reason.detail)
    return tuple(dict.fromkeys(found))


def _repeats(detail: str, response: str, answer: str) -> bool:
    """Whether a reason only puts response and answer side by side, as "5 is not 8 years" does."""
    return _words(detail) <= _words(response) | _words(answer) | LINKS


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", same(text)))


def _names_one_of(detail: str, answers: frozenset[str]) -> bool:
    """Whether what a reason quotes is one of the answers."""
    known = set(map(same, answers))
    return any(same(quoted) in known for quoted in re.findall("“(.*?)”", detail))


def _answer_said(question: Question | None, given: GradedResponse, shown: VerdictText) -> bool:
    """Whether the model answer stands there already: as the response, a correction or the marks."""
    if question is None or (shown.marks and question.parts_tell_answer):
        return True
    if not given.verdict.accepted:
        return False
    corrected = given.verdict.slip.meant if given.verdict.slip is not None else ""
    chosen = not question.free_text and given.verdict.outcome == "correct"
    return chosen or same(shown.answer) in map(same, (given.response, corrected))


def asks_first(question: Question, given: GradedResponse, ruling: Ruling) -> str:
    """Why to ask once more before the response counts as right, and what to do; "" for no reason.

    There is one where nothing was answered, or the answer shares no word with the key.
    """
    if ruling != "right" or given.verdict.score:
        return ""
    if not given.response.strip() or gives_up(given.response):
        return f"You said that you don't know. {ONCE_MORE}"
    key = _stems("\n".join((question.model_answer(), *question.accepted())))
    if _stems(given.response) & key:
        return ""
    return f"Your answer shares no word with the right one. {ONCE_MORE}"


def _stems(text: str) -> frozenset[str]:
    """The words and figures of a text that may carry meaning, by their beginnings."""
    from quizapp.grading.fold import fold

    return frozenset(word[:5] for word in fold(text).split() if len(word) > 3 or word.isdecimal())
