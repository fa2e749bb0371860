"""An answer and a response laid side by side: what stands in the place of each word.

Who says the opposite, or exchanges the sides, often does so in nearly the words of the answer. In
the same surroundings there is then another word: its opposite, or a word that has its own place
elsewhere in the answer.
"""

from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from quizapp.grading.english.classes import (
    ARTICLES,
    DETERMINERS,
    FRAME,
    FUNCTION,
    LIGHT,
    NEGATORS,
    PRONOUNS,
    SCARCE,
)
from quizapp.grading.forms import stem
from quizapp.grading.meaning import (
    Synonyms,
    contrary,
    converse,
    distinct,
    is_noun,
    is_verb,
    may_be_noun,
)
from quizapp.grading.semantic_roles import Deed, read_deeds
from quizapp.grading.tokens import Token, comparative, tokens
from quizapp.grading.traits import traits
from quizapp.grading.verdict import ReasonCode

READ = 48
"""So many words of each text are laid side by side."""
ENOUGH = 0.4
"""So much of the answer must be there for its words to have a place at all."""
MOST = 0.6
"""Of which so much is there, it is said again rather than in words of one's own."""
_ALIKE = 0.5
"""Words that are worth more than this beside each other are alike."""
_ALONE = -0.35
"""What a word costs that stands beside none."""


class Change(NamedTuple):
    """A word of the answer, and the one in its place: where they stand among the words, on how
    many sides the words around are alike; `compares` is whether "than" follows each."""

    at: int
    place: int
    wanted: Token
    given: Token
    kept: int
    compares: tuple[bool, bool]


class Laid(NamedTuple):
    """Two texts side by side: the pairs that are alike, the changes, and how much of the answer is
    there, if in another place or by its opposite."""

    mine: tuple[Token, ...]
    theirs: tuple[Token, ...]
    alike: frozenset[tuple[int, int]]
    changes: tuple[Change, ...]
    share: float


class Contradiction(NamedTuple):
    """What a response says instead: the code of the reason, how it is told, whether for certain."""

    code: ReasonCode
    detail: str
    sure: bool


@lru_cache(maxsize=2048)
def _kept(text: str) -> tuple[Token, ...]:
    """The words of a text that have a place; their clause and denial are those in the text."""
    return tuple(t for t in tokens(text)[:READ] if t.word not in _PASSED)


_PASSED = ARTICLES | (DETERMINERS - NEGATORS - {"some", "any", "every", "each"}) | {"also", "just"}


def lay(answer: str, text: str, synonyms: Synonyms) -> Laid:
    """An answer and a response side by side, so that as much as possible is alike."""
    mine, theirs = _kept(answer), _kept(text)
    worth = [[_worth(one, other, synonyms) for other in theirs] for one in mine]
    path = _path(worth, len(theirs))
    alike = frozenset((at, place) for at, place in path if worth[at][place] > _ALIKE)
    before, behind = _weighty(mine), _weighty(theirs)

    def kept(at: int, place: int) -> int:
        """On how many sides the next word, or the next of some weight, is alike."""
        found = weight = 0
        for step, side in ((-1, 0), (1, 1)):
            one, other = before[at][side], behind[place][side]
            heavy = (one, other) in alike
            ends = (one, other) == (OUT, OUT)
            beside = (at + step, place + step) in alike
            found += heavy or beside or ends
            weight += 2 * heavy + ends
        return found if weight > 1 or (weight and found > 1) else 0

    changes = tuple(
        Change(
            at,
            place,
            mine[at],
            theirs[place],
            kept(at, place),
            (_compares(mine, at), _compares(theirs, place)),
        )
        for at, place in path
        if (at, place) not in alike
    )
    heavy = [at for at, token in enumerate(mine) if token.word not in FUNCTION]
    own = {mine[at].stem for at in heavy}
    moved = {one.at for one in changes if one.given.stem in own or _opposed(one)}
    share = len((moved | {at for at, _ in alike}) & set(heavy)) / max(1, len(heavy))
    return Laid(mine, theirs, alike, changes, share)


OUT = -1
"""The place before the first word, and behind the last."""


def _weighty(words: tuple[Token, ...]) -> list[tuple[int, int]]:
    """The places of the words of some weight next to each word, before it and behind."""
    heavy = [at for at, token in enumerate(words) if token.word not in FUNCTION]
    found = []
    for at in range(len(words)):
        before = [place for place in heavy if place < at]
        behind = [place for place in heavy if place > at]
        found.append((before[-1] if before else OUT, behind[0] if behind else OUT))
    return found


