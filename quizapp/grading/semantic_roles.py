"""Who does what to whom: the deeds that a text tells of, and who plays which part in each.

A deed is read from a sentence in the active, in the passive, with "by", or from a noun ("the sale
of X by Y"); a comparison is one too ("A is denser than B"). Two texts are then held side by side:
where a word of the one stands in another part in the other, the sides are exchanged.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from quizapp.grading import lexicon
from quizapp.grading.english.classes import (
    ARTICLES,
    CONJUNCTIONS,
    MAKING,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from quizapp.grading.english.denying import OF_ONE, SUBJECTS
from quizapp.grading.forms import stem
from quizapp.grading.meaning import is_deed
from quizapp.grading.tokens import Token, tokens
from quizapp.grading.verbs import JOINING, Group, carries, groups, is_past

DOER, DONE, OWNER = "doer", "done to", "owner"
CORE = frozenset({DOER, DONE, "to", "from", "by", "into", "on", "over", "with", "against", "than"})
"""The parts that tell the sides of a deed; when and where it was done are no sides."""
READ = 60
"""So many words of a text are read for deeds."""


class Deed(NamedTuple):
    """Something that is done: the place of the word that says it, and the part of each other word.

    A part is DOER, DONE (what it is done to), OWNER (whose, or of what), or the preposition that
    leads to the word.
    """

    verb: int
    parts: Mapping[int, str]
    passive: bool = False

    @property
    def subject(self) -> list[int]:
        """The places of the words that stand before the verb: who does it, or suffers it."""
        return self.having(DONE if self.passive else DOER)

    def having(self, part: str) -> list[int]:
        """The places of the words that play a part."""
        return [at for at, played in self.parts.items() if played == part]


@lru_cache(maxsize=64)
def read_deeds(text: str) -> tuple[Deed, ...]:
    """The deeds that a text tells of, read once."""
    return deeds(tokens(text))


def together(text: str, one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the words at some places stand side by side with those at others, or in one deed."""
    words = tokens(text)
    between = range(min(max(one), max(other)) + 1, max(min(one), min(other)))
    if all(words[at].word in ARTICLES for at in between):
        return True
    mine, theirs = (
        {at for at, deed in enumerate(read_deeds(text)) if places & {deed.verb, *deed.parts}}
        for places in (one, other)
    )
    return not (mine and theirs) or not mine.isdisjoint(theirs)


def deeds(words: tuple[Token, ...]) -> tuple[Deed, ...]:
    """The deeds that a text tells of, in its order."""
    words = words[:READ]
    found: list[Deed] = []
    for start, end in _stretches(words):
        before = start
        verbs = groups(words, start, end)
        for number, group in enumerate(verbs):
            follows = verbs[number + 1].start if number + 1 < len(verbs) else end
            joint = _joint(words, group.head + 1, follows) if follows < end else None
            follows = follows if joint is None else joint
            found.append(_deed(words, (before, follows), group, found[-1] if found else None))
            before = group.head + 1 if joint is None else joint
        found += _nominal(words, start, end, {group.head for group in verbs})
    return tuple(found)


def _joint(words: tuple[Token, ...], start: int, end: int) -> int | None:
    """Where an "and" or a "before" between two verbs parts what belongs to each."""
    return max((at for at in range(start, end) if words[at].word in _PARTING), default=None)


_PARTING = JOINING | CONJUNCTIONS


