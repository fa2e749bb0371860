"""What the quiz prints on plain lines: values in, lines of text out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizapp.app.colon_commands import COMMANDS
from quizapp.app.wording import (
    CERTAINTIES,
    SAME,
    certainty_told,
    count,
    figure,
    headline,
    reasons_told,
)
from quizapp.grading.slip_words import slip_in_words
from quizapp.kinds.selection import LETTERS
from quizapp.text import clean

if TYPE_CHECKING:
    from quizapp.bank.passage import Shown
    from quizapp.kinds.base import Offer, Question
    from quizapp.session.events import GradedResponse, Turn
    from quizapp.session.run import SessionRun

SURE = "How sure are you? " + ", ".join(f"{n} {words}" for n, words in CERTAINTIES.items()) + ":"
"""What asks for the certainty, after an answer."""


def asking(question: Question, offer: Offer, turn: Turn) -> list[str]:
    """A question as it is asked: `[3/10] prompt`, then what is offered, one a line."""
    again = " (again)" if turn.again else ""
    expects = f" ({clean(question.expects)})" if question.expects else ""
    told = [f"[{turn.number}/{turn.planned}]{again} {clean(question.prompt)}{expects}"]
    told += [f"{number}) {left}" for number, left in enumerate(offer.lefts, 1)]
    if question.lettered:
        told += [
            f"{letter}) {words}" for letter, words in zip(LETTERS, offer.options, strict=False)
        ]
    return told


def verdict(question: Question, given: GradedResponse, asked_before: frozenset[str]) -> list[str]:
    """The outcome in capitals, then why, feedback, the parts, model answer and explanation."""
    judged = given.verdict
    words = headline(judged.outcome, judged.score, judged.unsure)
    first, colon, rest = words.partition(":")
    told = [first.upper() + colon + rest]
    if judged.unsure:
        told[0] += f"{'.' if rest else ':'} {SAME} :right if so"
    if given.hinted and judged.score:
        told[0] += " (half credit, after the hint)"
    if given.certainty is not None:
        told.append(f"{certainty_told(given.certainty, given.marks)}.")
    told += reasons_told(judged, asked_before)
    if judged.slip is not None:
        told.append(f"Slip: {clean(slip_in_words(judged.slip))}.")
    if judged.feedback:
        told.append(clean(judged.feedback))
    told += _parts(question, given)
    told += _answer(question, given)
    if question.explanation:
        told.append(clean(question.explanation))
    return told


def _answer(question: Question, given: GradedResponse) -> list[str]:
    answer = clean(question.model_answer())
    lines = answer.split("\n")
    if len(lines) == 1:
        return [f"Answer: {answer}"]
    del given
    return ["Answer:", *(f"  {line}" for line in lines)]


def _parts(question: Question, given: GradedResponse) -> list[str]:
    """What each part earned, where the parts have names of their own and not all are right."""
    parts = given.verdict.parts
    if len(parts) < 2 or given.verdict.accepted or not question.parts_named:
        return []
    names = clean(question.model_answer()).split("\n")
    if len(names) != len(parts):
        return []
    words = {"correct": "right", "close": "right", "partial": "in part", "wrong": "missing"}
    return [
        f"  {words[part.outcome]}: {name}" + (f" ({clean(part.feedback)})" if part.feedback else "")
        for part, name in zip(parts, names, strict=True)
    ]


def passages(shown: Sequence[Shown], *, heading: bool = True) -> list[str]:
    """The decisive words after `Evidence:`, then each passage under its title, marked so: «…».

    Without the `heading` the passages alone.
    """
    told = []
    decisive = [
        clean(one.text[start:end]).replace("\n", " ") for one in shown for start, end in one.spans
    ]
    if decisive and heading:
        told.append("Evidence: " + " … ".join(decisive))
    for one in shown:
        told.append(clean(one.title))
        if one.note:
            told.append(f"({clean(one.note)})")
        told.append(_marked(one))
    return told


def _marked(one: Shown) -> str:
    pieces, end = [], 0
    for start, stop in one.spans:
        pieces += [one.text[end:start], "«", one.text[start:stop], "»"]
        end = stop
    return clean("".join([*pieces, one.text[end:]]))


def end(session: SessionRun) -> list[str]:
    """What a session came to: the score first, then what belongs to its mode."""
    from quizapp.app import session_end

    told = [] if session.state.mode == "read" else score(session)
    told += [line for line in (session_end.passing(session), session_end.practice(session)) if line]
    return told + session_end.certainty(session)


def score(session: SessionRun) -> list[str]:
    """The score in figures, then in words."""
    from quizapp.session.score import in_words

    result = session.score()
    if session.state.mode == "exam" and not session.state.finished:
        return [
            f"{result.answered} of {result.planned} answered; not handed in, so not scored yet."
        ]
    figures = f"{figure(result.points)} of {figure(result.out_of)} ({figure(result.percent)} %)"
    told = [f"Score: {figures}", in_words(result)[:1].upper() + in_words(result)[1:] + "."]
    if result.rulings and result.with_rulings != result.points:
        told.append(f"With your rulings: {figure(result.with_rulings)} of {figure(result.out_of)}.")
    return told


def waiting(session: SessionRun, before: str) -> list[str]:
    """What is not kept yet and, where that is not what it was `before`, why."""
    new = session.recorder.problem != before
    told = [f"NOT KEPT: {session.recorder.problem}"] if new else []
    what = count(session.recorder.unkept, "answer") if session.recorder.unkept else "your last step"
    return [*told, f"Not kept yet: {what}."]


def kept_again(answers: int) -> str:
    """That all is kept again, with so many answers that had to wait."""
    late = f", with the {count(answers, 'answer')} that had to wait" if answers else ""
    return f"Everything is kept again{late}."


def kept(session: SessionRun) -> str:
    """What was kept of the session and what not, at its end; "" where all was."""
    answers = len(session.state.responses)
    if session.recorder.nothing_kept:
        return "Nothing of this was kept."
    if unkept := session.recorder.unkept:
        lost = f"the last {unkept}" if unkept > 1 else "the last"
        return f"Kept: {answers - unkept} of {count(answers, 'answer')}, without {lost}."
    return (
        "Every answer was kept, but not what came after the last."
        if session.recorder.problem
        else ""
    )


def help_lines() -> list[str]:
    """The commands, one a line."""
    return [f":{name:<8}{what}" for name, what in COMMANDS.items()] + [
        "::      begins an answer with a colon"
    ]