def _path(worth: list[list[float]], width: int) -> list[tuple[int, int]]:
    """The pairs of places, one behind the other, that are worth most together."""
    best = [[_ALONE * place for place in range(width + 1)]]
    for at, row in enumerate(worth):
        before, now = best[-1], [_ALONE * (at + 1)]
        for place, value in enumerate(row):
            both = before[place] + value
            alone = max(before[place + 1], now[place]) + _ALONE
            now.append(both if both >= alone else alone)
        best.append(now)
    found, at, place = [], len(worth), width
    while at and place:
        if best[at][place] == best[at - 1][place - 1] + worth[at - 1][place - 1]:
            at, place = at - 1, place - 1
            found.append((at, place))
        elif best[at][place] == best[at - 1][place] + _ALONE:
            at -= 1
        else:
            place -= 1
    return found[::-1]


def _worth(one: Token, other: Token, synonyms: Synonyms) -> float:
    """What two words are worth beside each other."""
    if one.stem == other.stem:
        return 0.6 if one.word in FUNCTION | LIGHT else 2.0
    small = (one.word in FUNCTION) + (other.word in FUNCTION)
    if small:
        return -0.4 if small > 1 else -1.2
    if contrary(one.word, other.word):
        return 0.3
    if distinct(one.word, other.word, synonyms):
        return -0.1
    return 1.2 if traits(one.word, synonyms) & traits(other.word, synonyms) else -0.1


def contradiction(
    answers: tuple[str, ...],
    text: str,
    prompt: str,
    synonyms: Synonyms,
    meant: frozenset[str] = frozenset(),
) -> Contradiction | None:
    """What a response says instead of the answers that it comes nearest to, if anything.

    The stems in `meant` are of words that are known to say what is right: they are no opposites.
    """
    said = {t.stem for t in _kept(text)}
    near = sorted(answers, key=lambda answer: -len(said & {t.stem for t in _kept(answer)}))[:NEAR]
    laid = [(lay(answer, text, synonyms), answer) for answer in near]
    most = max((one.share for one, _ in laid), default=0.0)
    if most < ENOUGH:
        return None
    found = [
        _told(one, answer, text, prompt, meant) for one, answer in laid if one.share >= most - EVEN
    ]
    return found[0] if all(found) else None


EVEN = 0.1
"""Answers of which the response has nearly as much as of the nearest may be meant as well."""
NEAR = 3
"""So many answers are laid beside a response."""


def _told(
    laid: Laid, answer: str, text: str, prompt: str, meant: frozenset[str]
) -> Contradiction | None:
    """What the changes of one answer say against it."""
    crossed = [
        (one, other)
        for one, other in combinations(laid.changes, 2)
        if _crosses(one, other, laid.mine)
    ]
    mine, theirs = ({t.stem for t in words} for words in (laid.mine, laid.theirs))
    against = [
        one
        for one in laid.changes
        if _opposed(one)
        and one.given.stem not in meant
        and (
            any(one in pair and all(change.kept for change in pair) for pair in crossed)
            or not (one.given.stem in mine and one.wanted.stem in theirs)
        )
    ]
    for one, other in crossed:
        if one in against or other in against:
            continue
        beside = [change for change in against if change.wanted.clause == one.wanted.clause]
        against = [change for change in against if change not in beside]
        placed = one.kept and other.kept
        stated = laid.share >= MOST and read_deeds(answer) and read_deeds(text)
        placed = placed or (stated and (one.kept or other.kept))
        if beside or not placed or _turned(one, other, laid, answer, text):
            continue
        detail = f"“{one.given.raw}” stands where “{one.wanted.raw}” should."
        return Contradiction("roles", detail, True)
    if against:
        first = against[0]
        detail = f"“{first.given.raw}” is the opposite of “{first.wanted.raw}”."
        return Contradiction("opposite", detail, len(against) % 2 == 1)
    asked = {t.stem for t in tokens(prompt)}
    for one in laid.changes:
        if one.kept < 2 or one.wanted.stem in theirs or not _rivals(one.given, one.wanted):
            continue
        own = one.given.stem in mine and laid.share >= MOST
        own = own and may_be_noun(one.given.word) and may_be_noun(one.wanted.word)
        if own or one.given.stem in asked:
            detail = f"Is it said of “{one.given.raw}”, or of “{one.wanted.raw}”?"
            return Contradiction("roles", detail, False)
    return None


def _compares(words: tuple[Token, ...], at: int) -> bool:
    """Whether "than" follows a word at once."""
    return at + 1 < len(words) and words[at + 1].word == "than"


