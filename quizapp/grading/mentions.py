"""How several figures or dates of one response stand to each other, and to its negations.

Rival figures ("24 or 35"), denied ones ("not 35") and those taken back ("35, no, 24") look alike
to a reader of figures; the words around them tell them apart.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from quizapp.grading.english.classes import FRAME, FUNCTION
from quizapp.grading.english.speaking import ASIDE, CHOICE, RESULT, correction
from quizapp.grading.fold import fold
from quizapp.grading.tokens import tokens

Link = Literal["", "or", "list", "prose"]
Span = tuple[int, int]


class LearnerState(NamedTuple):
    """How one mention stands: denied, taken back, and linked to the one before it how."""

    denied: bool = False
    revised: bool = False
    link: Link = ""


_LIGHT = FUNCTION | FRAME | frozenset({"too", "also", "roughly", "about", "around", "even"})


def standings(text: str, spans: Sequence[Span]) -> tuple[LearnerState, ...]:
    """How each mention of a text (made plain by `surface`) stands; spans in order, apart."""
    denied = _denied(text, spans)
    found: list[LearnerState] = []
    for at, (start, _end) in enumerate(spans):
        if not at:
            found.append(LearnerState(denied[0]))
            continue
        gap = text[spans[at - 1][1] : start]
        if len(gap) < 80 and (RESULT.search(gap) or correction().search(gap)):
            found = [standing._replace(revised=True) for standing in found]
            found.append(LearnerState(link="prose"))
        else:
            found.append(LearnerState(denied[at], link=_link(gap)))
    return tuple(found)


def _link(gap: str) -> Link:
    """What stands between two mentions: a choice, nothing of its own, or words."""
    if CHOICE.search(gap):
        return "or"
    words = [word for word in fold(gap).split() if word not in _LIGHT]
    return "prose" if words else "list"


def _denied(text: str, spans: Sequence[Span]) -> tuple[bool, ...]:
    """Whether a negation covers each mention, as the reader of words sees it."""
    low = text.casefold()
    if not any(sign in low for sign in ("no", "n't", "never", "rather", "instead", "other",
                                        "unlike", "except", "nor", "opposed")):  # fmt: skip
        return (False,) * len(spans)
    pieces: list[str] = []
    at = 0
    for index, (start, end) in enumerate(spans):
        pieces += [text[at:start], _name(index)]
        at = end
    pieces.append(text[at:])
    bare = ASIDE.sub(" ", "".join(pieces))
    names = {_name(index): index for index in range(len(spans))}
    marks = [False] * len(spans)
    for token in tokens(bare):
        if token.word in names:
            marks[names[token.word]] = token.denied
    return tuple(marks)


def _name(index: int) -> str:
    """A word that stands for a mention while the words around it are read."""
    return "qz" + "".join(chr(ord("a") + int(digit)) for digit in str(index)) + "zq"
