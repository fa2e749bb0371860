"""What the quiz prints on plain lines: values in, lines of text out."""

import re
import textwrap
from collections.abc import Sequence

from quizapp.app import session_end
from quizapp.app.colon_commands import COMMANDS
from quizapp.app.formatting import CERTAINTIES, SAME, count, figure, on_one_line, still_unsure
from quizapp.app.verdict_text import VerdictText
from quizapp.bank.passage import Shown
from quizapp.grading.slip_words import slip_in_words
from quizapp.kinds.base import Mark, Offer, Question
from quizapp.kinds.selection import LETTERS
from quizapp.session.responses import Turn
from quizapp.session.run import SessionRun
from quizapp.session.score import in_words
from quizapp.session.state import counted
from quizapp.text import clean

PARTS = {
    "correct": "right", "close": "right", "partial": "in part", "wrong": "wrong",
    "missed": "missing", "unchosen": "missing",
}  # fmt: skip
"""What each part of a response is called by its outcome."""
SURE = "How sure are you? " + ", ".join(f"{n} {words}" for n, words in CERTAINTIES.items()) + ":"
"""What asks for the certainty, after an answer."""


def wrapped(line: str, width: int) -> list[str]:
    """The line broken at words to `width` characters, indented as it begins, past a letter such as
    "a) "; a word that is longer stands whole."""
    lead = re.match(r"\s*(?:\w{1,2}\) )?", line)
    parts = textwrap.wrap(
        line,
        max(20, width),
        subsequent_indent=" " * len(lead.group()) if lead is not None else "",
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
    return parts or [""]


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


def verdict(said: VerdictText) -> list[str]:
    """The outcome in capitals, then the marks, why, feedback, model answer and explanation."""
    outcome, colon, rest = said.headline.partition(":")
    told = [outcome.upper() + colon + rest]
    if said.asks:
        told[0] += f"{'.' if rest else ':'} {SAME} :right if so"
    told += [f"{aside[:1].upper()}{aside[1:]}." for aside in said.asides]
    told += [line for mark in said.marks for line in _marked_part(mark)]
    told += said.reasons
    if said.slip is not None:
        told.append(f"Slip: {slip_in_words(said.slip)}.")
    told += [said.feedback] if said.feedback else []
    answer = said.answer.split("\n")
    if len(answer) > 1:
        told += ["Answer:", *(f"  {line}" for line in answer)]
    elif said.answer:
        told.append(f"Answer: {said.answer}")
    told += [said.explanation] if said.explanation else []
    told += [f"{said.back[:1].upper()}{said.back[1:]}."] if said.back else []
    return list(map(clean, told))


def _marked_part(mark: Mark) -> list[str]:
    """A part in words: what it is worth, its number and words, then what is right instead."""
    label = f"{mark.label} " if mark.label else ""
    note = f" ({mark.note})" if mark.note else ""
    told = [f"  {PARTS[mark.outcome]}: {label}{mark.text}{note}"]
    return [*told, f"    right is: {mark.right}"] if mark.right else told


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
    told = [] if session.state.mode == "read" else score(session)
    told += [line for line in (session_end.passing(session), session_end.practice(session)) if line]
    return told + session_end.certainty(session)


def score(session: SessionRun) -> list[str]:
    """The score in figures, then in words."""
    result = session.score()
    if session.state.mode == "exam" and not session.state.finished:
        return [
            f"{result.answered} of {result.planned} answered; not handed in, so not scored yet."
        ]
    figures = f"{figure(result.points)} of {figure(result.out_of)} ({figure(result.percent)} %)"
    told = [f"Score: {figures}", in_words(result)[:1].upper() + in_words(result)[1:] + "."]
    if result.rulings and result.with_rulings != result.points:
        told.append(f"With your rulings: {figure(result.with_rulings)} of {figure(result.out_of)}.")
    return told + unsettled(session)


def unsettled(session: SessionRun) -> list[str]:
    """What the grader was not sure of and nobody has ruled on, for a later ruling."""
    names, counting = session.score().unsure, counted(session.state)
    told = [still_unsure(len(names))] if names else []
    for number, name in enumerate(names, 1):
        asked = session.question_of(name)
        told += [
            f"{number}. {name}: {' '.join(clean(asked.prompt).split())}",
            f"You: {on_one_line(counting[name].response)}",
            f"Answer: {on_one_line(asked.model_answer())}",
        ]
    if names and session.recorder.keeps:
        told.append(f"If yours says the same: quizapp rule {session.id[:8]} {names[0]} right")
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
