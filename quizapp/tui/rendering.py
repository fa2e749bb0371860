"""What is said of a question, a response and its verdict: values in, text for the screen out."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from quizapp.app.verdict_text import VerdictText
from quizapp.app.wording import SAME, SIGNS
from quizapp.bank.passage import Shown
from quizapp.grading.slip_words import slip_in_words
from quizapp.grading.verdict import Slip
from quizapp.kinds.base import Mark, Question
from quizapp.tui.literal_text import EDGE, FAINT, KEY, MARKED, STRONG, TONES, hanging, literal


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


def headline(said: VerdictText) -> Content:
    """The first line of a verdict: sign, word and colour, and what else bears on the credit."""
    told = literal(f"{SIGNS[said.tone]} {said.headline}", TONES[said.tone])
    told += literal("".join(f"  · {aside}" for aside in said.asides), FAINT)
    if said.asks:
        told += literal(f"  {SAME}  ") + literal("y", KEY) + literal(" yes  ", FAINT)
        told += literal("n", KEY) + literal(" or ", FAINT) + literal("Enter", KEY)
        told += literal(" no", FAINT)
    return told


def pieces(said: VerdictText) -> list[Piece]:
    """All that is said of a verdict below its first line."""
    told = [piece for mark in said.marks for piece in _marked_part(mark)]
    if said.response:
        told.insert(0, Piece(literal(said.response), literal("you     ", FAINT)))
    if said.slip is not None:
        # Where the slip is in a part of what was answered, that stands above as a whole.
        told += _slip(said.slip, ("typed", "meant") if said.response else ("you", "answer"))
    if said.answer and not said.answer_said:
        answer = said.between.join(said.answer.split("\n"))
        told.append(Piece(literal(answer, STRONG), literal("answer  ", FAINT)))
    told += [Piece(literal(reason)) for reason in said.reasons]
    told += [Piece(literal(words)) for words in (said.feedback, said.explanation) if words]
    if said.back:
        told.append(Piece(literal(said.back, FAINT)))
    return told


def laid(told: Sequence[Piece], width: int) -> Content:
    """The pieces under each other, wrapped to `width` cells."""
    found = [line for piece in told for line in hanging(piece.lead, piece.body, width)]
    return Content("\n").join(found)


def _marked_part(mark: Mark) -> list[Piece]:
    """A part with its sign; below it what is right instead, if that is to be said."""
    lead = literal(f"{SIGNS[mark.outcome]} ", TONES[mark.outcome])
    lead += literal(f"{mark.label}  " if mark.label else "", KEY)
    body = literal(mark.text) + literal(f"  {mark.note}" if mark.note else "", FAINT)
    if not mark.right:
        return [Piece(body, lead)]
    blank = literal(" " * lead.cell_length)
    return [
        Piece(body, lead + literal("you    ", FAINT)),
        Piece(literal(mark.right, STRONG), blank + literal("right  ", FAINT)),
    ]


def _slip(slip: Slip, labels: tuple[str, str]) -> list[Piece]:
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
        Piece(typed, literal(f"{labels[0]:<8}", FAINT)),
        Piece(meant, literal(f"{labels[1]:<8}", FAINT)),
        *said,
    ]


def passage(shown: Shown) -> Content:
    """A passage as it stands, what decides in it marked by signs as well as by style."""
    told, end = Content(""), 0
    for start, stop in shown.spans:
        told += literal(shown.text[end:start])
        told += literal("▐", EDGE) + literal(shown.text[start:stop], MARKED) + literal("▌", EDGE)
        end = stop
    return told + literal(shown.text[end:])
