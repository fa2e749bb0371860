"""Braces in a wording: `{a|b}` is either, `{|a}` may be left out, a doubled brace is a brace.

A wording is read to a pattern once, and followed through the response: it is never multiplied out.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading.fold import fold, join, squash
from quizapp.grading.patterns import Lazy

DEEPEST = 6
"""Braces nest no deeper."""


class Choice(NamedTuple):
    """One of several patterns."""

    options: tuple["Pattern", ...]


Pattern = tuple[str | Choice, ...]
"""Texts and choices, one after the other."""


class Malformed(ValueError):
    """Braces that do not say what they stand for; `remedy` says how to mend them."""

    def __init__(self, message: str, remedy: str) -> None:
        """`message` says what is wrong and where."""
        super().__init__(message)
        self.remedy = remedy


def braced(wording: str) -> bool:
    """Whether a wording has braces at all."""
    return "{" in wording or "}" in wording


def parse(wording: str) -> Pattern:
    """The pattern of a wording. Raises Malformed.

    Without a `|` there is nothing to choose: single braces are then taken as they stand.
    """
    if "|" not in wording:
        return (wording.replace("{{", "{").replace("}}", "}"),)
    return _sequence(wording, 0, 0)[0]


@lru_cache(maxsize=4096)
def pattern(wording: str) -> Pattern:
    """The pattern of a wording; a malformed one stands for its own letters."""
    try:
        return parse(wording)
    except Malformed:
        return (wording,)


def _sequence(text: str, at: int, depth: int) -> tuple[Pattern, int]:
    """The pattern from `at` to the end of the text, or of the option at this depth."""
    pieces: list[str | Choice] = []
    said = ""
    while at < len(text):
        sign = text[at]
        if sign in "{}" and text.startswith(sign, at + 1):
            said += sign
            at += 2
            continue
        if depth and sign in "|}":
            break
        if sign == "{":
            choice, at = _choice(text, at, depth + 1)
            pieces += (said, *choice)
            said = ""
            continue
        if sign == "}":
            raise Malformed(f"a brace closes that was not opened: {_shown(text, at)}", _CLOSE)
        said += sign
        at += 1
    return _whole_words([piece for piece in (*pieces, said) if piece != ""]), at


def _whole_words(pieces: list[str | Choice]) -> Pattern:
    """The pieces with choices of whole words: "colo{u|}r" is one of "colour" and "color"."""
    for at, piece in enumerate(pieces):
        if isinstance(piece, str):
            continue
        before = pieces[at - 1] if at else ""
        after = pieces[at + 1] if at + 1 < len(pieces) else ""
        head = _END.findall(before)[0] if isinstance(before, str) else ""
        tail = _START.findall(after)[0] if isinstance(after, str) else ""
        if head or tail:
            pieces[at] = Choice(
                tuple(_written_together((head, *option, tail)) for option in piece.options)
            )
            if isinstance(before, str) and at:
                pieces[at - 1] = before.removesuffix(head)
            if isinstance(after, str) and at + 1 < len(pieces):
                pieces[at + 1] = after.removeprefix(tail)
    return tuple(piece for piece in pieces if piece != "")


def _written_together(pieces: Pattern) -> Pattern:
    """The pieces with texts that follow each other made one."""
    joined: list[str | Choice] = []
    for piece in pieces:
        if joined and isinstance(piece, str) and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    return tuple(piece for piece in joined if piece != "")


_END = Lazy(r"\w*\Z")
_START = Lazy(r"\A\w*")


def _choice(text: str, at: int, depth: int) -> tuple[Pattern, int]:
    """What the brace at `at` opens, and the place after it: a choice, or what has no `|` in it."""
    begin = at
    if depth > DEEPEST:
        raise Malformed(f"braces nest too deeply at {_shown(text, at)}", "use fewer of them")
    options: list[Pattern] = []
    while True:
        option, at = _sequence(text, at + 1, depth)
        options.append(option)
        if at >= len(text):
            raise Malformed(f"a brace is not closed: {_shown(text, begin)}", _OPEN)
        if text[at] == "}":
            break
    if len(options) == 1:
        return ("{", *options[0], "}"), at + 1
    if not any(options):
        raise Malformed(f"nothing stands between braces: {_shown(text, begin)}", "say what may")
    return (Choice(tuple(options)),), at + 1


_CLOSE = "open it, or double it if it is meant as a brace"
_OPEN = "close it, or double it if it is meant as a brace; part braces that nest by a space: } }"


def _shown(text: str, at: int) -> str:
    return repr(text[at : at + 24])


@lru_cache(maxsize=4096)
def plain(wording: str) -> str:
    """A wording as it is shown: the first option of each choice."""
    return (
        _tidy(_picked(pattern(wording), lambda options: options[0])) if braced(wording) else wording
    )


def each(wording: str) -> Iterator[str]:
    """Variants of a wording in which every option occurs: as many as there are options."""
    if not braced(wording):
        yield wording
        return
    found = pattern(wording)
    for number in range(_width(found)):
        yield _tidy(_numbered(found, number))


def _width(found: Pattern) -> int:
    """How many variants show every option of a pattern."""
    choices = (piece for piece in found if isinstance(piece, Choice))
    return max((sum(map(_width, choice.options)) for choice in choices), default=1)


def _numbered(found: Pattern, number: int) -> str:
    """The variant of a number; choices with fewer options begin anew."""
    said = ""
    for piece in found:
        if isinstance(piece, str):
            said += piece
            continue
        rest = number % sum(map(_width, piece.options))
        for option in piece.options:
            if rest < _width(option):
                said += _numbered(option, rest)
                break
            rest -= _width(option)
    return said


def nearest(wording: str, worth: Callable[[str], float]) -> str:
    """The variant of a wording whose words are worth most: each choice is made for itself.

    `worth` says of a folded word what it counts where it stands.
    """
    if not braced(wording):
        return wording

    def best(options: tuple[Pattern, ...]) -> Pattern:
        return max(options, key=lambda option: _worth(option, worth))

    return _tidy(_picked(pattern(wording), best))


def _worth(option: Pattern, worth: Callable[[str], float]) -> float:
    return sum(
        sum(map(worth, fold(piece).split()))
        if isinstance(piece, str)
        else max(_worth(inner, worth) for inner in piece.options)
        for piece in option
    )


def _picked(found: Pattern, pick: Callable[[tuple[Pattern, ...]], Pattern]) -> str:
    return "".join(
        piece if isinstance(piece, str) else _picked(pick(piece.options), pick) for piece in found
    )


def _tidy(text: str) -> str:
    return " ".join(text.split())


def spelled(wording: str, text: str) -> str | None:
    """The variant of a wording that `text` is, but for case, marks and spaces; else None."""
    said = squash(text).replace(" ", "")
    found = _follow(pattern(wording), said, {0: ""}).get(len(said))
    return _tidy(found) if found is not None and squash(found) == squash(text) else None


def _follow(found: Pattern, said: str, reached: dict[int, str]) -> dict[int, str]:
    """Where in `said` a pattern may end that begins at the places `reached`, each with the variant
    so far: the places are as many as letters, however many variants there are."""
    for piece in found:
        if not reached:
            break
        after: dict[int, str] = {}
        if isinstance(piece, str):
            letters = join(fold(piece)).replace(" ", "")
            for at, so_far in reached.items():
                if said.startswith(letters, at):
                    after[at + len(letters)] = so_far + piece
        else:
            for option in piece.options:
                for at, so_far in _follow(option, said, reached).items():
                    after.setdefault(at, so_far)
        reached = after
    return reached
