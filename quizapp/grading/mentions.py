"""How several figures or dates of one response stand to each other, and to its negations.

Rival figures ("24 or 35"), denied ones ("not 35") and those taken back ("35, no, 24") look alike
to a reader of figures; the words around them tell them apart.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from quizapp.grading.english.classes import FRAME, FUNCTION
from quizapp.grading.fold import fold
from quizapp.grading.patterns import Lazy
from quizapp.grading.tokens import tokens

Link = Literal["", "or", "list", "prose"]
Span = tuple[int, int]


class LearnerState(NamedTuple):
    """How one mention stands: denied, taken back, and linked to the one before it how."""

    denied: bool = False
    revised: bool = False
    link: Link = ""


@cache
def _correction() -> re.Pattern[str]:
    return re.compile(
        r"""(?:^|[\s,;.?!…-])(?:no|nope|wait|sorry|actually|correction|oops|scratch\ that
        |i\ mean(?:t)?
        |make\ (?:it|that)|or\ rather|on\ second\ thoughts?|let\ me\ correct|change\ (?:it|that)\ to
        |strike\ that|should\ be)
        (?:[\s,;:.!?…-]+(?:no|wait|sorry|actually|i\ mean(?:t)?|it'?s|it\ is|it\ was|it|that'?s
        |make|make\ (?:it|that)|scratch\ that|rather|must|should|be|in|the|on|to|about|i|think|of
        |year|was|is|not\ that|correct\ that|my\ mistake))*[\s,;:.!?…-]*$""",
        re.VERBOSE | re.IGNORECASE,
    )


_RESULT = Lazy(
    r"=|\bequals\b|\b(?:makes?|making|so|hence|therefore|thus|i\.?e\.?|in total|altogether|in all"
    r"|a total of)\W*(?:it'?s |that'?s |about |roughly )?$",
    re.IGNORECASE,
)
_OR = Lazy(
    r"\b(?:or|alternatively|otherwise|either|perhaps|maybe|possibly|unless|if not|could be"
    r"|might be)\b|/|\|",
    re.IGNORECASE,
)
_ASIDE = Lazy(
    r"\b(?:if|unless) (?:i am|i'm|im) not (?:much |very )?(?:mistaken|wrong)\b"
    r"|\b(?:i am|i'm|im) not (?:entirely |totally |completely |100 ?% |quite |too |very |really )?"
    r"(?:sure|certain|positive)\b"
    r"|\bnot (?:entirely |totally |completely |quite |too |very |really )?(?:sure|certain)\b"
    r"|\bno more no less\b|\bneither more nor less\b|\bnot (?:more or less|a lot)\b|\bwhy not\b",
    re.IGNORECASE,
)
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
        if len(gap) < 80 and (_RESULT.search(gap) or _correction().search(gap)):
            found = [standing._replace(revised=True) for standing in found]
            found.append(LearnerState(_still(text, denied[at], gap), link="prose"))
        else:
            found.append(LearnerState(denied[at], link=_link(gap)))
    return tuple(found)


def _still(text: str, denied: bool, gap: str) -> bool:
    """Whether a figure behind "no" is denied by more than that word."""
    del text
    return denied and bool(re.search(r"\bnot\b|n't\b", gap, re.IGNORECASE))


def _link(gap: str) -> Link:
    """What stands between two mentions: a choice, nothing of its own, or words."""
    if _OR.search(gap):
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
    bare = _ASIDE.sub(" ", "".join(pieces))
    names = {_name(index): index for index in range(len(spans))}
    marks = [False] * len(spans)
    for token in tokens(bare):
        if token.word in names:
            marks[names[token.word]] = token.denied
    return tuple(marks)


def _name(index: int) -> str:
    """A word that stands for a mention while the words around it are read."""
    return "qz" + "".join(chr(ord("a") + int(digit)) for digit in str(index)) + "zq"
