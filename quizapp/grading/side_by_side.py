"""An answer and a response laid side by side: what stands in the place of each word.

Who says the opposite, or exchanges the sides, often does so in nearly the words of the answer. In
the same surroundings there is then another word: its opposite, or a word that has its own place
elsewhere in the answer (`contradiction`).
"""

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from quizapp.grading.denials import UNDOING
from quizapp.grading.english.classes import (
    ARTICLES,
    DETERMINERS,
    FUNCTION,
    LIGHT,
    NEGATORS,
    PLENTY,
    SCARCE,
)
from quizapp.grading.meaning import Synonyms, contraries, contrary, distinct, kept_apart
from quizapp.grading.tokens import Token, tokens
from quizapp.grading.traits import Trait, traits

READ = 32
"""So many words of each text are laid side by side."""
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


@lru_cache(maxsize=2048)
def placed(text: str) -> tuple[Token, ...]:
    """The words of a text that have a place; their clause and denial are those in the text."""
    return tuple(t for t in tokens(text)[:READ] if t.word not in _PASSED)


@lru_cache(maxsize=2048)
def placed_stems(text: str) -> frozenset[str]:
    """The stems of the words of a text that have a place."""
    return frozenset(t.stem for t in placed(text))


_PASSED = ARTICLES | (DETERMINERS - NEGATORS - {"some", "any", "every", "each"}) | {"also", "just"}


def lay(answer: str, text: str, synonyms: Synonyms) -> Laid:
    """An answer and a response side by side, so that as much as possible is alike."""
    mine, theirs = placed(answer), placed(text)
    worth = _worths(mine, theirs, synonyms)
    path = _path(worth, len(theirs))
    alike = frozenset((at, place) for at, place in path if worth[at][place] > _ALIKE)

    my_sides, their_sides = _beside(answer), _beside(text)

    def kept(at: int, place: int) -> int:
        """On how many sides the next word, or the next of some weight, is alike."""
        found = weight = 0
        sides = zip((-1, 1), my_sides[at], their_sides[place], strict=True)
        for step, one, other in sides:
            heavy = bool(one and other) and not alike.isdisjoint(product(one, other))
            ends = not one and not other
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
    heavy = _weighty(mine)
    own = {mine[at].stem for at in heavy}
    moved = {one.at for one in changes if one.given.stem in own or opposed(one, synonyms)}
    share = len(moved.union(at for at, _ in alike).intersection(heavy)) / max(1, len(heavy))
    return Laid(mine, theirs, alike, changes, share)


def _weighty(words: tuple[Token, ...]) -> list[int]:
    """The places of the words of some weight."""
    return [at for at, token in enumerate(words) if token.word not in FUNCTION]