def _opposed(change: Change) -> bool:
    """Whether a word stands in the place of its opposite, so that it says the opposite."""
    one, other = change.wanted, change.given
    small = not FUNCTION.isdisjoint({one.word, other.word})
    if one.denied != other.denied or {one.word, other.word} & NEGATORS:
        return False
    if one.word in ("more", "less") and change.compares[0] != change.compares[1]:
        return False
    return change.kept > small and contrary(one.word, other.word)


def _crosses(one: Change, other: Change, mine: tuple[Token, ...]) -> bool:
    """Whether two words stand each in the other's place, and not merely in another order."""
    if one.given.word in FUNCTION or other.given.word in FUNCTION:
        return False
    if "-" in (one.wanted.gap, other.wanted.gap):
        return False
    if one.wanted.word.endswith("ly") != other.wanted.word.endswith("ly"):
        return False
    if abs(one.at - other.at) == 1 or abs(one.place - other.place) == 1:
        return False
    if (_item(mine, one.at) and _item(mine, other.at)) or _paired(mine, one.at, other.at):
        return False
    return _is_of(one.given, other, mine) and _is_of(other.given, one, mine)


def _item(words: tuple[Token, ...], at: int) -> bool:
    """Whether a word is an item of a list, where any order will do."""
    parted = [
        not 0 < edge < len(words)
        or bool(words[edge].gap.strip())
        or {words[edge - 1].word, words[edge].word} & {"and", "or"}
        for edge in (at, at + 1)
    ]
    return all(parted)


def _paired(words: tuple[Token, ...], one: int, other: int) -> bool:
    """Whether two words are joined, and said of the same: low water and high water."""
    between, behind = words[one + 1 : other], words[other + 1 : other + 2]
    same = {token.stem for token in behind}
    joined = any(token.word in ("and", "or") for token in between)
    return joined and all(t.word in FUNCTION or t.stem in same for t in between)


def _is_of(given: Token, change: Change, mine: tuple[Token, ...]) -> bool:
    """Whether a word is the one that is wanted at a place, or stands next to it in one name."""
    near = mine[max(0, change.at - 1) : change.at + 2]
    return any(given.stem == token.stem and token.word not in FUNCTION for token in near)


def _turned(one: Change, other: Change, laid: Laid, answer: str, text: str) -> bool:
    """Whether two words have changed places because the sentence runs the other way round: in the
    passive, with a verb from the other side, or from the effect to the cause."""
    mine = _voice(read_deeds(answer), tokens(answer), one.wanted, other.wanted)
    theirs = _voice(read_deeds(text), tokens(text), one.given, other.given)
    if mine is not None and theirs is not None and mine != theirs:
        return True
    clauses = one.wanted.clause, one.given.clause
    if _less(laid.mine, clauses[0]) != _less(laid.theirs, clauses[1]):
        return True
    if any(converse(change.wanted.word, change.given.word) for change in laid.changes):
        return True
    ways = {_runs(laid.mine), _runs(laid.theirs)}
    return ways == {True, False}


def _less(words: tuple[Token, ...], clause: int) -> bool:
    """Whether a clause compares downwards: less, fewer."""
    return any(t.word in ("less", "fewer") and t.clause == clause for t in words)


def _voice(
    deeds: tuple[Deed, ...], words: tuple[Token, ...], one: Token, other: Token
) -> bool | None:
    """Whether a deed in which two words play a part is in the passive; None if there is none."""
    for deed in deeds:
        stems = {words[at].stem for at in (deed.verb, *deed.parts)}
        if {one.stem, other.stem} <= stems:
            return deed.passive
    return None


def _runs(words: tuple[Token, ...]) -> bool | None:
    """Whether a text runs from the cause to the effect; None if no word tells."""
    onward = any(t.stem in _ONWARD for t in words)
    back = any(t.stem in _BACK for t in words)
    return onward if onward != back else None


_ONWARD = frozenset(map(stem, ("so", "therefore", "thus", "hence", "cause", "lead", "produce")))
_BACK = frozenset(map(stem, ("because", "due", "since", "as", "owing", "thanks", "caused")))


def _rivals(one: Token, other: Token) -> bool:
    """Whether two words may name two things or two people, or tell them from each other."""
    capitals = {token.raw[:1].isupper() for token in (one, other)}
    return len(capitals) == 1 and _names(one) and _names(other)


def _names(token: Token) -> bool:
    """Whether a word may name a thing or somebody, or tell it from others."""
    word = token.word
    if word in FUNCTION | LIGHT | FRAME | PRONOUNS | SCARCE or comparative(word):
        return False
    return is_noun(word) or not (is_verb(word) or word.endswith("ly"))
