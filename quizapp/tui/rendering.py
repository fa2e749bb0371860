"""What is said of a question and its verdict as text for the screen, fitted onto it.

Everything stands in one area that scrolls. What does not fit is cut in steps: of the passage to the
sentences around the evidence, of the question to two lines. In the end the explanation stands
below the passage, so that answer and evidence are seen together.
"""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from quizapp.app.formatting import SAME, SIGNS
from quizapp.app.verdict_text import VerdictText
from quizapp.bank.passage import Shown, excerpt
from quizapp.grading.slip_words import slip_in_words
from quizapp.grading.verdict import Slip
from quizapp.kinds.base import Mark, Question
from quizapp.tui.columns import FRAME, SIDE, columns
from quizapp.tui.literal_text import (
    EDGE,
    FAINT,
    KEY,
    MARKED,
    STRONG,
    TONES,
    hanging,
    lines,
    literal,
    one_line,
)


class Step(NamedTuple):
    """How many lines of the question and sentences around the evidence are shown, None for all, and
    whether the explanation comes `last`."""

    question: int | None = None
    around: int | None = None
    last: bool = False


STEPS = (Step(), Step(2), Step(2, 1), Step(2, 0), Step(1, 0), Step(1, 0, last=True))


class Laid(NamedTuple):
    """What is shown of the question, the verdict and the passages, and `after` them; `cut` where
    there is more."""

    prompt: Content
    verdict: Content
    passages: tuple[Content, ...]
    after: Content
    cut: bool

    @property
    def left_height(self) -> int:
        """How many lines the question and the verdict take, with the blank one between them."""
        return _height(self.prompt) + 1 + _height(self.verdict)

    @property
    def evidence(self) -> tuple[int, int]:
        """The first and the last line of the passages, from 0, with evidence; (0, 0) for none."""
        shown = "\n".join(text.plain for text in self.passages).split("\n")
        marked = [at for at, line in enumerate(shown) if "▐" in line or "▌" in line]
        return (marked[0], marked[-1]) if marked else (0, 0)

    @property
    def passage_height(self) -> int:
        """How many lines the passages take in their frame; 0 without any."""
        return sum(map(_height, self.passages)) + 2 if self.passages else 0


def lay_out(
    prompt: Content,
    said: VerdictText | None,
    shown: Sequence[Shown],
    width: int,
    height: int,
    whole: bool = False,
) -> Laid:
    """What is shown on so many columns and rows; all of it if it is to be shown `whole`.

    Where there is no room even for the least, that scrolls.
    """
    wide = columns(width)
    text = wide.left - SIDE
    for step in STEPS:
        last = step.last and said is not None and not wide.beside
        found = Laid(
            _cut(prompt, text, step.question),
            _verdict(said._replace(explanation="") if said is not None and last else said, text),
            _passages(shown, step.around, wide.passage - FRAME),
            laid((Piece(literal(said.explanation)),), text) if said and last else Content(""),
            step != Step(),
        )
        both = (found.left_height, found.passage_height)
        if whole or height >= (max(both) if wide.beside else sum(both)):
            break
    return found


def _verdict(said: VerdictText | None, width: int) -> Content:
    if said is None:
        return Content("")
    return lines((*headline(said).wrap(width), laid(pieces(said), width)))


def _cut(prompt: Content, width: int, most: int | None) -> Content:
    wrapped = prompt.wrap(width)
    if most is None or len(wrapped) <= most:
        return lines(wrapped)
    last = wrapped[most - 1].truncate(width - 2) + literal(" …", FAINT)
    return lines((*wrapped[: most - 1], last))


def _passages(shown: Sequence[Shown], around: int | None, width: int) -> tuple[Content, ...]:
    found = []
    for one in shown:
        part = one if around is None else excerpt(one, around)
        title = [one_line(one.title, STRONG).truncate(width)] if len(shown) > 1 else []
        found.append(lines((*title, *passage(part).wrap(width))))
    return tuple(found)


def _height(text: Content) -> int:
    return text.plain.count("\n") + 1 if text.plain else 0


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
