"""What is said of a question, a response and its verdict: values in, text for the screen out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from quizapp.app.wording import SIGNS, certainty_told, headline, on_one_line, reasons_told, sign
from quizapp.bank.passage import Shown
from quizapp.grading.slip_words import slip_in_words
from quizapp.grading.verdict import Outcome, Slip, Verdict
from quizapp.kinds.base import Question
from quizapp.session.events import GradedResponse
from quizapp.text import same
from quizapp.tui.literal import EDGE, FAINT, KEY, MARKED, STRONG, TONES, hanging, literal


class Piece(NamedTuple):
    """A paragraph of what is told: its lines stand under each other after the lead."""

    body: Content
    lead: Content = Content("")


def prompt(question: Question) -> Content:
    """The question as it is asked; gaps are drawn, and numbered where there are several."""
    pieces = question.prompt_pieces()
    told = literal(pieces[0])
    for number, piece in enumerate(pieces[1:], 1):
        label = f"{number}" if len(pieces) > 2 else ""
        told += literal(f"___{label}___", KEY) + literal(piece)
    return told


def head(given: GradedResponse) -> Content:
    """The first line of a verdict: sign, word and colour, with the ruling if there is one."""
    verdict = given.verdict
    if given.ruling == "void":
        return literal("– Sent by mistake: not counted", STRONG)
    if given.ruling is not None and (
        verdict.unsure or (given.ruling == "right") != verdict.accepted
    ):
        outcome: Outcome = "correct" if given.ruling == "right" else "wrong"
        words = "Right" if given.ruling == "right" else "Wrong"
        told = literal(f"{SIGNS[outcome]} {words}, by your ruling", TONES[outcome])
        return told + _certainty(given)
    words = headline(verdict.outcome, verdict.score, verdict.unsure)
    tone = TONES["unsure" if verdict.unsure else verdict.outcome]
    told = literal(f"{sign(verdict.outcome, verdict.unsure)} {words}", tone)
    if given.hinted and verdict.score:
        told += literal("  · half credit, after the hint", FAINT)
    return told + _certainty(given)


def _certainty(given: GradedResponse) -> Content:
    if given.certainty is None:
        return Content("")
    return literal(f"  · {certainty_told(given.certainty, given.marks)}", FAINT)


def pieces(
    question: Question | None, given: GradedResponse, asked_before: frozenset[str] = frozenset()
) -> list[Piece]:
    """All that is told of a verdict below its first line, most telling first.

    `asked_before` holds accepted answers of questions that were asked already: only they may be
    named as the answer to another question.
    """
    verdict = given.verdict
    told: list[Piece] = []
    if verdict.slip is not None:
        told += _slip(verdict.slip)
    told += [Piece(literal(detail)) for detail in reasons_told(verdict, asked_before)]
    if verdict.feedback:
        told.append(Piece(literal(verdict.feedback, STRONG), literal("→ ", KEY)))
    if question is not None:
        told += _parts(question, verdict)
        if (answer := _model_answer(question, given)) is not None:
            told.append(answer)
        if question.explanation:
            told.append(Piece(literal(question.explanation)))
    return told


def laid(told: Sequence[Piece], width: int) -> Content:
    """The pieces under each other, wrapped to `width` cells."""
    found = [line for piece in told for line in hanging(piece.lead, piece.body, width)]
    return Content("\n").join(found)


def _slip(slip: Slip) -> list[Piece]:
    """Typed over meant, with the letters that differ marked so that no colour is needed."""
    typed, meant = Content(""), Content("")
    for sort, run in slip.edits:
        if sort == "same":
            typed += literal(run)
            meant += literal(run)
        elif sort == "extra":
            typed += literal(f"({run})", TONES["close"])
        else:
            meant += literal(f"[{run}]", TONES["correct"])
    words = slip_in_words(slip)
    said = [Piece(literal(words[:1].upper() + words[1:] + "."))] if words else []
    return [
        *said,
        Piece(typed, literal("you     ", FAINT)),
        Piece(meant, literal("meant   ", FAINT)),
    ]


def _parts(question: Question, verdict: Verdict) -> list[Piece]:
    """Each item, gap or point with its sign; options, orders and pairs are marked in the box."""
    if question.selection or len(verdict.parts) < 2:
        return []
    told = []
    numbered = len(question.prompt_pieces()) > 1
    names = question.part_names(verdict.parts)
    for number, (part, name) in enumerate(zip(verdict.parts, names, strict=True), 1):
        tone = TONES[part.outcome]
        lead = literal(f"{SIGNS[part.outcome]} ", tone)
        if numbered:
            lead += literal(f"{number}  ", KEY)
        body = literal(name)
        if part.slip is not None:
            body += literal(f"  ({slip_in_words(part.slip)})", FAINT)
        if part.feedback and not part.accepted:
            body += literal(f"  {part.feedback}", FAINT)
        told.append(Piece(body, lead))
    return told


def _model_answer(question: Question, given: GradedResponse) -> Piece | None:
    """The model answer, unless the response or the marks beside it say it already."""
    answer = question.model_answer()
    slip = given.verdict.slip
    said = (given.response, slip.meant if slip is not None else "")
    right = given.verdict.accepted and same(answer) in map(same, said)
    in_parts = question.selection or len(given.verdict.parts) > 1
    if right or (question.parts_tell_answer and in_parts):
        return None
    if question.selection and given.verdict.outcome == "correct":
        return None
    shown = answer.replace("\n", question.answer_separator)
    return Piece(literal(shown, STRONG), literal("Answer  ", FAINT))


def passage(shown: Shown) -> Content:
    """A passage as it stands, what decides in it marked by signs as well as by style."""
    told, end = Content(""), 0
    for start, stop in shown.spans:
        told += literal(shown.text[end:start])
        told += literal("▐", EDGE) + literal(shown.text[start:stop], MARKED) + literal("▌", EDGE)
        end = stop
    return told + literal(shown.text[end:])


def line_of_evidence(shown: Shown, width: int) -> int:
    """The line, from 0, on which the first evidence begins when wrapped to `width` cells."""
    if not shown.spans:
        return 0
    before = shown.text[: shown.spans[0][0]] + "▐x"
    return len(literal(before).wrap(max(8, width))) - 1


def response_line(response: str) -> str:
    """The response on one line, for lists."""
    return on_one_line(response, " · ")
