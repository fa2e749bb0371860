"""How a verdict and the passage that settles it are fitted onto a screen: sizes in, text out.

Everything stands in one area that scrolls. What does not fit is cut in steps: of the passage to the
sentences around the evidence, of the question to two lines. In the end the explanation stands
below the passage, so that answer and evidence are seen together.
"""

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content

from quizapp.app.verdict_text import VerdictText
from quizapp.bank.passage import Shown, excerpt
from quizapp.tui.columns import FRAME, SIDE, columns
from quizapp.tui.literal_text import FAINT, STRONG, lines, literal, one_line
from quizapp.tui.rendering import Piece, headline, laid, passage, pieces


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