def _stretches(words: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Where the clauses begin and end; a "=" parts them too: "spring = the bees swarm"."""
    start = 0
    for at, token in enumerate(words):
        before = words[at - 1].word if at else ""
        begins = token.word in SUBORDINATORS and before not in ("than", "as")
        begins = begins or "=" in token.gap
        parted = at and (token.clause != words[at - 1].clause or begins)
        if parted and at > start:
            yield start, at
            start = at
    if start < len(words):
        yield start, len(words)


def _deed(words: tuple[Token, ...], span: tuple[int, int], group: Group, last: Deed | None) -> Deed:
    """The deed of a verb: who stands before it, and what behind."""
    parts: dict[int, str] = {}
    cut = group.head + 1 < span[1] and words[group.head + 1].word == "by"
    before = words[group.start - 1].word if group.start > span[0] else ""
    plain = before.endswith("s") and not words[group.head].word.endswith("s")
    plain = plain or before in SUBJECTS
    passive = group.passive or (cut and not plain and not is_past(words[group.head].word))
    subject = DONE if passive else DOER
    first = words[span[0]].word
    if first in CONJUNCTIONS or first not in PREPOSITIONS:
        begin = span[0] + (first in CONJUNCTIONS)
        begin += _as_clause(words, begin, group.start)
        if words[group.start].word in OF_ONE:
            begin = _joint(words, begin, group.start - 1) or begin
        _cast(words, range(begin, group.start), subject, passive, parts)
    enough = group.start > 0 and words[group.start - 1].word == "enough"
    controls = last is not None and (enough or _controls(words[last.verb]))
    if words[group.start].word == "to" and last is not None and controls:
        parts = dict.fromkeys(last.having(DOER), subject) or parts
    if subject not in parts.values():
        parts.update(dict.fromkeys(_inherited(words, group, last), subject))
    _cast(words, range(group.head + 1, span[1]), DONE, passive, parts)
    return Deed(group.head, parts, passive)


def _as_clause(words: tuple[Token, ...], start: int, end: int) -> int:
    """How many words lead to what an "as" begins: "and as the ice melts"; none in "and as a child
    he walks"."""
    at = start + (words[start].word in JOINING)
    if at >= end or words[at].word != "as" or any(t.word in SUBJECTS for t in words[at + 2 : end]):
        return 0
    return at + 1 - start


def _controls(verb: Token) -> bool:
    """Whether who does this is who does what an infinitive behind it says: "gave his word to help",
    but not "asked him to help"."""
    return verb.stem not in _MAKING


_MAKING = frozenset(map(stem, MAKING))


def _cast(
    words: tuple[Token, ...], places: range, part: str, passive: bool, parts: dict[int, str]
) -> None:
    """Give each word a part: the one before it, until a preposition leads to another."""
    first = part
    for at in places:
        token = words[at]
        if token.word == "as" and any(t.word == "as" for t in words[at + 1 : at + 4]):
            continue
        if token.word == "of" and words[at - 1].word == "out":
            part = "out of"
        elif token.word == "of":
            part = part if part == "than" else OWNER
        elif token.word in PREPOSITIONS:
            if at + 1 < len(words) and words[at + 1].word in JOINING:
                continue
            part = DOER if token.word == "by" and passive else token.word
        elif token.word in ("and", "or", "but"):
            part = first if part == OWNER else part
        elif carries(token) or (at + 1 in places and words[at + 1].word in ("one", "ones")):
            owns = token.owner and at + 1 in places and carries(words[at + 1])
            parts[at] = OWNER if owns else part


def _inherited(words: tuple[Token, ...], group: Group, last: Deed | None) -> list[int]:
    """The subject that a verb without one takes over: of "and sold it", of "which was sold"."""
    relative = next((at for at in (group.start - 1, group.start) if words[at].word in RELATIVES), 0)
    if relative:
        return [relative - 1]
    return (last.having(DOER) or last.having(DONE)) if last is not None else []


def _nominal(words: tuple[Token, ...], start: int, end: int, taken: set[int]) -> Iterator[Deed]:
    """Deeds told by a noun: "the sale of ships by Portugal to Brazil", "Portugal's sale"."""
    for at in range(start, end):
        if at in taken or at + 1 == end or not is_deed(words[at].word):
            continue
        follows = [t.word for t in words[at + 1 : end]]
        owner = at - 1 if at > start and words[at - 1].owner else None
        if owner is None and at > start and lexicon.relations(words[at - 1].stem).nation:
            owner = at - 1
        if owner is None and "by" not in follows and follows[0] == "of":
            yield from _upon(words, at, end)
            continue
        if follows[0] not in PREPOSITIONS or not (owner is not None or "by" in follows):
            continue
        parts: dict[int, str] = {} if owner is None else {owner: DOER}
        thing = at + 2 if follows[0] == "of" else at + 1
        _cast(words, range(thing, end), DONE, True, parts)
        yield Deed(at, parts)


def _upon(words: tuple[Token, ...], noun: int, end: int) -> Iterator[Deed]:
    """The deed of a noun with the doer and what it is done to: "the pull of X on Y"."""
    upon = next((at for at in range(noun + 2, end) if words[at].word in UPON), None)
    if upon is None or any(words[at].word in PREPOSITIONS for at in range(noun + 2, upon)):
        return
    parts: dict[int, str] = {}
    _cast(words, range(noun + 2, upon), DOER, False, parts)
    _cast(words, range(upon + 1, end), DONE, False, parts)
    yield Deed(noun, parts)


UPON = frozenset({"on", "upon", "over", "against", "towards", "toward"})