@lru_cache(maxsize=2048)
def _beside(text: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """For each placed word of a text the places of those of some weight next to it, before it and
    behind; before words that an "and" joins, that before them all as well."""
    words = placed(text)
    before = _last_weighty(words, range(len(words)))
    behind = _last_weighty(words, range(len(words) - 1, -1, -1))
    return [(before[at] + before[_joined(words, at)], behind[at]) for at in range(len(words))]


def _last_weighty(words: tuple[Token, ...], way: range) -> dict[int, tuple[int, ...]]:
    """For each place on the way through a text the last one of a word of some weight, if any."""
    found: dict[int, tuple[int, ...]] = {}
    last: tuple[int, ...] = ()
    for at in way:
        found[at] = last
        if words[at].word not in FUNCTION:
            last = (at,)
    return found


def _joined(words: tuple[Token, ...], at: int) -> int:
    """Where the words begin that an "and" joins to one: of "clover and beans" for the beans."""
    return at - 2 if at > 1 and words[at - 1].word in ("and", "or") else at


def _path(worth: list[list[float]], width: int) -> list[tuple[int, int]]:
    """The pairs of places, one behind the other, that are worth most together."""
    best = [[_ALONE * place for place in range(width + 1)]]
    for at, row in enumerate(worth):
        before, beside = best[-1], _ALONE * (at + 1)
        now = [beside]
        for value, diagonal, above in zip(row, before, before[1:], strict=False):
            both, alone = diagonal + value, (above if above > beside else beside) + _ALONE
            beside = both if both >= alone else alone
            now.append(beside)
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


def _worths(
    mine: tuple[Token, ...], theirs: tuple[Token, ...], synonyms: Synonyms
) -> list[list[float]]:
    """What each word of one text is worth beside each of the other."""
    small = [token.word in FUNCTION for token in theirs]
    beside = {
        True: [-0.4 if is_small else -1.2 for is_small in small],
        False: [-1.2 if is_small else -0.1 for is_small in small],
    }
    heavy = _weighty(theirs)
    every = frozenset().union(*(_known(theirs[at].word, synonyms) for at in heavy))
    places: dict[str, list[int]] = {}
    for place, token in enumerate(theirs):
        places.setdefault(token.stem, []).append(place)
    rows = []
    for one in mine:
        is_small = one.word in FUNCTION
        row = beside[is_small].copy()
        if not is_small and not (known := _known(one.word, synonyms)).isdisjoint(every):
            for place in heavy:
                if not known.isdisjoint(_known(theirs[place].word, synonyms)):
                    row[place] = _worth(one.word, theirs[place].word, synonyms)
        for place in places.get(one.stem, ()):
            row[place] = 0.6 if is_small or one.word in LIGHT else 2.0
        rows.append(row)
    return rows


@lru_cache(maxsize=16384)
def _known(word: str, synonyms: Synonyms) -> frozenset[Trait]:
    """By what a word may be worth anything beside another: its traits, and its opposites' stems."""
    return traits(word, synonyms).union(f"~{stem}" for stem in contraries(word))


def _worth(one: str, other: str, synonyms: Synonyms) -> float:
    """What two words of some weight are worth beside each other."""
    if contrary(one, other):
        return 0.3
    if traits(one, synonyms).isdisjoint(traits(other, synonyms)) or distinct(one, other, synonyms):
        return -0.1
    return 1.2


def _compares(words: tuple[Token, ...], at: int) -> bool:
    """Whether "than" follows a word at once."""
    return at + 1 < len(words) and words[at + 1].word == "than"


def opposed(change: Change, synonyms: Synonyms) -> bool:
    """Whether a word stands in the place of its opposite, so that it says the opposite; not where a
    bank says that the two have nothing to do with each other."""
    one, other = change.wanted, change.given
    if kept_apart(one.word, other.word, synonyms):
        return False
    small = not FUNCTION.isdisjoint({one.word, other.word})
    if one.word in ("more", "less") and change.compares[0] != change.compares[1]:
        return False
    if change.kept and _amounts(one) == -_amounts(other) != 0:
        return True
    if one.denied != other.denied or {one.word, other.word} & NEGATORS:
        return False
    return change.kept > small and contrary(one.word, other.word)


def _amounts(token: Token) -> int:
    """Whether a word says that there is much of something (1), or little or none (-1)."""
    if token.word in PLENTY:
        return -1 if token.denied else 1
    scarce = token.word in SCARCE or token.word in NEGATORS or token.stem in UNDOING
    return -1 if scarce and token.word not in ("not", "nor", "neither") else 0


def nearer(
    errors: tuple[str, ...],
    answers: tuple[str, ...],
    text: str,
    synonyms: Synonyms,
    right: frozenset[str],
    asked: frozenset[str],
) -> bool:
    """Whether a response is nearer to a foreseen error than to any answer: most of the error is
    there, at least two words that are none of the question's, and makes half of the response; some
    of it is not among the stems that say what is `right`."""
    said = placed_stems(text)
    close = [
        one for one in errors if len(common := said & placed_stems(one)) > 1 and common - right
    ]
    if not close:
        return False
    most = max((lay(answer, text, synonyms).share for answer in answers), default=0.0)
    known = frozenset().union(*map(placed_stems, answers))
    laid = (lay(one, text, synonyms) for one in close)
    return any(one.share > most and _is_said(one, known, asked, synonyms) for one in laid)


def _is_said(error: Laid, known: frozenset[str], asked: frozenset[str], synonyms: Synonyms) -> bool:
    """Whether a foreseen error is said, with all its words that are not `known` from the answers,
    and little besides; none of it denied otherwise, or turned into its opposite."""
    pairs = [(error.mine[at], error.theirs[place]) for at, place in error.alike]
    pairs = [(one, other) for one, other in pairs if one.word not in FUNCTION]
    own = {token.stem for token in error.mine if token.word not in FUNCTION} - known
    return (
        error.share >= MOST_OF_ERROR
        and own <= {one.stem for one, _ in pairs}
        and sum(one.stem == other.stem for one, other in pairs) > 1
        and sum(one.stem not in asked for one, _ in pairs) > 1
        and len(pairs) * 2 >= sum(token.word not in FUNCTION for token in error.theirs)
        and all(one.denied == other.denied for one, other in pairs)
        and not any(opposed(change, synonyms) for change in error.changes)
    )


MOST_OF_ERROR = 0.7
"""So much of a foreseen error must be there to be said."""
